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
  /** The totals as they were sent on those days, where they were; null for a day without a sent summary. */
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
