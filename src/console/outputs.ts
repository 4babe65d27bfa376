import { posix } from 'node:path';
import type { Io } from '../io.ts';
import type { Altered } from '../load/altered.ts';
import { absolute } from '../load/folder.ts';
import type { Batch } from '../load/load.ts';
import { UserError } from '../model/error.ts';
import { sha256Of } from '../model/hash.ts';
import { OUTPUT_FORMATS, type OutputFormat } from '../model/output-formats.ts';
import { summaryName, supplementOf } from '../model/summary-name.ts';
import type { ViewInput } from '../view/input.ts';
import type { Context, PlannedFile, SharedFlags } from './command.ts';
import { refuseOwnFile } from './own-files.ts';
import { viewInputOf } from './present.ts';

/**
 * The formats to write, each once: `--format`, else the one that `-o` ends in, else those of campaign.yaml. Throws a
 * UserError for one that is none.
 */
export function formatsOf({ format, out }: SharedFlags, batch: Batch): readonly OutputFormat[] {
  if (format === undefined && out !== undefined && endingOf(out) !== null)
    return [endingOf(out) as OutputFormat];
  const named = (format ?? batch.folder.campaign.report.formats).map((name) => {
    const known = formatNamed(name.trim());
    if (known === null) throw new UserError({ kind: 'bad-format', text: name, known: OUTPUT_FORMATS });
    return known;
  });
  return [...new Set(named)];
}

function formatNamed(name: string): OutputFormat | null {
  return OUTPUT_FORMATS.find((known) => known === name.toLowerCase()) ?? null;
}

function endingOf(path: string): OutputFormat | null {
  return formatNamed(posix.extname(path).slice(1));
}

/** Formats that can be printed: the others are bytes of Office or a picture. */
const TEXT: readonly OutputFormat[] = ['csv', 'json', 'md', 'html'];

/** What `-o -` prints instead of the report for people: the summary in one text format. Throws a UserError otherwise. */
export async function printedOf(
  { flags, words }: Context,
  batch: Batch,
): Promise<{ readonly input: ViewInput; readonly text: string }> {
  const [format, ...others] =
    flags.json === true && flags.format === undefined ? (['json'] as const) : formatsOf(flags, batch);
  const known = flags.json === true ? (['json'] as const) : TEXT;
  if (format === undefined || others.length > 0 || !known.some((each) => each === format)) {
    throw new UserError({ kind: 'stdout-format', known });
  }
  const stem = posix.join(batch.base, 'outbox', batch.date, summaryName(batch.folder.campaign, batch.date));
  const { number } = numbered(batch, sentNumbers(batch.marked, stem), stem);
  const input = viewInputOf(batch, words, number || null);
  return { input, text: new TextDecoder().decode(await render(format, input)) };
}

export interface Outputs {
  readonly input: ViewInput;
  readonly files: readonly PlannedFile[];
  /** Summaries that were sent and are gone from where they lay, as they were sent. */
  readonly restored: readonly PlannedFile[];
  /** Names of summaries that are not written again, since they hold what was sent. */
  readonly unchanged: readonly string[];
  /** Names of files that are left as they are, since a ledger that cannot be read may have marked them as sent. */
  readonly guarded: readonly string[];
}

/**
 * The files of a summary. `-o` names the one of its own ending, else the first; the others lie beside it with theirs. A
 * summary that was marked as sent is never overwritten, in none of its formats: where it no longer holds, the new one is
 * `…-bo-sung-<n>` (contract section 2).
 */
export async function outputsOf(
  context: Context,
  batch: Batch,
  formats: readonly OutputFormat[],
  name: string,
): Promise<Outputs> {
  const { out } = context.flags;
  if (out !== undefined) refuseOwnFile(context.io, batch.folder, absolute(context.io, out), out);
  const first =
    out === undefined
      ? posix.join(batch.base, 'outbox', batch.date, `${name}.${formats[0]}`)
      : absolute(context.io, out);
  const stem = first.slice(0, first.length - posix.extname(first).length);
  const ending = endingOf(first);
  const named = formats.find((format) => format === ending) ?? formats[0];
  const marked = markedNumbers(context, batch, stem, first);
  const { number, isNew } = numbered(batch, marked, stem);
  const input = viewInputOf(batch, context.words, number || null);
  const files: PlannedFile[] = [];
  const unchanged: string[] = [];
  const guarded: string[] = [];
  for (const format of formats) {
    const path = number
      ? `${stem}-bo-sung-${number}.${format}`
      : format === named
        ? first
        : `${stem}.${format}`;
    if (!isNew && holdsSent(context, batch, path)) unchanged.push(posix.basename(path));
    else if (batch.trouble !== null && mayBeSent(context, batch, path)) guarded.push(posix.basename(path));
    else files.push({ path, bytes: await bytesOf(context, format, input) });
  }
  const restored = marked.length === 0 ? [] : await restoredFiles(context, batch, stem);
  return { input, files, restored, unchanged, guarded };
}

