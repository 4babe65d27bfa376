import { clean, fold } from '../text/fold.ts';
import { LOOKALIKES } from '../text/lookalikes.ts';
import { remembering } from '../text/remembering.ts';

/**
 * A letter as one run of text, whatever its line ends: sentences go on over lines, and so do recognisers. Offsets count
 * characters of `text`; `folded` has the same length, so that what is found in the one stands at the same place in the
 * other.
 */
export interface LetterText {
  /** Every line that is not blank, cleaned, one space between two. */
  readonly text: string;
  /** For comparing: lower case, tones at one place, one kind of dash and quote. */
  readonly folded: string;
  /** Offsets at which lines begin, ascending. */
  readonly starts: readonly number[];
  /** The number (from 1) of the line that holds an offset, as the text was taken out. */
  lineAt(offset: number): number;
}

/** From `from` up to and without `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The text of a letter as its file gives it. */
export function letterText(raw: string): LetterText {
  let text = '';
  const starts: number[] = [];
  const numbers: number[] = [];
  const lines = raw
    .normalize('NFC')
    .replaceAll('\f', '\n')
    .replaceAll('\v', '\n')
    .split(/\r\n|[\r\n\u2028]/)
    .map((line) => clean(withoutMarkup(line)));
  let page = 1;
  for (const [index, shown] of lines.entries()) {
    if (shown === '') continue;
    if (isPageNumber(lines, index, page)) {
      page += 1;
      continue;
    }
    if (text !== '') text += ' ';
    starts.push(text.length);
    numbers.push(index + 1);
    text += shown;
  }
  return {
    text,
    folded: text.replace(/\p{L}+/gu, foldWord).replace(/[^\p{L}\p{N} -~]/gu, foldSign),
    starts,
    lineAt: (offset) => {
      const after = starts.findIndex((start) => start > offset);
      return numbers[(after < 0 ? starts.length : after) - 1] ?? 1;
    },
  };
}

/** Bold, italics and cells that a text carries as signs. */
function withoutMarkup(line: string): string {
  return line
    .replace(/<\/?(?:b|i|u|br|strong|em)\s*\/?>/gi, ' ')
    .replace(/\*{1,3}(?=\S)|(?<=\S)\*{1,3}|^\s*#+\s/g, '');
}

/** "2" or "- 2 -" alone between blank lines, and the next page in turn: a day that a line end cut off is none. */
function isPageNumber(lines: readonly string[], index: number, page: number): boolean {
  const number = /^(?:[-–] ?|trang )?(\d{1,2})(?: ?[-–]|\/\d+)?$/i.exec(lines[index] ?? '')?.[1];
  const apart = (lines[index - 1] ?? '') === '' && (lines[index + 1] ?? '') === '';
  return number !== undefined && apart && (Number(number) === page || Number(number) === page + 1);
}

/** Tones at the end of a syllable go where offices put them ("ủy", "hòa"), so that patterns read as letters do. */
const foldWord = remembering((word) => {
  const folded = fold(word).replace(/(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])$/u, toneFirst);
  if (folded.length === word.length) return folded;
  const lower = word.toLowerCase();
  return lower.length === word.length ? lower : word;
});

function toneFirst(rime: string): string {
  const [glide = '', vowel = '', tone = ''] = rime.normalize('NFD');
  return `${glide}${tone}${vowel}`.normalize('NFC');
}

function foldSign(sign: string): string {
  return LOOKALIKES.get(sign) ?? sign;
}

/** The words of a span as they are printed. */
export function quoteOf(letter: LetterText, { from, to }: Span): string {
  return letter.text.slice(from, to).trim();
}

/** All places of a pattern (with the flags g and u) between two offsets. Looking behind and ahead stays within them. */
export function* placesOf(
  letter: LetterText,
  pattern: RegExp,
  within?: Span,
): Generator<RegExpMatchArray & Span> {
  const { from, to } = within ?? { from: 0, to: letter.folded.length };
  for (const match of letter.folded.slice(from, to).matchAll(pattern)) {
    const start = from + match.index;
    yield Object.assign(match, { from: start, to: start + match[0].length });
  }
}
