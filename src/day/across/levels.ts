import { type Finding, finding } from '../../model/finding.ts';
import { lineNear } from '../../model/lines.ts';
import { type AcrossDay, placeOf, type Reporting, runningFigures } from './day.ts';

/** A unit whose figure is above that of the unit it belongs to. */
export function aboveParent(day: AcrossDay): Finding[] {
  return day.reports.flatMap((now) => {
    const parent = parentOf(day, now);
    if (parent === null) return [];
    return runningFigures(now).flatMap(({ measure, figure }) => {
      const whole = parent.report.figures.get(measure)?.value;
      if (whole === undefined || figure.value <= whole) return [];
      return finding('across/above-parent', placeOf(now, measure), {
        measure,
        value: figure.value,
        parentName: parent.name,
        parentValue: whole,
      });
    });
  });
}

/** The report of the same form by the unit above, if that unit reports itself. */
function parentOf(day: AcrossDay, now: Reporting): Reporting | null {
  const code = lineNear(day.lines, now.unit, day.date)?.parent ?? null;
  return day.reports.find(({ form, unit }) => form.id === now.form.id && unit === code) ?? null;
}
