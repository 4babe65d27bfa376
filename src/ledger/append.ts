import type { DatabaseSync } from '@photostructure/sqlite';
import { sha256Of } from '../model/hash.ts';
import type { Decision, Receipt } from '../model/ledger.ts';
import type { Instant } from '../model/submission.ts';

export type Database = InstanceType<typeof DatabaseSync>;

/** What a run adds to the ledger; all of it in one transaction, or none. */
export type LedgerEntry =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'decision'; readonly decision: Decision; readonly recordedAt: Instant }
  | {
      readonly kind: 'sent';
      readonly date: string;
      readonly sentAt: Instant;
      readonly number: string | null;
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly data: string;
    }
  | { readonly kind: 'cache'; readonly key: string; readonly reading: string }
  /** The key of the keyed hashes, kept where there is none yet. */
  | { readonly kind: 'key'; readonly key: Uint8Array };

/** What adds lines to a ledger under somebody's name; its statements are prepared once. */
export function appenderTo(
  db: Database,
  who: string,
): (entry: Exclude<LedgerEntry, { kind: 'key' }>) => void {
  const decision = db.prepare(
    'INSERT INTO decision (recorded_at, kind, body, undoes, who) VALUES (?, ?, ?, ?, ?)',
  );
  const content = db.prepare('INSERT OR IGNORE INTO content (sha256, bytes) VALUES (?, ?)');
  const sent = db.prepare(
    'INSERT INTO sent (date, sent_at, number, name, sha256, data, who) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const cache = db.prepare('INSERT OR REPLACE INTO cache (key, reading) VALUES (?, ?)');
  const receive = receiver(db, who);
  return (entry) => {
    switch (entry.kind) {
      case 'receipt':
        receive(entry.receipt);
        return;
      case 'decision': {
        const { kind } = entry.decision;
        const undoes = entry.decision.kind === 'undo' ? entry.decision.decision : null;
        decision.run(entry.recordedAt, kind, JSON.stringify(entry.decision), undoes, who);
        return;
      }
      case 'sent': {
        const sha256 = sha256Of(entry.bytes);
        content.run(sha256, entry.bytes);
        sent.run(entry.date, entry.sentAt, entry.number, entry.name, sha256, entry.data, who);
        return;
      }
      case 'cache':
        cache.run(entry.key, entry.reading);
    }
  };
}

/** Idempotent: the same file with nothing newly stated adds no line, also when two processes saw it at once. */
function receiver(db: Database, who: string): (receipt: Receipt) => void {
  const known = db.prepare(
    'SELECT stated_at, channel, on_behalf FROM receipt WHERE path = ? AND sha256 = ? ORDER BY id',
  );
  const add = db.prepare(
    'INSERT INTO receipt (path, sha256, size, seen_at, stated_at, channel, on_behalf, who) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  return ({ path, sha256, size, seenAt, statedAt, channel, onBehalf }) => {
    const lines = known.all(path, sha256) as unknown as StatedRow[];
    if (lines.length > 0 && !saysMore({ statedAt, channel, onBehalf }, lines)) return;
    add.run(path, sha256, size, seenAt, statedAt, channel, onBehalf ? 1 : 0, who);
  };
}

interface StatedRow {
  readonly stated_at: number | null;
  readonly channel: string | null;
  readonly on_behalf: number;
}

/** Of each thing stated the last line that says it holds. */
function saysMore(
  { statedAt, channel, onBehalf }: Pick<Receipt, 'statedAt' | 'channel' | 'onBehalf'>,
  known: readonly StatedRow[],
): boolean {
  const at = known.findLast((row) => row.stated_at !== null)?.stated_at ?? null;
  const via = known.findLast((row) => row.channel !== null)?.channel ?? null;
  return (
    (statedAt !== null && statedAt !== at) ||
    (channel !== null && channel !== via) ||
    (onBehalf && known.every((row) => row.on_behalf === 0))
  );
}
