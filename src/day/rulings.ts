import type { Submission } from '../model/submission.ts';

/** Recorded decisions that bear on versions (`resolve`). Of several the latest holds: each has the number of its line. */
export interface Rulings {
  /** "This version counts" of those known by then: the number of the decision, 0 without one. */
  counts(report: Submission): number;
  /** Whether a version was known when that decision was recorded: a later one counts again. */
  settled(decision: number, report: Submission): boolean;
  /** "These are parts of one report": the number of the decision about both, 0 without one. */
  together(a: Submission, b: Submission): number;
  /** "This fall is accepted": its reason is recorded, so it is marked no longer. */
  fallAccepted(report: Submission): boolean;
}

export const NO_RULINGS: Rulings = {
  counts: () => 0,
  settled: () => true,
  together: () => 0,
  fallAccepted: () => false,
};
