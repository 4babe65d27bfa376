import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mau02, type Town, town } from './town.ts';

const AT = '--as-of 2021-08-17T16:00';

function twoDays(): Town {
  const of = town();
  of.put('inbox/2021-08-16/son.csv', mau02('Xã Hoài Sơn', [10, 20], 16), '16 14:00');
  of.put('inbox/2021-08-17/son.csv', mau02('Xã Hoài Sơn', [15, 20], 17), '17 14:00');
  of.put('inbox/2021-08-17/my.csv', mau02('Xã Hoài Mỹ', [40, 7], 17), '17 14:00');
  return of;
}

describe('the inbox as a whole, or the campaign folder, as a path', () => {
  it('is asked for its day where it has several', async () => {
    for (const path of ['inbox', 'inbox/', '.']) {
      const { exit, err, out } = await twoDays().run(`aggregate ${path} ${AT}`);
      expect([exit, out]).toEqual([2, '']);
      expect(err).toContain('2021-08-16, 2021-08-17');
      expect(err).toContain('--date');
    }
  });

  it('is the folder of the day that is named, or of its only day', async () => {
    const of = twoDays();
    const figures = async (argv: string) => {
      const { scopes, files, date } = JSON.parse((await of.run(`aggregate ${argv} ${AT} --json`)).out);
      return { date, total: scopes[0].total.figures, files };
    };
    const plain = await figures('-d 2021-08-17');
    expect(plain.total.installed).toMatchObject({ value: 82, units: 2 });
    expect(await figures('inbox -d 2021-08-17')).toEqual(plain);
    expect((await figures('inbox -d 2021-08-18')).files).toEqual([]);
    of.remove('inbox/2021-08-16');
    expect(await figures('.')).toEqual(plain);
  });

  it('does not hide files that lie in an inbox without days', async () => {
    const of = town();
    of.put('inbox/son.csv', mau02('Xã Hoài Sơn', [10, 20], 16), '16 14:00');
    const { out } = await of.run('aggregate inbox --json');
    expect(JSON.parse(out)).toMatchObject({ date: '2021-08-16', files: [{ outcome: 'accepted' }] });
  });
});

describe('-o', () => {
  it.each([
    'inbox/2021-08-17/my.csv',
    'inbox/2021-08-17/moi.xlsx',
    '.bluezone/ledger.sqlite',
    'campaign.yaml',
    'units.csv',
    'forms/x.csv',
    'outbox/../inbox/2021-08-17/my.csv',
    'duong-tat/2021-08-17/my.csv',
  ])('never takes the place of the campaign’s own: %s', async (path) => {
    const of = twoDays();
    symlinkSync(join(of.folder, 'inbox'), join(of.folder, 'duong-tat'));
    const content = () => (of.has(path) ? Buffer.from(of.read(path)).toString() : null);
    const before = content();
    const { exit, err } = await of.run(`aggregate -d 2021-08-17 ${AT} -o ${path} --format csv`);
    expect([exit, err.split('\n').length]).toEqual([2, 2]);
    expect(err).toContain(path);
    expect(content()).toBe(before);
  });

  it('takes any other place, also one that only looks alike', async () => {
    const of = twoDays();
    for (const path of ['inbox-cu.csv', 'outbox/units.csv', 'ra/inbox.csv']) {
      await of.run(`aggregate -d 2021-08-17 ${AT} -o ${path}`);
      expect(of.has(path), path).toBe(true);
    }
  });
});

describe('-o -', () => {
  it('prints the summary in one text format, and the report for people beside it', async () => {
    const of = twoDays();
    const printed = await of.run(`aggregate -d 2021-08-17 ${AT} -o - --format csv`);
    expect(printed.out).toMatch(/^\ufeff?date,as_of,scope,/);
    expect(printed.err).toContain('Xã Hoài Mỹ');
    const json = await of.run(`aggregate -d 2021-08-17 ${AT} --json`);
    for (const same of ['-o - --format json', '-o - --json'])
      expect((await of.run(`aggregate -d 2021-08-17 ${AT} ${same}`)).out).toBe(json.out);
    of.remove('outbox');
    await of.run(`aggregate -d 2021-08-17 ${AT} -o - --format md`);
    expect([of.has('-'), of.has('outbox')]).toEqual([false, false]);
  });

  it('is refused, in words, for what is no text, for several formats, and where a command writes files', async () => {
    const of = twoDays();
    for (const argv of [
      '-o -',
      '-o - --format xlsx',
      '-o - --format csv --format md',
      '-o - --json --format csv',
    ]) {
      const { exit, out, err } = await of.run(`aggregate -d 2021-08-17 ${argv}`);
      expect([argv, exit, out]).toEqual([argv, 2, '']);
      expect(err).toMatch(/"-o -" chỉ in một dạng văn bản: .*--format (csv|json)/);
    }
    const { exit, err } = await of.run('template mau-02 -o -');
    expect([exit, err]).toEqual([
      2,
      'Lệnh này không in tệp ra màn hình (-o -). Hãy nêu tên tệp hoặc thư mục sau -o.\n',
    ]);
    expect(of.has('-')).toBe(false);
  });

  it('of schedule is what it prints anyway', async () => {
    const of = twoDays();
    const plain = await of.run('schedule cron');
    expect(await of.run('schedule cron -o -')).toEqual(plain);
    expect(of.has('-')).toBe(false);
  });
});
