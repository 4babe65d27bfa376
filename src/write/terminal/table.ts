import CliTable from 'cli-table3';
import type { Words } from '../../lang/lang.ts';
import { isRight, shown } from '../../view/shown.ts';
import type { Column, Row, Table } from '../../view/table.ts';
import { type Paint, paintFor, type Screen } from './paint.ts';
import { screenWidth, wrap } from './text.ts';

/** Most characters that a column of text asks for, and the fewest that it can be read in. */
const TEXT_MOST = 34;
const TEXT_LEAST = 16;
const BETWEEN = '  ';

/** A table for the width of the screen: columns that do not fit are left out, the least needed first, and named. */
export function terminalTable(
  table: Table,
  words: Words,
  screen: Screen,
): { readonly lines: readonly string[]; readonly dropped: readonly string[] } {
  const filled = table.columns.filter((column) =>
    table.rows.some((row) => 'cells' in row && shown(row.cells[column.id], column, words) !== ''),
  );
  const { kept, widths } = fitted(filled, table, words, screen.columns);
  const paint = paintFor(screen);
  const head: CliTable.HorizontalTableRow[] = [
    kept.map((column) => ({ content: paint.bold(column.short), vAlign: 'bottom' })),
    widths.map((width) => paint.dim('─'.repeat(width))),
  ];
  const rows = [...head, ...table.rows.map((row) => rowOf(row, kept, words, paint))];
  const dropped = filled.filter((column) => !kept.includes(column)).map((column) => column.short);
  return {
    lines: piecesOf(rows).flatMap((piece) => drawn(piece, kept, widths)),
    dropped,
  };
}

/** cli-table3 compares every row with every other one: with fixed widths a long table is as well drawn in pieces. */
const ROWS_A_PIECE = 60;

function piecesOf<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const pieces: (readonly T[])[] = [];
  for (let at = 0; at < rows.length; at += ROWS_A_PIECE) pieces.push(rows.slice(at, at + ROWS_A_PIECE));
  return pieces;
}

function drawn(
  rows: readonly CliTable.HorizontalTableRow[],
  columns: readonly Column[],
  widths: readonly number[],
): readonly string[] {
  const grid = new CliTable({
    chars: QUIET,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: columns.map((column) => (isRight(column) ? 'right' : 'left')),
    colWidths: [...widths],
    wordWrap: true,
  });
  grid.push(...rows);
  return grid
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

const QUIET = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: BETWEEN,
};

function rowOf(
  row: Row,
  columns: readonly Column[],
  words: Words,
  paint: Paint,
): CliTable.HorizontalTableRow {
  if (!('cells' in row)) return [{ content: paint.bold(row.text), colSpan: columns.length, hAlign: 'left' }];
  return columns.map((column) => {
    const cell = row.cells[column.id];
    const text = shown(cell, column, words).normalize('NFC');
    const toned = paint.tone(text, cell?.tone);
    return row.role === 'total' ? paint.bold(toned) : toned;
  });
}

/** Takes columns, the most needed first, as long as they fit; what is left of the line goes to the columns of text. */
function fitted(
  columns: readonly Column[],
  table: Table,
  words: Words,
  width: number,
): { readonly kept: readonly Column[]; readonly widths: readonly number[] } {
  const natural = new Map(columns.map((column) => [column.id, naturalWidth(column, table, words)]));
  const least = (column: Column) => {
    const wanted = natural.get(column.id) ?? 0;
    return column.kind === 'text' ? Math.min(wanted, TEXT_LEAST) : wanted;
  };
  const taken = new Set<Column>();
  let left = width + BETWEEN.length;
  for (const column of [...columns].sort((a, b) => a.drop - b.drop)) {
    const needs = least(column) + BETWEEN.length;
    if (column.drop > 0 && needs > left) continue;
    taken.add(column);
    left -= needs;
  }
  const kept = columns.filter((column) => taken.has(column));
  const widths = kept.map((column) => {
    const more = Math.max(0, Math.min((natural.get(column.id) ?? 0) - least(column), left));
    left -= more;
    return least(column) + more;
  });
  return { kept, widths };
}

function naturalWidth(column: Column, table: Table, words: Words): number {
  const texts = table.rows.flatMap((row) =>
    'cells' in row ? [shown(row.cells[column.id], column, words)] : [],
  );
  const widest = Math.max(...texts.map(screenWidth), 0);
  if (column.kind === 'text') return Math.max(Math.min(widest, TEXT_MOST), screenWidth(column.short));
  return Math.max(widest, ...wrap(column.short, 1).map(screenWidth));
}
