import { finding } from '../model/finding.ts';
import type { CellValue, Sheet } from '../model/grid.ts';
import { scanXml, type Xml } from '../pack/xml.ts';
import { decodeXml } from '../pack/xml-text.ts';
import type { Adapter } from './adapter.ts';
import { type FontTally, fontTally } from './font-tally.ts';
import { within } from './limits.ts';
import { readNamedCode } from './named-code.ts';
import { type Budget, buildSheet, openBudget, type SheetBuilder } from './sheet-builder.ts';
import { numberCell, shownIso } from './xlsx/number-cell.ts';

/** "XML Spreadsheet 2003": one XML file that Excel 2003 and many portals save as `.xls` or `.xml`. */
export const readSpreadsheetml: Adapter = (source) => {
  const xml = scanXml(decodeXml(source.bytes), source.limits);
  const book: Book = { styles: new Map(), date1904: false, budget: openBudget(source) };
  const sheets: Sheet[] = [];
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'Style') readStyle(xml, book.styles);
    else if (xml.name === 'Date1904') book.date1904 = true;
    else if (xml.name === 'Worksheet') sheets.push(readWorksheet(xml, book, sheets.length));
    within(source.limits, 'sheets', sheets.length);
  }
  if (sheets.length > 0) return { workbook: { sheets }, findings: [] };
  return {
    workbook: null,
    findings: [finding('file/no-sheets', { file: source.path }, { kind: 'spreadsheetml' })],
  };
};

interface Style {
  readonly font?: string;
  readonly format?: string;
}

interface Book {
  readonly styles: Map<string, Style>;
  date1904: boolean;
  readonly budget: Budget;
}

function readStyle(xml: Xml, styles: Map<string, Style>): void {
  const id = xml.attribute('ID') ?? '';
  const parent = styles.get(xml.attribute('Parent') ?? 'Default');
  const inside = xml.depth;
  let style: Style = { ...parent };
  while (xml.next() !== 'close' || xml.depth >= inside) {
    const font = xml.name === 'Font' ? xml.attribute('FontName') : null;
    const format = xml.name === 'NumberFormat' ? xml.attribute('Format') : null;
    if (font !== null) style = { ...style, font };
    if (format !== null) style = { ...style, format };
  }
  styles.set(id, style);
}

interface Cursor {
  row: number;
  /** Rows after this one that it speaks for, too. */
  span: number;
  col: number;
  column: number;
  rowStyle: string | null;
  readonly columnStyles: Map<number, string>;
}

function readWorksheet(xml: Xml, book: Book, index: number): Sheet {
  const name = xml.attribute('Name') ?? `Sheet${index + 1}`;
  const sheet = buildSheet(name, book.budget);
  const inside = xml.depth;
  const cursor: Cursor = { row: -1, span: 0, col: -1, column: -1, rowStyle: null, columnStyles: new Map() };
  let hidden = false;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'Column') readColumn(xml, sheet, cursor, book.budget.limits.columns);
    else if (xml.name === 'Row') readRow(xml, sheet, cursor);
    else if (xml.name === 'Cell') readCell(xml, sheet, cursor, book);
    else if (xml.name === 'Visible') hidden = /^SheetHidden|^SheetVeryHidden/.test(xml.content());
  }
  return { ...sheet.finish(), hidden };
}

function readColumn(xml: Xml, sheet: SheetBuilder, cursor: Cursor, columns: number): void {
  const from = (count(xml, 'Index') ?? cursor.column + 2) - 1;
  const to = Math.min(from + (count(xml, 'Span') ?? 0), columns - 1);
  cursor.column = to;
  if (xml.attribute('Hidden') === '1') sheet.hideColumns(from, to);
  const style = xml.attribute('StyleID');
  if (style !== null) for (let col = from; col <= to; col++) cursor.columnStyles.set(col, style);
}

