import type { Points } from '../day/closing.ts';
import { type GroupedFinding, group } from '../day/grouping.ts';
import type { Words } from '../lang/lang.ts';
import type { DeadlineFacts } from '../lang/vi/deadline.ts';
import { compareFindings, type Finding, severityOf } from '../model/finding.ts';
import type { Severity } from '../model/findings/severity.ts';
import { sinceOf } from './closing.ts';
import { askOf, whatOf } from './message.ts';

/** When a corrected report is wanted: at its deadline; past it at once; null where nobody can say. */
export type ReplyDue = DeadlineFacts | 'now' | null;

/** One received file that goes back to its sender. */
export interface Returned {
  /** Its name, or its path. */
  readonly name: string;
  /** What became of each report in it; of a file that holds none, of the file. */
  readonly reports: readonly ReportFate[];
  /** All of the file's, grouped or not. */
  readonly findings: readonly Finding[];
  readonly due: ReplyDue;
  readonly closing: Points | null;
}

export interface ReportFate {
  /** Set where the file holds several. */
  readonly sheet: string | null;
  /** Null while the unit is unknown. */
  readonly unitName: string | null;
  /** `held`: rejected or undecided. */
  readonly fate: 'counted' | 'held' | 'ignored';
}

/** Points that a reply spells out: with the lines around them ten lines in all. */
const MOST_POINTS = 5;

/**
 * The answer to a sender, ready to paste into a chat or a mail: at most ten lines, errors first. Notes are left out.
 * Personal data is located, never quoted. It is addressed to the units whose reports could not be counted, where there are
 * such, and says of each sheet what became of it. With a `closing` one line says what became of the points of the file before.
 */
export function replyText({ name, reports, findings, due, closing }: Returned, words: Words): string {
  const say = words.catalogue.reply;
  const file = plainName(name);
  const points = group(findings)
    .filter((found) => severityOf(found) !== 'note' && !found.code.startsWith('campaign/'))
    .sort(byGravity);
  const since = closing === null ? [] : [sinceOf(closing, words)];
  const held = reports.filter(({ fate }) => fate === 'held');
  const dear = say.dear(namesOf(held.length > 0 ? held : reports));
  if (points.length === 0) return [dear, say.fine(file), ...since, say.thanks].join('\n');
  const result = resultOf(reports);
  const opening = result === 'mixed' ? mixedLines(file, reports, words) : [say[result](file)];
  const most = MOST_POINTS - since.length - (opening.length - 1);
  const left = points.length - most;
  return [
    dear,
    ...opening,
    ...points.slice(0, most).map((found) => pointOf(found, reports, words)),
    ...(left > 0 ? [say.more(left)] : []),
    ...since,
    `${say.wish[result]}${whenOf(due, words)}.`,
    say.thanks,
  ].join('\n');
}

/** The names of the units in a file, each once. */
export function namesOf(reports: readonly ReportFate[]): readonly string[] {
  return [...new Set(reports.flatMap(({ unitName }) => unitName ?? []))];
}

/** What became of a file as a whole; `mixed` where some of its reports were counted and some were not. */
export function resultOf(reports: readonly ReportFate[]): 'refused' | 'doubted' | 'ignored' | 'mixed' {
  const some = (wanted: ReportFate['fate']) => reports.some(({ fate }) => fate === wanted);
  if (some('held')) return some('counted') ? 'mixed' : 'refused';
  return some('counted') ? 'doubted' : 'ignored';
}

/** Which sheets of a file were counted, and which were not. */
function mixedLines(file: string, reports: readonly ReportFate[], words: Words): readonly string[] {
  const say = words.catalogue.reply;
  const sheets = (wanted: ReportFate['fate']) =>
    reports.filter(({ fate }) => fate === wanted).map(({ sheet, unitName }) => say.sheet(sheet, unitName));
  return [say.counted(file, sheets('counted')), say.held(sheets('held'))];
}

/** The answer about a file that its sender has replaced already: nothing is asked. */
export function answeredText({ name, reports }: Returned, newerName: string, words: Words): string {
  const say = words.annotation.answered;
  const { dear, thanks } = words.catalogue.reply;
  return [dear(namesOf(reports)), say.known(plainName(name)), say.newer(plainName(newerName)), thanks].join(
    '\n',
  );
}

/** " trước 15 giờ 00 hôm nay", " ngay", or nothing. */
export function whenOf(due: ReplyDue, words: Words): string {
  const say = words.catalogue.reply;
  if (due === null) return '';
  return ` ${due === 'now' ? say.now : say.by(due)}`;
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

/** One point; the sheet is named where the file holds several reports. */
function pointOf(found: GroupedFinding, reports: readonly ReportFate[], words: Words): string {
  const sheet = reports.length > 1 && found.at.sheet !== undefined ? `[${found.at.sheet}] ` : '';
  const ask = askOf(found, words);
  return `- ${sheet}${whatOf(found, words)}${ask === null ? '' : ` ${ask}`}`.replace(/\s+/g, ' ');
}
