import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { group, SHOWN_EACH, stageFilter } from '../../src/day/grouping.ts';
import {
  CATALOGUE,
  effectOf,
  type Finding,
  type FindingCode,
  finding,
  type Place,
  type WordableFinding,
} from '../../src/model/finding.ts';
import { address } from '../../src/model/grid.ts';

const HEADING = 'Lũy kế đến thời điểm hiện tại';
const FILE = 'inbox/2021-08-16/hoai chau.xlsx';

function cell(name: string, row: number, col = 4, sheet = 'Sheet1'): Place {
  return { file: name, sheet, row, col, cell: address(row, col), heading: HEADING };
}

function notANumber(row: number, shown = 'nhiều', col = 4): Finding {
  return finding('value/not-a-number', cell(FILE, row, col), { field: HEADING, shown });
}

function codes(findings: readonly WordableFinding[]): string[] {
  return findings.map((found) => `${found.code} ${found.at.cell ?? '-'} ${found.at.count ?? ''}`.trim());
}

describe('stages', () => {
  it('says of a file that could not be read only that', () => {
    const found = group([
      finding('file/pdf', { file: FILE }, {}),
      finding('unit/none', { file: FILE }, {}),
      finding('file/kind-differs', { file: FILE }, { extension: '.xlsx', kind: 'pdf' }),
    ]);
    expect(codes(found)).toEqual(['file/kind-differs -', 'file/pdf -']);
  });

  it('says of a sheet without a form nothing about values, and nothing about whose it is', () => {
    const found = group([
      finding('form/not-recognised', { file: FILE, sheet: 'Sheet1' }, { nearest: null, missing: [] }),
      finding('unit/none', { file: FILE, sheet: 'Sheet1' }, {}),
      notANumber(3),
      finding('value/missing', cell(FILE, 3, 4, 'Sheet2'), { field: HEADING }),
    ]);
    expect(codes(found)).toEqual(['form/not-recognised -', 'value/missing E4']);
  });

  it('keeps whose and when beside a missing column', () => {
    const found = stageFilter([
      finding('form/field-missing', { file: FILE, sheet: 'Sheet1' }, { form: 'mau-02', field: HEADING }),
      finding('unit/unknown', { file: FILE, sheet: 'Sheet1' }, { text: 'xã Hoài Tây', nearest: null }),
      notANumber(3),
    ]);
    expect(codes(found)).toEqual(['form/field-missing -', 'unit/unknown -']);
  });

  it('does not let one file silence another', () => {
    const other = finding('value/missing', cell('inbox/2021-08-16/b.xlsx', 3), { field: HEADING });
    expect(group([finding('file/pdf', { file: FILE }, {}), other])).toContain(other);
  });
});

describe('consequences', () => {
  it('leaves a total alone that cannot be checked because a row is unreadable', () => {
    const found = group([
      notANumber(3),
      finding('report/total-not-sum', cell(FILE, 9), { field: HEADING, stated: 30, sum: 20 }),
    ]);
    expect(codes(found)).toEqual(['value/not-a-number E4']);
  });

  it('says above the population, not above the base as well', () => {
    const at = { file: FILE, sheet: 'Sheet1' };
    const base = { measure: 'installed', value: 9000, base: 'smartphone_users', baseValue: 3000 };
    const found = group([
      finding('report/above-base', at, base),
      finding('report/above-twice-base', at, base),
      finding('report/above-population', at, { measure: 'installed', value: 9000, population: 8000 }),
    ]);
    expect(codes(found)).toEqual(['report/above-population -']);
  });
});

describe('ranges', () => {
  it('joins like findings on cells under one another, quoting the first', () => {
    const found = group([
      notANumber(11),
      notANumber(10, 'khá nhiều'),
      notANumber(9, 'chưa rõ'),
      notANumber(13),
    ]);
    expect(codes(found)).toEqual(['value/not-a-number E10:E12 3', 'value/not-a-number E14']);
    expect(found[0]?.facts).toEqual({ field: HEADING, shown: 'chưa rõ' });
  });

  it('keeps columns, codes and sheets apart', () => {
    const found = group([
      notANumber(9),
      finding('value/missing', cell(FILE, 10), { field: HEADING }),
      finding('value/missing', cell(FILE, 11, 3), { field: HEADING }),
      finding('value/missing', cell(FILE, 11, 4, 'Sheet2'), { field: HEADING }),
    ]);
    expect(found).toHaveLength(4);
  });
});

describe('repeats', () => {
  it('shows twenty of a kind and counts the cells of the rest', () => {
    const scattered = Array.from({ length: 22 }, (_, i) => notANumber(i * 2));
    const found = group([...scattered, notANumber(100), notANumber(101)]);
    expect(found).toHaveLength(SHOWN_EACH + 1);
    expect(found.at(-1)?.at).toMatchObject({ file: FILE, sheet: 'Sheet1', row: 40, count: 4 });
    expect(found.at(-1)?.at.cell).toBeUndefined();
  });

  it('lists the units that lack the same number together, and leaves none out', () => {
    const units = Array.from({ length: 30 }, (_, i) =>
      finding(
        'campaign/base-missing',
        { unit: `u${i}` },
        { unitNames: [`Xã ${i}`], base: 'smartphone_users' },
      ),
    );
    const found = group(units);
    expect(found.map(({ at }) => at)).toEqual([{}, {}]);
    expect(found.flatMap(({ facts }) => ('unitNames' in facts ? facts.unitNames : []))).toEqual(
      units.flatMap(({ facts }) => ('unitNames' in facts ? facts.unitNames : [])),
    );
    expect(group(units.slice(0, 1))).toEqual(units.slice(0, 1));
  });
});

const anyFinding = fc
  .record({
    code: fc.constantFrom(...(Object.keys(CATALOGUE) as FindingCode[])),
    file: fc.constantFrom('a.xlsx', 'b.xlsx'),
    sheet: fc.constantFrom(undefined, 'Sheet1', 'Sheet2'),
    row: fc.nat(30),
    col: fc.nat(2),
    placed: fc.boolean(),
  })
  .map(({ code, file, sheet, row, col, placed }) => {
    const at: Place = sheet === undefined ? { file } : { file, sheet };
    return finding(code, placed ? { ...at, row, col, cell: address(row, col) } : at, {} as never);
  });

describe('group', () => {
  it('leaves the faults of a sheet whose subject is only doubtful', () => {
    const at: Place = { file: 'a.xlsx', sheet: 'Sheet1' };
    const fault = finding('value/not-whole', { ...at, row: 4, col: 4, cell: 'E5' }, {} as never);
    const doubt = finding('form/subject-doubtful', at, {} as never);
    expect(codes(group([doubt, fault]))).toEqual(['form/subject-doubtful -', 'value/not-whole E5']);
    const foreign = finding('form/other-subject', at, {} as never);
    expect(codes(group([foreign, fault]))).toEqual(['form/other-subject -']);
  });

  it('never changes the gravest effect of a file, nor loses a file', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 60 }), (findings) => {
        const grouped = group(findings);
        for (const file of ['a.xlsx', 'b.xlsx']) {
          const of = (all: readonly Finding[]) => all.filter(({ at }) => at.file === file);
          expect(effectOf(of(grouped))).toBe(effectOf(of(findings)));
          expect(of(grouped).length > 0).toBe(of(findings).length > 0);
        }
      }),
    );
  });

  it('gives the same in whatever order the findings come', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyFinding, { maxLength: 40 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(codes(group(shuffled))).toEqual(codes(group(all)));
        },
      ),
    );
  });
});
