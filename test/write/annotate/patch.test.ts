import { describe, expect, it } from 'vitest';
import { annotate } from '../../../src/write/annotate/annotate.ts';
import { elements } from '../../../src/write/annotate/tag.ts';
import { AUTHOR, annotation, changed, difference, mark, part, sample, workbookOf } from './sample.ts';

const SHEET = 'Mẫu 02';
/** A cell with a value, one that is blank, one with a note, one below all rows, one right of all cells. */
const MARKS = [
  mark(SHEET, 'E6'),
  mark(SHEET, 'D3', 'warning'),
  mark(SHEET, 'E8'),
  mark(SHEET, 'C40', 'warning'),
  mark(SHEET, 'H9', 'warning'),
];

async function annotated(bytes: Uint8Array, marks = MARKS) {
  const workbook = await workbookOf(bytes);
  return annotate({ isXlsx: true, bytes, workbook }, annotation(marks));
}

describe.each(['openpyxl.xlsx', 'libreoffice.xlsx', 'macros.xlsm', 'threads.xlsx'])('%s', (name) => {
  const bytes = sample(name);

  it('keeps every other part byte for byte: chart, picture, validation, table, macros', async () => {
    const { bytes: result, how, extension } = await annotated(bytes);
    const { changed: different, added } = difference(bytes, result);
    expect([how, extension]).toEqual(['patched', name === 'macros.xlsm' ? '.xlsm' : '.xlsx']);
    const comments = name === 'libreoffice.xlsx' ? 'xl/comments1.xml' : 'xl/comments/comment1.xml';
    const boxes =
      name === 'libreoffice.xlsx' ? 'xl/drawings/vmlDrawing1.vml' : 'xl/drawings/commentsDrawing1.vml';
    const threads = ['xl/persons/person.xml', 'xl/threadedComments/threadedComment1.xml'];
    expect(different).toEqual(
      [
        '[Content_Types].xml',
        'xl/_rels/workbook.xml.rels',
        'xl/workbook.xml',
        'xl/styles.xml',
        'xl/worksheets/sheet1.xml',
        comments,
        boxes,
        ...(name === 'threads.xlsx' ? threads : []),
      ].sort(),
    );
    expect(added).toEqual(['xl/worksheets/sheet4.xml']);
  });

  it('says the same as before, with a list as its first sheet', async () => {
    const before = await workbookOf(bytes);
    const after = await workbookOf((await annotated(bytes)).bytes);
    expect(after.sheets.slice(1)).toEqual(before.sheets);
    expect(after.sheets[0]?.name).toBe('Cần sửa');
    const shown = after.sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell.shown).join(' | '));
    expect(shown?.slice(0, 4)).toEqual([
      'CÁC ĐIỂM CẦN SỬA',
      'Tệp: a.xlsx',
      'TT | Trang tính | Ô | Mức | Điều cần sửa | Đề nghị',
      '1 | Mẫu 02 | E6 | Lỗi | Điểm của ô E6 <&>. | =HYPERLINK("x")',
    ]);
    expect(after.sheets[0]?.rows[3]?.cells[5]?.formula).toBeUndefined();
  });

  it('changes of the sheet nothing but formats, new blank cells and the room for notes', async () => {
    const before = part(bytes, 'xl/worksheets/sheet1.xml');
    const after = part((await annotated(bytes)).bytes, 'xl/worksheets/sheet1.xml');
    const plain = (xml: string) =>
      xml
        .replace(/<row r="(3|40)"[^>]*?>(<c r="(D3|C40)" s="\d+"\/>)+<\/row>/g, (row) =>
          row.includes('r="40"') ? '' : row,
        )
        .replace(/<c r="(C40|H9|D3)"[^>]*?\/>/g, '')
        .replace(/(<c r="(?:E6|E8)"[^>]*?) ?s="\d+"/g, '$1')
        .replace(/ ?spans="[^"]*"/g, '')
        .replace(/<row r="3"[^>]*?(\/>|><\/row>)/g, '');
    expect(plain(after)).toBe(plain(before));
  });

  it('moves names of single sheets and the shown tab on by one', async () => {
    const after = part((await annotated(bytes)).bytes, 'xl/workbook.xml');
    const names = elements(after, 'workbook/definedNames/definedName').map(({ tag, inside }) => {
      const text = after.slice(inside?.from, inside?.to).replaceAll('&apos;', "'");
      return [/localSheetId="(\d+)"/.exec(tag)?.[1] ?? null, text];
    });
    expect(names).toContainEqual(['2', expect.stringContaining("'Danh mục'!$A$1:$B$4")]);
    expect(names).toContainEqual(['1', expect.stringContaining('$A$1:$E$13')]);
    expect(names).toContainEqual([null, "'Mẫu 02'!$E$5:$E$12"]);
    expect(after).toMatch(/activeTab="2"/);
    expect(after).toMatch(/<sheets><sheet name="Cần sửa" sheetId="4" (xmlns:r="[^"]*" )?r:id="[^"]+"\/>/);
  });

  it('copies the format of a marked cell and adds ground and frame to it alone', async () => {
    const result = (await annotated(bytes)).bytes;
    const formats = (xml: string) =>
      elements(xml, 'styleSheet/cellXfs/xf').map(({ start, end }) => xml.slice(start, end));
    const styleOf = (xml: string, cell: string) =>
      Number(new RegExp(`<c r="${cell}"[^>]*? s="(\\d+)"`).exec(xml)?.[1]);
    const before = formats(part(bytes, 'xl/styles.xml'));
    const after = formats(part(result, 'xl/styles.xml'));
    expect(after.slice(0, before.length)).toEqual(before);
    const own = before[styleOf(part(bytes, 'xl/worksheets/sheet1.xml'), 'E6')] ?? '';
    const marked = after[styleOf(part(result, 'xl/worksheets/sheet1.xml'), 'E6')] ?? '';
    const rest = (xf: string) => xf.replace(/ (fillId|borderId|applyFill|applyBorder)="[^"]*"/g, '');
    expect(rest(marked)).toBe(rest(own));
    expect(marked).not.toBe(own);
  });
});

