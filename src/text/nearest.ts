import { distance } from 'fastest-levenshtein';

/** The known word nearest to a mistyped one: at most a third of the letters (and always one) differ; null when none is. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const letters = distance(word.toLowerCase(), candidate.toLowerCase());
    const allowed = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
    if (letters <= allowed && letters < least) {
      least = letters;
      best = candidate;
    }
  }
  return best;
}
