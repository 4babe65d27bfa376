import { expect, test } from 'vitest';
import { readHtml } from '../../src/read/html.ts';
import { read1, shown } from './source.ts';

const page = (html: string) => read1(readHtml, html);

test('a table keeps the rows and columns that Excel shows', () => {
  const sheet = page(`<html><head><title>x</title></head><body><table>
    <tr><td>STT<td>H&#7885; v&agrave; t&ecirc;n<td>Lũy kế
    <tr></tr>
    <tr><td>1</td><td>A &amp; B</td><td></td></tr></table></body></html>`);
  expect(shown(sheet)).toEqual({ A1: 'STT', B1: 'Họ và tên', C1: 'Lũy kế', A3: '1', B3: 'A & B' });
});

test('spans move the cells after them, and become merges', () => {
  const sheet = page(`<table>
    <tr><th rowspan=2>a</th><th colspan=2>b</th><th>c</th></tr>
    <tr><td>d</td><td>e</td><td>f</td></tr>
    <tr><td>g</td></tr></table>`);
  expect(shown(sheet)).toEqual({ A1: 'a', B1: 'b', D1: 'c', B2: 'd', C2: 'e', D2: 'f', A3: 'g' });
  expect(sheet?.merges).toEqual([
    { top: 0, left: 0, bottom: 1, right: 0 },
    { top: 0, left: 1, bottom: 0, right: 2 },
  ]);
});

test('text around tables and tables inside cells come in reading order', () => {
  const sheet = page(`<p>ỦY BAN<br>NHÂN DÂN</p><table><tr><td><table><tr><td>1<td>2</table></td></tr>
    <tr><td>3 <table><tr><td>4</table></table><div>Ký tên</div>`);
  expect(shown(sheet)).toEqual({
    A1: 'ỦY BAN',
    A2: 'NHÂN DÂN',
    A3: '1',
    B3: '2',
    A4: '3',
    A5: '4',
    A6: 'Ký tên',
  });
});

test('the number behind what is seen, as Excel and LibreOffice leave it', () => {
  const sheet =
    page(`<style><!--.d {mso-number-format:"dd\\/mm\\/yyyy";} .p{mso-number-format:Percent}--></style><table><tr>
    <td x:num="1234.5">1.234,5<td x:num>12<td class=d x:num="44424">16/08/2021<td class=p x:num="0.43">43%
    <td sdval="44424.625" sdnum="1033;0;DD/MM/YYYY HH:MM">16/08/2021 15:00<td>1.234<td>#REF!<td x:bool="TRUE">TRUE`);
  expect(sheet?.rows[0]?.cells.map((cell) => cell.value)).toEqual([
    { kind: 'number', number: 1234.5 },
    { kind: 'number', number: 12 },
    { kind: 'date', iso: '2021-08-16' },
    { kind: 'number', number: 0.43, percent: true },
    { kind: 'date', iso: '2021-08-16T15:00:00' },
    { kind: 'text', text: '1.234' },
    { kind: 'error', error: '#REF!' },
    { kind: 'boolean', boolean: true },
  ]);
});

test('fonts come from the nearest element, class, style or face', () => {
  const sheet = page(`<style>td{font-family:Arial} .v{font-family:".VnTime", serif}</style><table><tr>
    <td>a<td class=v>b<td style="font-family:'.VnArial'">c<td><font face="VNI-Times">d</font><td>e`);
  expect(sheet?.rows[0]?.cells.map((cell) => cell.font)).toEqual([
    'Arial',
    '.VnTime',
    '.VnArial',
    'VNI-Times',
    'Arial',
  ]);
});

test('hidden rows and columns, pictures and scripts', () => {
  const sheet = page(`<table><col><col style="display:none"><tr style='display:none'><td>a</tr>
    <tr><td><img src=x><td>b</table><script>if (a < b) "<td>"</script>`);
  expect(sheet?.rows.map(({ hidden }) => hidden)).toEqual([true, false]);
  expect([...(sheet?.hiddenColumns ?? [])]).toEqual([1]);
  expect(sheet?.pictures).toEqual([{ row: 1, col: 0 }]);
  expect(shown(sheet)).toEqual({ A1: 'a', B2: 'b' });
});

test('the declared encoding is used where the bytes are not UTF-8', () => {
  const head = '<meta http-equiv=Content-Type content="text/html; charset=windows-1258"><table><tr><td>';
  const bytes = Buffer.concat([Buffer.from(head), Buffer.from([0x54, 0xea, 0x6e, 0xec])]);
  expect(read1(readHtml, bytes)?.rows[0]?.cells[0]?.shown.normalize('NFC')).toBe(
    'Tên\u0301'.normalize('NFC'),
  );
});

test('a soft hyphen, which is ư in TCVN3, is kept', () => {
  expect(shown(page('<table><tr><td><font face=".VnTime">\u00ad&shy;</font>'))).toEqual({
    A1: '\u00ad\u00ad',
  });
});

test('row spans over everything meet a limit soon', () => {
  const first = `<tr>${'<td rowspan=60000 colspan=1000>'.repeat(16)}</tr>`;
  expect(() => page(`<table>${first}${'<tr><td>x'.repeat(20_000)}`)).toThrow(/limit/);
  expect(() => page('<table><tr><td>'.repeat(40))).toThrow(/limit/);
});
