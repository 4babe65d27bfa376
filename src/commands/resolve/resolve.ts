import type { CommandSpec, Context } from '../../console/command.ts';
import { opening, screenFor, start } from '../../console/start.ts';
import type { Batch } from '../../load/load.ts';
import { UserError } from '../../model/error.ts';
import { type Decision, holding, type RecordedDecision, undoneBy } from '../../model/ledger.ts';
import { formatInstant } from '../../model/time.ts';
import { type ResolveOptions, typedDecision } from './decision.ts';
import { dayOfPath } from './report.ts';

/** `resolve [file]`: records a decision; the figures of every later run follow it. */
export const resolve: CommandSpec = {
  name: 'resolve',
  operands: ['[file]'],
  flags: ['campaign', 'date', 'asOf', 'json', 'dryRun'],
  options: [
    '--sheet <name>',
    '--unit <code|name>',
    '--day <yyyy-mm-dd>',
    '--counts',
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
  ],
  async run(context, [operand], options) {
    const { flags, io } = context;
    const file = operand as string | undefined;
    const date = flags.date ?? dayOfPath(file);
    const dated = date === undefined ? flags : { ...flags, date };
    const batch = await start({ ...context, flags: dated }, [], file === undefined ? [] : [file]);
    if (batch.folder.root === null) throw new UserError({ kind: 'needs-folder', command: 'resolve' });
    const made = await decisionsOf(context, batch, file, options as ResolveOptions);
    const recordedAt = io.now();
    const last = batch.decisions.at(-1)?.id ?? 0;
    const news = made.map((decision, n) => ({ id: last + n + 1, recordedAt, decision }));
    const { writeJson } = await import('../../write/json.ts');
    return {
      out:
        flags.json === true
          ? writeJson(jsonOf(batch, [...batch.decisions, ...news]))
          : await shown(context, batch, news),
      err: opening(context, batch),
      files: [],
      ledger: [
        // To decide about a file is not to receive it: "first seen now" would take it out of every view of the past.
        ...batch.news.filter(({ kind }) => kind !== 'receipt'),
        ...made.map((decision) => ({ kind: 'decision', decision, recordedAt }) as const),
      ],
      ledgerNeeded: made.length > 0,
      root: batch.folder.root,
      exit: 0,
    };
  },
};

async function decisionsOf(
  context: Context,
  batch: Batch,
  file: string | undefined,
  options: ResolveOptions,
): Promise<readonly Decision[]> {
  if (options.list === true) return [];
  const typed = typedDecision(batch, file, options);
  if (typed !== null) return [typed];
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

/** Codes, numbers and what was typed; no sentence of ours. */
function jsonOf({ folder }: Batch, recorded: readonly RecordedDecision[]) {
  const holds = new Set(holding(recorded).map(({ id }) => id));
  const undone = undoneBy(recorded);
  return {
    schema: 'bluezone-report/decisions@1',
    decisions: recorded.map(({ id, recordedAt, decision }) => ({
      id,
      recordedAt: formatInstant(recordedAt, folder.campaign.timezone),
      holds: decision.kind === 'undo' ? !undone.has(id) : holds.has(id),
      ...decision,
    })),
  };
}
