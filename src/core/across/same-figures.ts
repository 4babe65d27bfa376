import { compareText, type Finding, finding } from '../finding.ts';
import { type AcrossDay, placeOf } from './day.ts';

/** Totals below this coincide too easily to be worth a word. */
const LEAST_VALUE = 100;

/** All figures of a report equal another unit's: a copied report, as two cities with one count once were published. */
export function sameFigures(day: AcrossDay): Finding[] {
  return day.reports.flatMap((now) => {
    const figures = figuresKey(now.report.figures);
    const largest = [...now.report.figures].sort(([, a], [, b]) => b.value - a.value)[0];
    if (largest === undefined || largest[1].value < LEAST_VALUE) return [];
    const others = day.reports.filter(
      ({ form, unit, report }) =>
        form.id === now.form.id &&
        unit !== now.unit &&
        (report.sha256 !== now.report.sha256 || report.sheet !== now.report.sheet) &&
        figuresKey(report.figures) === figures,
    );
    if (others.length === 0) return [];
    const [measure, { value }] = largest;
    return finding('across/same-figures', placeOf(now, measure), {
      measure,
      value,
      others: others.map(({ name }) => name).sort(compareText),
    });
  });
}

function figuresKey(figures: ReadonlyMap<string, { readonly value: number }>): string {
  return JSON.stringify([...figures].map(([measure, { value }]) => [measure, value]).sort());
}
