import type { Finding } from '../model/finding.ts';
import type { Claim, DateClaim, ReportFigure, Stated } from '../model/report.ts';
import type { HashedPhone, Instant, RowPrint } from '../model/submission.ts';
import type { SummaryContent } from '../model/summary-content.ts';

/** A received file after reading: plain data, so that it can be kept in the cache. It holds no name and no phone. */
export interface OpenedFile {
  /** Empty where it could not be opened. */
  readonly sha256: string;
  readonly documents: readonly OpenedDocument[];
  /** Every day that its reports state. */
  readonly statedDates: readonly string[];
}
/** A report without its rows: what identification, posting and comparing need. */
export interface OpenedReport {
  readonly form: string;
  readonly sheet: string;
  readonly figures: readonly (readonly [string, ReportFigure])[];
  readonly given: readonly (readonly [string, boolean])[];
  readonly unitClaims: readonly Claim[];
  readonly dateClaims: readonly DateClaim[];
  readonly findings: readonly Finding[];
  readonly phones: readonly HashedPhone[];
  readonly rows: readonly RowPrint[];
  readonly stated: Stated;
  /** Set for another office's summary. */
  readonly summary?: SummaryContent;
}

export interface OpenedDocument {
  /** `` for the file itself, `!/b.xlsx` inside an archive. */
  readonly inner: string;
  readonly sha256: string;
  readonly mailDate: Instant | null;
  /** Names of its sheets, in order. */
  readonly sheets: readonly string[];
  /** About the document and about each of its reports; places carry no file yet. */
  readonly findings: readonly Finding[];
  readonly reports: readonly OpenedReport[];
}
