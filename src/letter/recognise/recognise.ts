import type { Fact } from '../fact.ts';
import type { LetterText, Span } from '../text.ts';
import { asides } from './aside.ts';
import { bodies } from './body.ts';
import { days } from './day.ts';
import { documents } from './document.ts';
import { duties } from './duty.ts';
import { forms } from './form.ts';
import { groups } from './group.ts';
import { hours } from './hour.ts';
import { rhythms } from './often.ts';
import { rates } from './rate.ts';

/** THE list: what an earlier one takes, a later one does not read again. */
const RECOGNISERS: readonly ((letter: LetterText, year: number | null) => readonly Fact[])[] = [
  forms,
  asides,
  documents,
  rates,
  hours,
  days,
  rhythms,
  groups,
  bodies,
  duties,
];

/** Everything that is seen in a letter, in the order of its text. */
export function recognise(letter: LetterText, year: number | null): readonly Fact[] {
  const taken = new Uint8Array(letter.text.length + 1);
  const facts: Fact[] = [];
  for (const recogniser of RECOGNISERS) {
    for (const fact of recogniser(letter, year)) {
      if (!isFree(taken, fact)) continue;
      taken.fill(1, fact.from, fact.to);
      facts.push(fact);
    }
  }
  return facts.sort((a, b) => a.from - b.from);
}

function isFree(taken: Uint8Array, { from, to }: Span): boolean {
  for (let at = from; at < to; at += 1) if (taken[at] === 1) return false;
  return true;
}
