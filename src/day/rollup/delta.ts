import type { CampaignFolder } from '../../model/campaign.ts';
import type { Entry } from '../../model/entry.ts';
import { lineOn } from '../../model/lines.ts';
import { points, ratioOf } from '../../model/ratio.ts';
import type { Delta, TotalDelta } from '../../model/summary.ts';
import { isBase, type ScopePlan, type Share } from './plan.ts';
import { officeBase, type Pair, unitPair } from './sums.ts';
import type { UnitDay } from './unit-day.ts';

/**
 * Change of a unit's own report against the last earlier day on which it has an accepted one. Null for a report that is
 * carried or not there, without an earlier one, and for what is asked once.
 */
export function unitDelta(plan: ScopePlan, unit: UnitDay, entries: readonly Entry[]): Delta | null {
  const own = unit.entry;
  if (own === null || unit.carried || unit.once || unit.values.size === 0) return null;
  const earlier = entries.findLast(({ day, counts }) => counts && day < own.day);
  if (earlier === undefined) return null;
  const before: UnitDay = {
    ...unit,
    line: lineOn(plan.lines, unit.code, earlier.day),
    values: new Map([...earlier.source.figures].map(([id, { value }]) => [id, value])),
  };
  return change(plan, earlier.day, [[unit, before]], null);
}

/**
 * Change of the total against an earlier day, over the units that have a value, own or carried, at both moments; null
 * when none has.
 */
export function totalDelta(
  plan: ScopePlan,
  since: string,
  now: readonly UnitDay[],
  then: readonly UnitDay[],
  folder: CampaignFolder,
): TotalDelta | null {
  if (plan.once) return null;
  const [first] = plan.shares;
  const both = inBoth(now, then);
  const delta = change(plan, since, both, first ? officeBase(now, first, folder) : null);
  if (delta === null) return null;
  const main = first?.measure ?? plan.form.measures[0]?.id ?? '';
  return { ...delta, units: compared(both, main).length };
}

type Both = readonly [now: UnitDay, then: UnitDay];

/** The units that are in both lists, each on its two days. */
export function inBoth(now: readonly UnitDay[], then: readonly UnitDay[]): Both[] {
  const earlier = new Map(then.map((unit) => [unit.code, unit]));
  return now.flatMap((unit) => {
    const before = earlier.get(unit.code);
    return before === undefined ? [] : [[unit, before] as const];
  });
}

function change(plan: ScopePlan, since: string, both: readonly Both[], office: number | null): Delta | null {
  const delta: { [measure: string]: number } = {};
  for (const { id } of plan.form.measures) {
    const having = compared(both, id);
    if (having.length === 0) continue;
    delta[id] = having.reduce((sum, [a, b]) => sum + (a.values.get(id) ?? 0) - (b.values.get(id) ?? 0), 0);
  }
  if (Object.keys(delta).length === 0) return null;
  const [first] = plan.shares;
  return { ...delta, points: first === undefined ? null : pointsOf(first, both, office), since };
}

function compared(both: readonly Both[], measure: string): readonly Both[] {
  return both.filter((units) => units.every(({ values }) => values.has(measure)));
}

/** Null where a base changed between the two days: rates over different bases do not compare (domain 2). */
function pointsOf(share: Share, both: readonly Both[], office: number | null): number | null {
  const pairs = both
    .map(([a, b]) => [unitPair(a, share), unitPair(b, share)] as const)
    .filter((pair) => pair.every((p) => p.numerator !== null && (office !== null || p.denominator !== null)));
  const moved = pairs.some(([a, b]) => isBase(share.of) && a.denominator !== b.denominator);
  if (moved && office === null) return null;
  const now = sum(pairs.map(([a]) => a));
  const then = sum(pairs.map(([, b]) => b));
  const later = ratioOf(now.numerator, office ?? now.denominator);
  const earlier = ratioOf(then.numerator, office ?? then.denominator);
  return later === null || earlier === null || pairs.length === 0 ? null : points(later, earlier);
}

function sum(pairs: readonly Pair[]): { numerator: number; denominator: number } {
  return {
    numerator: pairs.reduce((total, { numerator }) => total + (numerator ?? 0), 0),
    denominator: pairs.reduce((total, { denominator }) => total + (denominator ?? 0), 0),
  };
}
