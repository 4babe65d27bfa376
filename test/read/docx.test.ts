import { expect, test } from 'vitest';
import { writeZip } from '../../src/pack/zip-write.ts';
import { readDocx } from '../../src/read/docx/docx.ts';
import { read1, shown, source } from './source.ts';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="mc" xmlns:wps="wps" xmlns:a="a" xmlns:pic="pic" xmlns:v="v"';

function docx(body: string, styles = ''): Uint8Array {
  return writeZip([
    {
      name: 'word/document.xml',
      contents: `<?xml version="1.0"?><w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    },
    { name: 'word/styles.xml', contents: `<w:styles ${W}>${styles}</w:styles>` },
  ]);
}

const page = (body: string, styles?: string) => read1(readDocx, docx(body, styles), 'docx');
const p = (text: string, looks = '') =>
  `<w:p><w:r>${looks}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const tc = (inside: string, looks = '') => `<w:tc><w:tcPr>${looks}</w:tcPr>${inside}</w:tc>`;
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

test('paragraphs are rows, blank ones are none, a tab is a blank', () => {
  const sheet = page(
    `${p('BÁO CÁO')}<w:p/>${p(' ')}<w:p><w:r><w:t>Tổng số:</w:t><w:tab/><w:t>45</w:t></w:r><w:r><w:br/><w:t>x</w:t></w:r></w:p>`,
  );
  expect(shown(sheet)).toEqual({ A1: 'BÁO CÁO', A2: 'Tổng số: 45\nx' });
  expect(sheet?.rows.map(({ origin }) => origin)).toEqual([
    { kind: 'paragraph', number: 1 },
    { kind: 'paragraph', number: 2 },
  ]);
});

test('table rows are rows; spans and merges downwards are merges', () => {
  const sheet = page(
    `${p('a')}<w:tbl><w:tblGrid/>${tr(tc(p('STT'), '<w:vMerge w:val="restart"/>'), tc(p('Số liệu'), '<w:gridSpan w:val="2"/>'))}
     ${tr(tc('<w:p/>', '<w:vMerge/>'), tc(p('Nam')), tc(`${p('Nữ')}${p('(người)')}`))}
     ${tr(tc('<w:p/>'), tc('<w:p/>'), tc('<w:p/>'))}${tr(tc(p('1')), tc(p('2')), tc(p('3')))}</w:tbl>`,
  );
  expect(shown(sheet)).toEqual({
    A1: 'a',
    A2: 'STT',
    B2: 'Số liệu',
    B3: 'Nam',
    C3: 'Nữ\n(người)',
    A5: '1',
    B5: '2',
    C5: '3',
  });
  expect(sheet?.merges).toEqual([
    { top: 1, left: 1, bottom: 1, right: 2 },
    { top: 1, left: 0, bottom: 2, right: 0 },
  ]);
  expect(sheet?.rows.at(-1)?.origin).toEqual({ kind: 'table', table: 1, row: 4 });
});

test('dragged borders do not move the columns of a plain table', () => {
  const wide = '<w:gridSpan w:val="2"/>';
  const sheet = page(
    `<w:tbl>${tr(tc(p('STT')), tc(p('Họ tên'), wide), tc(p('Lũy kế')))}${tr(tc(p('1'), wide), tc(p('A')), tc(p('12')))}</w:tbl>`,
  );
  expect(shown(sheet)).toEqual({ A1: 'STT', B1: 'Họ tên', C1: 'Lũy kế', A2: '1', B2: 'A', C2: '12' });
  expect(sheet?.merges).toEqual([]);
});

test('tables in cells and text boxes follow the row that holds them', () => {
  const box = (text: string) =>
    `<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>
     <mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
  const sheet = page(
    `<w:tbl>${tr(tc(`<w:tbl>${tr(tc(p('trong')))}</w:tbl>${p('ngoài')}`), tc(p('bên')))}</w:tbl><w:p><w:r><w:t>đoạn</w:t>${box('KHẨN')}</w:r></w:p>${p('sau')}`,
  );
  expect(shown(sheet)).toEqual({ A1: 'ngoài', B1: 'bên', A2: 'trong', A3: 'đoạn', A4: 'KHẨN', A5: 'sau' });
});

test('tracked changes, fields, prompts and hidden text read as they are seen', () => {
  const sheet = page(
    `<w:p><w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins><w:r><w:t>45</w:t></w:r></w:ins><w:r><w:t> người</w:t></w:r></w:p>
     <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
       <w:r><w:t>16/8/2021</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>/1</w:t></w:r></w:fldSimple></w:p>
     <w:p><w:r><w:t>Tên:</w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt></w:p>
     <w:sdt><w:sdtPr/><w:sdtContent>${p('trong khung')}</w:sdtContent></w:sdt>
     <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>09</w:t><w:noBreakHyphen/><w:t>12</w:t><w:softHyphen/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>
     <w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc(p('bỏ'))}</w:tr>${tr(tc(p('giữ')))}</w:tbl>`,
  );
  expect(shown(sheet)).toEqual({
    A1: '45 người',
    A2: '16/8/2021/1',
    A3: 'Tên:',
    A4: 'trong khung',
    A5: '09-12\u00ad☑',
    A6: 'giữ',
  });
});

test('fonts of runs, styles and defaults; the letters above ASCII count', () => {
  const fonts = (looks: string) => `<w:rPr>${looks}</w:rPr>`;
  const sheet = page(
    `${p('a', fonts('<w:rFonts w:ascii="Arial" w:hAnsi=".VnTime"/>'))}${p('b')}
     <w:p><w:pPr><w:pStyle w:val="con"/></w:pPr><w:r><w:t>c</w:t></w:r></w:p>${p('d', fonts('<w:rFonts w:asciiTheme="minor" w:hAnsiTheme="minor" w:hAnsi=".VnTime"/>'))}
     <w:p><w:r><w:t>1.</w:t></w:r><w:r>${fonts('<w:rStyle w:val="chu"/>')}<w:t>dài hơn</w:t></w:r></w:p>`,
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:hAnsi="Times New Roman"/></w:rPr></w:rPrDefault></w:docDefaults>
     <w:style w:type="paragraph" w:default="1" w:styleId="Normal"/><w:style w:type="paragraph" w:styleId="me"><w:rPr><w:rFonts w:hAnsi=".VnArial"/></w:rPr></w:style>
     <w:style w:type="paragraph" w:styleId="con"><w:basedOn w:val="me"/></w:style><w:style w:type="character" w:styleId="chu"><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr></w:style>`,
  );
  expect(sheet?.rows.map(({ cells }) => cells[0]?.font)).toEqual([
    '.VnTime',
    'Times New Roman',
    '.VnArial',
    undefined,
    'VNI-Times',
  ]);
});

test('pictures are counted where they stand', () => {
  const picture =
    '<w:r><w:drawing><a:graphic><pic:pic><pic:nvPicPr/></pic:pic></a:graphic></w:drawing></w:r>';
  const sheet = page(
    `${p('Ảnh:')}<w:p>${picture}</w:p><w:tbl>${tr(tc(p('x')), tc(`<w:p>${picture}</w:p>`))}</w:tbl>`,
  );
  expect(sheet?.pictures).toEqual([
    { row: 1, col: 0 },
    { row: 1, col: 1 },
  ]);
});

test('an empty document is named; nesting meets a limit', async () => {
  expect(await readDocx(source(docx('<w:p/>'), 'docx'))).toMatchObject({
    workbook: null,
    findings: [{ code: 'file/not-a-table' }],
  });
  expect(() => page('<w:tbl><w:tr><w:tc>'.repeat(100))).toThrow(/limit/);
});
