import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { UserError } from '../core/error.ts';
import { absolute } from '../load/folder.ts';
import type { Batch } from '../load/load.ts';
import type { ViewInput } from '../view/input.ts';
import type { Context, PlannedFile, SharedFlags } from './command.ts';
import { viewInputOf } from './present.ts';

const FORMATS = ['xlsx', 'json', 'csv', 'md', 'html', 'docx', 'png'] as const;
export type Format = (typeof FORMATS)[number];

/**
 * The formats to write, each once: `--format`, else the one that `-o` ends in, else those of campaign.yaml. Throws a
 * UserError for one that is none.
 */
export function formatsOf({ format, out }: SharedFlags, batch: Batch): readonly Format[] {
  if (format === undefined && out !== undefined && endingOf(out) !== null) return [endingOf(out) as Format];
  const named = (format ?? batch.folder.campaign.report.formats).map((name) => {
    const known = formatNamed(name.trim());
    if (known === null) throw new UserError({ kind: 'bad-format', text: name, known: FORMATS });
    return known;
  });
  return [...new Set(named)];
}

function formatNamed(name: string): Format | null {
  return FORMATS.find((known) => known === name.toLowerCase()) ?? null;
}

function endingOf(path: string): Format | null {
  return formatNamed(posix.extname(path).slice(1));
}

export interface Outputs {
  readonly input: ViewInput;
  readonly files: readonly PlannedFile[];
  /** Names of summaries that were sent: they are not written again, unless they are gone. */
  readonly unchanged: readonly string[];
}

/**
 * The files of a summary. `-o` names the one of its own ending, else the first; the others lie beside it with theirs. A
 * summary that was marked as sent is never overwritten: where it no longer holds, the new one is `…-bo-sung-<n>`
 * (contract section 2).
 */
export async function outputsOf(
  context: Context,
  batch: Batch,
  formats: readonly Format[],
  name: string,
): Promise<Outputs> {
  const { out } = context.flags;
  const first =
    out === undefined
      ? posix.join(batch.base, 'outbox', batch.date, `${name}.${formats[0]}`)
      : absolute(context.io, out);
  const stem = first.slice(0, first.length - posix.extname(first).length);
  const ending = endingOf(first);
  const named = formats.find((format) => format === ending) ?? formats[0];
  const paths = formats.map((format) => ({ format, path: format === named ? first : `${stem}.${format}` }));
  const marked = paths.filter(({ path }) => isMarked(context, batch, path));
  const supplement = marked.length === 0 || !batch.differs ? null : nextSupplement(batch, stem);
  const input = viewInputOf(batch, context.words, supplement);
  const files: PlannedFile[] = [];
  const unchanged: string[] = [];
  for (const { format, path } of paths) {
    if (supplement !== null) {
      files.push({ path: `${stem}-bo-sung-${supplement}.${format}`, bytes: await render(format, input) });
    } else if (marked.some((each) => each.path === path)) {
      unchanged.push(posix.basename(path));
      files.push(...(await restored(context, batch, path)));
    } else files.push({ path, bytes: await render(format, input) });
  }
  return { input, files, unchanged };
}

/** A summary that was sent and is gone from the outbox, as it was sent. */
async function restored({ io }: Context, batch: Batch, path: string): Promise<readonly PlannedFile[]> {
  const record = batch.marked.findLast(({ name }) => name === posix.basename(path));
  if (record === undefined || batch.folder.root === null || io.files.info(path) !== null) return [];
  const { keptBytes } = await import('../load/memory.ts');
  const bytes = await keptBytes(io, batch.folder.root, record.sha256);
  return bytes === null ? [] : [{ path, bytes }];
}

/** Marked by its name, also when the outbox was emptied since; or by its bytes, wherever it lies. */
function isMarked({ io }: Context, batch: Batch, path: string): boolean {
  if (batch.marked.some(({ name }) => name === posix.basename(path))) return true;
  if (batch.marked.length === 0 || io.files.info(path)?.kind !== 'file') return false;
  const sha256 = createHash('sha256').update(io.files.read(path)).digest('hex');
  return batch.marked.some((each) => each.sha256 === sha256);
}

/** The first number that no sent summary bears. */
function nextSupplement({ marked }: Batch, stem: string): number {
  const taken = new Set(marked.map(({ name }) => name.replace(/\.[a-z]+$/, '')));
  for (let n = 1; ; n += 1) {
    if (!taken.has(`${posix.basename(stem)}-bo-sung-${n}`)) return n;
  }
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
      return encode((await import('../write/html.ts')).writeHtml(viewBook(input), input.words));
    case 'docx':
      return (await import('../write/docx.ts')).writeDocx(viewBook(input), input.words);
    case 'png':
      return (await import('../write/png.ts')).writePng(viewBook(input), input.words);
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
