import { describe, expect, test } from 'vitest';
import { readMime } from '../../src/read/mime.ts';
import { decodeWords, readParameters } from '../../src/read/mime-words.ts';

describe('names in headers', () => {
  test.each([
    ['=?UTF-8?B?QsOhbyBjw6Fv?=.xlsx', 'Báo cáo.xlsx'],
    ['=?utf-8?Q?b=C3=A1o_c?= =?utf-8?Q?=C3=A1o?=', 'báo cáo'],
    // A letter cut in two, and a language after the character set.
    ['=?utf-8?B?QsM=?=\r\n =?utf-8*vi?B?oW8=?=', 'Báo'],
    ['=?windows-1252?Q?Ho=B5i?= x', 'Hoµi x'],
    ['=?nobody?Q?a?=', 'a'],
    ['a =?b', 'a =?b'],
  ])('%s', (raw, words) => {
    expect(decodeWords(raw)).toBe(words);
  });

  test.each([
    ['attachment; filename="a \\"b\\".xlsx"', 'a "b".xlsx'],
    ['attachment; filename=báo cáo.xlsx; size=3', 'báo cáo.xlsx'],
    ["attachment; filename*=UTF-8''b%C3%A1o.xls; filename=bao.xls", 'báo.xls'],
    ["attachment; filename*1*=%A1o; filename*0*=utf-8'vi'b%C3; filename*2=.xls", 'báo.xls'],
    ['attachment; filename*0="rất"; filename*1=" dài.xls"', 'rất dài.xls'],
    ['attachment; filename="=?UTF-8?B?QsOhbw==?="', 'Báo'],
    ['attachment; filename="không đóng', '"không đóng'],
  ])('%s', (header, name) => {
    expect(readParameters(header).parameters.get('filename')).toBe(name);
  });
});

describe('parts', () => {
  const mime = (...lines: string[]) => readMime(Buffer.from(lines.join('\n')), { parts: 100, depth: 5 });
  const text = ({ parts }: ReturnType<typeof mime>) =>
    parts.map(({ content }) => Buffer.from(content()).toString());

  test('a boundary is a whole line; one that begins like another is none', () => {
    const lines = ['--a', '', 'một', '--ab', '--a x', 'xem --a', '--a  ', '', 'hai', '--a--', 'đuôi'];
    expect(text(mime('Content-Type: multipart/mixed; boundary=a', '', 'đầu', ...lines))).toEqual([
      'một\n--ab\n--a x\nxem --a',
      'hai',
    ]);
  });

  test('a mail that is cut off gives what came', () => {
    const mail = mime(
      'Content-Type: multipart/mixed; boundary=a',
      '',
      '--a',
      'Content-Transfer-Encoding: base64',
      '',
      'bW90',
      'aGFp',
      'Y',
    );
    expect(text(mail)).toEqual(['mothai']);
    expect(text(mime('Content-Type: multipart/mixed; boundary=a'))).toEqual([]);
    expect(text(mime('Subject: x'))).toEqual(['']);
  });

  test('quoted-printable with soft line ends, folded headers, the first Date', () => {
    const mail = mime(
      'Date: a',
      'date: b',
      'Content-Type: text/plain;',
      '\tcharset="UTF-8"',
      'Content-Transfer-Encoding: Quoted-Printable',
      '',
      'h=E1=BB=8D=  ',
      't=C3=AAn=',
      '.',
    );
    expect(text(mail)).toEqual(['họtên.']);
    expect(mail).toMatchObject({ date: 'a', parts: [{ type: 'text/plain', charset: 'utf-8', name: null }] });
  });

  test('too many parts meet a limit', () => {
    const one = ['--a', 'Content-Type: multipart/mixed; boundary=b', '', 'x'];
    const many = Array.from({ length: 200 }, () => one).flat();
    expect(() => mime('Content-Type: multipart/mixed; boundary=a', '', ...many)).toThrow(/limit/);
  });
});
