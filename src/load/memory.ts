import { posix } from 'node:path';
import type { Io, LedgerTrouble } from '../io.ts';
import { faultOf } from '../ledger/fault.ts';
import { sha256Of } from '../model/hash.ts';
import {
  type ChainCheck,
  holding,
  type Receipt,
  type RecordedDecision,
  type SentRecord,
} from '../model/ledger.ts';
import type { Instant } from '../model/submission.ts';

/** What the ledger of a campaign remembers, read once for a run. Empty where there is none. */
export interface Memory {
  /** All lines about the bytes of a file, by their hash, in order of recording. */
  readonly receipts: ReadonlyMap<string, readonly Receipt[]>;
  /** All that were recorded, and the ones that hold. */
  readonly recorded: readonly RecordedDecision[];
  readonly holding: readonly RecordedDecision[];
  readonly sent: readonly SentRecord[];
  /** What became of the lines that the ledger has sealed. */
  readonly chain: ChainCheck;
  /** The key of the keyed hashes; null where none was made yet. */
  readonly key: Uint8Array | null;
  /** A cached reading, or null where there is none, or none that can be got. */
  cached(key: string): string | null;
  /** Why there is a ledger that cannot be used; figures come from the inbox all the same. */
  readonly trouble: LedgerTrouble | null;
  close(): void;
}

export interface RememberedReceipt {
  /** Null where the file was never seen under this name, nor under one that it lost. */
  readonly firstSeen: Instant | null;
  readonly stated: Instant | null;
  readonly channel: string | null;
  readonly onBehalf: boolean;
}

export const NO_MEMORY: Memory = {
  receipts: new Map(),
  recorded: [],
  holding: [],
  sent: [],
  chain: { lines: [], cut: 0, otherKey: false },
  key: null,
  cached: () => null,
  trouble: null,
  close: () => {},
};

/** Folder of the ledger of a campaign folder. */
export function ledgerFolder(root: string): string {
  return posix.join(root, '.bluezone');
}

/** Opens the ledger for reading. Never throws because of it: what is wrong with it is `trouble`. */
export async function readMemory(io: Io, root: string | null): Promise<Memory> {
  if (root === null) return NO_MEMORY;
  const opened = await io.ledger(ledgerFolder(root), false);
  if (opened === null) return NO_MEMORY;
  if ('fault' in opened) return { ...NO_MEMORY, trouble: opened };
  try {
    const recorded = opened.decisions();
    return {
      receipts: byHash(opened.receipts()),
      recorded,
      holding: holding(recorded),
      sent: opened.sent(),
      chain: opened.chain(),
      key: opened.key(),
      cached: (key) => {
        try {
          return opened.cached(key);
        } catch {
          return null;
        }
      },
      trouble: null,
      close: () => opened.close(),
    };
  } catch (error) {
    opened.close();
    const { fault, message } = faultOf(error);
    return { ...NO_MEMORY, trouble: { fault: fault === 'unavailable' ? 'damaged' : fault, detail: message } };
  }
}

/** The bytes of a summary that was sent, as the ledger kept them; null where it cannot give them, or not as they were. */
export async function keptBytes(io: Io, root: string, sha256: string): Promise<Uint8Array | null> {
  const opened = await io.ledger(ledgerFolder(root), false);
  if (opened === null || 'fault' in opened) return null;
  try {
    const bytes = opened.content(sha256);
    return bytes !== null && sha256Of(bytes) === sha256 ? bytes : null;
  } finally {
    opened.close();
  }
}

function byHash(receipts: readonly Receipt[]): ReadonlyMap<string, readonly Receipt[]> {
  const files = new Map<string, Receipt[]>();
  for (const receipt of receipts) {
    const known = files.get(receipt.sha256);
    if (known === undefined) files.set(receipt.sha256, [receipt]);
    else known.push(receipt);
  }
  return files;
}

/**
 * What is remembered of a file: the lines under its own name and under names of its day that are there no more. Of a name
 * without any, the lines under those of other days that the bytes have left: whoever tidies folders does not make files
 * come later, while bytes that lie in two days were sent twice. `paths`: where the same bytes lie now.
 */
export function rememberedOf(
  { receipts }: Memory,
  { path, sha256 }: Pick<Receipt, 'path' | 'sha256'>,
  paths: readonly string[],
): RememberedReceipt & { readonly known: boolean } {
  const same = receipts.get(sha256) ?? [];
  const gone = same.filter((each) => each.path !== path && !paths.includes(each.path));
  const isOf = (day: string) => (other: string) => dayFolder(other) === day;
  const ofDay = gone.filter((each) => isOf(dayFolder(path))(each.path));
  const here = same.filter((each) => each.path === path || ofDay.includes(each));
  const own = here.length > 0 ? here : gone.filter((each) => !paths.some(isOf(dayFolder(each.path))));
  return {
    known: same.some((each) => each.path === path),
    firstSeen: own.length === 0 ? null : Math.min(...own.map(({ seenAt }) => seenAt)),
    stated: own.findLast(({ statedAt }) => statedAt !== null)?.statedAt ?? null,
    channel: own.findLast(({ channel }) => channel !== null)?.channel ?? null,
    onBehalf: own.some(({ onBehalf }) => onBehalf),
  };
}

/** `inbox/2021-08-16` of a path in it. */
export function dayFolder(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}
