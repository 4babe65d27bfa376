import { finding } from '../../model/finding.ts';
import { address, type Cell, type Sheet } from '../../model/grid.ts';
import type { DateClaim, Placement } from '../../model/report.ts';
import { readDayName } from '../../text/day-names.ts';
import { bare } from '../../text/fold.ts';
import { rowAt, rowsBetween } from '../recognise/row-at.ts';
import { refOf } from './cells.ts';
import { type CountColumn, rangeOf } from './columns.ts';
import type { Counting } from './counted.ts';
import { placeOf } from './place.ts';
import { cellAt, type MeasureRead, sumRows } from './summed.ts';

/** Rows that are days of one running total (contract section 3, "A log"). */
export interface Log {
  /** The last day with a number: the report's own, whatever its title says. */
  readonly last: DateClaim;
  readonly read: MeasureRead;
}

/** The logs among the measures, by id; none where somebody decided how the file counts. A count of the one day may be summed. */
export function logsOf(
  sheet: Sheet,
  placement: Placement,
  columns: readonly CountColumn[],
  { told }: Counting,
  near: string | null,
): ReadonlyMap<string, Log> {
  const logs = new Map<string, Log>();
  for (const { id, from, cumulative } of told === 'decision' ? [] : placement.form.measures) {
    const column = columns.find(({ field }) => from.kind !== 'rows' && field.id === from.field);
    const log = column === undefined || !cumulative ? null : readLog(sheet, placement, column, near);
    if (log !== null) logs.set(id, log);
  }
  return logs;
}

/**
 * A table whose rows are days: a column of dates that rises, nobody on the rows, values that never fall. What its last day
 * says counts, never the sum; where values fall, or a total row sums them up, that is asked. Null for any other table.
 */
function readLog(sheet: Sheet, placement: Placement, column: CountColumn, near: string | null): Log | null {
  const numbers = sumRows(column);
  const days = column.rows.flatMap(({ kind, index, cells }, n) => {
    const value = numbers[n]?.value ?? null;
    return kind !== 'data' || value === null ? [] : [{ n, index, cells, value }];
  });
  if (near === null || days.length < 2 || isOfPersons(placement, days, near)) return null;
  const dates = risingDates(sheet, placement, column, days, near);
  const [lastDay, lastDate] = [days.at(-1), dates?.at(-1)];
  if (lastDay === undefined || lastDate === undefined) return null;
  const { value } = lastDay;
  const sum = days.reduce((all, day) => all + day.value, 0);
  const total = column.rows.findLastIndex(
    ({ kind }, n) => kind === 'total' && (numbers[n]?.value ?? null) !== null,
  );
  const stated = total === -1 ? value : (numbers[total]?.value ?? value);
  const falls = days.some((day, n) => day.value < (days[n - 1]?.value ?? 0));
  const { row, col } = cellAt(column, lastDay.n);
  const at = placeOf(placement, column.field.id, { row, col });
  const facts = { days: days.length, last: value, sum };
  const read: MeasureRead =
    falls || stated !== value
      ? {
          figure: null,
          findings: [finding('report/log-unclear', { ...at, cell: rangeOf(days, column.column) }, facts)],
        }
      : {
          figure: {
            value,
            sheet: placement.sheet,
            cells: address(row, col),
            counting: { mode: 'stated-total', reason: 'log' },
          },
          findings: [finding('report/log', at, facts)],
        };
  const { cell, iso } = lastDate;
  return { last: { source: 'log', iso, text: cell.shown, at: refOf(placement.sheet, cell) }, read };
}

type Day = Pick<CountColumn['rows'][number], 'index' | 'cells'>;

/** Persons on the rows, or several places: these have numbers of their own. */
function isOfPersons({ form }: Placement, days: readonly Day[], near: string): boolean {
  const places = new Set<string>();
  for (const { cells } of days) {
    for (const [id, { shown }] of cells) {
      const type = form.fields.find((field) => field.id === id)?.type;
      if (readDayName(shown, near) !== null) continue;
      if (type === 'person' || type === 'phone') return true;
      if (type === 'address' || type === 'text') places.add(bare(shown));
    }
  }
  return places.size > 1;
}

interface Dated {
  readonly cell: Cell;
  readonly iso: string;
}

/** The dates of the rows from the first column that has one on each, later from row to row. */
function risingDates(
  sheet: Sheet,
  { head }: Placement,
  column: CountColumn,
  days: readonly Day[],
  near: string,
): readonly Dated[] | null {
  const rows = days.map(({ index }) => rowAt(sheet, index)?.cells ?? []);
  const heads = [...rowsBetween(sheet, head?.top ?? 0, head?.bottom ?? 0)].flatMap(({ cells }) => cells);
  for (const { col } of rows[0] ?? []) {
    if (col === column.column) continue;
    const isDays = heads.some(
      ({ col: at, value }) =>
        at === col && value.kind === 'text' && /^(ngay|thoi gian)\b/.test(bare(value.text)),
    );
    const dates = rows.flatMap((cells): Dated[] => {
      const cell = cells.find((each) => each.col === col);
      const iso = cell === undefined ? null : dayOf(cell, near, isDays);
      return cell === undefined || iso === null ? [] : [{ cell, iso }];
    });
    const rise = dates.every(({ iso }, n) => n === 0 || iso > (dates[n - 1]?.iso ?? ''));
    if (dates.length === rows.length && rise) return dates;
  }
  return null;
}

/** A number alone is a day only under a head that says so. */
function dayOf({ value, shown }: Cell, near: string, isDays: boolean): string | null {
  if (value.kind === 'date') return value.iso.startsWith('T') ? null : value.iso.slice(0, 10);
  if (value.kind === 'number' && !isDays) return null;
  const name = shown.length > 30 ? null : readDayName(shown, near);
  return name === null || (name.bare && !isDays) ? null : name.iso;
}
