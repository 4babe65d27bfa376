import type { Context } from '../../console/command.ts';
import { viewInputOf } from '../../console/present.ts';
import { screenFor } from '../../console/start.ts';
import type { Batch } from '../../load/load.ts';
import { severityOf } from '../../model/finding.ts';
import { lineNear, rosterLinesOf } from '../../model/roster-lines.ts';
import type { DecidedSubmission } from '../../model/submission.ts';
import { formatInstant } from '../../model/time.ts';
import { boardOf } from '../../view/board.ts';
import { titleOf } from '../../view/message.ts';
import { answeredText, replyText } from '../../view/reply.ts';
import { writeBoard } from '../../write/terminal/board.ts';
import { type Answer, answersOf } from '../validate/answers.ts';

/** What the last look told: what stands on the screen below the board. */
export interface Screenful {
  readonly lines: readonly string[];
  readonly replies: readonly string[];
  /** What was known of each file; null before the first look. */
  readonly files: ReadonlyMap<string, string> | null;
}

interface Told {
  readonly context: Context;
  readonly date: string;
  readonly folder: Batch['folder'];
  readonly left: readonly string[];
  readonly screen: Screenful;
}

/** hh:mm of now in the campaign's zone. */
export function clockOf({ context: { io }, folder }: Pick<Told, 'context' | 'folder'>): string {
  return formatInstant(io.now(), folder.campaign.timezone).slice(11, 16);
}

/** Lines of events below the board at most, and lines of a reply. */
const MOST_LINES = 6;

/**
 * What is new in the day since the last look: a line an event. On a terminal the board stands above it and, under it, the
 * reply to each file that came with a fault.
 */
export async function told(
  state: Told,
  batch: Batch,
  said: readonly string[],
): Promise<{ readonly text: string; readonly screen: Screenful }> {
  const { context, screen: before } = state;
  const { io, words } = context;
  const files = statesOf(batch);
  const isNew = (path: string): boolean =>
    before.files !== null && before.files.get(path) !== files.get(path);
  const time = clockOf(state);
  const news = [...files.keys()].filter(isNew).map((path) => lineOf(context, batch, path, time));
  const answers = answersOf(batch);
  const fresh = [...answers.values()].filter(({ path, how }) => how !== 'good' && isNew(path));
  const replies = fresh.length > 0 ? fresh.map((answer) => replyTo(answer, context)) : before.replies;
  const begins = before.files === null ? [words.watch.waiting(time, files.size)] : [];
  const lines = [...begins, ...said, ...news];
  if (io.terminal === undefined) {
    const text = lines.map((line) => `${line}\n`).join('');
    return { text, screen: { lines: [], replies, files } };
  }
  const kept = [...before.lines, ...lines].slice(-MOST_LINES);
  const screen = { lines: kept, replies, files };
  return { text: await screenful(context, batch, screen, state.left.length), screen };
}

/** The whole screen, drawn anew. */
async function screenful(
  context: Context,
  batch: Batch,
  { lines, replies }: Screenful,
  left: number,
): Promise<string> {
  const { words } = context;
  const input = viewInputOf(batch, words, null);
  const board = writeBoard(input, boardOf(input, batch.asOf), await screenFor(context));
  return [
    `\u001b[2J\u001b[H${board}`,
    words.watch.recent,
    ...lines.map((line) => `  ${line}`),
    ...(replies.length === 0 ? [] : ['', words.watch.reply, ...replies.flatMap((text) => ['', text])]),
    '',
    words.watch.keys(left),
    '',
  ].join('\n');
}

/** What is known of each file of the day, to see what changes. */
function statesOf(batch: Batch): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  for (const { path, sha256, unit, outcome, folderDate } of batch.settled) {
    if (folderDate !== batch.date) continue;
    states.set(path, `${states.get(path) ?? ''}${JSON.stringify([sha256, unit, outcome])}`);
  }
  return states;
}

function lineOf({ words }: Context, batch: Batch, path: string, time: string): string {
  const own = batch.settled.filter((each) => each.path === path);
  const lines = rosterLinesOf(batch.folder.roster);
  const named = ({ unit }: DecidedSubmission): string | null =>
    unit === null ? null : (lineNear(lines, unit, batch.date)?.name ?? unit);
  const units = [...new Set(own.map(named))].filter((name) => name !== null);
  const outcomes = [...new Set(own.map(({ outcome }) => words.view.outcome[outcome]))];
  const errors = own.flatMap(({ findings }) => findings.filter((found) => severityOf(found) === 'error'));
  const titles = [...new Set(errors.map(({ code }) => titleOf(code, words)))];
  const file = path.replace(`inbox/${batch.date}/`, '');
  const line = words.watch.came(time, file, units.join(', ') || null, outcomes.join(', '));
  return titles.length === 0 ? line : line + words.watch.why(titles);
}

function replyTo(answer: Answer, { words }: Context): string {
  return answer.answeredBy === null
    ? replyText(answer, words)
    : answeredText(answer, answer.answeredBy, words);
}
