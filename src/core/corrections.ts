import type { RecordedDecision } from './ledger.ts';
import type { Summary } from './summary.ts';

/** A figure that is no longer what was sent for the same day. */
export interface Correction {
  readonly scope: string;
  readonly form: string;
  readonly unit: string;
  readonly name: string;
  readonly measure: string;
  /** Null where the figure was not there. */
  readonly from: number | null;
  readonly to: number | null;
  /** What was recorded as its reason; null as long as nobody said. */
  readonly reason: string | null;
}

type Figures = Pick<Summary, 'date' | 'scopes'>;

/**
 * What changed since a summary of the same day was sent, in the order of scopes, units and measures. Figures that were
 * carried from an earlier day count as the unit's figure of that day too: the office printed them.
 */
export function correctionsOf(
  sent: Figures,
  now: Figures,
  holding: readonly RecordedDecision[],
): readonly Correction[] {
  return now.scopes.flatMap((scope) => {
    const before = new Map(
      sent.scopes.find(({ id }) => id === scope.id)?.units.map((unit) => [unit.code, unit]),
    );
    return scope.units.flatMap((unit) => {
      const then = before.get(unit.code)?.figures ?? {};
      const measures = [...new Set([...Object.keys(then), ...Object.keys(unit.figures)])];
      return measures.flatMap((measure): Correction[] => {
        const from = then[measure]?.value ?? null;
        const to = unit.figures[measure]?.value ?? null;
        if (from === to) return [];
        const reason = reasonFor(holding, unit.code, scope.form, now.date);
        return [
          { scope: scope.id, form: scope.form, unit: unit.code, name: unit.name, measure, from, to, reason },
        ];
      });
    });
  });
}

function reasonFor(
  holding: readonly RecordedDecision[],
  unit: string,
  form: string,
  date: string,
): string | null {
  for (const { decision } of holding) {
    if (decision.kind !== 'change') continue;
    if (decision.unit !== unit || decision.form !== form || decision.date !== date) continue;
    return decision.reason === null ? decision.why : `${decision.why}: ${decision.reason}`;
  }
  return null;
}
