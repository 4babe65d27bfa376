import type { Correction } from '../day/corrections.ts';
import type { Day } from '../day/day.ts';
import type { GroupedFinding } from '../day/grouping.ts';
import type { Words } from '../lang/lang.ts';
import type { Summary } from '../model/summary.ts';

/** Which correction this is, and the report that it replaces: its number, where it is known, and when it was sent. */
export interface Supplement {
  readonly number: number;
  readonly replaces: { readonly number: string | null; readonly sentAt: string } | null;
}

/** All that the views stand on: a day in words. They add nothing to the figures: what is printed is what the Summary says. */
export interface ViewInput extends Day {
  readonly summary: Summary;
  /** As a person is told them, in contract order. */
  readonly findings: readonly GroupedFinding[];
  /** Names of the sheets of each file, by path. */
  readonly sheets: ReadonlyMap<string, readonly string[]>;
  /** The channel that each unit last used, by code. */
  readonly channels: ReadonlyMap<string, string>;
  /** What "all is well" may claim: rules applied, reports they were applied to. */
  readonly checked: { readonly rules: number; readonly reports: number };
  /** Set where this corrects a summary that was sent. */
  readonly supplement: Supplement | null;
  /** What changed since the last summary of this day that was sent. */
  readonly corrections: readonly Correction[];
  readonly words: Words;
}
