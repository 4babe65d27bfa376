import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Campaign, CampaignFolder } from '../../../src/model/campaign.ts';
import type { Submission } from '../../../src/model/submission.ts';
import type { Coverage, Summary } from '../../../src/model/summary.ts';
import { DAILY, folder, ONCE, sent, unit, viewed } from '../../model/world.ts';

/** Rosters with gaps, splits, parents and agencies; campaigns of every kind; files in any state. All invented. */

const CODES = ['A', 'B', 'C', 'D', 'E', 'F'];
const day = fc.integer({ min: 13, max: 20 });
const iso = day.map((d) => `2021-08-${d}`);
const base = fc.option(fc.constantFrom(0, 1, 7, 1505, 5120, 71533));

const line = fc.record({
  bases: fc.record({ smartphone_users: base, population: base, adults: fc.constant(null) }),
  kind: fc.constantFrom('xã', 'phường', 'cơ quan', 'huyện'),
  parent: fc.option(fc.constantFrom('A', 'B', 'office')),
  split: fc.option(day, { freq: 4 }),
  gone: fc.option(iso, { freq: 6 }),
});

const roster = fc.array(line, { minLength: 1, maxLength: CODES.length }).map((lines) =>
  lines.flatMap(({ split, gone, ...facts }, i) => {
    const code = CODES[i] ?? 'Z';
    if (split === null) return [unit(code, { ...facts, validTo: gone, line: 2 + 2 * i })];
    return [
      unit(code, { ...facts, validTo: `2021-08-${split}`, line: 2 + 2 * i }),
      unit(
        code,
        { kind: facts.kind, name: 'Tên mới', validFrom: `2021-08-${split + 1}`, line: 3 + 2 * i },
        777,
      ),
    ];
  }),
);

const targets = [60, 90].flatMap((share) => [
  {
    id: `r-${share}`,
    scope: 'residents',
    measure: 'installed',
    of: share === 60 ? 'smartphone_users' : 'population',
    reach: { num: share, den: 100 },
    by: '2021-08-18',
  },
  {
    id: `s-${share}`,
    scope: 'staff',
    measure: 'staff_installed',
    of: 'staff_with_smartphone',
    reach: { num: share, den: 100 },
    by: null,
  },
]);

const campaign: fc.Arbitrary<Partial<Campaign>> = fc.record({
  targets: fc.constantFrom([], targets),
  missing: fc.constantFrom('carry-forward' as const, 'exclude' as const),
  bases: fc.constantFrom(null, { smartphone_users: 9999, date: null, source: null }),
  workingDays: fc.constantFrom(null, [1, 2, 3, 4, 5]),
  period: fc.constantFrom({ from: null, to: null }, { from: '2021-08-15', to: '2021-08-18' }),
  exempt: fc.constantFrom([], [{ unit: 'B', from: null, to: '2021-08-16', reason: 'bão' }]),
  collect: fc.constantFrom(
    [DAILY, ONCE],
    [
      { ...DAILY, due: null },
      { ...ONCE, every: 'day' as const },
    ],
    [ONCE, { ...DAILY, from: ['xã', 'phường', 'huyện'] }],
  ),
});

const world = fc
  .record({ units: roster, changes: campaign })
  .map(({ units, changes }): CampaignFolder => folder(units, changes));

const file = fc.record({
  code: fc.constantFrom(...CODES),
  day,
  time: fc.constantFrom('09:00', '14:59:59', '15:00', '15:20'),
  value: fc.integer({ min: 0, max: 100_000 }),
  staff: fc.boolean(),
  standing: fc.constantFrom<Submission['standing']>('accepted', 'accepted', 'accepted', 'undecided'),
});

const files = fc
  .array(file, { maxLength: 30 })
  .map((all) =>
    all.map(({ code, day: d, time, value, staff, standing }, i) =>
      sent(
        code,
        `${d} ${time}`,
        staff ? { staff_total: value + 9, staff_with_smartphone: value, staff_installed: value >> 1 } : value,
        { path: `inbox/2021-08-${d}/${i}`, standing },
      ),
    ),
  );

const runs = { numRuns: 1000 };

it('1,000 random rosters: every law of the summary holds on every one', () => {
  fc.assert(
    fc.property(world, files, day, (of, all, d) => {
      const { summary } = viewed(of, all, `${d}`, '20 23:00');
      for (const scope of summary.scopes) checkScope(scope);
      expectNumbers(summary);
    }),
    runs,
  );
});

it('what arrives after the as-of time never changes the view', () => {
  fc.assert(
    fc.property(world, files, day, (of, all, d) => {
      const later = sent('A', `${d} 16:00:01`, 5, { path: 'later' });
      expect(seen(of, [...all, later], d)).toEqual(seen(of, all, d));
    }),
  );
});

it('the order of files changes nothing', () => {
  const shuffled = files.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );
  fc.assert(
    fc.property(world, shuffled, day, (of, [one, other], d) => {
      expect(seen(of, other, d)).toEqual(seen(of, one, d));
    }),
  );
});

function seen(of: CampaignFolder, all: readonly Submission[], d: number) {
  const { summary, sources, findings, series } = viewed(of, all, `${d}`, `${d} 16:00`);
  return { summary, sources, findings, series };
}

function checkScope({ completeness: c, units, total, targets: states }: Summary['scopes'][number]) {
  expect(c.expected).toBe(c.onTime + c.late + c.missing + c.awaited);
  expect(c.reported).toBe(c.onTime + c.late);
  expect(c.expected + c.exempt + c.notRequired).toBe(units.length);
  for (const [measure, figure] of Object.entries(total.figures)) {
    const own = units.flatMap(({ figures }) => figures[measure] ?? []);
    expect(figure.value).toBe(own.reduce((sum, { value }) => sum + value, 0));
    expect(figure.units).toBe(own.length);
    expect(figure.carried).toBe(own.filter(({ carried }) => carried).length);
  }
  for (const coverage of [...total.coverages, ...units.flatMap(({ coverages }) => coverages)]) {
    checkPercent(coverage);
  }
  expect(total.coverage).toEqual(total.coverages[0]);
  for (const { reached, gap } of states) expect(reached).toBe(gap === null ? null : gap === 0);
  for (const { rank, coverage } of units)
    expect(rank === null).toBe(
      coverage?.percent == null || (coverage.numerator ?? 0) > (coverage.denominator ?? 0),
    );
  const places = units.flatMap(({ rank }) => rank ?? []).sort((a, b) => a - b);
  for (const [i, place] of places.entries()) expect(place === i + 1 || place === places[i - 1]).toBe(true);
}

function checkPercent({ numerator, denominator, percent }: Coverage) {
  if (numerator === null || denominator === null || denominator === 0) return expect(percent).toBeNull();
  const hundredths = (BigInt(numerator) * 20_000n + BigInt(denominator)) / (2n * BigInt(denominator));
  expect(percent).toBe(Number(hundredths) / 100);
}

/** No NaN and no infinity anywhere: JSON would turn them into null. */
function expectNumbers(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) expectNumbers(part);
}
