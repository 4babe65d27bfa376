import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { checkInvariants } from '../../../src/commands/doctor/ledger.ts';
import { draftBytes, draftPath, readDrafts } from '../../../src/commands/fill/draft-file.ts';
import type { Io } from '../../../src/io.ts';
import { realIo } from '../../../src/io.ts';
import { mau02, type Town, town } from '../town.ts';

const DAY = '-d 2021-08-16';

interface Line {
  readonly kind: string;
  readonly state: string;
  readonly message: string;
}

async function checks(
  { run }: Town,
  argv = DAY,
): Promise<{ lines: readonly Line[]; exit: number; of: (kind: string) => Line | undefined }> {
  const { out, exit } = await run(`doctor ${argv} --json`);
  const { checks: lines } = JSON.parse(out) as { checks: Line[] };
  return { lines, exit, of: (kind) => lines.find((line) => line.kind === kind) };
}

async function used(): Promise<Town> {
  const of = town();
  of.put('inbox/2021-08-16/hoai son.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 16), '16 14:00');
  of.at('16 14:30');
  await of.run(`receive ${DAY}`);
  return of;
}

function sql(of: Town, statement: string): void {
  const db = new DatabaseSync(join(of.folder, '.bluezone', 'ledger.sqlite'));
  db.exec(statement);
  db.close();
}

describe('doctor', () => {
  it('finds a used campaign in order, and writes nothing', async () => {
    const fresh = town();
    expect((await checks(fresh)).of('ledger-absent')?.state).toBe('good');
    expect(fresh.has('.bluezone')).toBe(false);
    const { lines, exit } = await checks(await used());
    expect(exit).toBe(0);
    expect(lines.filter(({ state }) => state !== 'good')).toEqual([]);
    expect(lines.map(({ kind }) => kind)).toEqual(['campaign', 'inbox', 'ledger', 'office']);
  });

  it('names accepted files without a receipt, one that was replaced in place included', async () => {
    const of = await used();
    of.put('inbox/2021-08-16/hoai my.csv', mau02('Xã Hoài Mỹ', [5], 16), '16 14:00');
    of.put('inbox/2021-08-16/hoai son.csv', mau02('Xã Hoài Sơn', [10, 25, 32], 16), '16 14:00');
    const { of: line, exit } = await checks(of);
    expect([exit, line('no-receipt')?.message]).toEqual([0, expect.stringContaining('2 tệp')]);
  });

  it('names accepted files whose receipts the ledger lost', async () => {
    const of = await used();
    sql(of, 'DROP TRIGGER receipt_is_kept; DELETE FROM receipt');
    expect((await checks(of)).of('no-receipt')?.message).toContain('1 tệp');
  });

  it('names decisions without a reason, and those whose file is gone', async () => {
    const of = await used();
    await of.run('resolve "inbox/2021-08-16/hoai son.csv" --unit 101');
    expect((await checks(of)).of('no-reason')?.message).toContain('Quyết định số 1');
    expect((await checks(of)).of('idle-decision')).toBeUndefined();
    of.remove('inbox/2021-08-16/hoai son.csv');
    expect((await checks(of)).of('idle-decision')?.message).toContain('hoai son.csv');
  });

  it('does not call a decision idle because its file is of a later day', async () => {
    const of = await used();
    of.put('inbox/2021-08-17/a.csv', mau02('Xã Hoài Mỹ', [5], 17), '17 14:00');
    of.at('17 15:00');
    await of.run('resolve inbox/2021-08-17/a.csv --unit 102 --reason "gọi hỏi"');
    expect((await checks(of)).of('idle-decision')).toBeUndefined();
  });

  it('names figures without a cell: they would be a fault of the program', () => {
    const source = { unit: '101', measure: 'installed', cells: '', sheet: 'CSV' } as never;
    const found = checkInvariants({
      settled: [],
      sources: [source],
      holding: [],
      hasReceipt: () => true,
      isThere: () => true,
    });
    expect(found).toEqual([{ kind: 'no-reading', state: 'bad', unit: '101', measure: 'installed' }]);
  });

  it('names what is wrong with the bytes of a summary that was sent, with a lost key, and with the database', async () => {
    const of = await used();
    await of.run(`aggregate ${DAY}`);
    await of.run(`sent ${DAY}`);
    sql(of, "DROP TRIGGER content_is_fixed; UPDATE content SET bytes = x'00'");
    rmSync(join(of.folder, '.bluezone', 'key'));
    sql(of, 'PRAGMA foreign_keys = OFF; DROP TRIGGER content_is_kept; DELETE FROM content');
    const { of: line, exit } = await checks(of);
    expect(exit).toBe(1);
    expect(line('sent-bytes')?.message).toContain('tong-hop-2021-08-16.xlsx');
    expect(line('key-missing')?.state).toBe('look');
    expect(line('ledger-integrity')?.message).toContain('foreign key');
  });

  it('says what lies where nobody looks, and what waits', async () => {
    const of = await used();
    of.put('inbox/roi.csv', 'x');
    of.put('inbox/ngay 16/a.csv', 'x');
    of.put(
      'inbox/2021-08-16/received.csv',
      'file,received_at,channel,note\nkhong-co.csv,2021-08-16T14:00,,\n',
    );
    of.put('inbox/2021-08-16/b.csv', mau02('Xã Trên Trời', [5], 16), '16 14:00');
    const { lines, exit } = await checks(of);
    expect(exit).toBe(0);
    const told = lines.map(({ message }) => message).join('\n');
    for (const word of ['«roi.csv» nằm ngay trong inbox', 'ngay 16', 'khong-co.csv', 'chờ xác định'])
      expect(told).toContain(word);
  });

  it('--purge ends a campaign once it is told yes: ledger, key and whatever lies beside them', async () => {
    const of = await used();
    const draft = {
      ...{ form: 'mau-02', unit: '101', date: '2021-08-16', fields: {} },
      rows: [{ full_name: 'Nguyễn Văn Ví Dụ', phone: '0900000001' }],
    };
    const kept = relative(of.folder, draftPath(of.folder, draft));
    of.put(kept, Buffer.from(draftBytes(draft)));
    expect(readDrafts(realIo(), of.folder)).toHaveLength(1);
    const asked = await of.run('doctor --purge');
    expect([asked.exit, asked.out]).toEqual([2, '']);
    expect(asked.err).toContain('--yes');
    expect((await of.run('doctor --purge --dry-run')).exit).toBe(0);
    expect(of.has('.bluezone/key')).toBe(true);
    const { exit, out } = await of.run('doctor --purge --yes');
    expect([exit, out]).toEqual([0, expect.stringContaining('ledger.sqlite')]);
    for (const path of ['.bluezone/ledger.sqlite', '.bluezone/key', kept])
      expect([path, of.has(path)]).toEqual([path, false]);
    expect(of.has('inbox/2021-08-16/hoai son.csv')).toBe(true);
    expect((await of.run('doctor --purge --yes')).out).toContain('Không có gì để xóa');
    expect((await checks(of)).of('ledger-absent')?.state).toBe('good');
  });
});

/** Runs that only need figures: they must give 66 whatever the ledger is like. */
async function figures({ run }: Town) {
  const done = await run(`aggregate ${DAY} --json`);
  const { scopes } = JSON.parse(done.out) as {
    scopes: [{ total: { figures: { installed: { value: number } } } }];
  };
  return { ...done, value: scopes[0].total.figures.installed.value };
}

describe('a ledger that cannot be used', () => {
  const bad: readonly (readonly [string, (of: Town) => void, string, string])[] = [
    [
      'damaged',
      (of) => of.put('.bluezone/ledger.sqlite', 'this is no database, whatever its name says'.repeat(99)),
      'hỏng',
      'damaged',
    ],
    ['of a newer version', (of) => sql(of, 'PRAGMA user_version = 99'), 'phiên bản mới hơn', 'newer'],
  ];

  it.each(bad)(
    '%s: one sentence, figures from the inbox, files by their own times',
    async (_, spoil, word, fault) => {
      const of = await used();
      for (const name of ['ledger.sqlite-wal', 'ledger.sqlite-shm']) of.remove(`.bluezone/${name}`);
      spoil(of);
      of.at('16 16:00');
      const { value, err, exit, out } = await figures(of);
      expect(value).toBe(66);
      expect(exit).toBe(1);
      expect(out).toContain('"receivedAt": "2021-08-16T14:00:00+07:00"');
      expect(err.split('\n').filter((line) => line.includes('Sổ theo dõi'))).toEqual([
        expect.stringContaining(word),
      ]);
      expect(err).not.toMatch(/\n\s+at /);
      expect(of.has('outbox/2021-08-16/tong-hop-2021-08-16.xlsx')).toBe(true);
      for (const argv of ['resolve --exempt 103 --reason bão', `sent ${DAY}`, `receive ${DAY}`]) {
        const refused = await of.run(argv);
        expect([refused.exit, refused.out]).toEqual([2, '']);
        expect(refused.err).toContain(word);
      }
      const { of: line, exit: sick } = await checks(of);
      expect(sick).toBe(1);
      expect(line('ledger-trouble')).toMatchObject({ fault, state: 'bad' });
    },
  );

  it('held by another run: its decisions are read, what is new is not recorded, and that is said', async () => {
    const of = await used();
    await of.run('resolve --exempt 103 --reason bão -d 2021-08-16');
    const other = new DatabaseSync(join(of.folder, '.bluezone', 'ledger.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    of.put('inbox/2021-08-16/hoai my.csv', mau02('Xã Hoài Mỹ', [5], 16), '16 14:00');
    const { value, err, out } = await figures(of);
    expect(value).toBe(71);
    expect(out).toContain('"status": "exempt"');
    expect(err).toContain('lần chạy khác');
    for (const argv of ['resolve --undo 1', `receive ${DAY}`])
      expect(await of.run(argv)).toMatchObject({ exit: 2, out: '' });
    other.exec('ROLLBACK');
    other.close();
    expect((await of.run('resolve --undo 1')).exit).toBe(0);
  });

  it('whose folder cannot be made: figures and summary all the same', async () => {
    const of = town();
    of.put('inbox/2021-08-16/hoai son.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 16), '16 14:00');
    of.put('.bluezone', 'a file where the folder should be');
    const { value, err } = await figures(of);
    expect(value).toBe(66);
    expect(err).toMatch(/sổ theo dõi/i);
    expect((await of.run('resolve --exempt 103 --reason bão')).exit).toBe(2);
    const past = await of.run(`aggregate ${DAY} --as-of 2021-08-16T15:30`);
    expect(past.err).not.toMatch(/sổ theo dõi/i);
  });

  it('is no hindrance where there is none', async () => {
    const of = town();
    mkdirSync(join(of.folder, '.bluezone'));
    expect((await of.run(`status ${DAY}`)).exit).toBe(1);
    expect(of.has('.bluezone/ledger.sqlite')).toBe(true);
  });
});

describe('a ledger with damaged bytes', () => {
  it('gives the right figures, whichever of them they are, and never a fault of the program', async () => {
    const of = await used();
    of.put('inbox/2021-08-16/received.csv', 'file,received_at\nhoai son.csv,2021-08-16T14:00\n', '16 14:10');
    await of.run('resolve --exempt 103 --reason bão -d 2021-08-16');
    await of.run(`aggregate ${DAY}`);
    await of.run(`sent ${DAY}`);
    of.remove('.bluezone/ledger.sqlite-wal');
    const whole = of.read('.bluezone/ledger.sqlite');
    // Every page of the file in turn, with a few bytes of it spoilt.
    for (let at = 16; at < whole.length; at += 4096) {
      const spoilt = Uint8Array.from(whole);
      for (let n = 0; n < 40; n += 1) spoilt[at + ((n * 97) % 4000)] = (at / 4096 + n * 41) % 256;
      of.put('.bluezone/ledger.sqlite', spoilt);
      const { value, err } = await figures(of);
      expect([at, value]).toEqual([at, 66]);
      const doctor = await of.run(`doctor ${DAY}`);
      expect([at, doctor.exit, err + doctor.err]).toEqual([
        at,
        expect.any(Number),
        expect.not.stringMatching(/lỗi của chính nó|\n\s+at /),
      ]);
      expect(doctor.exit).toBeLessThan(2);
    }
  });

  it('in what was kept of a file reads it anew', async () => {
    const of = await used();
    const lasting = (io: Io): Io => ({ ...io, now: () => Date.parse('2099-01-01T00:00:00Z') });
    const installed = async () =>
      JSON.parse((await of.run(`aggregate ${DAY} --json`, lasting)).out).scopes[0].total.figures.installed
        .value;
    expect(await installed()).toBe(66);
    sql(of, `UPDATE cache SET reading = replace(reading, '"value":66', '"value":99')`);
    expect(await installed()).toBe(66);
    sql(of, 'UPDATE cache SET reading = substr(reading, 1, 40)');
    expect(await installed()).toBe(66);
    expect((await checks(of)).exit).toBe(0);
  });
});
