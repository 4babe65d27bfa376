import { compareRatios } from '../model/ratio.ts';
import type { UnitLine } from '../model/summary.ts';
import { daysBetween } from '../model/time.ts';
import type { ViewInput } from './input.ts';
import { lookupOf } from './lookup.ts';
import { coverageOf, type Pair, type ScopeLayout } from './scope/layout.ts';

/** A value that stands in for longer than this many days is doubtful. */
const STALE_DAYS = 3;

/**
 * Why a figure that counts is not shown as reached (contract section 4): it exceeds its base, fell without a reason, or
 * stands in for more than three days. Null where nothing speaks against it.
 */
export type Doubt = 'above-base' | 'fall' | 'stale';

export function doubtOf(input: ViewInput, layout: ScopeLayout, unit: UnitLine): Doubt | null {
  if (layout.pairs.some((pair) => isAbove(unit, pair))) return 'above-base';
  if (lookupOf(input).fallen.has(unit.code)) return 'fall';
  const figure = unit.figures[layout.main];
  const stale = figure?.carried === true && daysBetween(figure.date, input.summary.date) > STALE_DAYS;
  return stale ? 'stale' : null;
}

/** Whether a unit's figure exceeds its base. */
export function isAbove(unit: UnitLine, pair: Pair): boolean {
  const coverage = coverageOf(unit, pair);
  return coverage?.numerator != null && !!coverage.denominator && coverage.numerator > coverage.denominator;
}

/**
 * The units above their base without whose excess a total would not reach: empty where it reaches without it, or does not
 * reach at all. `reach` is a ratio of persons.
 */
export function reachedOnlyBy(
  layout: ScopeLayout,
  pair: Pair,
  reach: { readonly num: number; readonly den: number },
): readonly UnitLine[] {
  const total = coverageOf(layout.scope.total, pair);
  if (total?.numerator == null || !total.denominator) return [];
  const { numerator, denominator } = total;
  const above = layout.scope.units.filter((unit) => isAbove(unit, pair));
  const excess = above.reduce((sum, unit) => {
    const own = coverageOf(unit, pair);
    return sum + (own?.numerator ?? 0) - (own?.denominator ?? 0);
  }, 0);
  const reaches = (num: number) => compareRatios({ num, den: denominator }, reach) >= 0;
  return reaches(numerator) && !reaches(numerator - excess) ? above : [];
}
