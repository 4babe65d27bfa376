import type { DateClaim, Report, ReportRow } from '../model/report.ts';
import { readDayName } from '../text/day-names.ts';
import { bare } from '../text/fold.ts';

/**
 * Sheets of a running book are called by their days: "16-8", "Ngày 16", "T2 16.8". A number alone is a day only where the
 * same people or hamlets stand on other sheets so called: sheets "1", "2", "3" may be hamlets, too. `near` completes months.
 */
export function withSheetDays(reports: readonly Report[], near: string | null): readonly Report[] {
  if (near === null || reports.length < 2) return reports;
  const named = reports.map((report) => ({ report, name: readDayName(report.placement.sheet, near) }));
  const numbered = named.flatMap(({ report, name }) => (name?.bare === true ? [report] : []));
  const isBook = numbered.some((one) => numbered.some((other) => other !== one && sharesRows(one, other)));
  return named.map(({ report, name }) => {
    const told = report.dateClaims.some(({ source }) => source === 'sheet-name');
    if (name === null || told || (name.bare && !isBook)) return report;
    const claim: DateClaim = {
      source: 'sheet-name',
      iso: name.iso,
      text: report.placement.sheet,
      at: null,
    };
    return { ...report, dateClaims: [...report.dateClaims, claim] };
  });
}

function sharesRows(a: Report, b: Report): boolean {
  const [own, others] = [a, b].map(({ rows, placement }) => {
    const ids = placement.form.fields.flatMap(({ id, type }) =>
      type === 'person' || type === 'address' || type === 'text' ? [id] : [],
    );
    return new Set(rows.map((row) => nameOf(row, ids)).filter((name) => name !== ''));
  }) as [Set<string>, Set<string>];
  const common = [...own].filter((name) => others.has(name)).length;
  return common > 0 && 2 * common >= Math.min(own.size, others.size);
}

function nameOf({ readings }: ReportRow, ids: readonly string[]): string {
  return ids
    .map((id) => readings.get(id))
    .flatMap((reading) => (reading?.state === 'value' ? [bare(String(reading.value))] : []))
    .join(' ');
}
