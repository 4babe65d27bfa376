import type { Due } from '../core/campaign.ts';
import { compareFindings, type Finding, type Severity, severityOf } from '../core/finding.ts';
import { group } from '../core/grouping.ts';
import type { Words } from '../lang/lang.ts';
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
 * the unit is unknown; without a `due`, or when it has passed, the correction is asked for soon.
 */
export function reply(
  unitName: string | null,
  fileName: string,
  findings: readonly Finding[],
  due: ReplyDue | null,
  words: Words,
): string {
  const say = words.catalogue.reply;
  const file = fileName.slice(fileName.lastIndexOf('/') + 1);
  const points = group(findings)
    .filter((found) => severityOf(found) !== 'note' && !found.code.startsWith('campaign/'))
    .sort((a, b) => RANK[severityOf(a)] - RANK[severityOf(b)] || compareFindings(a, b));
  const refused = points.some((found) => severityOf(found) === 'error');
  if (points.length === 0) return [say.dear(unitName), say.fine(file), say.thanks].join('\n');
  const when = due === null ? say.soon : say.by[due.rule](words.view.number.instant(due.at));
  const left = points.length - MOST_POINTS;
  return [
    say.dear(unitName),
    refused ? say.refused(file) : say.doubted(file),
    ...points.slice(0, MOST_POINTS).map((found) => pointOf(found, points, words)),
    ...(left > 0 ? [say.more(left)] : []),
    `${refused ? say.resend : say.confirm} ${when}.`,
    say.thanks,
  ].join('\n');
}

const RANK: { readonly [S in Severity]: number } = { error: 0, warning: 1, note: 2 };

/** One point; the sheet is named where the points stand on several. */
function pointOf(found: Finding, points: readonly Finding[], words: Words): string {
  const sheets = new Set(points.flatMap(({ at }) => at.sheet ?? []));
  const sheet = sheets.size > 1 && found.at.sheet !== undefined ? `[${found.at.sheet}] ` : '';
  const ask = askOf(found, words);
  return `- ${sheet}${whatOf(found, words)}${ask === null ? '' : ` ${ask}`}`;
}
