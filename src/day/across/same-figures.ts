import { type Finding, finding } from '../../model/finding.ts';
import { alikeBy } from './alike.ts';
import { type AcrossDay, placeOf } from './day.ts';

/** Totals below this coincide too easily to be worth a word. */
const LEAST_VALUE = 100;

/** All figures of a report equal another unit's: a copied report, as two cities with one count once were published. */
export function sameFigures(day: AcrossDay): Finding[] {
  const alike = alikeBy(day, ({ form, report }) => `${form.id} ${figuresKey(report.figures)}`);
  return day.reports.flatMap((now) => {
    const largest = [...now.report.figures].sort(([, a], [, b]) => b.value - a.value)[0];
    if (largest === undefined || largest[1].value < LEAST_VALUE) return [];
    const others = alike(now).filter(
      ({ unit, report }) =>
        unit !== now.unit && (report.sha256 !== now.report.sha256 || report.sheet !== now.report.sheet),
    );
    if (others.length === 0) return [];
    const [measure, { value }] = largest;
    return finding('across/same-figures', placeOf(now, measure), {
      measure,
      value,
      others: others.map(({ name }) => name),
    });
  });
}

function figuresKey(figures: ReadonlyMap<string, { readonly value: number }>): string {
  return JSON.stringify([...figures].map(([measure, { value }]) => [measure, value]).sort());
}
