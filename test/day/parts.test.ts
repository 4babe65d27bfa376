import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conclude } from '../../src/day/outcome.ts';
import { NO_RULINGS, type Rulings } from '../../src/day/rulings.ts';
import { chooseVersions } from '../../src/day/versions.ts';
import type { RowPrint, Submission } from '../../src/model/submission.ts';
import { at, DAILY, FORMS, folder, ONCE, type Sent, sent, unit, viewed } from '../model/world.ts';

/** Two files of one unit, form and day (contract section 3). All invented. */

const town = folder([unit('A', {}, 3000), unit('C1', { kind: 'cơ quan' })], { collect: [DAILY, ONCE] });

/** Rows of persons by number. */
function persons(from: number, to: number): readonly RowPrint[] {
  return Array.from({ length: to - from + 1 }, (_, n) => [`phone ${from + n}`, `place ${from + n}`]);
}

/** A report with these persons, one install each. */
function list(path: string, time: string, rows: readonly RowPrint[], more: Sent = {}): Submission {
  return sent('A', `16 ${time}`, rows.length, { path, rows, ...more });
}

function outcomes(submissions: readonly Submission[], rulings: Partial<Rulings> = {}) {
  const settled = conclude(
    chooseVersions(submissions, {
      folder: town,
      asOf: at('16 23:00'),
      rulings: { ...NO_RULINGS, ...rulings },
    }),
    [],
  );
  return Object.fromEntries(
    settled.map(({ path, outcome, findings }) => [
      path,
      [outcome, ...findings.map(({ code }) => code)].join(' '),
    ]),
  );
}

function installed(submissions: readonly Submission[]): number | undefined {
  return viewed(town, submissions, '16', '16 23:00').line('A').figures.installed?.value;
}

const PART = 'accepted-with-warnings across/part';
const ASKED = 'undecided across/parts-unclear';

describe('the next version', () => {
  const first = list('a.xlsx', '10:00', persons(1, 60));

  it.each([
    ['repeats the earlier rows and has more', 'b.xlsx', persons(1, 80)],
    ['has two persons fewer', 'b.xlsx', persons(1, 58)],
    ['repeats just half', 'b.xlsx', persons(31, 90)],
    ['says so, without a row in common', 'b (sửa).xlsx', persons(100, 150)],
    ['says so by its number', 'b lần 2.xlsx', persons(100, 150)],
    ['is called a supplement, but has all the rows', 'b (bổ sung).xlsx', persons(1, 70)],
  ])('%s', (_, path, rows) => {
    const both = [first, list(path, '14:00', rows)];
    expect(outcomes(both)).toEqual({ 'a.xlsx': 'superseded', [path]: 'accepted across/replaced' });
    expect(installed(both)).toBe(rows.length);
  });

  it('is known by figures alone, where there are no rows to compare', () => {
    const both = [sent('A', '16 10:00', 100, { path: 'a' }), sent('A', '16 14:00', 90, { path: 'b' })];
    expect(outcomes(both)).toEqual({ a: 'superseded', b: 'accepted across/replaced' });
  });

  it('with a corrected number or address is the same person', () => {
    const corrected = persons(1, 60).map(
      ([phone, place], n): RowPrint => (n % 2 ? [`new ${n}`, place] : [phone, null]),
    );
    expect(outcomes([first, list('b', '14:00', corrected)])).toMatchObject({ b: 'accepted across/replaced' });
  });

  it('counts with a warning where it falls by half or more', () => {
    const fallen = [sent('A', '16 10:00', 100, { path: 'a' }), sent('A', '16 14:00', 50, { path: 'b' })];
    expect(outcomes(fallen).b).toBe('accepted-with-warnings across/replaced across/halved');
    expect(outcomes(fallen, { fallAccepted: () => true }).b).toBe('accepted across/replaced');
    expect(outcomes(fallen, { counts: ({ path }) => Number(path === 'b') }).b).toBe(
      'accepted across/replaced',
    );
    const less = [sent('A', '16 10:00', 100, { path: 'a' }), sent('A', '16 14:00', 51, { path: 'b' })];
    expect(outcomes(less).b).toBe('accepted across/replaced');
  });

  it('is all that a summary or a page of labelled lines is sent as', () => {
    const staff = { staff_total: 9, staff_with_smartphone: 9, staff_installed: 8 };
    const page = (path: string, time: string) => sent('C1', `16 ${time}`, staff, { path });
    expect(outcomes([page('a', '10:00'), page('b (bổ sung).docx', '14:00')])).toMatchObject({
      a: 'superseded',
    });
  });
});

