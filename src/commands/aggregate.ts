import { posix } from 'node:path';
import { UserError } from '../core/error.ts';
import { absolute } from '../load/folder.ts';
import type { Batch } from '../load/load.ts';
import type { ViewInput } from '../view/input.ts';
import type { CommandSpec, Context, PlannedFile } from './command.ts';
import { opening, screenFor, start } from './start.ts';

const FORMATS = ['xlsx', 'json', 'csv', 'md', 'html', 'docx'] as const;
type Format = (typeof FORMATS)[number];

/** `aggregate [paths...]`: the main job. */
export const aggregate: CommandSpec = {
  name: 'aggregate',
  operands: ['[paths...]'],
  flags: ['campaign', 'date', 'asOf', 'out', 'format', 'json', 'dryRun', 'strict'],
  options: [],
  async run(context, [paths]) {
    const { flags, words } = context;
    const formats = formatsOf(flags.format);
    const batch = await start(context, paths as readonly string[]);
    const { exitOf, viewInputOf } = await import('./present.ts');
    const { writeJson } = await import('../write/json.ts');
    const { writeTerminal } = await import('../write/terminal.ts');
    const input = viewInputOf(batch, words, null);
    const wanted = formats ?? formatsOf(batch.folder.campaign.report.formats) ?? ['xlsx'];
    const report = writeTerminal(input, await screenFor(context));
    const said = opening(context, batch);
    return {
      out: flags.json === true ? writeJson(input.summary) : report,
      err: flags.json === true ? said + report : said,
      files: await filesOf(context, batch, input, wanted),
      ledger: batch.news,
      root: batch.folder.root,
      exit: exitOf(batch, flags.strict === true),
    };
  },
};

/** Throws a UserError for a format that is none. */
function formatsOf(typed: readonly string[] | undefined): readonly Format[] | null {
  if (typed === undefined) return null;
  return typed.map((name) => {
    const format = FORMATS.find((known) => known === name.trim().toLowerCase());
    if (format === undefined) throw new UserError({ kind: 'bad-format', text: name, known: FORMATS });
    return format;
  });
}

/** `-o` names the first file; the others lie beside it, with their own extension. */
async function filesOf(
  context: Context,
  batch: Batch,
  input: ViewInput,
  formats: readonly Format[],
): Promise<readonly PlannedFile[]> {
  const { out } = context.flags;
  const first =
    out === undefined
      ? posix.join(batch.base, 'outbox', batch.date, `tong-hop-${batch.date}.${formats[0]}`)
      : absolute(context.io, out);
  const stem = first.slice(0, first.length - posix.extname(first).length);
  const files: PlannedFile[] = [];
  for (const [n, format] of formats.entries()) {
    files.push({ path: n === 0 ? first : `${stem}.${format}`, bytes: await render(format, input) });
  }
  return files;
}

async function render(format: Format, input: ViewInput): Promise<Uint8Array> {
  const { viewBook } = await import('../view/book.ts');
  switch (format) {
    case 'xlsx':
      return (await import('../write/xlsx.ts')).writeXlsx(viewBook(input));
    case 'json':
      return encode((await import('../write/json.ts')).writeJson(input.summary));
    case 'csv':
      return encode((await import('../write/csv.ts')).writeCsv(input.summary));
    case 'md':
      return encode((await import('../write/markdown.ts')).writeMarkdown(viewBook(input), input.words));
    case 'html':
      return encode((await import('../write/html.ts')).writeHtml(viewBook(input)));
    case 'docx':
      return (await import('../write/docx.ts')).writeDocx(viewBook(input));
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
