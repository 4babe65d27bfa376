import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { main } from '../../../src/cli.ts';
import { folderOf } from '../../../src/commands/init/letter.ts';
import { reviewLetter } from '../../../src/commands/init/review.ts';
import type { Context } from '../../../src/console/command.ts';
import { WORDS } from '../../../src/lang/lang.ts';
import { campaignOf } from '../../../src/load/folder.ts';
import { openLetter } from '../../../src/load/letter.ts';
import { profileNames } from '../../../src/templates.ts';
import { type MemoryIo, memoryIo } from '../../memory-io.ts';
import { scripted } from '../scripted.ts';

const seed = (name: string): Uint8Array => readFileSync(`fixtures/letters/seeds/${name}.txt`);
const text = (io: MemoryIo, path: string): string => new TextDecoder().decode(io.disk.get(path));

describe('init --letter --yes', () => {
  it.each(profileNames().filter((name) => name !== 'gia-lai-2026'))(
    '%s: a folder that every command takes, with its sentences',
    async (profile) => {
      const io = memoryIo({ cwd: '/home', files: { '/home/cv.txt': seed(profile) } });
      expect(await main(['init', '--letter', 'cv.txt', 'dot', '--yes'], io)).toBe(0);
      const yaml = text(io, '/home/dot/campaign.yaml');
      expect(yaml).toContain('# «');
      const unsure = yaml.split('\n').filter((line) => /^\s*# \?/.test(line));
      io.printed.out = '';
      const exit = await main(['doctor', '-c', 'dot', '--json'], io);
      const { checks } = JSON.parse(io.printed.out) as { checks: { kind: string; state: string }[] };
      expect(checks.filter(({ kind }) => kind === 'question')).toHaveLength(unsure.length);
      expect(unsure.length).toBeGreaterThan(0);
      expect(exit).toBe(0);
      expect(await main(['aggregate', '-c', 'dot', '-d', '2021-08-16', '--dry-run'], io)).toBeLessThan(2);
    },
  );

  it('without a terminal, --yes or --json is told how', async () => {
    const io = memoryIo({ cwd: '/home', files: { '/home/cv.txt': seed('loc-ninh-2020') } });
    expect(await main(['init', '--letter', 'cv.txt'], io)).toBe(2);
    expect(io.printed.err).toContain('--yes');
    expect([...io.disk.keys()]).toEqual(['/home/cv.txt']);
  });

  it('--json prints the reading and writes nothing', async () => {
    const io = memoryIo({ cwd: '/home', files: { '/home/cv.txt': seed('quang-dien-2020') } });
    expect(await main(['init', '--letter', 'cv.txt', '--json'], io)).toBe(0);
    const printed = JSON.parse(io.printed.out);
    expect(printed).toMatchObject({ schema: 'bluezone-report/letter@1', asksReport: false });
    expect(Object.keys(printed.evidence[0])).toEqual(['path', 'line', 'quote', 'sure']);
    expect([...io.disk.keys()]).toEqual(['/home/cv.txt']);
  });

  it.each([
    ['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'ảnh'],
    ['nothing', new Uint8Array(), 'không có chữ'],
    ['a damaged pdf', new TextEncoder().encode('%PDF-1.4\n%%EOF'), 'hỏng'],
    ['a .doc without LibreOffice', new TextEncoder().encode('{\\rtf1 B\\u225?o c\\u225?o}'), 'LibreOffice'],
  ])('%s is told for what it is', async (_, bytes, words) => {
    const io = memoryIo({ cwd: '/home', files: { '/home/cv': bytes } });
    expect(await main(['init', '--letter', 'cv', '--json'], io)).toBe(2);
    expect(io.printed.err).toContain(words);
  });
});

describe('the review', () => {
  async function review(answers: readonly string[], profile = 'hoai-nhon-2021') {
    const io = memoryIo({ cwd: '/home', files: { '/home/cv.txt': seed(profile) } });
    const context: Context = { io, words: WORDS.vi, flags: {}, progress: () => {} };
    const asker = scripted(answers);
    const shown: string[] = [];
    const asking = {
      ...asker,
      choose: (message: string, ...rest: unknown[]) => {
        shown.push(message);
        return (asker.choose as (...all: unknown[]) => Promise<never>)(message, ...rest);
      },
    };
    const open = await reviewLetter(context, asking as typeof asker, await openLetter(io, 'cv.txt'));
    const { files } = await folderOf(context, open, 'cv.txt', 'dot');
    const yaml = new TextDecoder().decode(files[0]?.bytes);
    return { shown, yaml, campaign: campaignOf('campaign.yaml', yaml), left: asker.left() };
  }

  it('takes everything on Enter, each with its sentence', async () => {
    const { shown, campaign, yaml, left } = await review(Array.from({ length: 10 }, () => 'Đúng'));
    expect(left).toBe(0);
    expect(shown[4]).toContain('Xã, phường gửi Mẫu 02 hằng ngày, trước 15 giờ 00');
    expect(shown[4]).toContain('hằng ngày trước 15h00 (theo mẫu 02 gửi kèm)');
    expect(shown[4]).toContain('mục 2');
    expect(campaign.collect).toHaveLength(2);
    // What a person has looked at is no question any more.
    expect(yaml).not.toMatch(/^\s*# \?/m);
  });

  it('goes back, changes and leaves out', async () => {
    const { campaign } = await review([
      ...['Đúng', 'Quay lại', 'Sửa', 'Đợt thử'],
      ...['Đúng', 'Đúng', 'Đúng'],
      ...['Sửa', '02', '⏎', 'hằng ngày', '16h30', 'chậm nhất'],
      ...['Bỏ', 'Đúng', 'Bỏ', 'Đúng', 'Đúng'],
    ]);
    expect(campaign.name).toBe('Đợt thử');
    expect(campaign.collect).toEqual([
      {
        form: 'mau-02',
        from: ['xã', 'phường'],
        every: 'day',
        due: { date: null, time: '16:30', rule: 'no-later-than' },
        counting: 'auto',
      },
    ]);
    expect(campaign.targets.map(({ id }) => id)).toEqual(['residents-60', 'staff-100']);
  });
});

describe('a letter about a campaign that is there', () => {
  const LATER = [
    'ỦY BAN NHÂN DÂN\nTHỊ XÃ HOÀI NHƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
    'Số: 1302/UBND-VX\nHoài Nhơn, ngày 17 tháng 8 năm 2021',
    'V/v điều chỉnh thời gian báo cáo cài đặt ứng dụng Bluezone',
    'Kính gửi: UBND các xã, phường.',
    'Kể từ ngày 18/8/2021, UBND các xã, phường báo cáo số liệu về UBND thị xã (qua Phòng Văn hóa và Thông tin) hằng ngày chậm nhất 16 giờ 30 (mẫu 02), thay cho 15 giờ 00 tại Công văn số 1250/UBND-VX ngày 13/8/2021.',
    'Phấn đấu đến ngày 25/8/2021 có 70% người dùng điện thoại thông minh cài đặt Bluezone./.',
  ].join('\n');
  const world = async () => {
    const io = memoryIo({ cwd: '/home', files: { '/home/sau.txt': LATER } });
    expect(await main(['init', 'hoai-nhon-2021', 'dot'], io)).toBe(0);
    return io;
  };

  it('is written with its day and its sentence, and past days keep theirs', async () => {
    const io = await world();
    const before = text(io, '/home/dot/campaign.yaml');
    expect(await main(['init', '--letter', 'sau.txt', 'dot', '--yes', '--dry-run'], io)).toBe(0);
    expect(text(io, '/home/dot/campaign.yaml')).toBe(before);
    expect(await main(['init', '--letter', 'sau.txt', 'dot', '--yes'], io)).toBe(0);
    expect(io.printed.err).toContain(
      'Từ ngày 18/8/2021: Xã, phường gửi Mẫu 02 hằng ngày, chậm nhất 16 giờ 30',
    );
    const yaml = text(io, '/home/dot/campaign.yaml');
    expect(yaml).toContain('# «Kể từ ngày 18/8/2021');
    // The remarks of the office stay.
    expect(yaml).toContain('# Mục 4: báo cáo "theo thời gian quy định", công văn không nêu giờ.');
    const { collect, targets } = campaignOf('campaign.yaml', yaml);
    expect(collect.map(({ form, due, since, until }) => [form, due?.time ?? null, since, until])).toEqual([
      ['mau-02', '15:00', undefined, '2021-08-17'],
      ['mau-01', null, undefined, undefined],
      ['mau-02', '16:30', '2021-08-18', undefined],
    ]);
    expect(targets.find(({ id }) => id === 'residents-70')).toMatchObject({
      by: '2021-08-25',
      since: '2021-08-18',
    });
    const late = async (date: string) => {
      io.printed.out = '';
      await main(['status', '-c', 'dot', '-d', date, '--as-of', `${date}T16:00`, '--json'], io);
      return io.printed.out.includes('"status": "missing"');
    };
    expect(await late('2021-08-17')).toBe(true);
    expect(await late('2021-08-18')).toBe(false);
    io.printed.err = '';
    expect(await main(['init', '--letter', 'sau.txt', 'dot', '--yes'], io)).toBe(0);
    expect(io.printed.err).toContain('không thay đổi gì');
  });
});
