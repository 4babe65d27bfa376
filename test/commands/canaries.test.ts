import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { town } from './town.ts';

/**
 * Invented persons in the places of a sheet that a message may quote: each must be located, never shown, in whatever
 * shape it is written (contract section 3, the last paragraph).
 */
const NAMES = [
  ...[
    'Nguyễn Văn Kanari',
    'NGUYỄN VĂN KANARI',
    'nguyễn văn kanari',
    'Kanari',
    'chị Kanari',
    'Ông Kanari (trưởng thôn)',
  ],
  ...['(Kanari)', 'Kanari 5', '5 Kanari', 'N.V.Kanari', 'Nguyễn V. Kanari', 'H’Kanari Niê', 'Y Kanari Êban'],
  ...[
    'Giàng A Kanari',
    'Kanari, Lê',
    'Lê Kanari - bí thư',
    'bac Kanari',
    'Kanari/Lê',
    '“Kanari”',
    'khoảng 5, Kanari báo',
  ],
];
const PHONES = [
  ...[
    '0912777888',
    '0912 777 888',
    '0912.777.888',
    '+84912777888',
    '84 912 777 888',
    '912777888',
    '(0912) 777888',
  ],
  ...['0912-777-888', '0 9 1 2 7 7 7 8 8 8', '02563777888'],
];
const OTHERS = ['215777888', '052085777888', 'số 7 Kanari', 'thôn Kanari, xã Thử', '07/07/1977'];
const TRACES = /kanari|777888|07\/07\/1977/;

/** What a text holds, however it is spaced or written. */
function traces(text: string): string | null {
  const plain = text.normalize('NFC').toLowerCase();
  return TRACES.exec(plain)?.[0] ?? TRACES.exec(plain.replace(/(?<=\d)[ .-](?=\d)/g, ''))?.[0] ?? null;
}

/** The parts of a package as text: its local entries, inflated. */
function unpacked(bytes: Uint8Array): string {
  const data = Buffer.from(bytes);
  const texts: string[] = [];
  for (let at = data.lastIndexOf('PK\u0005\u0006'), next = data.readUInt32LE(at + 16); next < at; ) {
    const [method, packed] = [data.readUInt16LE(next + 10), data.readUInt32LE(next + 20)];
    const local = data.readUInt32LE(next + 42);
    const from = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const part = data.subarray(from, from + packed);
    texts.push((method === 0 ? part : inflateRawSync(part)).toString());
    next += 46 + data.readUInt16LE(next + 28) + data.readUInt16LE(next + 30) + data.readUInt16LE(next + 32);
  }
  return texts.join('\n');
}

function sheet(heading: string, cells: readonly string[]): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = cells.map((cell, n) => `${n + 1},Lê Thử,Thôn 1,0900000${100 + n},${quoted(cell)}`);
  return [
    'ỦY BAN NHÂN DÂN XÃ HOÀI SƠN,,,,',
    'Số liệu cài đặt ứng dụng Bluezone,,,,',
    'Ngày 16 tháng 8 năm 2021,,,,',
    `STT,Họ và tên,"Địa chỉ (thôn, khu phố)",Số điện thoại,${quoted(heading)}`,
    ...rows,
    '',
  ].join('\n');
}

const LABEL = 'Lũy kế đến thời điểm hiện tại';

it.each([
  ['names in the column of counts', sheet(LABEL, NAMES)],
  ['phones and other numbers there', sheet(LABEL, [...PHONES, ...OTHERS])],
  ['a name and a phone in the heading', sheet(`${LABEL} (chị Kanari 0912 777 888 nhập)`, ['12', 'nhiều'])],
])('%s leave no trace', async (_, text) => {
  const of = town();
  of.put('inbox/2021-08-16/hoai son.csv', text, '16 14:00');
  const formats = 'xlsx,docx,html,csv,md,json'
    .split(',')
    .map((each) => `--format ${each}`)
    .join(' ');
  const runs = [
    await of.run(`aggregate -d 2021-08-16 ${formats} -v`),
    await of.run('aggregate -d 2021-08-16 --json'),
    await of.run('validate -d 2021-08-16 -v'),
    await of.run('status -d 2021-08-16 --remind'),
  ];
  expect(runs[0]?.out).toMatch(/Ô E5|Các ô E|Ô E6/);
  for (const { out, err } of runs) expect(traces(out + err)).toBeNull();
  const written = ['outbox/2021-08-16', '.bluezone'].flatMap((folder) =>
    readdirSync(join(of.folder, folder)).map((name) => join(of.folder, folder, name)),
  );
  expect(written.length).toBeGreaterThan(6);
  for (const path of written) {
    const bytes = readFileSync(path);
    const inside = /\.(xlsx|docx)$/.test(path) ? unpacked(bytes) : bytes.toString();
    expect([path, traces(inside)]).toEqual([path, null]);
    if (/\.(xlsx|docx)$/.test(path)) expect(inside).toContain('Hoài Sơn');
  }
});
