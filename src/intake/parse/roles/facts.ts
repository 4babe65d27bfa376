import type { Cell, Range } from '../../../model/grid.ts';
import type { Placement } from '../../../model/report.ts';
import { bare } from '../../../text/fold.ts';
import type { TableRow } from '../rows.ts';
import { numberInLabel, type RowNumber, readNumber } from './numbering.ts';

/** What a row shows of its place among the others. */
export interface RowFacts {
  /** Its running number, in its column or before its label. */
  readonly number: RowNumber | null;
  /** Whether something stands in the column of running numbers. */
  readonly numbered: boolean;
  /** The first text that names the row; null for a row of numbers alone. */
  readonly label: Cell | null;
  /** Letters of the label that are its running number. */
  readonly prefix: number;
  /** Blanks and steps to the right, before the label. */
  readonly indent: number;
  readonly outline: number;
  readonly bold: boolean;
  /** The label spreads over columns that other rows fill one by one. */
  readonly merged: boolean;
  /** A cell that spreads down from here to this row of the sheet; the row itself without one. */
  readonly spreadTo: number;
  /** Something of the row is covered by a cell from above. */
  readonly covered: boolean;
  readonly named: boolean;
  readonly phone: boolean;
}

/** The label without tones, case and running number; empty where the row has none. */
export function labelText({ label, prefix }: RowFacts): string {
  return label?.value.kind === 'text'
    ? bare(label.value.text.slice(prefix)).replace(/^[-–—+*•(\s]+/, '')
    : '';
}

/** Facts of all rows of a table. */
export function factsOf(
  placement: Placement,
  rows: readonly TableRow[],
  merges: readonly Range[],
): readonly RowFacts[] {
  const types = new Map(placement.form.fields.map(({ id, type }) => [id, type]));
  const ordinal = placement.fields.find(({ field }) => types.get(field) === 'ordinal')?.field;
  const counts = new Set(
    placement.fields.flatMap(({ field, column }) => (types.get(field) === 'count' ? (column ?? []) : [])),
  );
  const ordinalColumn = placement.fields.find(({ field }) => field === ordinal)?.column;
  const inTable = merges.filter(({ left }) => !counts.has(left));
  const down = inTable.filter(({ top, bottom }) => bottom > top).sort((a, b) => a.top - b.top);
  const across = new Map(
    inTable.filter(({ left, right }) => right > left).map((range) => [`${range.top} ${range.left}`, range]),
  );
  const phones = new Set(
    placement.fields.flatMap(({ field, column }) => (types.get(field) === 'phone' ? (column ?? []) : [])),
  );
  let next = 0;
  const facts = rows.map((row): RowFacts & { readonly blanks: number } => {
    while ((down[next]?.bottom ?? row.index) < row.index) next += 1;
    const spread = next < down.length ? openMerges(down, next, row.index) : [];
    const stt = ordinal === undefined ? undefined : row.cells.get(ordinal);
    const own = stt === undefined ? null : readNumber(stt.shown);
    const label = labelOf(row, counts, phones, stt?.col ?? ordinalColumn);
    const raw = label?.value.kind === 'text' ? label.value.text : '';
    const inLabel = own === null && raw !== '' ? numberInLabel(raw) : null;
    const blanks = raw.search(/\S/);
    return {
      number: own ?? inLabel,
      numbered:
        stt !== undefined || spread.some(({ left, top }) => left === ordinalColumn && top < row.index),
      label,
      prefix: inLabel?.length ?? 0,
      indent: 3 * (label?.look?.indent ?? 0),
      blanks: blanks > 0 ? blanks + 3 * (/^\s*\t/.test(raw) ? 1 : 0) : 0,
      outline: row.line.outline ?? 0,
      bold: label?.look?.bold === true,
      merged: label !== null && across.has(`${row.index} ${label.col}`),
      spreadTo: spread
        .filter(({ top }) => top === row.index)
        .reduce((most, { bottom }) => Math.max(most, bottom), row.index),
      covered: spread.some(({ top }) => top < row.index),
      named: label !== null,
      phone: [...row.cells].some(
        ([field, cell]) => types.get(field) === 'phone' && cell.shown.replace(/\D/g, '').length > 7,
      ),
    };
  });
  return withBlanks(facts);
}

/** One or two blanks before a text mean nothing, unless another of the column has three or more (contract section 3). */
function withBlanks(facts: readonly (RowFacts & { readonly blanks: number })[]): readonly RowFacts[] {
  const told = facts.some(({ blanks }) => blanks >= 3);
  return told
    ? facts.map((row) => (row.blanks === 0 ? row : { ...row, indent: row.indent + row.blanks }))
    : facts;
}

function openMerges(down: readonly Range[], from: number, row: number): readonly Range[] {
  const open: Range[] = [];
  for (let at = from; at < down.length && (down[at]?.top ?? Infinity) <= row; at += 1) {
    const range = down[at];
    if (range !== undefined && range.bottom >= row) open.push(range);
  }
  return open;
}

/** The first text outside the running numbers, the counts and the telephone numbers. */
function labelOf(
  { line }: TableRow,
  counts: ReadonlySet<number>,
  phones: ReadonlySet<number>,
  ordinal: number | undefined,
): Cell | null {
  for (const cell of line.cells) {
    if (cell.value.kind !== 'text' || cell.col === ordinal) continue;
    if (counts.has(cell.col) || phones.has(cell.col) || !/\p{L}/u.test(cell.value.text)) continue;
    return cell;
  }
  return null;
}
