import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Limits } from '../../../src/read/limits.ts';
import { read } from '../../../src/read/read.ts';
import {
  cellsOf,
  type Drawn,
  drawPackage,
  readDrawn,
  readOne,
  relations,
  sheetsOf,
  stylesOf,
} from './package.ts';

const one = '<row r="1"><c r="A1"><v>1</v></c></row>';

async function codes(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<readonly string[]> {
  const { findings } = await readOne(bytes, { limits });
  return findings.map(({ code, facts }) => [code, ...Object.values(facts)].join(' '));
}

describe('an .xlsx over a limit', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c></row>`).join('');

  it.each<[string, Drawn, Partial<Limits>]>([
    ['cells 9', { sheet: rows(10) }, { cells: 9 }],
    ['rows 9', { sheet: rows(10) }, { rows: 9 }],
    ['rows 1048576', { sheet: '<row r="1048577"><c><v>1</v></c></row>' }, {}],
    ['columns 16384', { sheet: '<row r="1"><c r="XFE1"><v>1</v></c></row>' }, {}],
    ['columns 5', { sheet: `<row>${'<c><v>1</v></c>'.repeat(6)}</row>` }, { columns: 5 }],
    ['strings 2', { strings: '<si><t>a</t></si>'.repeat(3) }, { strings: 2 }],
    ['merges 2', { after: '<mergeCell ref="A1:B1"/>'.repeat(3) }, { merges: 2 }],
    [
      'merges 200000',
      { sheet: rows(500), after: '<mergeCell ref="B1:XFD1048576"/>'.repeat(25_000) },
      { ratio: 1e9 },
    ],
    ['depth 200', { after: `${'<x>'.repeat(300)}${'</x>'.repeat(300)}` }, {}],
    ['sheets 1', { sheets: '<sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId1"/>' }, { sheets: 1 }],
    ['entries 3', { sheet: one }, { entries: 3 }],
    ['inflated 3000000', { sheet: one, after: ' '.repeat(3_000_000) }, { inflated: 3_000_000 }],
    ['ratio 400', { sheet: one, after: ' '.repeat(3_000_000) }, {}],
    ['steps 2000', { sheet: rows(3000) }, { steps: 2000 }],
    ['characters 10', { strings: '<si><t>abcd</t></si>'.repeat(3) }, { characters: 10 }],
  ])('says which: %s', async (limit, drawn, limits) => {
    expect(await codes(drawPackage(drawn), limits)).toEqual([`file/limit ${limit}`]);
  });

  it('that looks immense and is not, is read', async () => {
    const sheet = await readDrawn({
      before: '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" hidden="1"/></cols>',
      sheet: `${one}<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>`,
      after:
        '<mergeCells><mergeCell ref="B1:XFC1048575"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>',
    });
    expect(cellsOf(sheet)).toEqual(['A1=number:1', 'XFD1048576=number:2']);
  });
});

it('a text of a megabyte that many cells share is cut to what a cell holds, and counted once', async () => {
  const cells = '<c t="s"><v>0</v></c>'.repeat(12);
  const drawn = {
    strings: `<si><t>${'xã '.repeat(330_000)}</t></si>`,
    sheet: `<row>${cells}</row>`.repeat(1000),
  };
  const [document] = await read('a.xlsx', drawPackage(drawn), { limits: { characters: 32_767, ratio: 1e9 } });
  const shown = document?.workbook?.sheets[0]?.rows.flatMap((row) => row.cells.map((cell) => cell.shown));
  expect(shown?.length).toBe(12_000);
  expect(new Set(shown?.map((text) => text.length))).toEqual(new Set([32_767]));
});

it('a number format of a megabyte is a plain one', async () => {
  const styles = stylesOf('[0#,;'.repeat(200_000));
  const bytes = drawPackage({ styles, sheet: '<row><c s="0"><v>5</v></c></row>' });
  const [sheet] = sheetsOf(await readOne(bytes, { limits: { ratio: 1e9 } }));
  expect(sheet?.rows[0]?.cells[0]?.shown).toBe('5');
});

describe('a broken .xlsx', () => {
  it.each<[string, Drawn, string]>([
    ['no sheets', { sheets: '' }, 'file/no-sheets xlsx'],
    [
      'only a chart sheet',
      {
        sheets: '<sheet name="a" r:id="c"/>',
        parts: { 'xl/_rels/workbook.xml.rels': relations(['c', 'chartsheet', 'c.xml']) },
      },
      'file/no-sheets xlsx',
    ],
    ['no workbook', { parts: { 'xl/workbook.xml': null } }, 'file/damaged xlsx'],
    ['no sheet part', { parts: { 'xl/worksheets/sheet1.xml': null } }, 'file/damaged xlsx'],
    [
      'no string table',
      { sheet: '<row><c t="s"><v>0</v></c></row>', parts: { 'xl/sharedStrings.xml': null } },
      'file/damaged xlsx',
    ],
    ['a string beyond the table', { sheet: '<row><c t="s"><v>5</v></c></row>' }, 'file/damaged xlsx'],
    [
      'a declared entity',
      { sheet: '<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet/>' },
      'file/damaged xlsx',
    ],
    ['XML cut off', { sheet: '<worksheet><sheetData><row>' }, 'file/damaged xlsx'],
  ])('with %s', async (_, drawn, finding) => {
    expect(await codes(drawPackage(drawn))).toEqual([finding]);
  });

  const good = drawPackage({
    strings: '<si><t>xã</t></si><si><r><rPr><rFont val="Arial"/></rPr><t>b</t></r></si>',
    styles: stylesOf('dd/mm/yyyy', '#,##0.00'),
    before: '<cols><col min="2" max="3" hidden="1"/></cols>',
    sheet:
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>12</v></c></row><row r="9"><c r="C9" t="s"><v>1</v></c><c r="D9"><f>A1</f></c></row>',
    after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
  });

  it('gives a document with a finding, however it is cut or changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, value) => {
        const changed = Buffer.from(good);
        changed[at] = value;
        for (const bytes of [changed, good.subarray(0, at)]) {
          const document = await readOne(bytes);
          const refused = document.findings.some(
            ({ code }) => code.startsWith('file/') && code !== 'file/kind-differs',
          );
          expect(document.workbook === null).toBe(refused);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives a document whatever the sheet says', async () => {
    const pieces = [
      '<row>',
      '</row>',
      '<row r="2">',
      '<c>',
      '</c>',
      '<c r="B2" t="s">',
      '<c t="d">',
      '<v>1</v>',
      '<v>',
      '</v>',
      '<f/>',
      '<is><t>x</t></is>',
      'x',
      '&amp;',
      '<!---->',
      '<c r="ZZZZ9" s="99"/>',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), async (parts) => {
        const document = await readOne(drawPackage({ sheet: parts.join('') }));
        if (document.workbook === null) expect(document.findings[0]?.code).toBe('file/damaged');
        else expect(sheetsOf(document)).toHaveLength(1);
      }),
      { numRuns: 400 },
    );
  });
});
