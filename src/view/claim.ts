import type { UnusableFacts } from '../lang/vi/headline.ts';
import { lineNear } from '../model/roster-lines.ts';
import type { Attempt, SenderLine, UnitLine } from '../model/summary.ts';
import { formatInstant } from '../model/time.ts';
import type { ViewInput } from './input.ts';
import { lookupOf, submissionsOf } from './lookup.ts';
import { coverageOf, type ScopeLayout } from './scope/layout.ts';
import { sendersOf } from './senders.ts';

/**
 * Of which units the sentences of a scope may speak (contract section 4, "What a page may claim"). Kept apart from the
 * words, so that a test can hold each sentence against the summary.
 */
export interface Claim {
  /** How many units the main number is summed over, of how many that are due or have a figure. */
  readonly units: number;
  readonly of: number;
  /** Every unit due is in the number, and no office that sends summaries is silent: it speaks of the whole area. */
  readonly whole: boolean;
  /** Units in the number whose value is an earlier day's. */
  readonly carried: readonly UnitLine[];
  /** Over how many units the change is taken; null where there is no change to speak of. */
  readonly compared: number | null;
  /** Null where no office sends summaries. */
  readonly offices: OfficeClaim | null;
}

export interface OfficeClaim {
  readonly received: number;
  readonly of: number;
  /** The offices' own kinds, as the roster says them, in its order: huyện, thị xã, … */
  readonly kinds: readonly string[];
  /** Those without a summary that counts; of some a file is there. */
  readonly silent: readonly Sender[];
}

export function claimOf(input: ViewInput, layout: ScopeLayout): Claim {
  const { scope, main } = layout;
  const [pair] = layout.pairs;
  const listed = scope.units.filter((unit) => isDue(unit) || hasFigure(unit));
  const coverage = pair === undefined ? null : coverageOf(scope.total, pair);
  const rate =
    coverage?.percent == null ? undefined : scope.total.coverages.find(({ of }) => of === coverage.of);
  const units = rate?.units ?? scope.total.figures[main]?.units ?? 0;
  const offices = officesOf(input);
  const due = scope.units.filter(isDue);
  return {
    units,
    of: listed.length,
    whole:
      units > 0 &&
      units === scope.total.figures[main]?.units &&
      due.every((unit) => unit.figures[main] !== undefined) &&
      (offices === null || offices.silent.length === 0),
    carried: toldApart(scope.units, layout).filter((unit) => unit.figures[main]?.carried === true),
    compared: scope.total.delta?.units ?? null,
    offices,
  };
}

/** A unit, or an office that sends summaries. */
export type Sender = SenderLine & Partial<Pick<UnitLine, 'attempt'>>;

/** Units of a scope whose name another of its units has, too, with the name of the unit above: "Khu phố 3 (Phường Bồng Sơn)". */
export function toldApart<L extends Sender>(
  lines: readonly L[],
  { above }: Pick<ScopeLayout, 'above'>,
): readonly L[] {
  const seen = new Map<string, number>();
  for (const { name } of lines) seen.set(name, (seen.get(name) ?? 0) + 1);
  return lines.map((line) => {
    const office = above.get(line.code);
    return office === undefined || seen.get(line.name) === 1
      ? line
      : { ...line, name: `${line.name} (${office})` };
  });
}

/** Those that have not reported: nothing came after the deadline, a file came that does not count, nothing is due yet. */
export function openUnits(lines: readonly Sender[]): {
  readonly missing: readonly Sender[];
  readonly unusable: readonly UnusableFacts[];
  readonly awaited: readonly Sender[];
} {
  const open = lines.filter(isOpen);
  const silent = open.filter(({ attempt }) => (attempt ?? null) === null);
  return {
    missing: silent.filter(({ status }) => status === 'missing'),
    unusable: open.flatMap(({ name, attempt }) => (attempt ? [{ name, outcome: attempt.outcome }] : [])),
    awaited: silent.filter(({ status }) => status === 'awaited'),
  };
}

/** No report of it counts yet, and one is due. */
export function isOpen({ status }: Pick<SenderLine, 'status'>): boolean {
  return status === 'missing' || status === 'awaited';
}

function officesOf(input: ViewInput): OfficeClaim | null {
  const due = sendersOf(input).filter(isDue);
  if (due.length === 0) return null;
  const { lines } = lookupOf(input);
  const kinds = due.flatMap(({ code }) => lineNear(lines, code, input.summary.date)?.kind ?? []);
  const silent = due.filter(isOpen).map((office) => ({ ...office, attempt: unusableOf(input, office.code) }));
  return { received: due.length - silent.length, of: due.length, kinds: [...new Set(kinds)], silent };
}

/** The newest file of the day that is an office's and does not count; null where there is none. */
export function unusableOf(input: ViewInput, code: string): Attempt | null {
  const [newest] = submissionsOf(input, code)
    .filter(({ outcome }) => outcome === 'rejected' || outcome === 'undecided' || outcome === 'ignored')
    .sort((a, b) => b.arrival.at - a.arrival.at);
  if (newest === undefined) return null;
  const { path, outcome, arrival } = newest;
  return {
    outcome: outcome as Attempt['outcome'],
    path,
    receivedAt: formatInstant(arrival.at, input.folder.campaign.timezone),
  };
}

/** Neither freed nor outside its validity. */
export function isDue({ status }: Pick<SenderLine, 'status'>): boolean {
  return status !== 'exempt' && status !== 'not-required';
}

function hasFigure({ figures }: UnitLine): boolean {
  return Object.keys(figures).length > 0;
}
