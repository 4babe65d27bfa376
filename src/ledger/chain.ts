import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChainCheck, LineKind, SpoiltLine } from '../model/ledger.ts';
import type { Database } from './append.ts';
import { replaceFile } from './key.ts';

/**
 * Lines that must not change are sealed in a chain: each seal is made with the ledger's key from the seal before it, its
 * own number, and all of its line. The number and seal of the last one stand in a file of their own, too, so that a ledger
 * that lost its end is told from one that never had it.
 */

/** The columns of each kind of line that its seal is made of. */
export const LINE_COLUMNS = {
  receipt: ['path', 'sha256', 'size', 'seen_at', 'stated_at', 'channel', 'on_behalf', 'who'],
  decision: ['recorded_at', 'kind', 'body', 'undoes', 'who'],
  sent: ['date', 'sent_at', 'number', 'name', 'sha256', 'data', 'who'],
} as const satisfies { readonly [K in LineKind]: readonly string[] };

/** What a line is about, as a person knows it. */
const ABOUT = { receipt: 'path', decision: 'kind', sent: 'name' } as const;
export const LINE_KINDS = Object.keys(LINE_COLUMNS) as LineKind[];

type Row = { readonly id: number; readonly [column: string]: unknown };

interface SealRow {
  readonly n: number;
  readonly line: string;
  readonly id: number;
  readonly seal: string;
}

/** The last line as the second file has it; `lost` counts lines that an earlier opening missed at the end. */
interface Head {
  readonly n: number;
  readonly seal: string;
  readonly lost: number;
}

function headPath(folder: string): string {
  return join(folder, 'ledger.seal');
}

/** Null where the file is not there or is none. */
function readHead(folder: string): Head | null {
  try {
    const { n, seal, lost } = JSON.parse(readFileSync(headPath(folder), 'utf8')) as Partial<Head>;
    if (!Number.isSafeInteger(n) || typeof seal !== 'string') return null;
    return { n: n ?? 0, seal, lost: Number.isSafeInteger(lost) ? (lost ?? 0) : 0 };
  } catch {
    return null;
  }
}

function sealOf(
  key: Uint8Array,
  before: string,
  { n, line, id }: Omit<SealRow, 'seal'>,
  values: unknown,
): string {
  const text = JSON.stringify([before, n, line, id, values]);
  return createHmac('sha256', key).update(text).digest('hex').slice(0, 32);
}

function valuesOf(kind: LineKind, row: Row): readonly unknown[] {
  return LINE_COLUMNS[kind].map((column) => row[column] ?? null);
}

function rowsOf(db: Database, kind: LineKind): readonly Row[] {
  return db.prepare(`SELECT * FROM ${kind} ORDER BY id`).all() as unknown as Row[];
}

function sealsOf(db: Database): readonly SealRow[] {
  const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'seal'").get();
  return known === undefined
    ? []
    : (db.prepare('SELECT * FROM seal ORDER BY n').all() as unknown as SealRow[]);
}

type LastIds = { readonly [K in LineKind]: number };

/** The number of the last line of each kind. */
export function lastIds(db: Database): LastIds {
  const last = (kind: LineKind) =>
    (db.prepare(`SELECT ifnull(max(id), 0) AS id FROM ${kind}`).get() as { id: number }).id;
  return { receipt: last('receipt'), decision: last('decision'), sent: last('sent') };
}

/** Begins the chain of a ledger that has none, with all the lines that it holds. Gives how many; 0 where it had one. */
export function beginChain(db: Database, key: Uint8Array): number {
  if (lastSeal(db) !== undefined) return 0;
  const first = { n: 0, line: '', id: 0 };
  db.prepare("INSERT INTO seal (n, line, id, seal) VALUES (0, '', 0, ?)").run(sealOf(key, '', first, []));
  return sealAbove(db, key, { receipt: 0, decision: 0, sent: 0 });
}

