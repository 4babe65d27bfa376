import type { CampaignFolder } from './campaign.ts';
import type { LevelEntry } from './level.ts';
import { type Lines, lineNear, linesOf } from './lines.ts';
import { isCounted, type SettledSubmission, type Submission } from './submission.ts';
import { collectOf } from './timeliness.ts';

/** A submission that is a report of a known unit, form and day. */
export type OwnedBy<S extends Submission> = S & {
  readonly unit: string;
  readonly form: string;
  readonly date: string;
};

export function isOwned<S extends Submission>(submission: S): submission is OwnedBy<S> {
  return (
    submission.standing === 'accepted' &&
    submission.unit !== null &&
    submission.form !== null &&
    submission.date !== null
  );
}

/** One accepted version of one report, posted to its unit and day. */
export interface Entry {
  /** The day that it stands for: its date; for what is asked once, the folder day on which it came. */
  readonly day: string;
  /** It is the version that counts; the others only tell when the unit first reported. */
  readonly counts: boolean;
  readonly source: OwnedBy<SettledSubmission>;
  /** Set where the report itself is not here: another office's summary speaks of it, and `source` stands for it. */
  readonly via?: Via;
}

/** The summary that a report was read from, and what it says of the report. */
export interface Via {
  readonly summary: OwnedBy<SettledSubmission>;
  /** Code of the unit at the office that sent it. */
  readonly unit: string;
  readonly entry: LevelEntry;
}

/** All entries: form → unit code → ascending by day, then version. */
export type Book = ReadonlyMap<string, ReadonlyMap<string, readonly Entry[]>>;

/** Posts what was accepted, superseded versions included; duplicates and what was not accepted are no entries. */
export function post(settled: readonly SettledSubmission[], folder: CampaignFolder): Book {
  const lines = linesOf(folder.roster);
  const book = new Map<string, Map<string, Entry[]>>();
  for (const source of settled) {
    if (!isOwned(source) || source.version === null) continue;
    const entry = { day: dayOf(folder, lines, source), counts: isCounted(source), source };
    const units = book.get(source.form) ?? new Map<string, Entry[]>();
    book.set(source.form, units);
    const entries = units.get(source.unit);
    if (entries === undefined) units.set(source.unit, [entry]);
    else entries.push(entry);
  }
  for (const units of book.values()) for (const entries of units.values()) entries.sort(inOrder);
  return book;
}

/** Ascending by day, then version. */
export function inOrder(a: Entry, b: Entry): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return (a.source.version ?? 0) - (b.source.version ?? 0);
}

/** The day that a report stands for (see `Entry.day`). */
export function dayOf(folder: CampaignFolder, lines: Lines, report: OwnedBy<Submission>): string {
  return isOnce(folder, lines, report) ? report.folderDate : report.date;
}

/** Whether the campaign asks this form of this unit once. */
export function isOnce(folder: CampaignFolder, lines: Lines, report: OwnedBy<Submission>): boolean {
  const line = lineNear(lines, report.unit, report.date);
  return line !== null && collectOf(folder.campaign, report.form, line.kind)?.every === 'once';
}
