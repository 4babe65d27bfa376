import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../../src/cli.ts';
import type { Io } from '../../../src/io.ts';
import { writeZip } from '../../../src/pack/zip-write.ts';
import { read } from '../../../src/read/read.ts';
import { drawnXlsx } from '../../drawn-xlsx.ts';
import { memoryIo } from '../../memory-io.ts';
import { quietIo } from '../../quiet-io.ts';
import { draw } from '../../sheet.ts';

const CAMPAIGN = readFileSync('fixtures/hoai-nhon/campaign.yaml');
const UNITS = readFileSync('fixtures/hoai-nhon/units.csv');

/** A Mẫu 02 with two rows, as a file. */
function report(unit: string, values: readonly string[], extra = ''): Uint8Array {
  const rows = values.map(
    (value, n) => `${n + 1} | Người Ví Dụ ${n + 1} | Thôn ${n + 1} | 090000000${n} | ${value}`,
  );
  return drawnXlsx(
    draw(`
      ỦY BAN NHÂN DÂN ${unit.toUpperCase()}
      BÁO CÁO HÀNG NGÀY
      (ngày 17 tháng 8 năm 2021)
      STT | Họ và tên | Địa chỉ (thôn, khu phố) | Số điện thoại | Lũy kế đến thời điểm hiện tại
      ${rows.join('\n      ')}${extra}`),
  );
}

interface Ran {
  readonly exit: number;
  readonly written: ReadonlyMap<string, Uint8Array>;
  readonly out: string;
  readonly err: string;
}

async function validate(
  files: { readonly [path: string]: Uint8Array | string },
  argv: readonly string[] = ['--annotate', 'tra-lai'],
  times: { readonly [path: string]: string } = {},
): Promise<Ran> {
  const io = memoryIo({
    now: '2021-08-17T14:30:00+07:00',
    files: { '/campaign/campaign.yaml': CAMPAIGN, '/campaign/units.csv': UNITS, ...inbox(files) },
  });
  for (const [path, time] of Object.entries(times)) {
    const at = path.startsWith('2021') ? `/campaign/inbox/${path}` : `/campaign/inbox/2021-08-17/${path}`;
    io.times.set(at, Date.parse(time));
  }
  const before = new Set(io.disk.keys());
  const exit = await main(['validate', ...argv], io as Io);
  const written = new Map([...io.disk].filter(([path]) => !before.has(path)));
  return { exit, written, ...io.printed };
}

function inbox(files: { readonly [path: string]: Uint8Array | string }) {
  return Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [
      path.startsWith('2021') ? `/campaign/inbox/${path}` : `/campaign/inbox/2021-08-17/${path}`,
      bytes,
    ]),
  );
}

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8');

