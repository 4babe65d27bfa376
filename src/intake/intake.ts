import { compareFindings, type Finding, moved } from '../model/finding.ts';
import type { CountingMode, Form } from '../model/form.ts';
import type { Sheet, Workbook } from '../model/grid.ts';
import type { Report } from '../model/report.ts';
import type { Unit } from '../model/units.ts';
import { withSheetDays } from './book-days.ts';
import { withOtherSheets, withoutLists } from './book-lists.ts';
import { parse } from './parse/parse.ts';
import { recognise } from './recognise/recognise.ts';
import { rowAt } from './recognise/row-at.ts';
import type { FiguredReport } from './rules/rule.ts';
import { RULES, UNIT_RULES } from './rules/rules.ts';

export interface IntakeOptions {
  /** How the column of a Mẫu 02 is to be read, by form id; `auto` tells it from the column itself. */
  readonly counting: (form: string) => CountingMode;
  /** Who says so; the campaign unless a recorded decision does. */
  readonly told?: 'campaign' | 'decision';
  /** The day that it came for: completes days written without a year or month ("16/8", "Ngày 16"); without it such days are passed over. */
  readonly day?: string;
  /** First day of the campaign: a number under a date format is a day only near it. */
  readonly from?: string;
}

/**
 * The reports in a workbook, each read and checked within itself; whose and for which day is decided after. `findings`
 * are those that belong to no report: no form at all, or a sheet without one. Places carry sheet and cell; the file is
 * the caller's to add. Findings of reports are in contract order.
 */
export function intake(
  workbook: Workbook,
  forms: ReadonlyMap<string, Form>,
  options: IntakeOptions,
): { readonly reports: readonly Report[]; readonly findings: readonly Finding[] } {
  const { found, findings } = recognise(workbook, [...forms.values()]);
  const reports = found.map(({ sheet, placement, faults: all }) => {
    // Who says how its numbers count says that they are this form's.
    const faults =
      options.told === 'decision' ? all.filter(({ code }) => code !== 'form/subject-doubtful') : all;
    const counting = { mode: options.counting(placement.form.id), told: options.told ?? 'campaign' } as const;
    const report = parse(sheet, placement, faults, {
      counting,
      day: options.day ?? null,
      from: options.from ?? null,
    });
    const checked = RULES.flatMap((rule) => rule(report));
    return { ...report, findings: inDocument(sheet, [...report.findings, ...checked]).sort(compareFindings) };
  });
  const listed = withoutLists(reports);
  const totalled = options.told === 'decision' ? listed : withOtherSheets(listed, workbook);
  return { reports: withSheetDays(totalled, options.day ?? null), findings };
}

/** Findings on a text document say where in the document they stand. */
function inDocument(sheet: Sheet, findings: readonly Finding[]): Finding[] {
  if (sheet.rows[0]?.origin === undefined) return [...findings];
  return findings.map((found) => {
    const origin = found.at.row === undefined ? undefined : rowAt(sheet, found.at.row)?.origin;
    return origin === undefined ? found : moved(found, { ...found.at, origin });
  });
}

/** What is wrong with a report once its unit is known: figures above the bases of the roster. */
export function checkWithUnit(report: FiguredReport, unit: Unit): readonly Finding[] {
  return UNIT_RULES.flatMap((rule) => rule(report, unit));
}
