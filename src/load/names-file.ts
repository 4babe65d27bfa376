import type { Io } from '../io.ts';
import { UserError } from '../model/error.ts';
import { read } from '../read/read.ts';
import { absolute } from './folder.ts';

/** The names in a file of any kind that can be read: of each row the first cell that has letters, of a cell its lines. */
export async function namesInFile(io: Io, file: string): Promise<readonly string[]> {
  const path = absolute(io, file);
  if (io.files.info(path)?.kind !== 'file') throw new UserError({ kind: 'path-not-found', path: file });
  const [document] = await read(file, io.files.read(path));
  const sheet = document?.workbook?.sheets.find(({ rows, hidden }) => !hidden && rows.length > 0);
  return (sheet?.rows ?? []).flatMap(({ cells }) => {
    const words = cells.find(({ shown }) => /\p{L}/u.test(shown));
    return words === undefined ? [] : words.shown.split(/[\r\n;]+/);
  });
}
