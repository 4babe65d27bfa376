import { type Finding, finding } from '../../model/finding.ts';
import { type AcrossDay, placeOf, runningFigures } from './day.ts';
import { historyOf } from './pace.ts';

const FACTORS = [10, 100, 1000] as const;
/** Smaller totals do grow tenfold in a day, and a campaign's second day knows no habit yet. */
const LEAST_VALUE = 100;
const ENOUGH_REPORTS = 2;
/** What a day does to a total at most, and what a review takes from it, as shares of the last value. */
const MOST = 1.3;
const LEAST = 0.98;

/** A figure that is ten, a hundred or a thousand times what the unit's last one leads to, or that part of it. */
export function slips(day: AcrossDay): Finding[] {
  return day.reports.flatMap((now) =>
    runningFigures(now).flatMap(({ measure, figure }) => {
      const history = historyOf(now, measure);
      if (history === null || history.values.length < ENOUGH_REPORTS) return [];
      const { value: earlier, day: since } = history.last;
      if (earlier < LEAST_VALUE || figure.value === 0) return [];
      for (const factor of FACTORS) {
        const facts = { measure, value: figure.value, earlier, since, factor };
        if (fits(figure.value / factor, earlier)) {
          return finding('across/slip', placeOf(now, measure), { ...facts, direction: 'more' });
        }
        if (fits(figure.value * factor, earlier)) {
          return finding('across/slip', placeOf(now, measure), { ...facts, direction: 'less' });
        }
      }
      return [];
    }),
  );
}

function fits(value: number, earlier: number): boolean {
  return value >= LEAST * earlier && value <= MOST * earlier;
}
