import { fontTally } from './font-tally.ts';
import { type HtmlCell, htmlCell } from './html-cell.ts';
import type { Look } from './html-style.ts';
import { type Budget, type SheetBuilder, spend } from './sheet-builder.ts';

/** A table while its tags come in. Cells find their columns as they open, past those that a cell above still covers. */
export interface HtmlTable {
  readonly rows: HtmlRow[];
  /** For each column, the first row (counted in this table) that no cell from above covers any more. */
  readonly coveredTo: number[];
  /** How many elements were open around it. */
  readonly base: number;
  row: HtmlRow | null;
  cell: HtmlCell | null;
  columns: number;
}

interface HtmlRow {
  readonly hidden: boolean;
  readonly base: number;
  readonly cells: HtmlCell[];
  readonly inner: HtmlTable[];
  nextCol: number;
}

export function newTable(base: number): HtmlTable {
  return { rows: [], coveredTo: [], base, row: null, cell: null, columns: 0 };
}

export function newRow(table: HtmlTable, hidden: boolean, base: number): void {
  table.cell = null;
  table.row = { hidden, base, cells: [], inner: [], nextCol: 0 };
  table.rows.push(table.row);
}

/**
 * Opens a cell in the open row (a row is opened where the page forgot it). Every step of the search for its column is paid for: spans
 * over everything must not stall the reader.
 */
export function newCell(
  table: HtmlTable,
  attributes: ReadonlyMap<string, string>,
  look: Look,
  budget: Budget,
): void {
  if (table.row === null) newRow(table, false, table.base);
  const row = table.row as HtmlRow;
  const at = table.rows.length - 1;
  let col = row.nextCol;
  for (; (table.coveredTo[col] ?? 0) > at; col++) spend(budget);
  spend(budget);
  const colSpan = span(attributes.get('colspan'), 1000);
  const rowSpan = span(attributes.get('rowspan'), 65_534);
  if (rowSpan > 1) {
    for (let i = col; i < col + colSpan; i++) {
      spend(budget);
      table.coveredTo[i] = at + rowSpan;
    }
  }
  row.nextCol = col + colSpan;
  table.cell = { text: '', pictures: 0, fonts: fontTally(), col, colSpan, rowSpan, look, attributes };
  row.cells.push(table.cell);
}

/** `<col>`: gives the columns that it stands for. */
export function newColumns(table: HtmlTable, attributes: ReadonlyMap<string, string>): [number, number] {
  const from = table.columns;
  table.columns += span(attributes.get('span'), 1000);
  return [from, table.columns - 1];
}

/** Puts a table on the sheet from row `at` on; gives the row after it. A row with nothing but tables inside leaves no row of its own. */
export function layTable(sheet: SheetBuilder, table: HtmlTable, at: number): number {
  let next = at;
  const rowAt = table.rows.map((row) => {
    const index = next;
    const wrapper =
      row.inner.length > 0 && row.cells.every((cell) => cell.text.trim() === '' && cell.pictures === 0);
    if (!wrapper) {
      layRow(sheet, row, index);
      next += 1;
    }
    for (const inner of row.inner) next = layTable(sheet, inner, next);
    return index;
  });
  for (const [i, row] of table.rows.entries()) {
    for (const { col, colSpan, rowSpan } of row.cells) {
      if (colSpan === 1 && rowSpan === 1) continue;
      const top = rowAt[i] ?? at;
      const bottom = rowAt[Math.min(i + rowSpan, rowAt.length) - 1] ?? top;
      sheet.merge({ top, left: col, bottom, right: col + colSpan - 1 });
    }
  }
  return next;
}

function layRow(sheet: SheetBuilder, row: HtmlRow, index: number): void {
  if (row.hidden) sheet.row(index, { hidden: true });
  for (const source of row.cells) {
    const cell = htmlCell(source, index);
    if (cell !== null) sheet.put(cell);
    for (let i = 0; i < Math.min(source.pictures, 20); i++) sheet.picture(index, source.col);
  }
}

function span(text: string | undefined, most: number): number {
  const number = Number.parseInt(text ?? '1', 10);
  return number >= 1 ? Math.min(number, most) : 1;
}
