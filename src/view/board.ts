import { completenessOf } from '../day/completeness.ts';
import type { ArrivalEvidence } from '../model/outcome.ts';
import type { Arrival, DecidedSubmission, Instant } from '../model/submission.ts';
import type { Attempt, Completeness, ScopeSummary } from '../model/summary.ts';
import { formatInstant } from '../model/time.ts';
import { type Deadline, deadlineOn } from '../model/timeliness.ts';
import type { Sender } from './claim.ts';
import type { ViewInput } from './input.ts';
import { sourceOf, submissionsOf } from './lookup.ts';
import { sendersOf } from './senders.ts';

/** The board of a day, as `status --json` gives it. Instants are ISO 8601 with the campaign's offset. */
export interface Board {
  readonly schema: 'bluezone-report/status@1';
  readonly campaign: { readonly name: string; readonly authority: string };
  readonly date: string;
  readonly asOf: string;
  readonly provisional: boolean;
  readonly scopes: readonly BoardScope[];
  /** Files that wait for a decision, and files that must be sent again; in path order. */
  readonly undecided: readonly string[];
  readonly rejected: readonly string[];
}

export interface BoardScope {
  readonly id: string;
  readonly form: string;
  /** The next deadline of the scope's form that has not passed, else the last; null where the campaign names none. */
  readonly due: { readonly at: string; readonly rule: Deadline['rule']; readonly minutesLeft: number } | null;
  readonly completeness: Completeness;
  readonly units: readonly BoardUnit[];
}

export interface BoardUnit {
  readonly code: string;
  readonly name: string;
  readonly status: ScopeSummary['units'][number]['status'];
  readonly receivedAt: string | null;
  readonly minutesLate: number | null;
  readonly evidence: ArrivalEvidence | null;
  readonly channel: string | null;
  readonly onBehalf: boolean;
  /** Version that counts today; null without one. */
  readonly version: number | null;
  /** The newest file of the day that is the unit's and does not count. */
  readonly attempt: Attempt | null;
}

/** Who has sent, from the Summary and the day's files. `asOf` is the moment that minutes are counted to. */
export function boardOf(input: ViewInput, asOf: Instant): Board {
  const { summary, submissions } = input;
  const paths = (wanted: DecidedSubmission['outcome']) => [
    ...new Set(submissions.filter(({ outcome }) => outcome === wanted).map(({ path }) => path)),
  ];
  return {
    schema: 'bluezone-report/status@1',
    campaign: summary.campaign,
    date: summary.date,
    asOf: summary.asOf,
    provisional: summary.provisional,
    scopes: [...summary.scopes, ...summariesOf(input)].map((scope) => boardScope(input, scope, asOf)),
    undecided: paths('undecided'),
    rejected: paths('rejected'),
  };
}

/** What the board needs of a scope. */
interface Listed extends Pick<ScopeSummary, 'id' | 'form' | 'completeness'> {
  readonly units: readonly Sender[];
}

/** The offices that send summaries, as a scope of their own: they are due, late and reminded like any unit. */
function summariesOf(input: ViewInput): readonly Listed[] {
  const units = sendersOf(input);
  const form = [...input.folder.forms.values()].find(({ layout }) => layout === 'summary');
  if (units.length === 0 || form === undefined) return [];
  return [
    { id: form.scope, form: form.id, completeness: completenessOf(units.map(({ status }) => status)), units },
  ];
}

function boardScope(input: ViewInput, scope: Listed, asOf: Instant): BoardScope {
  return {
    id: scope.id,
    form: scope.form,
    due: dueOf(input, scope, asOf),
    completeness: scope.completeness,
    units: scope.units.map(({ code, name, status, receivedAt, minutesLate, attempt = null }) => {
      const { first, version } = deliveryOf(input, scope, code);
      return {
        code,
        name,
        status,
        receivedAt,
        minutesLate,
        evidence: first?.evidence ?? null,
        channel: first?.channel ?? null,
        onBehalf: first?.onBehalf === true,
        version,
        attempt,
      };
    }),
  };
}

/**
 * How the first accepted version came, and which one counts. They go with the report's day, not with its folder: it may
 * lie under another day by a decision, or under an earlier one where it is asked once.
 */
function deliveryOf(
  input: ViewInput,
  scope: Listed,
  code: string,
): { readonly first: Arrival | undefined; readonly version: number | null } {
  const own = input.firsts.get(scope.id);
  if (own !== undefined)
    return { first: own.get(code), version: sourceOf(input, scope.id, code)?.version ?? null };
  const sent = submissionsOf(input, code).filter((each) => each.scope === scope.id);
  const counts = sent.find(({ outcome }) => outcome.startsWith('accepted'));
  return { first: sent.find(({ version }) => version === 1)?.arrival, version: counts?.version ?? null };
}

function dueOf({ folder, summary }: ViewInput, scope: Listed, asOf: Instant): BoardScope['due'] {
  const { campaign } = folder;
  const deadlines = campaign.collect
    .filter(({ form }) => form === scope.form)
    .flatMap(({ due, every }) => deadlineOn(due, every, summary.date, campaign.timezone) ?? [])
    .sort((a, b) => a.at - b.at);
  const next = deadlines.find(({ at }) => at >= asOf) ?? deadlines.at(-1);
  if (next === undefined) return null;
  const minutes = (next.at - asOf) / 60_000;
  return {
    at: formatInstant(next.at, campaign.timezone),
    rule: next.rule,
    minutesLeft: minutes >= 0 ? Math.floor(minutes) : -Math.ceil(-minutes),
  };
}