describe('validate --annotate', () => {
  const faulty = report('xã Hoài Sơn', ['120', 'khoảng 60']);

  it('writes each faulty file below the folder, as in the inbox, with a reply beside it', async () => {
    const { exit, written } = await validate({
      'a/hoài sơn.xlsx': faulty,
      'hoài mỹ.xlsx': report('xã Hoài Mỹ', ['10', '12']),
    });
    expect(exit).toBe(1);
    expect([...written.keys()]).toEqual([
      '/campaign/tra-lai/a/hoài sơn.xlsx',
      '/campaign/tra-lai/a/hoài sơn.txt',
    ]);
    const [document] = await read('x', written.get('/campaign/tra-lai/a/hoài sơn.xlsx') ?? new Uint8Array());
    expect(document?.workbook?.sheets.map(({ name }) => name)).toEqual(['Cần sửa', 'Sheet1']);
    expect(text(written.get('/campaign/tra-lai/a/hoài sơn.txt'))).toMatchInlineSnapshot(`
      "Kính gửi: UBND xã Hoài Sơn
      Báo cáo «hoài sơn.xlsx» đã nhận nhưng chưa tính được:
      - Ô E6 (Lũy kế đến thời điểm hiện tại) ghi «khoảng 60»: đây là số ước chừng, chưa phải số đã đếm. Đề nghị đếm lại và ghi đúng một con số.
      Đề nghị đơn vị sửa và gửi lại trước 15 giờ 00 hôm nay.
      Trân trọng cảm ơn.
      "
    `);
  });

  it('answers what cannot be read with a reply alone, and a table of another format with a marked copy', async () => {
    const csv =
      'ỦY BAN NHÂN DÂN XÃ HOÀI MỸ\nBÁO CÁO HÀNG NGÀY\nSTT,Họ và tên,Địa chỉ,Số điện thoại,Lũy kế đến thời điểm hiện tại\n1,Ví Dụ,Thôn 1,0900000001,nhiều\n';
    const { written, out } = await validate({ 'hoài phú.pdf': '%PDF-1.4 ', 'hoài mỹ.csv': csv });
    expect([...written.keys()].sort()).toEqual([
      '/campaign/tra-lai/hoài mỹ.csv.txt',
      '/campaign/tra-lai/hoài mỹ.csv.xlsx',
      '/campaign/tra-lai/hoài phú.txt',
    ]);
    expect(out).toContain('hoài phú.pdf: chỉ có lời nhắn');
    expect(out).toContain('hoài mỹ.csv: bản chép .xlsx có đánh dấu');
    const [copy] = await read('x', written.get('/campaign/tra-lai/hoài mỹ.csv.xlsx') ?? new Uint8Array());
    const list = copy?.workbook?.sheets[0]?.rows.flatMap(({ cells }) => cells.map((cell) => cell.shown));
    expect(list?.join('\n')).toContain('bản chép những gì đã đọc được');
  });

  it('says of a file with several communes what became of each sheet, on the screen and to the unit at fault', async () => {
    const sheet = (unit: string, value: string) => `# ${unit}
      ỦY BAN NHÂN DÂN ${unit.toUpperCase()}
      BÁO CÁO HÀNG NGÀY
      (ngày 17 tháng 8 năm 2021)
      STT | Họ và tên | Địa chỉ (thôn, khu phố) | Số điện thoại | Lũy kế đến thời điểm hiện tại
      1 | Người Ví Dụ 1 | Thôn 1 | 0900000001 | 12
      2 | Người Ví Dụ 2 | Thôn 2 | 0900000002 | ${value}
    `;
    const bytes = drawnXlsx(draw([sheet('xã Hoài Mỹ', '15'), sheet('xã Hoài Sơn', 'khoảng 60')].join('\n')));
    const { written, out } = await validate({ 'hai xã.xlsx': bytes });
    expect(out).toContain('  Được tính: trang «xã Hoài Mỹ» (Xã Hoài Mỹ)\n');
    expect(out).toContain('  Trả lại, chưa tính được: trang «xã Hoài Sơn» (Xã Hoài Sơn)\n');
    const reply = text(written.get('/campaign/tra-lai/hai xã.txt')).split('\n');
    expect(reply[0]).toBe('Kính gửi: UBND xã Hoài Sơn');
    expect(reply[1]).toBe('Tệp «hai xã.xlsx» đã nhận. Đã tính: trang «xã Hoài Mỹ» (Xã Hoài Mỹ).');
    expect(reply[2]).toBe('Chưa tính được: trang «xã Hoài Sơn» (Xã Hoài Sơn).');
    expect(reply[3]).toContain('[xã Hoài Sơn] Ô E6');
  });

  it('says of a picture that it was not counted', async () => {
    const photo = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
    const { written } = await validate({ 'ảnh chụp.jpg': photo });
    const reply = text(written.get('/campaign/tra-lai/ảnh chụp.txt'));
    expect(reply).toContain('không được tính');
    expect(reply).not.toContain('đã tính');
  });

  it('takes no path from inside an archive', async () => {
    const zip = writeZip([
      { name: '../../../hoài sơn.xlsx', contents: faulty },
      { name: 'b/hoài sơn.xlsx', contents: report('xã Hoài Sơn', ['120', 'ít']) },
    ]);
    const { written } = await validate({ 'gói.zip': zip });
    expect([...written.keys()].sort()).toEqual([
      '/campaign/tra-lai/gói.zip - hoài sơn (2).txt',
      '/campaign/tra-lai/gói.zip - hoài sơn (2).xlsx',
      '/campaign/tra-lai/gói.zip - hoài sơn.txt',
      '/campaign/tra-lai/gói.zip - hoài sơn.xlsx',
    ]);
  });

  it('never writes into the inbox, nor over the campaign’s own files', async () => {
    for (const folder of [
      'inbox',
      'inbox/2021-08-17',
      'inbox/x',
      '.',
      'outbox',
      'outbox/2021-08-17',
      '.bluezone/x',
    ]) {
      const { exit, written, err } = await validate({ 'hoài sơn.xlsx': faulty }, ['--annotate', folder]);
      expect([folder, exit, written.size]).toEqual([folder, 2, 0]);
      expect(err).toContain('--annotate outbox/tra-lai');
    }
  });

  it('writes nothing under --dry-run, and nothing where all is well', async () => {
    const dry = await validate({ 'hoài sơn.xlsx': faulty }, ['--annotate', 'tra-lai', '--dry-run']);
    expect(dry.written.size).toBe(0);
    expect(dry.err).toContain('Sẽ ghi tra-lai/hoài sơn.xlsx');
    const well = await validate({ 'hoài sơn.xlsx': report('xã Hoài Sơn', ['120', '60']) });
    expect([well.exit, well.written.size]).toEqual([0, 0]);
    expect(well.out).toMatch(
      /Đã kiểm \d+ quy tắc trên 1 báo cáo, không có điểm cần rà\.\n(.*\n)*Không có tệp nào/,
    );
  });

  it('says what the unit’s next file fixed, and asks nothing about the one before', async () => {
    const files = {
      'hoài sơn.xlsx': report('xã Hoài Sơn', ['nhiều', 'khoảng 60', '10']),
      'hoài sơn (sửa).xlsx': report('xã Hoài Sơn', ['120', 'khoảng 60', '10']),
      'hoài sơn (sửa 2).xlsx': report('xã Hoài Sơn', ['120', '60', '10']),
    };
    const times = {
      'hoài sơn.xlsx': '2021-08-17T10:00:00+07:00',
      'hoài sơn (sửa).xlsx': '2021-08-17T11:00:00+07:00',
      'hoài sơn (sửa 2).xlsx': '2021-08-17T12:00:00+07:00',
    };
    const { out, written } = await validate(files, undefined, times);
    expect(out.slice(0, out.indexOf('So với bản trước'))).toMatchInlineSnapshot(`
      "Điểm cần rà: 3 lỗi, 0 cảnh báo, 1 lưu ý

      inbox/2021-08-17/hoài sơn (sửa).xlsx — Xã Hoài Sơn — Trả lại, chưa tính được —
        đã có bản sau được tính, không phải gửi lại
        ✗ Sheet1 › Ô E6 (Lũy kế đến thời điểm hiện tại) ghi «khoảng 60»: đây là số
          ước chừng, chưa phải số đã đếm.

      inbox/2021-08-17/hoài sơn.xlsx — Xã Hoài Sơn — Trả lại, chưa tính được — đã có
        bản sau được tính, không phải gửi lại
        ✗ Sheet1 › Ô E5 (Lũy kế đến thời điểm hiện tại): đây không phải là một con
          số.
        ✗ Sheet1 › Ô E6 (Lũy kế đến thời điểm hiện tại) ghi «khoảng 60»: đây là số
          ước chừng, chưa phải số đã đếm.

      1 lưu ý không kể ra (thêm -v để xem)

      "
    `);
    expect(out.slice(out.indexOf('So với bản trước'))).toMatchInlineSnapshot(`
      "So với bản trước
      Xã Hoài Sơn, «hoài sơn (sửa 2).xlsx» so với «hoài sơn (sửa).xlsx»: đã sửa 1 điểm
        ✓ Đã sửa: Ô E6 (Lũy kế đến thời điểm hiện tại) ghi «khoảng 60»: đây là số ước
          chừng, chưa phải số đã đếm.
      Xã Hoài Sơn, «hoài sơn (sửa).xlsx» so với «hoài sơn.xlsx»: đã sửa 1 điểm, còn 1
        điểm
        ✓ Đã sửa: Ô E5 (Lũy kế đến thời điểm hiện tại): đây không phải là một con số.
        ✗ Còn: Ô E6 (Lũy kế đến thời điểm hiện tại) ghi «khoảng 60»: đây là số ước
          chừng, chưa phải số đã đếm.

      Trả lại người gửi: 3 tệp, ghi trong tra-lai
      - 2 tệp đã đánh dấu thẳng trong tệp gửi đến, mỗi tệp kèm một lời nhắn .txt
      - inbox/2021-08-17/hoài sơn (sửa 2).xlsx: chỉ có lời nhắn: các điểm của bản
        trước đã sửa xong
      "
    `);
    expect(text(written.get('/campaign/tra-lai/hoài sơn (sửa).txt'))).toContain(
      'không cần sửa và gửi lại bản này',
    );
    expect(text(written.get('/campaign/tra-lai/hoài sơn (sửa 2).txt'))).toContain(
      'So với bản trước: đã sửa 1 điểm.',
    );
    const { closings } = JSON.parse((await validate(files, ['--json'], times)).out) as {
      closings: readonly {
        file: string;
        fixed: readonly unknown[];
        remains: readonly unknown[];
        new: readonly unknown[];
      }[];
    };
    expect(
      closings.map((each) => [each.file.slice(17), each.fixed.length, each.remains.length, each.new.length]),
    ).toEqual([
      ['hoài sơn (sửa 2).xlsx', 1, 0, 0],
      ['hoài sơn (sửa).xlsx', 1, 1, 0],
    ]);
  });

  it('says of a copy that it is one, and not its points again', async () => {
    const { out } = await validate({ 'hoài sơn.xlsx': faulty, 'hoài sơn (1).xlsx': faulty });
    expect(out.match(/khoảng 60/g)).toHaveLength(1);
    expect(out).toContain('· Giống hệt inbox/2021-08-17/hoài sơn (1).xlsx: các điểm như đã nêu ở tệp đó.');
  });

  it('says so in the summary, too, where files are named by their hash', async () => {
    const io = memoryIo({
      now: '2021-08-17T14:30:00+07:00',
      files: {
        '/campaign/campaign.yaml': CAMPAIGN,
        '/campaign/units.csv': UNITS,
        ...inbox({
          'a.xlsx': report('xã Hoài Sơn', ['nhiều', '60']),
          'b.xlsx': report('xã Hoài Sơn', ['120', '60']),
          'c.xlsx': report('xã Hoài Mỹ', ['120', '0']),
        }),
      },
    });
    io.times.set('/campaign/inbox/2021-08-17/a.xlsx', Date.parse('2021-08-17T10:00:00+07:00'));
    await main(['aggregate', '--format', 'md'], io as Io);
    const page = text(io.disk.get('/campaign/outbox/2021-08-17/tong-hop-2021-08-17.md'));
    const said = page.slice(page.indexOf('So với bản trước'));
    expect(said).toMatch(/Xã Hoài Sơn, «tệp [0-9a-f]{12}» so với «tệp [0-9a-f]{12}»: đã sửa 1 điểm\./);
    expect(said).not.toMatch(/[ab]\.xlsx/);
  });

  it('compares with yesterday’s file where that one was not counted', async () => {
    const { out } = await validate(
      {
        '2021-08-16/hoài sơn.xlsx': report('xã Hoài Sơn', ['nhiều', '60']),
        'hoài sơn.xlsx': report('xã Hoài Sơn', ['120', '60']),
      },
      ['-d', '2021-08-17'],
      { '2021-08-16/hoài sơn.xlsx': '2021-08-16T10:00:00+07:00' },
    );
    expect(out).toContain('✓ Đã sửa: Ô E5');
  });
});

