import type { Form } from '../../model/form.ts';
import { bare, fold } from '../../text/fold.ts';
import { remembering } from '../../text/remembering.ts';
import { sameWord } from '../recognise/words.ts';

/** A matter that a text names: the form's own, or another. */
export interface Mention {
  readonly kind: 'own' | 'other';
  /** As the form's definition has it: known words, which may be quoted. */
  readonly word: string;
  /** Whether it governs the text: "cài đặt Bluezone phục vụ tiêm chủng" is about Bluezone alone. */
  readonly governs: boolean;
}

/** Finds what a text speaks of, in its order. */
export type Mentions = (text: string) => readonly Mention[];

interface Phrase {
  /** `turn`: what follows says whereby, where or what for. `return`: what follows is what the text is about, after all. */
  readonly kind: Mention['kind'] | 'turn' | 'return';
  readonly word: string;
  readonly folded: readonly string[];
  readonly bare: readonly string[];
}

const CONNECTIVES: readonly Phrase[] = [
  ...[
    ...['phục vụ', 'nhằm', 'để', 'theo', 'trong', 'tại', 'ở', 'qua', 'bằng', 'trên', 'của', 'cho', 'đối với'],
    ...['gắn với', 'kết hợp', 'khi', 'sau', 'trước', 'cùng với', 'kèm'],
  ].map(phrase('turn')),
  ...['về', 'v v', 'kết quả', 'tình hình', 'số liệu', 'công tác', 'danh sách', 'theo dõi'].map(
    phrase('return'),
  ),
];

/**
 * The words of a form's subject in a text, the longest at each place; what other forms are about contradicts like the words
 * that the definition itself lists. Null for a form that says no subject: it is not checked.
 */
export function mentionsOf(form: Form, forms: readonly Form[]): Mentions | null {
  const before = made.get(form);
  if (before?.forms.length === forms.length && forms.every((each, n) => each === before.forms[n]))
    return before.mentions;
  const mentions = newMentions(form, forms);
  made.set(form, { forms, mentions });
  return mentions;
}

/** Forms do not change while a program runs, and titles come again from file to file. */
const made = new WeakMap<Form, { readonly forms: readonly Form[]; readonly mentions: Mentions | null }>();

function newMentions(form: Form, forms: readonly Form[]): Mentions | null {
  const { subject } = form;
  if (subject === null) return null;
  const phrases = [
    ...subject.words.map(phrase('own')),
    ...subject.unlike.map(phrase('other')),
    ...forms.flatMap((other) => other.subject?.words ?? []).map(phrase('other')),
    ...CONNECTIVES,
  ].sort((a, b) => b.folded.length - a.folded.length);
  return remembering((text) => {
    const found: Mention[] = [];
    const words = wordsOf(text);
    const toneless = fold(text) === bare(text);
    let turned = false;
    for (let at = 0; at < words.length; ) {
      const said = phrases.find((each) => standsAt(words, at, each, toneless));
      if (said?.kind === 'turn') turned = true;
      else if (said?.kind === 'return') turned &&= found.length > 0;
      else if (said !== undefined) found.push({ kind: said.kind, word: said.word, governs: !turned });
      at += said?.folded.length ?? 1;
    }
    return found;
  });
}

function phrase(kind: Phrase['kind']) {
  return (word: string): Phrase => ({ kind, word, folded: wordsOf(word), bare: wordsOf(word).map(bare) });
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .split(' ');
}

/** In a text typed without tones its words are compared without; a long word of the form's own may have a letter amiss. */
function standsAt(words: readonly string[], at: number, phrase: Phrase, toneless: boolean): boolean {
  return (toneless ? phrase.bare : phrase.folded).every((each, n) => {
    const word = words[at + n];
    if (word === undefined) return false;
    return word === each || (phrase.kind === 'own' && each.length > 6 && sameWord(word, each));
  });
}
