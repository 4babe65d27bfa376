import type { Page } from '../../view/page.ts';
import type { Column, Table } from '../../view/table.ts';
import { shareWidths } from './widths.ts';

/**
 * Which sheet columns each table of a page stands on. The main table rules the widths; the others take spans of its
 * columns, so that every table is as wide as the page.
 */
export interface SheetColumns {
  /** Widths of the sheet's columns in characters. */
  readonly widths: readonly number[];
  /** First and last sheet column (0-based) of each column of a table, by table id. */
  readonly spans: ReadonlyMap<string, readonly Span[]>;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Characters of 12-point Times New Roman across A4 landscape between the margins of Nghị định 30. */
export const PAGE_WIDTH = 118;

/** Narrowest piece of a column that was split. */
const NARROWEST = 8;

export function sheetColumns(page: Page): SheetColumns {
  const tables = page.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  const main = (tables.find((block) => block.main) ?? tables.find(isNumbered) ?? tables[0])?.table;
  if (main === undefined) return { widths: [PAGE_WIDTH / 2, PAGE_WIDTH / 2], spans: new Map() };
  const others = tables.filter(({ table }) => table !== main).map(({ table }) => table.columns);
  const dense = others.filter((columns) => (columns.length + 1) * NARROWEST > PAGE_WIDTH);
  const narrow = Math.min(NARROWEST, ...dense.flat().map(({ width }) => width));
  const wanted = others.map((columns) => piecesFor(columns, dense.includes(columns) ? narrow : NARROWEST));
  const most = Math.max(0, ...wanted);
  const least = Math.max(0, ...others.map((columns) => columns.length + (dense.includes(columns) ? 1 : 0)));
  const own = shareWidths(main, fitted(main.columns));
  let pieces = split(own.map(notUsual), most, narrow);
  // The page grows until every column of every table has a piece of its own; print then shrinks it to the paper.
  for (let wide = Math.max(PAGE_WIDTH, ...dense.map(widthOf)); pieces.flat().length < least; wide *= 1.05)
    pieces = split(stretched(own, wide).map(notUsual), most, narrow);
  const widths = pieces.flat();
  const spans = new Map<string, readonly Span[]>();
  for (const { table } of tables) {
    spans.set(table.id, table === main ? spansOf(pieces) : allot(widths, table));
  }
  return { widths, spans };
}

/**
 * One more than its columns, so that it need not stand its first on the narrow number column of the main table; where it
 * has many narrow ones (a column a day), its wide ones take several pieces.
 */
function piecesFor(columns: readonly Column[], narrow: number): number {
  if (narrow === NARROWEST) return columns.length + 1;
  return columns.reduce((sum, { width }) => sum + Math.max(1, Math.ceil(width / narrow)), 1);
}

function widthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

/** The widths in proportion, so that together they are at least as wide as wanted. */
function stretched(widths: readonly number[], wanted: number): readonly number[] {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return wanted <= whole ? widths : widths.map((width) => (width * wanted) / whole);
}

/** Others can span its narrow number column; it cannot make a wide one narrow. */
function isNumbered({ table }: { readonly table: Table }): boolean {
  return table.columns[0]?.kind === 'ordinal';
}

/** Wanted widths; what is left of the page goes to the columns that grow. */
function fitted(columns: readonly Column[]): readonly number[] {
  const wanted = columns.reduce((sum, column) => sum + column.width, 0);
  const growing = columns.filter((column) => column.grow).reduce((sum, column) => sum + column.width, 0);
  const left = Math.max(0, PAGE_WIDTH - wanted);
  const factor = growing > 0 ? 1 + left / growing : PAGE_WIDTH / Math.max(wanted, PAGE_WIDTH * 0.6);
  return columns.map((column) =>
    column.grow || growing === 0 ? Math.round(column.width * Math.max(1, factor) * 10) / 10 : column.width,
  );
}

/** ExcelJS leaves a column out that has its idea of the usual width, and Excel has another idea. */
function notUsual(width: number): number {
  return width === 9 ? 9.1 : width;
}

/** Splits the widest columns until there are as many as the widest table of the page needs. */
function split(widths: readonly number[], wanted: number, narrow: number): readonly (readonly number[])[] {
  const pieces = widths.map((width) => [width]);
  for (let count = widths.length; count < wanted; count += 1) {
    const widest = pieces.reduce((best, piece) => ((piece[0] ?? 0) > (best[0] ?? 0) ? piece : best));
    const whole = widest.reduce((sum, width) => sum + width, 0);
    if (whole / (widest.length + 1) < narrow) break;
    const parts = widest.length + 1;
    widest.splice(0, widest.length, ...Array.from({ length: parts }, () => whole / parts));
  }
  return pieces;
}

function spansOf(pieces: readonly (readonly number[])[]): readonly Span[] {
  let next = 0;
  return pieces.map((piece) => {
    const from = next;
    next += piece.length;
    return { from, to: next - 1 };
  });
}

/** Spans for a further table: the cut of the sheet's columns that leaves its own the least short of what they want. */
function allot(widths: readonly number[], table: Table): readonly Span[] {
  const ends = [0];
  for (const width of widths) ends.push((ends.at(-1) ?? 0) + width);
  const best: { cost: number; cut: number }[][] = [[{ cost: 0, cut: 0 }]];
  table.columns.forEach(({ width: want, grow }, index) => {
    // What is over goes to the columns that grow.
    const dear = grow ? 0.01 : 0.2;
    const row: { cost: number; cut: number }[] = [];
    for (let end = index + 1; end <= widths.length; end += 1) {
      for (let start = index; start < end; start += 1) {
        const before = best[index]?.[start];
        if (before === undefined) continue;
        const short = want - ((ends[end] ?? 0) - (ends[start] ?? 0));
        const cost = before.cost + (short > 0 ? 6 * short * short : (dear * short * short) / want);
        if (cost < (row[end]?.cost ?? Number.POSITIVE_INFINITY)) row[end] = { cost, cut: start };
      }
    }
    best.push(row);
  });
  const spans: Span[] = [];
  let end = widths.length;
  for (let index = table.columns.length; index > 0; index -= 1) {
    const cut = best[index]?.[end]?.cut ?? end - 1;
    spans.unshift({ from: cut, to: end - 1 });
    end = cut;
  }
  return spans;
}
