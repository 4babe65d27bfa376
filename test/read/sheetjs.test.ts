import { type BookType, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBiff } from '../../src/read/biff.ts';
import { read } from '../../src/read/read.ts';
import { shown } from './source.ts';

function saved(rows: unknown[][], bookType: BookType, date1904 = false): Uint8Array {
  const book = utils.book_new(utils.aoa_to_sheet(rows), 'Một');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), 'Ẩn');
  book.Workbook = { WBProps: { date1904 }, Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return new Uint8Array(write(book, { type: 'array', bookType }));
}

const first = async (bytes: Uint8Array) => (await read('a.xls', bytes))[0];

test.each<[BookType, string]>([
  ['xls', 'xls'],
  ['biff5', 'xls'],
  ['xlsb', 'xlsb'],
])('%s', async (bookType, kind) => {
  const rows = [
    ['STT', 'Luy ke'],
    [1, 1234.5],
    [],
    [
      { t: 'n', v: 0.43, z: '0%' },
      { t: 'e', v: 0x17 },
      { t: 'b', v: true },
    ],
  ];
  const document = await first(saved(rows, bookType));
  expect(document?.kind).toBe(kind);
  const sheets = document?.workbook?.sheets ?? [];
  expect(shown(sheets[0])).toEqual({
    A1: 'STT',
    B1: 'Luy ke',
    A2: '1',
    B2: '1234,5',
    A4: '43%',
    B4: '#REF!',
    C4: 'TRUE',
  });
  expect(sheets[0]?.rows[2]?.cells.map(({ value }) => value)).toEqual([
    { kind: 'number', number: 0.43, percent: true },
    { kind: 'error', error: '#REF!' },
    { kind: 'boolean', boolean: true },
  ]);
  expect(sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
});

test('days of a 1904 book are not four years early', async () => {
  const date = { t: 'n', v: 44424 - 1462, z: 'dd/mm/yyyy' };
  for (const bookType of ['xls', 'xlsb'] as const) {
    const sheet = (await first(saved([[date]], bookType, true)))?.workbook?.sheets[0];
    expect(sheet?.rows[0]?.cells[0]).toMatchObject({
      value: { kind: 'date', iso: '2021-08-16' },
      shown: '16/08/2021',
    });
  }
});

test('records that lie about their length end the reading of records, no more', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const stream = Buffer.concat([Buffer.from([9, 8, 4, 0, 0, 6, 5, 0]), bytes]);
      for (const sheet of readBiff(stream).sheets) sheet.font(0, 0);
    }),
    { numRuns: 300, seed: 1 },
  );
  expect(readBiff(new Uint8Array(0))).toEqual({ encrypted: false, sheets: [] });
});

test('an Outlook mail is named for what it is', async () => {
  const bytes = Buffer.alloc(1024);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  const name = Buffer.from('__properties_version1.0\0', 'utf16le');
  name.copy(bytes, 512);
  bytes.writeUInt16LE(name.length, 512 + 64);
  bytes[512 + 66] = 2;
  expect((await read('thư.msg', bytes))[0]?.findings).toMatchObject([
    { code: 'file/not-a-table', facts: { kind: 'msg' } },
  ]);
});
