import type { CommandSpec } from '../../console/command.ts';
import { opening, screenFor, start } from '../../console/start.ts';
import { closingsOf } from '../../day/closing.ts';
import type { Words } from '../../lang/lang.ts';
import type { Batch } from '../../load/load.ts';
import { severityOf } from '../../model/finding.ts';
import { lineNear, rosterLinesOf } from '../../model/roster-lines.ts';
import type { Summary } from '../../model/summary.ts';
import type { ReturnedFiles } from './annotate.ts';

/** `validate [paths...]`: as `aggregate`, up to the checks; `--annotate` sends faulty files back to their senders. */
export const validate: CommandSpec = {
  name: 'validate',
  operands: ['[paths...]'],
  flags: ['campaign', 'date', 'asOf', 'json', 'dryRun', 'strict'],
  options: ['--annotate <dir>'],
  async run(context, [paths], { annotate }) {
    const { flags, words } = context;
    const batch = await start(context, paths as readonly string[]);
    const returned =
      typeof annotate === 'string'
        ? await (await import('./annotate.ts')).returnFiles(context, batch, annotate)
        : null;
    const { viewInputOf } = await import('../../console/present.ts');
    const { writeJson } = await import('../../write/json.ts');
    const { problemLines } = await import('../../write/terminal/problems.ts');
    const { closingLines, returnedLines } = await import('../../write/terminal/closing.ts');
    const input = viewInputOf(batch, words, null);
    const closings = await closingsFor(batch, words);
    const screen = await screenFor(context);
    const report = [
      ...problemLines(input, screen),
      ...closingLines(closings.views, words, screen),
      ...(returned === null ? [] : returnedLines(returned.lines, returned.folder, words, screen)),
      '',
    ].join('\n');
    const said = opening(context, batch);
    const result = { ...resultOf(input.summary), closings: closings.lines, ...returnedOf(returned) };
    return {
      out: flags.json === true ? writeJson(result) : report,
      err: flags.json === true ? said + report : said,
      files: returned?.files ?? [],
      ledger: batch.newEntries,
      root: batch.folder.root,
      exit: exitOf(batch, flags.strict === true),
    };
  },
};

/** What became of the points of earlier files, as a person is told it and as data. */
async function closingsFor(batch: Batch, words: Words) {
  const { closingLine, closingView } = await import('../../view/closing.ts');
  const closings = closingsOf(batch.settled, batch.date);
  const lines = rosterLinesOf(batch.folder.roster);
  return {
    lines: closings.map((closing) => closingLine(closing, words)),
    views: closings.map((closing) => {
      const code = closing.newer.unit;
      const name = code === null ? null : (lineNear(lines, code, batch.date)?.name ?? code);
      return closingView(closing, name, words);
    }),
  };
}

/** The part of the Summary that validation gives: what was received, and what is wrong with it. */
function resultOf({ campaign, date, asOf, files, findings }: Summary) {
  return { schema: 'bluezone-report/validation@1', campaign, date, asOf, files, findings };
}

function returnedOf(returned: ReturnedFiles | null) {
  return returned === null ? {} : { returned: returned.lines };
}

function exitOf(batch: Batch, strict: boolean): 0 | 1 {
  const { files } = batch.summary;
  const faulty = files.some(({ outcome }) => outcome === 'rejected' || outcome === 'undecided');
  return faulty || (strict && batch.findings.some((found) => severityOf(found) !== 'note')) ? 1 : 0;
}
