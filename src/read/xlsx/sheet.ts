import { type Aside, type Cell, parseAddress, type Range, type Row } from '../../model/grid.ts';
import { fail } from '../../pack/fault.ts';
import type { Xml } from '../../pack/xml.ts';
import { type Limits, type Work, within } from '../limits.ts';
import { pageHeaderLines } from '../page-header.ts';
import { type CellContext, matchPlain, plainCell, readCell, skipBlanks } from './cell.ts';

/** What one worksheet part says; pictures that float over it are in its drawing. */
export interface SheetPart {
  readonly rows: readonly Row[];
  readonly merges: readonly Range[];
  readonly hiddenColumns: ReadonlySet<number>;
  /** Cells that a picture fills. */
  readonly pictures: readonly { readonly row: number; readonly col: number }[];
  /** Lines of the page's header and footer. */
  readonly aside: readonly Aside[];
  /** Relationship id of its drawing. */
  readonly drawing: string | null;
}

/** What reading may still cost, over all sheets of a workbook. */
export interface Budget {
  readonly limits: Limits;
  readonly work: Work;
  cells: number;
  merges: number;
}

interface Columns {
  readonly from: number;
  readonly to: number;
}

export function readSheet(xml: Xml, book: CellContext, budget: Budget): SheetPart {
  const merges: Range[] = [];
  const hidden: Columns[] = [];
  const pictures: { row: number; col: number }[] = [];
  let rows: readonly Row[] = [];
  const aside: Aside[] = [];
  let drawing: string | null = null;
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'sheetData') rows = readRows(xml, book, budget, pictures);
    else if (xml.name === 'col') {
      if (isHidden(xml, 'width')) hidden.push({ from: count(xml, 'min') - 1, to: count(xml, 'max') - 1 });
    } else if (xml.name === 'mergeCell') {
      const range = parseRange(xml.attribute('ref') ?? '');
      if (range !== null) merges.push(range);
      budget.merges += 1;
      within(budget.limits, 'merges', budget.merges);
    } else if (/^(odd|even|first)(Header|Footer)$/.test(xml.name))
      aside.push(...pageHeaderLines(xml.content()));
    else if (xml.name === 'drawing') drawing = xml.attribute('id');
  }
  return {
    rows: clearMerged(rows, merges, budget.limits),
    merges,
    hiddenColumns: hiddenAmong(hidden, rows),
    pictures,
    aside,
    drawing,
  };
}

function readRows(
  xml: Xml,
  book: CellContext,
  budget: Budget,
  pictures: { row: number; col: number }[],
): readonly Row[] {
  const inside = xml.depth;
  const rows: Row[] = [];
  let index = -1;
  let ordered = true;
  for (let event = xml.next(); event !== 'close' || xml.depth >= inside; event = xml.next()) {
    if (event !== 'open' || xml.name !== 'row') continue;
    const said = count(xml, 'r');
    const hidden = isHidden(xml, 'ht');
    const outline = count(xml, 'outlineLevel');
    const read = readCells(xml, said > 0 ? said - 1 : null, index + 1, book, budget, pictures);
    if (read.index <= index) ordered = false;
    index = read.index;
    if (read.cells.length > 0)
      rows.push({ index, hidden, cells: read.cells, ...(outline > 0 ? { outline } : {}) });
    budget.work.step();
  }
  return ordered ? rows : inOrder(rows);
}

/**
 * The cells of a row. Its number is the one that it says, else the one of its first cell's address, else the next one: programs
 * may leave out either.
 */
function readCells(
  xml: Xml,
  said: number | null,
  next: number,
  book: CellContext,
  budget: Budget,
  pictures: { row: number; col: number }[],
): { readonly index: number; readonly cells: readonly Cell[] } {
  const inside = xml.depth;
  const cells: Cell[] = [];
  let row = said;
  let col = -1;
  let ordered = true;
  const keep = (cell: Cell | null) => {
    if (cell === null) return;
    cells.push(cell);
    budget.cells += 1;
    budget.work.step();
  };
  const moveTo = (column: number) => {
    if (column <= col) ordered = false;
    col = column;
    if (col >= budget.limits.columns) within(budget.limits, 'columns', col + 1);
  };
  for (;;) {
    const plain = row === null ? null : matchPlain(xml);
    if (plain !== null && row !== null) {
      moveTo(columnOf(plain[1] ?? ''));
      const cell = plainCell(plain, row, col, book);
      keep(cell);
      const blank = cell === null ? skipBlanks(xml) : null;
      if (blank !== null) moveTo(columnOf(blank));
      continue;
    }
    const event = xml.next();
    if (event === 'close' && xml.depth < inside) break;
    if (event !== 'open' || xml.name !== 'c') continue;
    const ref = xml.attribute('r');
    const named = ref === null ? null : parseAddress(ref);
    row ??= named?.row ?? next;
    moveTo(named?.col ?? col + 1);
    const cell = readCell(xml, row, col, book);
    if (cell === 'picture') pictures.push({ row, col });
    else keep(cell);
  }
  const index = row ?? next;
  within(budget.limits, 'rows', index + 1);
  within(budget.limits, 'cells', budget.cells);
  return { index, cells: ordered ? cells : lastAtEachPlace(cells) };
}

