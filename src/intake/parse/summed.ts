import { type Finding, finding } from '../../model/finding.ts';
import { address } from '../../model/grid.ts';
import type { Placement, ReportFigure } from '../../model/report.ts';
import { type CountColumn, rangeOf } from './columns.ts';
import { placeOf } from './place.ts';
import { type SumRow, settleTotals } from './totals.ts';

/** A measure and what is wrong with it; null when it could not be read. */
export interface MeasureRead {
  readonly figure: ReportFigure | null;
  readonly findings: readonly Finding[];
}

/** The column as numbers to be summed; a mark counts one. */
export function sumRows({ rows, cells, marks }: CountColumn): readonly SumRow[] {
  return rows.map(({ kind }, n) => {
    const reading = cells[n]?.reading;
    const value = reading?.state === 'value' && typeof reading.value === 'number' ? reading.value : null;
    return { kind: kind === 'total' ? 'total' : 'data', value: marks.has(n) ? 1 : value };
  });
}

/** Findings of the cells of some kind of row. */
export function cellFindings({ rows, cells }: CountColumn, kinds: readonly string[]): readonly Finding[] {
  return rows.flatMap(({ kind }, n) => (kinds.includes(kind) ? (cells[n]?.finding ?? []) : []));
}

/** Whether a cell of the data rows could not be read: then nothing is said of their sum. */
export function isUnreadable({ rows, cells }: CountColumn): boolean {
  return rows.some(({ kind }, n) => kind !== 'total' && cells[n]?.reading.state === 'unreadable');
}

/** A1 of the column's cell in a row. */
export function cellAt(column: CountColumn, n: number): { row: number; col: number } {
  const at = column.cells[n]?.reading.at;
  return at ?? { row: column.rows[n]?.index ?? 0, col: column.column };
}

/** The sum of a column: every data row its own part, a labelled total a check. */
export function sumMeasure(placement: Placement, column: CountColumn): MeasureRead {
  const { field, rows } = column;
  const findings = [...cellFindings(column, ['data'])];
  if (isUnreadable(column)) return { figure: null, findings };
  const numbers = sumRows(column);
  const totals = settleTotals(numbers);
  const data = rows.flatMap(({ kind, index }, n) => (kind === 'data' ? [{ index, n }] : []));
  const values = data.flatMap(({ n }) => numbers[n]?.value ?? []);
  const sum = values.reduce((all, value) => all + value, 0);
  const whole = placeOf(placement, field.id, null);
  const figure = (value: number, cells: string): MeasureRead => ({
    figure: { value, sheet: placement.sheet, cells, counting: null },
    findings,
  });
  const wrong = (n: number, stated: number, of: number): MeasureRead => {
    const at = placeOf(placement, field.id, cellAt(column, n));
    const facts = { field: field.label.vi, stated, sum: of };
    return { figure: null, findings: [...findings, finding('report/total-not-sum', at, facts)] };
  };
  if (totals.wrong !== null) return wrong(totals.wrong.at, totals.wrong.stated, totals.wrong.sum);
  if (totals.unclear) {
    const facts = { reason: 'mixture', rows: data.length, sum } as const;
    return { figure: null, findings: [...findings, finding('report/counting-unclear', whole, facts)] };
  }
  const stated = totals.grand === null ? null : (numbers[totals.grand]?.value ?? null);
  if (totals.grand !== null && stated !== null) {
    if (data.length === 0) {
      const { row, col } = cellAt(column, totals.grand);
      return figure(stated, address(row, col));
    }
    if (stated !== sum) return wrong(totals.grand, stated, sum);
  }
  if (data.length === 0) {
    return {
      figure: null,
      findings: [...findings, finding('report/no-rows', whole, { form: placement.form.id })],
    };
  }
  if (values.length === 0) {
    return {
      figure: null,
      findings: [...findings, finding('value/missing', whole, { field: field.label.vi })],
    };
  }
  const blank = data.find(({ n }) => numbers[n]?.value === null);
  if (blank !== undefined) {
    const at = placeOf(placement, field.id, { row: blank.index, col: column.column });
    const facts = { field: field.label.vi, rows: data.length - values.length };
    findings.push(finding('report/blank-counts', at, facts));
  }
  return figure(sum, rangeOf(data, column.column));
}

/** The field of running numbers. */
export function ordinalField({ form }: Placement): string | undefined {
  return form.fields.find(({ type }) => type === 'ordinal')?.id;
}