describe('notes', () => {
  it('join the comment that a cell has already', async () => {
    const result = (await annotated(sample('openpyxl.xlsx'))).bytes;
    const comments = part(result, 'xl/comments/comment1.xml');
    expect(comments).toContain('Đã hỏi lại thôn.');
    const e8 = /<comment ref="E8"[^>]*>(.*?)<\/comment>/s.exec(comments)?.[1] ?? '';
    expect(e8.replace(/<[^>]*>/g, '')).toBe(`Đã hỏi lại thôn.\n\n${AUTHOR}:\nĐiểm của ô E8 &lt;&amp;&gt;.`);
    const boxes = part(result, 'xl/drawings/commentsDrawing1.vml').matchAll(/<\w+:Row>(\d+)/g);
    expect([...boxes].map(([, row]) => Number(row))).toEqual([7, 5, 2, 39, 8]);
  });

  it('join a thread as a reply, for new programs and old', async () => {
    const result = (await annotated(sample('threads.xlsx'))).bytes;
    const thread = part(result, 'xl/threadedComments/threadedComment1.xml');
    expect(thread.match(/<threadedComment /g)).toHaveLength(2);
    expect(thread).toContain('parentId="{11111111-2222-3333-4444-555555555555}"');
    expect(part(result, 'xl/persons/person.xml')).toContain(`displayName="${AUTHOR}"`);
    expect(part(result, 'xl/comments/comment1.xml')).toContain('Reply:\n    Điểm của ô E8');
  });

  it('get parts of their own where a sheet has none, with a drawing before its table', async () => {
    const result = (await annotated(sample('openpyxl.xlsx'), [mark('Danh mục', 'B2')])).bytes;
    const { changed: different, added } = difference(sample('openpyxl.xlsx'), result);
    expect(added).toEqual(['xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml', 'xl/worksheets/sheet4.xml']);
    expect(different).not.toContain('xl/worksheets/sheet1.xml');
    expect(part(result, 'xl/worksheets/sheet2.xml')).toMatch(/<legacyDrawing [^>]*\/><tableParts/);
    expect(part(result, 'xl/worksheets/_rels/sheet2.xml.rels')).toMatch(/Target="\.\.\/comments1\.xml"/);
  });

  it('are renewed when the sender corrects the marked file and sends it back', async () => {
    const first = (await annotated(sample('openpyxl.xlsx'))).bytes;
    const second = (await annotated(first, [mark(SHEET, 'E6', 'warning'), mark(SHEET, 'E9')])).bytes;
    const names = (await workbookOf(second)).sheets.map(({ name }) => name);
    expect(names).toEqual(['Cần sửa', SHEET, 'Danh mục', 'Ẩn']);
    const comments = part(second, 'xl/comments/comment1.xml');
    const said = (cell: string) =>
      new RegExp(`<comment ref="${cell}"[^>]*>(.*?)</comment>`, 's')
        .exec(comments)?.[1]
        ?.replace(/<[^>]*>/g, '');
    expect(said('E6')).toBe(`${AUTHOR}:\nĐiểm của ô E6 &lt;&amp;&gt;.`);
    expect(said('D3')).toBe(`${AUTHOR}:\nĐiểm này đã được sửa.`);
    expect(said('E9')).toContain('Điểm của ô E9');
    expect(said('E8')).toContain('Đã hỏi lại thôn.');
  });
});

