import { finding } from '../model/finding.ts';
import { type Aside, parseAddress, type Sheet } from '../model/grid.ts';
import { fail } from '../pack/fault.ts';
import { scanXml, type Xml } from '../pack/xml.ts';
import { decodeXml } from '../pack/xml-text.ts';
import { unpack, type Zip } from '../pack/zip.ts';
import type { Adapter, Source } from './adapter.ts';
import { within } from './limits.ts';
import { countShapes, odsValue, readOdsText, readOdsTyped, SHAPES } from './ods-cell.ts';
import { newOdsStyles, type OdsStyles, odsFont, odsLook, takeOdsStyle } from './ods-styles.ts';
import { type Budget, buildSheet, openBudget, type SheetBuilder, spend } from './sheet-builder.ts';

/** OpenDocument spreadsheets, as LibreOffice and OpenOffice save them. */
export const readOds: Adapter = (source) => {
  const { path } = source;
  const book: Book = {
    styles: newOdsStyles(),
    budget: openBudget(source),
    textBoxes: 0,
    sheets: [],
    pages: new Map(),
  };
  for (const text of partsOf(source)) readPart(scanXml(text, source.limits), book);
  const { sheets, textBoxes } = book;
  if (sheets.length === 0) {
    return { workbook: null, findings: [finding('file/no-sheets', { file: path }, { kind: 'ods' })] };
  }
  const boxes = textBoxes === 0 ? [] : [finding('form/text-box', { file: path }, { count: textBoxes })];
  return { workbook: { sheets }, findings: boxes };
};

interface Book {
  readonly styles: OdsStyles;
  readonly budget: Budget;
  readonly sheets: Sheet[];
  /** Lines of header and footer by the name of the page. */
  readonly pages: Map<string, readonly Aside[]>;
  textBoxes: number;
}

/** Styles and content: two parts of a package, or one flat file (`.fods`). */
function partsOf({ zip, bytes, format }: Source): readonly string[] {
  if (zip === null && format === 'fods') return [decodeXml(bytes)];
  if (zip === null) return fail({ kind: 'damaged', detail: 'not a package' });
  const manifest = part(zip, 'META-INF/manifest.xml');
  if (manifest?.includes('encryption-data')) fail({ kind: 'encrypted', entry: 'content.xml' });
  const content = part(zip, 'content.xml') ?? fail({ kind: 'damaged', detail: 'no content.xml' });
  const looks = part(zip, 'styles.xml');
  return looks === null ? [content] : [looks, content];
}

function part(zip: Zip, name: string): string | null {
  const entry = zip.entries.find((candidate) => candidate.name === name);
  return entry === undefined ? null : decodeXml(unpack(zip, entry));
}

function readPart(xml: Xml, book: Book): void {
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event !== 'open' || takeOdsStyle(xml, book.styles)) continue;
    if (xml.name === 'tracked-changes') xml.skip();
    else if (xml.name === 'master-page') readPage(xml, book);
    else if (xml.name === 'table') readTable(xml, book);
  }
}

/** Header and footer of a page: the fields in them ("Page 1", the sheet's name) are text like the rest. */
function readPage(xml: Xml, book: Book): void {
  const name = xml.attribute('name') ?? '';
  const inside = xml.depth;
  const lines: Aside[] = [];
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open' || !/^(header|footer)(-first|-left)?$/.test(xml.name)) continue;
    if (xml.attribute('display') === 'false') xml.skip();
    else lines.push(...linesOf(xml, book.budget));
  }
  book.pages.set(name, lines);
}

/** The paragraphs inside the element just opened, a line each; moves to its end. */
function linesOf(xml: Xml, budget: Budget): Aside[] {
  const inside = xml.depth;
  const lines: Aside[] = [];
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open' || xml.name !== 'p') continue;
    spend(budget);
    const text = xml.content().replace(/\s+/g, ' ').trim();
    if (text !== '') lines.push({ text });
  }
  return lines;
}

interface Cursor {
  readonly sheet: SheetBuilder;
  readonly sheetName: string;
  row: number;
  col: number;
  column: number;
  /** Rows that the open row stands for. */
  rowRepeat: number;
  rowStyle: string | null;
  /** Groups of the outline that the open row lies in. */
  outline: number;
  /** Lines of the boxes that float over the cells. */
  readonly boxes: Aside[];
  readonly columnStyles: { readonly to: number; readonly style: string | null }[];
}

