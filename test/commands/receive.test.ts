import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Io } from '../../src/io.ts';
import { mau02, type Run, town } from './town.ts';

const DAY = '-d 2021-08-16';
const FILE = 'inbox/2021-08-16/hoai son.csv';

interface Line {
  readonly path: string;
  readonly receivedAt: string | null;
  readonly evidence: string | null;
  readonly channel: string | null;
  readonly onBehalf: boolean;
  readonly news: boolean;
}

function lines({ out }: Run): readonly Line[] {
  return (JSON.parse(out) as { files: Line[] }).files;
}

/** A town whose one report lies there with its own time at 13:00, found at 14:00. */
function withReport() {
  const made = town();
  made.put(FILE, mau02('Xã Hoài Sơn', [10, 25, 31], 16), '16 13:00');
  made.at('16 14:00');
  return made;
}

describe('received.csv', () => {
  it('that names a file which is not there, or no moment, is told with the line', async () => {
    const { run, put } = withReport();
    const list = 'inbox/2021-08-16/received.csv';
    put(
      list,
      'file,received_at,channel,note\nhoai son.csv,16/8/2021 13:20,,\nhoai my.csv,16/8/2021 13:30,,\nx.csv,?,,\n',
    );
    const { out, exit } = await run(`aggregate ${DAY} --as-of 2021-08-16T14:00 --json --strict`);
    const { findings } = JSON.parse(out) as { findings: { code: string; file: string; line?: number }[] };
    const told = findings.filter(({ file }) => file === list).map(({ code, line }) => [code, line]);
    expect(told).toEqual([
      ['campaign/received-unknown-file', 3],
      ['campaign/received-unreadable', 4],
    ]);
    expect(exit).toBe(1);
    expect((await run(`aggregate ${DAY} --as-of 2021-08-16T14:00`)).out).toMatch(
      /Dòng 3 của received\.csv ghi tệp «hoai my\.csv»/,
    );
  });
});

