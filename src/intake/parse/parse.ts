import { type Finding, finding } from '../../model/finding.ts';
import type { Sheet } from '../../model/grid.ts';
import type {
  DateClaim,
  FieldReading,
  Placement,
  Report,
  ReportFigure,
  ReportRow,
} from '../../model/report.ts';
import { dateClaims } from './date-claims.ts';
import { givenOf } from './given.ts';
import { readLines } from './lines.ts';
import type { ParseOptions } from './options.ts';
import { statedIn } from './stated.ts';
import { readTable } from './table.ts';
import { unitClaims } from './unit-claims.ts';

/**
 * Reads what stands at a placement: values, rows, figures, marks, and what the page says of its unit and day. With
 * `faults` (the form is not wholly there) values are left alone: what they mean is not known.
 */
export function parse(
  sheet: Sheet,
  placement: Placement,
  faults: readonly Finding[],
  options: ParseOptions,
): Report {
  const read = faults.length > 0 ? nothing(placement) : readForm(sheet, placement, options);
  const dates = dateClaims(sheet, placement, read.end, options.day);
  return {
    placement,
    fields: read.fields,
    rows: read.rows,
    repeats: read.repeats,
    figures: read.figures,
    given: givenOf(sheet, placement, read.fields),
    unitClaims: unitClaims(sheet, placement, read.end),
    dateClaims: [...(read.lastDay === null ? [] : [read.lastDay]), ...dates.claims],
    stated: statedIn(sheet, placement),
    findings: [
      ...faults,
      ...(faults.length === 0 ? absentFields(sheet, placement) : []),
      ...(sheet.hidden ? [finding('report/hidden-sheet', { sheet: sheet.name }, { sheet: sheet.name })] : []),
      ...read.findings,
      ...dates.findings,
    ],
  };
}

interface Read {
  readonly fields: ReadonlyMap<string, FieldReading>;
  readonly rows: readonly ReportRow[];
  readonly repeats: Report['repeats'];
  readonly figures: ReadonlyMap<string, ReportFigure>;
  readonly findings: readonly Finding[];
  readonly end: number;
  readonly lastDay: DateClaim | null;
}

function readForm(sheet: Sheet, placement: Placement, options: ParseOptions): Read {
  if (placement.head !== undefined) {
    return { fields: new Map(), ...readTable(sheet, placement, options) };
  }
  return {
    rows: [],
    repeats: [],
    lastDay: null,
    end: endOfLines(placement),
    ...readLines(sheet, placement, options.from),
  };
}

function nothing(placement: Placement): Read {
  const end = placement.head === undefined ? endOfLines(placement) : placement.head.bottom + 1;
  return { fields: new Map(), rows: [], repeats: [], figures: new Map(), findings: [], end, lastDay: null };
}

function endOfLines({ fields }: Placement): number {
  return Math.max(...fields.map(({ label, value }) => (value ?? label).row), 0) + 1;
}

/** One note on lines and columns of the official form that no figure needs and that are not there. */
function absentFields(sheet: Sheet, { form, fields, head }: Placement): Finding[] {
  const there = new Set(fields.map(({ field }) => field));
  const absent = form.fields.filter(
    ({ id, type, required }) =>
      !required && type !== 'ordinal' && !there.has(id) && !(type === 'picture' && sheet.pictures.length > 0),
  );
  if (absent.length === 0) return [];
  const at = { sheet: sheet.name, ...(head === undefined ? {} : { row: head.top }) };
  return [finding('form/field-absent', at, { form: form.id, fields: absent.map(({ label }) => label.vi) })];
}
