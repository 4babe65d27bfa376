import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Decision, Receipt, RecordedDecision, SentRecord } from '../model/ledger.ts';
import { appenderTo, type Database, type LedgerEntry } from './append.ts';
import { faultOf, LedgerError } from './fault.ts';
import { keepKey, readKey } from './key.ts';
import { MIGRATIONS } from './schema.ts';

export interface Ledger {
  receipts(): readonly Receipt[];
  decisions(): readonly RecordedDecision[];
  sent(): readonly SentRecord[];
  /** Bytes of what was sent, by hash. */
  content(sha256: string): Uint8Array | null;
  /** A cached reading, or null. */
  cached(key: string): string | null;
  /** The key of the keyed hashes; null where none was made yet. */
  key(): Uint8Array | null;
  append(entries: readonly LedgerEntry[]): void;
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
  if (!create && !existsSync(file)) return null;
  let db: Database | null = null;
  try {
    if (create) mkdirSync(folder, { recursive: true });
    db = create ? openToWrite(file, patience) : openToRead(file);
    db.exec(`PRAGMA busy_timeout = ${patience}; PRAGMA foreign_keys = ON;`);
    if (!create && versionOf(db) === 0) {
      // Made by a run that was stopped before its first line.
      db.close();
      return null;
    }
    migrate(db, create);
    return ledgerOf(db, folder, create);
  } catch (error) {
    db?.close();
    throw faultOf(error);
  }
}

/**
 * A new ledger is in WAL mode, which needs memory that its processes share. A share or a mounted folder that cannot give it
 * has a ledger with a rollback journal instead, and one that was brought there becomes so.
 */
function openToWrite(file: string, timeout: number): Database {
  try {
    return openWith(file, timeout, '');
  } catch (error) {
    if (faultOf(error).fault !== 'unavailable') throw error;
    return openWith(file, timeout, 'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE;');
  }
}

/** Nothing is prepared before all is well: a connection with a prepared statement holds its lock after it was closed. */
function openWith(file: string, timeout: number, first: string): Database {
  const db = new DatabaseSync(file, { timeout });
  try {
    const isNew = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;
    const mode = first === '' && isNew ? 'PRAGMA journal_mode = WAL;' : first;
    db.exec(`${mode} PRAGMA synchronous = FULL; SELECT count(*) FROM sqlite_schema;`);
    if (first !== '') db.exec('PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_schema;');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * A ledger in WAL mode is read through a file that is made beside it. Where nothing can be made (a medium that only lets
 * read), it is read as it lies, provided that no lines wait in its log.
 */
function openToRead(file: string): Database {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    versionOf(db);
    return db;
  } catch (error) {
    db.close();
    const { fault } = faultOf(error);
    const waiting = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    if ((fault !== 'read-only' && fault !== 'unavailable') || waiting > 0) throw error;
    return new DatabaseSync(`${pathToFileURL(file).href}?immutable=1`, { readOnly: true });
  }
}

function migrate(db: Database, write: boolean): void {
  const version = versionOf(db);
  if (version > MIGRATIONS.length) throw new LedgerError('newer', `version ${version}`);
  if (version === MIGRATIONS.length) return;
  if (!write) throw new LedgerError('unavailable', 'older version');
  transaction(db, () => {
    // Another process may have migrated while this one waited for the lock.
    for (let n = versionOf(db); n < MIGRATIONS.length; n++) db.exec(MIGRATIONS[n] ?? '');
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}

function versionOf(db: Database): number {
  return Number((db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version);
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
  const reading = db.prepare('SELECT reading FROM cache WHERE key = ?');
  return {
    receipts: () =>
      (db.prepare('SELECT * FROM receipt ORDER BY id').all() as unknown as ReceiptRow[]).map(receiptOf),
    decisions: () =>
      (db.prepare('SELECT * FROM decision ORDER BY id').all() as unknown as DecisionRow[]).map((row) => ({
        id: row.id,
        recordedAt: row.recorded_at,
        decision: JSON.parse(row.body) as Decision,
      })),
    sent: () =>
      (
        db.prepare('SELECT *, json_valid(data) AS whole FROM sent ORDER BY id').all() as unknown as SentRow[]
      ).map(({ sent_at, whole, ...row }) => {
        if (whole !== 1) throw new LedgerError('damaged', `sent ${row.id}`);
        return { ...row, sentAt: sent_at };
      }),
    content: (sha256) =>
      (
        db.prepare('SELECT bytes FROM content WHERE sha256 = ?').get(sha256) as
          | { bytes: Uint8Array }
          | undefined
      )?.bytes ?? null,
    cached: (key) => (reading.get(key) as { reading: string } | undefined)?.reading ?? null,
    key: () => readKey(folder),
    append: (entries) => {
      if (entries.length === 0) return;
      try {
        const ours = entries.every((entry) => entry.kind !== 'key' || keepKey(folder, entry.key));
        const append = appenderTo(db);
        transaction(db, () => {
          for (const entry of entries) {
            if (entry.kind !== 'key' && (ours || entry.kind !== 'cache')) append(entry);
          }
        });
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
      if (writes) settleLog(db);
      db.close();
    },
  };
}

/** Brings the lines of the log into the file, so that a copy of the file alone is a copy of the ledger. */
function settleLog(db: Database): void {
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
}

interface SentRow {
  readonly id: number;
  readonly date: string;
  readonly sent_at: number;
  readonly number: string | null;
  readonly name: string;
  readonly sha256: string;
  readonly data: string;
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
