import { expect, test } from 'vitest';
import type { Contents } from '../../src/read/adapter.ts';
import { mailInstant, readEml } from '../../src/read/eml.ts';
import { source } from './source.ts';

const read = async (...lines: string[]): Promise<Contents> => readEml(source(lines.join('\r\n'), 'eml'));
const texts = ({ inner = [] }: Contents) =>
  Object.fromEntries(inner.map(({ name, open }) => [name, Buffer.from(open()).toString()]));

const HEAD = [
  'From: =?UTF-8?B?WMOjIEhvw6BpIENow6J1?= <hoaichau@example.vn>',
  'Subject: bao cao',
  'Date: Mon, 16 Aug 2021 14:05:00 +0700',
  'MIME-Version: 1.0',
];

test('attachments come with their names and the Date of the mail', async () => {
  const mail = await read(
    ...HEAD,
    'Content-Type: multipart/mixed; boundary=A',
    '',
    '--A',
    'Content-Type: multipart/alternative; boundary=B',
    '',
    '--B',
    'Content-Type: text/plain',
    '',
    'Kinh gui',
    '--B--',
    '--A',
    'Content-Type: application/octet-stream; name="=?UTF-8?Q?b=C3=A1o_c=C3=A1o.xlsx?="',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment',
    '',
    'bW90',
    '--A',
    'Content-Type: text/csv',
    'Content-Transfer-Encoding: quoted-printable',
    "Content-Disposition: attachment; filename*0*=UTF-8''Ho%C3%A0i; filename*1*=%20Ch%C3%A2u.csv",
    '',
    'h=E1=BB=8D=20t=C3=AAn',
    '--A',
    'Content-Disposition: attachment; filename="../../b\u00e1o c\u00e1o.xlsx"',
    '',
    'hai',
    '--A--',
  );
  expect(texts(mail)).toEqual({
    'báo cáo.xlsx': 'mot',
    'Hoài Châu.csv': 'họ tên',
    'báo cáo (2).xlsx': 'hai',
  });
  expect(mail.inner?.[0]?.mailDate).toBe(Date.UTC(2021, 7, 16, 7, 5));
});

test('a forwarded mail is one file inside; a logo is none', async () => {
  const mail = await read(
    ...HEAD,
    'Content-Type: multipart/mixed; boundary=A',
    '',
    '--A',
    'Content-Type: multipart/related; boundary=R',
    '',
    '--R',
    'Content-Type: text/html',
    '',
    '<img src="cid:logo">',
    '--R',
    'Content-Type: image/png; name=logo.png',
    'Content-ID: <logo>',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0K',
    '--R--',
    '--A',
    'Content-Type: message/rfc822',
    '',
    'Subject: x',
    'Content-Type: text/plain',
    '',
    'trong',
    '--A--',
  );
  expect(Object.keys(texts(mail))).toEqual(['message-1.eml']);
  expect(texts(mail)['message-1.eml']).toContain('Subject: x');
});

test('without an attachment the text itself is read', async () => {
  const page = await read(...HEAD, 'Content-Type: text/html', '', '<table><tr><td>1</table>');
  expect(texts(page)).toMatchObject({ 'body.html': expect.stringContaining('<table>') });
  const plain = await read(...HEAD, '', 'Tong so: 45', '1 < 2');
  expect(texts(plain)['body.html']).toContain('Tong so: 45<br>1 &lt; 2');
  expect(await read(...HEAD, '', '')).toMatchObject({ findings: [{ code: 'file/not-a-table' }] });
});

test('a Date without a zone is no evidence', () => {
  expect(mailInstant('Mon, 16 Aug 2021 14:05:00 +0700 (ICT)')).toBe(Date.UTC(2021, 7, 16, 7, 5));
  expect(mailInstant('16 Aug 2021 07:05 GMT')).toBe(Date.UTC(2021, 7, 16, 7, 5));
  expect(mailInstant('16 Aug 2021 07:05 UT')).toBe(Date.UTC(2021, 7, 16, 7, 5));
  expect(mailInstant('Mon, 16 Aug 2021 14:05:00')).toBeNull();
  expect(mailInstant('hom nay +0700')).toBeNull();
});

test('parts within parts without end meet a limit', async () => {
  const nest = Array.from({ length: 80 }, (_, i) => [
    `Content-Type: multipart/mixed; boundary=b${i}`,
    '',
    `--b${i}`,
  ]).flat();
  await expect(read(...HEAD, ...nest, '', 'x')).rejects.toThrow(/limit/);
});
