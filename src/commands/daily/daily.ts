import { posix } from 'node:path';
import { NOTHING } from '../../console/chain.ts';
import type { CommandSpec, Context, Plan, PlannedLine } from '../../console/command.ts';
import type { ProgramResult } from '../../io/machine.ts';
import type { CampaignFolder } from '../../model/campaign.ts';
import { UserError } from '../../model/error.ts';
import { dateOf, formatInstant } from '../../model/time.ts';
import type { DayResult } from './day.ts';
import type { FailedDay, RunResult } from './result.ts';
import { type DailyState, lockPath, logPath, readState, stateFile, withDay } from './state.ts';
import type { Days } from './which.ts';

/**
 * `daily`: one unattended run. It may come at any time and any number of times: what it does follows from the clock, the
 * campaign and what earlier runs remembered. Its steps are one for each day, then `--on-result`, then the log.
 */
export const daily: CommandSpec = {
  name: 'daily',
  operands: [],
  flags: ['campaign', 'date', 'asOf', 'format', 'json', 'dryRun', 'strict'],
  options: ['--on-result <command>'],
  lock: async (context) => lockPath(await rootOf(context)),
  locks: async (context) => rootOf(context),
  patience: 5 * 60_000,
  async run(context, _operands, options) {
    const { io, flags } = context;
    const { clockTrouble } = await import('./result.ts');
    const folder = await open(context);
    const root = await rootOf(context);
    const run: Run = {
      context,
      folder,
      root,
      days: await daysFor(context, folder, root),
      command: (options.onResult as string | undefined) ?? null,
      clock: flags.asOf === undefined ? clockTrouble(io, folder) : null,
      failed: [],
    };
    return step(run, 0, [], readState(io, root));
  },
  async failed(context, _options, error): Promise<PlannedLine> {
    const folder = await open(context);
    const at = formatInstant(context.io.now(), folder.campaign.timezone);
    const problem = error instanceof UserError ? error.problem.kind : 'own-fault';
    const text = JSON.stringify({ schema: 'bluezone-report/daily@1', at, exit: 2, problem });
    return { path: logPath(folder.root ?? ''), text };
  },
};

interface Run {
  readonly context: Context;
  readonly folder: CampaignFolder;
  readonly root: string;
  readonly days: Days;
  /** The user's own, to be given what was written. */
  readonly command: string | null;
  readonly clock: string | null;
  readonly failed: readonly FailedDay[];
}

async function open({ io, flags }: Context): Promise<CampaignFolder> {
  const { openCampaign } = await import('../../load/folder.ts');
  return openCampaign(io, flags.campaign, []);
}

async function rootOf(context: Context): Promise<string> {
  const { root } = await open(context);
  if (root === null) throw new UserError({ kind: 'needs-folder', command: 'daily' });
  return root;
}

/** The day that was asked for, else today at the as-of time, with the one before it: an old day is done by itself. */
async function daysFor({ io, flags }: Context, folder: CampaignFolder, root: string): Promise<Days> {
  const { asOfOf } = await import('../../load/date.ts');
  const { parseDay } = await import('../../text/date.ts');
  const { readMemory: recall } = await import('../../load/memory.ts');
  const { daysOf } = await import('./which.ts');
  const { campaign } = folder;
  const today = dateOf(asOfOf(flags.asOf, campaign.timezone, io.now()), campaign.timezone);
  const date = flags.date === undefined ? today : parseDay(flags.date, { year: Number(today.slice(0, 4)) });
  if (date === null) throw new UserError({ kind: 'bad-date', text: flags.date ?? '' });
  if (date !== today) return { days: [{ date, role: 'today' }], missed: [] };
  const memory = await recall(io, root);
  memory.close();
  return daysOf(io, { campaign, root, sent: memory.sent, state: readState(io, root) }, today);
}

/**
 * The plan of the nth day, or what follows when all are done. An earlier day that cannot be done (its file is open
 * somewhere) is told, and today's summary is made all the same.
 */
async function step(run: Run, n: number, results: readonly DayResult[], state: DailyState): Promise<Plan> {
  const day = run.days.days[n];
  if (day === undefined) return tell(run, results, state);
  const otherwise = async (error: UserError): Promise<Plan> =>
    day.role === 'today'
      ? giveUp(run, results, error)
      : step(
          { ...run, failed: [...run.failed, { date: day.date, problem: error.problem }] },
          n + 1,
          results,
          state,
        );
  try {
    return { ...(await dayStep(run, n, day, results, state)), otherwise };
  } catch (error) {
    if (error instanceof UserError) return otherwise(error);
    throw error;
  }
}

