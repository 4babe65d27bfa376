import { type Finding, type FindingCode, finding } from '../model/finding.ts';
import type { ReportFigure } from '../model/report.ts';

/** A report on a sheet of a workbook, its unit and day known. */
export interface SheetReport {
  readonly report: {
    readonly form: string;
    readonly sheet: string;
    readonly figures: readonly (readonly [string, ReportFigure])[];
    /** Who stands on its rows, for comparing. */
    readonly rows?: readonly unknown[];
  };
  readonly unit: string | null;
  readonly date: string;
  readonly findings: readonly Finding[];
}

/** Why a sheet is no report of the day. */
export type AsideReason = 'other-day' | 'hidden' | 'copy';

export interface WorkbookSheets<T> {
  readonly kept: readonly T[];
  /** What holds figures and is left aside; empty sheets are nothing. */
  readonly aside: readonly { readonly item: T; readonly reason: AsideReason }[];
}

/**
 * Which sheets of one workbook are reports (contract section 3, "Sheets of one file"). Of a running book the sheet of the
 * day; where it has none, the last one before it, which is then asked as a file of another day. A hidden sheet never
 * competes with a visible one of its unit, a copy is no second sheet, an empty one is nothing beside one with figures.
 */
export function bookSheets<T extends SheetReport>(all: readonly T[], folderDate: string): WorkbookSheets<T> {
  const aside = new Map<T, AsideReason>();
  for (const item of all) {
    const rivals = all.filter((other) => isRival(item, other) && !isEmpty(other));
    const before = all.slice(0, all.indexOf(item));
    const reason = rivals.length === 0 ? null : reasonOf(item, rivals, before, folderDate);
    if (reason !== null) aside.set(item, reason);
  }
  return {
    kept: all.filter((item) => !aside.has(item) && !isNothing(item, all)),
    aside: [...aside].flatMap(([item, reason]) => (isEmpty(item) ? [] : [{ item, reason }])),
  };
}

/** What is said, at the first report of its unit and form that is kept (the nth of all), of the sheets left aside for it. */
export function asideOf(
  { kept, aside }: WorkbookSheets<SheetReport>,
  n: number,
  file: string,
): readonly Finding[] {
  const own = kept[n];
  if (own === undefined) return [];
  const isOwn = ({ unit, report }: SheetReport) => unit === own.unit && report.form === own.report.form;
  const others = kept.findIndex(isOwn) === n ? aside.filter(({ item }) => isOwn(item)) : [];
  return [...new Set(others.map(({ reason }) => reason))].map((reason) => {
    const { sheet } = own.report;
    const at = { file, sheet, ...(own.unit === null ? {} : { unit: own.unit }) };
    const sheets = others.filter((each) => each.reason === reason).length;
    return finding('report/sheets-aside', at, { reason, sheets, kept: sheet });
  });
}

/** Of the same form and unit, in the same file. */
function isRival(item: SheetReport, other: SheetReport): boolean {
  return (
    other !== item &&
    other.report.form === item.report.form &&
    other.unit === item.unit &&
    other.report.sheet !== item.report.sheet
  );
}

function reasonOf<T extends SheetReport>(
  item: T,
  rivals: readonly T[],
  before: readonly T[],
  folderDate: string,
): AsideReason | null {
  if (has(item, 'time/date-differs')) {
    const newest = [...rivals, item].map(({ date }) => date).filter((date) => date <= folderDate);
    const ofDay = rivals.some((other) => !has(other, 'time/date-differs'));
    const last = newest.sort().at(-1);
    return ofDay || (last !== undefined && item.date !== last) ? 'other-day' : null;
  }
  const ofDay = rivals.filter(({ date }) => date === item.date);
  if (has(item, 'report/hidden-sheet') && ofDay.some((other) => !has(other, 'report/hidden-sheet')))
    return 'hidden';
  return ofDay.some((other) => before.includes(other) && isCopy(item, other)) ? 'copy' : null;
}

/** The very rows and figures in the same cells; a page without rows only where its name says so ("Sheet1 (2)"). */
function isCopy({ report }: SheetReport, { report: other }: SheetReport): boolean {
  const said = (each: SheetReport['report']) =>
    JSON.stringify([each.rows, each.figures.map(([id, { value, cells }]) => [id, value, cells])]);
  const named = [report, other].some(({ sheet }) => / ?\(\d+\)$|^(bản sao|copy) /iu.test(sheet));
  return ((report.rows ?? []).length > 0 || named) && said(report) === said(other);
}

function has({ findings }: SheetReport, code: FindingCode): boolean {
  return findings.some((each) => each.code === code);
}

function isEmpty(item: SheetReport): boolean {
  return item.report.figures.length === 0 && has(item, 'report/no-rows');
}

/** A blank sheet beside one with figures, of its own unit or of nobody. */
function isNothing(item: SheetReport, all: readonly SheetReport[]): boolean {
  return (
    isEmpty(item) &&
    all.some(
      (other) =>
        other.report.form === item.report.form &&
        (item.unit === null || other.unit === item.unit) &&
        !isEmpty(other),
    )
  );
}
