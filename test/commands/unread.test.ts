import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import type { Io } from '../../src/io.ts';
import { drawnXlsx } from '../drawn-xlsx.ts';
import { draw } from '../sheet.ts';
import { mau02, type Town, town } from './town.ts';

/** Long after the files were put there: what changed just before it was read is read once more. */
const LATER = Date.parse('2099-01-01T00:00:00Z');

/** Runs a command and gives the inbox files that it read. */
async function readBy(of: Town, argv: string, now = LATER): Promise<readonly string[]> {
  const read: string[] = [];
  const counting = (io: Io): Io => ({
    ...io,
    now: () => now,
    files: {
      ...io.files,
      read: (path) => {
        if (path.includes('/inbox/')) read.push(path.split('/inbox/')[1] ?? path);
        return io.files.read(path);
      },
    },
  });
  const { exit, err } = await of.run(argv, counting);
  expect(exit, err).toBeLessThan(2);
  return read;
}

const UNITS = ['Xã Hoài Sơn', 'Xã Hoài Mỹ', 'Xã Hoài Hải'];
const FILE = 'inbox/2021-08-17/1.csv';

/** Three communes on three days. */
function threeDays(): Town {
  const of = town();
  for (const day of [16, 17, 18])
    for (const [n, unit] of UNITS.entries())
      of.put(`inbox/2021-08-${day}/${n}.csv`, mau02(unit, [day, 20, 30], day), `${day} 14:00`);
  return of;
}

describe('an unchanged inbox', () => {
  it('is read once: status, aggregate, receive and doctor answer without opening a file', async () => {
    const of = threeDays();
    expect(await readBy(of, 'status -d 2021-08-18')).toHaveLength(9);
    for (const command of ['status', 'aggregate', 'receive', 'doctor', 'aggregate --json'])
      expect(await readBy(of, `${command} -d 2021-08-18`)).toEqual([]);
  });

  it('is read once by views of the past as well', async () => {
    const of = threeDays();
    const argv = 'aggregate -d 2021-08-18 --as-of 2021-08-18T16:00 --dry-run';
    expect(await readBy(of, argv)).toHaveLength(9);
    expect(await readBy(of, argv)).toHaveLength(9);
    const past = argv.replace(' --dry-run', '');
    expect(await readBy(of, past)).toHaveLength(9);
    expect(await readBy(of, past)).toEqual([]);
    const kept = await of.run(`${argv} --json`);
    const [line] = JSON.parse((await of.run('receive -d 2021-08-18 --json')).out).files;
    expect(line).toMatchObject({ news: true });
    of.remove('.bluezone');
    expect((await of.run(`${argv} --json`)).out).toBe(kept.out);
  });

  it('nor is received.csv read again, unless one of its lines cannot be read', async () => {
    const of = threeDays();
    const list = 'inbox/2021-08-17/received.csv';
    of.put(list, 'file,received_at,channel,note\n1.csv,2021-08-17T14:10,zalo,\n', '17 15:00');
    expect(await readBy(of, 'status -d 2021-08-17')).toContain('2021-08-17/received.csv');
    expect(await readBy(of, 'status -d 2021-08-17')).toEqual([]);
    const board = JSON.parse((await of.run('status -d 2021-08-17 --as-of 2100-01-01T00:00 --json')).out);
    expect(board.scopes[0].units[1]).toMatchObject({ channel: 'zalo', evidence: 'received.csv' });
    of.put(list, 'file,received_at,channel,note\n1.csv,hôm qua,zalo,anh Tư 0912345678\n', '17 15:00');
    for (const _ of [1, 2])
      expect(await readBy(of, 'status -d 2021-08-17')).toEqual(['2021-08-17/received.csv']);
  });

  it('but for the one file that was replaced in place, though size and time be the same', async () => {
    const of = threeDays();
    await readBy(of, 'status -d 2021-08-18');
    of.put(FILE, mau02('Xã Hoài Mỹ', [17, 20, 99], 17), '17 14:00');
    expect(await readBy(of, 'status -d 2021-08-18')).toEqual(['2021-08-17/1.csv']);
    const { out } = await of.run('aggregate -d 2021-08-17 --as-of 2100-01-01T00:00 --json --dry-run');
    expect(JSON.parse(out).scopes[0].units[1].figures.installed.value).toBe(136);
  });

  it('or touched, or moved to another name', async () => {
    const of = threeDays();
    await readBy(of, 'status -d 2021-08-18');
    utimesSync(join(of.folder, FILE), 1, 1);
    expect(await readBy(of, 'status -d 2021-08-18')).toEqual(['2021-08-17/1.csv']);
    of.put('inbox/2021-08-17/my.csv', of.read(FILE), '17 14:00');
    of.remove(FILE);
    expect(await readBy(of, 'status -d 2021-08-18')).toEqual(['2021-08-17/my.csv']);
    expect(await readBy(of, 'status -d 2021-08-18')).toEqual([]);
  });

  it('is read again while it is so fresh that it may still change', async () => {
    const of = threeDays();
    expect(await readBy(of, 'status -d 2021-08-18', Date.now())).toHaveLength(9);
    expect(await readBy(of, 'status -d 2021-08-18', Date.now())).toHaveLength(9);
  });

  it('is read again with other forms, another counting or another key', async () => {
    const of = threeDays();
    await readBy(of, 'status -d 2021-08-18');
    const campaign = new TextDecoder().decode(of.read('campaign.yaml'));
    of.put('campaign.yaml', campaign.replace('counting: auto', 'counting: rows'));
    expect(await readBy(of, 'status -d 2021-08-18')).toHaveLength(9);
    expect(await readBy(of, 'status -d 2021-08-18')).toEqual([]);
    of.remove('.bluezone/key');
    expect(await readBy(of, 'status -d 2021-08-18')).toHaveLength(9);
    expect(await readBy(of, 'status -d 2021-08-18')).toEqual([]);
  });
});

describe('what is kept of a file', () => {
  it('holds no name and no phone, also where they slipped into a column of numbers', async () => {
    const of = town();
    const sheet = draw(`
      ỦY BAN NHÂN DÂN XÃ HOÀI SƠN
      ngày 16 tháng 8 năm 2021
      STT | Họ và tên | Địa chỉ (thôn, khu phố) | Số điện thoại | Lũy kế đến thời điểm hiện tại
      1 | Lê Bí Mật | Thôn Kín | 0912345678 | 12
      2 | Trần Giữ Kín | Thôn Kín | '0987 654 321 | Phạm Lạc Cột
      3 | Trần Giữ Kín | Thôn Kín | 09876 | '0911 222 333
      4 | Đỗ Thứ Tư | Thôn Kín | 0912345678 | khoảng 7`);
    of.put('inbox/2021-08-16/a.xlsx', drawnXlsx(sheet), '16 14:00');
    of.put('inbox/2021-08-16/b.csv', mau02('Xã Hoài Mỹ', [10, 20], 16), '16 14:00');
    await of.run('aggregate -d 2021-08-16');
    const db = new DatabaseSync(join(of.folder, '.bluezone', 'ledger.sqlite'));
    const kept = (db.prepare('SELECT key, reading FROM cache').all() as { key: string; reading: string }[])
      .map(({ key, reading }) => key + reading)
      .join('\n');
    db.close();
    expect(kept).toContain('khoảng 7');
    expect(kept).not.toMatch(/Bí Mật|Giữ Kín|Thứ Tư|Lạc Cột|Thôn|Lê Thử/);
    expect(kept).not.toMatch(/912345678|987 ?654|911 ?222|09120000/);
  });
});
