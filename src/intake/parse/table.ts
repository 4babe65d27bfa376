import { type Finding, finding } from '../../model/finding.ts';
import { countingField, type Field, type Form, type Measure } from '../../model/form.ts';
import type { Cell, Sheet } from '../../model/grid.ts';
import type { DateClaim, FieldReading, Placement, ReportFigure, ReportRow } from '../../model/report.ts';
import { readPlain, refOf } from './cells.ts';
import { type CountColumn, columnOver, rangeOf, readCountColumn } from './columns.ts';
import { type Counting, countMeasure } from './counted.ts';
import { withoutDateFormat } from './dated-number.ts';
import { hiddenParts } from './hidden.ts';
import { inPersons } from './in-persons.ts';
import { type Log, logsOf } from './log.ts';
import { columnUnit } from './measure-unit.ts';
import type { ParseOptions } from './options.ts';
import { otherTotals } from './other-totals.ts';
import { type Persons, tellPersons } from './persons.ts';
import { placeOf } from './place.ts';
import { doubtsOf, reversedList } from './roles/doubts.ts';
import { factsOf } from './roles/facts.ts';
import { proofOf } from './roles/proof.ts';
import type { RoleClaim, RoleTable } from './roles/role.ts';
import { rolesOf } from './roles/roles.ts';
import { readRows, type TableRow } from './rows.ts';
import { spreadHeads } from './spread.ts';
import { sumMeasure, sumRows } from './summed.ts';
import { tickReader } from './ticks.ts';

/** What a table says. */
interface TableValues {
  readonly rows: readonly ReportRow[];
  readonly repeats: Persons['repeats'];
  readonly figures: ReadonlyMap<string, ReportFigure>;
  readonly findings: readonly Finding[];
  /** First row after the table. */
  readonly end: number;
  /** The last day of a table whose rows are days. */
  readonly lastDay: DateClaim | null;
}

/** Reads the rows under a head, tells what each is for, and takes the measures from those that add. */
export function readTable(
  sheet: Sheet,
  placement: Placement,
  { counting, day, from }: ParseOptions,
): TableValues {
  const { rows, asides, end } = readRows(sheet, placement);
  const columns = columnsOf(sheet, placement, rows, counting, from);
  const logs = logsOf(sheet, placement, columns, counting, day);
  const [log] = logs.values();
  const table = {
    ...{ sheet, placement, rows, columns },
    facts: factsOf(placement, rows, sheet.merges),
    values: columns.map((column) => sumRows(column).map(({ value }) => value)),
  };
  // Days are neither parents nor parts of one another, and name nobody.
  const roles: ReadonlyMap<number, RoleClaim> = log === undefined ? rolesOf(table) : new Map();
  const take = (also: ReadonlySet<number>): Taken => takeRows(table, roles, also, counting, logs);
  const taken = take(new Set());
  const list = reversedList(sheet, placement);
  const doubts =
    list.length > 0 || log !== undefined ? [] : doubtsOf(table, roles, taken.figures, counting, take);
  const others =
    list.length + doubts.length > 0 || log !== undefined || counting.told === 'decision'
      ? []
      : statedElsewhere(table, roles, taken.figures, end);
  const proof = proofOf(rows, roles, asides);
  const withProof = [...taken.figures].map(([id, figure]): [string, ReportFigure] => [
    id,
    { ...figure, rows: proof },
  ]);
  const unmeasured = columns.filter(({ field }) => !isMeasured(placement.form, field.id));
  return {
    rows: taken.rows,
    repeats: taken.repeats,
    figures: list.length > 0 ? new Map() : new Map(withProof),
    findings: [
      ...list,
      ...doubts,
      ...others,
      ...(doubts.length > 0 ? withoutRowsLess(taken.findings) : taken.findings),
      ...unmeasured.flatMap(({ cells }) => cells.flatMap((cell) => cell.finding ?? [])),
      ...spreadHeads(sheet, placement, taken.dataRows),
      ...hiddenParts(sheet, placement, taken.dataRows),
    ],
    end,
    lastDay: log?.last ?? null,
  };
}

