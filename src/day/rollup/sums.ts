import type { CampaignFolder } from '../../model/campaign.ts';
import { percent, ratioOf } from '../../model/ratio.ts';
import type { Coverage, TotalCoverage, TotalFigure } from '../../model/summary.ts';
import { isBase, type ScopePlan, type Share } from './plan.ts';
import { amountOf, type UnitDay } from './unit-day.ts';

/** Sums by measure over the units that have it; a measure that no unit has is absent. */
export function totalFigures(
  plan: ScopePlan,
  units: readonly UnitDay[],
): { readonly [measure: string]: TotalFigure } {
  const figures: { [measure: string]: TotalFigure } = {};
  for (const { id } of plan.form.measures) {
    const having = units.filter(({ values }) => values.has(id));
    if (having.length === 0) continue;
    figures[id] = {
      value: having.reduce((sum, { values }) => sum + (values.get(id) ?? 0), 0),
      units: having.length,
      carried: having.filter(({ carried }) => carried).length,
    };
  }
  return figures;
}

export interface Pair {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export function unitPair(unit: UnitDay, share: Share): Pair {
  return { numerator: amountOf(unit, share.measure), denominator: amountOf(unit, share.of) };
}

/**
 * Numerator and denominator summed over the units that gave both. Where no unit has the base and the office knows its
 * own, all counts over the office's (contract section 1, `bases`). Null when nobody gave both.
 */
export function totalPair(units: readonly UnitDay[], share: Share, folder: CampaignFolder): Pair {
  const office = officeBase(units, share, folder);
  const pairs = sharing(units, share, office);
  if (pairs.length === 0) return { numerator: null, denominator: office };
  return {
    numerator: pairs.reduce((sum, pair) => sum + (pair.numerator ?? 0), 0),
    denominator: office ?? pairs.reduce((sum, pair) => sum + (pair.denominator ?? 0), 0),
  };
}

/** The pairs of the units that are in a total's rate. */
function sharing(units: readonly UnitDay[], share: Share, office: number | null): readonly Pair[] {
  return units
    .map((unit) => unitPair(unit, share))
    .filter(({ numerator, denominator }) => numerator !== null && (office !== null || denominator !== null));
}

/** The office's base of its area, when the total is to be taken over it: no unit of the scope has that base itself. */
export function officeBase(units: readonly UnitDay[], share: Share, folder: CampaignFolder): number | null {
  if (!isBase(share.of)) return null;
  const own = units.some((unit) => unit.below.length === 0 && amountOf(unit, share.of) !== null);
  return own ? null : folder.campaign.bases?.[share.of] || null;
}

/** The rate of a total, with the number of units that it speaks of. */
export function totalCoverage(
  units: readonly UnitDay[],
  share: Share,
  folder: CampaignFolder,
): TotalCoverage {
  return {
    ...coverage(share, totalPair(units, share, folder)),
    units: sharing(units, share, officeBase(units, share, folder)).length,
  };
}

export function coverage(share: Share, { numerator, denominator }: Pair): Coverage {
  const ratio = ratioOf(numerator, denominator);
  return { ...share, numerator, denominator, percent: ratio === null ? null : percent(ratio) };
}
