import { createHash } from 'node:crypto';
import type { LedgerEntry } from '../ledger/append.ts';
import type { ReceivedFile } from './inbox.ts';

/** What the ledger's cache holds under a key, or null. */
export type Kept = (key: string) => string | null;

/** A file that changed less than this before it was read may change again without its times showing it (FAT: 2 s). */
const GRAIN = 2_000;

/** Hash of a file that is as it was when it was last read; null where that cannot be told without reading it. */
export function unchanged(file: ReceivedFile, kept: Kept): string | null {
  const stamp = timesOf(file);
  const known = stamp === null ? null : kept(stampKey(file));
  if (known === null) return null;
  const { at, sha256 } = JSON.parse(known) as Stamp;
  return at === stamp ? sha256 : null;
}

/** What to keep of a file that was read at a moment, so that it need not be read again as long as it lies untouched. */
export function stampOf(file: ReceivedFile, sha256: string, readAt: number): readonly LedgerEntry[] {
  const at = timesOf(file);
  if (at === null || readAt - Math.max(file.modified, file.changed ?? readAt) < GRAIN) return [];
  return [{ kind: 'cache', key: stampKey(file), reading: JSON.stringify({ at, sha256 } satisfies Stamp) }];
}

interface Stamp {
  readonly at: string;
  readonly sha256: string;
}

/** Its own time can be set by anybody, and a copy keeps it: only the time that the disk itself keeps tells. */
function timesOf({ size, modified, changed }: ReceivedFile): string | null {
  return changed === null ? null : JSON.stringify([size, modified, changed]);
}

/** Names of files may hold names of persons, so they are no keys. */
function stampKey({ shown }: ReceivedFile): string {
  return digest(['stamp', shown]);
}

export function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
