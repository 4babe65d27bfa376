import type { CampaignFolder } from '../model/campaign.ts';
import { isOnce, isOwned, type OwnedBy, reportDay } from '../model/entry.ts';
import { compareText, type Finding, finding } from '../model/finding.ts';
import { type Lines, linesOf } from '../model/lines.ts';
import type { Instant, Submission } from '../model/submission.ts';
import { seconds } from '../model/timeliness.ts';
import { arrivedBefore, comparePlaces, inArrivalOrder } from './arrival-order.ts';
import { fallsIn } from './falls.ts';

/** Recorded decisions that bear on versions (`resolve`). */
export interface Rulings {
  /** "This version counts" of those known by then: the number of the decision, 0 without one. The latest holds. */
  counts(report: Submission): number;
  /** Whether a version was known when that decision was recorded: a later one counts again. */
  settled(decision: number, report: Submission): boolean;
  /** "This fall is accepted": its reason is recorded, so it is marked no longer. */
  fallAccepted(report: Submission, measure: string): boolean;
}

export const NO_RULINGS: Rulings = { counts: () => 0, settled: () => true, fallAccepted: () => false };

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
 * different figures whose order cannot be told are all `undecided`. A decision holds among the versions known when it
 * was recorded. What is asked once is settled as it came, day by day. Falls against an earlier day are marked on the
 * version that counts.
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
    versions: versions.sort((a, b) => comparePlaces(a.report, b.report)),
    others: present.filter((submission) => !isOwned(submission)).sort(comparePlaces),
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
  for (const report of inArrivalOrder(reports)) {
    const bytes = bytesOf(report);
    if (seen.has(bytes)) {
      into.push({ report, day, outcome: 'duplicate', version: null, findings: [] });
    } else {
      seen.add(bytes);
      distinct.push(report);
    }
  }
  const standing = earlier.filter((v) => v.outcome === 'counts').at(-1)?.report ?? null;
  const chosen = chosenOf(standing === null ? distinct : [standing, ...distinct], rulings);
  const { counting, unknown } = chosen === null ? newestOf(distinct) : newestSince(chosen, distinct, rulings);
  for (const [report, other] of unknown) {
    const found = finding('across/order-unknown', at(report), { other: nameOf(other) });
    into.push({ report, day, outcome: 'undecided', version: null, findings: [found] });
  }
  const before = earlier.filter((v) => v.version !== null).length;
  const open = distinct.filter((report) => !unknown.has(report));
  open.forEach((report, index) => {
    const replaced = open[index - 1] ?? standing;
    const counts = report === counting;
    into.push({
      report,
      day,
      outcome: counts ? 'counts' : 'superseded',
      version: before + index + 1,
      findings: counts ? replacing(report, replaced, chosen) : [],
    });
  });
}

/** The same bytes; a file that holds several reports has one a sheet. */
function bytesOf({ sha256, sheet }: Submission): string {
  return JSON.stringify([sha256, sheet]);
}

/** Which version counts, and those that do not while their order is unknown, each with a rival. */
interface Choice {
  /** Null where none of the day's does. */
  readonly counting: OwnedBy<Submission> | null;
  readonly unknown: ReadonlyMap<OwnedBy<Submission>, OwnedBy<Submission>>;
}

/** The version that the latest decision chose. */
function chosenOf(versions: readonly OwnedBy<Submission>[], rulings: Rulings): OwnedBy<Submission> | null {
  const last = Math.max(...versions.map((report) => rulings.counts(report)));
  return last > 0 ? (versions.find((report) => rulings.counts(report) === last) ?? null) : null;
}

/** Takes out the newest versions as long as another one, with other figures, may be newer still. */
function newestOf(distinct: readonly OwnedBy<Submission>[]): Choice {
  const unknown = new Map<OwnedBy<Submission>, OwnedBy<Submission>>();
  let open = [...distinct];
  for (;;) {
    const newest = open.at(-1);
    if (newest === undefined) return { counting: null, unknown };
    const tied = open.filter((report) => report !== newest && !arrivedBefore(report, newest));
    const rival = tied.findLast((report) => changesOf(report, newest).length > 0);
    if (rival === undefined) return { counting: newest, unknown };
    unknown.set(newest, rival);
    for (const report of tied) {
      const differs = changesOf(report, newest).length > 0;
      unknown.set(report, differs ? newest : rival);
    }
    open = open.filter((report) => !unknown.has(report));
  }
}

/** What nobody knew when the decision was recorded, and came later, counts again. */
function newestSince(
  chosen: OwnedBy<Submission>,
  distinct: readonly OwnedBy<Submission>[],
  rulings: Rulings,
): Choice {
  const decision = rulings.counts(chosen);
  const news = distinct.filter((report) => report !== chosen && !rulings.settled(decision, report));
  const { counting, unknown } = newestOf(news.filter((report) => arrivedBefore(chosen, report)));
  const tied = news.filter(
    (report) =>
      !arrivedBefore(chosen, report) &&
      !arrivedBefore(report, chosen) &&
      changesOf(chosen, report).length > 0,
  );
  return {
    counting: counting ?? (distinct.includes(chosen) ? chosen : null),
    unknown: new Map([...unknown, ...tied.map((report) => [report, chosen] as const)]),
  };
}

/** What a version that counts says of the one before it; of the chosen one where it goes past a decision. */
function replacing(
  report: OwnedBy<Submission>,
  replaced: Submission | null,
  chosen: Submission | null,
): readonly Finding[] {
  const isPast = chosen !== null && chosen !== report;
  const before = isPast ? chosen : replaced;
  if (before === null) return [];
  const facts = { other: nameOf(before), changes: changesOf(before, report) };
  return [finding(isPast ? 'across/after-choice' : 'across/replaced', at(report), facts)];
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
