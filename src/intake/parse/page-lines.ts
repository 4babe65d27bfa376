import type { Cell, CellRef, Row, Sheet } from '../../model/grid.ts';
import type { Placement } from '../../model/report.ts';
import { rowsBetween } from '../recognise/row-at.ts';

/** A line of text on the page outside the form itself, with the cell that it stands in. */
export interface PageLine {
  readonly text: string;
  readonly cell: Cell;
  readonly at: CellRef;
}

/** Letterheads are short; what is longer is a page of prose, whose first lines are enough. */
const ROWS = 80;
const CELLS = 30;

/** The lines over the labels of a form, cell by cell; a cell of several lines gives each. */
export function linesAbove(sheet: Sheet, placement: Placement): readonly PageLine[] {
  const first = firstRow(placement);
  return rowsOf(sheet, placement.area.top, first - 1).flatMap((row) => linesOfRow(sheet.name, row));
}

/** The lines from a row to the end of the form's area: remarks and signatures. */
export function linesBelow(sheet: Sheet, placement: Placement, from: number): readonly PageLine[] {
  return rowsOf(sheet, from, placement.area.bottom).flatMap((row) => linesOfRow(sheet.name, row));
}

/** Lines between labels that are neither label nor value. */
export function linesBetween(sheet: Sheet, placement: Placement): readonly PageLine[] {
  const rows = placement.fields.map(({ label }) => label.row);
  const own = new Set(
    placement.fields.flatMap(({ label, value }) =>
      [label, value ?? label].map(({ row, col }) => `${row} ${col}`),
    ),
  );
  return rowsOf(sheet, firstRow(placement), Math.max(...rows))
    .flatMap((row) => linesOfRow(sheet.name, row))
    .filter(({ cell }) => !own.has(`${cell.row} ${cell.col}`));
}

/** The cells of each row over the labels as one text: "ngày | 16 | tháng | 8 | năm | 2021". */
export function rowsAbove(sheet: Sheet, placement: Placement): readonly PageLine[] {
  return rowsOf(sheet, placement.area.top, firstRow(placement) - 1).flatMap((row) => {
    const [cell] = row.cells;
    if (cell === undefined || row.cells.length < 3) return [];
    const text = row.cells
      .slice(0, CELLS)
      .map(({ shown }) => shown)
      .join(' ');
    return [{ text, cell, at: { sheet: sheet.name, row: cell.row, col: cell.col } }];
  });
}

function firstRow(placement: Placement): number {
  return placement.head?.top ?? Math.min(...placement.fields.map(({ label }) => label.row));
}

function rowsOf(sheet: Sheet, from: number, to: number): readonly Row[] {
  const rows: Row[] = [];
  for (const row of rowsBetween(sheet, from, to)) {
    if (rows.length >= ROWS) break;
    rows.push(row);
  }
  return rows;
}

function linesOfRow(sheet: string, row: Row): readonly PageLine[] {
  return row.cells.slice(0, CELLS).flatMap((cell) => {
    const text = cell.value.kind === 'text' ? cell.value.text : cell.value.kind === 'date' ? cell.shown : '';
    const at = { sheet, row: cell.row, col: cell.col };
    return text
      .split(/[\r\n]+/)
      .flatMap((line) => (line.trim() === '' ? [] : [{ text: line.trim(), cell, at }]));
  });
}
