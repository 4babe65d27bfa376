import { distance } from 'fastest-levenshtein';

/** The known word nearest to a mistyped one: at most a third of its letters (and always one) differ; null when none is. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const letters = distance(word.toLowerCase(), candidate.toLowerCase());
    if (letters < least) {
      least = letters;
      best = candidate;
    }
  }
  return best;
}
