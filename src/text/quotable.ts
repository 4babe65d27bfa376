import { fold } from './fold.ts';

/**
 * A cell's text as it may be quoted, or null when it must only be located (Luật 91/2025/QH15): counts of at most seven
 * digits without a leading 0, rates, a program's error values, and words that a count comes with. Anything else may be
 * somebody's name, address, number or date, in whatever letters, and in any column: it is named by its cell.
 */
export function quotable(shown: string | null): string | null {
  if (shown === null) return null;
  const text = shown.replace(/\s+/g, ' ').trim();
  const words = text === '' ? [] : text.split(' ');
  const known = words.every((word) => COUNT.test(word) || WORDS.has(fold(word)) || ERROR.test(word));
  const digits = text.match(/\d/g)?.length ?? 0;
  return words.length > 0 && known && digits <= MOST_DIGITS && text.length <= LONGEST ? text : null;
}

const LONGEST = 40;
const MOST_DIGITS = 7;
const COUNT = /^[~≈<>≤≥]?[-−+]?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:[.,]\d{3})+)(?:[.,]\d{1,4})?%?$/;
const ERROR = /^#(?:REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL)[!?]?$/;
/** No name of a person is made of these alone. */
const WORDS: ReadonlySet<string> = new Set([
  ...[
    'khoảng',
    'hơn',
    'gần',
    'trên',
    'dưới',
    'người',
    'hộ',
    'lượt',
    'chục',
    'trăm',
    'nghìn',
    'ngàn',
    'không',
    'có',
  ],
  ...[
    'chưa',
    'đã',
    'cài',
    'đặt',
    'được',
    'rồi',
    'x',
    'v',
    '✓',
    '✔',
    '-',
    '–',
    '+',
    '%',
    '/',
    '?',
    'about',
    'over',
  ],
]);

/** The words that a form knows: those of its labels, and those that offices write in heads of any form. */
export function vocabularyOf(labels: readonly string[]): ReadonlySet<string> {
  return new Set([...labels, ...COMMON].flatMap((label) => tokensOf(label)));
}

/**
 * Of a heading the words that its form knows (`vocabularyOf`): whoever keeps a list may have written a name or a number
 * beside them. The form's own label where none of them is left.
 */
export function knownWords(heading: string, known: ReadonlySet<string>, own: string): string {
  const words = heading.split(/\s+/).filter((word) => word !== '');
  const kept = words.filter((word) => tokensOf(word).every((token) => known.has(token)));
  if (kept.length === words.length) return heading;
  const text = kept
    .join(' ')
    .replace(/[\s([{:;,–-]+$/u, '')
    .replace(/^[\s)\]}:;,–-]+/u, '');
  return /\p{L}/u.test(text) ? text : own;
}

/** What offices write in heads of any form. */
const COMMON = [
  'số lượng',
  'tổng số',
  'sđt',
  'đt',
  'lk',
  'stt',
  'tt',
  'ghi chú',
  'cột',
  'kết quả',
  'tính đến nay',
  'ngày',
];

function tokensOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{M}\d]+/gu) ?? [];
}
