import { describe, expect, it } from 'vitest';
import { writeZip } from '../../src/pack/zip-write.ts';
import { kindOf } from '../../src/read/kind.ts';
import { LIMITS } from '../../src/read/limits.ts';
import { drawPackage, readOne } from './xlsx/package.ts';

const told = (bytes: Uint8Array | string) => {
  const { kind, format } = kindOf(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, LIMITS);
  return kind === format ? kind : `${kind}/${format}`;
};

const zipOf = (parts: { readonly [name: string]: string }) =>
  writeZip(Object.entries(parts).map(([name, contents]) => ({ name, contents })));

const types = (main: string) =>
  `<Types><Override PartName="/m" ContentType="application/vnd.${main}+xml"/></Types>`;

/** A compound file with the directory entries of some streams. */
function compound(...streams: readonly string[]): Buffer {
  const bytes = Buffer.alloc(512 + 128 * streams.length);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  for (const [i, stream] of streams.entries()) {
    const at = 512 + 128 * i;
    bytes.write(`${stream}\0`, at, 'utf16le');
    bytes.writeUInt16LE((stream.length + 1) * 2, at + 64);
    bytes[at + 66] = 2;
  }
  return bytes;
}

it('what merely begins like an old format is what it is', () => {
  expect(told('ID;P\n1;2\n')).toBe('csv');
  expect(told('ID;PWXL;N;E\nC;Y1;X1;K1\nE\n')).toBe('sylk');
  expect(told('{"url": "https://example.invalid/", "x": 1}')).toBe('csv');
});

describe('the kind of a file', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n', 'picture/png'],
    ['\xff\xd8\xff\xe0', 'picture/jpg'],
    ['GIF89a', 'picture/gif'],
    ['BM\x36\x00\x00\x00\x00\x00\x00\x00', 'picture/bmp'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'picture/webp'],
    ['\0\0\0\x18ftypheic', 'picture/heic'],
    ['II*\0', 'picture/tiff'],
    ['\0\0\0\x18ftypmp42', 'unknown/video'],
    ['%PDF-1.4', 'pdf'],
    ['\r\n%PDF-1.4', 'pdf'],
    ['{\\rtf1', 'doc/rtf'],
    ['Rar!\x1a\x07\x00', 'unknown/rar'],
    ['MZ\x90\0', 'unknown/program'],
    ['', 'empty'],
    [' \r\n\t', 'empty'],
    ['\0\0\0\0\0\0\0\0', 'unknown'],
    ['<html><body>', 'html'],
    ['\xef\xbb\xbf<?xml version="1.0"?><!DOCTYPE html>', 'html'],
    ['<table><tr>', 'html'],
    ['<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', 'spreadsheetml'],
    ['<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">', 'spreadsheetml'],
    ['<?xml version="1.0"?><other/>', 'unknown/xml'],
    ['Received: from x\r\nDate: Mon, 16 Aug 2021\r\nSubject: a\r\n\r\nb', 'eml'],
    ['MIME-Version: 1.0\nFrom: a\n\n', 'eml'],
    ['STT;Tên\n1;a', 'csv'],
    ['Tổng số: 12\nĐã cài: 10', 'csv'],
    ['Hoµi Nh¬n\t1\n', 'csv'],
  ])('of %j is %s', (text, kind) => {
    expect(told(/[^\0-\xff]/.test(text) ? Buffer.from(text) : text)).toBe(kind);
  });

  it('of UTF-16 text is told from its letters', () => {
    expect(told(Buffer.from('\ufeffSTT\tTên\n', 'utf16le'))).toBe('csv');
    expect(told(Buffer.from('<html><body>xã</body></html>', 'utf16le'))).toBe('html');
  });

  it.each([
    [{ 'xl/workbook.xml': '' }, 'xlsx'],
    [{ 'XL\\Workbook.xml': '' }, 'xlsx'],
    [{ 'xl/workbook.bin': '' }, 'xlsb'],
    [{ 'word/document.xml': '' }, 'docx'],
    [{ 'ppt/presentation.xml': '' }, 'unknown/pptx'],
    [{ '[Content_Types].xml': types('openxmlformats-officedocument.spreadsheetml.sheet.main') }, 'xlsx'],
    [{ '[Content_Types].xml': types('ms-excel.sheet.macroEnabled.main') }, 'xlsx'],
    [{ '[Content_Types].xml': types('ms-excel.sheet.binary.macroEnabled.main') }, 'xlsb'],
    [
      { '[Content_Types].xml': types('openxmlformats-officedocument.wordprocessingml.document.main') },
      'docx',
    ],
    [{ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '' }, 'ods'],
    [{ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' }, 'doc/odt'],
    [
      {
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'META-INF/manifest.xml': '<manifest:encryption-data/>',
      },
      'encrypted/ods',
    ],
    [{ 'a.xlsx': '', 'b.xlsx': '' }, 'zip'],
  ])('of a package with %j is %s', (parts, kind) => {
    expect(told(zipOf(parts as { readonly [name: string]: string }))).toBe(kind);
  });

  it.each([
    [['Root Entry', 'Workbook'], 'xls'],
    [['Book'], 'xls'],
    [['WordDocument', 'Workbook'], 'doc'],
    [['EncryptedPackage', 'EncryptionInfo'], 'encrypted'],
    [['DataSpaces', 'EncryptedPackage'], 'encrypted'],
    [['PowerPoint Document'], 'unknown/ppt'],
    [['__properties_version1.0'], 'unknown/msg'],
    [['Something'], 'unknown/ole'],
  ])('of a compound file with %j is %s', (streams, kind) => {
    expect(told(compound(...streams))).toBe(kind);
  });
});

