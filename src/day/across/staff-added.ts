import { type Finding, finding } from '../../model/finding.ts';
import { lineNear } from '../../model/roster-lines.ts';
import { type AcrossDay, placeOf } from './day.ts';
import { historyOf } from './pace.ts';

/** Fewer staff than this make the sum by accident. */
const LEAST_STAFF = 10;

/**
 * A residents' figure that grew since the last report by exactly the staff who installed, of the unit itself or of the
 * agencies under it: staff are residents already, and the two are never added together (domain 2).
 */
export function staffAdded(day: AcrossDay): Finding[] {
  const staffOf = staffBy(day);
  return day.reports
    .filter(({ form }) => form.scope === 'residents')
    .flatMap((now) => {
      const value = now.report.figures.get('installed')?.value;
      const last = historyOf(now, 'installed')?.last;
      const staff = staffOf.get(now.unit) ?? 0;
      if (value === undefined || last === undefined || staff < LEAST_STAFF) return [];
      if (value - last.value !== staff) return [];
      return finding('across/staff-added', placeOf(now, 'installed'), {
        value,
        earlier: last.value,
        since: last.day,
        staff,
      });
    });
}

/** Staff who installed, as last reported by each unit itself and the agencies whose parent it is. */
function staffBy(day: AcrossDay): ReadonlyMap<string, number> {
  const staff = new Map<string, number>();
  for (const { form, unit, report } of day.reports) {
    if (form.scope !== 'staff') continue;
    const installed = report.figures.get('staff_installed')?.value ?? 0;
    const parent = lineNear(day.lines, unit, day.date)?.parent ?? null;
    for (const code of new Set([unit, parent]))
      if (code !== null) staff.set(code, (staff.get(code) ?? 0) + installed);
  }
  return staff;
}
