import type { CommandSpec } from '../console/command.ts';
import { locksAtOnce } from '../console/locked.ts';
import { opening, screenFor, start } from '../console/start.ts';
import { summaryName } from '../model/summary-name.ts';

/** `aggregate [paths...]`: the main job. */
export const aggregate: CommandSpec = {
  name: 'aggregate',
  operands: ['[paths...]'],
  flags: ['campaign', 'date', 'asOf', 'out', 'format', 'json', 'dryRun', 'strict'],
  options: [],
  locks: locksAtOnce,
  async run(context, [paths]) {
    const { flags, words } = context;
    const { formatsOf, outputsOf, printedOf } = await import('../console/outputs.ts');
    const { exitOf } = await import('../console/present.ts');
    const batch = await start(context, paths as readonly string[]);
    const name = summaryName(batch.folder.campaign, batch.date);
    const printed = flags.out === '-' ? await printedOf(context, batch) : null;
    const { input, files, restored, unchanged, guarded } =
      printed === null
        ? await outputsOf(context, batch, formatsOf(flags, batch), name)
        : { ...printed, files: [], restored: [], unchanged: [], guarded: [] };
    const { writeJson } = await import('../write/json.ts');
    const { writeTerminal } = await import('../write/terminal/terminal.ts');
    const report = writeTerminal(input, await screenFor(context));
    const said = [
      opening(context, batch),
      ...unchanged.map(
        (name) => `${words.status.sent[batch.sent.length > 0 ? 'unchanged' : 'kept'](name)}\n`,
      ),
      ...guarded.map((each) => `${words.status.sent.guarded(each)}\n`),
    ].join('');
    const out = printed?.text ?? (flags.json === true ? writeJson(input.summary) : report);
    return {
      out,
      err: out === report ? said : said + report,
      files: [...restored, ...files],
      ledger: batch.newEntries,
      root: batch.folder.root,
      exit: guarded.length > 0 ? 1 : exitOf(batch, flags.strict === true),
    };
  },
};
