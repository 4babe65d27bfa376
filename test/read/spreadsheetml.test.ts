import { expect, test } from 'vitest';
import { readSpreadsheetml } from '../../src/read/spreadsheetml.ts';
import { read1, shown, source } from './source.ts';

const book = (inside: string, styles = '') =>
  `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
   xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40"><Styles>${styles}</Styles>${inside}</Workbook>`;
const table = (rows: string, styles?: string) =>
  read1(readSpreadsheetml, book(`<Worksheet ss:Name="Mẫu 02"><Table>${rows}</Table></Worksheet>`, styles));

test('cells find their places by index, span and merge', () => {
  const sheet =
    table(`<Row ss:Index="3"><Cell ss:MergeAcross="2" ss:MergeDown="1"><Data ss:Type="String">a</Data></Cell><Cell><Data ss:Type="String">b</Data></Cell></Row>
    <Row ss:Span="1"/><Row><Cell ss:Index="2"><Data ss:Type="String">c</Data></Cell></Row>`);
  expect(sheet?.name).toBe('Mẫu 02');
  expect(shown(sheet)).toEqual({ A3: 'a', D3: 'b', B6: 'c' });
  expect(sheet?.merges).toEqual([{ top: 2, left: 0, bottom: 3, right: 2 }]);
});

test('types: numbers, shares, dates, times, errors, formulas without a result', () => {
  const sheet = table(
    `<Row><Cell><Data ss:Type="Number">1234.5</Data></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">0.43</Data></Cell>
    <Cell><Data ss:Type="DateTime">2021-08-16T00:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">2021-08-16T15:00:00.000</Data></Cell>
    <Cell><Data ss:Type="DateTime">1899-12-31T15:00:00.000</Data></Cell><Cell ss:Formula="=1/0"><Data ss:Type="Error">#DIV/0!</Data></Cell>
    <Cell ss:Formula="=R[-1]C"/><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="Number">44424</Data></Cell><Cell/></Row>`,
    '<Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style>',
  );
  expect(sheet?.rows[0]?.cells.map(({ value }) => value)).toEqual([
    { kind: 'number', number: 1234.5 },
    { kind: 'number', number: 0.43, percent: true },
    { kind: 'date', iso: '2021-08-16' },
    { kind: 'date', iso: '2021-08-16T15:00:00' },
    { kind: 'date', iso: 'T15:00:00' },
    { kind: 'error', error: '#DIV/0!' },
    { kind: 'uncomputed' },
    { kind: 'boolean', boolean: true },
    { kind: 'date', iso: '2021-08-16' },
  ]);
  expect(sheet?.rows[0]?.cells.map((cell) => cell.shown).slice(1, 5)).toEqual([
    '43,00%',
    '16/08/2021',
    '16/08/2021 15:00',
    '15:00',
  ]);
});

test('fonts of styles, their parents and of runs', () => {
  const sheet = table(
    `<Row><Cell ss:StyleID="v"><Data ss:Type="String">a</Data></Cell><Cell><Data ss:Type="String">b</Data></Cell>
     <Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">x<B><Font html:Face="VNI-Times">dai</Font></B></ss:Data></Cell></Row>`,
    '<Style ss:ID="Default"><Font ss:FontName="Arial"/></Style><Style ss:ID="t"><Font ss:FontName=".VnTime"/></Style><Style ss:ID="v" ss:Parent="t"/>',
  );
  expect(sheet?.rows[0]?.cells.map((cell) => cell.font)).toEqual(['.VnTime', 'Arial', 'VNI-Times']);
  expect(sheet?.rows[0]?.cells[2]?.shown).toBe('xdai');
});

test('hidden rows, columns and sheets; comments are no values', async () => {
  const sheet = read1(
    readSpreadsheetml,
    book(`<Worksheet ss:Name="x"><Table><Column ss:Index="2" ss:Span="1" ss:Hidden="1"/><Row ss:Hidden="1"><Cell><Data ss:Type="String">a</Data>
     <Comment><ss:Data>no</ss:Data></Comment></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>`),
  );
  expect(sheet).toMatchObject({ hidden: true, rows: [{ hidden: true }], hiddenColumns: new Set([1, 2]) });
  expect(shown(sheet)).toEqual({ A1: 'a' });
  const none = await readSpreadsheetml(source(book('')));
  expect(none).toMatchObject({ workbook: null, findings: [{ code: 'file/no-sheets' }] });
});

test('a place beyond every sheet meets a limit', () => {
  expect(() => table('<Row ss:Index="999999999"><Cell><Data ss:Type="String">a</Data></Cell></Row>')).toThrow(
    /limit/,
  );
  expect(() => table('<Row><Cell ss:Index="999999999"><Data ss:Type="String">a</Data></Cell></Row>')).toThrow(
    /limit/,
  );
});
