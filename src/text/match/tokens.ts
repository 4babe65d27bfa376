import { clean, fold, stripMarks } from '../fold.ts';
import { remembering } from '../remembering.ts';

/** A word or a number of a text. */
export interface Token {
  readonly folded: string;
  readonly bare: string;
  /** Where it stands in the cleaned text. */
  readonly start: number;
  readonly end: number;
  /** What stands before it: `hard` is punctuation that ends a name, `dash` a dash or underscore that parts phrases. */
  readonly gap: 'none' | 'dash' | 'hard';
  /** It follows "và" or "&". */
  readonly joined: boolean;
  /** Nothing stands between it and the token before: the h of 15h00. */
  readonly glued: boolean;
}

export interface TokenText {
  /** The cleaned text that `start` and `end` count in. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Some letter bears a diacritic: then a letter without one is meant so. */
  readonly toned: boolean;
}

const WORD = /[\p{L}\p{M}]+|\p{Nd}+/gu;
/** Names glued in CamelCase, and capitals glued before them: `UBNDXaHoaiChau`; TTNT, thị trấn nông trường. */
const CAMEL = /(?<=\bTT)(?=NT\b)|(?<=\p{Ll})(?=\p{Lu}\p{Ll})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll})/gu;

/** The words of a text, letters and digits apart, numbers without leading zeros. */
export const tokenise = remembering((raw): TokenText => {
  const text = clean(raw.replace(CAMEL, ' '));
  const tokens: Token[] = [];
  let last = 0;
  let joined = false;
  // Where spaces or hyphens part the words, an underscore parts phrases.
  const underscoreParts = /\p{L}[- ]\p{L}/u.test(raw);
  for (const match of text.matchAll(WORD)) {
    const between = text.slice(last, match.index);
    const glued = between === '' && match.index > 0;
    last = match.index + match[0].length;
    joined ||= between.includes('&');
    const folded = fold(match[0]).replace(/^0+(?=\d)/, '');
    const gap =
      underscoreParts && between.includes('_')
        ? 'dash'
        : /[,;:()[\]{}|/\\"“”?!…]|\.\./.test(between)
          ? 'hard'
          : /\s[-–—]+\s?/.test(between)
            ? 'dash'
            : 'none';
    tokens.push({ folded, bare: stripMarks(folded), start: match.index, end: last, gap, joined, glued });
    joined = folded === 'và' || folded === 'va';
  }
  return { text, tokens, toned: /[^ -~]/.test(fold(text)) };
});

/** The words as one key in which spaces between letters do not count, while numbers stay apart (1 2 is not 12). */
export function squeeze(words: readonly string[]): string {
  let key = '';
  for (const word of words) key += /^\d/.test(word) ? ` ${word} ` : word;
  return key;
}
