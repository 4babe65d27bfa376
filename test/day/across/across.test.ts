import { describe, expect, it } from 'vitest';
import { compareAcross } from '../../../src/day/across/across.ts';
import { daysSkipped } from '../../../src/day/across/day-skipped.ts';
import { futureDates } from '../../../src/day/across/future.ts';
import { jumps } from '../../../src/day/across/jump.ts';
import { aboveParent } from '../../../src/day/across/levels.ts';
import { deviation, median } from '../../../src/day/across/pace.ts';
import { percentsTyped } from '../../../src/day/across/percent.ts';
import { sameFigures } from '../../../src/day/across/same-figures.ts';
import { sameFileAsEarlier, sameFileTwoUnits } from '../../../src/day/across/same-file.ts';
import { samePhone } from '../../../src/day/across/same-phone.ts';
import { slips } from '../../../src/day/across/slip.ts';
import { staffAdded } from '../../../src/day/across/staff-added.ts';
import { conclude } from '../../../src/day/outcome.ts';
import type { Version } from '../../../src/day/version.ts';
import { WORDS } from '../../../src/lang/lang.ts';
import type { CountedReport } from '../../../src/model/entry.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { instantOf } from '../../../src/model/time.ts';
import { whatOf } from '../../../src/view/message.ts';
import { told } from './reports.ts';

const steady = [1000, 1060, 1110, 1180, 1240];

function facts(found: readonly Finding[]) {
  return found.map(({ facts }) => facts);
}

describe('a jump against the unit’s own pace', () => {
  it('names the median and the deviation of its own gains', () => {
    const found = jumps(told([{ unit: 'A', values: [...steady, 2000] }]));
    expect(facts(found)).toEqual([
      {
        measure: 'installed',
        value: 2000,
        gain: 760,
        days: 1,
        since: '2021-08-21',
        median: 60,
        deviation: 5,
        gains: 4,
      },
    ]);
    expect(found[0]?.at).toMatchObject({ cell: 'E14', row: 13, col: 4, unit: 'A' });
  });
  it('spreads a gain over the days without a report', () => {
    expect(jumps(told([{ unit: 'A', values: [...steady, null, null, 1480] }]))).toEqual([]);
  });
  it('is no wild day among wild days, and no small number', () => {
    expect(jumps(told([{ unit: 'A', values: [100, 110, 400, 420, 900, 1300] }]))).toEqual([]);
    expect(jumps(told([{ unit: 'A', values: [5, 5, 5, 5, 5, 30] }]))).toEqual([]);
  });
  it('says nothing before a unit has a habit', () => {
    expect(jumps(told([{ unit: 'A', values: [1000, 1060, 9000] }]))).toEqual([]);
  });
});

describe('a slip of digits', () => {
  it.each([
    [12500, 10, 'more'],
    [124500, 100, 'more'],
    [1250000, 1000, 'more'],
    [126, 10, 'less'],
  ])('%d after 1240', (value, factor, direction) => {
    const found = slips(told([{ unit: 'A', values: [...steady, value] }]));
    expect(facts(found)).toMatchObject([{ factor, direction, earlier: 1240, since: '2021-08-21' }]);
  });
  it('leaves alone what only grew much, and totals that are small', () => {
    expect(slips(told([{ unit: 'A', values: [...steady, 5000] }]))).toEqual([]);
    expect(slips(told([{ unit: 'A', values: [10, 12, 120] }]))).toEqual([]);
  });
});

describe('a rate typed for people', () => {
  it('is near the unit’s last rate', () => {
    const found = percentsTyped(told([{ unit: 'A', base: 2700, values: [1200, 1240, 46] }]));
    expect(facts(found)).toMatchObject([{ value: 46, earlier: 1240, percent: 45.93 }]);
  });
  it('needs a base, and a figure that is no count', () => {
    expect(percentsTyped(told([{ unit: 'A', values: [1200, 1240, 46] }]))).toEqual([]);
    expect(percentsTyped(told([{ unit: 'A', base: 100, values: [40, 45, 46] }]))).toEqual([]);
  });
});

describe('the same file', () => {
  it('counted for two units is found on both', () => {
    const found = sameFileTwoUnits(
      told([
        { unit: 'A', values: [50], bytes: ['x'] },
        { unit: 'B', values: [50], bytes: ['x'] },
        { unit: 'C', values: [50] },
      ]),
    );
    expect(facts(found)).toEqual([{ others: ['Xã B'] }, { others: ['Xã A'] }]);
  });
  it('that holds a table of each of two units is not a copy', () => {
    const found = sameFileTwoUnits(
      told([
        { unit: 'A', values: [50], bytes: ['x'], path: 'inbox/both.xlsx' },
        { unit: 'B', values: [60], bytes: ['x'], path: 'inbox/both.xlsx' },
      ]),
    );
    expect(found).toEqual([]);
  });
  it('as on an earlier day is found, a new one is not', () => {
    const found = sameFileAsEarlier(
      told([
        { unit: 'A', values: [50, 50], bytes: ['x', 'x'] },
        { unit: 'B', values: [50, 50] },
      ]),
    );
    expect(facts(found)).toEqual([{ since: '2021-08-21' }]);
  });
});