describe('what programs write otherwise', () => {
  const bytes = sample('openpyxl.xlsx');
  const expectSame = async (file: Uint8Array) => {
    const result = await annotated(file);
    expect(result.how).toBe('patched');
    expect((await workbookOf(result.bytes)).sheets.slice(1)).toEqual((await workbookOf(file)).sheets);
    return result.bytes;
  };

  it('prefixes of their own', async () => {
    const prefixed = changed(bytes, (text, name) =>
      /^xl\/(worksheets\/sheet\d|workbook|styles|comments\/comment1)\.xml$/.test(name)
        ? text
            .replace(/<(\/?)(?=[a-zA-Z])(?!\w+:)/g, '<$1x:')
            .replace(
              'xmlns="http://schemas.openxmlformats.org/spreadsheetml',
              'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml',
            )
        : text,
    );
    const result = await expectSame(prefixed);
    expect(part(result, 'xl/worksheets/sheet1.xml')).toMatch(/<x:c r="H9" s="\d+"\/>/);
    expect(part(result, 'xl/styles.xml')).toMatch(/<x:fill><x:patternFill patternType="solid">/);
  });

  it('the strict variant of the standard', async () => {
    const strict = changed(bytes, (text) =>
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    );
    const result = await expectSame(strict);
    expect(part(result, 'xl/worksheets/sheet4.xml')).toContain(
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    );
  });

  it('UTF-16', async () => {
    const wide = changed(bytes, (text, name) =>
      name.startsWith('xl/worksheets/sheet')
        ? Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${text}`, 'utf16le')
        : text,
    );
    const result = await expectSame(wide);
    expect(part(result, 'xl/worksheets/sheet1.xml')).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/);
  });

  it('no addresses, no styles at all', async () => {
    const bare = changed(bytes, (text, name) =>
      name === 'xl/worksheets/sheet3.xml' ? text.replace(/ r="A?1"/g, '') : text,
    );
    const result = await annotated(bare, [mark('Ẩn', 'A1'), mark('Ẩn', 'C1'), mark('Ẩn', 'B4')]);
    expect(part(result.bytes, 'xl/worksheets/sheet3.xml')).toMatch(
      /<sheetData><row><c [^>]*s="\d+"[^>]*>.*?<\/c><c r="C1" s="\d+"\/><\/row><row r="4"><c r="B4" s="\d+"\/><\/row><\/sheetData>/,
    );
  });

  it('rows out of order, of which a copy is made', async () => {
    const twisted = changed(bytes, (text, name) =>
      name === 'xl/worksheets/sheet1.xml'
        ? text.replace(/(<row r="5".*?<\/row>)(<row r="6".*?<\/row>)/s, '$2$1')
        : text,
    );
    const result = await annotated(twisted);
    expect([result.how, result.extension]).toEqual(['unsafe', '.xlsx']);
    const after = await workbookOf(result.bytes);
    expect(after.sheets[0]?.rows.map(({ cells }) => cells[0]?.shown)).toContain(
      'Đây là bản chép, vì tệp khác thường.',
    );
    expect(after.sheets.map(({ name }) => name)).toEqual(['Cần sửa', SHEET, 'Danh mục', 'Ẩn']);
  });
});
