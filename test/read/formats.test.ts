import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../src/model/grid.ts';
import { address, rangeAddress } from '../../src/model/grid.ts';
import { writeZip } from '../../src/pack/zip-write.ts';
import type { Document } from '../../src/read/document.ts';
import { read } from '../../src/read/read.ts';

// The samples are saved by LibreOffice, python-docx and xlwt: `samples/make.py`.
const sample = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url));
const only = async (name: string, bytes: Uint8Array = sample(name)): Promise<Document> => {
  const [first, ...rest] = await read(name, bytes);
  if (first === undefined || rest.length > 0) throw new Error('not one document');
  return first;
};
const sheetOf = ({ workbook }: Document) => workbook?.sheets[0] as Sheet;
const values = (sheet: Sheet) =>
  Object.fromEntries(
    sheet.rows.flatMap((row) => row.cells.map(({ row, col, value }) => [address(row, col), value])),
  );
const fonts = (sheet: Sheet) =>
  sheet.rows.flatMap((row) => row.cells.flatMap(({ font }) => (font?.startsWith('.Vn') ? [font] : [])));

const text = (words: string) => ({ kind: 'text', text: words });
const number = (value: number) => ({ kind: 'number', number: value });
const TCVN3 = 'Hoµi Nh¬n, \u00adu tiªn';
const SHEET = {
  A1: text('ỦY BAN NHÂN DÂN XÃ HOÀI CHÂU'),
  A2: text('BÁO CÁO HÀNG NGÀY'),
  A4: text('STT'),
  B4: text('Họ và tên'),
  C4: text('Địa chỉ'),
  D4: text('Số điện thoại'),
  E4: text('Lũy kế'),
  A5: number(1),
  B5: text('Người Thứ Nhất'),
  C5: text('Thôn 1'),
  D5: text('0900000001'),
  E5: number(12),
  A6: number(2),
  B6: text('Người Thứ Hai'),
  C6: text('Thôn 2'),
  D6: text('0900000002'),
  E6: number(1234),
  B7: text(TCVN3),
  A8: text('Tổng cộng'),
  E8: number(1246),
  A9: { kind: 'date', iso: '2021-08-16' },
  B9: { kind: 'date', iso: '2021-08-16T15:00:00' },
  C9: { kind: 'number', number: 0.43, percent: true },
  D9: { kind: 'error', error: '#DIV/0!' },
  E9: number(42.85),
};

describe('one sheet, saved by LibreOffice in every format, gives one grid', () => {
  test.each(['sheet.xlsx', 'sheet.xls', 'sheet.ods', 'html.xls', 'sheet.xml'])('%s', async (name) => {
    const document = await only(name);
    expect(document.findings.map(({ code }) => code)).toEqual(
      name === 'html.xls' ? ['file/kind-differs'] : [],
    );
    const sheet = sheetOf(document);
    expect(values(sheet)).toEqual(SHEET);
    expect(sheet.merges.map(rangeAddress)).toEqual(['A2:E2']);
    expect(fonts(sheet)).toEqual(['.VnTime']);
  });
});

test('an .xls of another program: font, hidden row, merge, picture', async () => {
  const sheet = sheetOf(await only('xlwt.xls'));
  expect(values(sheet)).toEqual({
    A1: text('STT'),
    B2: text(TCVN3),
    A3: { kind: 'date', iso: '2021-08-16' },
    A4: text('gộp'),
  });
  expect(fonts(sheet)).toEqual(['.VnTime']);
  expect(sheet.rows.map(({ hidden }) => hidden)).toEqual([false, true, false, false]);
  expect(sheet.merges.map(rangeAddress)).toEqual(['A4:C4']);
  expect(sheet.pictures).toEqual([{ row: 5, col: 2 }]);
});

