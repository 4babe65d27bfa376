import type { RecordedDecision } from '../ledger.ts';
import type { SettledSubmission } from '../submission.ts';
import type { FigureSource } from '../summary.ts';
import type { Check } from './check.ts';

/** What the ledger's invariants are checked on. */
export interface LedgerFacts {
  readonly settled: readonly SettledSubmission[];
  readonly sources: readonly FigureSource[];
  readonly holding: readonly RecordedDecision[];
  /** Whether the ledger has a receipt of a file; null without a ledger. */
  readonly hasReceipt: ((path: string) => boolean) | null;
  /** Whether some file of the inbox has these bytes. */
  readonly isThere: (sha256: string) => boolean;
}

/** Every accepted report has a receipt, every figure its readings, every decision its reason and its file. */
export function checkInvariants(facts: LedgerFacts): readonly Check[] {
  const { settled, sources, holding, hasReceipt, isThere } = facts;
  const accepted = settled.filter(({ version }) => version !== null);
  const without = [...new Set(accepted.map(({ path }) => path.split('!/')[0] ?? path))].filter(
    (path) => hasReceipt !== null && !hasReceipt(path),
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
      'report' in decision && !isThere(decision.report.sha256)
        ? [{ kind: 'idle-decision', state: 'look', decision: id, file: decision.report.path }]
        : [],
    ),
  ];
}
