import { type Finding, finding } from '../../model/finding.ts';
import { alikeBy } from './alike.ts';
import { type AcrossDay, placeOf, type Reporting } from './day.ts';

/**
 * The same bytes counted for two units: one of them sent the other's file, or a copy was renamed. One file that holds
 * the tables of two units is neither.
 */
export function sameFileTwoUnits(day: AcrossDay): Finding[] {
  const alike = alikeBy(day, ({ report }) => `${report.sha256} ${report.sheet}`);
  return day.reports.flatMap((now) => {
    const others = alike(now).filter(
      ({ unit, report }) => unit !== now.unit && report.path !== now.report.path,
    );
    if (others.length === 0) return [];
    return finding('across/same-file', placeOf(now), { others: others.map(({ name }) => name) });
  });
}

/** A daily report whose bytes are those of an earlier day's: yesterday's file sent again. */
export function sameFileAsEarlier(day: AcrossDay): Finding[] {
  return day.reports.flatMap((now) => {
    const before = now.once ? undefined : now.earlier.findLast((past) => sameBytes(past, now));
    if (before === undefined) return [];
    return finding('across/same-as-earlier', placeOf(now), { since: before.day });
  });
}

type WithReport = Pick<Reporting, 'report'>;

/** Of a file with several reports only the same sheet is the same. */
function sameBytes({ report: a }: WithReport, { report: b }: WithReport): boolean {
  return a.sha256 === b.sha256 && a.sheet === b.sheet;
}
