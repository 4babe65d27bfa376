import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../src/ledger/append.ts';
import { openLedger } from '../../src/ledger/ledger.ts';
import { MIGRATIONS } from '../../src/ledger/schema.ts';
import type { ChainCheck } from '../../src/model/ledger.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chain-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const receipt = (path: string): LedgerEntry => ({
  kind: 'receipt',
  receipt: { path, sha256: 'ab', size: 1, seenAt: 1, statedAt: null, channel: null, onBehalf: false },
});
const decision: LedgerEntry = {
  kind: 'decision',
  recordedAt: 5,
  decision: { kind: 'exempt', unit: '101', from: null, to: null, reason: 'lụt' },
};
const sent: LedgerEntry = {
  kind: 'sent',
  date: '2021-08-16',
  sentAt: 9,
  number: null,
  name: 'tong-hop-2021-08-16.xlsx',
  bytes: new Uint8Array([1]),
  data: '{}',
};

function record(...entries: readonly LedgerEntry[]): number {
  const ledger = openLedger(folder, true);
  ledger?.append(entries, 'thu');
  const { sealedNow = 0 } = ledger ?? {};
  ledger?.close();
  return sealedNow;
}

function chain(): ChainCheck | undefined {
  const ledger = openLedger(folder, false);
  const check = ledger?.chain();
  ledger?.close();
  return check;
}

/** As somebody with a database browser who takes away what stands in the way. */
function sql(statement: string): void {
  const db = new DatabaseSync(join(folder, 'ledger.sqlite'));
  const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
  }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  db.exec(`PRAGMA foreign_keys = OFF; ${statement}`);
  db.close();
}

const WHOLE: ChainCheck = { lines: [], cut: 0, otherKey: false };

describe('the chain of a ledger', () => {
  beforeEach(() => {
    record(receipt('inbox/2021-08-16/a.xlsx'), receipt('inbox/2021-08-16/b.xlsx'));
    record(decision, sent);
    record(receipt('inbox/2021-08-17/c.xlsx'));
  });

  it('is whole as it was recorded', () => {
    expect(chain()).toEqual(WHOLE);
  });

  it.each([
    [
      'UPDATE receipt SET seen_at = 2 WHERE id = 1',
      [{ kind: 'receipt', id: 1, how: 'changed', about: 'inbox/2021-08-16/a.xlsx' }],
    ],
    [
      "UPDATE receipt SET who = 'khác' WHERE id = 2",
      [{ kind: 'receipt', id: 2, how: 'changed', about: 'inbox/2021-08-16/b.xlsx' }],
    ],
    [
      `UPDATE decision SET body = replace(body, '101', '102')`,
      [{ kind: 'decision', id: 1, how: 'changed', about: 'exempt' }],
    ],
    ['DELETE FROM decision', [{ kind: 'decision', id: 1, how: 'missing', about: null }]],
    [
      "UPDATE sent SET number = '7'",
      [{ kind: 'sent', id: 1, how: 'changed', about: 'tong-hop-2021-08-16.xlsx' }],
    ],
    [
      "INSERT INTO receipt (path, sha256, size, seen_at) VALUES ('inbox/x', 'y', 1, 1)",
      [{ kind: 'receipt', id: 4, how: 'added', about: 'inbox/x' }],
    ],
    ['DELETE FROM seal WHERE n = 2', [{ kind: null, id: 2, how: 'missing', about: null }]],
  ] as const)('tells what it touches: %s', (statement, told) => {
    sql(statement);
    const lines = chain()?.lines ?? [];
    for (const line of told) expect(lines).toContainEqual(line);
    record(receipt('inbox/2021-08-18/later.xlsx'));
    for (const line of told) expect(chain()?.lines).toContainEqual(line);
  });

  it('tells lines that changed places', () => {
    sql(
      'UPDATE receipt SET id = 99 WHERE id = 1; UPDATE receipt SET id = 1 WHERE id = 2; UPDATE receipt SET id = 2 WHERE id = 99',
    );
    expect(chain()?.lines.map(({ id, how }) => [id, how])).toEqual([
      [1, 'changed'],
      [2, 'changed'],
    ]);
  });

  it('tells an end that was cut off, also after new lines', () => {
    sql('DELETE FROM receipt WHERE id = 3; DELETE FROM seal WHERE n = 5');
    expect(chain()).toEqual({ ...WHOLE, cut: 1 });
    record(receipt('inbox/2021-08-18/later.xlsx'));
    expect(chain()).toEqual({ ...WHOLE, cut: 1 });
    rmSync(join(folder, 'ledger.sqlite'));
    record(receipt('inbox/2021-08-19/new.xlsx'));
    expect(chain()?.cut).toBeGreaterThan(1);
  });

  it('is no fault where the second file lags behind, or a copy of the ledger came without it', () => {
    const before = readFileSync(join(folder, 'ledger.seal'));
    record(receipt('inbox/2021-08-18/later.xlsx'));
    writeFileSync(join(folder, 'ledger.seal'), before);
    expect(chain()).toEqual(WHOLE);
    rmSync(join(folder, 'ledger.seal'));
    expect(chain()).toEqual(WHOLE);
  });

  it('cannot be held against another key, and says that', () => {
    writeFileSync(join(folder, 'key'), new Uint8Array(32).fill(3));
    expect(chain()).toEqual({ ...WHOLE, otherKey: true });
    rmSync(join(folder, 'key'));
    expect(chain()).toEqual({ ...WHOLE, otherKey: true });
  });
});

