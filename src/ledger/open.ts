import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Database } from './append.ts';
import { faultOf, LedgerError } from './fault.ts';
import { MIGRATIONS } from './schema.ts';

/** An empty file is a ledger that lost all, where anything shows that there was one; else nobody began it: false. */
export function refuseEmpty(folder: string): false {
  const beside = ['key', 'daily.jsonl', 'ledger.seal'].some((name) => existsSync(join(folder, name)));
  const outbox = join(dirname(folder), 'outbox');
  if (beside || (existsSync(outbox) && readdirSync(outbox).length > 0))
    throw new LedgerError('damaged', '0 bytes');
  return false;
}

/** A ledger is there whole or not at all: it is made under another name. No log of one that is gone is mixed into it. */
export function makeLedger(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  const parts = ['', '-journal', '-wal', '-shm'].map((part) => temporary + part);
  for (const name of [...parts, `${file}-wal`, `${file}-journal`]) rmSync(name, { force: true });
  try {
    const db = new DatabaseSync(temporary);
    try {
      db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN; ${MIGRATIONS.join('')}
        PRAGMA user_version = ${MIGRATIONS.length}; COMMIT; PRAGMA wal_checkpoint(TRUNCATE);`);
    } finally {
      db.close();
    }
    renameSync(temporary, file);
  } finally {
    for (const name of parts) rmSync(name, { force: true });
  }
}

/**
 * A new ledger is in WAL mode, which needs memory that its processes share. A share or a mounted folder that cannot give it
 * has a ledger with a rollback journal instead, and one that was brought there becomes so.
 */
export function openToWrite(file: string, timeout: number): Database {
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
    db.exec(`${first} PRAGMA synchronous = FULL; SELECT count(*) FROM sqlite_schema;`);
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
export function openToRead(file: string): Database {
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

export function versionOf(db: Database): number {
  return Number((db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version);
}
