import { compareText } from '../model/finding.ts';
import { EVIDENCE } from '../model/outcome.ts';
import type { Submission } from '../model/submission.ts';
import { seconds } from '../model/timeliness.ts';
import { compareEditions } from '../text/edition.ts';

/** Weak evidence closer than this tells no order: archives and FAT disks keep times to 2 s, and a copy sets them anew. */
const GRAIN = 2;

/** Whether the evidence tells that one file came before another. */
export function arrivedBefore(a: Submission, b: Submission): boolean {
  return compareArrivals(a, b) < 0;
}

/**
 * Below 0 where `a` came first, 0 where nothing tells (contract section 2): the strongest evidence; in one second what
 * the files say of themselves, then the next evidence that both have.
 */
function compareArrivals(a: Submission, b: Submission): number {
  const apart = seconds(a.arrival.at) - seconds(b.arrival.at);
  const byFileTime = a.arrival.evidence === 'file-time' && b.arrival.evidence === 'file-time';
  if (apart !== 0 && (!byFileTime || Math.abs(apart) >= GRAIN)) return apart;
  return compareEditions(a.stated.edition, b.stated.edition) || compareWeaker(a, b);
}

function compareWeaker({ arrival: a }: Submission, { arrival: b }: Submission): number {
  for (const evidence of EVIDENCE) {
    const [x, y] = [a.told?.[evidence], b.told?.[evidence]];
    const apart = x === undefined || y === undefined ? 0 : seconds(x) - seconds(y);
    if (Math.abs(apart) >= GRAIN) return apart;
  }
  return 0;
}

/**
 * The order in which reports came, as far as it can be told, then that of their places. Only neighbours within the grain
 * of weak evidence are held against each other: order among them is no chain, so each stands after all that surely
 * came before it.
 */
export function inArrivalOrder<S extends Submission>(reports: readonly S[]): S[] {
  const sorted = [...reports].sort(
    (a, b) => seconds(a.arrival.at) - seconds(b.arrival.at) || comparePlaces(a, b),
  );
  const groups: S[][] = [];
  for (const report of sorted) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && seconds(report.arrival.at) - seconds(last.arrival.at) < GRAIN)
      groups.at(-1)?.push(report);
    else groups.push([report]);
  }
  return groups.flatMap((group) => {
    const before = new Map(
      group.map((each) => [each, group.filter((other) => arrivedBefore(other, each)).length]),
    );
    return group.sort((a, b) => (before.get(a) ?? 0) - (before.get(b) ?? 0));
  });
}

/** By path, then sheet. */
export function comparePlaces(a: Submission, b: Submission): number {
  return compareText(a.path, b.path) || compareText(a.sheet ?? '', b.sheet ?? '');
}
