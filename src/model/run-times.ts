import type { Campaign } from './campaign.ts';
import { BEFORE_FORWARDING, isReportDay } from './report-days.ts';
import type { Instant } from './submission.ts';
import { addDays, dateOf, instantOf } from './time.ts';

/** Hours of a day's unattended runs, HH:MM in the campaign's zone. */
export interface RunTimes {
  /** Runs of `daily`, ascending: provisional ones, the final one, later ones. */
  readonly daily: readonly string[];
  /** The one that makes the final summary. */
  readonly final: string;
  /** Runs of `receive`. */
  readonly receive: {
    readonly from: string;
    readonly to: string;
    readonly every: number;
    /** Before the deadline each minute counts; null without one. */
    readonly eachMinute: { readonly from: string; readonly to: string } | null;
  };
}

const USUAL_FINAL = '15:30';
/** Minutes: how long after the deadline the final run comes, how long before forwarding at the latest. */
const AFTER_DEADLINE = 30;
const AT_LEAST_BEFORE_FORWARDING = 15;
const PROVISIONAL_BEFORE = 30;
const AGAIN_AFTER = 120;

/** As campaign.yaml says, else worked out from the deadlines of the daily reports and of forwarding. */
export function runTimesOf(campaign: Campaign): RunTimes {
  const { daily } = campaign;
  const deadline = latestDeadline(campaign);
  const final = hourMinute(daily.final ?? usualFinal(campaign, deadline));
  const provisional =
    daily.provisional ?? (deadline === null ? [] : [shifted(deadline, -PROVISIONAL_BEFORE)]);
  const again = daily.again ?? [shifted(final, AGAIN_AFTER)];
  const runs = [...new Set([...provisional, final, ...again].map(hourMinute))].sort();
  return {
    daily: runs,
    final,
    receive: {
      from: hourMinute(daily.receive.from ?? '07:00'),
      to: hourMinute(daily.receive.to ?? runs.at(-1) ?? final),
      every: daily.receive.every,
      eachMinute: deadline === null ? null : { from: shifted(deadline, -10), to: shifted(deadline, -1) },
    },
  };
}

/** The latest hour at which daily reports are due. */
export function latestDeadline({ collect }: Campaign): string | null {
  const times = collect.flatMap(({ every, due }) => (every === 'day' && due?.time != null ? [due.time] : []));
  return times.map(hourMinute).sort().at(-1) ?? null;
}

function usualFinal({ forward }: Campaign, deadline: string | null): string {
  const sending = forward.flatMap(({ due }) => (due?.time == null ? [] : [hourMinute(due.time)])).sort()[0];
  if (deadline === null) return sending === undefined ? USUAL_FINAL : shifted(sending, -BEFORE_FORWARDING);
  const wished = shifted(deadline, AFTER_DEADLINE);
  if (sending === undefined || sending <= deadline) return wished;
  const latest = shifted(sending, -AT_LEAST_BEFORE_FORWARDING);
  if (wished <= latest) return wished;
  // Deadlines that lie close together: as soon as the reports are due, a minute for the clocks.
  return latest > deadline ? latest : shifted(deadline, 1);
}

function hourMinute(time: string): string {
  return time.slice(0, 5);
}

/** Within the same day. */
function shifted(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const at = Math.min(Math.max(hour * 60 + minute + minutes, 0), 24 * 60 - 1);
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

/** The first run of `daily` after a moment on a report day; null within 400 days. */
export function nextRun(campaign: Campaign, after: Instant): Instant | null {
  for (const at of runsFrom(campaign, after, 1)) if (at > after) return at;
  return null;
}

/** The last run of `daily` up to a moment on a report day; null within 400 days. */
export function lastDue(campaign: Campaign, before: Instant): Instant | null {
  for (const at of runsFrom(campaign, before, -1)) if (at <= before) return at;
  return null;
}

/** Runs of the report days from that of a moment on, forwards or backwards. */
function* runsFrom(campaign: Campaign, moment: Instant, step: 1 | -1): Generator<Instant> {
  const { daily } = runTimesOf(campaign);
  const first = dateOf(moment, campaign.timezone);
  for (let n = 0; n <= 400; n += 1) {
    const date = addDays(first, n * step);
    if (!isReportDay(campaign, date)) continue;
    const runs = daily.map((time) => instantOf(date, time, campaign.timezone));
    yield* step === 1 ? runs : runs.reverse();
  }
}
