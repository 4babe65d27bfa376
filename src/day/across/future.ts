import { type Finding, finding } from '../../model/finding.ts';
import { dateOf } from '../../model/time.ts';
import { type AcrossDay, placeOf } from './day.ts';

/**
 * A report for a day that had not come when it arrived. A file's own time is no proof of that: copies and archives set
 * it anew.
 */
export function futureDates(day: AcrossDay): Finding[] {
  return day.reports.flatMap((now) => {
    const { arrival, date } = now.report;
    if (arrival.evidence === 'file-time') return [];
    const received = dateOf(arrival.at, day.folder.campaign.timezone);
    return date <= received ? [] : finding('time/in-future', placeOf(now), { own: date, received });
  });
}
