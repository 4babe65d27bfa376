import { posix } from 'node:path';
import type { CommandSpec, Context, Plan, SharedFlags } from '../console/command.ts';
import { logLine } from '../io/line-log.ts';
import { takeLock } from '../io/lock.ts';
import type { Ended } from '../io/machine.ts';
import type { Io, LedgerTrouble } from '../io.ts';
import type { Words } from '../lang/lang.ts';
import { UserError } from '../model/error.ts';

/** Runs one command and performs what it plans, step by step, under its lock where it has one. Gives the exit code. */
export async function perform(
  spec: CommandSpec,
  operands: readonly unknown[],
  options: { readonly [name: string]: unknown },
  io: Io,
  words: Words,
): Promise<number> {
  const flags = options as SharedFlags;
  const progress = progressOn(io, flags, words);
  const context: Context = { io, words, flags, progress: progress.show };
  const lock = flags.dryRun === true ? undefined : await spec.lock?.(context, options);
  const release = lock === undefined ? () => {} : await takeLock(io, lock);
  let exit = 0;
  try {
    let step: (() => Promise<Plan>) | null = () => spec.run(context, operands, options);
    while (step !== null) {
      const plan: Plan = await step();
      progress.clear();
      step = await carryOn(plan, flags, io, words);
      exit = Math.max(exit, plan.exit);
    }
    return exit;
  } catch (error) {
    if (flags.dryRun !== true) await noteFailure(spec, context, options, error);
    throw error;
  } finally {
    release();
  }
}

/** Performs a step and gives the next one; null where there is none. */
async function carryOn(
  plan: Plan,
  flags: SharedFlags,
  io: Io,
  words: Words,
): Promise<(() => Promise<Plan>) | null> {
  const { next, otherwise } = plan;
  try {
    const ended = await carryOut(plan, flags, io, words);
    return next === undefined ? null : () => next(ended);
  } catch (error) {
    if (otherwise === undefined || !(error instanceof UserError)) throw error;
    return () => otherwise(error);
  }
}

/** Files first: a result is remembered, and announced, only when it is on the disk. */
async function carryOut(plan: Plan, flags: SharedFlags, io: Io, words: Words): Promise<Ended | null> {
  const announced = write(plan, flags, io, words);
  let ended: Ended | null = null;
  if (flags.dryRun !== true) {
    await remember(plan, io, words);
    for (const { path, text } of plan.lines ?? [])
      orCannotWrite(io, path, () => logLine(io.files, path, text));
    if (plan.start !== undefined) ended = await io.start(plan.start);
  }
  if (plan.out !== '') io.out.write(plan.out);
  if (plan.err !== '') io.err.write(plan.err);
  if (flags.quiet !== true && announced !== '') io.err.write(announced);
  return ended;
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
async function remember(plan: Plan, io: Io, words: Words): Promise<void> {
  if (plan.root === null || plan.ledger.length === 0) return;
  const trouble = await append(posix.join(plan.root, '.bluezone'), plan, io);
  if (trouble === null) return;
  // A reading that could not be kept is read again next time: nobody need know.
  if (plan.ledger.every(({ kind }) => kind === 'cache' || kind === 'key')) return;
  if (plan.ledgerNeeded === true) throw new UserError({ kind: 'ledger', fault: trouble });
  io.err.write(`${words.commands.ledgerTrouble[trouble]}\n`);
}

async function append(folder: string, plan: Plan, io: Io): Promise<LedgerTrouble['fault'] | null> {
  const ledger = await io.ledger(folder, true);
  if (ledger === null) return null;
  if ('fault' in ledger) return ledger.fault;
  try {
    ledger.append(plan.ledger);
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

/** Writes the files and takes away what is to go; gives the lines that say so. */
function write(plan: Plan, flags: SharedFlags, io: Io, words: Words): string {
  if (flags.dryRun !== true)
    for (const { path, bytes } of plan.files) orCannotWrite(io, path, () => io.files.write(path, bytes));
  if (flags.dryRun !== true)
    for (const path of plan.removes ?? []) orCannotWrite(io, path, () => io.files.remove(path));
  const paths = plan.files.filter(({ unsaid }) => unsaid !== true).map(({ path }) => shownPath(io, path));
  return announced(paths, flags.dryRun === true, words);
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
    throw new UserError({ kind: 'cannot-write', path: shownPath(io, path), reason: reasonOf(error) });
  }
}

/** ENOSPC, EACCES … of Node's own errors; the message of any other. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