/** Sums outside the rows, where the form has one measure that they can be the sum of. */
function statedElsewhere(
  { sheet, placement, rows, columns, values }: RoleTable,
  roles: ReadonlyMap<number, RoleClaim>,
  figures: ReadonlyMap<string, ReportFigure>,
  end: number,
): readonly Finding[] {
  const [measure, another] = placement.form.measures;
  const figure = measure === undefined || another !== undefined ? undefined : figures.get(measure.id);
  if (figure === undefined) return [];
  const n = columns.findIndex(
    ({ field }) => measure?.from.kind !== 'rows' && field.id === measure?.from.field,
  );
  const kept = rows.flatMap((_, at) => (roles.has(at) ? [] : [at]));
  const own = kept.map((at) => values[n]?.[at] ?? null);
  const left = kept.flatMap((at) => rows[at] ?? []);
  return otherTotals(sheet, placement, left, own, figure.value, end);
}

interface Taken {
  readonly rows: readonly ReportRow[];
  readonly repeats: Persons['repeats'];
  readonly figures: ReadonlyMap<string, ReportFigure>;
  readonly findings: readonly Finding[];
  readonly dataRows: readonly number[];
}

/** The measures from the rows that add, and from some others as if they did. */
function takeRows(
  { sheet, placement, rows: all, columns: whole }: RoleTable,
  roles: ReadonlyMap<number, RoleClaim>,
  also: ReadonlySet<number>,
  counting: Counting,
  logs: ReadonlyMap<string, Log>,
): Taken {
  const kept = all.flatMap(({ kind }, at) => {
    const role = roles.get(at)?.role;
    const counts = role === undefined ? kind !== 'heading' : role === 'total' || also.has(at);
    return counts ? [at] : [];
  });
  const rows = kept.flatMap((at): TableRow[] => {
    const row = all[at];
    return row === undefined ? [] : [roles.get(at)?.role === 'total' ? { ...row, kind: 'total' } : row];
  });
  const columns = whole.map((column) => ({ ...columnOver(column, kept), rows }));
  const data = rows.flatMap((row, n) => (row.kind === 'data' ? [{ row, n }] : []));
  const fields = placedFields(placement, columns);
  const reportRows = data.map(({ row, n }) => reportRow(placement.sheet, fields, row, n));
  const marked = (row: ReportRow): boolean => isMarked(row, placement.form);
  const persons = tellPersons(reportRows, placement.form, marked);
  const findings: Finding[] = [];
  const figures = new Map<string, ReportFigure>();
  for (const measure of placement.form.measures) {
    const log = logs.get(measure.id)?.read;
    const read = log ?? readMeasure(sheet, placement, measure, rows, columns, persons, counting);
    findings.push(...read.findings);
    if (read.figure !== null) figures.set(measure.id, read.figure);
  }
  return {
    rows: reportRows,
    repeats: persons.repeats,
    figures,
    findings: onlyOnce(findings),
    dataRows: data.map(({ row }) => row.index),
  };
}

/** Where nothing is left beside rows in doubt, the doubt is what is to be said. */
function withoutRowsLess(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ code }) => code !== 'report/no-rows');
}

function columnsOf(
  sheet: Sheet,
  placement: Placement,
  rows: readonly TableRow[],
  counting: Counting,
  from: string | null,
): readonly CountColumn[] {
  const ticked = countingField(placement.form);
  return placement.fields.flatMap(({ field: id, column }) => {
    const field = placement.form.fields.find((each) => each.id === id);
    if (field?.type !== 'count' || column === undefined) return [];
    const takesMarks = id === ticked && (counting.mode === 'auto' || counting.mode === 'rows');
    const unit = columnUnit(sheet, placement, column);
    const marks = new Set<number>();
    const refusals = new Set<number>();
    const all = rows.map((row) => {
      const cell = row.cells.get(id) ?? (isFirstCount(placement, id) ? written(row.inline) : null);
      return cell === null ? null : withoutDateFormat(cell, from);
    });
    const tickOf = tickReader(all, from);
    const cells = all.map((cell, n) => {
      if (cell === null || !takesMarks || rows[n]?.kind !== 'data') return cell;
      const tick = tickOf(cell);
      if (tick === 'mark') marks.add(n);
      else if (tick === 'refusal') refusals.add(n);
      else return cell;
      return null;
    });
    const read = readCountColumn(placement, field, cells, unit?.scale);
    return [{ field, column, unit, rows, cells: read, marks, refusals }];
  });
}

