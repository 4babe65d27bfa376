import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { type Io, openRealLedger } from '../../src/io.ts';
import { mau02, type Town, town } from './town.ts';

const DAY = '2021-08-16';
const SUMMARY = `outbox/${DAY}/tong-hop-${DAY}.xlsx`;
const LOCK = '.bluezone/campaign.lock';

/** A town whose summary of the day has been sent. */
async function sentTown(argv = `aggregate -d ${DAY}`): Promise<Town> {
  const of = town();
  of.put(`inbox/${DAY}/son.csv`, mau02('Xã Hoài Sơn', [10, 20], 16), '16 14:00');
  of.put(`inbox/${DAY}/my.csv`, mau02('Xã Hoài Mỹ', [40], 16), '16 14:00');
  await of.run(argv);
  return of;
}

const hash = (of: Town, path: string) => createHash('sha256').update(of.read(path)).digest('hex');
const outbox = (of: Town, day = DAY) => readdirSync(join(of.folder, 'outbox', day)).sort();
const codes = (out: string) =>
  (JSON.parse(out).findings as { code: string }[])
    .map(({ code }) => code)
    .filter((code) => /^campaign\/(sent|ledger)/.test(code));

/** As somebody with a database browser. */
function sql(of: Town, statement: string): void {
  const db = new DatabaseSync(join(of.folder, '.bluezone/ledger.sqlite'));
  const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
  }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  db.exec(`PRAGMA foreign_keys = OFF; ${statement}`);
  db.close();
}

