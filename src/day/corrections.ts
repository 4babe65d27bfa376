import type { RecordedDecision } from '../model/ledger.ts';
import type { Summary } from '../model/summary.ts';

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
type Scope = Figures['scopes'][number];
type Line = Scope['units'][number];

/**
 * What changed since a summary of the same day was sent, in the order of scopes, units and measures; what is there no
 * more comes last. Figures that were carried from an earlier day count as the unit's figure of that day too: the office
 * printed them.
 */
export function correctionsOf(
  sent: Figures,
  now: Figures,
  holding: readonly RecordedDecision[],
): readonly Correction[] {
  const ids = [...new Set([...now.scopes, ...sent.scopes].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [before, after] = [sent, now].map(({ scopes }) => scopes.find((scope) => scope.id === id));
    const form = after?.form ?? before?.form ?? '';
    const [then, today] = [linesOf(before), linesOf(after)];
    const codes = [...new Set([...today.keys(), ...then.keys()])];
    return codes.flatMap((code) =>
      changesOf(then.get(code), today.get(code)).map((change) => ({
        scope: id,
        form,
        reason: reasonFor(holding, code, form, now.date),
        ...change,
      })),
    );
  });
}

function linesOf(scope: Scope | undefined): ReadonlyMap<string, Line> {
  return new Map(scope?.units.map((unit) => [unit.code, unit]));
}

function changesOf(then: Line | undefined, now: Line | undefined) {
  const measures = [...new Set([...Object.keys(then?.figures ?? {}), ...Object.keys(now?.figures ?? {})])];
  return measures.flatMap((measure) => {
    const from = then?.figures[measure]?.value ?? null;
    const to = now?.figures[measure]?.value ?? null;
    const { code = '', name = '' } = now ?? then ?? {};
    return from === to ? [] : [{ unit: code, name, measure, from, to }];
  });
}

/** Whether a summary still says what was sent: the same units with the same states, times, figures and rates. */
export function standsAs(sent: Figures, now: Figures): boolean {
  return JSON.stringify(sent.scopes.map(saidOf)) === JSON.stringify(now.scopes.map(saidOf));
}

function saidOf({ id, completeness, total, units, senders = [] }: Scope) {
  return [
    id,
    Object.entries(completeness).sort(),
    Object.entries(total.figures).sort(),
    total.coverages.map(({ of, numerator, denominator }) => [of, numerator, denominator]),
    units.map(({ code, name, status, receivedAt, figures }) => [
      code,
      name,
      status,
      receivedAt,
      Object.entries(figures)
        .map(([measure, { value, date }]) => [measure, value, date])
        .sort(),
    ]),
    senders.map(({ code, status, receivedAt }) => [code, status, receivedAt]),
  ];
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