/** 0-based column of column letters. Written out because it runs once a cell. */
function columnOf(letters: string): number {
  let col = 0;
  for (let i = 0; i < letters.length; i++) col = col * 26 + letters.charCodeAt(i) - 64;
  return col - 1;
}

/** By column; where a place is given twice, the later one counts, as in other programs. */
function lastAtEachPlace(cells: readonly Cell[]): readonly Cell[] {
  const places = new Map(cells.map((cell) => [cell.col, cell]));
  return [...places.values()].sort((a, b) => a.col - b.col);
}

function inOrder(rows: readonly Row[]): readonly Row[] {
  const places = new Map<number, Row>();
  for (const row of rows) {
    const before = places.get(row.index);
    const cells = before === undefined ? row.cells : lastAtEachPlace([...before.cells, ...row.cells]);
    places.set(row.index, { ...row, hidden: row.hidden || before?.hidden === true, cells });
  }
  return [...places.values()].sort((a, b) => a.index - b.index);
}

/** Hidden outright, or with a height or width of nothing. */
function isHidden(xml: Xml, size: 'ht' | 'width'): boolean {
  const hidden = xml.attribute('hidden');
  if (hidden === '1' || hidden === 'true') return true;
  const stated = xml.attribute(size);
  return stated !== null && Number(stated) === 0;
}

/** A whole number ≥ 0; 0 when it is absent or none. */
function count(xml: Xml, name: string): number {
  const number = Number(xml.attribute(name) ?? 0);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

function parseRange(ref: string): Range | null {
  const [first = '', last = first] = ref.split(':');
  const a = parseAddress(first);
  const b = parseAddress(last);
  if (a === null || b === null) return null;
  const top = Math.min(a.row, b.row);
  const left = Math.min(a.col, b.col);
  return { top, left, bottom: Math.max(a.row, b.row), right: Math.max(a.col, b.col) };
}

/** Rows that a merge may cover, on an average: those of one sheet lie side by side, and only broken ones pile up. */
const ROWS_A_MERGE = 50;

/** Leaves out what stands under a merge: only its top left cell is seen. Rows are looked up, so a merge of whole columns costs little. */
function clearMerged(rows: readonly Row[], merges: readonly Range[], limits: Limits): readonly Row[] {
  if (merges.length === 0) return rows;
  const cleared = [...rows];
  let steps = 0;
  for (const merge of merges) {
    for (let at = firstFrom(rows, merge.top); at < cleared.length; at++) {
      const row = cleared[at];
      if (row === undefined || row.index > merge.bottom) break;
      const covered = (cell: Cell) =>
        cell.col >= merge.left &&
        cell.col <= merge.right &&
        (row.index !== merge.top || cell.col !== merge.left);
      if (row.cells.some(covered))
        cleared[at] = { ...row, cells: row.cells.filter((cell) => !covered(cell)) };
      if (++steps > limits.merges * ROWS_A_MERGE)
        fail({ kind: 'limit', limit: 'merges', most: limits.merges });
    }
  }
  return cleared.filter((row) => row.cells.length > 0);
}

/** Position of the first row at or below an index. */
function firstFrom(rows: readonly Row[], index: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Hidden columns as far as the sheet has cells: "hide all to the right" would be 16,000 of them. */
function hiddenAmong(hidden: readonly Columns[], rows: readonly Row[]): ReadonlySet<number> {
  const last = rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.col ?? 0), 0);
  const columns = new Set<number>();
  let next = 0;
  for (const { from, to } of hidden.toSorted((a, b) => a.from - b.from)) {
    for (let col = Math.max(from, next, 0); col <= Math.min(to, last); col++) columns.add(col);
    next = Math.max(next, Math.min(to, last) + 1);
  }
  return columns;
}
