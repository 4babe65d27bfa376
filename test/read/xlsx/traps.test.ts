import { describe, expect, it } from 'vitest';
import { cellsOf, drawPackage, readDrawn, readOne, relations, sheetsOf, stylesOf } from './package.ts';

describe('an .xlsx from any program', () => {
  it('has numbers, shared and inline strings, booleans, errors', async () => {
    const sheet = await readDrawn({
      strings: '<si><t>xã</t></si><si><t xml:space="preserve"> a &amp; b </t></si>',
      sheet: `<row r="1"><c r="A1"><v>1234.5</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t>Nguy&#7877;n</t></is></c><c r="B3" t="b"><v>1</v></c>
        <c r="C3" t="e"><v>#REF!</v></c><c r="D3" t="str"><v>t</v></c><c r="E3" t="d"><v>2021-08-16T00:00:00.000</v></c>
        <c r="F3" t="d"><v>2021-08-16T15:00:00Z</v></c><c r="G3"><v>1E3</v></c></row>`,
    });
    expect(cellsOf(sheet)).toEqual([
      'A1=number:1234.5',
      'B1=text:xã',
      'C1=text: a & b ',
      'A3=text:Nguyễn',
      'B3=boolean:true',
      'C3=error:#REF!',
      'D3=text:t',
      'E3=date:2021-08-16',
      'F3=date:2021-08-16T15:00:00',
      'G3=number:1000',
    ]);
    expect(sheet.rows[0]?.cells[0]?.shown).toBe('1234,5');
    expect(sheet.rows[1]?.cells.map(({ shown }) => shown)).toEqual([
      'Nguyễn',
      'TRUE',
      '#REF!',
      't',
      '16/08/2021',
      '16/08/2021 15:00',
      '1000',
    ]);
  });

  it('may leave out addresses of cells and numbers of rows', async () => {
    const sheet = await readDrawn({
      sheet: `<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="5"><c><v>3</v></c></row><row><c r="C6"><v>4</v></c><c><v>5</v></c></row>
        <row><c r="B9"><v>6</v></c></row>`,
    });
    expect(cellsOf(sheet).map((cell) => cell.split('=')[0])).toEqual(['A1', 'C1', 'A5', 'C6', 'D6', 'B9']);
  });

  it('may put cells and rows out of order; of two at one place the later counts', async () => {
    const sheet = await readDrawn({
      sheet: `<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c><c r="B2"><v>3</v></c></row><row r="1"><c r="A1"><v>4</v></c></row><row r="2"><c r="C2"><v>5</v></c></row>`,
    });
    expect(cellsOf(sheet)).toEqual(['A1=number:4', 'A2=number:2', 'B2=number:3', 'C2=number:5']);
  });

  it('may have CDATA and comments where text stands', async () => {
    const sheet = await readDrawn({
      strings: '<si><t><![CDATA[Hoài <Nhơn>]]></t></si><si><t>a<!-- no -->b</t></si>',
      sheet: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v><![CDATA[1]]></v></c></row>',
    });
    expect(cellsOf(sheet)).toEqual(['A1=text:Hoài <Nhơn>', 'B1=text:ab']);
  });

  it('may prefix its namespaces', async () => {
    const sheet = await readDrawn({
      sheet:
        '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="2"><x:c r="B2" t="s"><x:v>0</x:v></x:c><x:c r="C2" t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
      parts: { 'xl/sharedStrings.xml': '<x:sst xmlns:x="urn:x"><x:si><x:t>a</x:t></x:si></x:sst>' },
    });
    expect(cellsOf(sheet)).toEqual(['B2=text:a', 'C2=text:b']);
  });

  it('may hold parts in UTF-16', async () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><sst><si><t>Hoài Hảo</t></si></sst>';
    const sheet = await readDrawn({
      sheet: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      parts: { 'xl/sharedStrings.xml': Buffer.from(`\ufeff${text}`, 'utf16le') },
    });
    expect(cellsOf(sheet)).toEqual(['A1=text:Hoài Hảo']);
  });

  it('may name its parts with backslashes, other letter cases, other names and places', async () => {
    const bytes = drawPackage({
      parts: {
        '[Content_Types].xml': null,
        '_rels/.rels': null,
        'xl/workbook.xml': null,
        'xl/_rels/workbook.xml.rels': null,
        'xl/worksheets/sheet1.xml': null,
        'xl/sharedStrings.xml': null,
        '[content_types].XML':
          '<Types><Override PartName="/Book/Main.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        '_rels\\.rels': relations(['a', 'officeDocument', '/book/main.xml']),
        'book\\main.xml': '<workbook><sheets><sheet name="S" r:id="z"/></sheets></workbook>',
        'book\\_rels\\MAIN.xml.rels': relations(
          ['z', 'worksheet', '..\\Grid\\One%20more.xml'],
          ['y', 'sharedStrings', 'Strings.xml'],
        ),
        'grid\\one more.xml':
          '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>',
        'Book\\STRINGS.XML': '<sst><si><t>found</t></si></sst>',
      },
    });
    expect(sheetsOf(await readOne(bytes)).map(cellsOf)).toEqual([['A1=text:found']]);
  });

  it('joins the runs of rich text, leaves phonetic readings out, and resolves _x000D_', async () => {
    const sheet = await readDrawn({
      strings:
        '<si><r><t>Lũy </t></r><r><rPr><b/></rPr><t>kế</t></r><rPh sb="0" eb="1"><t>no</t></rPh><phoneticPr fontId="1"/></si><si><t>a_x000D_\nb_x005F_c</t></si>',
      sheet: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>',
    });
    expect(cellsOf(sheet)).toEqual(['A1=text:Lũy kế', 'B1=text:a\nb_c']);
  });

  it('names the font of a cell, or that of its runs', async () => {
    const sheet = await readDrawn({
      styles:
        '<fonts><font><name val="Times New Roman"/></font><font><sz val="13"/><name val=".VnTime"/></font></fonts><cellStyleXfs><xf fontId="1"/></cellStyleXfs><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs><dxfs><dxf><font><name val="no"/></font></dxf></dxfs>',
      strings:
        '<si><t>a</t></si><si><r><rPr><rFont val="VNI-Times"/></rPr><t>b</t></r><r><rPr><rFont val="VNI-Times"/></rPr><t>c</t></r></si><si><r><t>long text</t></r><r><rPr><rFont val="Arial"/></rPr><t>x</t></r></si>',
      sheet:
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>',
    });
    expect(sheet.rows[0]?.cells.map(({ font }) => font)).toEqual([
      'Times New Roman',
      '.VnTime',
      'VNI-Times',
      'Times New Roman',
    ]);
  });

  it('has formulas: computed, not computed, shared, empty', async () => {
    const sheet = await readDrawn({
      sheet: `<row r="1"><c r="A1"><f>SUM(B1:B2)</f><v>12</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f><v>24</v></c><c r="C1"><f>NOW()</f></c><c r="D1"><f>X()</f><v></v></c><c r="E1" t="str"><f>IF(1,"")</f><v></v></c><c r="F1" t="str"><f>"a"</f><v>a</v></c><c r="G1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>48</v></c></row>`,
    });
    expect(cellsOf(sheet)).toEqual([
      'A1=number:12',
      'B1=number:24',
      'C1=uncomputed',
      'D1=uncomputed',
      'F1=text:a',
      'G1=error:#DIV/0!',
      'B2=number:48',
    ]);
    expect(sheet.rows.flatMap(({ cells }) => cells.map(({ formula }) => formula))).toEqual([
      'SUM(B1:B2)',
      'A1*2',
      'NOW()',
      'X()',
      '"a"',
      '1/0',
      '',
    ]);
  });

  it('gives merged values once, and drops what lies under a merge', async () => {
    const sheet = await readDrawn({
      sheet:
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>',
      after: '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
    });
    expect(cellsOf(sheet)).toEqual(['A1=number:1', 'C1=number:3']);
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
  });

  it('knows hidden rows, columns and sheets', async () => {
    const bytes = drawPackage({
      sheets:
        '<sheet name="A" r:id="rId1"/><sheet name="B" state="hidden" r:id="rId1"/><sheet name="C" state="veryHidden" r:id="rId1"/>',
      before: '<cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" width="0"/></cols>',
      sheet:
        '<row r="1"><c r="E1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="3" ht="0" customHeight="1"><c r="A3"><v>1</v></c></row><row r="4" hidden="false" ht="15"><c r="A4"><v>1</v></c></row>',
    });
    const sheets = sheetsOf(await readOne(bytes));
    expect(sheets.map(({ hidden }) => hidden)).toEqual([false, true, true]);
    expect(sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([false, true, true, false]);
    expect([...(sheets[0]?.hiddenColumns ?? [])]).toEqual([1, 3, 4]);
  });

  it('tells dates, times, shares and numbers by their format, in both date systems', async () => {
    const codes = [
      'General',
      'dd/mm/yyyy',
      '[$-42A]d "tháng" m yyyy;@',
      'h:mm',
      '[h]:mm',
      '0.0%',
      '#,##0 "ngày"',
      '[$-F800]dddd, mmmm dd, yyyy',
    ];
    const drawn = {
      styles: stylesOf(...codes),
      sheet: `<row r="1">${[44424, 44424, 44424.625, 0.625, 1.25, 0.4285, 44424, 44424].map((v, i) => `<c s="${i}"><v>${v}</v></c>`).join('')}</row>`,
    };
    const sheet = await readDrawn(drawn);
    expect(sheet.rows[0]?.cells.map(({ value, shown }) => [Object.values(value)[1], shown])).toEqual([
      [44424, '44424'],
      ['2021-08-16', '16/08/2021'],
      ['2021-08-16T15:00:00', '16/08/2021'],
      ['T15:00:00', '15:00'],
      ['1900-01-01T06:00:00', '30:00'],
      [0.4285, '42,9%'],
      [44424, '44.424 ngày'],
      ['2021-08-16', '16/08/2021'],
    ]);
    const old = await readDrawn({ ...drawn, book: '<workbookPr date1904="1"/>' });
    expect(old.rows[0]?.cells[1]?.value).toEqual({ kind: 'date', iso: '2025-08-17' });
  });

  it('knows built-in formats by their number', async () => {
    const sheet = await readDrawn({
      styles:
        '<cellXfs><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="3"/><xf numFmtId="22"/><xf numFmtId="49"/></cellXfs>',
      sheet:
        '<row r="1"><c s="0"><v>44424</v></c><c s="1"><v>0.4285</v></c><c s="2"><v>1234567</v></c><c s="3"><v>44424.5</v></c><c s="4"><v>912</v></c></row>',
    });
    expect(sheet.rows[0]?.cells.map(({ shown }) => shown)).toEqual([
      '16/08/2021',
      '42,85%',
      '1.234.567',
      '16/08/2021 12:00',
      '912',
    ]);
  });

  it('finds pictures by their anchors, and counts text boxes', async () => {
    const anchor = (kind: string, inside: string) =>
      `<xdr:${kind}><xdr:from><xdr:col>2</xdr:col><xdr:row>8</xdr:row></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:row>9</xdr:row></xdr:to>${inside}</xdr:${kind}>`;
    const document = await readOne(
      drawPackage({
        sheet:
          '<row r="1"><c r="A1" t="e" vm="1"><v>#VALUE!</v></c><c r="B1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c></row>',
        after: '<drawing r:id="d"/>',
        parts: {
          'xl/worksheets/_rels/sheet1.xml.rels': relations(['d', 'drawing', '../drawings/drawing1.xml']),
          'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="urn:d">${anchor('twoCellAnchor', '<xdr:pic/>')}${anchor('oneCellAnchor', '<xdr:grpSp><xdr:pic/></xdr:grpSp>')}<xdr:absoluteAnchor><xdr:pos x="1" y="1"/><xdr:pic/></xdr:absoluteAnchor>${anchor('twoCellAnchor', '<xdr:sp><xdr:txBody><a:t>Lũy kế: 12</a:t></xdr:txBody></xdr:sp>')}${anchor('twoCellAnchor', '<xdr:sp/>')}</xdr:wsDr>`,
        },
      }),
    );
    expect(sheetsOf(document)[0]?.pictures).toEqual([
      { row: 0, col: 0 },
      { row: 0, col: 1 },
      { row: 8, col: 2 },
      { row: 8, col: 2 },
      { row: 0, col: 0 },
    ]);
    expect(document.findings).toMatchObject([
      { code: 'form/text-box', facts: { count: 1 }, at: { sheet: 'Sheet1' } },
    ]);
  });

  it('leaves out blank cells, also those of blanks alone', async () => {
    const sheet = await readDrawn({
      strings: '<si><t xml:space="preserve"> \u00a0</t></si><si><t/></si><si><t>\u00ad</t></si>',
      sheet:
        '<row r="1"><c r="A1" s="1"/><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c><c r="E1" s="1"></c><c><v>7</v></c></row>',
    });
    expect(cellsOf(sheet)).toEqual(['D1=text:\u00ad', 'F1=number:7']);
  });
});
