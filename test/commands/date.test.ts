import { describe, expect, it } from 'vitest';
import { mau02, type Town, town } from './town.ts';

const used = async (of: Town, argv: string) =>
  (await of.run(`aggregate ${argv} --dry-run`)).err.split('\n')[0];

function two(): Town {
  const of = town();
  of.put('inbox/2021-08-16/son.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 16));
  of.put('nhan/son.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 17));
  return of;
}

describe('the report date (contract section 2)', () => {
  it('is the one asked for, the folder’s, the files’, or today, and says which', async () => {
    const of = two();
    expect(await used(of, '-d 16/8/2021')).toBe('Ngày báo cáo: 16/8/2021, thư mục 2021-08-16 (theo --date)');
    expect(await used(of, 'inbox/2021-08-16/son.csv')).toBe(
      'Ngày báo cáo: 16/8/2021, thư mục 2021-08-16 (theo tên thư mục)',
    );
    expect(await used(of, 'nhan')).toBe(
      'Ngày báo cáo: 17/8/2021, thư mục 2021-08-17 (theo ngày ghi trong tệp)',
    );
    of.at('18 00:30');
    expect(await used(of, '')).toBe('Ngày báo cáo: 18/8/2021, thư mục 2021-08-18 (hôm nay)');
  });

  it('is the day of --as-of where nothing else says it: that is when now is', async () => {
    expect(await used(two(), '--as-of 2021-08-16T15:30')).toBe(
      'Ngày báo cáo: 16/8/2021, thư mục 2021-08-16 (ngày của --as-of)',
    );
    expect(await used(two(), 'inbox/2021-08-16 --as-of 2021-08-20T15:30')).toContain('theo tên thư mục');
  });

  it('is not beyond the calendar', async () => {
    const { exit, err } = await two().run('aggregate -d 9999-12-31');
    expect([exit, err]).toEqual([
      2,
      '"9999-12-31" không phải là ngày. Hãy viết 2021-08-16 hoặc 16/8/2021.\n',
    ]);
  });
});
