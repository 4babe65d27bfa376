import type { Io } from '../io.ts';
import { type OpenLetter, readLetter } from '../letter/read-letter.ts';
import { UserError } from '../model/error.ts';
import { readLetterFile } from '../read/letter.ts';
import { absolute } from './folder.ts';
import { committeeAbove } from './places.ts';

/** Reads the letter of `init --letter`. Throws a UserError for what is no letter. */
export async function openLetter(io: Io, path: string): Promise<OpenLetter> {
  const file = absolute(io, path);
  const info = io.files.info(file);
  if (info === null || info.kind === 'folder') throw new UserError({ kind: 'path-not-found', path });
  const told = await readLetterFile(file, bytesOf(io, file, path), await io.office());
  if (told.kind === 'refused') throw new UserError({ kind: 'letter-unread', path, why: told.why });
  return readLetter(told.text, committeeAbove);
}

function bytesOf(io: Io, file: string, path: string): Uint8Array {
  try {
    return io.files.read(file);
  } catch (error) {
    throw new UserError({ kind: 'cannot-read', path, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
}
