import { compareText } from '../../model/finding.ts';
import { addDays, daysBetween } from '../../model/time.ts';
import type { Paces } from '../targets.ts';
import { inBoth } from './delta.ts';
import type { Share } from './plan.ts';
import type { ScopeView } from './rollup.ts';
import { officeBase } from './sums.ts';
import { amountOf } from './unit-day.ts';

/**
 * Paces of a share's numerator up to a day, over the units that have it at both ends, so that a unit's first report is
 * no progress of a day. A window that begins before the first report begins with it. `reportDays` are the days up to
 * `date` that have an accepted report, ascending; with fewer than three of them there is no pace.
 */
export function pacesOf(share: Share, { plan, date, reportDays, unitsOn, folder }: ScopeView): Paces | null {
  const [first] = reportDays;
  if (first === undefined || reportDays.length < 3) return null;
  const now = unitsOn(date);
  const office = officeBase(now, share, folder) !== null;
  const paceOver = (days: number) => {
    const start = addDays(date, -days);
    const since = compareText(start, first) < 0 ? first : start;
    let gained = 0;
    for (const [later, earlier] of inBoth(now, unitsOn(since), plan.lines, date)) {
      const [a, b] = [amountOf(later, share.measure), amountOf(earlier, share.measure)];
      if (a === null || b === null || (!office && amountOf(later, share.of) === null)) continue;
      gained += a - b;
    }
    return { gained, days: daysBetween(since, date) };
  };
  return { three: paceOver(3), seven: paceOver(7) };
}
