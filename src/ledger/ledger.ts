import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ChainCheck,
  Decision,
  Receipt,
  RecordedDecision,
  SentMark,
  SentRecord,
} from '../model/ledger.ts';
import { appenderTo, type Database, type LedgerEntry } from './append.ts';
import { beginChain, checkChain, keepHead, lastIds, sealAbove } from './chain.ts';
import { faultOf, LedgerError } from './fault.ts';
import { keepKey, readKey } from './key.ts';
import { makeLedger, openToRead, openToWrite, refuseEmpty, versionOf } from './open.ts';
import { MIGRATIONS } from './schema.ts';

export interface Ledger {
  receipts(): readonly Receipt[];
  decisions(): readonly RecordedDecision[];
  sent(): readonly SentRecord[];
  /** What was sent, without its data; read anew at each call. */
  marks(): readonly SentMark[];
  /** Holds every sealed line against its seal. */
  chain(): ChainCheck;
  /** Lines of the first edition that the last `append` sealed. */
  readonly sealedNow: number;
  /** Bytes of what was sent, by hash. */
  content(sha256: string): Uint8Array | null;
  /** A cached reading, or null. */
  cached(key: string): string | null;
  /** The key of the keyed hashes; null where none was made yet. */
  key(): Uint8Array | null;
  /** All of it or none, under somebody's name. */
  append(entries: readonly LedgerEntry[], by: string): void;
  /** Empty when SQLite finds the file whole. */
  integrity(): readonly string[];
  close(): void;
}

/** Another process may hold the write lock this long before a run gives up, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Opens `<folder>/ledger.sqlite`. With `create` it is made, and migrated when it is older; without, a ledger that is not
 * there gives null and nothing is written. `patience` is how long it waits for another process, in milliseconds. Throws a
 * LedgerError.
 */
export function openLedger(folder: string, create: boolean, patience = PATIENCE): Ledger | null {
  const file = join(folder, 'ledger.sqlite');
  let db: Database | null = null;
  try {
    const isThere = existsSync(file) && (statSync(file).size > 0 || refuseEmpty(folder));
    if (!isThere && !create) return null;
    if (!isThere) makeLedger(file);
    db = create ? openToWrite(file, patience) : openToRead(file);
    db.exec(`PRAGMA busy_timeout = ${patience}; PRAGMA foreign_keys = ON;`);
    if (versionOf(db) === 0) throw new LedgerError('damaged', 'no version');
    migrate(db, create);
    return ledgerOf(db, folder, create);
  } catch (error) {
    db?.close();
    throw faultOf(error);
  }
}

function migrate(db: Database, write: boolean): void {
  const version = versionOf(db);
  if (version > MIGRATIONS.length) throw new LedgerError('newer', `version ${version}`);
  if (version === MIGRATIONS.length) return;
  // One of the first edition is read as it is until somebody writes to it.
  if (!write) return;
  transaction(db, () => {
    // Another process may have migrated while this one waited for the lock.
    for (let n = versionOf(db); n < MIGRATIONS.length; n++) db.exec(MIGRATIONS[n] ?? '');
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}

function transaction(db: Database, work: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    work();
    db.exec('COMMIT');
  } catch (error) {
    // A full disk has rolled it back already.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function ledgerOf(db: Database, folder: string, writes: boolean): Ledger {
  let sealedNow = 0;
  const reading = db.prepare('SELECT reading FROM cache WHERE key = ?');
  return {
    receipts: () =>
      (db.prepare('SELECT * FROM receipt ORDER BY id').all() as unknown as ReceiptRow[]).map(receiptOf),
    decisions: () =>
      (db.prepare('SELECT * FROM decision ORDER BY id').all() as unknown as DecisionRow[]).map((row) => ({
        id: row.id,
        recordedAt: row.recorded_at,
        decision: JSON.parse(row.body) as Decision,
        by: row.who ?? null,
      })),
    sent: () =>
      (
        db.prepare('SELECT *, json_valid(data) AS whole FROM sent ORDER BY id').all() as unknown as SentRow[]
      ).map(({ sent_at, whole, who: _, ...row }) => {
        if (whole !== 1) throw new LedgerError('damaged', `sent ${row.id}`);
        return { ...row, sentAt: sent_at };
      }),
    marks: () => db.prepare('SELECT date, name, sha256 FROM sent ORDER BY id').all() as unknown as SentMark[],
    chain: () => checkChain(db, folder, readKey(folder)),
    get sealedNow() {
      return sealedNow;
    },
    content: (sha256) =>
      (
        db.prepare('SELECT bytes FROM content WHERE sha256 = ?').get(sha256) as
          | { bytes: Uint8Array }
          | undefined
      )?.bytes ?? null,
    cached: (key) => (reading.get(key) as { reading: string } | undefined)?.reading ?? null,
    key: () => readKey(folder),
    append: (entries, by) => {
      if (entries.length === 0) return;
      try {
        const ours = entries.every((entry) => entry.kind !== 'key' || keepKey(folder, entry.key));
        const key = sealingKey(folder);
        const append = appenderTo(db, by);
        transaction(db, () => {
          sealedNow = beginChain(db, key);
          const before = lastIds(db);
          for (const entry of entries) {
            if (entry.kind !== 'key' && (ours || entry.kind !== 'cache')) append(entry);
          }
          sealAbove(db, key, before);
        });
        keepHeadIfPossible(db, folder);
      } catch (error) {
        throw faultOf(error);
      }
    },
    integrity: () => {
      const rows = db.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
      const keys = db.prepare('PRAGMA foreign_key_check').all() as { table: string }[];
      return [
        ...rows.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
        ...keys.map(({ table }) => `foreign key: ${table}`),
      ];
    },
    close: () => {
      if (writes) restoreJournal(db);
      db.close();
    },
  };
}

/** The key of the ledger, made where there is none. */
function sealingKey(folder: string): Uint8Array {
  const known = readKey(folder);
  if (known !== null) return known;
  const key = randomBytes(32);
  keepKey(folder, key);
  return readKey(folder) ?? key;
}

/** The lines are in the ledger already; a second file that lags behind is no fault, and the next run brings it up. */
function keepHeadIfPossible(db: Database, folder: string): void {
  try {
    keepHead(db, folder);
  } catch {}
}

/** Brings the lines of the log into the file, so that a copy of the file alone is a copy of the ledger. */
function restoreJournal(db: Database): void {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // Another process is at it; the lines are safe in the log, and the next one brings them in.
  }
}

interface ReceiptRow {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly seen_at: number;
  readonly stated_at: number | null;
  readonly channel: string | null;
  readonly on_behalf: number;
}

interface DecisionRow {
  readonly id: number;
  readonly recorded_at: number;
  readonly body: string;
  /** Absent in the first edition. */
  readonly who?: string | null;
}

interface SentRow {
  readonly id: number;
  readonly date: string;
  readonly sent_at: number;
  readonly number: string | null;
  readonly name: string;
  readonly sha256: string;
  readonly data: string;
  readonly who?: string | null;
  /** 0 where the disk spoilt what was checked when it was written. */
  readonly whole: number;
}

function receiptOf(row: ReceiptRow): Receipt {
  return {
    path: row.path,
    sha256: row.sha256,
    size: row.size,
    seenAt: row.seen_at,
    statedAt: row.stated_at,
    channel: row.channel,
    onBehalf: row.on_behalf === 1,
  };
}
