import { isSyllable } from './syllable.ts';

const MARKED = [...'aăâeêioôơuưy'].flatMap((vowel) =>
  ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
);
const LETTERS = new Set([...MARKED, 'đ'].flatMap((letter) => [letter, letter.toUpperCase()]));
/** Runs of letters and of the signs that stand for letters in other encodings; ASCII signs, digits and blanks part them. */
const CHUNK = /[^\s!-@[-`{-~\u2010-\u2015\u2018-\u201f\u2022\u2026\u2039\u203a]+/gu;
/** Units of measure that hold such a sign by right. */
const UNIT = /^(?:µ[mglsA]|°[CF]|m[²³]|km²|cm[²³])$/;

/** How a text does as Vietnamese, in words. */
export interface Letters {
  /** Syllables with a diacritic. */
  readonly good: readonly string[];
  /** Words with a sign or letter that is not Vietnamese, or diacritics on what is no syllable. */
  readonly bad: readonly string[];
  /** Words of signs beyond ASCII without a letter: "§«" is Đô in TCVN3. */
  readonly signs: readonly string[];
  /** Words of ASCII letters (not of capitals alone): those that are syllables, and the others. */
  readonly plain: number;
  readonly foreign: number;
}

/** Judges NFC text word by word. */
export function weigh(text: string): Letters {
  const good: string[] = [];
  const bad: string[] = [];
  const signs: string[] = [];
  let plain = 0;
  let foreign = 0;
  for (const [chunk] of text.matchAll(CHUNK)) {
    const kind = kindOf(chunk);
    if (kind === 'good') good.push(chunk.toLowerCase());
    else if (kind === 'bad') bad.push(chunk);
    else if (kind === 'signs') signs.push(chunk);
    else if (kind === 'plain') plain += 1;
    else if (kind === 'foreign') foreign += 1;
  }
  return { good, bad, signs, plain, foreign };
}

type WordKind = 'good' | 'bad' | 'signs' | 'plain' | 'foreign' | 'none';

/** Words come again and again in a sheet; what one is never changes. */
const seen = new Map<string, WordKind>();
const MOST_SEEN = 20_000;

function kindOf(chunk: string): WordKind {
  const known = seen.get(chunk);
  if (known !== undefined) return known;
  if (seen.size >= MOST_SEEN) seen.clear();
  const kind = judge(chunk);
  seen.set(chunk, kind);
  return kind;
}

function judge(chunk: string): WordKind {
  const said = asPrinted(chunk);
  const lower = said.toLowerCase();
  if (/^[a-z]+$/.test(lower))
    return isSyllable(lower) ? 'plain' : chunk === chunk.toUpperCase() ? 'none' : 'foreign';
  if (UNIT.test(chunk)) return 'none';
  if (!/\p{L}/u.test(chunk)) return /[\u00a1-\u00ff]{2}/.test(chunk) ? 'signs' : 'none';
  return isVietnamese(said) && isSyllable(lower) ? 'good' : 'bad';
}

/** Converters from PDF write Ð (eth) for Đ and ƣ for ư: a reader sees the right letter. */
function asPrinted(word: string): string {
  return word.replace(/^Ð/, 'Đ').replaceAll('ƣ', 'ư').replaceAll('Ƣ', 'Ư');
}

/** Characters that are neither ASCII, Vietnamese letters nor common punctuation. */
export function aliens(text: string): number {
  let count = 0;
  for (const char of text) if (char > '\u007f' && char < '\u2000' && !LETTERS.has(char)) count += 1;
  return count;
}

/** A word with more signs beyond ASCII than Vietnamese has: when it becomes a syllable that is no accident. */
export function isDense(word: string): boolean {
  const beyond = [...word].filter((char) => char > '\u007f');
  return beyond.length >= 3 || (beyond.length === 2 && beyond.some((char) => !LETTERS.has(char)));
}

/** Whether every letter of a word is one of the Vietnamese alphabet (f, j, w, z included, for names). */
function isVietnamese(word: string): boolean {
  for (const char of word) if (!/[A-Za-z]/.test(char) && !LETTERS.has(char)) return false;
  return true;
}

/**
 * A letter with a diacritic that no 8-bit Latin encoding has (đ, ơ, ạ …): the text is Unicode for certain. Ă is left
 * out: windows-1258 has it where UTF-8 letters begin.
 */
export function hasOwnLetter(text: string): boolean {
  return OWN.test(text);
}

const OWN = new RegExp(`[${[...LETTERS].filter((letter) => letter > '\u00ff' && letter !== 'Ă').join('')}]`);
