import { posix } from 'node:path';
import type { Context, PlannedFile } from '../../console/command.ts';
import type { Batch } from '../../load/load.ts';
import type { Campaign, RemindRule } from '../../model/campaign.ts';
import { lineNear, rosterLinesOf } from '../../model/roster-lines.ts';
import type { Instant } from '../../model/submission.ts';
import { collectOf, deadlineOn, kindKey } from '../../model/timeliness.ts';
import { boardOf } from '../../view/board.ts';
import type { ViewInput } from '../../view/input.ts';
import { type Reminders as ReminderTexts, remindersOf, reminderText } from '../../view/reminders.ts';
import { digest } from './digest.ts';
import type { DayState } from './state.ts';

/** Minutes before the deadline, where campaign.yaml does not say: an hour for daily reports, two days for single ones. */
const USUAL = { day: 60, once: 2880 } as const;

/** Whether a unit of a kind is reminded of a form at a moment: from so many minutes before its deadline on. */
export function isReminded(
  campaign: Campaign,
  { form, kind, date }: { readonly form: string; readonly kind: string; readonly date: string },
  asOf: Instant,
): boolean {
  const collect = collectOf(campaign, form, kind);
  const deadline = collect === null ? null : deadlineOn(collect.due, collect.every, date, campaign.timezone);
  if (collect === null || deadline === null) return false;
  const rules: readonly RemindRule[] = campaign.remind ?? [
    { form, from: null, minutesBefore: USUAL[collect.every] },
  ];
  return rules.some(
    (rule) =>
      rule.form === form &&
      (rule.from === null || rule.from.some((from) => kindKey(from) === kindKey(kind))) &&
      asOf >= deadline.at - rule.minutesBefore * 60_000,
  );
}

/** Texts to send to who is late or soon will be, without their contacts: the file may lie where others look. */
function remindersFor(batch: Batch, input: ViewInput): ReminderTexts {
  const { campaign, roster } = batch.folder;
  const lines = rosterLinesOf(roster);
  return remindersOf(input, boardOf(input, batch.asOf), {
    contacts: false,
    wanted: (scope, unit) => {
      const kind = lineNear(lines, unit.code, batch.date)?.kind;
      return (
        kind !== undefined && isReminded(campaign, { form: scope.form, kind, date: batch.date }, batch.asOf)
      );
    },
  });
}

export interface Reminders {
  readonly files: readonly PlannedFile[];
  readonly removes: readonly string[];
  readonly count: number;
  readonly state: DayState;
}

export const NO_REMINDERS: Reminders = { files: [], removes: [], count: 0, state: {} };

/** One file a day; it is written again when somebody else is to be reminded, and goes when nobody is. */
export function planReminders(
  { io, words }: Context,
  batch: Batch,
  input: ViewInput,
  before: DayState,
): Reminders {
  const texts = remindersFor(batch, input);
  const { lines } = texts;
  const path = posix.join(batch.base, 'outbox', batch.date, `nhac-nho-${batch.date}.txt`);
  const there = io.files.info(path) !== null;
  // The hour in the text is no news by itself.
  const summary = { ...input.summary, asOf: `${batch.date}T00:00:00` };
  const state = { reminders: digest(remindersFor(batch, { ...input, summary })) };
  if (lines.length === 0) return { ...NO_REMINDERS, removes: there ? [path] : [], state };
  if (there && before.reminders === state.reminders) return { ...NO_REMINDERS, count: lines.length, state };
  const bytes = new TextEncoder().encode(reminderText(texts, words));
  return { files: [{ path, bytes }], removes: [], count: lines.length, state };
}
