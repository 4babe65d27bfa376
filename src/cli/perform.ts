import { posix } from 'node:path';
import type { CommandSpec, Context, Plan, SharedFlags } from '../console/command.ts';
import { logLine } from '../io/line-log.ts';
import { type Held, takeLock } from '../io/lock.ts';
import type { Io, LedgerTrouble } from '../io.ts';
import type { Words } from '../lang/lang.ts';
import { UserError } from '../model/error.ts';
import { AT_SCREEN, takeCampaignLock } from './campaign-lock.ts';
import { sentGuard } from './sent-guard.ts';

type Step = () => Promise<Plan>;

/** What all steps of one command line share. */
interface Run {
  readonly spec: CommandSpec;
  readonly io: Io;
  readonly words: Words;
  readonly flags: SharedFlags;
  /** Who is said to have added a line to the ledger. */
  readonly by: string;
  readonly clear: () => void;
  /** Lives as long as a lock is held: progress shows others that this run is at work. */
  held: Held | null;
}

/** Runs one command and performs what it plans, step by step, each under the campaign's lock. Gives the exit code. */
export async function perform(
  spec: CommandSpec,
  operands: readonly unknown[],
  options: { readonly [name: string]: unknown },
  io: Io,
  words: Words,
): Promise<number> {
  const flags = options as SharedFlags;
  const progress = progressOn(io, flags, words);
  const by = typeof options.by === 'string' && options.by.trim() !== '' ? options.by.trim() : io.machine.user;
  const run: Run = { spec, io, words, flags, by, clear: progress.clear, held: null };
  const context: Context = {
    io,
    words,
    flags,
    progress: (done, total) => {
      progress.show(done, total);
      run.held?.beat();
    },
  };
  const alone = flags.dryRun === true ? undefined : await spec.lock?.(context, options);
  const waiting = () => waitingLine(run);
  const own = alone === undefined ? null : await takeLock(io, alone, { most: patienceOf(spec), waiting });
  let exit = 0;
  try {
    let root = flags.dryRun === true ? null : ((await spec.locks?.(context, operands, options)) ?? null);
    let step: Step | null = () => spec.run(context, operands, options);
    while (step !== null) {
      const done: Done = await performStep(run, root, step);
      exit = Math.max(exit, done.exit);
      step = done.next;
      root = flags.dryRun === true ? null : done.root;
    }
    return exit;
  } catch (error) {
    if (flags.dryRun !== true) await noteFailure(spec, context, options, error);
    throw error;
  } finally {
    letGo(run);
    own?.release();
  }
}

function patienceOf({ patience }: CommandSpec): number {
  return patience ?? AT_SCREEN;
}

function waitingLine({ io, words, spec }: Run): void {
  io.err.write(`${words.commands.waiting(patienceOf(spec) / 1000)}\n`);
}

interface Done {
  readonly exit: 0 | 1;
  readonly root: string | null;
  readonly next: Step | null;
}

/**
 * Plans a step and writes it under the lock; what is started and printed holds up nobody. A step that does neither hands
 * its lock on to the next one.
 */
async function performStep(run: Run, root: string | null, step: Step): Promise<Done> {
  const { io, flags } = run;
  if (root === null) letGo(run);
  else run.held ??= await takeCampaignLock(io, root, patienceOf(run.spec), () => waitingLine(run));
  const plan = await step();
  run.clear();
  const done = { exit: plan.exit, root: plan.root };
  let announced: string;
  try {
    announced = await writeDown(run, plan);
  } catch (error) {
    const { otherwise } = plan;
    if (otherwise === undefined || !(error instanceof UserError)) throw error;
    return { ...done, next: () => otherwise(error) };
  }
  const { next, start } = plan;
  if (next === undefined || start !== undefined || plan.out + plan.err !== '') letGo(run);
  const ended = start === undefined || flags.dryRun === true ? null : await io.start(start);
  if (plan.out !== '') io.out.write(plan.out);
  if (plan.err !== '') io.err.write(plan.err);
  if (flags.quiet !== true && announced !== '') io.err.write(announced);
  return { ...done, next: next === undefined ? null : () => next(ended) };
}

function letGo(run: Run): void {
  run.held?.release();
  run.held = null;
}

/** Files first: a result is remembered, and announced, only when it is on the disk. Gives the lines that say so. */
async function writeDown(run: Run, plan: Plan): Promise<string> {
  const { io, words, flags } = run;
  if (flags.dryRun !== true) {
    await writeFiles(run, plan);
    await remember(run, plan);
    for (const { path, text } of plan.lines ?? [])
      orCannotWrite(io, path, () => logLine(io.files, path, text));
  }
  const paths = plan.files.filter(({ unsaid }) => unsaid !== true).map(({ path }) => shownPath(io, path));
  return announced(paths, flags.dryRun === true, words);
}