async function dayStep(
  run: Run,
  n: number,
  day: Days['days'][number],
  results: readonly DayResult[],
  state: DailyState,
): Promise<Plan> {
  const { context, root } = run;
  const { planDay } = await import('./day.ts');
  const reminds = day.role === 'today' && run.clock === null;
  const planned = await planDay(context, root, { ...day, reminds }, state);
  const { result } = planned;
  const untold = [...new Set([...(state.days[day.date]?.untold ?? []), ...result.files])];
  const told = run.command === null || untold.length === 0 ? {} : { untold };
  const now = result.stage === 'idle' ? state : withDay(state, day.date, { ...planned.state, ...told });
  const trouble =
    planned.trouble === null ? '' : `${context.words.commands.ledgerTrouble[planned.trouble.fault]}\n`;
  return {
    out: '',
    err: day.role === 'today' ? trouble + planned.campaign : '',
    files: [...planned.files, ...stateFile(context.io, root, now)],
    removes: planned.removes,
    ledger: planned.ledger,
    ledgerNeeded: true,
    root,
    exit: 0,
    next: () => step(run, n + 1, [...results, result], now),
  };
}

/** Today's failure ends the run; what was done before it is said first, for the next run will find it done. */
async function giveUp(run: Run, results: readonly DayResult[], error: UserError): Promise<Plan> {
  if (results.length === 0) throw error;
  const { isAttentionDue, lineOf } = await import('./result.ts');
  const common = resultOf(run, results, null);
  const line = isAttentionDue(common) ? `${lineOf(common, run.failed, run.folder, run.context.words)}\n` : '';
  const { json } = run.context.flags;
  return {
    ...NOTHING,
    out: json === true ? '' : line,
    err: json === true ? line : '',
    next: () => Promise.reject(error),
  };
}

/** Starts the user's own command with what it has not been given yet. */
async function tell(run: Run, results: readonly DayResult[], state: DailyState): Promise<Plan> {
  const { context, root, command } = run;
  const paths = Object.values(state.days)
    .flatMap(({ untold = [] }) => untold)
    .map((path) => posix.join(root, path))
    .filter((path) => context.io.files.info(path) !== null);
  if (command === null || paths.length === 0) return end(run, results, state, null);
  const { lineOf } = await import('./result.ts');
  const line = lineOf(resultOf(run, results, null), run.failed, run.folder, context.words);
  const env = { BLUEZONE_REPORT_DATE: results.at(-1)?.date ?? '', BLUEZONE_REPORT_RESULT: line };
  return {
    // What is said next writes nothing, and needs no lock.
    ...NOTHING,
    start: { command, args: paths, env },
    next: (ended) => end(run, results, state, ended === null ? null : { ended, files: paths.length }),
  };
}

interface Told {
  readonly ended: ProgramResult;
  readonly files: number;
}

function resultOf(run: Run, days: readonly DayResult[], told: Told | null): Omit<RunResult, 'exit'> {
  const { io } = run.context;
  return {
    schema: 'bluezone-report/daily@1',
    at: formatInstant(io.now(), run.folder.campaign.timezone),
    days,
    missed: run.days.missed,
    failed: run.failed.map(({ date, problem }) => ({ date, problem: problem.kind })),
    clock: run.clock,
    onResult: told === null ? null : { files: told.files, reason: told.ended.reason },
  };
}

/** The one line for people; once that is said, the line of the log and what the next run must know. */
async function end(
  run: Run,
  results: readonly DayResult[],
  state: DailyState,
  told: Told | null,
): Promise<Plan> {
  const { context, root, folder } = run;
  const { io, flags, words } = context;
  const { isAttentionDue, lineOf } = await import('./result.ts');
  const { writeJson } = await import('../../write/json.ts');
  const { orphans } = await import('./orphans.ts');
  const common = resultOf(run, results, told);
  const exit = isAttentionDue(common) ? 1 : 0;
  const result: RunResult = { ...common, exit };
  const line = `${lineOf(common, run.failed, folder, words)}\n`;
  const folders = results.map(({ date }) => posix.join(root, 'outbox', date));
  return {
    out: flags.json === true ? writeJson(result) : flags.quiet === true && exit === 0 ? '' : line,
    err: (told?.ended.reason == null ? '' : told.ended.printed) + (flags.json === true ? line : ''),
    files: [],
    ledger: [],
    root,
    exit,
    next: async () => ({
      ...NOTHING,
      root,
      files: stateFile(io, root, told?.ended.reason === null ? withoutUntold(state) : state),
      removes: orphans(io, [...folders, posix.join(root, '.bluezone')]),
      lines: [{ path: logPath(root), text: JSON.stringify(result) }],
    }),
  };
}

function withoutUntold(state: DailyState): DailyState {
  const days = Object.entries(state.days).map(([date, { untold: _, ...day }]) => [date, day] as const);
  return { ...state, days: Object.fromEntries(days) };
}
