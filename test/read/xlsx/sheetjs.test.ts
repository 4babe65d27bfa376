import * as sheetjs from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { address, type CellValue } from '../../../src/model/grid.ts';
import { type Drawn, drawPackage, readOne, sheetsOf, stylesOf } from './package.ts';

/** A value in the words of both readers. A date is its serial: SheetJS leaves it a number. */
function plain(value: CellValue): unknown {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'number') return value.number;
  if (value.kind === 'boolean') return value.boolean;
  if (value.kind === 'error') return value.error;
  if (value.kind === 'date') return Date.parse(`${value.iso.slice(0, 10)}T00:00:00Z`) / 86_400_000 + 25_569;
  return null;
}

async function ours(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const [sheet] = sheetsOf(await readOne(bytes));
  const cells = sheet?.rows.flatMap((row) => row.cells) ?? [];
  return Object.fromEntries(cells.map((cell) => [address(cell.row, cell.col), plain(cell.value)]));
}

function theirs(bytes: Uint8Array): Record<string, unknown> {
  const book = sheetjs.read(bytes, { type: 'array', cellNF: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  const found: Record<string, unknown> = {};
  for (const [place, cell] of Object.entries(sheet)) {
    if (place.startsWith('!') || cell.v === undefined || (cell.t === 's' && !/\S/.test(cell.v))) continue;
    found[place] = cell.t === 'e' ? cell.w : cell.v;
  }
  return found;
}

const value = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
  fc.boolean(),
  fc.constantFrom(
    'Hoài Nhơn',
    '0912345678',
    ' a ',
    'a\nb',
    '<&>"',
    '_x000D_',
    '\u00ad',
    '1.234',
    '=1+1',
    '',
    '  ',
  ),
  fc.string(),
  fc.constant(null),
);

describe('SheetJS and this reader', () => {
  it('agree on what SheetJS writes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 8 }),
        fc.boolean(),
        async (rows, shared) => {
          const book = sheetjs.utils.book_new();
          sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(rows), 'S');
          const bytes = new Uint8Array(
            sheetjs.write(book, { type: 'array', bookType: 'xlsx', bookSST: shared, compression: true }),
          );
          expect(await ours(bytes)).toEqual(theirs(bytes));
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each<[string, Drawn]>([
    [
      'shared strings with runs',
      {
        strings: '<si><r><t>a</t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>',
        sheet: '<row r="3"><c r="B3" t="s"><v>0</v></c></row>',
      },
    ],
    [
      'cells without addresses',
      { sheet: '<row><c><v>1</v></c></row><row r="4"><c><v>2</v></c><c><v>3</v></c></row>' },
    ],
    [
      'formulas',
      {
        sheet:
          '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
      },
    ],
    [
      'dates',
      {
        styles: stylesOf('General', 'dd/mm/yyyy'),
        sheet: '<row r="1"><c r="A1" s="1"><v>44424</v></c><c r="B1" s="0"><v>44424</v></c></row>',
      },
    ],
    [
      'inline text with entities',
      {
        sheet: '<row r="1"><c r="A1" t="inlineStr"><is><t>Nguy&#7877;n &amp; c&#x1ED9;ng</t></is></c></row>',
      },
    ],
  ])('agree on %s', async (_, drawn) => {
    const bytes = drawPackage(drawn);
    expect(await ours(bytes)).toEqual(theirs(bytes));
  });
});
