import { posix } from 'node:path';
import type { Io } from '../io.ts';
import { type Finding, finding } from '../model/finding.ts';
import { sha256Of } from '../model/hash.ts';
import type { ChainCheck, RecordedDecision, SentMark, SpoiltLine } from '../model/ledger.ts';
import { read } from '../read/read.ts';
import { dayFolder, keptBytes } from './memory.ts';

/** A file in the outbox that has the name of one that was sent, but not its bytes. */
export interface Altered {
  readonly mark: SentMark;
  /** Absolute. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether a figure may be another one: it is, or what is left cannot be read. */
  readonly figures: boolean;
}

/** What lies in the outbox under the names of what was sent on some days and is not that. A file that is gone is no fault. */
export async function alteredOf(
  io: Io,
  root: string,
  marks: readonly SentMark[],
  dates: readonly string[],
): Promise<readonly Altered[]> {
  const newest = new Map<string, SentMark>();
  for (const mark of marks) if (dates.includes(mark.date)) newest.set(`${mark.date}/${mark.name}`, mark);
  const altered: Altered[] = [];
  for (const [inside, mark] of newest) {
    const path = posix.join(root, 'outbox', inside);
    const bytes = bytesAt(io, path);
    if (bytes === null || sha256Of(bytes) === mark.sha256) continue;
    const sent = await keptBytes(io, root, mark.sha256);
    const figures = sent === null || (await figuresDiffer(mark.name, sent, bytes));
    altered.push({ mark, path, bytes, figures });
  }
  return altered;
}

/** Null where nothing lies, and for what cannot be opened now: another look will tell. */
function bytesAt(io: Io, path: string): Uint8Array | null {
  try {
    return io.files.info(path)?.kind === 'file' ? io.files.read(path) : null;
  } catch {
    return null;
  }
}

const TEXT = /\.(json|csv|md|html)$/;

async function figuresDiffer(name: string, sent: Uint8Array, now: Uint8Array): Promise<boolean> {
  const [before, after] = [await numbersIn(name, sent), await numbersIn(name, now)];
  return before === null || before !== after;
}

/** All that holds a digit, in its order; null for what cannot be read. */
async function numbersIn(name: string, bytes: Uint8Array): Promise<string | null> {
  if (TEXT.test(name)) return (new TextDecoder().decode(bytes).match(/\d+/g) ?? []).join(' ');
  const [document] = await read(name, bytes);
  const cells = document?.workbook?.sheets.flatMap(({ name: sheet, rows }) =>
    rows.flatMap((row) => row.cells.map(({ shown, col }) => [sheet, row.index, col, shown])),
  );
  if (cells === undefined || cells.length === 0) return null;
  return JSON.stringify(cells.filter(([, , , shown]) => /\d/.test(String(shown))));
}

export function alteredFindings(altered: readonly Altered[]): readonly Finding[] {
  return altered.map(({ mark: { name, date }, figures }) =>
    finding(figures ? 'campaign/sent-figures-altered' : 'campaign/sent-altered', {}, { name, date }),
  );
}

/**
 * What in the ledger is not as it was recorded; of receipts those of one day, where a day is asked for. Each at the file or
 * unit whose figures rest on it.
 */
export function chainFindings(
  { lines, cut, otherKey }: ChainCheck,
  recorded: readonly RecordedDecision[],
  date: string | null,
): readonly Finding[] {
  const bearing = lines.filter(
    ({ kind, about }) =>
      date === null || kind !== 'receipt' || about === null || dayFolder(about) === `inbox/${date}`,
  );
  return [
    ...bearing.map((line) =>
      finding('campaign/ledger-line', placeOf(line, recorded), {
        line: line.kind,
        id: line.id,
        how: line.how,
        name: line.kind === 'sent' ? line.about : null,
      }),
    ),
    ...(cut === 0 ? [] : [finding('campaign/ledger-cut', {}, { lines: cut })]),
    ...(otherKey ? [finding('campaign/ledger-key', {}, {})] : []),
  ];
}

/** The file or unit whose figures rest on a line. */
function placeOf({ kind, id, about }: SpoiltLine, recorded: readonly RecordedDecision[]): Finding['at'] {
  if (kind === 'receipt' && about !== null) return { file: about };
  const decision = kind === 'decision' ? recorded.find((each) => each.id === id)?.decision : undefined;
  if (decision === undefined) return {};
  if ('unit' in decision) return { unit: decision.unit };
  return 'report' in decision ? { file: decision.report.path } : {};
}
