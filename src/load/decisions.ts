import type { Rulings } from '../day/rulings.ts';
import type { CampaignFolder } from '../model/campaign.ts';
import type { Decision, RecordedDecision, ReportRef } from '../model/ledger.ts';
import type { Submission } from '../model/submission.ts';
import { dayFolder } from './memory.ts';

/** Recorded decisions as the rest of the program takes them: exemptions beside the campaign's own, and rulings on versions. */
export function decided(
  folder: CampaignFolder,
  holding: readonly RecordedDecision[],
): { readonly folder: CampaignFolder; readonly rulings: Rulings } {
  const decisions = holding.map(({ decision }) => decision);
  const exempt = decisions.flatMap((each) => (each.kind === 'exempt' ? [each] : []));
  const campaign = { ...folder.campaign, exempt: [...folder.campaign.exempt, ...exempt] };
  return {
    folder: { ...folder, campaign },
    rulings: {
      counts: (submission) =>
        holding.findLast(
          ({ decision }) => decision.kind === 'version' && isAbout(decision, decision.report, submission),
        )?.id ?? 0,
      settled: (id, { sha256, sheet, arrival }) => {
        const made = holding.find((each) => each.id === id);
        if (made?.decision.kind !== 'version') return false;
        const { known } = made.decision;
        // A ledger of the first edition says only when it was recorded.
        return known === undefined
          ? arrival.at <= made.recordedAt
          : known.some((each) => each.sha256 === sha256 && each.sheet === sheet);
      },
      together: (a, b) =>
        holding.findLast(
          ({ decision }) =>
            decision.kind === 'together' &&
            [a, b].every((each) => decision.reports.some((ref) => isAbout(decision, ref, each))),
        )?.id ?? 0,
      fallAccepted: ({ unit, form, date }) =>
        decisions.some(
          (each) => each.kind === 'fall' && each.unit === unit && each.form === form && each.date === date,
        ),
    },
  };
}

/** What was decided of one report: whose it is, for which day, how its rows count. */
export interface ReportRulings {
  readonly unit: string | null;
  readonly date: string | null;
  readonly counting: 'rows' | 'per-person' | 'stated-total' | null;
}

/** The decisions about one report of one file. A decision without a sheet is about all of the file. */
export function rulingsOn(holding: readonly RecordedDecision[], report: About): ReportRulings {
  const of = <K extends Decision['kind']>(kind: K): Extract<Decision, { kind: K }> | undefined =>
    holding
      .map(({ decision }) => decision)
      .findLast(
        (each): each is Extract<Decision, { kind: K }> =>
          each.kind === kind && 'report' in each && isAbout(each, each.report, report),
      );
  return {
    unit: of('unit')?.unit ?? null,
    date: of('date')?.date ?? null,
    counting: of('counting')?.mode ?? null,
  };
}

type About = Pick<Submission, 'path' | 'sha256' | 'sheet'>;

/**
 * Whose a file is and how it counts goes with its bytes, wherever they lie. For which day, and which version counts, is
 * said of the file in that day's folder: a copy under another day is another delivery.
 */
function isAbout({ kind }: Decision, ref: ReportRef, { path, sha256, sheet }: About): boolean {
  const here = kind === 'unit' || kind === 'counting' || dayFolder(ref.path) === dayFolder(path);
  return here && ref.sha256 === sha256 && (ref.sheet === null || ref.sheet === sheet);
}
