import type { Counting } from './counted.ts';

/** What parsing knows beside the sheet. */
export interface ParseOptions {
  readonly counting: Counting;
  /** Completes days that are written without a year or month; without it they say nothing. */
  readonly day: string | null;
  /** First day of the campaign; null where it is unknown. Numbers under a date format are told from days by it. */
  readonly from: string | null;
}
