import type { Words } from '../../lang/lang.ts';
import { isRight, shown } from '../../view/shown.ts';
import type { Column, Row, Table, Tone } from '../../view/table.ts';
import { textWidth } from '../font-widths.ts';
import { type Look, paragraph, table, tableCell, tableRow } from './text.ts';

const HEAD_FILL = 'DDEBF7';
const SIZE = 22;

/** The fills and letters of the workbook, for those tones that a report in words shows. */
const TONES: { readonly [T in Tone]?: { readonly fill?: string; readonly look?: Look } } = {
  reached: { fill: 'C6E0B4', look: { bold: true } },
  near: { fill: 'FFF2CC' },
  far: { fill: 'F8CBAD', look: { underline: true } },
  missing: { fill: 'E7E6E6' },
  carried: { look: { italic: true } },
};

/** A table over the whole width (in twentieths of a point), its head repeated on every page. */
export function tableXml(own: Table, words: Words, width: number): string {
  const widths = spread(own.columns, width);
  const head = headRows(own.columns, widths);
  const rows = own.rows.map((row, index) => {
    const next = own.rows[index + 1]?.role;
    return rowXml(row, own.columns, widths, words, next === 'total' || next === 'part');
  });
  return table(head + rows.join(''), widths, true);
}

/** Word's own margins on both sides of a cell, and a little for other fonts. */
const CELL_MARGINS = 240;

/** Widths by the characters that the columns want, all of the page together; no word of a head is parted. */
function spread(columns: readonly Column[], width: number): readonly number[] {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const least = columns.map(({ title }) => {
    const words = title.split(/\s/).map((word) => textWidth(word, SIZE / 2, true));
    return Math.ceil(Math.max(...words) * 20) + CELL_MARGINS;
  });
  const widths = columns.map((column, index) =>
    Math.max(least[index] ?? 0, Math.floor((width * column.width) / whole)),
  );
  // What is over or left belongs to the widest, which wraps its texts anyway.
  const widest = widths.indexOf(Math.max(...widths));
  widths[widest] = (widths[widest] ?? 0) + width - widths.reduce((a, b) => a + b, 0);
  return widths;
}

function headRows(columns: readonly Column[], widths: readonly number[]): string {
  const head = (text: string) => paragraph(text, { size: SIZE, bold: true, align: 'center', keepNext: true });
  const grouped = columns.some((column) => column.group !== null);
  const top: string[] = [];
  const bottom: string[] = [];
  columns.forEach((column, index) => {
    const width = widths[index] ?? 0;
    if (column.group === null) {
      const merge = grouped ? ({ merge: 'restart' } as const) : {};
      top.push(tableCell(head(column.title), { width, fill: HEAD_FILL, ...merge }));
      bottom.push(tableCell(head(''), { width, fill: HEAD_FILL, merge: 'continue' }));
      return;
    }
    bottom.push(tableCell(head(column.title), { width, fill: HEAD_FILL }));
    if (columns[index - 1]?.group === column.group) return;
    const next = columns.slice(index).findIndex((one) => one.group !== column.group);
    const span = next === -1 ? columns.length - index : next;
    const whole = widths.slice(index, index + span).reduce((a, b) => a + b, 0);
    top.push(tableCell(head(column.group), { width: whole, span, fill: HEAD_FILL }));
  });
  return tableRow(top.join(''), true) + (grouped ? tableRow(bottom.join(''), true) : '');
}

/** `kept`: the row stays on the page of the next, so that no total stands alone. */
function rowXml(
  row: Row,
  columns: readonly Column[],
  widths: readonly number[],
  words: Words,
  kept: boolean,
): string {
  if (!('cells' in row)) {
    const width = widths.reduce((a, b) => a + b, 0);
    const content = paragraph(row.text, { size: SIZE, bold: true });
    return tableRow(tableCell(content, { width, span: columns.length, fill: 'F2F2F2' }));
  }
  const isTotal = row.role !== 'item';
  const cells = columns.map((column, index) => {
    const cell = row.cells[column.id];
    const tone = cell?.tone === undefined ? undefined : TONES[cell.tone];
    const look: Look = {
      size: SIZE,
      keepNext: kept,
      align:
        column.kind === 'ordinal' || column.kind === 'rank' ? 'center' : isRight(column) ? 'right' : 'left',
      ...(row.role === 'total' ? { bold: true } : {}),
      ...tone?.look,
    };
    const ground = tone?.fill ?? (isTotal ? 'F2F2F2' : undefined);
    const fill = ground === undefined ? {} : { fill: ground };
    return tableCell(paragraph(shown(cell, column, words), look), { width: widths[index] ?? 0, ...fill });
  });
  return tableRow(cells.join(''));
}