describe('what was sent', () => {
  it.each([
    ['cut', (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2), 'campaign/sent-figures-altered'],
    ['replaced', () => new TextEncoder().encode('date,x\n'), 'campaign/sent-figures-altered'],
  ] as const)(
    'is told where it was %s, and put back with the foreign file beside it',
    async (_, change, code) => {
      const of = await sentTown();
      await of.run('sent');
      const [was, bytes] = [hash(of, SUMMARY), of.read(SUMMARY)];
      of.put(SUMMARY, change(bytes));
      const foreign = hash(of, SUMMARY);
      for (const look of ['status', 'aggregate --dry-run', 'doctor']) {
        const told = await of.run(`${look} -d ${DAY}`);
        expect(told.out + told.err, look).toContain(`tong-hop-${DAY}.xlsx`);
        expect(hash(of, SUMMARY), look).toBe(foreign);
      }
      expect(codes((await of.run(`aggregate -d ${DAY} --dry-run --json`)).out)).toEqual([code]);
      expect(codes((await of.run('aggregate -d 2021-08-17 --json')).out)).toHaveLength(1);
      expect(hash(of, SUMMARY)).toBe(foreign);
      await of.run(`aggregate -d ${DAY}`);
      expect(hash(of, SUMMARY)).toBe(was);
      const kept = `tong-hop-${DAY}.khac-${foreign.slice(0, 8)}.xlsx`;
      expect(outbox(of)).toEqual([kept, `tong-hop-${DAY}.xlsx`]);
      expect(hash(of, `outbox/${DAY}/${kept}`)).toBe(foreign);
      expect(codes((await of.run(`aggregate -d ${DAY} --json`)).out)).toEqual([]);
    },
  );

  it('with the same figures is a note only', async () => {
    const of = await sentTown(`aggregate -d ${DAY} --format csv`);
    const path = SUMMARY.replace('xlsx', 'csv');
    await of.run(`aggregate -d ${DAY}`);
    await of.run(`sent ${SUMMARY}`);
    of.put(SUMMARY, withComment(of.read(SUMMARY)));
    expect(codes((await of.run(`aggregate -d ${DAY} --dry-run --json`)).out)).toEqual([
      'campaign/sent-altered',
    ]);
    expect(of.has(path)).toBe(true);
  });

  it('is put back by sent and daily, too, and a deleted outbox is no fault', async () => {
    const of = await sentTown(`daily -d ${DAY} --as-of ${DAY}T16:00`);
    const was = hash(of, SUMMARY);
    of.put(SUMMARY, 'x');
    const again = await of.run(`sent ${SUMMARY}`);
    expect([again.exit, hash(of, SUMMARY)]).toEqual([1, was]);
    expect(again.out).toContain('đã đặt lại bản đã gửi');
    of.put(SUMMARY, 'y');
    const run = await of.run('daily');
    expect([run.exit, hash(of, SUMMARY)]).toEqual([1, was]);
    expect(run.out).toContain('bản đã gửi bị sửa, đã đặt lại');
    expect(outbox(of).filter((name) => name.includes('.khac-'))).toHaveLength(2);
    of.remove('outbox');
    expect((await of.run(`status -d ${DAY}`)).err).not.toContain('tong-hop');
  });

  it('is marked once, whoever says so; a later number is recorded, another one refused', async () => {
    const of = await sentTown();
    const marks = async () => {
      const ledger = await openRealLedger(join(of.folder, '.bluezone'), false);
      if (ledger === null || 'fault' in ledger) throw new Error('no ledger');
      const numbers = ledger.sent().map(({ number }) => number);
      ledger.close();
      return numbers;
    };
    const both = await Promise.all([of.run('sent'), of.run('sent')]);
    expect(both.map(({ exit }) => exit)).toEqual([0, 0]);
    expect(both.map(({ out }) => out.includes('từ trước')).sort()).toEqual([false, true]);
    expect(await marks()).toEqual([null]);
    expect((await of.run('sent --number 12/BC')).out).toContain('Đã ghi thêm số 12/BC');
    expect((await of.run('sent --number 12/BC')).out).toContain('từ trước');
    const other = await of.run('sent --number 13/BC');
    expect([other.exit, other.err]).toEqual([2, expect.stringContaining('12/BC')]);
    expect(await marks()).toEqual([null, '12/BC']);
  });

  it('is not written over by a run that did not know of the mark when it began', async () => {
    const of = await sentTown();
    const was = hash(of, SUMMARY);
    of.put(`inbox/${DAY}/hai.csv`, mau02('Xã Hoài Hải', [7], 16), '16 15:30');
    // The other one takes no lock: an older version, or a copy of this folder that is brought back.
    const run = await of.run(`aggregate -d ${DAY}`, (io: Io) => ({
      ...io,
      files: {
        ...io.files,
        write: (path, bytes, last) => {
          if (path.endsWith('.xlsx')) sql(of, MARK(was));
          io.files.write(path, bytes, last);
        },
      },
    }));
    expect([run.exit, hash(of, SUMMARY)]).toEqual([2, was]);
    expect(run.err).toContain('đã được ghi nhận là đã gửi');
    expect(readdirSync(join(of.folder, 'outbox', DAY))).toEqual([`tong-hop-${DAY}.xlsx`]);
  });

  it.each(['damaged', '0 bytes'])('is left alone while the ledger is %s', async (how) => {
    const of = await sentTown();
    await of.run('sent');
    const was = hash(of, SUMMARY);
    writeFileSync(join(of.folder, '.bluezone/ledger.sqlite'), how === '0 bytes' ? '' : 'x'.repeat(5000));
    of.put(`inbox/${DAY}/hai.csv`, mau02('Xã Hoài Hải', [7], 16), '16 15:30');
    for (const argv of [
      `aggregate -d ${DAY}`,
      `aggregate -d ${DAY} -o ${SUMMARY}`,
      'daily',
      `template mau-02 -o ${SUMMARY}`,
    ]) {
      const { exit, err } = await of.run(argv);
      expect(exit, argv + err).toBeGreaterThan(0);
      expect(hash(of, SUMMARY), argv).toBe(was);
    }
    expect((await of.run(`aggregate -d ${DAY}`)).err).toContain('không ghi đè');
    await of.run(`aggregate -d ${DAY} -o ban-khac.xlsx`);
    expect(of.has('ban-khac.xlsx')).toBe(true);
  });
});

