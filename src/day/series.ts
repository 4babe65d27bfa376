import type { ScopeSummary } from '../model/summary.ts';

/** One measure of a scope over the report days, for the sheet `Diễn biến`. */
export interface DaySeries {
  readonly scope: string;
  readonly measure: string;
  /** Base of the rates; null when the scope has none. */
  readonly of: string | null;
  /** Ascending, yyyy-mm-dd; every series below has one point a day, in this order. */
  readonly days: readonly string[];
  readonly total: readonly SeriesPoint[];
  readonly units: readonly UnitSeries[];
  /** The totals as they were last sent for those days; null for a day without a sent summary, and where no day has one. */
  readonly sent: readonly (SeriesPoint | null)[] | null;
}

export interface UnitSeries {
  readonly code: string;
  readonly name: string;
  readonly points: readonly SeriesPoint[];
}

export interface SeriesPoint {
  readonly date: string;
  /** Null: no report on that day or before it. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** For a unit: an earlier day's value stands in. For a total: how many units' values do. */
  readonly carried: number;
  /** Units in the sum; 1 or 0 for a unit. */
  readonly units: number;
}

/** The series with what was sent for its days beside what is known of them now: both are kept. By day: the scopes as sent. */
export function withSent(series: DaySeries, sent: ReadonlyMap<string, readonly ScopeSummary[]>): DaySeries {
  const points = series.days.map((date) => sentPoint(series, date, sent.get(date) ?? []));
  return points.every((point) => point === null) ? series : { ...series, sent: points };
}

function sentPoint(
  { scope, measure, of }: DaySeries,
  date: string,
  scopes: readonly ScopeSummary[],
): SeriesPoint | null {
  const total = scopes.find(({ id }) => id === scope)?.total;
  const figure = total?.figures[measure];
  if (total === undefined || figure === undefined) return null;
  const pair = total.coverages.find((each) => each.measure === measure && each.of === of);
  return {
    date,
    value: figure.value,
    numerator: pair?.numerator ?? null,
    denominator: pair?.denominator ?? null,
    carried: figure.carried,
    units: figure.units,
  };
}
