import type { Ratio } from '../model/ratio.ts';

/** What a unit brings to the rate of its total. Null is unknown. */
export interface Share {
  readonly value: number | null;
  readonly base: number | null;
  /** Its report of the day is still lacking. */
  readonly open: boolean;
}

export interface Bounds {
  readonly low: Ratio;
  readonly high: Ratio;
}

/**
 * Between which rates the total lies, whatever the reports that are still lacking say. The figures are running totals: such
 * a unit has at least what it had (nobody, where it never reported) and at most its whole base. Units that did report and
 * lack a number stay out, as in the total itself. Null when no report is lacking, or the base of one is unknown.
 */
export function boundsOf(shares: readonly Share[]): Bounds | null {
  let [low, high, den] = [0, 0, 0];
  for (const { value, base, open } of shares) {
    if (base === null) {
      if (open) return null;
      continue;
    }
    if (value === null && !open) continue;
    low += value ?? 0;
    high += open ? Math.max(base, value ?? 0) : (value ?? 0);
    den += base;
  }
  return den === 0 || !shares.some(({ open }) => open)
    ? null
    : { low: { num: low, den }, high: { num: high, den } };
}