/** Numbers of what was sent under a name: 0 is the summary itself. */
function sentNumbers(sent: readonly { readonly name: string }[], stem: string): readonly number[] {
  return sent.flatMap(({ name }) => supplementOf(name, posix.basename(stem)) ?? []);
}

/** The same of all that is marked. A copy under another name is known by its bytes, wherever it lies. */
function markedNumbers({ io }: Context, { marked }: Batch, stem: string, first: string): readonly number[] {
  const numbers = sentNumbers(marked, stem);
  if (numbers.length > 0 || marked.length === 0 || io.files.info(first)?.kind !== 'file') return numbers;
  const sha256 = sha256Of(io.files.read(first));
  return marked.some((each) => each.sha256 === sha256) ? [0] : [];
}

/**
 * Which one this summary is. What differs from what was sent is the next supplement; else it is what was sent last before
 * the moment that is looked at.
 */
function numbered(
  { differs, sent }: Batch,
  marked: readonly number[],
  stem: string,
): { readonly number: number; readonly isNew: boolean } {
  if (marked.length === 0) return { number: 0, isNew: true };
  if (differs) return { number: Math.max(...marked) + 1, isNew: true };
  return { number: Math.max(0, ...sentNumbers(sent, stem)), isNew: false };
}

/** A summary by its name that lies there already. A provisional one is never marked. */
function mayBeSent({ io }: Context, { date, folder }: Batch, path: string): boolean {
  const name = posix.basename(path);
  return supplementOf(name, summaryName(folder.campaign, date)) !== null && io.files.info(path) !== null;
}

/** Marked, or another format that was written beside it. */
function holdsSent({ io }: Context, { marked }: Batch, path: string): boolean {
  return marked.some(({ name }) => name === posix.basename(path)) || io.files.info(path) !== null;
}

/**
 * What was sent of the day and is gone from the outbox or lies changed there, as it was sent; a changed file is kept
 * beside it. `stem` is the path of the summary without ending.
 */
export async function restoredFiles(
  { io }: Context,
  { marked, altered, date, folder }: Batch,
  stem: string,
): Promise<readonly PlannedFile[]> {
  const { keptBytes } = await import('../load/memory.ts');
  const files: PlannedFile[] = [];
  for (const { name, sha256 } of new Map(marked.map((mark) => [mark.name, mark])).values()) {
    const other = altered.find(({ mark }) => mark.name === name && mark.date === date);
    const path = other?.path ?? posix.join(posix.dirname(stem), name);
    const isGone = supplementOf(name, posix.basename(stem)) !== null && io.files.info(path) === null;
    if (folder.root === null || (other === undefined && !isGone)) continue;
    if (other !== undefined) files.push(...(await restoredAs(io, folder.root, other)));
    else {
      const bytes = await keptBytes(io, folder.root, sha256);
      if (bytes !== null) files.push({ path, bytes });
    }
  }
  return files;
}

/** A dry run writes nothing, so nothing is made; only a picture, to learn whether this machine can make one. */
async function bytesOf({ flags }: Context, format: OutputFormat, input: ViewInput): Promise<Uint8Array> {
  return flags.dryRun === true && format !== 'png' ? new Uint8Array(0) : render(format, input);
}

/** What was sent in the place of what lies there now, which is kept beside it; none where the ledger lost the bytes. */
export async function restoredAs(io: Io, root: string, altered: Altered): Promise<readonly PlannedFile[]> {
  const { keptBytes } = await import('../load/memory.ts');
  const bytes = await keptBytes(io, root, altered.mark.sha256);
  if (bytes === null) return [];
  return [
    { path: foreignPath(altered), bytes: altered.bytes },
    { path: altered.path, bytes },
  ];
}

/** Beside what was sent, by a name that no summary has and that tells one foreign file from another. */
function foreignPath({ path, bytes }: Altered): string {
  const ending = posix.extname(path);
  const mark = sha256Of(bytes).slice(0, 8);
  return `${path.slice(0, path.length - ending.length)}.khac-${mark}${ending}`;
}

async function render(format: OutputFormat, input: ViewInput): Promise<Uint8Array> {
  const { viewPages } = await import('../view/travelling.ts');
  switch (format) {
    case 'xlsx':
      return (await import('../write/xlsx/xlsx.ts')).writeXlsx(viewPages(input));
    case 'json':
      return encode((await import('../write/json.ts')).writeJson(input.summary));
    case 'csv':
      return encode((await import('../write/csv.ts')).writeCsv(input.summary));
    case 'md':
      return encode((await import('../write/markdown.ts')).writeMarkdown(viewPages(input), input.words));
    case 'html':
      return encode((await import('../write/html/html.ts')).writeHtml(viewPages(input), input.words));
    case 'docx':
      return (await import('../write/docx/docx.ts')).writeDocx(viewPages(input), input.words);
    case 'png':
      return (await import('../write/svg/png.ts')).writePng(viewPages(input), input.words);
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
