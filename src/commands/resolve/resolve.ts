import { NOTHING } from '../../console/chain.ts';
import type { CommandSpec, Context, Plan } from '../../console/command.ts';
import { locksAtOnce } from '../../console/locked.ts';
import { opening, requestOf, screenFor, start } from '../../console/start.ts';
import type { Batch } from '../../load/load.ts';
import { UserError } from '../../model/error.ts';
import { type Decision, holding, type RecordedDecision, undoneBy } from '../../model/ledger.ts';
import { formatInstant } from '../../model/time.ts';
import { isAsked, type ResolveOptions, typedDecision } from './decision.ts';
import type { Idle } from './effect.ts';
import { dayOfPath } from './report.ts';

/** `resolve [files...]`: records a decision; the figures of every later run follow it. */
export const resolve: CommandSpec = {
  name: 'resolve',
  operands: ['[files...]'],
  flags: ['campaign', 'date', 'asOf', 'json', 'dryRun'],
  options: [
    '--sheet <name>',
    '--unit <code|name>',
    '--day <yyyy-mm-dd>',
    '--counts',
    '--together',
    '--counting <rows|per-person|stated-total>',
    '--accept-fall <unit>',
    '--accept-change <unit>',
    '--why <why>',
    '--exempt <unit>',
    '--from <yyyy-mm-dd>',
    '--to <yyyy-mm-dd>',
    '--form <form>',
    '--reason <text>',
    '--undo <number>',
    '--list',
    '--by <name>',
  ],
  locks: async (context, operands, options) =>
    isAsked(operands[0] as readonly string[], options) ? null : locksAtOnce(context, operands, options),
  async run(context, [operands], options) {
    const files = operands as readonly string[];
    const batch = await dayOf(context, files);
    if (isAsked(files, options)) {
      const made = await askedDecisions(context, batch);
      // What was read while the person thought is read again under the lock.
      const next = async () => recording(context, await dayOf(context, files), files, made);
      return { ...NOTHING, root: batch.folder.root, next };
    }
    return recording(context, batch, files, typedDecisions(batch, files, options));
  },
};

/** The request for the day that the first file lies in, unless another is asked for. */
function dated(context: Context, files: readonly string[]): Context {
  const date = context.flags.date ?? dayOfPath(files[0]);
  return date === undefined ? context : { ...context, flags: { ...context.flags, date } };
}

async function dayOf(context: Context, files: readonly string[]): Promise<Batch> {
  const batch = await start(dated(context, files), [], files);
  if (batch.folder.root === null) throw new UserError({ kind: 'needs-folder', command: 'resolve' });
  return batch;
}

async function recording(
  context: Context,
  batch: Batch,
  files: readonly string[],
  made: readonly Decision[],
): Promise<Plan> {
  const { flags, io } = context;
  const recordedAt = io.now();
  const last = batch.decisions.at(-1)?.id ?? 0;
  const added = made.map((decision, n) => ({ id: last + n + 1, recordedAt, decision, by: null }));
  const [only] = added;
  const { idleBecause } = await import('./effect.ts');
  const idle =
    only === undefined || added.length > 1
      ? null
      : await idleBecause(io, requestOf(dated(context, files), [], files), batch, only);
  const why = idle === null ? '' : `${idleText(idle, context.words)}\n`;
  const { writeJson } = await import('../../write/json.ts');
  return {
    out:
      flags.json === true
        ? writeJson(jsonOf(batch, [...batch.decisions, ...added]))
        : (await shown(context, batch, added)) + why,
    err: opening(context, batch) + (flags.json === true ? why : ''),
    files: [],
    ledger: [
      // To decide about a file is not to receive it: "first seen now" would take it out of every view of the past.
      ...batch.newEntries.filter(({ kind }) => kind !== 'receipt'),
      ...made.map((decision) => ({ kind: 'decision', decision, recordedAt }) as const),
    ],
    ledgerNeeded: made.length > 0,
    root: batch.folder.root,
    exit: 0,
  };
}

function typedDecisions(
  batch: Batch,
  files: readonly string[],
  options: ResolveOptions,
): readonly Decision[] {
  const typed = options.list === true ? null : typedDecision(batch, files, options);
  return typed === null ? [] : [typed];
}

async function askedDecisions(context: Context, batch: Batch): Promise<readonly Decision[]> {
  const { openAsker } = await import('../../console/ask.ts');
  const { askResolve } = await import('./asking.ts');
  const asker = await openAsker(context, 'bluezone-report resolve <file> --unit <code> | --list');
  return askResolve(asker, batch, context.words);
}

async function shown(context: Context, batch: Batch, news: readonly RecordedDecision[]): Promise<string> {
  const { words, flags } = context;
  const { decisionLines, decisionsTable } = await import('../../view/decisions.ts');
  const { terminalTable } = await import('../../write/terminal/table.ts');
  const said = words.status.decision;
  const lines = decisionLines([...batch.decisions, ...news], batch.folder, words);
  const recorded = flags.dryRun === true ? said.wouldRecord : said.recorded;
  const told = news.map(({ id }) => `${recorded(id)}\n`).join('');
  if (lines.length === 0) return `${said.none}\n`;
  const table = terminalTable(decisionsTable(lines, words), words, await screenFor(context)).lines.join('\n');
  return `${table}\n${told === '' ? '' : `\n${told}`}`;
}

/** That a decision changes nothing, and why. */
function idleText(idle: Idle, { status, findings, view }: Context['words']): string {
  const said = status.decision.idle;
  if (idle.kind !== 'still') return said[idle.kind];
  return said.still(
    view.outcome[idle.outcome],
    idle.codes.map((code) => findings[code].title),
  );
}

/** Codes, numbers and what was typed; no sentence of ours. */
function jsonOf({ folder }: Batch, recorded: readonly RecordedDecision[]) {
  const holds = new Set(holding(recorded).map(({ id }) => id));
  const undone = undoneBy(recorded);
  return {
    schema: 'bluezone-report/decisions@1',
    decisions: recorded.map(({ id, recordedAt, by, decision }) => ({
      id,
      recordedAt: formatInstant(recordedAt, folder.campaign.timezone),
      by,
      holds: decision.kind === 'undo' ? !undone.has(id) : holds.has(id),
      ...decision,
    })),
  };
}
