import { posix } from 'node:path';
import type { Context, PlannedFile } from '../../console/command.ts';
import { exitOf, viewInputOf } from '../../console/present.ts';
import { campaignLines } from '../../console/start.ts';
import type { LedgerEntry } from '../../ledger/append.ts';
import type { Batch } from '../../load/load.ts';
import { isReportDay } from '../../model/report-days.ts';
import type { Completeness } from '../../model/summary.ts';
import { type LoadedDay, loadDay } from './load-day.ts';
import { NO_REMINDERS, planReminders, type Reminders } from './remind.ts';
import type { DailyState, DayState } from './state.ts';
import type { Role } from './which.ts';
import { planSummary, type Stage, type SummaryPlan } from './written.ts';

export interface DayResult {
  readonly date: string;
  readonly role: Role;
  readonly stage: Stage;
  /** Summary files that were written, relative to the campaign folder; none where nothing is new. */
  readonly files: readonly string[];
  readonly scopes: readonly ({ readonly id: string; readonly form: string } & Completeness)[];
  readonly rejected: number;
  readonly undecided: number;
  /** Files that were still being written, and files that could not be opened. */
  readonly left: number;
  readonly unreadable: number;
  /** Files that the ledger had not seen. */
  readonly received: number;
  readonly reminded: number;
  /** Names of what was sent and lay changed in the outbox. */
  readonly altered: readonly string[];
  readonly attention: boolean;
}

export interface DayPlan {
  readonly result: DayResult;
  readonly files: readonly PlannedFile[];
  readonly removes: readonly string[];
  readonly ledger: readonly LedgerEntry[];
  readonly trouble: Batch['trouble'];
  /** What every command says of the campaign on that day. */
  readonly campaign: string;
  readonly state: DayState;
}

/** A day to look at, and whether anybody may be reminded. */
export interface DayRequest {
  readonly date: string;
  readonly role: Role;
  readonly reminds: boolean;
}

/** What is to be done for one day. Throws a UserError. */
export async function planDay(
  context: Context,
  root: string,
  { date, role, reminds }: DayRequest,
  state: DailyState,
): Promise<DayPlan> {
  const loaded = await loadDay(context, root, date);
  const { batch } = loaded;
  const before = state.days[date] ?? {};
  if (!isReportDay(batch.folder.campaign, date) && context.flags.date === undefined) {
    return dayPlan(context, loaded, role, { stage: 'idle', files: [], ledger: [] }, NO_REMINDERS);
  }
  const input = viewInputOf(batch, context.words, null);
  const written = await planSummary(context, batch, input, before);
  const reminders = reminds ? planReminders(context, batch, input, before) : NO_REMINDERS;
  return dayPlan(context, loaded, role, written, reminders);
}

function isSpoilt({ lines, cut, otherKey }: Batch['chain']): boolean {
  return lines.length > 0 || cut > 0 || otherKey;
}

function dayPlan(
  context: Context,
  { batch, left, unreadable }: LoadedDay,
  role: Role,
  written: SummaryPlan,
  reminders: Reminders,
): DayPlan {
  const { stage, files } = written;
  const { summary } = batch;
  const outcomes = summary.files.map(({ outcome }) => outcome);
  const lost = unreadable.size > 0 || (stage !== 'provisional' && left.size > 0);
  const altered = batch.altered.filter(({ mark }) => mark.date === batch.date);
  const wrong = exitOf(batch, context.flags.strict === true) === 1;
  return {
    files: [...files, ...reminders.files],
    removes: reminders.removes,
    ledger: [...batch.newEntries, ...written.ledger],
    trouble: batch.trouble,
    campaign: campaignLines(context, batch.folder, batch.date),
    state: { ...written.state, ...reminders.state },
    result: {
      date: batch.date,
      role,
      stage,
      files: files.map(({ path }) => posix.relative(batch.base, path)),
      scopes: summary.scopes.map(({ id, form, completeness }) => ({ id, form, ...completeness })),
      rejected: outcomes.filter((outcome) => outcome === 'rejected').length,
      undecided: outcomes.filter((outcome) => outcome === 'undecided').length,
      left: left.size,
      unreadable: unreadable.size,
      received: batch.files.filter(({ known }) => !known).length,
      reminded: reminders.count,
      altered: altered.map(({ mark }) => mark.name),
      attention:
        lost ||
        batch.trouble !== null ||
        altered.some(({ figures }) => figures) ||
        isSpoilt(batch.chain) ||
        (stage === 'supplement' && files.length > 0) ||
        (role !== 'revisited' && stage !== 'idle' && wrong),
    },
  };
}