describe('the same figures', () => {
  it('in two units’ own files', () => {
    const found = sameFigures(
      told([
        { unit: 'A', values: [1234] },
        { unit: 'B', values: [1234] },
        { unit: 'C', values: [1235] },
      ]),
    );
    expect(facts(found)).toEqual([
      { measure: 'installed', value: 1234, others: ['Xã B'] },
      { measure: 'installed', value: 1234, others: ['Xã A'] },
    ]);
  });
  it('in very many units take no longer than there are units, and name a few', () => {
    const reports = Array.from({ length: 3000 }, (_, n) => ({ unit: `U${n}`, values: [1000 + (n >> 3)] }));
    const found = sameFigures(told(reports));
    expect(found).toHaveLength(3000);
    const [first] = found;
    if (first === undefined) throw new Error();
    expect(whatOf(first, WORDS.vi)).toContain('U5, Xã U6 và Xã U7 (');
    const [many] = sameFigures(told(reports.slice(0, 40).map(({ unit }) => ({ unit, values: [500] }))));
    if (many === undefined) throw new Error();
    expect(whatOf(many, WORDS.vi)).toContain('và 33 đơn vị khác');
  });
  it('are no matter when small, or of different forms', () => {
    expect(
      sameFigures(
        told([
          { unit: 'A', values: [12] },
          { unit: 'B', values: [12] },
        ]),
      ),
    ).toEqual([]);
    expect(
      sameFigures(
        told([
          { unit: 'A', values: [1234] },
          { unit: 'B', form: 'mau-01', values: [1234] },
        ]),
      ),
    ).toEqual([]);
  });
});

describe('the same phone', () => {
  const phones: { readonly [unit: string]: readonly string[] } = {
    A: ['h1', 'h2', 'h2', 'hotline'],
    B: ['h2', 'hotline'],
    C: ['h3', 'hotline'],
    D: ['hotline'],
    E: ['hotline'],
    F: ['hotline'],
  };
  it('in two units is counted and located, never quoted; a hotline is nobody', () => {
    const found = samePhone(
      told(Object.entries(phones).map(([unit, own]) => ({ unit, values: [10], phones: own }))),
    );
    expect(facts(found)).toEqual([
      { people: 1, others: ['Xã B'] },
      { people: 1, others: ['Xã A'] },
    ]);
    expect(found[0]?.at).toMatchObject({ sheet: 'Sheet1', cell: 'D10', row: 9, col: 3 });
    expect(JSON.stringify(found)).not.toContain('h2');
  });
});

describe('days and levels', () => {
  it('names the due days left out, not the holiday', () => {
    const found = daysSkipped(told([{ unit: 'A', values: [10, null, null, null, 20] }]));
    expect(facts(found)).toEqual([{ days: ['2021-08-20', '2021-08-21'], since: '2021-08-18' }]);
    expect(daysSkipped(told([{ unit: 'A', values: [10, 20] }]))).toEqual([]);
  });
  it('a report of a day to come, unless only the file’s own time says so', () => {
    const at = instantOf('2021-08-21', '16:00', 'Asia/Ho_Chi_Minh');
    expect(facts(futureDates(told([{ unit: 'A', values: [10], arrival: { at, evidence: 'at' } }])))).toEqual([
      { own: '2021-08-22', received: '2021-08-21' },
    ]);
    expect(futureDates(told([{ unit: 'A', values: [10], arrival: { at, evidence: 'file-time' } }]))).toEqual(
      [],
    );
  });
  it('a unit above its own parent', () => {
    const reports = [
      { unit: 'P', values: [100] },
      { unit: 'A', parent: 'P', values: [120] },
      { unit: 'B', parent: 'P', values: [80] },
    ];
    expect(facts(aboveParent(told(reports)))).toEqual([
      { measure: 'installed', value: 120, parentName: 'Xã P', parentValue: 100 },
    ]);
  });
  it('a residents’ figure that grew by exactly the staff below', () => {
    const staff = { unit: 'CQ', form: 'mau-01', parent: 'A', values: [40] } as const;
    expect(facts(staffAdded(told([{ unit: 'A', values: [1000, 1040] }, staff])))).toEqual([
      { value: 1040, earlier: 1000, since: '2021-08-21', staff: 40 },
    ]);
    expect(staffAdded(told([{ unit: 'A', values: [1000, 1041] }, staff]))).toEqual([]);
  });
});

function version(report: CountedReport): Version {
  return { report, day: report.date, outcome: 'counts', version: 1, findings: [] };
}

describe('comparing', () => {
  it('leaves quiet days quiet', () => {
    expect(
      compareAcross(
        told([
          { unit: 'A', base: 5000, values: [...steady, 1300] },
          { unit: 'B', values: [0, 0, 0] },
        ]),
      ),
    ).toEqual([]);
  });
  it('makes an accepted report one with warnings, and nothing else of any other', () => {
    const day = told([{ unit: 'A', values: [...steady, 12500] }]);
    const versions = day.reports.map(({ report }) => version(report));
    const other = day.reports.map(({ report }) => version({ ...report, path: 'inbox/2021-08-22/b.xlsx' }));
    const marked = conclude({ versions: [...versions, ...other], others: [] }, compareAcross(day));
    expect(marked.map(({ outcome }) => outcome)).toEqual(['accepted-with-warnings', 'accepted']);
    expect(marked[0]?.findings.map(({ code }) => code)).toContain('across/slip');
  });
});

describe('median and deviation', () => {
  it('are the middle and the middle distance', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(deviation([60, 50, 70, 60, 900])).toBe(10);
  });
});
