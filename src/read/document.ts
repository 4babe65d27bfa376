import type { Finding } from '../model/finding.ts';
import type { Workbook } from '../model/grid.ts';
import type { Instant } from '../model/submission.ts';

/** What a file is, told from its content, never from its name. */
export type FileKind =
  | 'xlsx'
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'docx'
  | 'doc'
  | 'csv'
  | 'html'
  | 'spreadsheetml'
  | 'sylk'
  | 'zip'
  | 'eml'
  | 'tnef'
  | 'pdf'
  | 'picture'
  | 'encrypted'
  | 'empty'
  | 'unknown';

/**
 * One table-bearing file after reading: the file itself, or an entry of an archive or mail. A file that could not be
 * read has no workbook, and a `file/…` finding says why.
 */
export interface Document {
  /** As given to `read`; inside an archive or mail `outer!/inner`. */
  readonly path: string;
  /** Lower-case hex of the bytes of this document itself. */
  readonly sha256: string;
  readonly kind: FileKind;
  readonly workbook: Workbook | null;
  /** Places carry `file: path`. */
  readonly findings: readonly Finding[];
  /** The Date header of the mail that carried it. */
  readonly mailDate: Instant | null;
  /** Of a text that carries a workbook inside it, and of that workbook: a report may stand in either. */
  readonly role?: 'carrier' | 'carried';
  /** The bytes of a document with a table, where `keepBytes` asked for them. */
  readonly bytes?: Uint8Array;
}
