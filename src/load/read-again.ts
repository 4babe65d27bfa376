import { posix } from 'node:path';
import type { Io } from '../io.ts';
import type { Workbook } from '../model/grid.ts';
import { read } from '../read/read.ts';
import { knownNames } from '../text/match/known.ts';
import { rescueWorkbook } from '../text/rescue-workbook.ts';
import type { Batch } from './load.ts';

/** A file of the day once more, with its bytes: what marking its cells needs, and no cache keeps. */
export interface FileAgain {
  /** As in `files` of the summary; inside an archive `a.zip!/b.xlsx`. */
  readonly path: string;
  /** The received file that it is, or that it lies in. */
  readonly outer: string;
  readonly isXlsx: boolean;
  readonly bytes: Uint8Array;
  /** Null for what could not be read. Texts are those that its findings stand on. */
  readonly workbook: Workbook | null;
}

/** Reads the received files that hold the given paths once more; in the order of `batch.files`. */
export async function* readAgain(
  io: Io,
  batch: Batch,
  paths: ReadonlySet<string>,
): AsyncGenerator<FileAgain> {
  const names = knownNames(batch.folder.roster);
  for (const { receipt } of batch.files) {
    const outer = receipt.path;
    const wanted = [...paths].some((path) => path === outer || path.startsWith(`${outer}!/`));
    if (!wanted) continue;
    const name = posix.basename(outer);
    const bytes = io.files.read(posix.join(batch.base, outer));
    const options = { office: await io.office(), keepBytes: true };
    for (const document of await read(name, bytes, options)) {
      const path = outer + document.path.slice(name.length);
      if (!paths.has(path)) continue;
      const { workbook } = document;
      yield {
        path,
        outer,
        isXlsx: document.kind === 'xlsx',
        bytes: document.bytes ?? new Uint8Array(0),
        workbook: workbook === null ? null : rescueWorkbook(workbook, names).workbook,
      };
    }
  }
}
