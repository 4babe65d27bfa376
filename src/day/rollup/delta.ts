import type { CampaignFolder } from '../../model/campaign.ts';
import type { Entry } from '../../model/entry.ts';
import { heirOn, mergedOn } from '../../model/mergers.ts';
import { points, ratioOf } from '../../model/ratio.ts';
import { lineOn, type RosterLines } from '../../model/roster-lines.ts';
import type { Delta, TotalDelta } from '../../model/summary.ts';
import { BASE_IDS, type UnitBases } from '../../model/units.ts';
import { isBase, type ScopePlan, type Share } from './plan.ts';
import { standInFor } from './stand-in.ts';
import { officeBase, type Pair, unitPair } from './sums.ts';
import { amountOf, type UnitDay } from './unit-day.ts';

/**
 * Change of a unit's own report against the last earlier day on which it has an accepted one. Null for a report that is
 * carried or not there, without an earlier one, and for what is asked once.
 */
export function unitDelta(
  plan: ScopePlan,
  unit: UnitDay,
  book: ReadonlyMap<string, readonly Entry[]>,
): Delta | null {
  const entries = book.get(unit.code) ?? [];
  const own = unit.entry;
  if (own === null || unit.carried || unit.once || unit.values.size === 0) return null;
  const earlier = entries.findLast(({ day, counts }) => counts && day < own.day);
  const merged = mergedOn(plan.lines, unit.code, own.day);
  if (merged !== null && (earlier === undefined || earlier.day <= merged))
    return mergedDelta(plan, unit, own.day, book);
  if (earlier === undefined) return null;
  const before: UnitDay = {
    ...unit,
    line: lineOn(plan.lines, unit.code, earlier.day),
    values: new Map([...earlier.source.figures].map(([id, { value }]) => [id, value])),
  };
  return change(plan, earlier.day, [[unit, before]], null);
}

/** A merger lies between: the change is that of all units together of which it came, where each of them had reported. */
function mergedDelta(
  plan: ScopePlan,
  unit: UnitDay,
  day: string,
  book: ReadonlyMap<string, readonly Entry[]>,
): Delta | null {
  const before = (code: string) => (book.get(code) ?? []).filter((entry) => entry.day < day);
  const stand = standInFor(plan.lines, unit.code, day, before);
  if (stand === null || !stand.isWhole) return null;
  const values = new Map([...stand.entry.source.figures].map(([id, { value }]) => [id, value]));
  return change(plan, stand.newest, [[unit, { ...unit, values }]], null);
}

/**
 * Change of the total against an earlier day, over the units that have a value, own or carried, at both moments; null
 * when none has.
 */
export function totalDelta(
  plan: ScopePlan,
  { since, date }: { readonly since: string; readonly date: string },
  now: readonly UnitDay[],
  then: readonly UnitDay[],
  folder: CampaignFolder,
): TotalDelta | null {
  if (plan.once) return null;
  const [first] = plan.shares;
  const both = inBoth(now, then, plan.lines, date);
  const delta = change(plan, since, both, first ? officeBase(now, first, folder) : null);
  if (delta === null) return null;
  const main = first?.measure ?? plan.form.measures[0]?.id ?? '';
  return { ...delta, units: compared(both, main).length };
}

type Both = readonly [now: UnitDay, then: UnitDay];

/** The units that are in both lists, each on its two days; units that were merged by the later one are one unit. */
export function inBoth(
  now: readonly UnitDay[],
  then: readonly UnitDay[],
  lines: RosterLines,
  date: string,
): Both[] {
  const earlier = new Map<string, UnitDay[]>();
  for (const unit of then) {
    const code = heirOn(lines, unit.code, date) ?? unit.code;
    earlier.set(code, [...(earlier.get(code) ?? []), unit]);
  }
  return now.flatMap((unit) => {
    const before = earlier.get(unit.code);
    return before === undefined ? [] : [[unit, asOne(before)] as const];
  });
}

/** Units of one day as the one that they became; what one of them lacks is not known of all. */
function asOne(units: readonly UnitDay[]): UnitDay {
  const valid = units.filter(({ line }) => line !== null);
  const [first = units[0], ...others] = valid.length === 0 ? units : valid;
  if (others.length === 0) return first as UnitDay;
  const all = [first as UnitDay, ...others];
  const sum = (id: string): number | null =>
    all.reduce<number | null>((total, unit) => {
      const amount = amountOf(unit, id);
      return total === null || amount === null ? null : total + amount;
    }, 0);
  const values = [...(first as UnitDay).values.keys()].flatMap((id) => {
    const value = sum(id);
    return value === null ? [] : [[id, value] as const];
  });
  const bases = Object.fromEntries(BASE_IDS.map((id) => [id, sum(id)])) as UnitBases;
  const { line } = first as UnitDay;
  return { ...(first as UnitDay), line: line === null ? null : { ...line, bases }, values: new Map(values) };
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
