import { type Finding, finding } from '../../model/finding.ts';
import type { CountingMode } from '../../model/form.ts';
import { address, type Sheet } from '../../model/grid.ts';
import type { Placement } from '../../model/report.ts';
import { type Counted, count, type Tick } from '../counting.ts';
import { type CountColumn, rangeOf } from './columns.ts';
import type { Persons } from './persons.ts';
import { placeOf } from './place.ts';
import { cellAt, cellFindings, isUnreadable, type MeasureRead, ordinalField, sumRows } from './summed.ts';
import { settleTotals } from './totals.ts';

/** How the campaign, or a recorded decision, says that the column of a Mẫu 02 is to be read. */
export interface Counting {
  readonly mode: CountingMode;
  readonly told: 'campaign' | 'decision';
}

/** The measure of Mẫu 02: what its column says by domain 3, or why it says nothing. */
export function countMeasure(
  sheet: Sheet,
  placement: Placement,
  column: CountColumn,
  persons: Persons,
  counting: Counting,
): MeasureRead {
  const { rows } = column;
  const numbers = sumRows(column);
  const data = rows.flatMap(({ kind }, n) => (kind === 'data' ? [n] : []));
  const blank = data.every((n) => numbers[n]?.value === null);
  const byTotal = counting.mode === 'stated-total' || (counting.mode !== 'rows' && blank);
  const findings = [
    ...(counting.mode === 'rows' ? [] : cellFindings(column, ['data'])),
    ...(byTotal ? cellFindings(column, ['total']) : []),
  ];
  const unread =
    byTotal &&
    rows.some(({ kind }, n) => kind === 'total' && column.cells[n]?.reading.state === 'unreadable');
  if (unread || (counting.mode !== 'rows' && isUnreadable(column))) return { figure: null, findings };

  const totals = settleTotals(numbers);
  const sum = data.reduce((all, n) => all + (numbers[n]?.value ?? 0), 0);
  const final = counting.told === 'decision';
  const total = totals.grand === null ? null : (numbers[totals.grand]?.value ?? null);
  const counted: Counted =
    totals.unclear && counting.mode !== 'rows' && !final
      ? { kind: 'unclear', reason: 'mixture', rows: persons.distinct, sum }
      : totals.wrong !== null && !final
        ? { kind: 'total-not-sum', stated: totals.wrong.stated, sum: totals.wrong.sum }
        : count({
            ...counting,
            ticks: ticksOf(sheet, column, data),
            ordinals: data.map((n) => ordinalOf(column, n, placement)),
            total,
            persons: persons.distinct,
          });
  const read = outcome(placement, column, data, totals.wrong?.at ?? totals.grand, counted);
  const stated = totals.wrong?.stated ?? total;
  const overruled =
    final && stated !== null && read.figure !== null && read.figure.value !== stated
      ? [overruledTotal(placement, column, totals.wrong?.at ?? totals.grand ?? 0, stated, read.figure.value)]
      : [];
  return { figure: read.figure, findings: [...findings, ...overruled, ...read.findings] };
}

function overruledTotal(
  placement: Placement,
  column: CountColumn,
  at: number,
  stated: number,
  counted: number,
): Finding {
  const place = placeOf(placement, column.field.id, cellAt(column, at));
  return finding('report/total-overruled', place, { field: column.field.label.vi, stated, counted });
}

function ticksOf(sheet: Sheet, column: CountColumn, data: readonly number[]): readonly Tick[] {
  const merges = sheet.merges
    .filter(({ left, right, top, bottom }) => left <= column.column && column.column <= right && bottom > top)
    .sort((a, b) => a.top - b.top);
  let next = 0;
  return data.map((n) => {
    const row = column.rows[n]?.index ?? 0;
    while ((merges[next]?.bottom ?? row) < row) next += 1;
    const merge = merges[next];
    const within = merge !== undefined && merge.top <= row;
    if (column.marks.has(n)) return { kind: 'mark' };
    if (column.refusals.has(n)) return { kind: 'refusal' };
    const reading = column.cells[n]?.reading;
    if (reading?.state !== 'value' || typeof reading.value !== 'number') {
      return { kind: 'blank', covered: within && merge.top < row };
    }
    return { kind: 'count', value: reading.value, merged: within };
  });
}

function ordinalOf({ rows }: CountColumn, n: number, placement: Placement): number | null {
  const shown =
    rows[n]?.cells
      .get(ordinalField(placement) ?? '')
      ?.shown.trim()
      .replace(/\.$/, '') ?? '';
  return /^\d{1,9}$/.test(shown) ? Number(shown) : null;
}

function outcome(
  placement: Placement,
  column: CountColumn,
  data: readonly number[],
  totalAt: number | null,
  counted: Counted,
): MeasureRead {
  const { field, rows } = column;
  const dataRows = data.flatMap((n) => rows[n] ?? []);
  const range = rangeOf(dataRows, column.column);
  const [first] = dataRows;
  const whole =
    first === undefined
      ? placeOf(placement, field.id, null)
      : { ...placeOf(placement, field.id, { row: first.index, col: column.column }), cell: range };
  switch (counted.kind) {
    case 'no-rows':
      return { figure: null, findings: [finding('report/no-rows', whole, { form: placement.form.id })] };
    case 'missing':
      return { figure: null, findings: [finding('value/missing', whole, { field: field.label.vi })] };
    case 'unclear': {
      const { reason, rows: persons, sum } = counted;
      return {
        figure: null,
        findings: [finding('report/counting-unclear', whole, { reason, rows: persons, sum })],
      };
    }
    case 'total-not-sum': {
      const at = totalAt === null ? whole : placeOf(placement, field.id, cellAt(column, totalAt));
      const facts = { field: field.label.vi, stated: counted.stated, sum: counted.sum };
      return { figure: null, findings: [finding('report/total-not-sum', at, facts)] };
    }
    case 'value': {
      const { value, proof, blanks } = counted;
      const cells = cellsOf(placement, column, data, totalAt, counted.from);
      const figure = { value, sheet: placement.sheet, cells, counting: proof };
      if (blanks === 0) return { figure, findings: [] };
      const facts = { field: field.label.vi, rows: blanks };
      return {
        figure,
        findings: [finding('report/blank-counts', blankPlace(placement, column, data) ?? whole, facts)],
      };
    }
  }
}

function cellsOf(
  placement: Placement,
  column: CountColumn,
  data: readonly number[],
  totalAt: number | null,
  from: Extract<Counted, { kind: 'value' }>['from'],
): string {
  if (from === 'total') {
    const { row, col } = cellAt(column, totalAt ?? 0);
    return address(row, col);
  }
  const dataRows = data.flatMap((n) => column.rows[n] ?? []);
  if (typeof from === 'number') {
    const { row, col } = cellAt(column, data[from] ?? 0);
    return address(row, col);
  }
  if (from === 'column') return rangeOf(dataRows, column.column);
  const person = placement.form.fields.find(({ type }) => type === 'person')?.id;
  const placed = placement.fields.find(({ field }) => field === person) ?? placement.fields[0];
  return rangeOf(dataRows, placed?.column ?? column.column);
}

/** The first of the blank cells. */
function blankPlace(placement: Placement, column: CountColumn, data: readonly number[]) {
  const at = data.find((n) => column.cells[n]?.reading.state === 'blank' && !column.marks.has(n));
  const row = at === undefined ? undefined : column.rows[at];
  return row === undefined
    ? null
    : placeOf(placement, column.field.id, { row: row.index, col: column.column });
}