describe('what is found about a file itself', () => {
  const found = async (path: string, bytes: Uint8Array | string) =>
    (await readOne(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, {}, path)).findings.map(
      ({ code, facts }) => [code, ...Object.values(facts)].join(' '),
    );

  it.each([
    ['~$tam quan.xlsx', 'x', 'file/left-alone office-lock'],
    ['a/.~lock.x.ods#', 'x', 'file/left-alone office-lock'],
    ['x.xlsx.crdownload', 'x', 'file/left-alone partial-download'],
    ['a.zip!/Thumbs.db', 'x', 'file/left-alone system'],
    ['a.zip!/__MACOSX/x.xlsx', 'x', 'file/left-alone system'],
    ['x.xlsx', '', 'file/empty false'],
    ['x.csv', ' \r\n\t', 'file/empty true'],
    ['x.pdf', '%PDF-1.4', 'file/pdf'],
    ['x.jpg', '\xff\xd8\xff\xe0', 'file/picture jpg'],
    ['x.mp4', '\0\0\0\x18ftypmp42', 'file/not-a-table video'],
    ['x.xlsx', 'PK\x03\x04cut off', 'file/damaged xlsx'],
  ])('%s: %j', async (path, bytes, finding) => {
    expect(await found(path, bytes)).toEqual([finding]);
  });

  it('a name that promises another kind is noted, and the content read', async () => {
    const bytes = drawPackage({ sheet: '<row r="1"><c r="A1"><v>1</v></c></row>' });
    expect(await found('x.xls', bytes)).toEqual(['file/kind-differs xls xlsx']);
    expect(await found('x.XLSM', bytes)).toEqual([]);
    expect(await found('x', bytes)).toEqual([]);
    expect(await found('x.xlsx', '\xff\xd8\xff\xe0')).toEqual([
      'file/kind-differs xlsx jpg',
      'file/picture jpg',
    ]);
  });

  it('a password is a password', async () => {
    expect(await found('x.xlsx', compound('EncryptedPackage').toString('latin1'))).toEqual([
      'file/password encrypted',
    ]);
  });
});
