import { type Finding, finding } from '../../model/finding.ts';
import { type AcrossDay, placeOf, runningFigures } from './day.ts';
import { deviation, gain, gainsOf, historyOf, median } from './pace.ts';

/** Earlier gains below which a unit has no habit to speak of. */
const ENOUGH_GAINS = 4;
/** 1.4826 × MAD is the standard deviation of a normal spread; six of them is no accident. */
const NORMAL = 1.4826;
const SPREADS = 6;
/** Units that report the same gain every day have no spread; a quarter of the usual gain, or 5 people, stands in. */
const LEAST_SHARE = 0.25;
const LEAST_PEOPLE = 5;

/** A day's gain far beyond the unit's own daily gains so far. Falls have a finding of their own. */
export function jumps(day: AcrossDay): Finding[] {
  return day.reports.flatMap((now) =>
    runningFigures(now).flatMap(({ measure, figure }) => {
      const history = historyOf(now, measure);
      if (history === null || history.values.length <= ENOUGH_GAINS) return [];
      const gains = gainsOf(history).map(({ perDay }) => perDay);
      const usual = median(gains);
      const mad = deviation(gains);
      const spread = Math.max(NORMAL * mad, LEAST_SHARE * Math.abs(usual), LEAST_PEOPLE);
      const today = gain(history.last, { day: day.date, value: figure.value });
      if (today.perDay <= usual + SPREADS * spread) return [];
      return finding('across/jump', placeOf(now, measure), {
        measure,
        value: figure.value,
        gain: figure.value - history.last.value,
        days: today.days,
        since: history.last.day,
        median: Math.round(usual),
        deviation: Math.round(mad),
        gains: gains.length,
      });
    }),
  );
}