function readTable(xml: Xml, book: Book): void {
  const name = xml.attribute('name') ?? `Sheet${book.sheets.length + 1}`;
  const looks = book.styles.styles.get(`table/${xml.attribute('style-name') ?? ''}`);
  const sheet = buildSheet(name, book.budget);
  const cursor: Cursor = {
    sheet,
    sheetName: name,
    ...{ row: -1, col: 0, column: 0, rowRepeat: 1, rowStyle: null, outline: 0, columnStyles: [], boxes: [] },
  };
  const inside = xml.depth;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (xml.name === 'table-row-group') cursor.outline += event === 'open' ? 1 : event === 'close' ? -1 : 0;
    if (event !== 'open') continue;
    spend(book.budget);
    if (xml.name === 'table-column') readColumn(xml, cursor);
    else if (xml.name === 'table-row') readRow(xml, cursor);
    else if (xml.name === 'table-cell' || xml.name === 'covered-table-cell') readCell(xml, cursor, book);
    else if (xml.name === 'shapes') readShapes(xml, cursor, book);
    else if (xml.name === 'table' || xml.name === 'annotation') xml.skip();
  }
  const aside = [...(book.pages.get(looks?.page ?? '') ?? []), ...cursor.boxes];
  book.sheets.push({
    ...sheet.finish(),
    hidden: looks?.display === false,
    ...(aside.length === 0 ? {} : { aside }),
  });
  within(book.budget.limits, 'sheets', book.sheets.length);
}

function readColumn(xml: Xml, cursor: Cursor): void {
  const from = cursor.column;
  cursor.column += count(xml, 'number-columns-repeated');
  if (isHidden(xml)) cursor.sheet.hideColumns(from, cursor.column - 1);
  if (cursor.columnStyles.length < 16_384)
    cursor.columnStyles.push({ to: cursor.column, style: xml.attribute('default-cell-style-name') });
}

function readRow(xml: Xml, cursor: Cursor): void {
  cursor.row += cursor.row < 0 ? 1 : cursor.rowRepeat;
  cursor.rowRepeat = count(xml, 'number-rows-repeated');
  cursor.rowStyle = xml.attribute('default-cell-style-name');
  cursor.col = 0;
  if (cursor.outline > 0 && cursor.rowRepeat < 1000) {
    for (let i = 0; i < cursor.rowRepeat; i++) cursor.sheet.row(cursor.row + i, { outline: cursor.outline });
  }
  // Filters hide thousands of empty rows at the end of a sheet: what is hidden beyond reach is not noted.
  if (isHidden(xml) && cursor.rowRepeat < 100_000) {
    for (let i = 0; i < cursor.rowRepeat; i++) cursor.sheet.row(cursor.row + i, { hidden: true });
  }
}

function readCell(xml: Xml, cursor: Cursor, book: Book): void {
  const { sheet, row, col, rowRepeat } = cursor;
  const repeat = count(xml, 'number-columns-repeated');
  cursor.col += repeat;
  const covered = xml.name === 'covered-table-cell';
  const style = xml.attribute('style-name') ?? cursor.rowStyle ?? columnStyle(cursor, col);
  const right = col + count(xml, 'number-columns-spanned') - 1;
  const bottom = row + count(xml, 'number-rows-spanned') - 1;
  if (!covered && (right > col || bottom > row)) sheet.merge({ top: row, left: col, bottom, right });
  const typed = readOdsTyped(xml);
  const found = readOdsText(xml, book.styles);
  book.textBoxes += found.textBoxes;
  cursor.boxes.push(...found.lines.map((text) => ({ text })));
  for (let i = 0; i < Math.min(found.pictures, 20); i++) sheet.picture(row, col);
  const value = covered ? null : odsValue(typed, found.text);
  if (value === null) return;
  const font = found.fonts.most() ?? odsFont(book.styles, 'table-cell', style);
  const look = odsLook(book.styles, style);
  const rest = {
    value,
    shown: value.kind === 'text' ? value.text : found.text,
    ...(look === undefined ? {} : { look }),
    ...(font === undefined ? {} : { font }),
    ...(typed.formula === null ? {} : { formula: typed.formula }),
  };
  within(book.budget.limits, 'rows', row + rowRepeat);
  within(book.budget.limits, 'columns', col + repeat);
  for (let down = 0; down < rowRepeat; down++) {
    for (let across = 0; across < repeat; across++)
      sheet.put({ row: row + down, col: col + across, ...rest });
  }
}

function columnStyle(cursor: Cursor, col: number): string | null {
  return cursor.columnStyles.find(({ to }) => col < to)?.style ?? null;
}

/** Shapes that hang on the sheet, not on a cell; the file tells where they end. */
function readShapes(xml: Xml, cursor: Cursor, book: Book): void {
  const inside = xml.depth;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open' || !SHAPES.has(xml.name)) continue;
    spend(book.budget);
    const end = parseAddress(xml.attribute('end-cell-address')?.split('.').at(-1) ?? '');
    const found = { pictures: 0, textBoxes: 0, lines: [] as string[] };
    countShapes(xml, found);
    book.textBoxes += found.textBoxes;
    cursor.boxes.push(...found.lines.map((text) => ({ text })));
    for (let i = 0; i < Math.min(found.pictures, 20); i++) cursor.sheet.picture(end?.row ?? 0, end?.col ?? 0);
  }
}

function isHidden(xml: Xml): boolean {
  const visibility = xml.attribute('visibility');
  return visibility === 'collapse' || visibility === 'filter';
}

/** A repeat or span: a whole number from 1 on. */
function count(xml: Xml, name: string): number {
  const text = xml.attribute(name) ?? '1';
  return /^\d{1,10}$/.test(text) ? Math.max(Number(text), 1) : 1;
}
