import type { CampaignFolder } from '../model/campaign.ts';
import { isOnce, isOwned, type OwnedBy, reportDay } from '../model/entry.ts';
import { compareText, type Finding, finding } from '../model/finding.ts';
import { type Lines, linesOf } from '../model/lines.ts';
import type { Instant, Submission } from '../model/submission.ts';
import { seconds } from '../model/timeliness.ts';
import { fallsIn } from './falls.ts';

/** Recorded decisions that bear on versions (`resolve`). */
export interface Rulings {
  /** "This version counts", whatever came before or after it: the number of the decision, 0 without one. The latest holds. */
  counts(report: Submission): number;
  /** "This fall is accepted": its reason is recorded, so it is marked no longer. */
  fallAccepted(report: Submission, measure: string): boolean;
}

export const NO_RULINGS: Rulings = { counts: () => 0, fallAccepted: () => false };

export interface SettleInput {
  readonly folder: CampaignFolder;
  /** What arrived later does not exist. */
  readonly asOf: Instant;
  readonly rulings?: Rulings;
}

/** A report among its rivals; `findings` are those that the others of its unit and form bring it. */
export interface Version {
  readonly report: OwnedBy<Submission>;
  readonly day: string;
  readonly outcome: 'counts' | 'superseded' | 'duplicate' | 'undecided';
  readonly version: number | null;
  readonly findings: readonly Finding[];
}

/** Files' own times closer than this tell no order: archives and FAT disks keep them to 2 s, and a copy sets them anew. */
const FILE_TIME_GRAIN = 2;

/** All that had arrived, in the order of path and sheet. */
export interface Settled {
  readonly versions: readonly Version[];
  /** What is no report of a known unit, form and day, or does not stand by itself. */
  readonly others: readonly Submission[];
}

/**
 * Gives every report its place among its rivals. Of one unit, form and day the
 * newest accepted version counts, also when late; a failing one never displaces it. The same bytes again are
 * `duplicate`, whatever came between; other bytes with the same figures are a new version. Newest versions with
 * different figures whose order cannot be told are all `undecided`. What is asked once is settled as it came, day by
 * day. Falls against an earlier day are marked on the version that counts.
 */
export function settle(submissions: readonly Submission[], input: SettleInput): Settled {
  const rulings = input.rulings ?? NO_RULINGS;
  const lines = linesOf(input.folder.roster);
  const present = submissions.filter(({ arrival }) => seconds(arrival.at) <= seconds(input.asOf));
  const versions: Version[] = [];
  for (const reports of grouped(present.filter(isOwned), (r) => JSON.stringify([r.form, r.unit])).values()) {
    const once = reports.some((report) => isOnce(input.folder, lines, report));
    const own = settleUnit(reports, { folder: input.folder, lines, once, rulings });
    const falls = once ? null : fallsIn(own, input.folder, rulings);
    for (const version of own) {
      versions.push({ ...version, findings: [...version.findings, ...(falls?.get(version) ?? [])] });
    }
  }
  return {
    versions: versions.sort((a, b) => byPlace(a.report, b.report)),
    others: present.filter((submission) => !isOwned(submission)).sort(byPlace),
  };
}

interface Unit {
  readonly folder: CampaignFolder;
  readonly lines: Lines;
  readonly once: boolean;
  readonly rulings: Rulings;
}

/** The versions of one unit and form, ascending by day. */
function settleUnit(reports: readonly OwnedBy<Submission>[], unit: Unit): Version[] {
  const byDay = grouped(reports, (report) => reportDay(unit.folder, unit.lines, report));
  const versions: Version[] = [];
  for (const day of [...byDay.keys()].sort(compareText)) {
    // What is asked once goes on from the days before; a daily report starts anew.
    settleDay(day, byDay.get(day) ?? [], unit.once ? [...versions] : [], unit.rulings, versions);
  }
  return versions;
}

