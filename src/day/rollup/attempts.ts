import type { Doubt } from '../../levels/doubts.ts';
import type { DecidedSubmission, Submission } from '../../model/submission.ts';
import type { Attempt } from '../../model/summary.ts';
import { formatInstant } from '../../model/time.ts';

/**
 * By unit, the newest of the day's files that is the unit's and does not count in a scope: rejected, undecided or ignored
 * (contract section 3, `attempt`), or the summary of which what it says of the unit is not taken over. A file in which no form was found stands in every scope of its unit. Of files that
 * arrived at one moment the last in path order is named.
 */
export function attemptsOf(
  scope: string,
  submissions: readonly DecidedSubmission[],
  doubts: readonly Doubt[],
  zone: string,
): ReadonlyMap<string, Attempt> {
  const newest = new Map<string, { outcome: Attempt['outcome']; of: Pick<Submission, 'path' | 'arrival'> }>();
  for (const each of doubts) {
    if (each.scope === scope) newest.set(each.unit, { outcome: 'undecided', of: each.summary });
  }
  for (const each of submissions) {
    const { unit, arrival } = each;
    if (unit === null || (each.scope !== null && each.scope !== scope)) continue;
    const outcome = failed(each);
    if (outcome === null) continue;
    const last = newest.get(unit);
    if (last === undefined || arrival.at >= last.of.arrival.at) newest.set(unit, { outcome, of: each });
  }
  return new Map(
    [...newest].map(([unit, { outcome, of }]) => [
      unit,
      { outcome, path: of.path, receivedAt: formatInstant(of.arrival.at, zone) },
    ]),
  );
}

function failed({ outcome }: DecidedSubmission): Attempt['outcome'] | null {
  switch (outcome) {
    case 'rejected':
    case 'undecided':
    case 'ignored':
      return outcome;
    default:
      return null;
  }
}
