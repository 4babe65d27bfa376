import { posix } from 'node:path';
import { holding, type Receipt, type RecordedDecision, type SentRecord } from '../core/ledger.ts';
import type { Instant } from '../core/submission.ts';
import type { Io, LedgerTrouble } from '../io.ts';

/** What the ledger of a campaign remembers, read once for a run. Empty where there is none. */
export interface Memory {
  /** By path and hash. */
  readonly receipts: ReadonlyMap<string, RememberedReceipt>;
  /** All that were recorded, and the ones that hold. */
  readonly recorded: readonly RecordedDecision[];
  readonly holding: readonly RecordedDecision[];
  readonly sent: readonly SentRecord[];
  /** The key of the keyed hashes; null where none was made yet. */
  readonly key: Uint8Array | null;
  /** A cached reading, or null. */
  cached(key: string): string | null;
  /** Why there is a ledger that cannot be used; figures come from the inbox all the same. */
  readonly trouble: LedgerTrouble | null;
  close(): void;
}

export interface RememberedReceipt {
  readonly firstSeen: Instant;
  readonly stated: { readonly at: Instant; readonly channel: string | null } | null;
  readonly channel: string | null;
  readonly onBehalf: boolean;
}

export const NO_MEMORY: Memory = {
  receipts: new Map(),
  recorded: [],
  holding: [],
  sent: [],
  key: null,
  cached: () => null,
  trouble: null,
  close: () => {},
};

export function receiptKey(path: string, sha256: string): string {
  return JSON.stringify([path, sha256]);
}

/** Folder of the ledger of a campaign folder. */
export function ledgerFolder(root: string): string {
  return posix.join(root, '.bluezone');
}

/** Opens the ledger for reading. Never throws because of it: what is wrong with it is `trouble`. */
export async function recall(io: Io, root: string | null): Promise<Memory> {
  if (root === null) return NO_MEMORY;
  const opened = await io.ledger(ledgerFolder(root), false);
  if (opened === null) return NO_MEMORY;
  if ('fault' in opened) return { ...NO_MEMORY, trouble: opened };
  try {
    const recorded = opened.decisions();
    return {
      receipts: byFile(opened.receipts()),
      recorded,
      holding: holding(recorded),
      sent: opened.sent(),
      key: opened.key(),
      cached: (key) => opened.cached(key),
      trouble: null,
      close: () => opened.close(),
    };
  } catch (error) {
    opened.close();
    return {
      ...NO_MEMORY,
      trouble: { fault: 'damaged', detail: error instanceof Error ? error.message : '' },
    };
  }
}

/** The bytes of a summary that was sent, as the ledger kept them; null where it cannot give them. */
export async function keptBytes(io: Io, root: string, sha256: string): Promise<Uint8Array | null> {
  const opened = await io.ledger(ledgerFolder(root), false);
  if (opened === null || 'fault' in opened) return null;
  try {
    return opened.content(sha256);
  } finally {
    opened.close();
  }
}

function byFile(receipts: readonly Receipt[]): ReadonlyMap<string, RememberedReceipt> {
  const files = new Map<string, RememberedReceipt>();
  for (const { path, sha256, seenAt, statedAt, channel, onBehalf } of receipts) {
    const key = receiptKey(path, sha256);
    const before = files.get(key);
    files.set(key, {
      firstSeen: Math.min(seenAt, before?.firstSeen ?? seenAt),
      stated:
        statedAt === null
          ? (before?.stated ?? null)
          : { at: statedAt, channel: channel ?? before?.channel ?? null },
      channel: channel ?? before?.channel ?? null,
      onBehalf: onBehalf || before?.onBehalf === true,
    });
  }
  return files;
}
