import { posix } from 'node:path';
import type { Context, PlannedFile } from '../../console/command.ts';
import { isOwnFile } from '../../console/own-files.ts';
import { absolute } from '../../load/folder.ts';
import type { Batch } from '../../load/load.ts';
import { type FileAgain, readAgain } from '../../load/read-again.ts';
import { UserError } from '../../model/error.ts';
import { compareText } from '../../model/finding.ts';
import { formatInstant } from '../../model/time.ts';
import { annotationOf } from '../../view/annotation.ts';
import { collectingOffice } from '../../view/letterhead.ts';
import { reply, replyAnswered, type Travelling, travellingBytes } from '../../view/travelling.ts';
import { annotate } from '../../write/annotate/annotate.ts';
import { returnedNames } from '../../write/annotate/file-name.ts';
import { type Answer, answersOf } from './answers.ts';

/** What becomes of one file that goes back to its sender. Paths as the run shows them; null where there is none. */
export interface ReturnedLine {
  readonly file: string;
  readonly annotated: string | null;
  readonly reply: string;
  readonly how: 'patched' | 'copied' | 'unsafe' | 'reply-only' | 'good';
}

export interface ReturnedFiles {
  /** As it was typed. */
  readonly folder: string;
  readonly files: readonly PlannedFile[];
  readonly lines: readonly ReturnedLine[];
}

/**
 * The day's faulty files with their cells marked and a reply to each sender, to be written below `folder`. Files that are
 * the same as others or were replaced by a newer version are left out. Throws a UserError for a folder in which they
 * could take the place of what was received or sent.
 */
export async function returnFiles(context: Context, batch: Batch, folder: string): Promise<ReturnedFiles> {
  const root = ownFolder(context, batch, folder);
  const wanted = answersOf(batch);
  const received = new Set(batch.files.map(({ receipt }) => posix.join(batch.base, receipt.path)));
  const office = officeOf(batch);
  const taken = new Set<string>();
  const files: PlannedFile[] = [];
  const lines: ReturnedLine[] = [];
  const give = (answer: Answer, again: FileAgain | null): void => {
    const marked =
      again?.workbook == null || answer.how === 'good'
        ? null
        : annotate({ ...again, workbook: again.workbook }, annotationOf(answer, office, context.words));
    const { outer, inner } = answer;
    const names = returnedNames(belowDate(outer, batch.date), inner, marked?.extension ?? null, taken);
    const put = (name: string, bytes: Uint8Array): string => {
      const path = posix.join(root, name);
      if (received.has(path) || isOwnFile(context.io, batch.folder, path))
        throw new UserError({ kind: 'annotate-folder', path: folder });
      files.push({ path, bytes });
      return path.startsWith(`${context.io.cwd}/`) ? path.slice(context.io.cwd.length + 1) : path;
    };
    const annotated = marked === null ? null : put(names.workbook, marked.bytes);
    const text = put(names.reply, travellingBytes(replyTo(answer, context)));
    lines.push({ file: answer.path, annotated, reply: text, how: marked?.how ?? answer.how });
  };
  const readable = new Set([...wanted.values()].filter(({ how }) => how !== 'good').map(({ path }) => path));
  const left = new Map(wanted);
  for await (const again of readAgain(context.io, batch, readable)) {
    const answer = left.get(again.path);
    if (answer !== undefined) give(answer, again);
    left.delete(again.path);
  }
  for (const answer of left.values()) give(answer, null);
  return { folder, files, lines: lines.sort((a, b) => compareText(a.file, b.file)) };
}

/** A folder of its own: neither the inbox, nor where the office's own files and summaries lie. */
function ownFolder({ io }: Context, { base }: Batch, folder: string): string {
  const path = absolute(io, folder);
  const within = posix.relative(base, path);
  if (/^(|(inbox|forms|\.bluezone)(\/.*)?|outbox(\/\d{4}-\d\d-\d\d)?)$/.test(within)) {
    throw new UserError({ kind: 'annotate-folder', path: folder });
  }
  return path;
}

/** `inbox/<date>/a/b.xlsx` as `a/b.xlsx`; of a file from elsewhere its name. */
function belowDate(path: string, date: string): string {
  const inbox = `inbox/${date}/`;
  return path.startsWith(inbox) ? path.slice(inbox.length) : posix.basename(path);
}

/** The notes are signed by the office that the sender reported to. */
function officeOf({ folder, asOf }: Batch): { readonly author: string; readonly asOf: string } {
  return { author: collectingOffice(folder.campaign), asOf: formatInstant(asOf, folder.campaign.timezone) };
}

function replyTo(answer: Answer, { words }: Context): Travelling<string> {
  if (answer.answeredBy !== null) return replyAnswered(answer, answer.answeredBy, words);
  return reply(answer, words);
}
