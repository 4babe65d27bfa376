import type { CellValue, Style, Worksheet } from 'exceljs';
import { lineCount } from '../font-widths.ts';
import type { PlacedBar } from './bars.ts';
import type { SheetColumns } from './columns.ts';
import type { TablePlace } from './formula.ts';
import { CHARACTER, PADDING } from './widths.ts';

/** A sheet being written from top to bottom: every block takes the rows that it needs at `next`. */
export interface Canvas {
  readonly sheet: Worksheet;
  readonly columns: SheetColumns;
  readonly tables: Map<string, TablePlace>;
  /** Next free row, 1-based. */
  next: number;
  /** Rows of the main table's head, to be repeated on every page. */
  head: { readonly first: number; readonly last: number } | null;
  /** Rows after which a page must not end: a head, the last unit before its total, a signature. */
  readonly kept: Set<number>;
  /** Rows of the first and last item of the main table; 0 where there is none. */
  items: { readonly first: number; readonly last: number };
  readonly bars: PlacedBar[];
}

/** An empty sheet, ready to be written from its first row. */
export function canvasOf(sheet: Worksheet, columns: SheetColumns): Canvas {
  return {
    sheet,
    columns,
    tables: new Map(),
    next: 1,
    head: null,
    kept: new Set(),
    items: { first: 0, last: 0 },
    bars: [],
  };
}

/** Height of a line against the size of its letters. */
const LEADING = 1.28;

export function lastColumn(canvas: Canvas): number {
  return canvas.columns.widths.length - 1;
}

/** Width in points of the sheet columns `from` to `to`. */
export function widthOf(canvas: Canvas, from: number, to: number): number {
  const widths = canvas.columns.widths.slice(from, to + 1);
  return widths.reduce((sum, width) => sum + width, 0) * CHARACTER - PADDING;
}

/** Writes a value over the columns `from` to `to` (0-based, merged when several) of rows `top` to `bottom`. */
export function put(
  canvas: Canvas,
  place: { readonly top: number; readonly bottom?: number; readonly from: number; readonly to: number },
  value: CellValue,
  style: Partial<Style>,
): void {
  const { top, bottom = top, from, to } = place;
  const cell = canvas.sheet.getCell(top, from + 1);
  cell.value = value;
  cell.style = style;
  if (from < to || top < bottom) merge(canvas.sheet, top, from + 1, bottom, to + 1);
}

/**
 * Merges cells that nothing written before overlaps. exceljs compares each merge with all earlier ones, which takes half
 * a minute for the rows of a country: here it sees none of them.
 */
function merge(sheet: Worksheet, ...range: readonly [number, number, number, number]): void {
  const inside = sheet as unknown as { _merges: { [address: string]: unknown } };
  const all = inside._merges;
  inside._merges = {};
  sheet.mergeCells(...range);
  inside._merges = Object.assign(all, inside._merges);
}

/** Height that a text needs over a width in points. */
export function heightOf(text: string, width: number, size: number, bold = false): number {
  return lineCount(text, width, size, bold) * size * LEADING + 3;
}

export function setHeight(canvas: Canvas, row: number, points: number): void {
  canvas.sheet.getRow(row).height = Math.min(400, Math.round(points * 4) / 4);
}

/** One text over the whole width, as high as it needs. */
export function putLine(canvas: Canvas, text: string, style: Partial<Style>): void {
  const row = canvas.next;
  const to = lastColumn(canvas);
  put(canvas, { top: row, from: 0, to }, text, style);
  const { size = 13, bold = false } = style.font ?? {};
  setHeight(canvas, row, heightOf(text, widthOf(canvas, 0, to), size, bold));
  canvas.next += 1;
}

/** An empty row between two blocks. */
export function gap(canvas: Canvas, points: number): void {
  setHeight(canvas, canvas.next, points);
  canvas.next += 1;
}

/** The first column whose left edge stands at `share` of the width or beyond: where a page parts in two. */
export function partAt(canvas: Canvas, share: number): number {
  const { widths } = canvas.columns;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let left = 0;
  let best = 1;
  let distance = Number.POSITIVE_INFINITY;
  widths.forEach((width, index) => {
    const off = Math.abs(left - whole * share);
    if (index > 0 && off < distance) {
      best = index;
      distance = off;
    }
    left += width;
  });
  return best;
}
