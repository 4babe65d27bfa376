import { compareFindings, finding } from '../model/finding.ts';
import type { Workbook } from '../model/grid.ts';
import type { Report } from '../model/report.ts';
import { totalsOnSheet } from './parse/other-totals.ts';

/**
 * A list of those without the app beside a report is no second report (contract section 3, "Whose list"): it is left out,
 * and said of the first report. Alone it stays, to be sent back.
 */
export function withoutLists(reports: readonly Report[]): readonly Report[] {
  const isList = ({ findings }: Report): boolean =>
    findings.some(({ code }) => code === 'report/reversed-list');
  const lists = reports.filter(isList);
  const [first, ...others] = reports.filter((report) => !isList(report));
  if (lists.length === 0 || first === undefined) return reports;
  const said = lists.flatMap(({ findings, rows }) =>
    findings
      .filter(({ code }) => code === 'report/reversed-list')
      .map(({ at }) => finding('report/reversed-rows', at, { rows: rows.length })),
  );
  return [{ ...first, findings: [...first.findings, ...said].sort(compareFindings) }, ...others];
}

/** Where one report has one figure, a sheet beside it that states another sum of it is asked about (contract section 3, "Totals"). */
export function withOtherSheets(reports: readonly Report[], { sheets }: Workbook): readonly Report[] {
  const [only, another] = reports;
  const [figure, more] = only === undefined ? [] : [...only.figures.values()];
  if (only === undefined || another !== undefined || figure === undefined || more !== undefined)
    return reports;
  const beside = sheets.filter(({ name, hidden }) => !hidden && name !== only.placement.sheet);
  const said = beside.flatMap((sheet) => totalsOnSheet(sheet, figure.value));
  return said.length === 0
    ? reports
    : [{ ...only, findings: [...only.findings, ...said].sort(compareFindings) }];
}
