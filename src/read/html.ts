import { finding } from '../model/finding.ts';
import type { Sheet } from '../model/grid.ts';
import { fail } from '../pack/fault.ts';
import { decodeAs } from '../text/bytes.ts';
import type { Adapter } from './adapter.ts';
import { type FontTally, fontTally } from './font-tally.ts';
import { tidy } from './html-cell.ts';
import { type Look, type StyleSheet, styleSheet } from './html-style.ts';
import { type HtmlTable, layTable, newCell, newColumns, newRow, newTable } from './html-table.ts';
import { type HtmlToken, htmlTokens } from './html-tokens.ts';
import { type Budget, buildSheet, openBudget, type SheetBuilder } from './sheet-builder.ts';

/**
 * A page as one sheet, in reading order: a paragraph is a row with one cell in column A, a table row is a row. A table inside a cell
 * comes after the row that holds it. An `.xls` that is HTML keeps the rows that Excel shows for it.
 */
export const readHtml: Adapter = (source) => {
  const sheet = readPage(decodeHtml(source.bytes), openBudget(source));
  if (sheet.rows.length > 0) return { workbook: { sheets: [sheet] }, findings: [] };
  // Excel's "web page" of several sheets: a frame around files that were not sent along.
  return { workbook: null, findings: [finding('file/not-a-table', { file: source.path }, { kind: 'html' })] };
};

function readPage(text: string, budget: Budget): Sheet {
  const page: Page = {
    sheet: buildSheet('HTML', budget),
    budget,
    styles: styleSheet(),
    open: [],
    tables: [],
    paragraph: { text: '', fonts: fontTally() },
    nextRow: 0,
  };
  for (const token of htmlTokens(text)) take(page, token);
  while (page.tables.length > 0) closeTable(page);
  endParagraph(page);
  return page.sheet.finish();
}

interface Page {
  readonly sheet: SheetBuilder;
  readonly budget: Budget;
  readonly styles: StyleSheet;
  /** Open elements and what they say of fonts; bounded, for pages that never close anything. */
  readonly open: { readonly name: string; readonly look: Look }[];
  /** Open tables, each inside a cell of the one before. */
  readonly tables: HtmlTable[];
  paragraph: { text: string; readonly fonts: FontTally };
  nextRow: number;
}

const BLOCKS = new Set(
  'address article blockquote body center dd div dl dt form h1 h2 h3 h4 h5 h6 hr li ol p pre section ul'.split(
    ' ',
  ),
);
const VOID = new Set('area base br col embed hr img input link meta wbr'.split(' '));
const MOST_OPEN = 300;
const MOST_TABLES_DEEP = 30;

function take(page: Page, token: HtmlToken): void {
  if (token.kind === 'style') page.styles.add(token.text);
  else if (token.kind === 'text') takeText(page, token.text);
  else if (token.kind === 'open') open(page, token.name, token.attributes);
  else close(page, token.name);
}

function takeText(page: Page, text: string): void {
  const table = page.tables.at(-1);
  const into = table === undefined ? page.paragraph : table.cell;
  // Text between the cells of a table belongs to none of them.
  if (into === null) return;
  const piece = text.replace(/[ \t\r\n\f]+/g, ' ');
  into.text += piece;
  into.fonts.add(page.open.findLast(({ look }) => look.font !== undefined)?.look.font, piece);
}

function open(page: Page, name: string, attributes: ReadonlyMap<string, string>): void {
  const table = page.tables.at(-1);
  if (name === 'img') {
    picture(page);
    return;
  }
  if (name === 'br' || BLOCKS.has(name)) lineBreak(page);
  if (name === 'table' && table === undefined) endParagraph(page);
  const look = page.styles.look(name, attributes);
  if (table !== undefined) openInTable(page, table, name, attributes, look);
  if (!VOID.has(name) && page.open.length < MOST_OPEN) page.open.push({ name, look });
  if (name === 'table') {
    if (page.tables.length >= MOST_TABLES_DEEP)
      fail({ kind: 'limit', limit: 'depth', most: MOST_TABLES_DEEP });
    page.tables.push(newTable(page.open.length));
  }
}

function openInTable(
  page: Page,
  table: HtmlTable,
  name: string,
  attributes: ReadonlyMap<string, string>,
  look: Look,
): void {
  if (name === 'tr') {
    truncate(page, table.base);
    newRow(table, look.hidden === true, page.open.length + 1);
  } else if (name === 'td' || name === 'th') {
    truncate(page, table.row?.base ?? table.base);
    newCell(table, attributes, look, page.budget);
  } else if (name === 'col') {
    const [from, to] = newColumns(table, attributes);
    if (look.hidden && page.tables.length === 1) page.sheet.hideColumns(from, to);
  }
}

function close(page: Page, name: string): void {
  const table = page.tables.at(-1);
  if (name === 'table') {
    closeTable(page);
    return;
  }
  if (BLOCKS.has(name)) lineBreak(page);
  if (table !== undefined && (name === 'td' || name === 'th' || name === 'tr')) {
    table.cell = null;
    if (name === 'tr') table.row = null;
  }
  const at = page.open.findLastIndex((element) => element.name === name);
  if (at >= (table?.base ?? 0)) truncate(page, at);
}

function closeTable(page: Page): void {
  const table = page.tables.pop();
  if (table === undefined) return;
  truncate(page, table.base - 1);
  const outer = page.tables.at(-1);
  if (outer === undefined) page.nextRow = layTable(page.sheet, table, page.nextRow);
  else outer.row?.inner.push(table);
}

function truncate(page: Page, length: number): void {
  page.open.length = Math.min(page.open.length, Math.max(length, 0));
}

function lineBreak(page: Page): void {
  const table = page.tables.at(-1);
  if (table === undefined) endParagraph(page);
  else if (table.cell !== null) table.cell.text += '\n';
}

function picture(page: Page): void {
  const cell = page.tables.at(-1)?.cell;
  if (cell) cell.pictures += 1;
  else page.sheet.picture(page.nextRow, 0);
}

function endParagraph(page: Page): void {
  const shown = tidy(page.paragraph.text);
  if (shown !== '') {
    const font = page.paragraph.fonts.most();
    const value = { kind: 'text', text: shown } as const;
    page.sheet.put({ row: page.nextRow, col: 0, value, shown, ...(font === undefined ? {} : { font }) });
    page.nextRow += 1;
  }
  page.paragraph = { text: '', fonts: fontTally() };
}

/** Byte order mark, else UTF-8 where it is valid, else what `<meta>` declares, else Windows-1252. */
function decodeHtml(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
    const declared = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1]?.toLowerCase();
    // What calls itself UTF and is not valid as such is a page of single bytes.
    return decodeLabel(
      declared === undefined || declared.startsWith('utf') ? 'windows-1252' : declared,
      bytes,
    );
  }
}

function decodeLabel(label: string, bytes: Uint8Array): string {
  try {
    return decodeAs(label, bytes);
  } catch {
    return decodeAs('windows-1252', bytes);
  }
}
