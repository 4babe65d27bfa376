import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { address, parseAddress, type Workbook } from '../../../src/model/grid.ts';
import { openZip, packedBytes, unpack, type Zip } from '../../../src/pack/zip.ts';
import { writeZip } from '../../../src/pack/zip-write.ts';
import { read } from '../../../src/read/read.ts';
import type { Annotation, Mark } from '../../../src/view/annotation.ts';

const LIMITS = { entries: 1000, inflated: 1 << 28, ratio: 10_000 };
export const AUTHOR = 'Phòng Văn hóa và Thông tin';

export function sample(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, 'samples', name));
}

export function zip(bytes: Uint8Array): Zip {
  return openZip(bytes, LIMITS);
}

export function part(bytes: Uint8Array, name: string): string {
  const package_ = zip(bytes);
  const entry = package_.entries.find((each) => each.name === name);
  if (entry === undefined) throw new Error(`no ${name} in ${package_.entries.map((each) => each.name)}`);
  return Buffer.from(unpack(package_, entry)).toString('utf8');
}

/** The package with some parts put in other words. */
export function changed(
  bytes: Uint8Array,
  change: (text: string, name: string) => string | Uint8Array,
): Uint8Array {
  const package_ = zip(bytes);
  return writeZip(
    package_.entries.map((entry) => {
      if (!/\.(xml|rels|vml)$/.test(entry.name)) return { name: entry.name, from: package_, entry };
      return {
        name: entry.name,
        contents: change(Buffer.from(unpack(package_, entry)).toString('utf8'), entry.name),
      };
    }),
  );
}

/** Which parts differ in their packed bytes, and which are new; a part that is gone throws. */
export function difference(before: Uint8Array, after: Uint8Array) {
  const [old, now] = [zip(before), zip(after)];
  const left = new Map(now.entries.map((entry) => [entry.name, entry]));
  const different: string[] = [];
  for (const entry of old.entries) {
    const kept = left.get(entry.name);
    if (kept === undefined) throw new Error(`${entry.name} is gone`);
    left.delete(entry.name);
    const same =
      Buffer.from(packedBytes(old, entry)).equals(packedBytes(now, kept)) &&
      entry.crc === kept.crc &&
      entry.time === kept.time &&
      entry.method === kept.method;
    if (!same) different.push(entry.name);
  }
  return { changed: different.sort(), added: [...left.keys()].sort() };
}

export async function workbookOf(bytes: Uint8Array, name = 'a.xlsx'): Promise<Workbook> {
  const [document] = await read(name, bytes);
  if (document?.workbook == null) throw new Error(`not read: ${JSON.stringify(document?.findings)}`);
  return document.workbook;
}

/** `Mẫu 02!E6 error` as a mark. */
export function mark(sheet: string, cell: string, gravity: Mark['gravity'] = 'error'): Mark {
  const at = parseAddress(cell);
  if (at === null) throw new Error(cell);
  return { sheet, ...at, gravity, note: `Điểm của ô ${cell} <&>.` };
}

export function annotation(marks: readonly Mark[]): Annotation {
  return {
    author: AUTHOR,
    asOf: '2021-08-17T14:30:00+07:00',
    marks,
    list: {
      name: 'Cần sửa',
      title: 'CÁC ĐIỂM CẦN SỬA',
      lines: ['Tệp: a.xlsx'],
      heads: ['TT', 'Trang tính', 'Ô', 'Mức', 'Điều cần sửa', 'Đề nghị'],
      points: marks.map(({ sheet, row, col, note }) => ({
        sheet,
        cell: address(row, col),
        link: { sheet, cell: address(row, col) },
        gravity: 'Lỗi',
        what: note,
        ask: '=HYPERLINK("x")',
      })),
    },
    noteFixed: 'Điểm này đã được sửa.',
    copied: 'Đây là bản chép.',
    unsafe: 'Đây là bản chép, vì tệp khác thường.',
  };
}
