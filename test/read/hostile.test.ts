import { readFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectOf } from '../../src/model/finding.ts';
import { writeZip } from '../../src/pack/zip-write.ts';
import { read } from '../../src/read/read.ts';

const sample = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url));
const codes = async (name: string, bytes: Uint8Array, limits = {}) =>
  (await read(name, bytes, { limits })).flatMap(({ findings }) =>
    findings.map(({ code, facts }) =>
      code === 'file/limit' && 'limit' in facts ? `${code} ${facts.limit}` : code,
    ),
  );

const mail = Buffer.from(
  `Subject: x\r\nMIME-Version: 1.0\r\nDate: Mon, 16 Aug 2021 14:05:00 +0700\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Disposition: attachment; filename="x.ods"\r\nContent-Transfer-Encoding: base64\r\n\r\n${sample('sheet.ods').toString('base64')}\r\n--b--\r\n`,
);
const archive = writeZip([
  { name: 'sheet.html', contents: sample('html.xls') },
  { name: 'word.docx', contents: sample('word.docx') },
]);
const files: [string, Uint8Array, number][] = [
  ['sheet.xls', sample('sheet.xls'), 40],
  ['xlwt.xls', sample('xlwt.xls'), 40],
  ['sheet.ods', sample('sheet.ods'), 60],
  ['sheet.html', sample('html.xls'), 100],
  ['sheet.xml', sample('sheet.xml'), 100],
  ['word.docx', sample('word.docx'), 60],
  ['word.doc', sample('word.doc'), 60],
  ['mail.eml', mail, 60],
  ['all.zip', archive, 60],
];

describe('damaged bytes end in a finding or a workbook, never in a throw', () => {
  test.each(files)('%s', async (name, bytes, numRuns) => {
    const spot = fc.nat({ max: bytes.length - 1 });
    const damage = fc.record({
      end: fc.oneof(fc.constant(bytes.length), spot),
      flips: fc.array(fc.tuple(spot, fc.integer({ min: 1, max: 255 })), { maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ end, flips }) => {
        const hurt = Uint8Array.from(bytes);
        for (const [at, mask] of flips) hurt[at] = (hurt[at] ?? 0) ^ mask;
        const documents = await read(name, hurt.subarray(0, end), { patience: 4000 });
        expect(documents.length).toBeGreaterThan(0);
        for (const { workbook, findings } of documents) {
          if (workbook === null) expect(effectOf(findings)).not.toBe('counted');
          else expect(workbook.sheets.length).toBeGreaterThan(0);
        }
      }),
      { numRuns, seed: 20210816 },
    );
  });
});

describe('hostile files meet a limit or are damaged', () => {
  const ods = (table: string) =>
    writeZip([
      { name: 'mimetype', contents: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
      {
        name: 'content.xml',
        contents: `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table>${table}</table:table></office:document-content>`,
      },
    ]);
  const cell = (repeat = '') =>
    `<table:table-cell office:value-type="string"${repeat}><text:p>x</text:p></table:table-cell>`;

  test('repeat counts of 999,999,999', async () => {
    const many = 'repeated="999999999"';
    const rows = `<table:table-row table:number-rows-${many}>${cell()}</table:table-row>`;
    expect(await codes('a.ods', ods(rows))).toEqual(['file/limit rows']);
    const columns = `<table:table-row>${cell(` table:number-columns-${many}`)}</table:table-row>`;
    expect(await codes('a.ods', ods(columns))).toEqual(['file/limit columns']);
    const hidden = `<table:table-column table:visibility="collapse" table:number-columns-${many}/><table:table-row table:visibility="collapse" table:number-rows-${many}/>`;
    expect(await codes('a.ods', ods(`${hidden}<table:table-row>${cell()}</table:table-row>`))).toEqual([
      'file/limit rows',
    ]);
    const blank = `<table:table-row table:number-rows-${many}><table:table-cell table:number-columns-${many}/></table:table-row>`;
    expect(await codes('a.ods', ods(blank))).toEqual([]);
  });

  test('entities that multiply are never expanded', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
    const xml = `<?xml version="1.0"?>${laughs}<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><x>&b;</x></Workbook>`;
    expect(await codes('a.xml', Buffer.from(xml))).toEqual(['file/damaged']);
  });

  test('a bomb, and a package that lies about its sizes', async () => {
    const zeros = Buffer.alloc(50_000_000);
    expect(await codes('a.zip', writeZip([{ name: 'a.csv', contents: zeros }]))).toEqual([
      'file/limit ratio',
    ]);
    expect(await codes('a.zip', lying(Buffer.alloc(500_000, 'x')))).toEqual(['file/damaged']);
  });

  test('elements nested without end', async () => {
    const deep = '<office:x xmlns:office="o">'.repeat(5000);
    expect(await codes('a.ods', ods(`<table:table-row>${deep}`))).toEqual(['file/limit depth']);
    expect(await codes('a.html', Buffer.from(`<html>${'<div><table><tr><td>'.repeat(50_000)}`))).toEqual([
      'file/limit depth',
    ]);
    expect(await codes('a.html', Buffer.from(`<html>${'<div>'.repeat(500_000)}x`))).toEqual([]);
  });

  test('tags that never end are read in one pass', async () => {
    for (const piece of ['<a b="', '<!--', "<td x='", '<', '<a ', '&#', '</', '<style>', '<a b= ']) {
      expect(await read('a.html', Buffer.from(`<html>${piece.repeat(200_000)}`))).toHaveLength(1);
    }
  });

  test('mails of nothing but lines, boundaries or parts are read in one pass', async () => {
    const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="f"\r\n\r\n';
    expect(
      await codes('a.eml', Buffer.from(`MIME-Version: 1.0\r\nSubject: x\r\n\r\n${'\n'.repeat(5_000_000)}`)),
    ).toEqual(['file/not-a-table']);
    expect(await codes('a.eml', Buffer.from(`${head}${'--f\r\n'.repeat(500_000)}`))).toEqual([
      'file/limit entries',
    ]);
    expect(await codes('a.eml', Buffer.from(`${head}${'--f'.repeat(1_000_000)}`))).toEqual([
      'file/not-a-table',
    ]);
    expect(
      await read(
        'a.eml',
        Buffer.from(
          `MIME-Version: 1.0\r\nSubject: ${'=?a?q?'.repeat(300_000)}\r\nContent-Type: ${';a="'.repeat(200_000)}\r\n\r\n`,
        ),
      ),
    ).toHaveLength(1);
  });

  test('a thread that does not come back is stopped, and the next file is read', async () => {
    const rows = Array.from({ length: 5000 }, (_, row) => [row, 'a', 'b', row / 7]);
    const book = utils.book_new(utils.aoa_to_sheet(rows), 'x');
    const large = new Uint8Array(write(book, { type: 'array', bookType: 'xls' }));
    const [late] = await read('a.xls', large, { patience: 20 });
    expect(late?.findings.map(({ code }) => code)).toEqual(['file/timeout']);
    expect(await codes('a.xls', sample('sheet.xls'))).toEqual([]);
  });
});

/** A zip whose directory declares 10 bytes for what inflates to more. */
function lying(contents: Buffer): Uint8Array {
  const bytes = Buffer.from(writeZip([{ name: 'a.csv', contents }]));
  const packed = deflateRawSync(contents);
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  bytes.writeUInt32LE(10, directory + 24);
  bytes.writeUInt32LE(crc32(contents.subarray(0, 10)), directory + 16);
  expect(packed.length).toBeLessThan(contents.length);
  return bytes;
}
