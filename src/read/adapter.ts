import type { Finding } from '../model/finding.ts';
import type { Workbook } from '../model/grid.ts';
import type { Instant } from '../model/submission.ts';
import type { Zip } from '../pack/zip.ts';
import type { FileKind } from './document.ts';
import type { Limits, Work } from './limits.ts';
import type { Office } from './office.ts';

/** One file on its way to an adapter: its kind has been told from its content. */
export interface Source {
  /** As in `Document.path`; findings of the adapter carry it as `at.file`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly kind: FileKind;
  /** Finer than `kind` where that helps a sentence: `png`, `rar`, `video`, `pptx`; else the kind itself. */
  readonly format: string;
  /** The package that the kind was told from, where it is one. Its budget is shared with the archives around it. */
  readonly zip: Zip | null;
  readonly limits: Limits;
  /** Shared by all files of the received file. */
  readonly work: Work;
  /** LibreOffice, where the machine has it. */
  readonly office?: Office | null;
  /** Milliseconds that a program which we start may take. */
  readonly patience: number;
}

/** What an adapter found: a workbook, or files inside, or findings that say why neither. */
export interface Contents {
  readonly workbook: Workbook | null;
  readonly findings: readonly Finding[];
  /** Files of an archive or mail, in their order. `read` takes each through kind and adapter again. */
  readonly inner?: readonly InnerFile[];
}

export interface InnerFile {
  /** With `/`; becomes the part after `!/`. */
  readonly name: string;
  /** May throw a fault (`pack/fault.ts`): that file alone then carries the finding. */
  readonly open: () => Uint8Array;
  /** The Date header of the mail that carried it; null takes that of the file around it. */
  readonly mailDate: Instant | null;
}

/**
 * Reads one kind of file. Bad bytes may be met with a throw of any kind: a pack fault becomes the finding of its kind
 * (`file/limit`, `file/password`, `file/timeout`), anything else `file/damaged`.
 */
export type Adapter = (source: Source) => Contents | Promise<Contents>;