/** Seals the lines above these numbers, which the same transaction has added. Gives how many. */
export function sealAbove(db: Database, key: Uint8Array, ids: LastIds): number {
  const put = db.prepare('INSERT INTO seal (n, line, id, seal) VALUES (?, ?, ?, ?)');
  let { n, seal } = lastSeal(db) ?? { n: 0, seal: '' };
  let sealed = 0;
  for (const kind of LINE_KINDS) {
    const rows = db.prepare(`SELECT * FROM ${kind} WHERE id > ? ORDER BY id`).all(ids[kind]);
    for (const row of rows as unknown as Row[]) {
      n += 1;
      seal = sealOf(key, seal, { n, line: kind, id: row.id }, valuesOf(kind, row));
      put.run(n, kind, row.id, seal);
      sealed += 1;
    }
  }
  return sealed;
}

function lastSeal(db: Database): SealRow | undefined {
  return db.prepare('SELECT * FROM seal ORDER BY n DESC LIMIT 1').get() as unknown as SealRow | undefined;
}

/** Writes the second file anew, once the lines are in the ledger. What was cut off before stays told. */
export function keepHead(db: Database, folder: string): void {
  const last = lastSeal(db);
  if (last === undefined) return;
  const before = readHead(folder);
  const head: Head = {
    n: last.n,
    seal: last.seal,
    lost: before === null ? 0 : before.lost + missingAfter(db, before),
  };
  replaceFile(headPath(folder), new TextEncoder().encode(`${JSON.stringify(head)}\n`), 0o666);
}

/** How many lines at the end are gone that the second file knows of. */
function missingAfter(db: Database, head: Head): number {
  const at = db.prepare('SELECT seal FROM seal WHERE n = ?').get(head.n) as { seal: string } | undefined;
  if (at?.seal === head.seal) return 0;
  const { last } = db.prepare('SELECT ifnull(max(n), 0) AS last FROM seal').get() as { last: number };
  return Math.max(1, head.n - last);
}

/** Holds every line against its seal. Nothing is wrong with a ledger that was never sealed. */
export function checkChain(db: Database, folder: string, key: Uint8Array | null): ChainCheck {
  const [first, ...seals] = sealsOf(db);
  const head = readHead(folder);
  if (first === undefined)
    return { lines: [], cut: head === null ? 0 : Math.max(head.n, head.lost), otherKey: false };
  const cut = head === null ? 0 : head.lost + missingAfter(db, head);
  if (key === null || first.n !== 0 || first.seal !== sealOf(key, '', { n: 0, line: '', id: 0 }, []))
    return { lines: [], cut, otherKey: true };
  const rows = new Map(
    LINE_KINDS.map((kind) => [kind, new Map(rowsOf(db, kind).map((row) => [row.id, row]))]),
  );
  const lines: SpoiltLine[] = [];
  let before = first;
  for (const each of seals) {
    for (let n = before.n + 1; n < each.n; n += 1)
      lines.push({ kind: null, id: n, how: 'missing', about: null });
    const kind = LINE_KINDS.find((known) => known === each.line);
    const row = kind === undefined ? undefined : rows.get(kind)?.get(each.id);
    if (kind === undefined) lines.push({ kind: null, id: each.n, how: 'changed', about: null });
    else if (row === undefined) lines.push({ kind, id: each.id, how: 'missing', about: null });
    else if (each.seal !== sealOf(key, before.seal, each, valuesOf(kind, row)))
      lines.push({ kind, id: each.id, how: 'changed', about: aboutOf(kind, row) });
    if (kind !== undefined) rows.get(kind)?.delete(each.id);
    before = each;
  }
  for (const [kind, left] of rows)
    for (const row of left.values())
      lines.push({ kind, id: row.id, how: 'added', about: aboutOf(kind, row) });
  return { lines, cut, otherKey: false };
}

function aboutOf(kind: LineKind, row: Row): string | null {
  const about = row[ABOUT[kind]];
  return typeof about === 'string' ? about : null;
}
