import type { Severity } from './findings/severity.ts';
import type { ArrivalEvidence, Outcome } from './outcome.ts';
import type { CountingProof, RowsProof } from './report.ts';

/** Contract section 3, key for key. Instants are ISO 8601 with the campaign zone's offset; dates yyyy-mm-dd. */
export interface Summary {
  readonly schema: 'bluezone-report/summary@1';
  readonly campaign: { readonly name: string; readonly authority: string };
  readonly date: string;
  readonly asOf: string;
  readonly provisional: boolean;
  readonly scopes: readonly ScopeSummary[];
  readonly files: readonly FileLine[];
  readonly findings: readonly FindingLine[];
}

export interface ScopeSummary {
  readonly id: string;
  readonly form: string;
  /** A unit of this scope, or an office that sends summaries, is awaited before its deadline. */
  readonly provisional: boolean;
  readonly completeness: Completeness;
  readonly total: {
    readonly figures: { readonly [measure: string]: TotalFigure };
    readonly coverage: TotalCoverage | null;
    readonly coverages: readonly TotalCoverage[];
    readonly delta: TotalDelta | null;
  };
  readonly targets: readonly TargetState[];
  readonly units: readonly UnitLine[];
  /** Offices that send summaries, where this scope has any. */
  readonly senders?: readonly SenderLine[];
}

export interface Completeness {
  readonly expected: number;
  readonly reported: number;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
  readonly awaited: number;
  readonly exempt: number;
  readonly notRequired: number;
}

export interface TotalFigure {
  readonly value: number;
  /** How many units are in the sum, and how many of them carried from an earlier day. */
  readonly units: number;
  readonly carried: number;
}

/** `percent` is rounded half up to 2 decimals from the integers; null without a denominator. */
export interface Coverage {
  readonly measure: string;
  readonly of: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly percent: number | null;
}

/** `units`: of how many units numerator and denominator are the sums. */
export interface TotalCoverage extends Coverage {
  readonly units: number;
}

/** Change by measure, and of the first coverage in percentage points; `since` is the day compared with. */
export type Delta = { readonly since: string; readonly points: number | null } & {
  readonly [measure: string]: number | string | null;
};

/** `units`: over how many units, those that have the scope's first measure at both moments. */
export type TotalDelta = Delta & { readonly units: number };

export interface TargetState {
  readonly id: string;
  readonly by: string | null;
  readonly reached: boolean | null;
  readonly gap: number | null;
  readonly perDay: number | null;
  readonly forecast: Forecast | null;
}

export interface Forecast {
  readonly method: 'pace-7';
  readonly reach: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export type UnitStatus = 'on-time' | 'late' | 'missing' | 'awaited' | 'exempt' | 'not-required';

export interface UnitFigure {
  readonly value: number;
  readonly date: string;
  readonly carried: boolean;
}

export interface UnitLine {
  readonly code: string;
  readonly name: string;
  readonly status: UnitStatus;
  readonly receivedAt: string | null;
  readonly minutesLate: number | null;
  readonly figures: { readonly [measure: string]: UnitFigure };
  readonly coverage: Coverage | null;
  readonly coverages: readonly Coverage[];
  readonly delta: Delta | null;
  readonly gaps: { readonly [target: string]: number | null } | null;
  /** Null without a ratio, and where the figure exceeds its base. */
  readonly rank: number | null;
  readonly attempt: Attempt | null;
}

/** The newest file of the day that is the unit's and does not count. */
export interface Attempt {
  readonly outcome: 'rejected' | 'undecided' | 'ignored';
  readonly path: string;
  readonly receivedAt: string;
}

export interface SenderLine {
  readonly code: string;
  readonly name: string;
  readonly status: UnitStatus;
  readonly receivedAt: string | null;
  readonly minutesLate: number | null;
}

export interface FileLine {
  readonly path: string;
  readonly sha256: string;
  readonly sheet?: string;
  readonly outcome: Outcome;
  readonly unit: string | null;
  readonly form: string | null;
  readonly date: string | null;
}

export interface FindingLine {
  readonly code: string;
  readonly severity: Severity;
  readonly file?: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly line?: number;
  readonly unit?: string;
  readonly message: string;
}

/** Where a printed figure came from: beside the Summary, for the sheet `Nguồn` and for `trace`. */
export interface FigureSource {
  readonly scope: string;
  readonly unit: string;
  readonly measure: string;
  readonly value: number;
  /** Report date of the value; earlier than the summary's when it is carried. */
  readonly date: string;
  readonly carried: boolean;
  readonly version: number;
  readonly sha256: string;
  readonly path: string;
  readonly sheet: string;
  readonly cells: string;
  readonly counting: CountingProof | null;
  /** What the rows of its table were taken for. */
  readonly rows?: readonly RowsProof[];
  readonly receivedAt: string;
  readonly evidence: ArrivalEvidence;
  /** Set where the file is another office's summary: what it says of the file that the figure came from there. */
  readonly through?: LowerSource;
}

/** A file one level down. Sheet and cells are null where the summary does not name them (a figure of an earlier day). */
export interface LowerSource {
  /** Code of the office that sent the summary, and of the unit there. */
  readonly sender: string;
  readonly unit: string;
  readonly version: number;
  /** First 12 digits; empty where the summary does not say. */
  readonly sha256: string;
  readonly sheet: string | null;
  readonly cells: string | null;
  /** ISO 8601 with offset. */
  readonly receivedAt: string | null;
  readonly evidence: ArrivalEvidence;
}
