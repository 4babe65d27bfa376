import { randomBytes } from 'node:crypto';
import type { Io } from '../io.ts';
import type { LedgerEntry } from '../ledger/append.ts';
import { UserError } from '../model/error.ts';
import { sha256Of } from '../model/hash.ts';
import { CHANGING, type ReceivedFile } from './inbox.ts';
import type { Memory } from './memory.ts';

/** What files were read to, from run to run. */
export interface Keeper {
  /** The key of the keyed hashes that are kept. */
  readonly key: Uint8Array;
  /**
   * What `make` makes of a file, as plain data: from the cache where the file, or at least its bytes, are as they were.
   * `keyOf` tells all that it depends on besides; what is not `lasting` is made anew by every run.
   */
  through<T>(
    file: ReceivedFile,
    keyOf: (sha256: string) => string,
    make: (bytes: Uint8Array, sha256: string) => Promise<{ readonly made: T; readonly lasting: boolean }>,
  ): Promise<T>;
  /** What to keep: readings that were not in the cache, and the key that their hashes were made with. */
  newEntries(): readonly LedgerEntry[];
}

type Kept = (key: string) => string | null;

/** The cache of a campaign's ledger. Hashes made with a key that was lost are worth nothing, so all is made anew then. */
export function keeperOf(io: Io, memory: Memory): Keeper {
  const key = memory.key ?? randomBytes(32);
  const kept: Kept = memory.key === null ? () => null : (name) => unsealed(memory.cached(name));
  /** One list a file, in the order in which they were asked for: several may be under way. */
  const fresh: LedgerEntry[][] = memory.key === null ? [[{ kind: 'key', key }]] : [];
  return {
    key,
    newEntries: () => fresh.flat(),
    through: async (file, keyOf, make) => {
      const same = unchanged(file, kept);
      const known = same === null ? null : kept(keyOf(same));
      if (known !== null) return JSON.parse(known);
      const at = io.now();
      const own: LedgerEntry[] = [];
      fresh.push(own);
      const bytes = await bytesOf(io, file);
      const sha256 = sha256Of(bytes);
      own.push(...stampOf(file, sha256, at));
      const cached = kept(keyOf(sha256));
      if (cached !== null) return JSON.parse(cached);
      const { made, lasting } = await make(bytes, sha256);
      if (lasting) own.push({ kind: 'cache', key: keyOf(sha256), reading: sealed(JSON.stringify(made)) });
      return made;
    },
  };
}

/** Milliseconds before a file that changed while it was read is read again, and how often. */
const PAUSE = 500;
const PAUSES = 4;

/** The bytes of a file that stood still while they were read. Throws a UserError. */
async function bytesOf(io: Io, file: ReceivedFile): Promise<Uint8Array> {
  for (let n = 0; ; n += 1) {
    const before = standOf(io, file);
    const bytes = readOne(io, file);
    if (before === standOf(io, file)) return bytes;
    if (n === PAUSES) throw new UserError({ kind: 'cannot-read', path: file.shown, reason: CHANGING });
    await io.sleep(PAUSE);
  }
}

function standOf(io: Io, { path }: ReceivedFile): string | null {
  const info = io.files.info(path);
  return info === null ? null : `${info.size} ${info.modified}`;
}

function readOne(io: Io, file: ReceivedFile): Uint8Array {
  try {
    return io.files.read(file.path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    throw new UserError({ kind: 'cannot-read', path: file.shown, reason });
  }
}

/** A file that changed less than this before it was read may change again without its times showing it (FAT: 2 s). */
const GRAIN = 2_000;

/** Hash of a file that is as it was when it was last read; null where that cannot be told without reading it. */
function unchanged(file: ReceivedFile, kept: Kept): string | null {
  const stamp = timesOf(file);
  const known = stamp === null ? null : kept(stampKey(file));
  if (known === null) return null;
  const { at, sha256 } = JSON.parse(known) as Stamp;
  return at === stamp ? sha256 : null;
}

/** What to keep of a file that was read at a moment, so that it need not be read again as long as it lies untouched. */
function stampOf(file: ReceivedFile, sha256: string, readAt: number): readonly LedgerEntry[] {
  const at = timesOf(file);
  if (at === null || readAt - Math.max(file.modified, file.changed ?? readAt) < GRAIN) return [];
  return [
    { kind: 'cache', key: stampKey(file), reading: sealed(JSON.stringify({ at, sha256 } satisfies Stamp)) },
  ];
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

/** Nothing else would notice a bit that flipped on the disk, and a figure with it. */
function sealed(reading: string): string {
  return sealOf(reading) + reading;
}

/** Null also for what is not as it was kept: it is made anew. */
function unsealed(kept: string | null): string | null {
  const reading = kept?.slice(SEAL) ?? null;
  return reading !== null && kept?.slice(0, SEAL) === sealOf(reading) ? reading : null;
}

const SEAL = 16;

function sealOf(reading: string): string {
  return sha256Of(reading).slice(0, SEAL);
}

export function digest(parts: readonly unknown[]): string {
  return sha256Of(JSON.stringify(parts));
}
