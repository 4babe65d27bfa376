import type { Words } from '../../lang/lang.ts';
import { isRight, shown } from '../../view/shown.ts';
import { type Column, isRatio, type Row, type Table, type Tone } from '../../view/table.ts';
import { SIZE, type Svg, type Text, type Typeface, text, wrapped } from './text.ts';

/** The fills of the workbook, its darker shades for bars, and its letters. */
const TONES: {
  readonly [T in Tone]?: { readonly fill?: string; readonly shade?: string; readonly look?: Text };
} = {
  reached: { fill: '#c6e0b4', shade: '#a9d08e', look: { bold: true } },
  near: { fill: '#fff2cc', shade: '#ffd966' },
  far: { fill: '#f8cbad', shade: '#f4b084', look: { underline: true } },
  missing: { fill: '#e7e6e6' },
  carried: { look: { italic: true } },
};

const PLAIN_SHADE = '#bdd7ee';
const HEAD = '#ddebf7';
const TOTAL = '#f2f2f2';
const RULE = '#595959';
const PAD = 7;
const LINE = SIZE * 1.3;
/** Widest column of text, and of a head over numbers, in points: longer ones are wrapped. */
const WIDEST_TEXT = 250;
const WIDEST_HEAD = 110;

/** Widths of the columns: no number and no word is cut. What the page has over goes to the columns that grow. */
export function columnWidths(table: Table, words: Words, face: Typeface, page: number): readonly number[] {
  const natural = table.columns.map((column) => naturalWidth(column, table, words, face));
  const over = Math.max(0, page - natural.reduce((a, b) => a + b, 0));
  const growing = table.columns.filter(({ grow }) => grow).length;
  return natural.map((width, index) => (table.columns[index]?.grow ? width + over / growing : width));
}

function naturalWidth(column: Column, table: Table, words: Words, face: Typeface): number {
  const texts = table.rows.flatMap((row) =>
    'cells' in row ? shown(row.cells[column.id], column, words).split('\n') : [],
  );
  const widest = (parts: readonly string[]) => Math.max(0, ...parts.map((part) => face(part, SIZE, true)));
  const single = (parts: readonly string[]) => parts.flatMap((part) => part.split(' '));
  const most = column.kind === 'text' ? WIDEST_TEXT : Number.POSITIVE_INFINITY;
  const content = Math.max(Math.min(widest(texts), most), widest(single(texts)));
  const head = Math.max(Math.min(widest([column.title]), WIDEST_HEAD), widest(single([column.title])));
  return Math.ceil(Math.max(content, head)) + 2 * PAD;
}