function readRow(xml: Xml, sheet: SheetBuilder, cursor: Cursor): void {
  cursor.row = (count(xml, 'Index') ?? cursor.row + cursor.span + 2) - 1;
  cursor.span = count(xml, 'Span') ?? 0;
  cursor.col = -1;
  cursor.rowStyle = xml.attribute('StyleID');
  if (xml.attribute('Hidden') === '1') sheet.row(cursor.row, { hidden: true });
}

function readCell(xml: Xml, sheet: SheetBuilder, cursor: Cursor, book: Book): void {
  const row = cursor.row;
  const col = (count(xml, 'Index') ?? cursor.col + 2) - 1;
  const across = count(xml, 'MergeAcross') ?? 0;
  const down = count(xml, 'MergeDown') ?? 0;
  cursor.col = col + across;
  if (across > 0 || down > 0) sheet.merge({ top: row, left: col, bottom: row + down, right: col + across });
  const styleId = xml.attribute('StyleID') ?? cursor.rowStyle ?? cursor.columnStyles.get(col) ?? 'Default';
  const style = book.styles.get(styleId) ?? {};
  const formula = xml.attribute('Formula')?.replace(/^=/, '');
  const { found, fonts } = readData(xml, style, book);
  const stored: Seen | null =
    found ?? (formula === undefined ? null : { value: { kind: 'uncomputed' }, shown: '' });
  if (stored === null) return;
  const font = fonts.most() ?? style.font;
  sheet.put({
    row,
    col,
    ...stored,
    ...(font === undefined ? {} : { font }),
    ...(formula === undefined ? {} : { formula }),
  });
}

interface Seen {
  readonly value: CellValue;
  readonly shown: string;
}

/** The value of the cell just opened, or null when it is blank; moves to the end of the cell. Comments have a `Data` of their own. */
function readData(xml: Xml, style: Style, book: Book): { found: Seen | null; fonts: FontTally } {
  const inside = xml.depth;
  const fonts = fontTally();
  let found: Seen | null = null;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'Comment') xml.skip();
    else if (xml.name === 'Data') {
      const type = xml.attribute('Type') ?? 'String';
      found = dataValue(type, readText(xml, style.font, fonts), style, book);
    }
  }
  return { found, fonts };
}

/** Text with its runs: `<Font html:Face="…">` inside `Data`. */
function readText(xml: Xml, font: string | undefined, fonts: FontTally): string {
  const inside = xml.depth;
  const faces: (string | undefined)[] = [font];
  let all = '';
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event === 'open') faces.push(xml.attribute('Face') ?? faces.at(-1));
    else if (event === 'close') faces.pop();
    else {
      const piece = xml.text();
      fonts.add(faces.at(-1), piece);
      all += piece;
    }
  }
  return all;
}

function dataValue(type: string, text: string, style: Style, book: Book): Seen | null {
  const bare = text.trim();
  if (bare === '') return null;
  if (type === 'Number' && Number.isFinite(Number(bare))) {
    return numberCell(Number(bare), readNamedCode(style.format ?? ''), book.date1904);
  }
  if (type === 'Boolean') {
    const boolean = bare === '1';
    return { value: { kind: 'boolean', boolean }, shown: boolean ? 'TRUE' : 'FALSE' };
  }
  if (type === 'Error' || ERROR.test(bare)) return { value: { kind: 'error', error: bare }, shown: bare };
  const date = type === 'DateTime' ? dateTime(bare) : null;
  return date ?? { value: { kind: 'text', text }, shown: text };
}

/** LibreOffice saves errors as strings. */
const ERROR = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/;

/** `2021-08-16T00:00:00.000`; a time alone stands on 31/12/1899. */
function dateTime(text: string): Seen | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?)?$/.exec(text);
  if (match?.[1] === undefined) return null;
  const [, date, time = '00:00:00'] = match;
  const timeShown = time !== '00:00:00';
  const iso = date < '1900-01-01' ? `T${time}` : timeShown ? `${date}T${time}` : date;
  return { value: { kind: 'date', iso }, shown: shownIso(iso, { date: true, time: timeShown }) };
}

/** A whole number ≥ 0 in an attribute; null where there is none. */
function count(xml: Xml, name: string): number | null {
  const text = xml.attribute(name);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