describe('receive', () => {
  it('records the moment of the first run that saw a file, and nothing more by running again', async () => {
    const { run, at } = withReport();
    const [first] = lines(await run(`receive ${DAY} --json`));
    expect(first).toMatchObject({ path: FILE, receivedAt: '2021-08-16T14:00:00+07:00', evidence: 'ledger' });
    expect(first?.news).toBe(true);
    at('16 15:30');
    const [again] = lines(await run(`receive ${DAY} --json`));
    expect(again).toEqual({ ...first, news: false });
    expect((await run(`receive ${DAY}`)).out).toContain('Đã ghi sổ 0 tệp mới; ngày này có 1 tệp.');
  });

  it('is part of aggregate, validate and status', async () => {
    for (const command of ['aggregate', 'validate', 'status']) {
      const { run, at } = withReport();
      await run(`${command} ${DAY}`);
      at('16 15:30');
      const [line] = lines(await run(`receive ${DAY} --json`));
      expect(line).toMatchObject({ receivedAt: '2021-08-16T14:00:00+07:00', news: false });
    }
  });

  it('takes what is stated: time, channel, and that the office entered it for the unit', async () => {
    const { run } = withReport();
    const stated = `receive "${FILE}" --at "16/8/2021 13:40" --channel zalo --on-behalf --json`;
    const [line] = lines(await run(stated));
    expect(line).toMatchObject({
      receivedAt: '2021-08-16T13:40:00+07:00',
      evidence: 'at',
      channel: 'zalo',
      onBehalf: true,
      news: true,
    });
    const [again] = lines(await run(stated));
    expect(again).toEqual({ ...line, news: false });
    expect((await run(`receive ${DAY}`)).out).toMatch(/Ghi khi nhận +zalo, nhập thay +đã có/);
    expect((await run(`aggregate ${DAY} --json`)).out).toContain('"receivedAt": "2021-08-16T13:40:00+07:00"');
  });

  it('keeps a stated time when the channel is told later, and the other way round', async () => {
    const { run } = withReport();
    await run(`receive "${FILE}" --at 2021-08-16T13:40`);
    await run(`receive "${FILE}" --channel email`);
    const [line] = lines(await run(`receive ${DAY} --json`));
    expect(line).toMatchObject({ receivedAt: '2021-08-16T13:40:00+07:00', evidence: 'at', channel: 'email' });
    await run(`receive "${FILE}" --at 2021-08-16T13:50`);
    const [corrected] = lines(await run(`receive ${DAY} --json`));
    expect(corrected).toMatchObject({ receivedAt: '2021-08-16T13:50:00+07:00', channel: 'email' });
  });

  it('states of a whole day only what was not stated before; a named file is corrected', async () => {
    const { run, put, at } = withReport();
    await run(`receive ${DAY} --at 2021-08-16T14:00 --channel zalo`);
    at('16 15:30');
    put('inbox/2021-08-16/hoai my.csv', mau02('Xã Hoài Mỹ', [5, 6], 16), '16 15:20');
    const later = lines(await run(`receive ${DAY} --at 2021-08-16T15:20 --channel email --json`));
    const known = (path: string) => later.find((line) => line.path === path);
    expect(known(FILE)).toMatchObject({
      receivedAt: '2021-08-16T14:00:00+07:00',
      channel: 'zalo',
      news: false,
    });
    expect(known('inbox/2021-08-16/hoai my.csv')).toMatchObject({
      receivedAt: '2021-08-16T15:20:00+07:00',
      channel: 'email',
      news: true,
    });
    await run(`receive "${FILE}" --at 2021-08-16T14:10`);
    expect(lines(await run(`receive ${DAY} --json`)).find(({ path }) => path === FILE)).toMatchObject({
      receivedAt: '2021-08-16T14:10:00+07:00',
    });
  });

  it('goes by the strongest evidence: --at, received.csv, the mail, first sight, the time of the file', async () => {
    const { run, put, at } = town();
    const mail = (date: string) =>
      [
        'From: xa@vi-du.test',
        `Date: ${date}`,
        'MIME-Version: 1.0',
        'Content-Type: text/csv; name="bao cao.csv"',
        'Content-Disposition: attachment; filename="bao cao.csv"',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from(mau02('Xã Hoài Sơn', [10, 25, 31], 16)).toString('base64'),
        '',
      ].join('\r\n');
    put('inbox/2021-08-16/thu.eml', mail('Mon, 16 Aug 2021 13:30:00 +0700'), '16 09:00');
    at('16 14:00');
    const evidence = async (asOf = '') => {
      const { out } = await run(`status ${DAY} ${asOf} --json`);
      const unit = (JSON.parse(out) as { scopes: [{ units: [Line] }] }).scopes[0].units[0];
      return [unit.evidence, unit.receivedAt?.slice(11, 16)];
    };
    expect(await evidence()).toEqual(['mail', '13:30']);
    put('inbox/2021-08-16/received.csv', 'file,received_at,channel,note\nthu.eml,2021-08-16T13:20,zalo,\n');
    expect(await evidence()).toEqual(['received.csv', '13:20']);
    await run('receive inbox/2021-08-16/thu.eml --at 2021-08-16T13:10');
    expect(await evidence()).toEqual(['at', '13:10']);
  });

  it('by a view of the past records nothing, and marks the time of a file as weak', async () => {
    const { run, at } = withReport();
    const { out } = await run(`status ${DAY} --as-of 2021-08-16T14:30 --json`);
    expect(out).toContain('"evidence": "file-time"');
    expect(out).toContain('"receivedAt": "2021-08-16T13:00:00+07:00"');
    const shown = await run(`status ${DAY} --as-of 2021-08-16T14:30`, (io) => ({
      ...io,
      out: { ...io.out, columns: 160 },
    }));
    expect(shown.out).toContain('Giờ của tệp (căn cứ yếu)');
    at('16 15:30');
    const [line] = lines(await run(`receive ${DAY} --json`));
    expect(line).toMatchObject({ receivedAt: '2021-08-16T15:30:00+07:00', news: true });
  });

  it('says how many files came after the moment that is looked at', async () => {
    const { run, put } = withReport();
    put('inbox/2021-08-16/hoai my.csv', mau02('Xã Hoài Mỹ', [5, 6], 16), '16 16:20');
    const { err, out } = await run(`aggregate ${DAY} --as-of 2021-08-16T16:00 --json --dry-run`);
    expect(err).toContain('1 tệp của ngày này nhận sau 16:00 ngày 16/8/2021 nên chưa tính.');
    expect(JSON.parse(out).files).toHaveLength(1);
    const { err: after } = await run(`aggregate ${DAY} --as-of 2021-08-16T17:00 --json --dry-run`);
    expect(after).not.toContain('nên chưa tính');
  });

  it('still knows a file that was put elsewhere in its day, but not one that was copied to another', async () => {
    const { run, put, read, remove, at } = withReport();
    await run(`receive ${DAY}`);
    at('17 09:00');
    const bytes = read(FILE);
    put('inbox/2021-08-16/Hoài Sơn/bao cao.csv', bytes);
    remove(FILE);
    put('inbox/2021-08-17/hoai son.csv', bytes);
    const [moved] = lines(await run(`receive ${DAY} --json`));
    expect(moved).toMatchObject({ receivedAt: '2021-08-16T14:00:00+07:00', evidence: 'ledger' });
    const [moved2] = lines(await run(`receive ${DAY} --json`));
    expect(moved2).toEqual({ ...moved, news: false });
    const [copied] = lines(await run('receive -d 2021-08-17 --json'));
    expect(copied).toMatchObject({ receivedAt: '2021-08-17T09:00:00+07:00' });
  });

  it('goes with a file to another day, with all that was stated of it', async () => {
    const { run, put, read, remove, at } = withReport();
    await run(`receive ${DAY} --at "16/8/2021 13:30" --channel zalo --on-behalf`);
    at('17 09:00');
    put('inbox/2021-08-15/hoai son.csv', read(FILE));
    remove(FILE);
    const here = { receivedAt: '2021-08-16T13:30:00+07:00', evidence: 'at', channel: 'zalo', onBehalf: true };
    for (const since of ['17 10:00', '18 10:00']) {
      at(since);
      const [moved] = lines(await run('receive -d 2021-08-15 --json'));
      expect(moved).toMatchObject(here);
    }
    // The same bytes once more under the old name are another delivery, and change nothing of the first.
    put(FILE, read('inbox/2021-08-15/hoai son.csv'));
    remove('inbox/2021-08-15/hoai son.csv');
    put('inbox/2021-08-15/hoai son.csv', read(FILE));
    const [again] = lines(await run(`receive ${DAY} --json`));
    expect(again).toMatchObject(here);
    expect(lines(await run('receive -d 2021-08-15 --json'))[0]).toMatchObject(here);
  });

  it('of a file replaced in place is the arrival of another file', async () => {
    const { run, put, at } = withReport();
    await run(`receive ${DAY}`);
    at('16 15:20');
    put(FILE, mau02('Xã Hoài Sơn', [10, 25, 32], 16));
    const [line] = lines(await run(`receive ${DAY} --json`));
    expect(line).toMatchObject({ receivedAt: '2021-08-16T15:20:00+07:00', news: true });
  });

  it('does nothing under --dry-run', async () => {
    const { run, has } = withReport();
    for (const command of ['receive', 'aggregate', 'receive --channel zalo'])
      expect((await run(`${command} ${DAY} --dry-run`)).exit).toBe(0);
    expect(has('.bluezone')).toBe(false);
    expect(has('outbox')).toBe(false);
  });

  it('says what it cannot take', async () => {
    const { run } = withReport();
    expect(await run(`receive ${DAY} --at "hai giờ chiều"`)).toMatchObject({ exit: 2, out: '' });
    expect((await run('receive inbox/2021-08-16/khong-co.xlsx')).err).toContain('khong-co.xlsx');
    expect((await run('receive -c hoai-nhon-2021 -d 2021-08-16')).exit).toBe(2);
  });
});

