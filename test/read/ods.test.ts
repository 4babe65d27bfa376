import { expect, test } from 'vitest';
import { writeZip } from '../../src/pack/zip-write.ts';
import type { Contents } from '../../src/read/adapter.ts';
import { readOds } from '../../src/read/ods.ts';
import { shown, source } from './source.ts';

const NAMES =
  'xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:draw="d" xmlns:calcext="c"';

function ods(tables: string, styles = '', manifest = ''): Contents {
  const content = `<office:document-content ${NAMES}>${styles}<office:body>${tables}</office:body></office:document-content>`;
  const bytes = writeZip([
    { name: 'content.xml', contents: content },
    { name: 'META-INF/manifest.xml', contents: manifest },
  ]);
  return readOds(source(bytes, 'ods')) as Contents;
}

const table = (rows: string, styles?: string) =>
  ods(`<table:table table:name="Mẫu 02">${rows}</table:table>`, styles);
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const cell = (type: string, inside: string, rest = '') =>
  `<table:table-cell office:value-type="${type}" ${rest}>${inside}</table:table-cell>`;
const p = (text: string) => `<text:p>${text}</text:p>`;

test('values as OpenDocument types them', () => {
  const { workbook } = table(
    row(
      cell('float', p('1.234'), 'office:value="1234"'),
      cell('percentage', p('43%'), 'office:value="0.43"'),
      cell('date', p('16/08/21'), 'office:date-value="2021-08-16"'),
      cell('date', p('x'), 'office:date-value="2021-08-16T15:00:00"'),
      cell('time', p('15:00'), 'office:time-value="PT15H00M00S"'),
      cell('boolean', p('TRUE'), 'office:boolean-value="true"'),
      cell('string', p('#REF!'), 'table:formula="of:=[.A1]" calcext:value-type="error"'),
      '<table:table-cell table:formula="of:=SUMIF([.A1:.A2];&quot;a;b&quot;)"/>',
      cell('string', p('0912')),
    ),
  );
  expect(workbook?.sheets[0]?.rows[0]?.cells.map(({ value }) => value)).toEqual([
    { kind: 'number', number: 1234 },
    { kind: 'number', number: 0.43, percent: true },
    { kind: 'date', iso: '2021-08-16' },
    { kind: 'date', iso: '2021-08-16T15:00:00' },
    { kind: 'date', iso: 'T15:00:00' },
    { kind: 'boolean', boolean: true },
    { kind: 'error', error: '#REF!' },
    { kind: 'uncomputed' },
    { kind: 'text', text: '0912' },
  ]);
  expect(workbook?.sheets[0]?.rows[0]?.cells[7]?.formula).toBe('SUMIF(A1:A2,"a;b")');
});

test('blanks, line ends, comments, covered cells and repeats', () => {
  const { workbook } = table(
    `${row(
      cell(
        'string',
        `${p('một<text:s text:c="2"/>hai')}${p('ba<text:line-break/>bốn')}<office:annotation>${p('lời ghi')}</office:annotation>`,
        'table:number-columns-spanned="2"',
      ),
      `<table:covered-table-cell office:value-type="string">${p('che')}</table:covered-table-cell>`,
      cell('string', p('lặp'), 'table:number-columns-repeated="2"'),
    )}<table:table-row table:number-rows-repeated="3" table:visibility="collapse">${cell('string', p('ẩn'))}</table:table-row>
    <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
  );
  const sheet = workbook?.sheets[0];
  expect(shown(sheet)).toEqual({
    A1: 'một  hai\nba\nbốn',
    C1: 'lặp',
    D1: 'lặp',
    A2: 'ẩn',
    A3: 'ẩn',
    A4: 'ẩn',
  });
  expect(sheet?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
  expect(sheet?.rows.map(({ hidden }) => hidden)).toEqual([false, true, true, true]);
});

test('fonts of cells, of columns, of their parents and of runs', () => {
  const style = (name: string, family: string, inside: string, rest = '') =>
    `<style:style style:name="${name}" style:family="${family}" ${rest}>${inside}</style:style>`;
  const { workbook } = table(
    `<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="con"/>${row(
      cell('string', p('a'), 'table:style-name="me"'),
      cell('string', p('b')),
      cell('string', p('c')),
      cell('string', p('<text:span text:style-name="T1">d</text:span>')),
    )}`,
    `<style:font-face style:name="F" svg:font-family="'.VnTime'"/><style:default-style style:family="table-cell"><style:text-properties style:font-name="Arial"/></style:default-style>
     ${style('me', 'table-cell', '<style:text-properties style:font-name="F"/>')}${style('con', 'table-cell', '', 'style:parent-style-name="me"')}
     ${style('T1', 'text', '<style:text-properties fo:font-family="VNI-Times"/>')}`,
  );
  expect(workbook?.sheets[0]?.rows[0]?.cells.map(({ font }) => font)).toEqual([
    '.VnTime',
    'Arial',
    '.VnTime',
    'VNI-Times',
  ]);
});

test('pictures are anchored, text boxes counted; no text of theirs falls into a cell', () => {
  const image = '<draw:frame><draw:image/></draw:frame>';
  const box = (text: string) => `<draw:custom-shape>${p(text)}</draw:custom-shape>`;
  const found = table(
    `<table:shapes><draw:frame table:end-cell-address="'Mẫu 02'.C9"><draw:image/></draw:frame></table:shapes>${row(cell('string', `${p('ảnh')}${image}${box('KHẨN')}${box('')}`))}`,
  );
  expect(found.workbook?.sheets[0]?.pictures).toEqual([
    { row: 8, col: 2 },
    { row: 0, col: 0 },
  ]);
  expect(shown(found.workbook?.sheets[0])).toEqual({ A1: 'ảnh' });
  expect(found.findings).toMatchObject([{ code: 'form/text-box', facts: { count: 1 } }]);
});

test('hidden sheets, no sheets, a password', () => {
  const hidden =
    '<style:style style:name="ta" style:family="table"><style:table-properties table:display="false"/></style:style>';
  expect(ods('<table:table table:style-name="ta"/>', hidden).workbook?.sheets).toMatchObject([
    { name: 'Sheet1', hidden: true },
  ]);
  expect(ods('')).toMatchObject({ workbook: null, findings: [{ code: 'file/no-sheets' }] });
  expect(() => ods('', '', '<manifest:encryption-data/>')).toThrow(/encrypted/);
});
