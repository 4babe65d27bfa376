import { type Finding, finding, type Place } from '../../model/finding.ts';
import type { Field } from '../../model/form.ts';
import { type Cell, rangeAddress } from '../../model/grid.ts';
import type { FieldReading, Placement } from '../../model/report.ts';
import { parseDay } from '../../text/date.ts';
import { type CountReading, readCounts } from '../../text/number.ts';
import { isPersonal, refOf } from './cells.ts';
import type { ColumnUnit } from './measure-unit.ts';
import { placeOf } from './place.ts';
import type { TableRow } from './rows.ts';

/** A count that was read from a cell, with the finding on it where it is none or not a plain one. */
interface CountCell {
  readonly reading: FieldReading;
  readonly finding: Finding | null;
}

/** A column of counts, with the rows that it was read from (all of them, or those that add and total, in order). */
export interface CountColumn {
  readonly field: Field;
  readonly column: number;
  /** What its numbers count, where a head or a line over the table says so. */
  readonly unit: ColumnUnit | null;
  readonly rows: readonly TableRow[];
  readonly cells: readonly CountCell[];
  /** Rows whose cell is a mark instead of a number. */
  readonly marks: ReadonlySet<number>;
  /** Rows whose cell says that nothing was installed. */
  readonly refusals: ReadonlySet<number>;
}

/** The cells of one column as counts: together, since a column settles how its numbers are written. */
export function readCountColumn(
  placement: Placement,
  field: Field,
  cells: readonly (Cell | null)[],
  scale = 1,
): readonly CountCell[] {
  const readings = readCounts(
    cells.map((cell) => cell?.value ?? null),
    scale,
  );
  return cells.map((cell, n) => countCell(placement, field, cell, readings[n] ?? { kind: 'blank' }));
}

function countCell(placement: Placement, field: Field, cell: Cell | null, read: CountReading): CountCell {
  if (cell === null || read.kind === 'blank') {
    const at = cell === null ? null : refOf(placement.sheet, cell);
    return { reading: { state: 'blank', at }, finding: null };
  }
  const at = refOf(placement.sheet, cell);
  const shown = isPersonal(field.type) ? null : cell.shown;
  const place = placeOf(placement, field.id, cell);
  const seen = { field: field.label.vi, shown };
  if (read.kind === 'count') {
    if (cell.value.kind === 'number' && parseDay(cell.shown) !== null) {
      const said = finding('value/date-format', place, { ...seen, number: read.value });
      return { reading: { state: 'value', value: read.value, at, shown: cell.shown }, finding: said };
    }
    const note =
      read.note === undefined ? null : finding('value/with-words', place, { ...seen, number: read.value });
    return { reading: { state: 'value', value: read.value, at, shown: cell.shown }, finding: note };
  }
  return { reading: { state: 'unreadable', at, shown: cell.shown }, finding: faultOf(read, place, seen) };
}

function faultOf(
  fault: Extract<CountReading, { kind: 'fault' }>,
  place: Place,
  seen: { readonly field: string; readonly shown: string | null },
): Finding {
  switch (fault.code) {
    case 'value/ambiguous-number':
      return finding(fault.code, place, { ...seen, readings: fault.readings });
    case 'value/approximate':
      return finding(fault.code, place, { ...seen, number: fault.number });
    default:
      return finding(fault.code, place, seen);
  }
}

/** The column over some of its rows, by their index. */
export function columnOver(column: CountColumn, kept: readonly number[]): CountColumn {
  const places = new Map(kept.map((at, n) => [at, n]));
  const moved = (set: ReadonlySet<number>): ReadonlySet<number> =>
    new Set([...set].flatMap((at) => places.get(at) ?? []));
  return {
    ...column,
    rows: kept.flatMap((at) => column.rows[at] ?? []),
    cells: kept.flatMap((at) => column.cells[at] ?? []),
    marks: moved(column.marks),
    refusals: moved(column.refusals),
  };
}

/** A1 range of a column over some rows. */
export function rangeOf(rows: readonly { readonly index: number }[], column: number): string {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return '';
  return rangeAddress({ top: first.index, bottom: last.index, left: column, right: column });
}
