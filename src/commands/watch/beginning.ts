import { posix } from 'node:path';
import type { Io } from '../../io.ts';
import { landedIn } from '../../load/landing.ts';
import { ledgerFolder } from '../../load/memory.ts';
import { asDone, type Seen, type Watched } from './still.ts';

/**
 * What lay in the other folders when the day's watch of them first began: what came after is new, however often the watch
 * was stopped and started again since. It is kept in `.bluezone`, a file a day and folder.
 */
export function beginningOf(io: Io, root: string, date: string, from: readonly string[]): Watched {
  return new Map(from.flatMap((folder) => [...asDone(beginningIn(io, root, date, folder))]));
}

function beginningIn(io: Io, root: string, date: string, folder: string): readonly Seen[] {
  const name = `watch-${date}-${Buffer.from(folder).toString('base64url').slice(-40)}.json`;
  const path = posix.join(ledgerFolder(root), name);
  const kept = readKept(io, path);
  if (kept !== null) return kept;
  const now = landedIn(io, folder);
  io.files.write(path, new TextEncoder().encode(JSON.stringify(now)));
  return now;
}

function readKept(io: Io, path: string): readonly Seen[] | null {
  if (io.files.info(path) === null) return null;
  try {
    const kept: unknown = JSON.parse(new TextDecoder().decode(io.files.read(path)));
    return Array.isArray(kept) ? (kept as readonly Seen[]) : null;
  } catch {
    // Half a file, or none that this program wrote: the watch begins now.
    return null;
  }
}
