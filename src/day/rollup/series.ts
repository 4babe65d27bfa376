import { addDays } from '../../model/time.ts';
import type { DaySeries, SeriesPoint, UnitSeries } from '../series.ts';
import type { Share } from './plan.ts';
import type { ScopeView } from './rollup.ts';
import { totalPair, unitPair } from './sums.ts';
import { amountOf, type UnitDay } from './unit-day.ts';

/** A share, or a measure without a base. */
type Counted = Share | { readonly measure: string; readonly of: null };

const NO_PAIR = { numerator: null, denominator: null };

/**
 * The scope's first measure on every calendar day from the first report to the day itself, as it is known at the as-of
 * time; null with fewer than two days of reports.
 */
export function daySeries(view: ScopeView): DaySeries | null {
  const { plan, date, reportDays, unitsOn } = view;
  const share = plan.shares[0] ?? (plan.measure === null ? null : { measure: plan.measure, of: null });
  const [first] = reportDays;
  if (share === null || first === undefined || reportDays.length < 2) return null;
  const days: string[] = [];
  for (let day = first; day <= date; day = addDays(day, 1)) days.push(day);
  return {
    scope: plan.id,
    measure: share.measure,
    of: share.of,
    days,
    total: days.map((day) => totalPoint(day, unitsOn(day), share, view)),
    units: unitSeries(days, share, view),
    sent: null,
  };
}

function totalPoint(date: string, units: readonly UnitDay[], share: Counted, view: ScopeView): SeriesPoint {
  const having = units.filter(({ values }) => values.has(share.measure));
  const value = having.reduce((sum, { values }) => sum + (values.get(share.measure) ?? 0), 0);
  return {
    date,
    value: having.length === 0 ? null : value,
    ...(share.of === null ? NO_PAIR : totalPair(units, share, view.folder)),
    carried: having.filter(({ carried }) => carried).length,
    units: having.length,
  };
}

/** The units of the last day, in roster order. */
function unitSeries(days: readonly string[], share: Counted, view: ScopeView): UnitSeries[] {
  const byDay = days.map((day) => new Map(view.unitsOn(day).map((unit) => [unit.code, unit])));
  return view.units.map(({ code, name }) => ({
    code,
    name,
    points: days.map((date, index) => unitPoint(date, byDay[index]?.get(code), share)),
  }));
}

function unitPoint(date: string, unit: UnitDay | undefined, share: Counted): SeriesPoint {
  const value = unit === undefined ? null : amountOf(unit, share.measure);
  const pair = unit === undefined || share.of === null ? NO_PAIR : unitPair(unit, share);
  const carried = value !== null && unit?.carried ? 1 : 0;
  return { date, value, ...pair, carried, units: value === null ? 0 : 1 };
}
