import type { Io } from '../../io.ts';
import type { Batch, LoadRequest } from '../../load/load.ts';
import { load } from '../../load/load.ts';
import type { FindingCode } from '../../model/finding.ts';
import { severityOf } from '../../model/finding.ts';
import type { Decision, RecordedDecision, ReportRef } from '../../model/ledger.ts';
import type { Outcome } from '../../model/outcome.ts';
import { isCounted } from '../../model/submission.ts';

/** Why a decision changes nothing of the day that it is about. */
export type Idle =
  /** The file still does not count: `codes` are what stands against it. */
  | { readonly kind: 'still'; readonly outcome: Outcome; readonly codes: readonly FindingCode[] }
  /** It was so before. */
  | { readonly kind: 'already' }
  /** No fall, or no change after sending, of this unit is marked. */
  | { readonly kind: 'no-fall' }
  | { readonly kind: 'no-change' }
  /** The unit does not have to report on that day, or is exempt already. */
  | { readonly kind: 'not-asked' };

/** Null where the decision changes what is shown of its day, and its file counts. Reads the day once more, as if it were recorded. */
export async function idleBecause(
  io: Io,
  request: LoadRequest,
  before: Batch,
  recorded: RecordedDecision,
): Promise<Idle | null> {
  const { decision } = recorded;
  const date = decision.kind === 'exempt' ? exemptDay(decision, before.date) : before.date;
  const on = { ...request, date };
  const was = date === before.date ? before : await load(io, on);
  const now = await load(io, { ...on, assuming: [recorded] });
  const why = because(decision, now);
  const isHeld = why.kind === 'still' && (why.outcome === 'undecided' || why.outcome === 'rejected');
  return isHeld || shownOf(was) === shownOf(now) ? why : null;
}

/** All that a page may show of a day. */
function shownOf({ summary, findings, corrections, sources }: Batch): string {
  const { asOf: _, ...said } = summary;
  return JSON.stringify([said, findings, corrections, sources]);
}

function exemptDay({ from, to }: Extract<Decision, { kind: 'exempt' }>, date: string): string {
  return (from ?? date) <= date && date <= (to ?? date) ? date : (from ?? to ?? date);
}

function because(decision: Decision, day: Batch): Idle {
  switch (decision.kind) {
    case 'fall':
      return { kind: 'no-fall' };
    case 'change':
      return { kind: 'no-change' };
    case 'exempt':
      return { kind: 'not-asked' };
    case 'undo':
      return { kind: 'already' };
    case 'together':
      return ofReports(decision.reports, day);
    case 'unit':
    case 'date':
    case 'version':
    case 'counting':
      return ofReports([decision.report], day);
  }
}

function ofReports(refs: readonly ReportRef[], { settled }: Batch): Idle {
  const held = settled.find(
    (each) =>
      !isCounted(each) &&
      refs.some(({ path, sheet }) => path === each.path && (sheet === null || sheet === each.sheet)),
  );
  if (held === undefined) return { kind: 'already' };
  const errors = held.findings.filter((found) => severityOf(found) === 'error').map(({ code }) => code);
  return { kind: 'still', outcome: held.outcome, codes: [...new Set(errors)] };
}