/** A number in the label of a total belongs to the only count, or to none. */
function isFirstCount({ form, fields }: Placement, id: string): boolean {
  const counts = fields.filter(
    ({ field }) => form.fields.find((each) => each.id === field)?.type === 'count',
  );
  return counts.length === 1 && counts[0]?.field === id;
}

function written(inline: Cell | null): Cell | null {
  return inline === null || inline.shown === '' ? null : inline;
}

interface PlacedField {
  readonly field: Field;
  readonly column: number;
  readonly counts: CountColumn | undefined;
}

function placedFields(placement: Placement, columns: readonly CountColumn[]): readonly PlacedField[] {
  return placement.fields.flatMap(({ field: id, column }) => {
    const field = placement.form.fields.find((each) => each.id === id);
    if (field === undefined || column === undefined) return [];
    return [{ field, column, counts: columns.find((each) => each.field.id === id) }];
  });
}

function reportRow(sheet: string, fields: readonly PlacedField[], row: TableRow, n: number): ReportRow {
  const readings = new Map<string, FieldReading>();
  for (const { field, column, counts } of fields) {
    const cell = row.cells.get(field.id) ?? null;
    const at = { sheet, row: row.index, col: column };
    if (counts === undefined) readings.set(field.id, readPlain(field, cell, at));
    else if (counts.marks.has(n) && cell !== null) {
      readings.set(field.id, { state: 'value', value: 'x', at: refOf(sheet, cell), shown: cell.shown });
    } else {
      const reading = counts.cells[n]?.reading;
      readings.set(
        field.id,
        reading === undefined || reading.state === 'blank' ? { state: 'blank', at } : reading,
      );
    }
  }
  return { row: row.index, readings };
}

/** A row that names nobody counts as somebody when it says "installed" all the same. */
function isMarked(row: ReportRow, form: Form): boolean {
  const id = countingField(form);
  const reading = id === null ? undefined : row.readings.get(id);
  return reading?.state === 'value' && (reading.value === 'x' || reading.value === 1);
}

function isMeasured(form: Form, field: string): boolean {
  return form.measures.some(({ from }) => from.kind !== 'rows' && from.field === field);
}

function readMeasure(
  sheet: Sheet,
  placement: Placement,
  measure: Measure,
  rows: readonly TableRow[],
  columns: readonly CountColumn[],
  persons: Persons,
  counting: Counting,
): { readonly figure: ReportFigure | null; readonly findings: readonly Finding[] } {
  const { from } = measure;
  if (from.kind === 'rows') return rowsMeasure(placement, rows, persons);
  const column = columns.find(({ field }) => field.id === from.field);
  if (column === undefined) return { figure: null, findings: [] };
  return inPersons(placement, column, counting, () =>
    from.kind === 'counting'
      ? countMeasure(sheet, placement, column, persons, counting)
      : sumMeasure(placement, column),
  );
}

function rowsMeasure(placement: Placement, rows: readonly TableRow[], persons: Persons) {
  const data = rows.filter(({ kind }) => kind === 'data');
  if (data.length === 0) {
    return {
      figure: null,
      findings: [finding('report/no-rows', placeOf(placement, '', null), { form: placement.form.id })],
    };
  }
  const named = placement.form.fields.some(({ type }) => type === 'person');
  const value = named ? persons.distinct : data.length;
  const column = Math.min(...placement.fields.map((field) => field.column ?? 0));
  return {
    figure: { value, sheet: placement.sheet, cells: rangeOf(data, column), counting: null },
    findings: [],
  };
}

/** Several measures of one table say once that it has no rows. */
function onlyOnce(findings: readonly Finding[]): readonly Finding[] {
  const first = findings.find(({ code }) => code === 'report/no-rows');
  return findings.filter((each) => each.code !== 'report/no-rows' || each === first);
}