/** A mark as a program of the first edition would make it. */
const MARK = (sha256: string) =>
  `INSERT OR IGNORE INTO content VALUES ('${sha256}', x'00');
   INSERT INTO sent (date, sent_at, name, sha256, data) SELECT '${DAY}', 1629104400000, 'tong-hop-${DAY}.xlsx', '${sha256}',
   '{"date":"${DAY}","asOf":"${DAY}T16:00:00+07:00","scopes":[]}' WHERE NOT EXISTS (SELECT 1 FROM sent)`;

/** The same workbook with a comment of the archive: other bytes, no other cell. */
function withComment(bytes: Uint8Array): Uint8Array {
  const longer = Buffer.concat([bytes, Buffer.from('!')]);
  longer.writeUInt16LE(1, bytes.length - 2);
  return longer;
}

describe('the lock of a campaign', () => {
  const held = JSON.stringify({ pid: 1, host: 'khac', started: null, at: 0, beat: 0 });

  /** While this run waits the other one works on: nobody takes it for dead. */
  const beating =
    (of: Town, slept: (ms: number) => number) =>
    (io: Io): Io => ({
      ...io,
      sleep: async (ms) => of.put(LOCK, held.replace('"beat":0', `"beat":${slept(ms)}`)),
    });

  it.each([
    'aggregate',
    'receive',
    'sent',
    'resolve --exempt 101 --reason lut',
    'fill mau-01 --answers a.json --inbox',
  ])('held by another: %s waits half a minute with a line, then ends with 2', async (argv) => {
    const of = await sentTown();
    of.put(
      'a.json',
      '{"form":"mau-01","unit":"201","fields":{"staff_total":2,"staff_with_smartphone":2,"staff_installed":2}}',
    );
    of.put(LOCK, held);
    let slept = 0;
    const add = (ms: number): number => {
      slept += ms;
      return slept;
    };
    const { exit, err } = await of.run(argv, beating(of, add));
    expect([exit, slept]).toEqual([2, 30_000]);
    expect(err).toContain('đợi tối đa 30 giây');
    expect(err).toContain('máy khac');
  });

  it('is waited for five minutes by daily, and not at all by a look', async () => {
    const of = await sentTown();
    of.put(LOCK, held);
    let slept = 0;
    const sleep = beating(of, (ms) => {
      slept += ms;
      return slept;
    });
    expect([(await of.run('daily', sleep)).exit, slept]).toEqual([2, 300_000]);
    slept = 0;
    of.put(`inbox/${DAY}/hai.csv`, mau02('Xã Hoài Hải', [7], 16), '16 15:30');
    expect([(await of.run(`status -d ${DAY}`, sleep)).exit, slept]).toEqual([0, 0]);
    of.remove(LOCK);
    const receipts = JSON.parse((await of.run(`receive -d ${DAY} --json`)).out).files as { news: boolean }[];
    expect(receipts.filter(({ news }) => news)).toHaveLength(1);
  });

  it('is given back, whatever happens', async () => {
    const of = await sentTown();
    await of.run('aggregate -o inbox/x.xlsx');
    await of.run('resolve --undo 99');
    expect(of.has(LOCK)).toBe(false);
  });
});

describe('a ledger that somebody changed', () => {
  it('is told by every command with what it touches, and its figures say that they rest on it', async () => {
    const of = await sentTown();
    await of.run('resolve --exempt 103 --reason lụt --by "Nguyễn Văn Ví Dụ"');
    const decisions = JSON.parse((await of.run('resolve --list --json')).out).decisions;
    expect(decisions[0]).toMatchObject({ by: 'Nguyễn Văn Ví Dụ' });
    expect((await of.run('doctor')).exit).toBe(0);
    sql(
      of,
      `UPDATE decision SET body = replace(body, '103', '102'); UPDATE receipt SET seen_at = 1 WHERE path LIKE '%son%'`,
    );
    const { out, err } = await of.run(`aggregate -d ${DAY} --json`);
    expect(err).toContain('2 chỗ không còn như lúc ghi');
    const told = (JSON.parse(out).findings as { code: string }[]).filter(
      ({ code }) => code === 'campaign/ledger-line',
    );
    expect(told).toHaveLength(2);
    expect(told).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ file: `inbox/${DAY}/son.csv`, severity: 'warning' }),
        expect.objectContaining({ unit: '102', message: expect.stringContaining('quyết định số 1') }),
      ]),
    );
    const doctor = await of.run('doctor');
    expect(doctor.exit).toBe(1);
    expect(doctor.out).toContain(`inbox/${DAY}/son.csv`);
  });

  it.each([
    '{',
    '[]',
    '{"schema":"bluezone-report/daily-state@1","days":null}',
    '{"schema":"bluezone-report/daily-state@1","days":{"2021-08-16":7,"x":{"untold":3}}}',
    '\u0000',
  ])('is not daily.json, which may hold anything: %s', async (text) => {
    const of = await sentTown();
    of.put('.bluezone/daily.json', text);
    of.put('.bluezone/daily.jsonl', `${text}\nnull\n7\n{"at":"+275760-09-13T00:00:00Z"}\n`);
    expect((await of.run('daily')).exit).toBeLessThan(2);
  });
});

