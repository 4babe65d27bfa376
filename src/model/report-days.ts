import type { Campaign } from './campaign.ts';
import type { Instant } from './submission.ts';
import { addDays, instantOf } from './time.ts';
import { type Deadline, deadlineOn, isDayOff, isPast, within } from './timeliness.ts';

/** Without a deadline of its own a summary is due this long before it must be forwarded, in minutes. */
export const BEFORE_FORWARDING = 30;

/**
 * Whether a summary is made for this day: one of the period on which daily reports are due. Where nothing is daily, every
 * day of the period up to the last deadline of what is asked once.
 */
export function isReportDay(campaign: Campaign, date: string): boolean {
  if (!within(campaign.period, date)) return false;
  if (hasDaily(campaign)) return !isDayOff(campaign, date);
  const last = campaign.collect.map(({ due }) => due?.date ?? null);
  return last.includes(null) || last.some((day) => day !== null && date <= day);
}

/** Whether a day without a summary is missed: only where daily reports are due. */
export function hasDaily({ collect }: Campaign): boolean {
  return collect.some(({ every }) => every === 'day');
}

/**
 * Whether the day's summary is final at a moment: the deadlines of all its daily reports have passed. What is asked once
 * holds it up on the very day of its deadline only, and only where nothing is daily. A day without any deadline is final at
 * the hour that campaign.yaml names, else half an hour before it must be forwarded, else when it is over.
 */
export function isFinal(campaign: Campaign, date: string, asOf: Instant): boolean {
  const deadlines = deadlinesOn(campaign, date);
  if (deadlines.length > 0) return deadlines.every((deadline) => isPast(asOf, deadline));
  return asOf >= endWithoutDeadline(campaign, date);
}

function deadlinesOn({ collect, timezone }: Campaign, date: string): readonly Deadline[] {
  const wanted = collect.filter(({ every }) => every === 'day');
  const asked = wanted.length > 0 ? wanted : collect.filter(({ due }) => due?.date === date);
  return asked.flatMap(({ due, every }) => deadlineOn(due, every, date, timezone) ?? []);
}

function endWithoutDeadline({ daily, forward, timezone }: Campaign, date: string): Instant {
  if (daily.final !== null) return instantOf(date, daily.final, timezone);
  const sending = forward.flatMap(({ due }) => (due?.time == null ? [] : [due.time])).sort()[0];
  if (sending === undefined) return instantOf(addDays(date, 1), '00:00', timezone);
  return instantOf(date, sending, timezone) - BEFORE_FORWARDING * 60_000;
}

/** The last report day before a date; null within 400 days. */
export function reportDayBefore(campaign: Campaign, date: string): string | null {
  const { from } = campaign.period;
  for (let n = 1; n <= 400; n += 1) {
    const day = addDays(date, -n);
    if (from !== null && day < from) return null;
    if (isReportDay(campaign, day)) return day;
  }
  return null;
}

/** Days, ascending, as spans of days that follow one another among the report days. */
export function spansOf(campaign: Campaign, days: readonly string[]): readonly (readonly [string, string])[] {
  const spans: [string, string][] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last !== undefined && reportDayBefore(campaign, day) === last[1]) last[1] = day;
    else spans.push([day, day]);
  }
  return spans;
}

/** Report days from `first` up to, but without, `date`; ascending. */
export function reportDaysBetween(campaign: Campaign, first: string, date: string): readonly string[] {
  const days: string[] = [];
  for (let day = first; day < date && days.length < 400; day = addDays(day, 1)) {
    if (isReportDay(campaign, day)) days.push(day);
  }
  return days;
}
