import type { Cell, Range, Row, Sheet } from '../../model/grid.ts';
import type { Placement, RowRole, RowSign } from '../../model/report.ts';
import { bare } from '../../text/fold.ts';
import { isNote, isPlaceholder, isSignature } from '../recognise/landmarks.ts';
import { plain } from '../recognise/plain.ts';
import { rowsBetween } from '../recognise/row-at.ts';
import { isExample } from './roles/example.ts';
import { isGuidance } from './roles/guidance.ts';
import { statedSum } from './stated-sum.ts';
import { isOtherTotal, totalLabel } from './total-label.ts';

/** A row of a table by its placed columns; blank cells and dotted lines are left out. */
export interface TableRow {
  readonly index: number;
  readonly hidden: boolean;
  readonly cells: ReadonlyMap<string, Cell>;
  /** `total`: labelled as the sum of others. `heading`: names those that follow, and has no number. */
  readonly kind: 'data' | 'total' | 'heading';
  /** The number that a total has in its label ("Tổng cộng: 45 người"). */
  readonly inline: Cell | null;
  /** The row of the sheet, with what stands in no column of the form. */
  readonly line: Row;
}

interface TableRows {
  /** In the order of the sheet, with the sheet's own row numbers. */
  readonly rows: readonly TableRow[];
  /** Rows in between that say nothing of anybody. */
  readonly asides: readonly { readonly row: number; readonly role: RowRole; readonly because: RowSign }[];
  /** First row after the table: signatures and notes. */
  readonly end: number;
}

interface Frame {
  readonly sheet: Sheet;
  readonly placement: Placement;
  /** Fields by column. */
  readonly fields: ReadonlyMap<number, string>;
  readonly types: ReadonlyMap<string, string>;
  /** What stands in the head, without tones. */
  readonly heads: ReadonlySet<string>;
  readonly merges: ReadonlyMap<number, readonly Range[]>;
}

/** The rows under a head, to the end of its area or the next table. */
export function readRows(sheet: Sheet, placement: Placement): TableRows {
  const frame = frameOf(sheet, placement);
  const rows: TableRow[] = [];
  const asides: TableRows['asides'][number][] = [];
  const from = (placement.head?.bottom ?? 0) + 1;
  let end = from;
  let ended = false;
  let numbered = false;
  let fresh = true;
  for (const row of rowsBetween(sheet, from, placement.area.bottom)) {
    const aside = (role: RowRole, because: RowSign): void => {
      asides.push({ row: row.index, role, because });
    };
    if (isHeadAgain(row, frame)) {
      fresh = true;
      ended = false;
      aside('head', 'form');
      continue;
    }
    if (fresh && isGuidance(row)) {
      aside('guidance', 'form');
      continue;
    }
    const cells = cellsOf(row, frame);
    const hasNumber = hasOrdinal(cells, frame);
    if (!hasNumber && isClosing(row, cells, frame, numbered)) {
      ended = true;
      continue;
    }
    // Behind the signatures only numbered rows go on with the table.
    if (ended && !(hasNumber && cells.size > 1)) continue;
    if (isExample(cells, frame.types)) {
      aside('example', 'label');
      continue;
    }
    const read = readRow(row, cells, frame);
    if (read === null) {
      if (hasNumber) aside('empty', 'nameless');
      continue;
    }
    rows.push(read);
    if (read.kind === 'heading') continue;
    ended = false;
    fresh = false;
    numbered ||= hasNumber;
    end = row.index + 1;
  }
  return { rows: withoutBareHeadings(rows), asides, end };
}

/** Roman numbers over nothing are running numbers like others. */
function withoutBareHeadings(rows: readonly TableRow[]): readonly TableRow[] {
  if (rows.some(({ kind }) => kind === 'data')) return rows;
  return rows.map((row) => (row.kind === 'heading' && row.cells.size > 1 ? { ...row, kind: 'data' } : row));
}

function frameOf(sheet: Sheet, placement: Placement): Frame {
  const fields = new Map<number, string>();
  for (const { field, column } of placement.fields) if (column !== undefined) fields.set(column, field);
  const heads = new Set<string>();
  const { top, bottom } = placement.head ?? { top: 0, bottom: -1 };
  for (const row of rowsBetween(sheet, top, bottom)) {
    for (const { value } of row.cells) if (value.kind === 'text') heads.add(plain(value.text));
  }
  const merges = new Map<number, Range[]>();
  for (const merge of sheet.merges) {
    if (merge.left === merge.right) continue;
    const list = merges.get(merge.top) ?? [];
    if (list.length === 0) merges.set(merge.top, list);
    list.push(merge);
  }
  const types = new Map(placement.form.fields.map(({ id, type }) => [id, type]));
  return { sheet, placement, fields, types, heads, merges };
}

function cellsOf(row: Row, { fields }: Frame): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const cell of row.cells) {
    const field = fields.get(cell.col);
    if (field !== undefined && !isNothing(cell)) cells.set(field, cell);
  }
  return cells;
}

function isNothing({ value }: Cell): boolean {
  return value.kind === 'text' && isPlaceholder(value.text);
}

