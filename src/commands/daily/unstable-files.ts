import type { Io } from '../../io.ts';
import { inboxFiles } from '../../load/inbox.ts';

/** A file that was touched within this time, or bears a time still to come, may be in the middle of being copied. */
const YOUNG = 15_000;
/** An empty file is one whose copying has only begun, until it has been so for this long. */
const EMPTY_TOO_LONG = 10 * 60_000;
const PAUSE = 1000;
const PAUSES = 5;

/**
 * Absolute paths of a day's files that are not at rest: size or time changes while one looks, or nothing is in them yet.
 * Waits a few seconds for them; what is still not at rest is for a later run.
 */
export async function unstableFiles(io: Io, base: string, date: string): Promise<readonly string[]> {
  let before = young(io, base, date);
  for (let n = 0; n < PAUSES && before.size > 0; n += 1) {
    await io.sleep(PAUSE);
    const now = young(io, base, date);
    const moving = new Map(
      [...now].filter(([path, seen]) => before.get(path) !== seen || seen.startsWith('0 ')),
    );
    if (moving.size === 0) return [];
    before = moving;
  }
  return [...before.keys()];
}

/** What was seen of each young file: size and times as text. */
function young(io: Io, base: string, date: string): Map<string, string> {
  const now = io.now();
  return new Map(
    inboxFiles(io, base, date)
      .files.filter(({ size, modified, changed }) => {
        const age = now - Math.max(modified, changed ?? modified);
        return age < YOUNG || (size === 0 && age < EMPTY_TOO_LONG);
      })
      .map(({ path, size, modified, changed }) => [path, `${size} ${modified} ${changed ?? ''}`]),
  );
}