describe('the hard day of the fixtures', () => {
  const folder = mkdtempSync(join(tmpdir(), 'annotate-'));
  const printed = { out: '', err: '' };
  beforeAll(async () => {
    const argv = ['validate', '-d', '2021-08-17', '--as-of', '2021-08-17T16:00', '--annotate', folder];
    await main(argv, quietIo(resolve('fixtures', 'hoai-nhon'), printed));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const written = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(folder, name)).isFile(),
    );

  it('has a reply beside every workbook, each of at most ten lines', () => {
    const replies = written().filter((name) => name.endsWith('.txt'));
    expect(replies.length).toBeGreaterThan(12);
    for (const name of written().filter((each) => each.endsWith('.xlsx'))) {
      expect(replies).toContain(name.replace(/\.xlsx$/, '.txt'));
    }
    for (const name of replies) {
      const lines = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
      expect([name, lines.length <= 10]).toEqual([name, true]);
    }
  });

  it('lets no name and no phone of a person into a reply or onto the screen', () => {
    const replies = written()
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    for (const said of [...replies, printed.out, printed.err]) {
      expect(said).not.toMatch(/0900 ?000|Ví Dụ|Thí Dụ|Giả Định|Giả Sử|Minh Họa/);
    }
  });

  it('keeps each file to a screen', () => {
    for (const block of printed.out.split('\n\n')) expect(block.split('\n').length).toBeLessThanOrEqual(24);
  });
});
