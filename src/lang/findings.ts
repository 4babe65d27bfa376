import type { FindingCode, FindingFacts, GroupedPlace } from '../model/finding.ts';

/** The words of one finding. Sentences are whole, end with a full stop and can be pasted into a chat to the sender. */
export interface WordsOf<C extends FindingCode> {
  /** A few words for lists and the page of the catalogue. */
  readonly title: string;
  /** What is wrong, quoting the cell as the sender sees it unless it is personal; one sentence. */
  what(facts: FindingFacts[C], at: GroupedPlace): string;
  /** Why it matters; one sentence. */
  readonly why: string;
  /** What the sender, or else the clerk, is asked to do; one sentence, polite. */
  fix(facts: FindingFacts[C], at: GroupedPlace): string;
  /** What the reply asks of the sender, where `fix` speaks to the clerk too. */
  ask?(facts: FindingFacts[C], at: GroupedPlace): string;
}

export type FindingWords = { readonly [C in FindingCode]: WordsOf<C> };

/** The words of one family, `value/…` for instance, from the interface of its facts. */
export type FamilyWords<F> = { readonly [C in keyof F & FindingCode]: WordsOf<C> };
