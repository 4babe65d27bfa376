import type { Due } from '../core/campaign.ts';
import type { Points } from '../core/closing.ts';
import { compareFindings, type Finding, type Severity, severityOf } from '../core/finding.ts';
import { group } from '../core/grouping.ts';
import type { Words } from '../lang/lang.ts';
import { sinceOf } from './closing.ts';
import { askOf, whatOf } from './message.ts';

/** When a corrected report is wanted: ISO 8601 with the zone's offset, and whether that instant itself is too late. */
export interface ReplyDue {
  readonly at: string;
  readonly rule: Due['rule'];
}

/** Points that a reply spells out: with the lines around them ten lines in all. */
const MOST_POINTS = 5;

/**
 * The answer to a sender, ready to paste into a chat or a mail: at most ten lines, errors first. `findings` are those of
 * the one file, grouped or not; notes are left out. Personal data is located, never quoted. `unitName` is null while
 * the unit is unknown; without a `due`, or when it has passed, the correction is asked for soon. With a `closing` one line
 * says what became of the points of the file before.
 */
export function reply(
  unitName: string | null,
  fileName: string,
  findings: readonly Finding[],
  due: ReplyDue | null,
  words: Words,
  closing: Points | null = null,
): string {
  const say = words.catalogue.reply;
  const file = plainName(fileName);
  const points = group(findings)
    .filter((found) => severityOf(found) !== 'note' && !found.code.startsWith('campaign/'))
    .sort(byGravity);
  const since = closing === null ? [] : [sinceOf(closing, words)];
  const most = MOST_POINTS - since.length;
  const refused = points.some((found) => severityOf(found) === 'error');
  if (points.length === 0) return [say.dear(unitName), say.fine(file), ...since, say.thanks].join('\n');
  const left = points.length - most;
  return [
    say.dear(unitName),
    refused ? say.refused(file) : say.doubted(file),
    ...points.slice(0, most).map((found) => pointOf(found, points, words)),
    ...(left > 0 ? [say.more(left)] : []),
    ...since,
    `${refused ? say.resend : say.confirm} ${whenOf(due, words)}.`,
    say.thanks,
  ].join('\n');
}

/** The answer about a file that its sender has replaced already: nothing is asked. */
export function replyAnswered(
  unitName: string | null,
  fileName: string,
  newerName: string,
  words: Words,
): string {
  const say = words.annotation.answered;
  const { dear, thanks } = words.catalogue.reply;
  return [dear(unitName), say.known(plainName(fileName)), say.newer(plainName(newerName)), thanks].join('\n');
}

/** "before 15:00 on …", or "soon". */
export function whenOf(due: ReplyDue | null, words: Words): string {
  const say = words.catalogue.reply;
  return due === null ? say.soon : say.by[due.rule](words.view.number.instant(due.at));
}

/** The name of a file without its folders; a phone number in it is left out. */
function plainName(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\s+/g, ' ')
    .replace(/(?<!\d)(?:\+?84|0)\d{2,3}[ .]?\d{3}[ .]?\d{3,4}(?!\d)/g, '…');
}

/** Errors first, each in contract order. */
export function byGravity(a: Finding, b: Finding): number {
  return RANK[severityOf(a)] - RANK[severityOf(b)] || compareFindings(a, b);
}

const RANK: { readonly [S in Severity]: number } = { error: 0, warning: 1, note: 2 };

/** One point; the sheet is named where the points stand on several. */
function pointOf(found: Finding, points: readonly Finding[], words: Words): string {
  const sheets = new Set(points.flatMap(({ at }) => at.sheet ?? []));
  const sheet = sheets.size > 1 && found.at.sheet !== undefined ? `[${found.at.sheet}] ` : '';
  const ask = askOf(found, words);
  return `- ${sheet}${whatOf(found, words)}${ask === null ? '' : ` ${ask}`}`.replace(/\s+/g, ' ');
}
