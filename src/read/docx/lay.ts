import type { Cell, Sheet } from '../../model/grid.ts';
import { type Budget, buildSheet, type SheetBuilder } from '../sheet-builder.ts';

import type { Block, Paragraph, TableCell, TableRow } from './paragraph.ts';

/**
 * The whole document as one sheet, in reading order: a paragraph is a row with one cell in column A, a table row is a row. What stands
 * in text boxes, and tables inside cells, follow the row that holds them. Blank paragraphs leave no row, blank table rows do.
 */
export function layDocument(blocks: readonly Block[], budget: Budget): Sheet {
  const page: Page = { sheet: buildSheet('Word', budget), row: 0, paragraphs: 0, tables: 0 };
  layBlocks(page, blocks);
  return page.sheet.finish();
}

interface Page {
  readonly sheet: SheetBuilder;
  row: number;
  /** Those laid so far: what `origin` counts. */
  paragraphs: number;
  tables: number;
}

function layBlocks(page: Page, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.kind === 'paragraph') layParagraph(page, block.paragraph);
    else layTable(page, block.rows);
  }
}

function layParagraph(page: Page, paragraph: Paragraph): void {
  layPictures(page, paragraph, page.row, 0);
  const cell = cellOf(paragraph, page.row, 0);
  if (cell !== null) {
    page.paragraphs += 1;
    page.sheet.put(cell);
    page.sheet.row(page.row, { origin: { kind: 'paragraph', number: page.paragraphs } });
    page.row += 1;
  }
  layBlocks(page, paragraph.boxes);
}

function layTable(page: Page, rows: readonly TableRow[]): void {
  page.tables += 1;
  const table = page.tables;
  const plain = isPlain(rows);
  /** The merges downwards that are still open, by their first column. */
  const open = new Map<number, { top: number; bottom: number; right: number }>();
  const close = (left: number) => {
    const range = open.get(left);
    if (range !== undefined) page.sheet.merge({ ...range, left });
    open.delete(left);
  };
  for (const [i, row] of rows.entries()) {
    const index = page.row;
    page.sheet.row(index, { origin: { kind: 'table', table, row: i + 1 } });
    page.row += 1;
    let col = row.before;
    for (const cell of row.cells) {
      const width = plain ? 1 : cell.span;
      const above = open.get(col);
      if (cell.down === 'continue' && above !== undefined) above.bottom = index;
      else {
        close(col);
        layCell(page, cell, index, col);
        const range = { top: index, bottom: index, right: col + width - 1 };
        if (cell.down === 'restart') open.set(col, range);
        else page.sheet.merge({ ...range, left: col });
      }
      col += width;
    }
    for (const { content, inner } of row.cells) layBlocks(page, [...inner, ...content.boxes]);
  }
  for (const left of [...open.keys()]) close(left);
}

/**
 * Borders that were dragged leave a grid of many narrow columns, and spans over them. Where every row has as many cells as the others
 * and nothing is merged downwards, the cells themselves are the columns.
 */
function isPlain(rows: readonly TableRow[]): boolean {
  const width = rows[0]?.cells.length;
  return rows.every(
    ({ cells, before }) => before === 0 && cells.length === width && cells.every(({ down }) => down === null),
  );
}

function layCell(page: Page, { content }: TableCell, row: number, col: number): void {
  layPictures(page, content, row, col);
  const cell = cellOf(content, row, col);
  if (cell !== null) page.sheet.put(cell);
}

function layPictures(page: Page, { pictures }: Paragraph, row: number, col: number): void {
  for (let i = 0; i < Math.min(pictures, 20); i++) page.sheet.picture(row, col);
}

function cellOf({ text, fonts, looks, indent }: Paragraph, row: number, col: number): Cell | null {
  const shown = text.replace(/[^\S\n]*\n[^\S\n]*/g, '\n').trim();
  if (shown === '') return null;
  const font = fonts.most();
  // Three blanks and more before a text move it to the right as its own indent does.
  const blanks = /^[^\S\n]*/.exec(text)?.[0].length ?? 0;
  const look = looks.look(indent + Math.floor(blanks / 3));
  return {
    ...{ row, col, value: { kind: 'text', text: shown }, shown },
    ...(look === undefined ? {} : { look }),
    ...(font === undefined ? {} : { font }),
  };
}