function progressOn(io: Io, flags: SharedFlags, words: Words) {
  let shown = false;
  return {
    show: (done: number, total: number): void => {
      if (!io.err.isTerminal || flags.quiet === true || total < 20) return;
      shown = done < total;
      io.err.write(done < total ? `\r${words.commands.progress(done, total)}` : '\r\u001b[K');
    },
    clear: (): void => {
      if (shown) io.err.write('\r\u001b[K');
      shown = false;
    },
  };
}

/** What failed is told by the failure itself; that it could not be noted down as well is no news. */
async function noteFailure(
  spec: CommandSpec,
  context: Context,
  options: { readonly [name: string]: unknown },
  error: unknown,
): Promise<void> {
  try {
    const line = await spec.failed?.(context, options, error);
    if (line !== undefined) logLine(context.io.files, line.path, line.text);
  } catch {}
}

/** A ledger that cannot be written is said, and fatal where it was the point; what was written to the disk stands. */
async function remember(run: Run, plan: Plan): Promise<void> {
  const { io, words } = run;
  if (plan.root === null || plan.ledger.length === 0) return;
  const trouble =
    run.held === null ? await appendIfFree(run, plan.root, plan) : await append(run, plan.root, plan);
  if (trouble === null) return;
  // A reading that could not be kept is read again next time: nobody need know.
  if (plan.ledger.every(({ kind }) => kind === 'cache' || kind === 'key')) return;
  if (plan.ledgerNeeded === true) throw new UserError({ kind: 'ledger', fault: trouble });
  io.err.write(`${words.commands.ledgerTrouble[trouble]}\n`);
}

/** What a command saw by the way is recorded where nobody is at work; else the next run records it. */
async function appendIfFree(run: Run, root: string, plan: Plan): Promise<LedgerTrouble['fault'] | null> {
  let held: Held | null = null;
  try {
    held = await takeCampaignLock(run.io, root, plan.ledgerNeeded === true ? AT_SCREEN : 0, () => {});
  } catch (error) {
    if (plan.ledgerNeeded === true || !(error instanceof UserError)) throw error;
    if (error.problem.kind === 'busy') return null;
    if (error.problem.kind === 'cannot-write')
      return error.problem.reason === 'ENOSPC' ? 'full' : 'unavailable';
    throw error;
  }
  try {
    return await append(run, root, plan);
  } finally {
    held?.release();
  }
}

async function append(run: Run, root: string, plan: Plan): Promise<LedgerTrouble['fault'] | null> {
  const ledger = await run.io.ledger(posix.join(root, '.bluezone'), true);
  if (ledger === null) return null;
  if ('fault' in ledger) return ledger.fault;
  try {
    ledger.append(plan.ledger, run.by);
    if (ledger.sealedNow > 0) run.io.err.write(`${run.words.commands.sealed(ledger.sealedNow)}\n`);
    return null;
  } catch (error) {
    if (isTrouble(error)) return error.fault;
    throw error;
  } finally {
    ledger.close();
  }
}

function isTrouble(error: unknown): error is LedgerTrouble {
  return error instanceof Error && 'fault' in error;
}

/** Writes the files and takes away what is to go. What was sent is looked up again before each takes its place. */
async function writeFiles(run: Run, { files, removes = [], root }: Plan): Promise<void> {
  const { io } = run;
  const guard = await sentGuard(io, root, files);
  try {
    for (const file of files) {
      const last = (): void => {
        if (run.held?.isMine() === false) throw new UserError({ kind: 'lock-lost' });
        guard.check(file);
      };
      orCannotWrite(io, file.path, () => io.files.write(file.path, file.bytes, last));
    }
  } finally {
    guard.close();
  }
  for (const path of removes) orCannotWrite(io, path, () => io.files.remove(path));
}

/** Most files of one folder that are each named. */
const MOST_NAMED = 12;

function announced(paths: readonly string[], dry: boolean, { commands: said }: Words): string {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = posix.dirname(path);
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  const lines = [...folders].flatMap(([folder, files]) =>
    files.length > MOST_NAMED
      ? [dry ? said.wouldWriteMany(files.length, folder) : said.writtenMany(files.length, folder)]
      : files.map((path) => (dry ? said.wouldWrite(path) : said.written(path))),
  );
  return lines.map((line) => `${line}\n`).join('');
}

function shownPath(io: Io, path: string): string {
  return path.startsWith(`${io.cwd}/`) ? path.slice(io.cwd.length + 1) : path;
}

function orCannotWrite(io: Io, path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError({ kind: 'cannot-write', path: shownPath(io, path), reason: reasonOf(error) });
  }
}

/** ENOSPC, EACCES … of Node's own errors; the message of any other. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
