import { compareText } from '../model/finding.ts';
import type { Submission } from '../model/submission.ts';

/** A figure that differs between two reports; null where one of them lacks it. */
export interface Change {
  readonly measure: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** The figures that differ, by measure. */
export function changesOf(from: Submission, to: Submission): readonly Change[] {
  const measures = [...new Set([...from.figures.keys(), ...to.figures.keys()])].sort(compareText);
  return measures
    .map((measure) => ({
      measure,
      from: from.figures.get(measure)?.value ?? null,
      to: to.figures.get(measure)?.value ?? null,
    }))
    .filter((change) => change.from !== change.to);
}
