import { severityOf } from '../core/finding.ts';
import type { Summary } from '../core/summary.ts';
import type { Batch } from '../load/load.ts';
import type { CommandSpec } from './command.ts';
import { opening, screenFor, start } from './start.ts';

/** `validate [paths...]`: as `aggregate`, up to the checks. */
export const validate: CommandSpec = {
  name: 'validate',
  operands: ['[paths...]'],
  flags: ['campaign', 'date', 'asOf', 'json', 'dryRun', 'strict'],
  options: [],
  async run(context, [paths]) {
    const { flags, words } = context;
    const batch = await start(context, paths as readonly string[]);
    const { viewInputOf } = await import('./present.ts');
    const { writeJson } = await import('../write/json.ts');
    const { problemLines } = await import('../write/terminal-problems.ts');
    const input = viewInputOf(batch, words, null);
    const report = `${problemLines(input, await screenFor(context)).join('\n')}\n`;
    const said = opening(context, batch);
    return {
      out: flags.json === true ? writeJson(resultOf(input.summary)) : report,
      err: flags.json === true ? said + report : said,
      files: [],
      ledger: batch.news,
      root: batch.folder.root,
      exit: exitOf(batch, flags.strict === true),
    };
  },
};

/** The part of the Summary that validation gives: what was received, and what is wrong with it. */
function resultOf({ campaign, date, asOf, files, findings }: Summary) {
  return { schema: 'bluezone-report/validation@1', campaign, date, asOf, files, findings };
}

function exitOf(batch: Batch, strict: boolean): 0 | 1 {
  const { files } = batch.rollUp.summary;
  const faulty = files.some(({ outcome }) => outcome === 'rejected' || outcome === 'undecided');
  return faulty || (strict && batch.findings.some((found) => severityOf(found) !== 'note')) ? 1 : 0;
}
