import { columnName } from '../../model/grid.ts';
import type { Tone } from '../../view/table.ts';

/**
 * Bars behind the rates of a table, from 0 to 100 %. A bar is a darker shade of its cell's own fill, so that the fill,
 * which tells reached from near and far, stays to be seen beside it, in grey as well.
 */
export interface PlacedBar {
  /** Sheet row (1-based) and column (0-based). */
  readonly row: number;
  readonly column: number;
  readonly tone: Tone | undefined;
}

const SHADES: { readonly [T in Tone]?: string } = { reached: 'A9D08E', near: 'FFD966', far: 'F4B084' };
const PLAIN = 'BDD7EE';

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';

/**
 * A worksheet part with its bars: the rules that every Excel knows, and beside them those of Excel 2010, which draw them
 * without a gradient and up to the ends of the cell.
 */
export function withBars(sheet: string, bars: readonly PlacedBar[]): string {
  if (bars.length === 0) return sheet;
  const byShade = new Map<string, PlacedBar[]>();
  for (const bar of bars) {
    const shade = (bar.tone === undefined ? undefined : SHADES[bar.tone]) ?? PLAIN;
    byShade.set(shade, [...(byShade.get(shade) ?? []), bar]);
  }
  const groups = [...byShade].map(([shade, own], index) => ({
    shade,
    cells: rangesOf(own),
    id: `{00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}}`,
    priority: index + 1,
  }));
  const rules = groups.map(
    ({ shade, cells, id, priority }) =>
      `<conditionalFormatting sqref="${cells}"><cfRule type="dataBar" priority="${priority}"><dataBar minLength="0" maxLength="100"><cfvo type="num" val="0"/><cfvo type="num" val="1"/><color rgb="FF${shade}"/></dataBar><extLst><ext xmlns:x14="${X14}" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>${id}</x14:id></ext></extLst></cfRule></conditionalFormatting>`,
  );
  const exact = groups.map(
    ({ shade, cells, id }) =>
      `<x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="dataBar" id="${id}"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>1</xm:f></x14:cfvo><x14:negativeFillColor rgb="FF${shade}"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>${cells}</xm:sqref></x14:conditionalFormatting>`,
  );
  const extension = `<extLst><ext xmlns:x14="${X14}" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings>${exact.join('')}</x14:conditionalFormattings></ext></extLst>`;
  return sheet
    .replace(/<dataValidations|<hyperlinks|<printOptions|<pageMargins/, `${rules.join('')}$&`)
    .replace('</worksheet>', `${extension}</worksheet>`);
}

/** Cells that stand under each other as one range: "E15:E17 E19". */
function rangesOf(bars: readonly PlacedBar[]): string {
  const runs: { column: number; first: number; last: number }[] = [];
  for (const { row, column } of [...bars].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const run = runs.at(-1);
    if (run?.column === column && run.last === row - 1) run.last = row;
    else runs.push({ column, first: row, last: row });
  }
  return runs
    .map(({ column, first, last }) => {
      const letter = columnName(column);
      return first === last ? `${letter}${first}` : `${letter}${first}:${letter}${last}`;
    })
    .join(' ');
}
