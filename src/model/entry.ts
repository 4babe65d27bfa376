import type { CampaignFolder } from './campaign.ts';
import type { LevelEntry } from './level.ts';
import { lineNear, type RosterLines } from './roster-lines.ts';
import type { Submission } from './submission.ts';
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

/** An accepted version of a report: 1, 2, 3 … among those of one unit, form and day. */
export type CountedReport = OwnedBy<Submission> & { readonly version: number };

/** One accepted version of one report, posted to its unit and day. */
export interface Entry {
  /** The day that it stands for: its date; for what is asked once, the folder day on which it came. */
  readonly day: string;
  /** It is the version that counts; the others only tell when the unit first reported. */
  readonly counts: boolean;
  readonly source: CountedReport;
  /** Set where several files are parts of the report; `source` is their sum. */
  readonly parts?: readonly CountedReport[];
  /** Set where the report itself is not here: another office's summary speaks of it, and `source` stands for it. */
  readonly via?: ForwardedBy;
}

/** The summary that a report was read from, and what it says of the report. */
export interface ForwardedBy {
  readonly summary: CountedReport;
  /** Code of the unit at the office that sent it. */
  readonly unit: string;
  readonly entry: LevelEntry;
}

/** All entries: form → unit code → ascending by day, then version. */
export type EntryIndex = ReadonlyMap<string, ReadonlyMap<string, readonly Entry[]>>;

/** Ascending by day, then version. */
export function inOrder(a: Entry, b: Entry): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.source.version - b.source.version;
}

/** The day that a report stands for (see `Entry.day`). */
export function reportDay(folder: CampaignFolder, lines: RosterLines, report: OwnedBy<Submission>): string {
  return isOnce(folder, lines, report) ? report.folderDate : report.date;
}

/** Whether the campaign asks this form of this unit once. */
export function isOnce(folder: CampaignFolder, lines: RosterLines, report: OwnedBy<Submission>): boolean {
  const line = lineNear(lines, report.unit, report.date);
  return line !== null && collectOf(folder.campaign, report.form, line.kind)?.every === 'once';
}
