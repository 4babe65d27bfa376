import { address, parseAddress } from '../../model/grid.ts';
import { fail } from '../../pack/fault.ts';
import { scanXml, type Xml } from '../../pack/xml.ts';
import { closingTag, type Edit, edited, openedTag, prefixOf, withAttribute } from './tag.ts';

/** Gives the format that a marked cell takes in place of `base`. */
export type Restyle = (row: number, col: number, base: number) => number;

/** Marked cells by row and column (0-based). */
export type CellSet = ReadonlyMap<number, ReadonlySet<number>>;

/**
 * A worksheet part with the formats of some cells changed; a cell that is not there yet is put in its place, with the
 * format that its row or column gives. Throws a fault where rows or cells do not ascend: then no place is sure.
 */
export function markCells(source: string, wanted: CellSet, restyle: Restyle): string {
  const xml = scanXml(source);
  const edits: Edit[] = [];
  const columns: ColumnStyle[] = [];
  let met = false;
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'col') columns.push(columnStyle(xml));
    else if (xml.name === 'sheetData' && !met) {
      met = true;
      edits.push(...markRows(source, xml, { wanted, restyle, columns }));
    }
  }
  if (!met) fail({ kind: 'unsupported', detail: 'no sheetData' });
  return edited(source, edits);
}

interface Setup {
  readonly wanted: CellSet;
  readonly restyle: Restyle;
  readonly columns: readonly ColumnStyle[];
}

interface ColumnStyle {
  readonly from: number;
  readonly to: number;
  readonly style: number;
}

function columnStyle(xml: Xml): ColumnStyle {
  const number = (name: string) => Number(xml.attribute(name) ?? 0);
  return { from: number('min') - 1, to: number('max') - 1, style: number('style') };
}

function markRows(source: string, xml: Xml, setup: Setup): readonly Edit[] {
  const inside = xml.depth;
  const opened = { start: xml.start, end: xml.end };
  const tag = source.slice(opened.start, opened.end);
  const prefix = prefixOf(tag);
  const missing = [...setup.wanted.keys()].sort((a, b) => a - b);
  const edits: Edit[] = [];
  const newRows = (before: number): string => {
    let rows = '';
    while (missing[0] !== undefined && missing[0] < before)
      rows += newRow(missing.shift() ?? 0, prefix, setup);
    return rows;
  };
  let index = -1;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open' || xml.name !== 'row') continue;
    const row = scanRow(xml, index + 1);
    if (row.index <= index) fail({ kind: 'unsupported', detail: 'rows out of order' });
    index = row.index;
    const rows = newRows(index);
    if (rows !== '') edits.push({ at: row.start, end: row.start, text: rows });
    if (missing[0] !== index) continue;
    missing.shift();
    edits.push(...markRow(source, row, setup));
  }
  const rest = newRows(Number.POSITIVE_INFINITY);
  if (rest === '') return edits;
  if (xml.start === opened.start) {
    return [{ at: opened.start, end: opened.end, text: openedTag(tag) + rest + closingTag(tag) }];
  }
  return [...edits, { at: xml.start, end: xml.start, text: rest }];
}

interface RowSpan {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Where its closing tag begins; its own start where it is empty. */
  readonly close: number;
  /** Its `s`, where it says that cells without a format of their own take it. */
  readonly style: number | null;
  readonly cells: readonly CellSpan[];
}

interface CellSpan {
  readonly col: number;
  readonly start: number;
  readonly end: number;
  readonly style: number;
}

/** Rows and cells without an address stand where the reader of workbooks takes them to be. */
function scanRow(xml: Xml, next: number): RowSpan {
  const inside = xml.depth;
  const { start, end } = xml;
  const said = Number(xml.attribute('r') ?? 0);
  const custom = /^(1|true)$/.test(xml.attribute('customFormat') ?? '');
  const style = custom ? Number(xml.attribute('s') ?? 0) : null;
  let index = said > 0 ? said - 1 : null;
  let col = -1;
  const cells: CellSpan[] = [];
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open' || xml.name !== 'c') continue;
    const ref = xml.attribute('r');
    const named = ref === null ? null : parseAddress(ref);
    index ??= named?.row ?? next;
    col = named?.col ?? col + 1;
    cells.push({ col, start: xml.start, end: xml.end, style: Number(xml.attribute('s') ?? 0) });
  }
  return { index: index ?? next, start, end, close: xml.start, style, cells };
}

function markRow(source: string, row: RowSpan, setup: Setup): readonly Edit[] {
  const tag = source.slice(row.start, row.end);
  const prefix = prefixOf(tag);
  const missing = [...(setup.wanted.get(row.index) ?? [])].sort((a, b) => a - b);
  const edits: Edit[] = [];
  let widened = tag;
  const newCells = (before: number): string => {
    let cells = '';
    while (missing[0] !== undefined && missing[0] < before) {
      const col = missing.shift() ?? 0;
      cells += newCell(row.index, col, row.style, prefix, setup);
      widened = withSpan(widened, col);
    }
    return cells;
  };
  let last = -1;
  for (const { col, start, end, style } of row.cells) {
    if (col <= last) fail({ kind: 'unsupported', detail: 'cells out of order' });
    last = col;
    const cells = newCells(col);
    if (cells !== '') edits.push({ at: start, end: start, text: cells });
    if (missing[0] !== col) continue;
    missing.shift();
    const restyled = String(setup.restyle(row.index, col, style));
    edits.push({ at: start, end, text: withAttribute(source.slice(start, end), 's', restyled) });
  }
  const rest = newCells(Number.POSITIVE_INFINITY);
  if (row.close === row.start) {
    return rest === ''
      ? edits
      : [{ at: row.start, end: row.end, text: openedTag(widened) + rest + closingTag(tag) }];
  }
  if (rest !== '') edits.push({ at: row.close, end: row.close, text: rest });
  if (widened !== tag) edits.push({ at: row.start, end: row.end, text: widened });
  return edits;
}

/** A row may say from which to which column it has cells. */
function withSpan(tag: string, col: number): string {
  const spans = /\sspans\s*=\s*["'](\d+):(\d+)["']/.exec(tag);
  if (spans === null) return tag;
  const [from, to] = [Math.min(Number(spans[1]), col + 1), Math.max(Number(spans[2]), col + 1)];
  return withAttribute(tag, 'spans', `${from}:${to}`);
}

function newRow(index: number, prefix: string, setup: Setup): string {
  const columns = [...(setup.wanted.get(index) ?? [])].sort((a, b) => a - b);
  const cells = columns.map((col) => newCell(index, col, null, prefix, setup));
  return `<${prefix}row r="${index + 1}">${cells.join('')}</${prefix}row>`;
}

function newCell(row: number, col: number, rowStyle: number | null, prefix: string, setup: Setup): string {
  const base = rowStyle ?? setup.columns.find(({ from, to }) => from <= col && col <= to)?.style ?? 0;
  return `<${prefix}c r="${address(row, col)}" s="${setup.restyle(row, col, base)}"/>`;
}
