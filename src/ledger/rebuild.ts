import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { ChainCheck, LineKind, SpoiltLine } from '../model/ledger.ts';
import type { Database } from './append.ts';
import { beginChain, checkChain, keepHead, LINE_COLUMNS, LINE_KINDS } from './chain.ts';
import { keepKey, readKey } from './key.ts';
import { MIGRATIONS } from './schema.ts';

/** A line as a ledger holds it, by column; its number stays. */
export type Line = { readonly id: number; readonly [column: string]: unknown };

/** What can still be read of a ledger, however damaged, and stands as it was recorded. */
export interface Salvaged {
  readonly lines: { readonly [K in LineKind]: readonly Line[] };
  /** Bytes of what was sent, by hash. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
  readonly lost: readonly SpoiltLine[];
  /** Nothing at all could be read. */
  readonly unreadable: boolean;
}

const NOTHING: Salvaged = {
  lines: { receipt: [], decision: [], sent: [] },
  contents: new Map(),
  lost: [],
  unreadable: true,
};

/** Reads a copy, so that the damaged ledger stays as it is. */
export function salvage(folder: string): Salvaged {
  const copy = mkdtempSync(join(tmpdir(), 'bluezone-salvage-'));
  try {
    for (const name of ['ledger.sqlite', 'ledger.sqlite-wal', 'ledger.seal'])
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
    if (!existsSync(join(copy, 'ledger.sqlite'))) return NOTHING;
    const db = new DatabaseSync(join(copy, 'ledger.sqlite'));
    try {
      return salvageFrom(db, copy, readKey(folder));
    } finally {
      db.close();
    }
  } catch {
    return NOTHING;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function salvageFrom(db: Database, folder: string, key: Uint8Array | null): Salvaged {
  const chain = orNull(() => checkChain(db, folder, key));
  const lost = chain?.lines ?? [];
  const isLost = (kind: LineKind, { id }: Line) => lost.some((line) => line.kind === kind && line.id === id);
  const read = LINE_KINDS.map((kind) => [kind, linesOf(db, kind)] as const);
  if (read.every(([, lines]) => lines === null)) return NOTHING;
  const kept = read.map(([kind, lines]) => [kind, (lines ?? []).filter((line) => !isLost(kind, line))]);
  return {
    lines: Object.fromEntries(kept) as Salvaged['lines'],
    contents: contentsOf(db),
    lost: [...lost, ...cutLines(chain)],
    unreadable: false,
  };
}

function cutLines(chain: ChainCheck | null): readonly SpoiltLine[] {
  return Array.from({ length: chain?.cut ?? 0 }, (_, n) => ({
    kind: null,
    id: n + 1,
    how: 'missing',
    about: null,
  }));
}

/** All lines of a table that a damaged page does not hide; null where there is no such table to be read. */
function linesOf(db: Database, kind: LineKind): readonly Line[] | null {
  const all = orNull(() => db.prepare(`SELECT * FROM ${kind} ORDER BY id`).all() as unknown as Line[]);
  if (all !== null) return all;
  const last = orNull(() => db.prepare(`SELECT max(id) AS id FROM ${kind}`).get() as { id: number | null });
  if (last === null) return null;
  const one = db.prepare(`SELECT * FROM ${kind} WHERE id = ?`);
  return Array.from(
    { length: last.id ?? 0 },
    (_, n) => orNull(() => one.get(n + 1) as Line | undefined) ?? null,
  ).filter((line) => line !== null);
}

function contentsOf(db: Database): ReadonlyMap<string, Uint8Array> {
  const hashes = orNull(() => db.prepare('SELECT sha256 FROM content').all() as { sha256: string }[]) ?? [];
  const one = orNull(() => db.prepare('SELECT bytes FROM content WHERE sha256 = ?'));
  return new Map(
    hashes.flatMap(({ sha256 }) => {
      const bytes = orNull(() => (one?.get(sha256) as { bytes: Uint8Array } | undefined)?.bytes ?? null);
      return bytes === null ? [] : [[sha256, bytes] as const];
    }),
  );
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** The files of a ledger that holds just these lines, sealed with a key. */
export interface Rebuilt {
  readonly ledger: Uint8Array;
  readonly head: Uint8Array;
  readonly key: Uint8Array;
}

/** Makes a ledger of what is known, with the key of the folder where that has one. */
export function rebuildLedger(
  folder: string,
  lines: Salvaged['lines'],
  contents: Salvaged['contents'],
): Rebuilt {
  const work = mkdtempSync(join(tmpdir(), 'bluezone-rebuild-'));
  try {
    const key = readKey(folder) ?? randomBytes(32);
    keepKey(work, key);
    const file = join(work, 'ledger.sqlite');
    const db = new DatabaseSync(file);
    try {
      db.exec(
        `PRAGMA foreign_keys = OFF; BEGIN; ${MIGRATIONS.join('')} PRAGMA user_version = ${MIGRATIONS.length};`,
      );
      const content = db.prepare('INSERT INTO content (sha256, bytes) VALUES (?, ?)');
      for (const [sha256, bytes] of contents) content.run(sha256, bytes);
      for (const kind of LINE_KINDS) {
        const columns = LINE_COLUMNS[kind];
        const put = db.prepare(
          `INSERT INTO ${kind} (id, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`,
        );
        for (const line of lines[kind])
          put.run(line.id, ...columns.map((column) => (line[column] ?? null) as null));
      }
      beginChain(db, key);
      db.exec('COMMIT');
      keepHead(db, work);
    } finally {
      db.close();
    }
    return { ledger: readFileSync(file), head: readFileSync(join(work, 'ledger.seal')), key };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
