import { describe, expect, it } from 'vitest';
import { main } from '../../../src/cli.ts';
import { templateText } from '../../../src/templates.ts';
import { type MemoryIo, memoryIo } from '../../memory-io.ts';

const CAMPAIGN = {
  '/campaign/campaign.yaml': templateText('campaigns/hoai-nhon-2021/campaign.yaml'),
  '/campaign/units.csv': templateText('campaigns/hoai-nhon-2021/units.csv'),
};

function world(files: { readonly [path: string]: unknown } = {}): MemoryIo {
  const texts = Object.entries(files).map(([path, value]) => [path, JSON.stringify(value)]);
  return memoryIo({ files: { ...CAMPAIGN, ...Object.fromEntries(texts) } });
}

const made = (io: MemoryIo) =>
  [...io.disk.keys()]
    .filter((path) => !(path in CAMPAIGN) && !path.endsWith('.json'))
    .map((path) => path.slice(10));

describe('fill --answers', () => {
  const answers = {
    form: 'mau-02',
    unit: 'Xã Hoài Châu',
    date: '2021-08-16',
    rows: [
      { full_name: 'Lê Ví Dụ', phone: '0900000001', cumulative: 12 },
      { full_name: 'Vũ Thí Dụ', phone: '0900000002', cumulative: 30 },
    ],
  };

  it('writes the official form, and into the inbox without touching what is there', async () => {
    const io = world({ '/campaign/a.json': answers });
    expect(await main(['fill', '--answers', 'a.json', '--inbox'], io)).toBe(0);
    expect(await main(['fill', '--answers', 'a.json', '--inbox', '--format', 'docx'], io)).toBe(0);
    expect(await main(['fill', '--answers', 'a.json', '--inbox'], io)).toBe(0);
    expect(made(io)).toEqual([
      'outbox/2021-08-16/mau-02 Xã Hoài Châu 2021-08-16.xlsx',
      'inbox/2021-08-16/mau-02 Xã Hoài Châu 2021-08-16.xlsx',
      'outbox/2021-08-16/mau-02 Xã Hoài Châu 2021-08-16.docx',
      'inbox/2021-08-16/mau-02 Xã Hoài Châu 2021-08-16.docx',
      'inbox/2021-08-16/mau-02 Xã Hoài Châu 2021-08-16 lan 2.xlsx',
    ]);
    expect(io.printed.out).toContain('Số người đã cài đặt: 42');
    expect(io.printed.out + io.printed.err).not.toMatch(/Ví Dụ|0900000001/);
    io.printed.out = '';
    await main(['aggregate', '-d', '2021-08-16', '--json'], io);
    const { files, scopes } = JSON.parse(io.printed.out);
    expect(files.map(({ outcome }: { outcome: string }) => outcome).sort()).toEqual([
      'accepted',
      'duplicate',
      'superseded',
    ]);
    expect(scopes[0].total.figures.installed.value).toBe(42);
  });

  it('says what is wrong, by row, and writes nothing', async () => {
    const wrong = {
      ...answers,
      rows: [...answers.rows, { full_name: 'Hồ Giả Định', cumulative: 'khoảng 5' }],
    };
    const io = world({ '/campaign/a.json': wrong });
    expect(await main(['fill', '--answers', 'a.json'], io)).toBe(1);
    expect(made(io)).toEqual([]);
    expect(io.printed.err).toContain('Dòng 3: Mục «Lũy kế đến thời điểm hiện tại» ghi «khoảng 5»');
  });

  it('writes nothing under --dry-run', async () => {
    const io = world({ '/campaign/a.json': answers });
    expect(await main(['fill', '--answers', 'a.json', '--dry-run'], io)).toBe(0);
    expect(made(io)).toEqual([]);
    expect(io.printed.err).toContain('Sẽ ghi outbox/2021-08-16/mau-02 Xã Hoài Châu 2021-08-16.xlsx');
  });

  it.each([
    [{ ...answers, rows: [{ hoTen: 'x' }] }, 'rows[0].hoTen'],
    [{ ...answers, unit: 'Xã Hoài Chua' }, 'Xã Hoài Chua'],
    [{ ...answers, form: 'mau-03' }, 'mau-03'],
    [{ ...answers, unit: undefined }, '--unit'],
    [[], 'JSON'],
  ])('refuses what it cannot place: %j', async (json, said) => {
    const io = world({ '/campaign/a.json': json });
    expect(await main(['fill', '--answers', 'a.json'], io)).toBe(2);
    expect(io.printed.err).toContain(said);
  });

  it('says what to do where nobody can be asked', async () => {
    const io = world();
    expect(await main(['fill'], io)).toBe(2);
    expect(io.printed.err).toContain('fill --answers');
  });
});

describe('template', () => {
  it('makes one form for each unit that owes it', async () => {
    const io = world();
    expect(await main(['template', 'Mẫu 02', '--all', '-d', '16/8/2021'], io)).toBe(0);
    expect(made(io)).toHaveLength(17);
    expect(made(io)).toContain('outbox/2021-08-16/mau/mau-02 Phường Tam Quan 2021-08-16.xlsx');
    // Many files are not each named.
    expect(io.printed.err.trim()).toMatch(/Đã ghi 17 tệp vào .*outbox\/2021-08-16\/mau\/$/);
  });

  it('makes for one unit the forms that it owes, or the one that is named', async () => {
    const io = world();
    expect(await main(['template', '--unit', '21637', '-d', '16/8/2021'], io)).toBe(0);
    expect(made(io)).toEqual(['outbox/2021-08-16/mau/mau-02 Phường Tam Quan 2021-08-16.xlsx']);
    expect(await main(['template', 'mau-01', '--unit', '21637', '-d', '16/8/2021'], io)).toBe(0);
    expect(made(io)).toContain('outbox/2021-08-16/mau/mau-01 Phường Tam Quan 2021-08-16.xlsx');
  });

  it('begins with the campaign where today is before it', async () => {
    const io = memoryIo({ files: CAMPAIGN, now: '2021-08-01T08:00:00+07:00' });
    expect(
      await main(['template', 'mau-01', '--unit', 'CQ02', '--format', 'docx', '-o', 'mẫu.docx'], io),
    ).toBe(0);
    expect(made(io)).toEqual(['mẫu.docx']);
    expect(await main(['template', 'mau-02', '--unit', '21649'], io)).toBe(0);
    expect(made(io)[1]).toBe('outbox/2021-08-16/mau/mau-02 Xã Hoài Châu 2021-08-16.xlsx');
  });

  it.each([
    [['template', 'mau-03'], 'mau-01, mau-02'],
    [['template', '--unit', 'Xã Nào Đó'], 'Xã Nào Đó'],
    [['template', '--format', 'pdf'], 'xlsx, docx'],
    [['template', '--rows', '0'], '--rows'],
  ])('refuses %j', async (argv, said) => {
    const io = world();
    expect(await main(argv, io)).toBe(2);
    expect(io.printed.err).toContain(said);
    expect(made(io)).toEqual([]);
  });
});