test('a Word page of another program', async () => {
  const document = await only('word.docx');
  const sheet = sheetOf(document);
  expect(values(sheet)).toEqual({
    A1: text('ỦY BAN NHÂN DÂN\nXÃ HOÀI CHÂU'),
    B1: text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc'),
    A2: text('BÁO CÁO HÀNG NGÀY'),
    A3: text('Tổng số: 45'),
    A4: text(TCVN3),
    A5: text('STT'),
    B5: text('Họ và tên'),
    C5: text('Lũy kế'),
    A6: text('1'),
    B6: text('Người Thứ Nhất'),
    C6: text('12'),
    A7: text('Tổng cộng'),
    C7: text('12'),
    A8: text('(Ký tên, đóng dấu)'),
  });
  expect(fonts(sheet)).toEqual(['.VnTime']);
  expect(sheet.merges.map(rangeAddress)).toEqual(['A7:B7']);
});

describe('.doc', () => {
  test('is converted where the machine can, and says so', async () => {
    const asked: string[] = [];
    const office = async (bytes: Uint8Array, extension: string) => {
      asked.push(`${extension} ${bytes.length}`);
      return sample('word.docx');
    };
    for (const name of ['word.doc', 'word.rtf']) {
      const [document] = await read(name, sample(name), { office });
      expect(document?.findings.map(({ code }) => code)).toEqual(['file/doc-converted']);
      expect(document?.workbook?.sheets[0]?.rows).toHaveLength(8);
    }
    expect(asked).toEqual([`doc ${sample('word.doc').length}`, `rtf ${sample('word.rtf').length}`]);
  });

  test('is named where it cannot, or where the conversion fails', async () => {
    expect((await only('word.doc')).findings).toMatchObject([{ code: 'file/doc-not-converted' }]);
    const [broken] = await read('word.doc', sample('word.doc'), { office: async () => null });
    expect(broken?.findings).toMatchObject([{ code: 'file/damaged' }]);
    const locked = Uint8Array.from(sample('word.doc'));
    const flags = Buffer.from(locked.buffer).indexOf(Buffer.from([0xec, 0xa5])) + 11;
    locked[flags] = (locked[flags] ?? 0) | 1;
    expect((await only('word.doc', locked)).findings).toMatchObject([{ code: 'file/password' }]);
  });
});

describe('archives', () => {
  const zip = (files: { [name: string]: Uint8Array | string }) =>
    writeZip(Object.entries(files).map(([name, contents]) => ({ name, contents })));
  const told = async (bytes: Uint8Array) =>
    (await read('a.zip', bytes)).map(({ path, kind, workbook, findings }) => [
      path,
      kind,
      workbook === null ? null : workbook.sheets.length,
      ...findings.map(({ code }) => code),
    ]);

  test('give the files inside, one level of archives within included', async () => {
    const inner = zip({ 'x.ods': sample('sheet.ods') });
    expect(
      await told(
        zip({
          'thư mục/': '',
          'thư mục/sheet.xls': sample('sheet.xls'),
          '../../ra ngoài.html': '<table><tr><td>1</table>',
          '~$sheet.xls': 'x',
          '__MACOSX/._sheet.xls': 'x',
          'trong.zip': inner,
          'sâu.zip': zip({ 'sâu hơn.zip': inner }),
        }),
      ),
    ).toEqual([
      ['a.zip!/thư mục/sheet.xls', 'xls', 1],
      ['a.zip!/ra ngoài.html', 'html', 1],
      ['a.zip!/~$sheet.xls', 'unknown', null, 'file/left-alone'],
      ['a.zip!/__MACOSX/._sheet.xls', 'unknown', null, 'file/left-alone'],
      ['a.zip!/trong.zip!/x.ods', 'ods', 1],
      ['a.zip!/sâu.zip!/sâu hơn.zip', 'zip', null, 'file/archive-nested'],
    ]);
  });

  test('an empty one, a locked one and one that ends early are named', async () => {
    expect(await told(zip({ 'a/': '' }))).toEqual([['a.zip', 'zip', null, 'file/not-a-table']]);
    const locked = Buffer.from(zip({ 'b.csv': 'a,b' }));
    const entry = locked.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    locked.writeUInt16LE(1, entry + 8);
    expect(await told(locked)).toEqual([['a.zip!/b.csv', 'unknown', null, 'file/password']]);
    expect(await told(locked.subarray(0, entry))).toEqual([['a.zip', 'zip', null, 'file/damaged']]);
  });
});