describe('receive of files from elsewhere', () => {
  const DROP = (folder: string) => `${folder}-tải về`;

  /** A town, and beside it a folder of downloads that is outside the campaign. */
  function withDownloads(files: { readonly [name: string]: string }) {
    const made = town();
    const downloads = DROP(made.folder);
    for (const [name, content] of Object.entries(files))
      made.put(`../${basename(downloads)}/${name}`, content);
    onTestFinished(() => rmSync(downloads, { recursive: true, force: true }));
    return { ...made, downloads };
  }

  const REPORT = mau02('Xã Hoài Sơn', [10, 25, 31], 16);

  function takenOf({ out }: Run) {
    const { taken = [] } = JSON.parse(out) as { taken?: { from: string; to: string | null; how: string }[] };
    return taken.map(({ from, to, how }) => [basename(from), to, how]);
  }

  it('copies them under their own names, says where, and takes nothing away', async () => {
    const { run, read, downloads } = withDownloads({ 'Hoài Sơn.csv': REPORT });
    const first = await run(`receive "${downloads}/Hoài Sơn.csv" --channel zalo --json`);
    expect(takenOf(first)).toEqual([['Hoài Sơn.csv', 'inbox/2021-08-16/Hoài Sơn.csv', 'copied']]);
    expect(lines(first)).toMatchObject([
      { path: 'inbox/2021-08-16/Hoài Sơn.csv', channel: 'zalo', evidence: 'ledger', news: true },
    ]);
    expect(new TextDecoder().decode(read('inbox/2021-08-16/Hoài Sơn.csv'))).toBe(REPORT);
    expect(readFileSync(join(downloads, 'Hoài Sơn.csv'), 'utf8')).toBe(REPORT);
    const again = await run(`receive "${downloads}/Hoài Sơn.csv" --channel zalo --json`);
    expect(takenOf(again)).toEqual([['Hoài Sơn.csv', 'inbox/2021-08-16/Hoài Sơn.csv', 'there']]);
    expect(lines(again)).toMatchObject([{ news: false }]);
    expect((await run(`receive "${downloads}/Hoài Sơn.csv"`)).out).toMatch(
      /Hoài Sơn\.csv +inbox.* đã có sẵn/,
    );
  });

  it('gives another file of a name a number, and keeps the same bytes under another name', async () => {
    const other = mau02('Xã Hoài Sơn', [10, 25, 32], 16);
    const { run, put, has, downloads } = withDownloads({ 'bao cao.csv': REPORT, 'Hoai Son.csv': REPORT });
    put('inbox/2021-08-16/Bao Cao.csv', other);
    const taken = takenOf(await run(`receive "${downloads}" -d 2021-08-16 --json`));
    const folder = basename(downloads);
    expect(taken.map(([name, , how]) => [name, how])).toEqual([
      ['Hoai Son.csv', 'copied'],
      ['bao cao.csv', 'copied'],
    ]);
    expect(has(`inbox/2021-08-16/${folder}/Hoai Son.csv`)).toBe(true);
    const single = takenOf(await run(`receive "${downloads}/bao cao.csv" -d 2021-08-16 --json`));
    expect(single).toEqual([['bao cao.csv', 'inbox/2021-08-16/bao cao (2).csv', 'copied']]);
    const third = takenOf(await run(`receive "${downloads}/bao cao.csv" -d 2021-08-16 --json`));
    expect(third).toEqual([['bao cao.csv', 'inbox/2021-08-16/bao cao (2).csv', 'there']]);
  });

  it('takes a folder that is a day as that day, leaves what programs left, and tells of a list and a link', async () => {
    const { run, has, downloads } = withDownloads({
      '2021-08-17/hoai my.csv': mau02('Xã Hoài Mỹ', [7, 8, 9], 17),
      '2021-08-17/~$hoai my.csv': 'x',
      '2021-08-17/received.csv': 'file,received_at,channel,note',
    });
    symlinkSync(join(downloads, '2021-08-17/hoai my.csv'), join(downloads, '2021-08-17/lối tắt.csv'));
    const told = await run(`receive "${downloads}/2021-08-17" --json`);
    expect(takenOf(told)).toEqual([
      ['hoai my.csv', 'inbox/2021-08-17/hoai my.csv', 'copied'],
      ['lối tắt.csv', null, 'link'],
      ['received.csv', null, 'list'],
    ]);
    expect(has('inbox/2021-08-17/received.csv')).toBe(false);
    expect(told.exit).toBe(0);
  });

  it('keeps one name however its letters are composed, and copies nothing under --dry-run', async () => {
    const { run, put, has, downloads } = withDownloads({ ['Hoài Mỹ.csv'.normalize('NFD')]: REPORT });
    const name = 'Hoài Mỹ.csv'.normalize('NFD');
    const trial = takenOf(await run(`receive "${downloads}/${name}" --dry-run --json`));
    expect(trial).toEqual([[name, 'inbox/2021-08-16/Hoài Mỹ.csv', 'trial']]);
    expect(has('inbox')).toBe(false);
    put('inbox/2021-08-16/hoài mỹ.csv', REPORT);
    const taken = takenOf(await run(`receive "${downloads}/${name}" --json`));
    expect(taken).toEqual([[name, 'inbox/2021-08-16/hoài mỹ.csv', 'there']]);
  });

  it('goes on where one file cannot be read, and says which', async () => {
    const { run, has, downloads } = withDownloads({ 'a.csv': REPORT, 'b.csv': 'x' });
    const held = (io: Io): Io => ({
      ...io,
      files: {
        ...io.files,
        read: (path) => {
          if (path.endsWith('/b.csv')) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
          return io.files.read(path);
        },
      },
    });
    const told = await run(`receive "${downloads}/a.csv" "${downloads}/b.csv" -d 2021-08-16 --json`, held);
    expect(takenOf(told)).toEqual([
      ['a.csv', 'inbox/2021-08-16/a.csv', 'copied'],
      ['b.csv', null, 'locked'],
    ]);
    expect(has('inbox/2021-08-16/a.csv')).toBe(true);
    expect(told.exit).toBe(1);
  });
});
