import type { CampaignFolder } from '../model/campaign.ts';
import { isOnce, isOwned, type OwnedBy, reportDay } from '../model/entry.ts';
import { compareText } from '../model/finding.ts';
import type { Form } from '../model/form.ts';
import { type RosterLines, rosterLinesOf } from '../model/roster-lines.ts';
import type { Instant, Submission } from '../model/submission.ts';
import { seconds } from '../model/timeliness.ts';
import { comparePlaces, inArrivalOrder } from './arrival-order.ts';
import { choiceOf } from './choice.ts';
import { fallsIn } from './falls.ts';
import { among } from './replaced.ts';
import { NO_RULINGS, type Rulings } from './rulings.ts';
import type { Version } from './version.ts';

export interface VersionInput {
  readonly folder: CampaignFolder;
  /** What arrived later does not exist. */
  readonly asOf: Instant;
  readonly rulings?: Rulings;
}

/** All that had arrived, in the order of path and sheet. */
export interface VersionChoice {
  readonly versions: readonly Version[];
  /** What is no report of a known unit, form and day, or does not stand by itself. */
  readonly others: readonly Submission[];
}

/**
 * Gives every report its place among its rivals. Of one unit, form and day the newest accepted version counts, also when
 * late; a failing one never displaces it. Files that are parts of one report count together. The same bytes again are
 * `duplicate`, whatever came between; other bytes with the same figures are a new version. Newest versions with different
 * figures whose order cannot be told are all `undecided`, and so are files that are neither versions nor parts for sure.
 * A decision holds among the versions known when it was recorded. What is asked once is settled as it came, day by day.
 * Falls against an earlier day are marked on the version that counts.
 */
export function chooseVersions(submissions: readonly Submission[], input: VersionInput): VersionChoice {
  const rulings = input.rulings ?? NO_RULINGS;
  const lines = rosterLinesOf(input.folder.roster);
  const present = submissions.filter(({ arrival }) => seconds(arrival.at) <= seconds(input.asOf));
  const versions: Version[] = [];
  for (const reports of grouped(present.filter(isOwned), (r) => JSON.stringify([r.form, r.unit])).values()) {
    const form = input.folder.forms.get(reports[0]?.form ?? '');
    const once = reports.some((report) => isOnce(input.folder, lines, report));
    const own = versionsOfUnit(reports, { folder: input.folder, form, lines, once, rulings });
    const falls = once ? null : fallsIn(own, input.folder, rulings);
    for (const version of own) {
      versions.push({ ...version, findings: [...version.findings, ...(falls?.get(version) ?? [])] });
    }
  }
  return {
    versions: versions.sort((a, b) => comparePlaces(a.report, b.report)),
    others: present.filter((submission) => !isOwned(submission)).sort(comparePlaces),
  };
}

interface Unit {
  readonly folder: CampaignFolder;
  readonly form: Form | undefined;
  readonly lines: RosterLines;
  readonly once: boolean;
  readonly rulings: Rulings;
}

/** The versions of one unit and form, ascending by day. */
function versionsOfUnit(reports: readonly OwnedBy<Submission>[], unit: Unit): Version[] {
  const byDay = grouped(reports, (report) => reportDay(unit.folder, unit.lines, report));
  const versions: Version[] = [];
  for (const day of [...byDay.keys()].sort(compareText)) {
    // What is asked once goes on from the days before; a daily report starts anew.
    versions.push(...versionsOfDay(day, byDay.get(day) ?? [], unit.once ? versions : [], unit));
  }
  return versions;
}

function versionsOfDay(
  day: string,
  reports: readonly OwnedBy<Submission>[],
  earlier: readonly Version[],
  unit: Unit,
): Version[] {
  const seen = new Set(earlier.flatMap((v) => (v.version === null ? [] : [bytesOf(v.report)])));
  const distinct: OwnedBy<Submission>[] = [];
  const settled: Version[] = [];
  for (const report of inArrivalOrder(reports)) {
    const bytes = bytesOf(report);
    if (seen.has(bytes)) {
      settled.push({ report, day, outcome: 'duplicate', version: null, findings: [] });
    } else {
      seen.add(bytes);
      distinct.push(report);
    }
  }
  const standing = earlier.filter((v) => v.outcome === 'counts').at(-1)?.report ?? null;
  const choice = choiceOf(standing, distinct, unit);
  const open = distinct.filter((report) => !choice.unknown.has(report) && !choice.doubtful.has(report));
  const before = earlier.filter((v) => v.version !== null).length;
  for (const report of distinct) {
    const at = open.indexOf(report);
    const outcome = at === -1 ? 'undecided' : choice.counting.includes(report) ? 'counts' : 'superseded';
    const findings = outcome === 'superseded' ? [] : among(report, choice, { open, standing, ...unit });
    settled.push({ report, day, outcome, version: at === -1 ? null : before + at + 1, findings });
  }
  return settled;
}

/** The same bytes; a file that holds several reports has one a sheet. */
function bytesOf({ sha256, sheet }: Submission): string {
  return JSON.stringify([sha256, sheet]);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
