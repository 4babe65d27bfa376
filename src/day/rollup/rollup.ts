import { type Doubt, isOn } from '../../levels/doubts.ts';
import type { Learnt } from '../../levels/learn.ts';
import type { CampaignFolder } from '../../model/campaign.ts';
import type { EntryIndex } from '../../model/entry.ts';
import type { DecidedSubmission, Instant } from '../../model/submission.ts';
import type { Attempt, SenderLine } from '../../model/summary.ts';
import { attemptsOf } from './attempts.ts';
import { planScopes, type ScopePlan } from './plan.ts';
import { type Senders, sendersOn } from './senders.ts';
import { type DayInput, type UnitDay, unitDays } from './unit-day.ts';

export interface RollUpInput {
  readonly folder: CampaignFolder;
  /** The own reports, up to the as-of time: of the day, of every earlier one, and of later ones if they are read. */
  readonly own: EntryIndex;
  /** What summaries add to them by the day. */
  readonly learnt: Learnt;
  /** What was received for the day and what became of it, in path order. */
  readonly ofDay: readonly DecidedSubmission[];
  /** Report day, yyyy-mm-dd. */
  readonly date: string;
  readonly asOf: Instant;
}

/** One scope with its units by day; every day is computed once. */
export interface ScopeView {
  readonly plan: ScopePlan;
  readonly folder: CampaignFolder;
  readonly date: string;
  readonly book: EntryIndex;
  readonly units: readonly UnitDay[];
  /** A unit, or an office that sends summaries, is awaited before its deadline. */
  readonly provisional: boolean;
  /** By unit code. */
  readonly attempts: ReadonlyMap<string, Attempt>;
  /** The offices that send summaries. */
  readonly senders: readonly SenderLine[];
  readonly unitsOn: (date: string) => readonly UnitDay[];
  /** Days up to the date that have an accepted report of the form, ascending. */
  readonly reportDays: readonly string[];
}

/**
 * The units of every scope as they are known at the as-of time, day by day, and the offices that send summaries. It
 * depends on the campaign folder and the reports alone, not on their order.
 */
export function rollUp({ folder, own, learnt, ofDay, date, asOf }: RollUpInput): {
  readonly views: readonly ScopeView[];
  readonly senders: Senders;
} {
  const senders = sendersOn({ folder, book: own, asOf }, date);
  const known = { folder: learnt.folder, book: learnt.book, asOf };
  const doubts = learnt.doubts.filter((doubt) => isOn(doubt, date));
  const plans = planScopes(learnt.folder, learnt.units);
  return { views: plans.map((plan) => viewOf(plan, date, known, { senders, ofDay, doubts })), senders };
}

function viewOf(
  plan: ScopePlan,
  date: string,
  known: DayInput,
  {
    senders,
    ofDay,
    doubts,
  }: {
    readonly senders: Senders;
    readonly ofDay: readonly DecidedSubmission[];
    readonly doubts: readonly Doubt[];
  },
): ScopeView {
  const { folder, book } = known;
  const days = new Map<string, readonly UnitDay[]>();
  const unitsOn = (day: string) => {
    const units = days.get(day) ?? unitDays(plan, day, known);
    days.set(day, units);
    return units;
  };
  const units = unitsOn(date);
  const entries = [...(book.get(plan.form.id)?.values() ?? [])].flat();
  const reported = entries.filter(({ day, counts }) => counts && day <= date).map(({ day }) => day);
  return {
    plan,
    folder,
    date,
    book,
    units,
    provisional: senders.provisional || units.some(({ standing }) => standing.provisional),
    attempts: attemptsOf(plan.id, ofDay, doubts, folder.campaign.timezone),
    senders: senders.lines,
    unitsOn,
    reportDays: [...new Set(reported)].sort(),
  };
}
