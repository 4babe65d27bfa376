import { type Finding, finding } from '../../model/finding.ts';
import { lineNear } from '../../model/roster-lines.ts';
import { type AcrossDay, placeOf, type Reporting, runningFigures } from './day.ts';

/** A unit whose figure is above that of the unit it belongs to. */
export function aboveParent(day: AcrossDay): Finding[] {
  const known = new Map(day.reports.map((each) => [keyOf(each.form.id, each.unit), each] as const).reverse());
  return day.reports.flatMap((now) => {
    const parent = parentOf(day, known, now);
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
function parentOf(day: AcrossDay, known: ReadonlyMap<string, Reporting>, now: Reporting): Reporting | null {
  const code = lineNear(day.lines, now.unit, day.date)?.parent ?? null;
  return code === null ? null : (known.get(keyOf(now.form.id, code)) ?? null);
}

function keyOf(form: string, unit: string): string {
  return JSON.stringify([form, unit]);
}
