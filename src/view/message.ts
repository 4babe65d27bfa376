import type { WordsOf } from '../lang/findings.ts';
import type { Words } from '../lang/lang.ts';
import type { FindingCode, FindingOf, WordableFinding } from '../model/finding.ts';

/** What is wrong and what is asked: one line that can be pasted to the sender. A count of repeats says only that. */
export function messageOf(found: WordableFinding, words: Words): string {
  if (isRepeats(found)) return whatOf(found, words);
  return `${whatOf(found, words)} ${fixOf(found, words)}`;
}

/** What is wrong, without what to do. */
export function whatOf(found: WordableFinding, words: Words): string {
  const entry = wordsOf(found, words);
  if (isRepeats(found)) return words.catalogue.repeats(found.at.count ?? 0, entry.title);
  return entry.what(found.facts, found.at);
}

/** Why it matters. */
export function whyOf(found: WordableFinding, words: Words): string {
  return wordsOf(found, words).why;
}

/** A few words: what kind of finding it is. */
export function titleOf(code: FindingCode, words: Words): string {
  return words.findings[code].title;
}

/** What is asked of the sender or the clerk. */
export function fixOf(found: WordableFinding, words: Words): string {
  return wordsOf(found, words).fix(found.facts, found.at);
}

/** What the reply asks of the sender; null for a count of repeats. */
export function askOf(found: WordableFinding, words: Words): string | null {
  if (isRepeats(found)) return null;
  const entry = wordsOf(found, words);
  return (entry.ask ?? entry.fix)(found.facts, found.at);
}

/** Grouping leaves a count without a cell for what it no longer shows one by one. */
function isRepeats({ at }: WordableFinding): boolean {
  return at.count !== undefined && at.cell === undefined;
}

function wordsOf<C extends FindingCode>(found: FindingOf<C>, words: Words): WordsOf<C>;
function wordsOf(found: WordableFinding, words: Words): WordsOf<FindingCode> {
  return words.findings[found.code] as WordsOf<FindingCode>;
}