describe('a ledger of the first edition', () => {
  beforeEach(() => {
    const db = new DatabaseSync(join(folder, 'ledger.sqlite'));
    db.exec(`${MIGRATIONS[0]} PRAGMA user_version = 1;
      INSERT INTO receipt (path, sha256, size, seen_at) VALUES ('inbox/2021-08-16/a.xlsx', 'ab', 1, 1);
      INSERT INTO decision (recorded_at, kind, body) VALUES (5, 'exempt', '{"kind":"exempt","unit":"101"}');`);
    db.close();
  });

  it('is read as it is, and sealed once when it is first written to', () => {
    const ledger = openLedger(folder, false);
    expect([ledger?.receipts().length, ledger?.decisions()[0]?.by, ledger?.chain()]).toEqual([
      1,
      null,
      WHOLE,
    ]);
    ledger?.close();
    expect(record(receipt('inbox/2021-08-16/b.xlsx'))).toBe(2);
    expect(record(receipt('inbox/2021-08-16/c.xlsx'))).toBe(0);
    expect(chain()).toEqual(WHOLE);
    sql('UPDATE receipt SET seen_at = 2 WHERE id = 1');
    expect(chain()?.lines).toHaveLength(1);
  });
});

describe('a ledger of 0 bytes', () => {
  it.each(['key', 'daily.jsonl', 'ledger.seal', '../outbox/x'])('is damaged beside %s', (name) => {
    const inside = join(folder, '.bluezone');
    mkdirSync(inside);
    mkdirSync(join(folder, 'outbox'));
    writeFileSync(join(inside, name), 'x');
    writeFileSync(join(inside, 'ledger.sqlite'), '');
    for (const create of [false, true]) expect(() => openLedger(inside, create)).toThrow('0 bytes');
  });

  it('is one that nobody began, where nothing lies beside it', () => {
    writeFileSync(join(folder, 'ledger.sqlite'), '');
    expect(openLedger(folder, false)).toBeNull();
    record(decision);
    expect(chain()).toEqual(WHOLE);
  });

  it('that says of itself that it is empty, but is not, is damaged', () => {
    record(decision);
    sql('PRAGMA user_version = 0');
    expect(() => openLedger(folder, false)).toThrow('no version');
  });
});
