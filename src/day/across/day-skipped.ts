import { type Finding, finding } from '../../model/finding.ts';
import { lineOn } from '../../model/roster-lines.ts';
import { addDays } from '../../model/time.ts';
import { collectOf, obligationOn } from '../../model/timeliness.ts';
import { type AcrossDay, placeOf, type Reporting } from './day.ts';

/** Days since the unit's last report on which one was due and none counted. */
export function daysSkipped(day: AcrossDay): Finding[] {
  return day.reports.flatMap((now) => {
    const last = now.earlier.at(-1);
    if (now.once || last === undefined) return [];
    const skipped: string[] = [];
    for (let date = addDays(last.day, 1); date < day.date; date = addDays(date, 1)) {
      if (wasDue(day, now, date)) skipped.push(date);
    }
    if (skipped.length === 0) return [];
    return finding('across/day-skipped', placeOf(now), { days: skipped, since: last.day });
  });
}

function wasDue(
  { folder: { campaign }, lines }: AcrossDay,
  { form, unit }: Reporting,
  date: string,
): boolean {
  const line = lineOn(lines, unit, date);
  const collect = line === null ? null : collectOf(campaign, form.id, line.kind, date);
  return collect !== null && obligationOn(campaign, collect, line, date).kind === 'due';
}
