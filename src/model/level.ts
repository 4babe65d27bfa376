import type { Form } from './form.ts';
import type { ArrivalEvidence } from './outcome.ts';
import type { ReportFigure } from './report.ts';
import type { UnitStatus } from './summary.ts';
import type { UnitBases } from './units.ts';

/**
 * What a summary tells the office above beside its figures: who must report what by when, and every report that counts,
 * so that a summary of summaries is the summary of all, of earlier days too. It travels in the hidden sheet as the key
 * `level` beside the Summary. No names of files, contacts or reasons: those stay where they are.
 */
export interface LevelData {
  readonly schema: 'bluezone-report/level@1';
  readonly scopes: readonly LevelScope[];
}

export const LEVEL_SCHEMA = 'bluezone-report/level@1';

export interface LevelScope {
  /** Scope id, as in the Summary. */
  readonly id: string;
  readonly form: LevelForm;
  /** In the order of the summary. */
  readonly units: readonly LevelUnit[];
}

/** What an office that does not know the form needs of it. */
export type LevelForm = Pick<
  Form,
  'id' | 'version' | 'scope' | 'name' | 'sheetTitle' | 'measures' | 'defaultBase'
>;

/** A leaf unit: its lines of the roster, what it owes on the day of the summary, and all that it reported up to it. */
export interface LevelUnit {
  readonly code: string;
  readonly once: boolean;
  readonly lines: readonly LevelLine[];
  readonly owes: LevelObligation;
  /** Ascending by day, then version. */
  readonly entries: readonly LevelEntry[];
}

/** A roster line without contacts. Dates are yyyy-mm-dd and inclusive. */
export interface LevelLine {
  readonly name: string;
  /** Empty where the summary does not say. */
  readonly kind: string;
  readonly parent: string | null;
  readonly bases: UnitBases;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** As in the roster; a summary of the first edition does not say. */
  readonly successor?: string;
}

/** `stated` is the bare word of a summary that does not say what it goes by. */
export type LevelObligation =
  | { readonly kind: 'due'; readonly deadline: LevelDeadline | null }
  | { readonly kind: 'exempt' }
  | { readonly kind: 'not-required'; readonly because: 'validity' | 'period' | 'day-off' }
  | { readonly kind: 'stated'; readonly status: UnitStatus; readonly minutesLate: number | null };

/** `at` is ISO 8601 with offset. */
export interface LevelDeadline {
  readonly at: string;
  readonly rule: 'before' | 'no-later-than';
}

/** An accepted version of a report of a leaf. */
export interface LevelEntry {
  /** The day that it stands for. */
  readonly day: string;
  /** Its own date. */
  readonly date: string;
  /** ISO 8601 with offset; null where the summary does not say. */
  readonly at: string | null;
  readonly evidence: ArrivalEvidence;
  readonly version: number;
  /** The one of its day that counts; the others only tell when the unit first reported, and carry no figures. */
  readonly counts: boolean;
  /** First 12 digits of the hash of the file that it came in; empty where the summary does not say. */
  readonly sha256: string;
  readonly figures: { readonly [measure: string]: LevelFigure };
  /** Marks and pictures of the report that stands for the day of the summary. */
  readonly given?: { readonly [field: string]: boolean };
}

/** Sheet and cells of the file below are named for what stands for the day of the summary. */
export type LevelFigure = Pick<ReportFigure, 'value'> &
  Partial<Pick<ReportFigure, 'sheet' | 'cells' | 'counting'>>;
