import { posix } from 'node:path';
import { linesFromLast } from '../../io/line-log.ts';
import type { Io } from '../../io.ts';
import type { Words } from '../../lang/lang.ts';
import { sentenceOf } from '../../lang/sentence.ts';
import type { CampaignFolder } from '../../model/campaign.ts';
import type { Problem } from '../../model/error.ts';
import { spansOf } from '../../model/report-days.ts';
import { formatInstant } from '../../model/time.ts';
import type { DayResult } from './day.ts';
import { logPath } from './state.ts';

/** What a run did, as `--json` and the log have it: names of our own files, counts and codes, nobody's data. */
export interface RunResult {
  readonly schema: 'bluezone-report/daily@1';
  readonly at: string;
  readonly days: readonly DayResult[];
  /** Report days that still have no summary. */
  readonly missed: readonly string[];
  /** Earlier days that could not be done; why is a code, since a sentence may name files. */
  readonly failed: readonly { readonly date: string; readonly problem: Problem['kind'] }[];
  /** The time of the last run, where it lies ahead of the clock; else null. */
  readonly clock: string | null;
  /** How `--on-result` went; null where it was not started. */
  readonly onResult: { readonly files: number; readonly reason: string | null } | null;
  readonly exit: 0 | 1;
}

/** A run that ended with an error. */
export interface FailedRun {
  readonly schema: 'bluezone-report/daily@1';
  readonly at: string;
  readonly exit: 2;
  readonly problem: string;
}

export interface FailedDay {
  readonly date: string;
  readonly problem: Problem;
}

export function isAttentionDue({ days, missed, failed, clock, onResult }: Omit<RunResult, 'exit'>): boolean {
  return (
    days.some(({ attention }) => attention) ||
    missed.length > 0 ||
    failed.length > 0 ||
    clock !== null ||
    (onResult !== null && onResult.reason !== null)
  );
}

/** Clocks are put right by small steps all the time; beyond this they have jumped, in milliseconds. */
const SMALL_STEP = 10 * 60_000;

/** The time of the last run where it lies ahead: either the clock has jumped back, or it had jumped ahead then. */
export function clockTrouble(io: Io, { root, campaign }: CampaignFolder): string | null {
  const last = root === null ? null : lastRun(io, root);
  if (last === null || Date.parse(last.at) - io.now() <= SMALL_STEP) return null;
  return formatInstant(Date.parse(last.at), campaign.timezone);
}

/** The last run that the log knows; null without one. */
export function lastRun(io: Io, root: string): RunResult | FailedRun | null {
  for (const line of linesFromLast(io.files, logPath(root))) {
    try {
      const run = JSON.parse(line) as RunResult | FailedRun;
      const at = Date.parse(run.at);
      // A year of more than four digits is no moment of ours.
      if (at >= 0 && at < Date.UTC(10_000, 0)) return run;
    } catch {}
  }
  return null;
}

/** One line that says it all, as the subject or the body of a mail. */
export function lineOf(
  result: Omit<RunResult, 'exit'>,
  failed: readonly FailedDay[],
  { forms, campaign }: CampaignFolder,
  words: Words,
): string {
  const { daily: said } = words;
  const name = (form: string): string => forms.get(form)?.name[words.language] ?? form;
  const today = result.days.filter(({ role }) => role === 'today').map((day) => dayText(day, name, words));
  const others = result.days
    .filter(({ role, files }) => role === 'caught-up' || (role === 'revisited' && files.length > 0))
    .map(
      (day) =>
        `${said.role[day.role === 'caught-up' ? 'caughtUp' : 'revisited']} ${dayText(day, name, words)}`,
    );
  const rest = [
    ...failed.map(({ date, problem }) => said.failed(date, sentenceOf(problem, words))),
    ...(result.missed.length === 0
      ? []
      : [said.missed(spansOf(campaign, result.missed), result.missed.length)]),
    ...(result.clock === null ? [] : [said.clock(result.clock)]),
    ...(result.onResult === null || result.onResult.reason === null
      ? []
      : [said.onResult(result.onResult.reason)]),
  ];
  return [...today, ...others, ...rest].join(' | ');
}

function dayText(day: DayResult, name: (form: string) => string, words: Words): string {
  const { daily: said } = words;
  const { stage, files, rejected, undecided, left, unreadable, reminded, altered } = day;
  if (stage === 'idle') return said.day(day.date, said.idle);
  const what =
    files.length === 0 ? said.nothingNew : said.stage[stage](files.map((file) => posix.basename(file)));
  const counts = day.scopes
    .filter(({ expected }) => expected > 0)
    .map((scope) => said.scope(name(scope.form), scope));
  const odd = [
    ...(rejected > 0 ? [said.rejected(rejected)] : []),
    ...(undecided > 0 ? [said.undecided(undecided)] : []),
    ...(left > 0 ? [said.left(left)] : []),
    ...(unreadable > 0 ? [said.unreadable(unreadable)] : []),
    ...(altered.length > 0 ? [said.altered(altered)] : []),
    ...(reminded > 0 ? [said.reminded(reminded)] : []),
  ];
  return said.day(day.date, [what, ...counts, ...odd].join('; '));
}
