import { fail } from '../pack/fault.ts';
import type { ZipLimits } from '../pack/zip.ts';

/** What one received file may cost. A real report is a few hundred cells: these keep a hostile or broken file from stopping a run. */
export interface Limits extends ZipLimits {
  /** Bytes of the file as received. */
  readonly bytes: number;
  /** Nested elements of an XML part. */
  readonly depth: number;
  readonly sheets: number;
  /** Non-blank cells of one workbook. */
  readonly cells: number;
  /** Rows that a sheet may reach down to. */
  readonly rows: number;
  readonly columns: number;
  /** Entries of the shared string table. */
  readonly strings: number;
  readonly merges: number;
  /** Archives and mails that may lie around a report: 2 lets a zip come by mail, or within a zip. */
  readonly nesting: number;
  /** Milliseconds for one document, from its bytes to its cells. */
  readonly time: number;
}

export const LIMITS: Limits = {
  bytes: 200_000_000,
  entries: 10_000,
  inflated: 400_000_000,
  ratio: 400,
  depth: 200,
  sheets: 1_000,
  cells: 2_000_000,
  rows: 1_048_576,
  columns: 16_384,
  strings: 2_000_000,
  merges: 200_000,
  nesting: 2,
  time: 60_000,
};

export type LimitName = keyof Limits;

/** Throws a fault that names the limit when `count` is above it. */
export function within(limits: Limits, limit: LimitName, count: number): void {
  if (count > limits[limit]) fail({ kind: 'limit', limit, most: limits[limit] });
}

/** A function to call now and then in a long loop; it throws a fault once the time of a document is over. */
export function startClock(limits: Limits): () => void {
  const end = performance.now() + limits.time;
  return () => {
    if (performance.now() > end) fail({ kind: 'limit', limit: 'time', most: limits.time });
  };
}
