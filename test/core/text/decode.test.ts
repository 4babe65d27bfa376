import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../../src/core/text/decode.ts';
import { fold } from '../../../src/core/text/fold.ts';
import { rescueName } from '../../../src/core/text/rescue-name.ts';
import { adminDistricts } from '../roster.ts';
import { asTcvn3, asVni, windows1252Bytes, windows1258Bytes } from './encode.ts';
import { ENGLISH } from './sentences.ts';

const CSV = 'STT;Họ và tên;Địa chỉ;Lũy kế\r\n1;Trần Thị Bưởi;Thôn Phú Mỹ, xã Hoài Châu Bắc;12\r\n';
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (bytes: Uint8Array) => new Uint8Array(Buffer.from(bytes).swap16());

describe('Unicode', () => {
  test('UTF-8 with and without its mark', () => {
    expect(decodeBytes(utf8(CSV))).toEqual({ text: CSV, encoding: 'utf-8', sure: null });
    expect(decodeBytes(utf8(`\ufeff${CSV}`))).toEqual({ text: CSV, encoding: 'utf-8', sure: 'mark' });
    expect(decodeBytes(utf8('a;b\r\n1;2'))).toEqual({ text: 'a;b\r\n1;2', encoding: 'utf-8', sure: null });
    expect(decodeBytes(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', sure: null });
  });
  test('UTF-8 with a cut letter is still UTF-8', () => {
    const cut = utf8(`${CSV}ế`).subarray(0, -1);
    expect(decodeBytes(cut)).toEqual({ text: `${CSV}\ufffd`, encoding: 'utf-8', sure: null });
  });
  test('UTF-16 both ways, with and without its mark', () => {
    expect(decodeBytes(utf16(`\ufeff${CSV}`))).toEqual({ text: CSV, encoding: 'utf-16', sure: 'mark' });
    expect(decodeBytes(swapped(utf16(`\ufeff${CSV}`)))).toEqual({
      text: CSV,
      encoding: 'utf-16',
      sure: 'mark',
    });
    expect(decodeBytes(utf16(CSV))).toEqual({ text: CSV, encoding: 'utf-16', sure: 'letters' });
    expect(decodeBytes(swapped(utf16(CSV)))).toEqual({ text: CSV, encoding: 'utf-16', sure: 'letters' });
  });
});

describe('8-bit encodings', () => {
  test.each([
    ['tcvn3', windows1252Bytes(asTcvn3(CSV))],
    ['vni', windows1252Bytes(asVni(CSV))],
    ['windows-1258', windows1258Bytes(CSV)],
  ])('%s', (encoding, bytes) => {
    const decoded = decodeBytes(bytes);
    expect({ ...decoded, text: fold(decoded.text) }).toEqual({ text: fold(CSV), encoding, sure: 'letters' });
  });

  test('other languages are windows-1252', () => {
    const text = ENGLISH.filter((line) => /[\u00a1-\u00ff]/.test(line) && !/[\u0100-\uffff]/.test(line)).join(
      '\n',
    );
    expect(decodeBytes(windows1252Bytes(text))).toEqual({ text, encoding: 'windows-1252', sure: null });
  });

  test.each([
    ['tcvn3', (text: string) => windows1252Bytes(asTcvn3(text))],
    ['vni', (text: string) => windows1252Bytes(asVni(text))],
    ['windows-1258', windows1258Bytes],
  ])('the communes of every district from %s', (_, encode) => {
    const wrong: string[] = [];
    for (const { units } of adminDistricts().values()) {
      const text = units.map(({ name }) => name).join('\n');
      if (fold(decodeBytes(encode(text)).text) !== fold(text)) wrong.push(text.slice(0, 60));
    }
    expect(wrong).toEqual([]);
  });
});

describe('names of files', () => {
  test.each([
    ['Hoài Châu Bắc.xlsx', 'Hoài Châu Bắc.xlsx', null],
    ['Hoài Châu Bắc.xlsx'.normalize('NFD'), 'Hoài Châu Bắc.xlsx', null],
    ['Ho├ái Nh╞ín.xlsx', 'Hoài Nhơn.xlsx', 'mojibake'],
    ['HoÃ\u00a0i NhÆ¡n.xlsx', 'Hoài Nhơn.xlsx', 'mojibake'],
    ['X· Hoµi Ch©u.xls', 'Xã Hoài Châu.xls', 'tcvn3'],
    ['tam quan 16.8.xlsx', 'tam quan 16.8.xlsx', null],
  ])('%s', (name, text, encoding) => {
    const rescued = rescueName(name);
    expect([rescued.text, rescued.encoding]).toEqual([text, encoding]);
  });
});
