import type { Column, Table } from '../../view/table.ts';
import { lineCount, textWidth } from '../font-widths.ts';
import { BODY } from './style.ts';

/** One character of column width in points: the widest digit of 12-point Times New Roman. */
export const CHARACTER = 6;
export const PADDING = 5;

/** Rows that are enough to know what the texts of a column need. */
const MOST_ROWS = 150;
/** Characters that go from one column to another at a time. */
const STEP = 2;

/**
 * Shares the width of the columns of text among them so that the rows take the fewest lines: a long remark gets what
 * short names leave. No column becomes narrower than its longest word, and none that does not grow becomes so narrow
 * that a cell has to be wrapped for it.
 */
export function shareWidths(table: Table, widths: readonly number[]): readonly number[] {
  const texts = table.columns.flatMap((column, index) => (column.kind === 'text' ? [{ column, index }] : []));
  if (texts.length < 2) return widths;
  const rows = sampled(table);
  const needs = texts.map(({ column }) => needsOf(column, rows));
  const found = texts.map(({ index }) => widths[index] ?? 0);
  const lines = needs.map(({ lines: own }, n) => own(found[n] ?? 0));
  for (;;) {
    let best: { from: number; to: number; cost: number } | null = null;
    const now = height(lines);
    for (const from of found.keys()) {
      const given = (found[from] ?? 0) - STEP;
      if (given < (needs[from]?.least ?? 0)) continue;
      for (const to of found.keys()) {
        if (from === to) continue;
        const moved = lines.map((own, n) =>
          n === from
            ? (needs[n]?.lines(given) ?? own)
            : n === to
              ? (needs[n]?.lines((found[n] ?? 0) + STEP) ?? own)
              : own,
        );
        const cost = height(moved);
        if (cost < (best?.cost ?? now)) best = { from, to, cost };
      }
    }
    if (best === null) break;
    found[best.from] = (found[best.from] ?? 0) - STEP;
    found[best.to] = (found[best.to] ?? 0) + STEP;
    for (const n of [best.from, best.to]) lines[n] = needs[n]?.lines(found[n] ?? 0) ?? [];
  }
  return widths.map((width, index) => found[texts.findIndex((text) => text.index === index)] ?? width);
}

type Cells = readonly string[];

/** By column of text: what its cells say in the rows looked at, evenly over the table. */
function sampled(table: Table): readonly { readonly [column: string]: string }[] {
  const rows = table.rows.flatMap((row) => ('cells' in row ? [row.cells] : []));
  const every = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  return rows
    .filter((_, index) => index % every === 0)
    .map((cells) =>
      Object.fromEntries(
        Object.entries(cells).flatMap(([id, { value }]) => (typeof value === 'string' ? [[id, value]] : [])),
      ),
    );
}

/** The fewest characters that a column can have, and the lines that each of its cells takes at a width. */
function needsOf(column: Column, rows: readonly { readonly [column: string]: string }[]) {
  const cells: Cells = rows.map((row) => row[column.id] ?? '');
  const widest = (texts: Cells) =>
    (Math.max(...texts.map((text) => textWidth(text, BODY, true))) + PADDING) / CHARACTER;
  const word = widest([...cells, column.title].flatMap((text) => text.split(/\s/)));
  const least = column.grow
    ? word
    : Math.max(word, Math.min(column.width, widest(cells.flatMap((text) => text.split('\n')))));
  const known = new Map<number, readonly number[]>();
  const lines = (width: number) => {
    const found = known.get(width) ?? cells.map((text) => lineCount(text, width * CHARACTER - PADDING, BODY));
    known.set(width, found);
    return found;
  };
  return { least, lines };
}

/** Lines of the whole table: a row is as high as its highest cell. */
function height(columns: readonly (readonly number[])[]): number {
  const [first = []] = columns;
  return first.reduce((sum, _, row) => sum + Math.max(...columns.map((lines) => lines[row] ?? 1)), 0);
}
