import { LOOKALIKES } from './lookalikes.ts';
import { remembering } from './remembering.ts';
import { toneParts, tonePlace, withTone } from './tone.ts';

const SPACES = /[\s\u0085\u00a0\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** Zero-width and direction marks, variation selectors, soft hyphens, control characters that are no white space. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/g;
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/**
 * The same text as a careful typist would have typed it: NFC, every kind of white space one space, none at the ends,
 * nothing invisible. Letters, case and punctuation stay. Soft hyphens go, so TCVN3 (where one is the letter ư) is
 * rescued first.
 */
export function clean(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(INVISIBLE, '').normalize('NFC').replace(SPACES, ' ').trim();
}

/**
 * For comparing, never for showing: clean, lower case, tone marks at one place of the syllable (oà = òa, uỷ = ủy),
 * full-width and look-alike letters (Cyrillic а, Greek ο, eth for đ) as their Latin twins, one kind of dash and quote.
 * Two texts that a reader takes for the same have the same fold; Thành and Thạnh have not.
 */
export function fold(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase() : foldMarked(text);
}

const MOST_TEXTS = 20_000;

/** One text is compared with many others, again and again. */
const foldMarked = remembering((text) => {
  const lower = clean(text).toLowerCase();
  if (PLAIN.test(lower)) return lower;
  const latin = lower
    .replace(/[^ -~]/g, (char) => LOOKALIKES.get(char) ?? char)
    .normalize('NFKC')
    .toLowerCase();
  return latin
    .replace(SPACES, ' ')
    .trim()
    .replace(/[a-zđăâêôơư\u00c0-\u024f\u1e00-\u1eff]+/g, placeTones);
}, MOST_TEXTS);

/** `fold` without any diacritics, đ as d: how people type without a Vietnamese keyboard. */
export function bare(text: string): string {
  const folded = fold(text);
  return PLAIN.test(folded) ? folded : stripFolded(folded);
}

const stripFolded = remembering((folded) => stripMarks(folded), MOST_TEXTS);

/** Takes the diacritics off, đ as d, leaving case and the number of characters (of NFC text) as they are. */
export function stripMarks(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^ -~]/g, (char) => (char === 'đ' ? 'd' : char === 'Đ' ? 'D' : stripOne(char)));
}

const MARKS = /[\u0300-\u036f]/g;

const stripOne = remembering((char) => {
  const base = char.normalize('NFD').replace(MARKS, '');
  return base.length === 1 || char.length !== 1 ? base : char;
});

/**
 * A syllable has one tone, wherever it was typed: it is moved to the vowel of one fixed rule. A word with no tone, with
 * two, or of another language stays.
 */
const placeTones = remembering((word) => {
  const parts = toneParts(word);
  return parts === null ? word : withTone(parts, tonePlace(parts));
});
