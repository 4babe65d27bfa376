import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTerminal } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'wizard-'));
const terminal = openTerminal(folder);
const campaign = join(folder, 'hoai-nhon-2021');
const program = (...argv: string[]): string =>
  execFileSync('node', [resolve('bin/bluezone-report.js'), ...argv], {
    cwd: campaign,
    encoding: 'utf8',
    stdio: 'pipe',
  });

beforeAll(() => {
  execFileSync('node', [resolve('bin/bluezone-report.js'), 'init', 'hoai-nhon-2021', '-q'], { cwd: folder });
});

afterAll(() => {
  terminal.close();
  rmSync(folder, { recursive: true, force: true });
});

const drafts = () =>
  existsSync(join(campaign, '.bluezone'))
    ? readdirSync(join(campaign, '.bluezone')).filter((name) => name.startsWith('draft-'))
    : [];

describe('fill in a terminal of 80 columns', () => {
  it('takes a Mẫu 02: a wrong phone, an undo, Ctrl-C, the draft again, the inbox', async () => {
    terminal.run('fill mau-02 -c hoai-nhon-2021 -d 16/8/2021 --no-color');
    await terminal.until('? Đơn vị:');
    await terminal.answer('hoai hai');
    await terminal.until('? Làm gì tiếp?');
    await terminal.answer('1');
    await terminal.until('? Họ và tên:');
    await terminal.answer('Nguyễn Thị Ví Dụ');
    await terminal.until('? Địa chỉ');
    await terminal.answer('Thôn Một');
    await terminal.until('? Số điện thoại');
    await terminal.answer('12345');
    const refused = await terminal.until('không phải số điện thoại');
    expect(refused.replace(/\s+/g, ' ')).toContain('di động có 10 chữ số, bắt đầu bằng 0');
    await terminal.answer('0900 000 001');
    await terminal.until('? Lũy kế');
    await terminal.answer('12');
    await terminal.until('Dòng 2');
    await terminal.answer();
    await terminal.until('? Làm gì tiếp?');
    await terminal.answer('2');
    await terminal.until('Dán các dòng');
    terminal.paste('Trần Thí Dụ\tThôn Hai\t0900000002\t30\nLê Giả Định\tThôn Ba\t0900000003\t1.045\n\n');
    await terminal.until('Số người đã cài đặt: 1.087, cộng số của từng dòng');
    await terminal.answer('5');
    await terminal.until('? Dòng nào?');
    await terminal.answer('gia dinh');
    await terminal.until('Số người đã cài đặt: 42,');
    await terminal.answer('6');
    const undone = await terminal.until('Đã hoàn tác.');
    expect(Math.max(...undone.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
    await terminal.key('C-c');
    const stopped = await terminal.until('exit=130');
    expect(stopped).toContain('Phần đã nhập được giữ ở');
    expect(drafts()).toEqual(['draft-mau-02-21676-2021-08-16.json']);

    terminal.run('fill -c hoai-nhon-2021 --no-color');
    await terminal.until('Có báo cáo đang nhập dở');
    await terminal.answer();
    await terminal.until('Số người đã cài đặt: 1.087');
    // Nothing to undo in what was taken up again.
    await terminal.answer('6');
    await terminal.until('Không có điểm cần rà.');
    await terminal.answer();
    await terminal.until('Đưa luôn vào inbox/2021-08-16');
    await terminal.answer();
    await terminal.until('exit=0');
    expect(drafts()).toEqual([]);
    expect(readdirSync(join(campaign, 'inbox', '2021-08-16'))).toEqual([
      'mau-02 Xã Hoài Hải 2021-08-16.xlsx',
    ]);
    const { files, findings } = JSON.parse(program('validate', '-d', '2021-08-16', '--json'));
    expect(files).toMatchObject([{ outcome: 'accepted', unit: '21676', form: 'mau-02', date: '2021-08-16' }]);
    expect(findings.filter(({ code }: { code: string }) => !code.startsWith('campaign/'))).toEqual([]);
  });

  it('offers what was reported the day before, and ends with 130 on Ctrl-D as well', async () => {
    terminal.run('fill mau-02 -c hoai-nhon-2021 -d 17/8/2021 --unit 21676 --no-color');
    const offered = await terminal.until('Bắt đầu từ 3 dòng của báo cáo ngày 16/8/2021?');
    expect(offered).toContain('1. Có');
    await terminal.answer();
    await terminal.until('Số người đã cài đặt: 1.087');
    await terminal.key('C-d');
    await terminal.until('exit=130');
  });
});

describe('init in a terminal', () => {
  it('makes a campaign from a new letter by asking', async () => {
    terminal.run('init --list 2021-08-01 --no-color');
    await terminal.until('Tạo đợt báo cáo nào?');
    await terminal.answer('1');
    await terminal.until('Cơ quan tổng hợp ở cấp nào?');
    await terminal.answer('2');
    await terminal.until('? Địa bàn:');
    await terminal.answer('bu dop');
    for (const [question, answer] of [
      ['Tên đợt:', ''],
      ['Phòng, ban trực tiếp tổng hợp', ''],
      ['Số, ký hiệu công văn', '12/UBND-VX'],
      ['Ngày công văn', '1/9/2021'],
      ['Căn cứ chính', ''],
      ['Báo cáo từ ngày', '3/9/2021'],
      ['Đến hết ngày', ''],
      ['gửi Mẫu 02', '1'],
      ['Hạn, giờ', '15h30'],
      ['Công văn viết thế nào?', '2'],
      ['gửi Mẫu 01', '3'],
      ['Chỉ tiêu, phần trăm', '62,5'],
      ['Phải đạt vào ngày', '30/9/2021'],
      ['Chỉ tiêu tiếp theo', ''],
      ['Gửi bản tổng hợp cho', ''],
      ['Hạn, giờ', ''],
      ['Đúng chưa?', ''],
      ['Thư mục:', ''],
    ] as const) {
      await terminal.until(question);
      await terminal.answer(answer);
    }
    await terminal.until('exit=0');
    const yaml = readFileSync(join(folder, 'bu-dop', 'campaign.yaml'), 'utf8');
    expect(yaml).toContain('due: { time: "15:30", rule: no-later-than }');
    expect(yaml).toContain('reach: 62.5%, by: 2021-09-30');
    expect(program('doctor', '-c', '../bu-dop')).toContain('0 chỗ phải sửa');
  });
});
