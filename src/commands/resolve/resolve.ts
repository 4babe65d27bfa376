import type { CommandSpec, Context } from '../../console/command.ts';
import { opening, requestOf, screenFor, start } from '../../console/start.ts';
import type { Batch } from '../../load/load.ts';
import { UserError } from '../../model/error.ts';
import { type Decision, holding, type RecordedDecision, undoneBy } from '../../model/ledger.ts';
import { formatInstant } from '../../model/time.ts';
import { type ResolveOptions, typedDecision } from './decision.ts';
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
  ],
  async run(context, [operands], options) {
    const { flags, io } = context;
    const files = operands as readonly string[];
    const date = flags.date ?? dayOfPath(files[0]);
    const dated = { ...context, flags: date === undefined ? flags : { ...flags, date } };
    const batch = await start(dated, [], files);
    if (batch.folder.root === null) throw new UserError({ kind: 'needs-folder', command: 'resolve' });
    const made = await decisionsOf(context, batch, files, options as ResolveOptions);
    const recordedAt = io.now();
    const last = batch.decisions.at(-1)?.id ?? 0;
    const news = made.map((decision, n) => ({ id: last + n + 1, recordedAt, decision }));
    const [only] = news;
    const { idleBecause } = await import('./effect.ts');
    const idle =
      only === undefined || news.length > 1
        ? null
        : await idleBecause(io, requestOf(dated, [], files), batch, only);
    const why = idle === null ? '' : `${idleText(idle, context.words)}\n`;
    const { writeJson } = await import('../../write/json.ts');
    return {
      out:
        flags.json === true
          ? writeJson(jsonOf(batch, [...batch.decisions, ...news]))
          : (await shown(context, batch, news)) + why,
      err: opening(context, batch) + (flags.json === true ? why : ''),
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
  files: readonly string[],
  options: ResolveOptions,
): Promise<readonly Decision[]> {
  if (options.list === true) return [];
  const typed = typedDecision(batch, files, options);
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
    decisions: recorded.map(({ id, recordedAt, decision }) => ({
      id,
      recordedAt: formatInstant(recordedAt, folder.campaign.timezone),
      holds: decision.kind === 'undo' ? !undone.has(id) : holds.has(id),
      ...decision,
    })),
  };
}