describe('doctor --repair', () => {
  /** A day that daily made final, a decision, and a mark with its number. */
  async function lived(): Promise<Town> {
    const of = await sentTown(`daily -d ${DAY}`);
    await of.run('resolve --exempt 103 --reason lụt');
    return of;
  }
  const figures = async (of: Town) => {
    const { out } = await of.run(`aggregate -d ${DAY} --json --dry-run`);
    const { scopes, findings } = JSON.parse(out);
    return { scopes, findings };
  };
  const kept = (of: Town) =>
    readdirSync(join(of.folder, '.bluezone')).filter((name) => name.startsWith('ledger.hong-'));

  it('of a whole ledger does nothing but put back what was sent', async () => {
    const of = await lived();
    const was = hash(of, SUMMARY);
    of.put(SUMMARY, 'x');
    const { exit, out } = await of.run('doctor --repair');
    expect([exit, hash(of, SUMMARY), kept(of)]).toEqual([0, was, []]);
    expect(out).toContain('nguyên vẹn');
  });

  it.each([
    ['0 bytes', () => new Uint8Array()],
    ['no ledger at all', () => new Uint8Array(9000).fill(7)],
    ['cut in the middle', (bytes: Uint8Array) => bytes.subarray(0, 4096)],
  ] as const)('of one that is %s proves arrivals and marks by inbox, outbox and log', async (_, damage) => {
    const of = await lived();
    const before = await figures(of);
    const was = of.read('.bluezone/ledger.sqlite');
    of.put('.bluezone/ledger.sqlite', damage(was));
    const dry = await of.run('doctor --repair --dry-run');
    expect(dry.exit).toBe(1);
    expect(kept(of)).toEqual([]);
    const { exit, out } = await of.run('doctor --repair');
    expect([exit, kept(of).length]).toEqual([1, 1]);
    expect(out).toContain('Đã dựng lại sổ theo dõi');
    expect((await of.run('doctor')).out).not.toContain('hỏng');
    const after = await figures(of);
    expect(after.scopes[0].total).toEqual(before.scopes[0].total);
    expect(after.scopes[0].units[0].receivedAt).toBe(before.scopes[0].units[0].receivedAt);
    const again = await of.run(`aggregate -d ${DAY}`);
    expect(again.err).not.toContain('bo-sung');
    expect((await of.run('doctor --repair')).out).toContain('nguyên vẹn');
  });

  it('of one with a changed line keeps all others under their numbers, and lists it as lost', async () => {
    const of = await lived();
    await of.run('resolve --exempt 102 --reason bão');
    sql(of, `UPDATE decision SET body = replace(body, '103', '101') WHERE id = 1`);
    const { exit, out } = await of.run('doctor --repair');
    expect(exit).toBe(1);
    expect(out).toContain('mất: quyết định số 1');
    const { decisions } = JSON.parse((await of.run('resolve --list --json')).out);
    expect(decisions).toMatchObject([{ id: 2, unit: '102' }]);
    expect((await of.run(`aggregate -d ${DAY}`)).err).not.toContain('không còn như lúc ghi');
  });
});
