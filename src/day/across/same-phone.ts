import { compareText, type Finding, finding } from '../../model/finding.ts';
import { parseAddress } from '../../model/grid.ts';
import { type AcrossDay, placeOf } from './day.ts';

/** A number on more units' lists than this belongs to no resident: it is a hotline, or somebody's filler. */
const MOST_UNITS = 5;

/** The same phone number in the rows of two units: one person counted in both. Located and counted, never quoted. */
export function samePhone(day: AcrossDay): Finding[] {
  const units = new Map<string, Set<string>>();
  for (const { form, unit, report } of day.reports) {
    for (const { hash } of report.phones) {
      const key = JSON.stringify([form.id, hash]);
      units.set(key, (units.get(key) ?? new Set<string>()).add(unit));
    }
  }
  const names = new Map(day.reports.map(({ unit, name }) => [unit, name]));
  return day.reports.flatMap((now) => {
    const shared = now.report.phones.flatMap(({ hash, cell }) => {
      const owners = units.get(JSON.stringify([now.form.id, hash]));
      return owners === undefined || owners.size < 2 || owners.size > MOST_UNITS
        ? []
        : [{ hash, cell, owners }];
    });
    const [first] = shared;
    if (first === undefined) return [];
    const others = new Set(shared.flatMap(({ owners }) => [...owners]));
    others.delete(now.unit);
    const at = { sheet: sheetOf(now), cell: first.cell, ...parseAddress(first.cell) };
    const place = { ...placeOf(now), ...(first.cell === '' ? {} : at) };
    return finding('across/same-phone', place, {
      people: new Set(shared.map(({ hash }) => hash)).size,
      others: [...others].map((unit) => names.get(unit) ?? unit).sort(compareText),
    });
  });
}

function sheetOf({ report }: AcrossDay['reports'][number]): string {
  return report.sheet ?? [...report.figures.values()][0]?.sheet ?? '';
}
