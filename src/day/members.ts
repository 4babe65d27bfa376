import type { OwnedBy } from '../model/entry.ts';
import type { Submission } from '../model/submission.ts';
import type { Doubt, Relation } from './relation.ts';

type Report = OwnedBy<Submission>;

/** What stands of the reports of one unit, form and day. */
export interface Members {
  /** The version that counts, or the parts that do together; none where it cannot be told. */
  readonly counting: readonly Report[];
  /** Versions whose order is unknown, each with a rival. */
  readonly unknown: ReadonlyMap<Report, Report>;
  /** Reports that are neither versions nor parts of each other for sure, each with another one. */
  readonly doubtful: ReadonlyMap<Report, { readonly other: Report; readonly because: Doubt }>;
}

export interface How {
  /** What the later of two reports is to the earlier one. */
  readonly relate: (earlier: Report, later: Report) => Relation;
  /** Whether it is known which of two came first. */
  readonly isOrdered: (a: Report, b: Report) => boolean;
  readonly differ: (a: Report, b: Report) => boolean;
}

/**
 * The newest version, or the newest versions of all parts, of reports in the order of their arrival. Newest versions are
 * taken out as long as another one, with other figures, may be newer still; then an older one counts.
 */
export function membersOf(reports: readonly Report[], how: How): Members {
  const unknown = new Map<Report, Report>();
  let open = [...reports];
  for (;;) {
    const members = newest(open, how);
    const tied = members.flatMap((member) => tiesOf(member, open, how));
    if (tied.length === 0) return { ...doubtlessMembers(members, how), unknown };
    for (const [report, rival] of tied) unknown.set(report, rival);
    open = open.filter((report) => !unknown.has(report));
  }
}

/** Each report takes the place of those that it is the next version of, and stands beside the others. */
function newest(reports: readonly Report[], { relate }: How): readonly Report[] {
  return reports.reduce<readonly Report[]>(
    (members, report) => [...members.filter((member) => relate(member, report) !== 'version'), report],
    [],
  );
}

/** A member and the versions of it that may be newer; none where all that may be newer say the same. */
function tiesOf(member: Report, reports: readonly Report[], { relate, isOrdered, differ }: How) {
  const tied = reports.filter(
    (report) =>
      report !== member &&
      !isOrdered(report, member) &&
      (relate(report, member) === 'version' || relate(member, report) === 'version'),
  );
  const rival = tied.findLast((report) => differ(report, member));
  if (rival === undefined) return [];
  const others = tied.map((report) => [report, differ(report, member) ? member : rival] as const);
  return [[member, rival] as const, ...others];
}

function doubtlessMembers(members: readonly Report[], { relate }: How): Omit<Members, 'unknown'> {
  const doubtful = new Map<Report, { other: Report; because: Doubt }>();
  for (const [n, later] of members.entries()) {
    for (const earlier of members.slice(0, n)) {
      const relation = relate(earlier, later);
      if (relation === 'parts' || relation === 'version') continue;
      if (!doubtful.has(earlier)) doubtful.set(earlier, { other: later, because: relation });
      doubtful.set(later, { other: earlier, because: relation });
    }
  }
  const [first] = doubtful.values();
  if (first === undefined) return { counting: members, doubtful };
  // Of a whole of which one piece is doubtful nothing is counted.
  for (const member of members) if (!doubtful.has(member)) doubtful.set(member, first);
  return { counting: [], doubtful };
}