/** A table as drawing elements, its upper left corner at 0/0. */
export function tableSvg(table: Table, widths: readonly number[], words: Words, face: Typeface): Svg {
  const lefts = [0];
  for (const width of widths) lefts.push((lefts.at(-1) ?? 0) + width);
  const whole = lefts.at(-1) ?? 0;
  const head = headSvg(table.columns, lefts, face);
  const parts = [...head.parts];
  let top = head.height;
  for (const row of table.rows) {
    const drawn =
      'cells' in row ? rowSvg(row, table.columns, lefts, top, words, face) : noteSvg(row, whole, top, face);
    parts.push(...drawn.parts);
    top += drawn.height;
  }
  return { parts, width: whole, height: top };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A framed cell with its lines in the middle of its height. */
function box(at: Box, fill: string, lines: readonly string[], look: Text, bar = ''): readonly string[] {
  const frame = `x="${round(at.left)}" y="${round(at.top)}" width="${round(at.width)}" height="${round(at.height)}"`;
  const x =
    look.align === 'right'
      ? at.left + at.width - PAD
      : look.align === 'center'
        ? at.left + at.width / 2
        : at.left + PAD;
  const first = at.top + (at.height - lines.length * LINE) / 2 + SIZE * 1.02;
  return [
    `<rect ${frame} fill="${fill}"/>`,
    bar,
    `<rect ${frame} fill="none" stroke="${RULE}" stroke-width="0.8"/>`,
    ...lines.map((line, index) => (line === '' ? '' : text(line, x, first + index * LINE, look))),
  ];
}

function headSvg(columns: readonly Column[], lefts: readonly number[], face: Typeface): Svg {
  const look: Text = { bold: true, align: 'center' };
  const over = (from: number, to: number) => (lefts[to] ?? 0) - (lefts[from] ?? 0);
  const titles = columns.map(({ title }, index) =>
    wrapped(title, over(index, index + 1) - 2 * PAD, face, look),
  );
  const groups = columns.flatMap((column, index) => {
    if (column.group === null || columns[index - 1]?.group === column.group) return [];
    const end = columns.findIndex((next, at) => at > index && next.group !== column.group);
    const to = end === -1 ? columns.length : end;
    return [{ from: index, to, lines: wrapped(column.group, over(index, to) - 2 * PAD, face, look) }];
  });
  const tall = (lists: readonly (readonly string[])[]) =>
    lists.length === 0 ? 0 : Math.max(...lists.map((lines) => lines.length)) * LINE + PAD;
  const upper = tall(groups.map(({ lines }) => lines));
  const lower = tall(titles.filter((_, index) => columns[index]?.group !== null));
  const alone = tall(titles.filter((_, index) => columns[index]?.group === null));
  const height = Math.max(upper + lower, alone);
  const parts = [
    ...groups.flatMap(({ from, to, lines }) =>
      box({ left: lefts[from] ?? 0, top: 0, width: over(from, to), height: upper }, HEAD, lines, look),
    ),
    ...columns.flatMap((column, index) => {
      const top = column.group === null ? 0 : upper;
      const at = { left: lefts[index] ?? 0, top, width: over(index, index + 1), height: height - top };
      return box(at, HEAD, titles[index] ?? [], look);
    }),
  ];
  return { parts, width: lefts.at(-1) ?? 0, height };
}

function rowSvg(
  row: Extract<Row, { cells: unknown }>,
  columns: readonly Column[],
  lefts: readonly number[],
  top: number,
  words: Words,
  face: Typeface,
): Svg {
  const cells = columns.map((column, index) => {
    const cell = row.cells[column.id];
    const tone = cell?.tone === undefined ? undefined : TONES[cell.tone];
    const width = (lefts[index + 1] ?? 0) - (lefts[index] ?? 0);
    const look: Text = {
      align: ['ordinal', 'rank', 'mark', 'share', 'date'].includes(column.kind)
        ? 'center'
        : isRight(column)
          ? 'right'
          : 'left',
      ...(row.role === 'total' ? { bold: true } : {}),
      ...tone?.look,
    };
    const lines = wrapped(shown(cell, column, words), width - 2 * PAD, face, look);
    return { column, cell, tone, width, look, lines, left: lefts[index] ?? 0 };
  });
  const height = Math.max(1, ...cells.map(({ lines }) => lines.length)) * LINE + PAD;
  const ground = row.role === 'item' ? '#ffffff' : TOTAL;
  const parts = cells.flatMap(({ column, cell, tone, width, look, lines, left }) => {
    const { value = null } = cell ?? {};
    const share = isRatio(value) ? Math.min(1, value.numerator / value.denominator) : 0;
    const bar =
      column.bar === true && row.role === 'item' && share > 0
        ? `<rect x="${round(left)}" y="${round(top)}" width="${round(width * share)}" height="${round(height)}" fill="${tone?.shade ?? PLAIN_SHADE}"/>`
        : '';
    return box({ left, top, width, height }, tone?.fill ?? ground, lines, look, bar);
  });
  return { parts, width: lefts.at(-1) ?? 0, height };
}

function noteSvg(row: Exclude<Row, { cells: unknown }>, width: number, top: number, face: Typeface): Svg {
  const look: Text = { bold: row.role === 'section' };
  const lines = wrapped(row.text, width - 2 * PAD, face, look);
  const height = lines.length * LINE + PAD;
  return { parts: box({ left: 0, top, width, height }, TOTAL, lines, look), width, height };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
