import type { Io } from '../io.ts';
import { UserError } from '../model/error.ts';
import { compareText } from '../model/finding.ts';
import type { Instant } from '../model/submission.ts';
import { dateOf, isDate } from '../model/time.ts';
import { parseDay } from '../text/date.ts';
import { parseInstant } from './arrival.ts';
import { absolute } from './folder.ts';
import { dateFolderOf, namedFiles, type ReceivedFile } from './inbox.ts';
import type { OpenedFile } from './opened.ts';

/** `--as-of`, else now. Throws a UserError. */
export function asOfOf(typed: string | undefined, zone: string, now: Instant): Instant {
  if (typed === undefined) return now;
  const at = parseInstant(typed.trim(), zone);
  if (at === null) throw new UserError({ kind: 'bad-as-of', text: typed });
  return at;
}

export interface DateChoice {
  readonly date: string;
  readonly dateFrom: 'flag' | 'folder' | 'files' | 'today' | 'as-of';
}

/**
 * `--date`, else the drop folder's name, else the one date that the files state, else today (contract section 2): the
 * day of `--as-of` where that says when now is. Throws a UserError.
 */
export async function dateFor(
  io: Io,
  request: {
    readonly date: string | undefined;
    readonly asOf: string | undefined;
    readonly paths: readonly string[];
  },
  base: string,
  zone: string,
  now: Instant,
  open: (file: ReceivedFile) => Promise<OpenedFile>,
): Promise<DateChoice> {
  const today: DateChoice = {
    date: dateOf(now, zone),
    dateFrom: request.asOf === undefined ? 'today' : 'as-of',
  };
  if (request.date !== undefined) {
    const date = isDate(request.date)
      ? request.date
      : parseDay(request.date, { year: Number(today.date.slice(0, 4)) });
    // The last day that a calendar of four digits has is followed by none.
    if (date === null || date >= '9999') throw new UserError({ kind: 'bad-date', text: request.date });
    return { date, dateFrom: 'flag' };
  }
  if (request.paths.length === 0) return today;
  const folders = new Set(request.paths.flatMap((path) => dateInPath(io, base, path) ?? []));
  if (folders.size > 1) throw new UserError({ kind: 'several-dates', dates: [...folders].sort(compareText) });
  const [named] = folders;
  if (named !== undefined) return { date: named, dateFrom: 'folder' };
  const stated = new Set<string>();
  for (const file of namedFiles(io, base, today.date, request.paths).files) {
    for (const day of (await open(file)).statedDates) stated.add(day);
  }
  const [only] = stated;
  if (only !== undefined && stated.size === 1) return { date: only, dateFrom: 'files' };
  return today;
}

/** The date in the name of the drop folder: inbox/<date>/, or any folder on the way whose name is a date. */
function dateInPath(io: Io, base: string, path: string): string | null {
  const at = absolute(io, path);
  const inbox = dateFolderOf(base, at);
  if (inbox !== null) return inbox.slice(-10) < '9999' ? inbox.slice(-10) : null;
  const info = io.files.info(at);
  if (info === null) throw new UserError({ kind: 'path-not-found', path });
  const names = at.split('/').slice(0, info.kind === 'folder' ? undefined : -1);
  return names.findLast((name) => isDate(name) && name < '9999') ?? null;
}
