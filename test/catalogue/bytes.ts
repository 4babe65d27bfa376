import { writeZip } from '../../src/pack/zip-write.ts';
import { drawnXlsx } from '../drawn-xlsx.ts';
import { draw } from '../sheet.ts';

/** Files that cannot be drawn, by the name that fixtures use. All invented. */
export const BYTES: { readonly [name: string]: () => Uint8Array } = {
  empty: () => new Uint8Array(),
  /** The first half of a workbook: a download that broke off. */
  'half-xlsx': () => plainXlsx().subarray(0, Math.floor(plainXlsx().length / 2)),
  /** What Office writes when a workbook has a password to open it. */
  encrypted: () => compound(['EncryptionInfo', 'EncryptedPackage']),
  'old-word': () => compound(['WordDocument', '1Table']),
  pdf: () => latin('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  program: () => latin(`MZ${'\u0090\u0000'.repeat(200)}This program cannot be run in DOS mode.`),
  png: () => Uint8Array.from(atob(PNG), (letter) => letter.charCodeAt(0)),
  'office-lock': () => latin(`\u0006Van thu${' '.repeat(150)}`),
  /** A workbook package whose list of sheets is empty. */
  'no-sheets': () => drawnXlsx({ sheets: [] }),
  'zip-in-zips': () => {
    const inner = writeZip([{ name: 'hoai-son.xlsx', contents: plainXlsx() }]);
    const middle = writeZip([{ name: 'trong.zip', contents: inner }]);
    return writeZip([{ name: 'giua.zip', contents: middle }]);
  },
  /** A report beside a text box that floats over the cells. */
  'text-box': () => withTextBox(),
  /** A zip of zeros, a thousand times smaller than what it holds. */
  'zip-bomb': () => writeZip([{ name: 'hoai-son.xlsx', contents: new Uint8Array(80_000_000) }]),
};

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

const REPORT = `
ỦY BAN NHÂN DÂN XÃ HOÀI SƠN
BÁO CÁO HÀNG NGÀY
(ngày 16 tháng 8 năm 2021)
STT | Họ và tên | Địa chỉ (thôn, khu phố) | Số điện thoại | Lũy kế đến thời điểm hiện tại
1 | Nguyễn Văn An | Thôn 1 | 0912000001 | 120
2 | Trần Thị Bình | Thôn 2 | 0912000002 | 85
! picture B8`;

function plainXlsx(): Uint8Array {
  return drawnXlsx(draw(REPORT));
}

/** The drawn picture's anchor, turned into a text box. */
function withTextBox(): Uint8Array {
  const box =
    '<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="TextBox 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr/><xdr:txBody><a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:r><a:t>Lũy kế 300</a:t></a:r></a:p></xdr:txBody></xdr:sp>';
  return drawnXlsx(draw(REPORT), (part) => part.replaceAll('<xdr:pic/>', box));
}

/** An OLE compound file (MS-CFB) with small streams of the given names: sectors of 512, one FAT, one directory. */
function compound(names: readonly string[]): Uint8Array {
  const file = new DataView(new ArrayBuffer(512 * 3));
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].forEach((byte, i) => {
    file.setUint8(i, byte);
  });
  file.setUint16(24, 0x3e, true);
  file.setUint16(26, 3, true);
  file.setUint16(28, 0xfffe, true);
  file.setUint16(30, 9, true);
  file.setUint16(32, 6, true);
  file.setUint32(44, 1, true);
  file.setUint32(48, 1, true);
  file.setUint32(56, 4096, true);
  file.setUint32(60, 0xfffffffe, true);
  file.setUint32(68, 0xfffffffe, true);
  for (let i = 0; i < 109; i++) file.setUint32(76 + 4 * i, i === 0 ? 0 : 0xffffffff, true);
  for (let i = 0; i < 128; i++) {
    file.setUint32(512 + 4 * i, i === 0 ? 0xfffffffd : i === 1 ? 0xfffffffe : 0xffffffff, true);
  }
  ['Root Entry', ...names].forEach((name, i) => {
    entry(
      file,
      1024 + 128 * i,
      name,
      i === 0 ? 5 : 2,
      i === 0 ? 1 : 0xffffffff,
      i > 0 && i < names.length ? i + 1 : 0xffffffff,
    );
  });
  return new Uint8Array(file.buffer);
}

function entry(file: DataView, at: number, name: string, type: number, child: number, right: number): void {
  [...name].forEach((letter, i) => {
    file.setUint16(at + 2 * i, letter.charCodeAt(0), true);
  });
  file.setUint16(at + 64, 2 * (name.length + 1), true);
  file.setUint8(at + 66, type);
  file.setUint8(at + 67, 1);
  file.setUint32(at + 68, 0xffffffff, true);
  file.setUint32(at + 72, right, true);
  file.setUint32(at + 76, child, true);
  file.setUint32(at + 116, 0xfffffffe, true);
}
