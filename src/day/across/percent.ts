import { type Finding, finding } from '../../model/finding.ts';
import { lineNear } from '../../model/roster-lines.ts';
import { type AcrossDay, placeOf, type Reporting, runningFigures } from './day.ts';
import { historyOf } from './pace.ts';

/** How far today's rate may lie above, and below, the last one, in percentage points. */
const ABOVE = 10;
const BELOW = 1;

/** A figure up to 100 that is the unit's rate, where the unit has many more people than that. */
export function percentsTyped(day: AcrossDay): Finding[] {
  return day.reports.flatMap((now) =>
    runningFigures(now).flatMap(({ measure, figure }) => {
      const base = baseOf(day, now);
      const history = historyOf(now, measure);
      if (base === null || history === null || figure.value === 0 || figure.value > 100) return [];
      const { value: earlier, day: since } = history.last;
      const percent = (earlier / base) * 100;
      if (earlier <= 3 * figure.value || figure.value > percent + ABOVE || figure.value < percent - BELOW) {
        return [];
      }
      return finding('across/percent-typed', placeOf(now, measure), {
        measure,
        value: figure.value,
        earlier,
        since,
        percent: Math.round(percent * 100) / 100,
      });
    }),
  );
}

/** People over whom the unit's rate is taken: the form's own base, else the roster's. */
function baseOf(day: AcrossDay, { form, report, unit }: Reporting): number | null {
  if (form.defaultBase !== null) return report.figures.get(form.defaultBase)?.value || null;
  const bases = lineNear(day.lines, unit, day.date)?.bases;
  return bases?.smartphone_users || bases?.population || null;
}
