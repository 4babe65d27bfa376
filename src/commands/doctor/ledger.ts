import type { Check } from '../../model/check.ts';
import type { RecordedDecision, ReportRef } from '../../model/ledger.ts';
import type { DecidedSubmission } from '../../model/submission.ts';
import type { FigureSource } from '../../model/summary.ts';

/** What the ledger's invariants are checked on. */
export interface LedgerFacts {
  readonly settled: readonly DecidedSubmission[];
  readonly sources: readonly FigureSource[];
  readonly holding: readonly RecordedDecision[];
  /** Whether the ledger has a receipt of a file as it is now. */
  readonly hasReceipt: (path: string) => boolean;
  /** Whether what a decision is about is still in the inbox. */
  readonly isThere: (report: ReportRef) => boolean;
}

/** Every accepted report has a receipt, every figure its readings, every decision its reason and its file. */
export function checkInvariants(facts: LedgerFacts): readonly Check[] {
  const { settled, sources, holding, hasReceipt, isThere } = facts;
  const accepted = settled.filter(({ version }) => version !== null);
  const without = [...new Set(accepted.map(({ path }) => path.split('!/')[0] ?? path))].filter(
    (path) => !hasReceipt(path),
  );
  return [
    ...without
      .slice(0, 1)
      .map((first): Check => ({ kind: 'no-receipt', state: 'look', files: without.length, first })),
    ...sources
      .filter(({ cells, sheet }) => cells === '' || sheet === '')
      .map(({ unit, measure }): Check => ({ kind: 'no-reading', state: 'bad', unit, measure })),
    ...holding
      .filter(({ decision }) => decision.reason === null && !('why' in decision))
      .map(({ id }): Check => ({ kind: 'no-reason', state: 'look', decision: id })),
    ...holding.flatMap(({ id, decision }): Check[] =>
      'report' in decision && !isThere(decision.report)
        ? [{ kind: 'idle-decision', state: 'look', decision: id, file: decision.report.path }]
        : [],
    ),
  ];
}
