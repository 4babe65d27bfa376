import { type Finding, finding } from '../../model/finding.ts';
import type { Bilingual, Form } from '../../model/form.ts';
import type { CellRef } from '../../model/grid.ts';
import type { FieldReading, Report, ReportFigure } from '../../model/report.ts';
import type { Unit } from '../../model/units.ts';
import { placeOf } from '../parse/place.ts';

/** A rule says what is wrong with a report. It says nothing where a value that it needs is blank or unreadable. */
export type Rule = (report: Report) => readonly Finding[];

/** What is left of a report when its unit is decided: its figures. */
export interface FiguredReport {
  readonly form: Form;
  readonly figures: ReadonlyMap<string, ReportFigure>;
}

/** A rule on figures against what the roster says of their unit. */
export type UnitRule = (report: FiguredReport, unit: Unit) => readonly Finding[];

/** What rules look at: the lines of a form as one record, or each row of a table. */
export function recordsOf(report: Report): readonly ReadonlyMap<string, FieldReading>[] {
  return report.placement.head === undefined ? [report.fields] : report.rows.map(({ readings }) => readings);
}

/** A number that was read, with its cell; null otherwise. */
export function numberOf(
  record: ReadonlyMap<string, FieldReading>,
  field: string,
): { readonly value: number; readonly at: CellRef; readonly shown: string } | null {
  const reading = record.get(field);
  if (reading?.state !== 'value' || typeof reading.value !== 'number') return null;
  return { value: reading.value, at: reading.at, shown: reading.shown };
}

/** The official label of a field. */
export function labelOf({ placement }: Report, field: string): string {
  return placement.form.fields.find(({ id }) => id === field)?.label.vi ?? field;
}

/** The form's own words on a rule where it has any, else the finding of the rule. */
export function inWords(
  report: Report,
  words: Bilingual | undefined,
  field: string,
  at: CellRef,
  plain: Finding,
): Finding {
  return words === undefined
    ? plain
    : finding('report/form-rule', placeOf(report.placement, field, at), words);
}