describe('parts', () => {
  it.each([
    ['a supplement', 'a.xlsx', 'a (bổ sung).xlsx'],
    ['numbers', 'a phần 1.xlsx', 'a phần 2.xlsx'],
    ['a number beside a file without one', 'a.xlsx', 'a phần 2.xlsx'],
    ['a hamlet each', 'Hoài Phú - Thôn Mỹ Bình.xlsx', 'Hoài Phú - Thôn Cự Lễ.xlsx'],
    ['an old commune each', 'Hoài Hảo (xã Hoài Hảo cũ).xlsx', 'Hoài Hảo (xã Hoài Tân cũ).xlsx'],
  ])('by %s are added', (_, one, other) => {
    const both = [list(one, '10:00', persons(1, 60)), list(other, '14:00', persons(61, 90))];
    expect(outcomes(both)).toEqual({ [one]: PART, [other]: PART });
    expect(installed(both)).toBe(90);
    expect(installed([...both].reverse())).toBe(90);
  });

  it('need no order, and arrived with the first of them', () => {
    const three = ['1', '2', '3'].map((n, k) =>
      list(`phần ${n}.xlsx`, '14:00', persons(10 * k + 1, 10 * k + 10), { evidence: 'file-time' }),
    );
    const late = list('phần 4.xlsx', '15:30', persons(41, 45));
    expect(installed([...three, late])).toBe(35);
    const { line, sources, summary } = viewed(town, [...three, late], '16', '16 23:00');
    expect(line('A')).toMatchObject({ status: 'on-time', receivedAt: '2021-08-16T14:00:00+07:00' });
    expect(sources.map(({ path, value }) => [path, value])).toEqual([
      ['phần 1.xlsx', 10],
      ['phần 2.xlsx', 10],
      ['phần 3.xlsx', 10],
      ['phần 4.xlsx', 5],
    ]);
    expect(summary.files.map(({ outcome }) => outcome)).toEqual(Array(4).fill('accepted-with-warnings'));
  });

  it('are replaced one by one, or all by the whole', () => {
    const one = list('phần 1.xlsx', '10:00', persons(1, 20));
    const two = list('phần 2.xlsx', '11:00', persons(21, 40));
    const again = list('phần 2 (sửa).xlsx', '12:00', persons(21, 45));
    expect(installed([one, two, again])).toBe(45);
    expect(outcomes([one, two, again])['phần 2.xlsx']).toBe('superseded');
    expect(installed([one, two, list('cả xã.xlsx', '13:00', persons(1, 42))])).toBe(42);
  });

  it('count alone with a warning', () => {
    for (const path of ['a phần 1.xlsx', 'a (bổ sung).xlsx', 'Hoài Phú - thôn Cự Lễ.xlsx'])
      expect(outcomes([list(path, '10:00', persons(1, 5))])[path]).toBe(
        'accepted-with-warnings across/part-alone',
      );
    expect(outcomes([list('Hoài Phú 16-8.xlsx', '10:00', persons(1, 5))])).toEqual({
      'Hoài Phú 16-8.xlsx': 'accepted',
    });
  });

  it('fall against an earlier day as the whole that they are', () => {
    const before = sent('A', '15 14:00', 80, { path: 'before' });
    const both = [
      list('phần 1.xlsx', '10:00', persons(1, 50)),
      list('phần 2.xlsx', '14:00', persons(51, 90)),
    ];
    const codes = viewed(town, [before, ...both], '16', '16 23:00').findings.map(({ code }) => code);
    expect(codes).not.toContain('across/fall');
  });
});

describe('a question', () => {
  it.each([
    ['nothing says that they are parts', 'a.xlsx', 'b.xlsx', persons(61, 90)],
    ['some rows are in both', 'a.xlsx', 'b (bổ sung).xlsx', persons(51, 90)],
    ['both are part 1', 'a phần 1.xlsx', 'b phần 1.xlsx', persons(61, 90)],
    ['they are of 2 and of 3', 'a phần 1/2.xlsx', 'b phần 2/3.xlsx', persons(61, 90)],
    ['a correction is a supplement', 'a.xlsx', 'b sửa, bổ sung thôn.xlsx', persons(61, 90)],
    ['both are of one hamlet', 'a thôn Cự Lễ.xlsx', 'b thôn Cự Lễ.xlsx', persons(61, 90)],
  ])('where %s', (_, one, other, rows) => {
    const both = [list(one, '10:00', persons(1, 60)), list(other, '14:00', rows)];
    expect(outcomes(both)).toEqual({ [one]: ASKED, [other]: ASKED });
    expect(installed(both)).toBeUndefined();
  });

  it('where a supplement is a total alone', () => {
    const both = [
      sent('A', '16 10:00', 100, { path: 'a' }),
      sent('A', '16 14:00', 20, { path: 'b (bổ sung)' }),
    ];
    expect(outcomes(both)).toEqual({ a: ASKED, 'b (bổ sung)': ASKED });
  });

  it('is settled by a later whole, or by a decision', () => {
    const both = [list('a', '10:00', persons(1, 60)), list('b', '14:00', persons(61, 90))];
    expect(installed([...both, list('c', '15:00', persons(1, 91))])).toBe(91);
    expect(outcomes(both, { counts: ({ path }) => Number(path === 'a') })).toMatchObject({ b: 'superseded' });
    expect(outcomes(both, { together: () => 1 })).toEqual({ a: PART, b: PART });
    expect(outcomes(both, { together: () => 1, counts: ({ path }) => (path === 'b' ? 2 : 0) }).a).toBe(
      'superseded',
    );
    expect(outcomes(both, { together: () => 3, counts: ({ path }) => (path === 'b' ? 2 : 0) }).a).toBe(PART);
  });
});

describe('a report split into two files', () => {
  const name = fc.constantFrom(
    'a.xlsx',
    'a phần 1.xlsx',
    'a phần 2.xlsx',
    'a (bổ sung).xlsx',
    'a thôn Mỹ Bình.xlsx',
    'a thôn Cự Lễ.xlsx',
    'b.xlsx',
  );

  it('gives the whole or a question, never a part', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 39 }),
        name,
        name,
        fc.boolean(),
        (rows, cut, one, other, together) => {
          fc.pre(cut < rows && one !== other);
          const parts = [
            list(one, '10:00', persons(1, cut)),
            list(other, together ? '10:00' : '14:00', persons(cut + 1, rows)),
          ];
          expect([rows, undefined]).toContain(installed(parts));
        },
      ),
    );
  });
});

it('forms of the tests are as they are taken to be', () => {
  expect(FORMS.get('mau-02')?.layout).toBe('table');
});
