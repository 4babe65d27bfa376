import { posix } from 'node:path';
import type { Io } from '../io.ts';
import { readEmbedded } from '../levels/embedded.ts';
import { UserError } from '../model/error.ts';
import type { Summary } from '../model/summary.ts';
import { read } from '../read/read.ts';

/** A summary workbook that this program wrote: its bytes and the data that it carries. Throws a UserError for any other file. */
export async function openSummary(
  io: Io,
  path: string,
): Promise<{ readonly bytes: Uint8Array; readonly summary: Summary }> {
  if (io.files.info(path)?.kind !== 'file') throw new UserError({ kind: 'path-not-found', path });
  const bytes = io.files.read(path);
  const [document] = await read(posix.basename(path), bytes);
  const data = document?.workbook == null ? null : readEmbedded(document.workbook);
  if (data === null || typeof data === 'string' || 'limit' in data)
    throw new UserError({ kind: 'not-a-summary', path });
  return { bytes, summary: data.summary };
}
