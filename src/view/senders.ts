import type { Completeness, SenderLine, UnitStatus } from '../core/summary.ts';
import type { ViewInput } from './input.ts';

/** The offices that send summaries: every scope lists the same. */
export function sendersOf({ summary }: ViewInput): readonly SenderLine[] {
  return summary.scopes.find(({ senders }) => senders !== undefined)?.senders ?? [];
}

/** The states of some lines, counted. */
export function completenessOf(lines: readonly SenderLine[]): Completeness {
  const count = (wanted: UnitStatus) => lines.filter(({ status }) => status === wanted).length;
  const [onTime, late] = [count('on-time'), count('late')];
  const [missing, awaited] = [count('missing'), count('awaited')];
  return {
    expected: onTime + late + missing + awaited,
    reported: onTime + late,
    onTime,
    late,
    missing,
    awaited,
    exempt: count('exempt'),
    notRequired: count('not-required'),
  };
}