function settleDay(
  day: string,
  reports: readonly OwnedBy<Submission>[],
  earlier: readonly Version[],
  rulings: Rulings,
  into: Version[],
): void {
  const seen = new Set(earlier.flatMap((v) => (v.version === null ? [] : [bytesOf(v.report)])));
  const distinct: OwnedBy<Submission>[] = [];
  for (const report of [...reports].sort(byArrival)) {
    const bytes = bytesOf(report);
    if (seen.has(bytes)) {
      into.push({ report, day, outcome: 'duplicate', version: null, findings: [] });
    } else {
      seen.add(bytes);
      distinct.push(report);
    }
  }
  const { open, unknown } = withoutUnknown(distinct, rulings);
  for (const [report, other] of unknown) {
    const found = finding('across/order-unknown', at(report), { other: nameOf(other) });
    into.push({ report, day, outcome: 'undecided', version: null, findings: [found] });
  }
  const standing = earlier.filter((v) => v.outcome === 'counts').at(-1)?.report ?? null;
  const before = earlier.filter((v) => v.version !== null).length;
  const ranked = [...open].sort((a, b) => rulings.counts(a) - rulings.counts(b));
  const chosen = ranked.at(-1);
  const least = chosen === undefined ? 0 : rulings.counts(chosen);
  const kept = standing !== null && rulings.counts(standing) > least;
  const counting = kept ? undefined : chosen;
  open.forEach((report, index) => {
    const replaced = open[index - 1] ?? standing;
    const counts = report === counting;
    into.push({
      report,
      day,
      outcome: counts ? 'counts' : 'superseded',
      version: before + index + 1,
      findings: counts && replaced !== null ? [replacing(report, replaced)] : [],
    });
  });
}

/** The same bytes; a file that holds several reports has one a sheet. */
function bytesOf({ sha256, sheet }: Submission): string {
  return JSON.stringify([sha256, sheet]);
}

/** Takes out the newest versions as long as another one, with other figures, may be newer still. */
function withoutUnknown(distinct: readonly OwnedBy<Submission>[], rulings: Rulings) {
  const unknown = new Map<OwnedBy<Submission>, OwnedBy<Submission>>();
  let open = [...distinct];
  for (;;) {
    const newest = open.at(-1);
    if (newest === undefined || open.some((report) => rulings.counts(report) > 0)) return { open, unknown };
    const tied = open.filter((report) => report !== newest && !isOrdered(report, newest));
    const rival = tied.findLast((report) => changesOf(report, newest).length > 0);
    if (rival === undefined) return { open, unknown };
    unknown.set(newest, rival);
    for (const report of tied) {
      const differs = changesOf(report, newest).length > 0;
      unknown.set(report, differs ? newest : rival);
    }
    open = open.filter((report) => !unknown.has(report));
  }
}

/** Whether the evidence tells which of two files came first. */
export function isOrdered(a: Submission, b: Submission): boolean {
  const apart = Math.abs(seconds(a.arrival.at) - seconds(b.arrival.at));
  const byFileTime = a.arrival.evidence === 'file-time' && b.arrival.evidence === 'file-time';
  if (apart > 0) return !byFileTime || apart >= FILE_TIME_GRAIN;
  const [x, y] = [a.arrival.fileTime, b.arrival.fileTime];
  return x !== undefined && y !== undefined && Math.abs(seconds(x) - seconds(y)) >= FILE_TIME_GRAIN;
}

/** By arrival, then by the files' own times. */
export function byArrival(a: Submission, b: Submission): number {
  return (
    seconds(a.arrival.at) - seconds(b.arrival.at) ||
    seconds(a.arrival.fileTime ?? 0) - seconds(b.arrival.fileTime ?? 0) ||
    byPlace(a, b)
  );
}

/** By path, then sheet. */
export function byPlace(a: Submission, b: Submission): number {
  return compareText(a.path, b.path) || compareText(a.sheet ?? '', b.sheet ?? '');
}

function replacing(report: OwnedBy<Submission>, replaced: Submission): Finding {
  return finding('across/replaced', at(report), {
    other: nameOf(replaced),
    changes: changesOf(replaced, report),
  });
}

/** The figures that differ, by measure; null where one of the two lacks it. */
function changesOf(from: Submission, to: Submission) {
  const measures = [...new Set([...from.figures.keys(), ...to.figures.keys()])].sort(compareText);
  return measures
    .map((measure) => ({
      measure,
      from: from.figures.get(measure)?.value ?? null,
      to: to.figures.get(measure)?.value ?? null,
    }))
    .filter((change) => change.from !== change.to);
}

function nameOf({ path, sheet }: Submission): string {
  return sheet === null ? path : `${path} › ${sheet}`;
}

function at({ path, sheet, unit }: OwnedBy<Submission>) {
  return { file: path, unit, ...(sheet === null ? {} : { sheet }) };
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
