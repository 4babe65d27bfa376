import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { becomes } from '../../../kinds/taken.ts';
import { draw } from '../../../sheet.ts';

const HEAD = 'XÃ HOÀI SƠN\nBÁO CÁO HÀNG NGÀY\nSTT | Thôn, tổ | Số điện thoại | Lũy kế đến thời điểm hiện tại';

interface Hamlet {
  readonly name: string;
  readonly count: number;
}

/** Some hamlets with numbers of their own. */
const hamlets = fc
  .uniqueArray(fc.integer({ min: 2, max: 900 }), { minLength: 3, maxLength: 9 })
  .map((counts) => counts.map((count, n): Hamlet => ({ name: `Thôn Ví Dụ ${n + 1}`, count })));

const sumOf = (list: readonly Hamlet[]): number => list.reduce((sum, { count }) => sum + count, 0);
const rowsOf = (list: readonly Hamlet[]): string[] =>
  list.map(({ name, count }, n) => `${n + 1} | ${name} | | ${count}`);
const figure = (rows: readonly string[]): number | null => becomes(draw([HEAD, ...rows].join('\n'))).value;
const into = (rows: readonly string[], at: number, ...more: string[]): string[] => [
  ...rows.slice(0, at),
  ...more,
  ...rows.slice(at),
];

/** A list that counts, with a place in it. */
const placed = hamlets.chain((list) => fc.tuple(fc.constant(list), fc.nat({ max: list.length })));

/** What must not make the figure more than it was. */
const ADDED: readonly (readonly [
  string,
  (rows: string[], list: readonly Hamlet[], at: number) => string[],
])[] = [
  ['a total anywhere', (rows, list, at) => into(rows, at, `Tổng cộng | | | ${sumOf(list)}`)],
  ['a total by another name', (rows, list, at) => into(rows, at, `| Toàn xã | | ${sumOf(list)}`)],
  ['a bare total on top', (rows, list) => [`| | | ${sumOf(list)}`, ...rows]],
  ['a bare total at the end', (rows, list) => [...rows, `| | | ${sumOf(list)}`]],
  ['a total in bold', (rows, list) => [...rows, `${rows.length + 1} | **Các thôn** | | **${sumOf(list)}**`]],
  [
    'a sum by formula',
    (rows, list) => [
      ...rows,
      `${rows.length + 1} | Các thôn | | =SUM(D4:D${rows.length + 3}) -> ${sumOf(list)}`,
    ],
  ],
  [
    'a parent over the rest',
    (rows, list, at) => into(rows, at, `I | Cụm dân cư | | ${sumOf(list.slice(at))}`),
  ],
  [
    '"trong đó" under a row',
    (rows, list, at) =>
      at === 0 ? rows : into(rows, at, `| Trong đó: nữ | | ${Math.floor((list[at - 1]?.count ?? 0) / 2)}`),
  ],
  [
    '"trong đó" of too many',
    (rows, list, at) =>
      at === 0 ? rows : into(rows, at, `| Trong đó: nữ | | ${(list[at - 1]?.count ?? 0) + 1}`),
  ],
  ['a carried line', (rows, list, at) => into(rows, at, `| Mang sang | | ${sumOf(list.slice(0, at))}`)],
  ['a carried line that is wrong', (rows, list, at) => into(rows, at, `| Mang sang | | ${sumOf(list) + 7}`)],
  [
    'a sum of a page',
    (rows, list, at) => (at === 0 ? rows : into(rows, at, `Cộng trang 1 | | | ${sumOf(list.slice(0, at))}`)),
  ],
  ['an example', (rows, _, at) => into(rows, at, 'VD | Thôn Mẫu | | 120')],
  ['numbers of the columns', (rows) => ['(1) | (2) | (3) | (4)', ...rows]],
  [
    'those without',
    (rows) => [
      ...rows,
      'II | Danh sách người chưa cài đặt',
      '1 | Thôn Ví Dụ | | 40',
      '2 | Thôn Giả Định | | 31',
    ],
  ],
  [
    'men and women',
    (rows, list, at) =>
      at === 0 ? rows : into(rows, at, `| Nam | | ${(list[at - 1]?.count ?? 2) - 1}`, '| Nữ | | 1'),
  ],
];

describe('what is no addend', () => {
  it.each(ADDED)('%s never raises the figure', (_, add) => {
    fc.assert(
      fc.property(placed, ([list, at]) => {
        const rows = rowsOf(list);
        const before = figure(rows);
        fc.pre(before !== null);
        const after = figure(add(rows, list, at));
        if (after !== null) expect(after).toBeLessThanOrEqual(sumOf(list));
      }),
      { numRuns: 60 },
    );
  });

  it('a total, a parent, a part and an example that are right cost nothing', () => {
    fc.assert(
      fc.property(placed, ([list, at]) => {
        const rows = rowsOf(list);
        fc.pre(figure(rows) === sumOf(list) && at > 0);
        const half = Math.floor((list[at - 1]?.count ?? 0) / 2);
        const more = [
          'VD | Thôn Mẫu | | 12',
          ...into(rows, at, `| Trong đó: nữ | | ${half}`),
          `Tổng cộng | | | ${sumOf(list)}`,
        ];
        expect(figure(more)).toBe(sumOf(list));
      }),
      { numRuns: 60 },
    );
  });
});

describe('hamlets', () => {
  it('count the same in any order', () => {
    fc.assert(
      fc.property(
        hamlets.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length })),
        ),
        ([list, other]) => {
          const [before, after] = [figure(rowsOf(list)), figure(rowsOf(other))];
          fc.pre(before !== null && after !== null);
          expect(after).toBe(before);
          expect(after).toBe(sumOf(list));
        },
      ),
      { numRuns: 100 },
    );
  });
});
