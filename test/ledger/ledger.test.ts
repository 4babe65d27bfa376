import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LedgerError } from '../../src/ledger/fault.ts';
import { readKey } from '../../src/ledger/key.ts';
import { type Ledger, openLedger } from '../../src/ledger/ledger.ts';
import { MIGRATIONS } from '../../src/ledger/schema.ts';
import { holding, type Receipt } from '../../src/model/ledger.ts';

let folder: string;
const opened: Ledger[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
});
afterEach(() => {
  for (const ledger of opened.splice(0)) ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(): Ledger {
  const ledger = openLedger(folder, true);
  if (ledger === null) throw new Error('not made');
  opened.push(ledger);
  return ledger;
}

const RECEIPT: Receipt = {
  path: 'inbox/2021-08-16/a.xlsx',
  sha256: 'ab'.repeat(32),
  size: 10,
  seenAt: 1000,
  statedAt: null,
  channel: null,
  onBehalf: false,
};

/** As somebody with a database browser would. */
function sql(statement: string): void {
  const db = new DatabaseSync(join(folder, 'ledger.sqlite'));
  try {
    db.exec(statement);
  } finally {
    db.close();
  }
}

function faultOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof LedgerError) return error.fault;
    throw error;
  }
  throw new Error('no fault');
}

describe('the ledger', () => {
  it('is made only when asked, and opens again with what it held', () => {
    expect(openLedger(folder, false)).toBeNull();
    open().append([{ kind: 'receipt', receipt: RECEIPT }], 'thu');
    const again = openLedger(folder, false);
    expect(again?.receipts()).toEqual([RECEIPT]);
    expect(again?.integrity()).toEqual([]);
    again?.close();
  });

  it('keeps the first sight of a file: the same file again adds nothing, a stated time adds a line', () => {
    const ledger = open();
    ledger.append([{ kind: 'receipt', receipt: RECEIPT }], 'thu');
    ledger.append([{ kind: 'receipt', receipt: { ...RECEIPT, seenAt: 2000 } }], 'thu');
    expect(ledger.receipts()).toEqual([RECEIPT]);
    const stated = { ...RECEIPT, seenAt: 3000, statedAt: 500, channel: 'zalo' };
    ledger.append([{ kind: 'receipt', receipt: stated }], 'thu');
    ledger.append([{ kind: 'receipt', receipt: { ...stated, seenAt: 4000 } }], 'thu');
    expect(ledger.receipts()).toEqual([RECEIPT, stated]);
  });

  it('takes the same statements again, in whatever order, without another line', () => {
    const ledger = open();
    const at = { ...RECEIPT, seenAt: 2000, statedAt: 500 };
    const via = { ...RECEIPT, seenAt: 3000, channel: 'zalo' };
    const instead = { ...RECEIPT, seenAt: 4000, onBehalf: true };
    for (const receipt of [RECEIPT, at, via, instead, at, via, instead, RECEIPT])
      ledger.append([{ kind: 'receipt', receipt }], 'thu');
    expect(ledger.receipts()).toEqual([RECEIPT, at, via, instead]);
  });

  it('appends all of a run or nothing', () => {
    const ledger = open();
    const bad = {
      kind: 'decision',
      decision: { kind: 'undo', decision: 99, reason: null },
      recordedAt: 1,
    } as const;
    expect(() => ledger.append([{ kind: 'receipt', receipt: RECEIPT }, bad], 'thu')).toThrow(LedgerError);
    expect(ledger.receipts()).toEqual([]);
  });

  it('keeps the bytes of what was sent', () => {
    const ledger = open();
    const bytes = new Uint8Array([1, 2, 3]);
    ledger.append(
      [
        {
          kind: 'sent',
          date: '2021-08-16',
          sentAt: 5,
          number: '05/BC',
          name: 'tong-hop-2021-08-16.xlsx',
          bytes,
          data: '{}',
        },
      ],
      'thu',
    );
    const [sent] = ledger.sent();
    expect(sent).toMatchObject({ date: '2021-08-16', number: '05/BC', sentAt: 5, data: '{}' });
    expect(ledger.content(sent?.sha256 ?? '')).toEqual(bytes);
  });

  it('names why it cannot be used', () => {
    writeFileSync(join(folder, 'ledger.sqlite'), 'this is no database, whatever its name says'.repeat(50));
    expect(faultOf(() => openLedger(folder, true))).toBe('damaged');
  });

  it('of a newer version is left alone', () => {
    open().append([{ kind: 'receipt', receipt: RECEIPT }], 'thu');
    sql('PRAGMA user_version = 99');
    expect(faultOf(() => openLedger(folder, false))).toBe('newer');
    expect(faultOf(() => openLedger(folder, true))).toBe('newer');
    sql(`PRAGMA user_version = ${MIGRATIONS.length}`);
    expect(open().receipts()).toEqual([RECEIPT]);
  });

  it('that a run left without a line is none to read, and is made by the next that writes', () => {
    new DatabaseSync(join(folder, 'ledger.sqlite')).close();
    expect(openLedger(folder, false)).toBeNull();
    open().append([{ kind: 'receipt', receipt: RECEIPT }], 'thu');
    expect(openLedger(folder, false)?.receipts()).toEqual([RECEIPT]);
  });

  it('is read while another writes, and is not waited for longer than asked', () => {
    open().append([{ kind: 'receipt', receipt: RECEIPT }], 'thu');
    const other = new DatabaseSync(join(folder, 'ledger.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    const reader = openLedger(folder, true, 10);
    expect(reader?.receipts()).toEqual([RECEIPT]);
    const more = { ...RECEIPT, path: 'b' };
    expect(faultOf(() => reader?.append([{ kind: 'receipt', receipt: more }], 'thu'))).toBe('locked');
    other.exec('ROLLBACK');
    reader?.append([{ kind: 'receipt', receipt: more }], 'thu');
    expect(reader?.receipts()).toEqual([RECEIPT, more]);
    reader?.close();
    other.close();
  });

  it.each(['made there', 'brought there'])('works where processes cannot share memory (%s)', (how) => {
    const share = join(folder, 'share');
    // A link to nowhere stands for a share on which SQLite cannot have its shared memory.
    mkdirSync(share);
    symlinkSync(join(folder, 'nowhere', 'x'), join(share, 'ledger.sqlite-shm'));
    if (how === 'brought there') {
      const ledger = open();
      ledger.append([{ kind: 'receipt', receipt: { ...RECEIPT, path: 'a' } }], 'thu');
      ledger.close();
      opened.length = 0;
      copyFileSync(join(folder, 'ledger.sqlite'), join(share, 'ledger.sqlite'));
    }
    for (const path of ['b', 'c']) {
      const ledger = openLedger(share, true);
      ledger?.append([{ kind: 'receipt', receipt: { ...RECEIPT, path } }], 'thu');
      ledger?.close();
    }
    const read = openLedger(share, false);
    const before = how === 'brought there' ? ['a'] : [];
    expect(read?.receipts().map(({ path }) => path)).toEqual([...before, 'b', 'c']);
    expect(read?.integrity()).toEqual([]);
    read?.close();
    expect(readdirSync(share).filter((name) => !/^key$|\.seal$/.test(name))).toEqual([
      'ledger.sqlite',
      'ledger.sqlite-shm',
    ]);
  });

  it('keeps its lines: nothing of it can be changed or taken away', () => {
    const ledger = open();
    const reason = 'bão';
    ledger.append(
      [
        { kind: 'receipt', receipt: RECEIPT },
        {
          kind: 'decision',
          decision: { kind: 'exempt', unit: '1', from: null, to: null, reason },
          recordedAt: 1,
        },
        {
          kind: 'sent',
          date: 'd',
          sentAt: 5,
          number: null,
          name: 'n',
          bytes: new Uint8Array([1]),
          data: '{}',
        },
      ],
      'thu',
    );
    for (const table of ['receipt', 'decision', 'content', 'sent']) {
      expect(() => sql(`DELETE FROM ${table}`)).toThrow('append-only');
      expect(() => sql(`UPDATE ${table} SET rowid = 7`)).toThrow('append-only');
    }
  });

  it('is whole in its one file once it is closed', () => {
    open().append([{ kind: 'receipt', receipt: RECEIPT }], 'thu');
    for (const ledger of opened.splice(0)) ledger.close();
    const copy = join(folder, 'copy');
    mkdirSync(copy);
    copyFileSync(join(folder, 'ledger.sqlite'), join(copy, 'ledger.sqlite'));
    const reader = openLedger(copy, false);
    expect(reader?.receipts()).toEqual([RECEIPT]);
    reader?.close();
  });

  it.skipIf(process.getuid?.() === 0)('is read where nothing can be written', () => {
    open().append([{ kind: 'receipt', receipt: RECEIPT }], 'thu');
    for (const ledger of opened.splice(0)) ledger.close();
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
    chmodSync(folder, 0o555);
    try {
      const reader = openLedger(folder, false);
      expect(reader?.receipts()).toEqual([RECEIPT]);
      reader?.close();
      const more = { kind: 'receipt', receipt: { ...RECEIPT, path: 'b' } } as const;
      expect(faultOf(() => openLedger(folder, true)?.append([more], 'thu'))).toBe('read-only');
    } finally {
      chmodSync(folder, 0o755);
    }
  });

  it('takes what has another length for no key, and makes a new one whole', () => {
    writeFileSync(join(folder, 'key'), 'half');
    expect(readKey(folder)).toBeNull();
    open().append([{ kind: 'receipt', receipt: RECEIPT }], 'thu');
    expect(readKey(folder)?.length).toBe(32);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('keeps no reading that was hashed with a key which lost the race', () => {
    const ledger = open();
    const entries = (fill: number, key: string) =>
      [
        { kind: 'key', key: new Uint8Array(32).fill(fill) },
        { kind: 'cache', key, reading: '{}' },
      ] as const;
    ledger.append(entries(1, 'first'), 'thu');
    ledger.append(entries(2, 'second'), 'thu');
    expect(ledger.cached('first')).toBe('{}');
    expect(ledger.cached('second')).toBeNull();
  });
});

describe('the decisions that hold', () => {
  const report = { path: 'a.xlsx', sha256: 'ab', sheet: null };
  const unit = (id: number, code: string) =>
    ({ id, by: null, recordedAt: id, decision: { kind: 'unit', report, unit: code, reason: null } }) as const;
  const undo = (id: number, decision: number) =>
    ({ id, by: null, recordedAt: id, decision: { kind: 'undo', decision, reason: null } }) as const;

  it('are the newest of each subject', () => {
    expect(holding([unit(1, 'A'), unit(2, 'B')])).toEqual([unit(2, 'B')]);
  });

  it('lose what was undone, and get it back when the undoing is undone', () => {
    expect(holding([unit(1, 'A'), unit(2, 'B'), undo(3, 2)])).toEqual([unit(1, 'A')]);
    expect(holding([unit(1, 'A'), undo(2, 1), undo(3, 2)])).toEqual([unit(1, 'A')]);
  });
});
