import type { Finding } from '../../model/finding.ts';
import type { AcrossDay } from './day.ts';
import { daysSkipped } from './day-skipped.ts';
import { futureDates } from './future.ts';
import { jumps } from './jump.ts';
import { aboveParent } from './levels.ts';
import { percentsTyped } from './percent.ts';
import { sameFigures } from './same-figures.ts';
import { sameFileAsEarlier, sameFileTwoUnits } from './same-file.ts';
import { samePhone } from './same-phone.ts';
import { slips } from './slip.ts';
import { staffAdded } from './staff-added.ts';
import { twoSources } from './two-sources.ts';
import { unitsUndecided } from './unit-undecided.ts';

/** Every comparison across files, days and levels; each gives findings on the day's own reports. */
const COMPARISONS: readonly ((day: AcrossDay) => Finding[])[] = [
  sameFileTwoUnits,
  sameFileAsEarlier,
  sameFigures,
  samePhone,
  slips,
  percentsTyped,
  jumps,
  daysSkipped,
  futureDates,
  aboveParent,
  twoSources,
  staffAdded,
  unitsUndecided,
];

/** What the reports of a day say against each other and against their own history. All of them are counted; a unit of a summary may not be. */
export function compareAcross(day: AcrossDay): Finding[] {
  return COMPARISONS.flatMap((compare) => compare(day));
}
