import type { CellValue } from 'exceljs';
import { type Cell, type Column, isRatio, type Row, type Table } from '../../view/table.ts';
import { type Canvas, heightOf, lastColumn, put, setHeight, widthOf } from './canvas.ts';
import type { Span } from './columns.ts';
import { formulaText, plainValue, type TablePlace } from './formula.ts';
import { BODY, cellStyle, fill, GRID, headStyle, textStyle } from './style.ts';

/** A further table of at most so many rows is not parted: only the main one repeats its head. */
const ON_ONE_PAGE = 18;

/** Writes a table: head, rows, and the note of where it stands for formulas and charts that point to it. */
export function putTable(canvas: Canvas, table: Table, main: boolean): void {
  const spans = canvas.columns.spans.get(table.id) ?? [];
  const first = canvas.next;
  putHead(canvas, table.columns, spans);
  if (main) canvas.head = { first, last: canvas.next - 1 };
  const top = canvas.next;
  const place = placeOf(table, spans, first, top);
  canvas.tables.set(table.id, place);
  table.rows.forEach((row, index) => {
    putRow(canvas, table, row, top + index, spans, place);
    const next = table.rows[index + 1]?.role;
    const whole = !main && table.rows.length <= ON_ONE_PAGE && next !== undefined;
    if (whole || row.role === 'section' || next === 'total' || next === 'part') canvas.kept.add(top + index);
  });
  if (main) canvas.items = { ...place.items };
  for (let row = first; row < top; row += 1) canvas.kept.add(row);
  canvas.next = top + table.rows.length;
}

function placeOf(table: Table, spans: readonly Span[], head: number, top: number): TablePlace {
  const items = table.rows.flatMap((row, index) => (row.role === 'item' ? [top + index] : []));
  return {
    head,
    columns: new Map(table.columns.map((column, index) => [column.id, spans[index]?.from ?? index])),
    items: { first: items[0] ?? top, last: items.at(-1) ?? top - 1 },
    rows: new Map(
      table.rows.flatMap((row, index) =>
        'cells' in row && row.id !== undefined ? [[row.id, top + index] as const] : [],
      ),
    ),
  };
}

/** One row of heads, or two where columns share one; heads are as high as their longest needs. */
function putHead(canvas: Canvas, columns: readonly Column[], spans: readonly Span[]): void {
  const grouped = columns.some((column) => column.group !== null);
  const top = canvas.next;
  const bottom = grouped ? top + 1 : top;
  const needs: number[] = [];
  const groupNeeds: number[] = [20];
  columns.forEach((column, index) => {
    const span = spans[index] ?? { from: index, to: index };
    const own = column.group === null ? { top, bottom } : { top: bottom, bottom };
    put(canvas, { ...own, ...span }, column.title, headStyle());
    const need = heightOf(column.title, widthOf(canvas, span.from, span.to), BODY, true);
    needs.push(column.group === null && grouped ? need - 20 : need);
    if (column.group === null || columns[index - 1]?.group === column.group) return;
    const count = columns.slice(index).findIndex((next) => next.group !== column.group);
    const last = spans[count === -1 ? columns.length - 1 : index + count - 1] ?? span;
    put(canvas, { top, from: span.from, to: last.to }, column.group, headStyle());
    groupNeeds.push(heightOf(column.group, widthOf(canvas, span.from, last.to), BODY, true));
  });
  if (grouped) setHeight(canvas, top, Math.max(...groupNeeds));
  setHeight(canvas, bottom, Math.max(20, ...needs) + 2);
  canvas.next = bottom + 1;
}

function putRow(
  canvas: Canvas,
  table: Table,
  row: Row,
  at: number,
  spans: readonly Span[],
  place: TablePlace,
): void {
  if (!('cells' in row)) {
    const to = lastColumn(canvas);
    const style = {
      ...textStyle('left', { size: BODY, bold: row.role === 'section', italic: row.role === 'note' }),
      border: GRID,
    };
    put(
      canvas,
      { top: at, from: 0, to },
      row.text,
      row.role === 'section' ? { ...style, fill: fill('F2F2F2') } : style,
    );
    setHeight(canvas, at, Math.max(20, heightOf(row.text, widthOf(canvas, 0, to), BODY, true)));
    return;
  }
  const needs = [19];
  const wide = labelSpan(table, row);
  table.columns.forEach((column, index) => {
    const span = spans[index] ?? { from: index, to: index };
    if (index < wide) return;
    const from = index === wide ? (spans[0]?.from ?? 0) : span.from;
    const cell = row.cells[column.id] ?? { value: null };
    const style = cellStyle(column, row.role, cell.tone);
    put(canvas, { top: at, from, to: span.to }, contents(canvas, column, cell, at, place), style);
    if (column.bar === true && row.role === 'item' && isRatio(cell.value)) {
      canvas.bars.push({ row: at, column: from, tone: cell.tone });
    }
    if (typeof cell.value === 'string' && WRAPS.has(column.kind)) {
      needs.push(heightOf(cell.value, widthOf(canvas, from, span.to), BODY, style.font?.bold === true));
    }
  });
  setHeight(canvas, at, Math.max(...needs));
}

/** Kinds whose text may take several lines; a date's text is not what is shown. */
const WRAPS: ReadonlySet<Column['kind']> = new Set(['text', 'mark', 'code', 'count', 'percent']);

/** A total's label takes the empty number column before it. */
function labelSpan(table: Table, row: Extract<Row, { cells: unknown }>): number {
  const [first, second] = table.columns;
  if (row.role === 'item' || first?.kind !== 'ordinal' || second === undefined) return 0;
  return row.cells[first.id] === undefined ? 1 : 0;
}

function contents(canvas: Canvas, column: Column, cell: Cell, row: number, place: TablePlace): CellValue {
  const result = plainValue(cell.value);
  if (result === null) return null;
  const formula = cell.formula === undefined ? null : formulaText(cell.formula, row, place, canvas.tables);
  if (formula !== null && typeof result === 'number') return { formula, result };
  if (typeof result === 'number') return result;
  if (column.kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(result)) return new Date(`${result}T00:00:00Z`);
  // Excel knows no zones: the wall clock of the campaign is what is shown.
  if (column.kind === 'instant' && /^\d{4}-\d\d-\d\dT/.test(result)) {
    return new Date(`${result.slice(0, 19)}Z`);
  }
  return result;
}
