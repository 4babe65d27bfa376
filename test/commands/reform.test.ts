import { beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import type { Summary } from '../../src/model/summary.ts';
import { type MemoryIo, memoryIo } from '../memory-io.ts';

/** Offices around 1/7/2025: places are real, every letter, person and number is invented. */

let io: MemoryIo;
const put = (path: string, text: string) => io.disk.set(`/home/${path}`, new TextEncoder().encode(text));
const text = (path: string) => new TextDecoder().decode(io.disk.get(`/home/${path}`));

/** A Mẫu 02 of rows (a person each, whose count it is), under the head of a unit. */
function mau02(
  unit: string,
  title: string,
  date: string,
  rows: readonly (readonly [string, number])[],
): string {
  const [year, month, day] = date.split('-').map(Number);
  return [
    'ỦY BAN NHÂN DÂN,,,,',
    `${unit.toUpperCase()},,,,`,
    `${title},,,,`,
    `Ngày ${day} tháng ${month} năm ${year},,,,`,
    'STT,Họ và tên,"Địa chỉ (thôn, khu phố)",Số điện thoại,Lũy kế đến thời điểm hiện tại',
    ...rows.map(
      ([name, count], n) =>
        `${n + 1},Lê Thử ${name},Thôn ${n + 1},09120${name.length}00${name.charCodeAt(0)},${count}`,
    ),
    '',
  ].join('\n');
}

const TITLE = 'BÁO CÁO HÀNG NGÀY';

async function summary(folder: string, date: string): Promise<Summary> {
  io.printed.out = '';
  await main(['aggregate', '-c', folder, '-d', date, '--as-of', `${date}T16:00`, '--json', '--dry-run'], io);
  return JSON.parse(io.printed.out) as Summary;
}

const ward = ({ scopes }: Summary, code: string) => scopes[0]?.units.find((unit) => unit.code === code);

describe('a period over the reform, from its letter', () => {
  const LETTER = `ỦY BAN NHÂN DÂN
THỊ XÃ HOÀI NHƠN
Số: 12/UBND-VX
Hoài Nhơn, ngày 12 tháng 6 năm 2025

Kính gửi: Ủy ban nhân dân các xã, phường.

Ủy ban nhân dân thị xã yêu cầu:
1. Ủy ban nhân dân các xã, phường báo cáo kết quả cài đặt ứng dụng Bluezone về Phòng Văn hóa và Thông tin hằng ngày, trước 15 giờ 00 (theo mẫu 02), từ ngày 16/6/2025 đến ngày 15/7/2025.
`;

  beforeEach(async () => {
    io = memoryIo({ cwd: '/home', now: '2025-07-02T16:00:00+07:00' });
    put('cv.txt', LETTER);
    expect(await main(['init', '--letter', 'cv.txt', 'dot', '--yes', '-q'], io)).toBe(0);
  });

  it('has the units of both maps, each with its days, and who takes over whom', async () => {
    const lines = text('dot/units.csv').split('\n');
    expect(lines).toContainEqual('21643,Xã Hoài Sơn,xã,543,,,,,,,,,,2025-06-30,21655,');
    expect(lines).toContainEqual('21655,Phường Tam Quan Bắc,phường,543,,,,,,,,,,2025-06-30,21655,');
    expect(lines).toContainEqual('21655,Phường Hoài Nhơn Bắc,phường,543,,,,,,,,,2025-07-01,,,');
    expect(lines.filter((line) => line.includes(',2025-06-30,'))).toHaveLength(17);
    expect(lines.filter((line) => line.includes(',2025-07-01,'))).toHaveLength(7);
    expect(await main(['doctor', '-c', 'dot'], io)).toBe(0);
  });

  it('keeps the old units’ last figures under the new one, until its own report', async () => {
    const day = '2025-06-30';
    for (const [unit, count] of [
      ['xã Hoài Sơn', 30],
      ['xã Hoài Châu Bắc', 50],
      ['phường Tam Quan Bắc', 7],
    ] as const)
      put(`dot/inbox/${day}/${unit}.csv`, mau02(unit, TITLE, day, [[unit, count]]));
    put(
      `dot/inbox/${day}/received.csv`,
      `file,received_at\n${['xã Hoài Sơn', 'xã Hoài Châu Bắc', 'phường Tam Quan Bắc'].map((unit) => `${unit}.csv,${day}T14:00`).join('\n')}\n`,
    );
    expect((await summary('dot', day)).scopes[0]?.total.figures.installed?.value).toBe(87);
    const after = await summary('dot', '2025-07-01');
    expect(ward(after, '21655')).toMatchObject({
      name: 'Phường Hoài Nhơn Bắc',
      figures: { installed: { value: 87, date: day, carried: true } },
    });
    expect(after.scopes[0]?.total.figures.installed?.value).toBe(87);
    put('dot/inbox/2025-07-02/bac.csv', mau02('phường Hoài Nhơn Bắc', TITLE, '2025-07-02', [['Một', 90]]));
    put('dot/inbox/2025-07-02/received.csv', 'file,received_at\nbac.csv,2025-07-02T14:00\n');
    const own = await summary('dot', '2025-07-02');
    expect(ward(own, '21655')).toMatchObject({
      figures: { installed: { value: 90, carried: false } },
      delta: { installed: 3 },
    });
  });
});

describe('a ward of today and the communes it was made of', () => {
  const DAY = '2026-05-11';
  const receive = (files: Readonly<Record<string, string>>) => {
    for (const [name, content] of Object.entries(files)) put(`gl/inbox/${DAY}/${name}`, content);
    const lines = Object.keys(files).map((name, n) => `${name},${DAY}T14:0${n}`);
    put(`gl/inbox/${DAY}/received.csv`, ['file,received_at', ...lines, ''].join('\n'));
  };
  const told = async () => {
    const { files, findings, ...rest } = await summary('gl', DAY);
    const installed = ward({ files, findings, ...rest }, '21655')?.figures.installed;
    const codes = findings
      .map(({ code }) => code)
      .filter((code) => /^(unit|across)\/(?!not-in-rate)/.test(code));
    return [installed?.value ?? null, ...files.map(({ outcome }) => outcome), ...new Set(codes)];
  };
  const alias = (names: string) =>
    put(
      'gl/units.csv',
      text('gl/units.csv').replace(
        'Phường Hoài Nhơn Bắc,phường,52,,',
        `Phường Hoài Nhơn Bắc,phường,52,${names},`,
      ),
    );

  beforeEach(async () => {
    io = memoryIo({ cwd: '/home', now: `${DAY}T16:00:00+07:00` });
    expect(await main(['init', 'gia-lai-2026', 'gl', '-q'], io)).toBe(0);
  });

  it('an old letterhead is asked, though one letter makes it a commune of today', async () => {
    receive({ 'son.csv': mau02('xã Hoài Sơn', TITLE, DAY, [['An', 10]]) });
    expect(await told()).toEqual([null, 'undecided', 'unit/other-day']);
  });

  it('reports of its old communes, which its head names and its title tells, are parts', async () => {
    receive({
      'a.csv': mau02('phường Hoài Nhơn Bắc', `${TITLE} (địa bàn xã Hoài Sơn cũ)`, DAY, [['An', 10]]),
      'b.csv': mau02('phường Hoài Nhơn Bắc', `${TITLE} - xã Hoài Châu Bắc (cũ)`, DAY, [['Bình', 5]]),
    });
    expect(await told()).toEqual([15, 'accepted-with-warnings', 'accepted-with-warnings', 'across/part']);
  });

  it('one part alone counts, and is said to be one', async () => {
    receive({
      'a.csv': mau02('phường Hoài Nhơn Bắc', `${TITLE} (địa bàn xã Hoài Sơn cũ)`, DAY, [['An', 10]]),
    });
    expect(await told()).toEqual([10, 'accepted-with-warnings', 'across/part-alone']);
  });

  it('old letterheads are parts where the roster says that they are its own', async () => {
    alias('Xã Hoài Sơn|Xã Hoài Châu Bắc');
    receive({
      'a.csv': mau02('xã Hoài Sơn', TITLE, DAY, [['An', 10]]),
      'b.csv': mau02('xã Hoài Châu Bắc', TITLE, DAY, [['Bình', 5]]),
    });
    expect(await told()).toEqual([15, 'accepted-with-warnings', 'accepted-with-warnings', 'across/part']);
  });

  it('two of one old commune are versions or a question, never a sum', async () => {
    alias('Xã Hoài Sơn');
    receive({
      'a.csv': mau02('xã Hoài Sơn', TITLE, DAY, [
        ['An', 10],
        ['Bình', 5],
      ]),
      'b.csv': mau02('xã Hoài Sơn', TITLE, DAY, [
        ['An', 12],
        ['Bình', 5],
      ]),
    });
    expect(await told()).toEqual([
      17,
      'superseded',
      'accepted-with-warnings',
      'across/part-alone',
      'across/replaced',
    ]);
    receive({
      'a.csv': mau02('xã Hoài Sơn', TITLE, DAY, [['An', 10]]),
      'b.csv': mau02('xã Hoài Sơn', TITLE, DAY, [['Bình', 5]]),
    });
    expect(await told()).toEqual([null, 'undecided', 'undecided', 'across/parts-unclear']);
  });

  it('another unit of today in the title contradicts its head', async () => {
    receive({
      'a.csv': mau02('phường Hoài Nhơn Bắc', `${TITLE} (địa bàn phường Tam Quan cũ)`, DAY, [['An', 10]]),
    });
    expect(await told()).toEqual([null, 'undecided', 'unit/disagree']);
  });

  it('a name that is the same on both maps is the unit, whole', async () => {
    receive({ 'a.csv': mau02('phường Tam Quan', TITLE, DAY, [['An', 10]]) });
    const { files, findings } = await summary('gl', DAY);
    expect(files.map(({ outcome, unit }) => [outcome, unit])).toEqual([['accepted', '21637']]);
    expect(findings.filter(({ code }) => code === 'across/part-alone')).toEqual([]);
  });
});
