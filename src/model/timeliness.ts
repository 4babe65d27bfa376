import type { Campaign, Collect, Dated, Due } from './campaign.ts';
import type { Instant } from './submission.ts';
import type { UnitStatus } from './summary.ts';
import { instantOf, weekday } from './time.ts';
import type { Unit } from './units.ts';

/**
 * Who owes what when, and whether it came in time. Everything is decided to the whole second, which is what receipts
 * are printed to: what reads 15:00:00 is 15:00:00.
 */
export interface Deadline {
  readonly at: Instant;
  /** `before`: the instant itself is late. `no-later-than`: it is on time. */
  readonly rule: Due['rule'];
}

export type Obligation =
  /** `deadline` is null where the campaign names none. */
  | { readonly kind: 'due'; readonly deadline: Deadline | null }
  | { readonly kind: 'exempt'; readonly reason: string }
  | { readonly kind: 'not-required'; readonly because: 'validity' | 'period' | 'day-off' };

export interface Timeliness {
  readonly status: UnitStatus;
  readonly receivedAt: Instant | null;
  /** Rounded up; 0 for what came in time or was not due; null for what has not come. */
  readonly minutesLate: number | null;
  /** Awaited before a deadline: the figures may still change by its coming. */
  readonly provisional: boolean;
}

/** What the campaign asks of a kind of unit with a form, on a day or at all; null when it does not. */
export function collectOf(campaign: Campaign, form: string, kind: string, date?: string): Collect | null {
  const wanted = kindKey(kind);
  return (
    campaign.collect.find(
      (collect) =>
        collect.form === form &&
        (date === undefined || isInForce(collect, date)) &&
        collect.from.some((from) => kindKey(from) === wanted),
    ) ?? null
  );
}

/** Collections whose kinds no unit of the roster has: nobody would ever owe them. */
export function idleCollections({ collect }: Campaign, units: readonly Unit[]): readonly Collect[] {
  const kinds = new Set(units.map(({ kind }) => kindKey(kind)));
  return collect.filter(({ from }) => !from.some((kind) => kinds.has(kindKey(kind))));
}

/** Whether a day, yyyy-mm-dd, lies in the campaign's period: outside it nobody is due (contract section 1). */
export function isInPeriod({ period: { from, to } }: Pick<Campaign, 'period'>, date: string): boolean {
  return (from === null || from <= date) && (to === null || date <= to);
}

/** Whether an entry of campaign.yaml holds on a day. */
export function isInForce({ since, until }: Dated, date: string): boolean {
  return (since === undefined || since <= date) && (until === undefined || date <= until);
}

/** The campaign with the targets and the forwarding that hold on a day; what is collected is asked day by day. */
export function campaignOn(campaign: Campaign, date: string): Campaign {
  const holds = (entry: Dated): boolean => isInForce(entry, date);
  if (campaign.targets.every(holds) && campaign.forward.every(holds)) return campaign;
  return { ...campaign, targets: campaign.targets.filter(holds), forward: campaign.forward.filter(holds) };
}

/** Kinds are words of campaign.yaml and units.csv: capitals and composition do not tell them apart. */
export function kindKey(kind: string): string {
  return kind.normalize('NFC').trim().toLowerCase();
}

/**
 * When the report of a day is due. A date without a time is its first instant with `before` and its last second with
 * `no-later-than`. A daily report is due on its own day, unless a later `date` is given; neither date nor time is no
 * deadline, and for `once` neither is a time without a date.
 */
export function deadlineOn(
  due: Due | null,
  every: Collect['every'],
  date: string,
  zone: string,
): Deadline | null {
  if (due === null || (due.date === null && (due.time === null || every === 'once'))) return null;
  const day = every === 'once' || (due.date !== null && due.date > date) ? (due.date ?? date) : date;
  const time = due.time ?? (due.rule === 'before' ? '00:00:00' : '23:59:59');
  return { at: instantOf(day, time, zone), rule: due.rule };
}

/** Whether an arrival at `at` misses the deadline; with the as-of time: whether the deadline has passed. */
export function isPast(at: Instant, deadline: Deadline): boolean {
  const late = seconds(at) - seconds(deadline.at);
  return deadline.rule === 'before' ? late >= 0 : late > 0;
}

/** 0 in time; else rounded up: one second late is 1, and so is the very instant under `before`. */
export function minutesLate(at: Instant, deadline: Deadline): number {
  if (!isPast(at, deadline)) return 0;
  return Math.max(1, Math.ceil((seconds(at) - seconds(deadline.at)) / 60));
}

/** Instants are compared by the second. */
export function seconds(at: Instant): number {
  return Math.floor(at / 1000);
}

/**
 * What a unit owes for a day. `line` is its line of the roster that is valid on the day, null when none is. Outside the
 * period nobody is due. Days off free from daily reports only; an exemption that covers the deadline of what is asked
 * once frees from it for good. `deadline` saves working it out for every unit again.
 */
export function obligationOn(
  campaign: Campaign,
  collect: Collect,
  line: Unit | null,
  date: string,
  deadline: Deadline | null = deadlineOn(collect.due, collect.every, date, campaign.timezone),
): Obligation {
  if (line === null) return { kind: 'not-required', because: 'validity' };
  if (!within(campaign.period, date)) return { kind: 'not-required', because: 'period' };
  const days = collect.every === 'once' && collect.due?.date != null ? [date, collect.due.date] : [date];
  const free = campaign.exempt.find(
    (exempt) => exempt.unit === line.code && days.some((day) => within(exempt, day)),
  );
  if (free !== undefined) return { kind: 'exempt', reason: free.reason };
  if (collect.every === 'day' && isDayOff(campaign, date)) {
    return { kind: 'not-required', because: 'day-off' };
  }
  return { kind: 'due', deadline };
}

/** Whether no daily report is due because of the weekday or a holiday. */
export function isDayOff(campaign: Campaign, date: string): boolean {
  const working = campaign.workingDays;
  return (working !== null && !working.includes(weekday(date))) || campaign.holidays.includes(date);
}

/** Inclusive; an end that is null is open. */
export function within(span: { readonly from: string | null; readonly to: string | null }, date: string) {
  return (span.from === null || span.from <= date) && (span.to === null || date <= span.to);
}

/** Status by the first accepted version. What came under a later day is not there on an earlier one. */
export function timelinessOf(obligation: Obligation, first: Instant | null, asOf: Instant): Timeliness {
  const received = { receivedAt: first, minutesLate: first === null ? null : 0, provisional: false };
  if (obligation.kind !== 'due') return { status: obligation.kind, ...received };
  const { deadline } = obligation;
  if (first !== null) {
    const late = deadline === null ? 0 : minutesLate(first, deadline);
    return { ...received, status: late === 0 ? 'on-time' : 'late', minutesLate: late };
  }
  const passed = deadline !== null && isPast(asOf, deadline);
  if (passed) return { status: 'missing', ...received };
  return { status: 'awaited', ...received, provisional: deadline !== null };
}
