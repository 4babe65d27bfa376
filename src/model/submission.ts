import type { Finding } from './finding.ts';
import type { ArrivalEvidence, Outcome } from './outcome.ts';
import type { ReportFigure, Stated } from './report.ts';
import type { SummaryContent } from './summary-content.ts';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export interface Arrival {
  readonly at: Instant;
  readonly evidence: ArrivalEvidence;
  readonly channel: string | null;
  /** Nhập thay: the office entered it for the unit. */
  readonly onBehalf?: true;
  /** What each kind of evidence tells: it gives the order of files that `at` puts into one second. */
  readonly told?: { readonly [E in ArrivalEvidence]?: Instant };
}

/** Whether a report is the one that counts, with warnings or without. */
export function isCounted({ outcome }: Pick<DecidedSubmission, 'outcome'>): boolean {
  return outcome === 'accepted' || outcome === 'accepted-with-warnings';
}

/** A phone number on a row as a keyed hash, with the A1 address of its cell: numbers are compared, never kept. */
export interface HashedPhone {
  readonly hash: string;
  readonly cell: string;
}

/**
 * Who stands on a row, as keyed hashes of name and phone number, and of name and address; null where the row lacks them.
 * Rows of two files are compared, never kept.
 */
export type RowPrint = readonly [phone: string | null, place: string | null];

/**
 * One line of `files`: one report found, or one file that holds none. Before versions are settled its `standing`
 * says what it is by itself; `settle` (versions.ts) gives the outcome among its rivals.
 */
export interface Submission {
  /** Relative to the campaign folder, `/`; inside an archive `a.zip!/b.xlsx`. */
  readonly path: string;
  readonly sha256: string;
  /** Set where a file holds several reports. */
  readonly sheet: string | null;
  /** Names of all sheets of its file, in order: what travels names a sheet by its place. */
  readonly sheets: readonly string[];
  readonly arrival: Arrival;
  /** Folder date that it lies under, yyyy-mm-dd. */
  readonly folderDate: string;
  readonly form: string | null;
  readonly scope: string | null;
  readonly unit: string | null;
  readonly date: string | null;
  readonly figures: ReadonlyMap<string, ReportFigure>;
  readonly given: ReadonlyMap<string, boolean>;
  /** Numbers of the persons on its rows. */
  readonly phones: readonly HashedPhone[];
  /** Who stands on its rows; empty for a report without rows. */
  readonly rows: readonly RowPrint[];
  readonly stated: Stated;
  readonly standing: 'accepted' | 'rejected' | 'undecided' | 'ignored';
  readonly findings: readonly Finding[];
  /** Set for another office's summary: the reports of the units below it. */
  readonly summary?: SummaryContent;
}

export interface DecidedSubmission extends Submission {
  readonly outcome: Outcome;
  /** 1, 2, 3 … among the accepted versions of one unit, form and date, by arrival; null when never accepted. */
  readonly version: number | null;
}
