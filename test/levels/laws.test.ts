import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../src/model/campaign.ts';
import type { Submission } from '../../src/model/submission.ts';
import type { UnitLine } from '../../src/model/summary.ts';
import type { Unit } from '../../src/model/units.ts';
import { at, DAILY, ONCE, sent, unit } from '../model/world.ts';
import {
  aggregate,
  campaignOf,
  figuresOf,
  leavesOf,
  type Office,
  summariesBelow,
  type World,
  withAllFiles,
  withSummaries,
} from './tree.ts';

/** Trees of two to four levels with leaves of two kinds, some with a base, some split by validity. All invented. */

const leaf = fc.record({
  base: fc.option(fc.constantFrom(0, 7, 1505, 5120)),
  population: fc.option(fc.constantFrom(900, 71533)),
  kind: fc.constantFrom('xã', 'phường', 'cơ quan'),
  split: fc.option(fc.integer({ min: 14, max: 19 }), { freq: 5 }),
});

type LeafFacts = typeof leaf extends fc.Arbitrary<infer T> ? T : never;
/** A tree without codes yet: numbers of leaves below offices. */
interface Sketch {
  readonly leaves: readonly LeafFacts[];
  readonly below: readonly Sketch[];
}

const district: fc.Arbitrary<Sketch> = fc
  .array(leaf, { minLength: 1, maxLength: 4 })
  .map((leaves) => ({ leaves, below: [] }));
const above = (inner: fc.Arbitrary<Sketch>): fc.Arbitrary<Sketch> =>
  fc.array(inner, { minLength: 1, maxLength: 3 }).map((below) => ({ leaves: [], below }));
const tree = fc
  .oneof(above(district), above(above(district)), above(above(above(district))))
  .map((sketch) => build(sketch, 'O'));

function build(sketch: Sketch, code: string): Office {
  return {
    code,
    leaves: sketch.leaves.flatMap((facts, n) => linesOf(`${code}-${n}`, facts)),
    below: sketch.below.map((below, n) => build(below, `${code}${n}`)),
  };
}

function linesOf(code: string, { base, population, kind, split }: LeafFacts): Unit[] {
  const bases = { smartphone_users: base, population, adults: null };
  if (split === null) return [unit(code, { kind, bases })];
  return [
    unit(code, { kind, bases, validTo: `2021-08-${split}` }),
    unit(code, { kind, name: `Tên mới ${code}`, validFrom: `2021-08-${split + 1}` }, 777),
  ];
}

const DAYS = { min: 13, max: 20 };

const report = fc.record({
  leaf: fc.nat(),
  day: fc.integer(DAYS),
  time: fc.constantFrom('09:00', '14:59:59', '15:00', '15:20', '15:50'),
  value: fc.integer({ min: 0, max: 6000 }),
  again: fc.boolean(),
  standing: fc.constantFrom<Submission['standing']>('accepted', 'accepted', 'accepted', 'undecided'),
});

/** More than this of a unit would wait, alone or in a summary: twice its base, its population. */
function mostOf(lines: readonly Unit[]): number {
  const limits = lines.flatMap(({ bases: { smartphone_users: base, population } }) => [
    ...(base ? [2 * base] : []),
    ...(population ? [population] : []),
  ]);
  return Math.min(6000, ...limits);
}

function submissions(
  office: Office,
  drawn: readonly (typeof report extends fc.Arbitrary<infer T> ? T : never)[],
) {
  const leaves = [...new Map(leavesOf(office).map((each) => [each.code, each])).values()];
  return drawn.flatMap(({ leaf: n, day, time, value: drawnValue, again, standing }, i): Submission[] => {
    const { code, kind } = leaves[n % leaves.length] ?? unit('?');
    const value = drawnValue % (mostOf(leavesOf(office).filter((each) => each.code === code)) + 1);
    const figures =
      kind === 'cơ quan'
        ? { staff_total: value + 9, staff_with_smartphone: value, staff_installed: value >> 1 }
        : value;
    const path = `inbox/2021-08-${day}/${i}`;
    const one = sent(code, `${day} ${time}`, figures, { path, standing });
    return again ? [one, { ...one, path: `${path} again`, sha256: one.sha256 }] : [one];
  });
}

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

const changes: fc.Arbitrary<Partial<Campaign>> = fc.record({
  targets: fc.constantFrom([], targets),
  missing: fc.constantFrom('carry-forward' as const, 'exclude' as const),
  workingDays: fc.constantFrom(null, [1, 2, 3, 4, 5]),
  period: fc.constantFrom({ from: null, to: null }, { from: '2021-08-15', to: '2021-08-18' }),
  exempt: fc.constantFrom([], [{ unit: 'O0-0', from: null, to: '2021-08-16', reason: 'bão' }]),
});

const world = tree.chain((office) =>
  fc.record({
    office: fc.constant(office),
    world: fc
      .record({
        changes,
        leafCollect: fc.constantFrom(
          [DAILY, ONCE],
          [{ ...DAILY, due: null }, ONCE],
          [DAILY, { ...ONCE, every: 'day' as const }],
        ),
        drawn: fc.array(report, { maxLength: 40 }),
        day: fc.integer(DAYS),
      })
      .map(
        ({ drawn, day, ...rest }): World => ({
          ...rest,
          sent: submissions(office, drawn),
          day: `2021-08-${day}`,
          asOf: at(`${day} 15:58`),
        }),
      ),
  }),
);

const runs = { numRuns: 100 };

/**
 * Scopes that nobody reports in are left out: whether they are listed depends on what the offices collect. So are the
 * files that do not count: they lie with the office that received them.
 */
function peopled<S extends { readonly units: readonly UnitLine[] }>(scopes: readonly S[]) {
  return scopes
    .filter(({ units }) => units.length > 0)
    .map((scope) => ({ ...scope, units: scope.units.map(({ attempt: _, ...unit }) => unit) }));
}

describe('a summary of summaries', () => {
  it('is the summary of all: totals, rates, changes, targets, completeness, lists', () => {
    fc.assert(
      fc.property(world, ({ office, world: of }) => {
        expect(peopled(figuresOf(withSummaries(office, of)))).toEqual(
          peopled(figuresOf(withAllFiles(office, of))),
        );
      }),
      runs,
    );
  });

  it('is that as well where the roster lists the leaves, and some of them send their own files too', () => {
    const some = fc.array(fc.nat(), { maxLength: 6 });
    const shuffled = (of: readonly Submission[]) =>
      fc.shuffledSubarray([...of], { minLength: of.length, maxLength: of.length });
    const mixed = fc.tuple(world, some).chain(([{ office, world: of }, picked]) => {
      const leaves = leavesOf(office);
      const raw = new Set(picked.map((n) => leaves[n % leaves.length]?.code));
      const own = of.sent.filter((each) => raw.has(each.unit ?? ''));
      const summaries = summariesBelow(office, of);
      const again = summaries.map((each) => ({ ...each, path: `${each.path} again` }));
      return fc.record({
        office: fc.constant(office),
        of: fc.constant(of),
        inbox: shuffled([...own, ...summaries, ...again]),
      });
    });
    fc.assert(
      fc.property(mixed, ({ office, of, inbox }) => {
        const seen = aggregate(campaignOf(office, of, true), inbox, of);
        expect(peopled(figuresOf(seen))).toEqual(peopled(figuresOf(withAllFiles(office, of))));
      }),
      runs,
    );
  });
});