function hasOrdinal(cells: ReadonlyMap<string, Cell>, { types }: Frame): boolean {
  for (const [field, cell] of cells) {
    if (types.get(field) === 'ordinal' && /^\d+\.?$/.test(cell.shown.trim())) return true;
  }
  return false;
}

/** The head once more, on a new page. */
function isHeadAgain(row: Row, { heads }: Frame): boolean {
  let same = 0;
  for (const { value } of row.cells) {
    if (value.kind !== 'text' || !heads.has(plain(value.text))) return false;
    same += 1;
  }
  return same >= 2;
}

/** Signatures, recipients and what follows. A cell beside the table ("Chức vụ: Chủ tịch") says so only in a row without data. */
function isClosing(
  row: Row,
  cells: ReadonlyMap<string, Cell>,
  { fields }: Frame,
  numbered: boolean,
): boolean {
  return row.cells.some(
    ({ value, col }) =>
      value.kind === 'text' && (fields.has(col) || cells.size === 0 || numbered) && isSignature(value.text),
  );
}

function readRow(row: Row, cells: Map<string, Cell>, frame: Frame): TableRow | null {
  const base = { index: row.index, hidden: row.hidden, line: row };
  if (row.cells.some(({ value }) => value.kind === 'text' && isOtherTotal(value.text))) return null;
  const total = totalOf(row, cells, frame);
  if (total !== null) return { ...base, kind: 'total', cells: withMerged(row, cells, frame), inline: total };
  const [only] = row.cells;
  const first = cells.values().next().value;
  if (first?.value.kind === 'text' && isNote(first.value.text)) return null;
  if (only?.value.kind === 'text' && row.cells.length === 1 && statedSum(only.value.text) !== null)
    return null;
  const line = only?.value.kind === 'text' && row.cells.length === 1 && isLine(only.value.text, only, frame);
  if (line || isHeading(cells, frame)) return { ...base, kind: 'heading', cells, inline: null };
  const said = [...cells].filter(([field]) => frame.types.get(field) !== 'ordinal');
  if (said.length === 0 || said.every(([, cell]) => isNobody(cell))) return null;
  return { ...base, kind: 'data', cells, inline: null };
}

/** The number in a total's label; a cell without text where it has none; null where the row is no total. */
function totalOf(row: Row, cells: ReadonlyMap<string, Cell>, { fields, types }: Frame): Cell | null {
  for (const cell of row.cells) {
    if (cell.value.kind !== 'text') continue;
    const label = totalLabel(cell.value.text);
    if (label === null) continue;
    const field = fields.get(cell.col);
    // A person may be called Tổng: his row has a phone number or an address.
    const others = [...cells].some(([other, { value, shown }]) => {
      const type = types.get(other);
      if (other === field) return false;
      if (type === 'phone') return shown.replace(/\D/g, '').length > 7;
      return value.kind === 'text' && (type === 'person' || type === 'address' || type === 'text');
    });
    if (others) return null;
    const text = label.inline ?? '';
    return { ...cell, value: { kind: 'text', text }, shown: text };
  }
  return null;
}

/** A total may be spread over several columns by merging: its number stands at the left of the merge. */
function withMerged(row: Row, cells: Map<string, Cell>, { fields, merges }: Frame): Map<string, Cell> {
  for (const { left, right } of merges.get(row.index) ?? []) {
    const cell = row.cells.find(({ col }) => col === left);
    if (cell === undefined || (cell.value.kind === 'text' && totalLabel(cell.value.text) !== null)) continue;
    for (let col = left + 1; col <= Math.min(right, left + 60); col += 1) {
      const field = fields.get(col);
      if (field !== undefined && !cells.has(field)) cells.set(field, cell);
    }
  }
  return cells;
}

/** A line across the table: the name of a hamlet, a remark, a date over the signatures. */
function isLine(text: string, cell: Cell, { merges, fields, types }: Frame): boolean {
  const spread = merges.get(cell.row)?.find(({ left }) => left === cell.col);
  if (spread !== undefined && spread.right - spread.left >= 2) return true;
  if (/ngay\b.{0,12}\bthang\b/.test(bare(text)) || text.length > 80) return true;
  const type = types.get(fields.get(cell.col) ?? '');
  if (type === 'person') return /^(thon|khu pho|kp|khu|to|ap|khom|xom)\b/.test(bare(text));
  return type === undefined || type === 'ordinal';
}

/** I, II, A, B in the column of running numbers, and neither a count nor a telephone number. */
function isHeading(cells: ReadonlyMap<string, Cell>, { types }: Frame): boolean {
  let roman = false;
  for (const [field, cell] of cells) {
    const type = types.get(field);
    if (type === 'ordinal') roman = /^([IVX]{1,5}|[A-ZĐ])[.)]?$/.test(cell.shown.trim());
    else if (type === 'count' || type === 'phone') return false;
  }
  return roman;
}

const NOBODY =
  /^(khong( co)?( (phat sinh|ai|nguoi nao))?|khong co (phat sinh|truong hop nao)|chua co( ai)?)\.?$/;

/** "Không phát sinh" in the place of a name. */
function isNobody({ value }: Cell): boolean {
  return value.kind === 'text' && /^\s*(kh|ch)/i.test(value.text) && NOBODY.test(bare(value.text));
}
