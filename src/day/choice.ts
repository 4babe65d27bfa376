import type { OwnedBy } from '../model/entry.ts';
import type { Form } from '../model/form.ts';
import type { Submission } from '../model/submission.ts';
import { arrivedBefore } from './arrival-order.ts';
import { changesOf } from './changes.ts';
import { type How, type Members, membersOf } from './members.ts';
import { relationOf } from './relation.ts';
import type { Rulings } from './rulings.ts';

type Report = OwnedBy<Submission>;

/** What counts of the reports of one unit, form and day, and the version that a decision chose, if one did. */
export interface Choice extends Members {
  readonly chosen: Report | null;
}

/** `standing` is what counts from the days before, for what is asked once. `distinct` is in the order of arrival. */
export function choiceOf(
  standing: Report | null,
  distinct: readonly Report[],
  { form, rulings }: { readonly form: Form | undefined; readonly rulings: Rulings },
): Choice {
  const compared = { isSummary: form?.layout === 'summary', hasRows: form?.layout === 'table' };
  const how: How = {
    relate: (earlier, later) =>
      rulings.together(earlier, later) > 0 ? 'parts' : relationOf(earlier, later, compared),
    isOrdered: (a, b) => arrivedBefore(a, b) || arrivedBefore(b, a),
    differ: (a, b) => changesOf(a, b).length > 0,
  };
  const chosen = chosenOf(standing === null ? distinct : [standing, ...distinct], rulings);
  return chosen === null
    ? { ...membersOf(distinct, how), chosen }
    : { ...membersSince(chosen, distinct, rulings, how), chosen };
}

/** The version that the latest decision chose; none where a later one joined it to others. */
function chosenOf(versions: readonly Report[], rulings: Rulings): Report | null {
  const last = Math.max(...versions.map((report) => rulings.counts(report)));
  if (last <= 0) return null;
  const chosen = versions.find((report) => rulings.counts(report) === last) ?? null;
  const joined = versions.some(
    (each) => chosen !== null && each !== chosen && rulings.together(chosen, each) > last,
  );
  return joined ? null : chosen;
}

/** What nobody knew when the decision was recorded, and came later, counts again. */
function membersSince(chosen: Report, distinct: readonly Report[], rulings: Rulings, how: How): Members {
  const decision = rulings.counts(chosen);
  const news = distinct.filter((report) => report !== chosen && !rulings.settled(decision, report));
  const since = membersOf([chosen, ...news.filter((report) => arrivedBefore(chosen, report))], how);
  const tied = news.filter((report) => !how.isOrdered(chosen, report) && how.differ(chosen, report));
  return {
    ...since,
    counting: since.counting.filter((report) => distinct.includes(report)),
    unknown: new Map([...since.unknown, ...tied.map((report) => [report, chosen] as const)]),
  };
}
