import { bare } from '../fold.ts';

/** A numeral among words that say what kind of number it is. */
export type Phrase =
  /** Words that only name what is counted: the number is as good as alone. */
  | { readonly kind: 'with-words'; readonly numeral: string }
  /** `times`: 1000 for "nghìn". */
  | { readonly kind: 'approximate'; readonly numeral: string; readonly times: number }
  | { readonly kind: 'percentage'; readonly numeral: string };

const NUMERAL = String.raw`\d[\d.,']*(?: \d{3}(?!\d))*`;
const ABOUT =
  'khoang|gan|hon|tren|duoi|uoc|uoc tinh|uoc dat|chung|tam|do|xap xi|it nhat|nhieu nhat|toi thieu|toi da|about|nearly|over|approx\\.?|[~≈><≥≤±]=?';
const LEAD =
  'tong|tong so|tong cong|cong|la|co|du|so luong|gom|luy ke|da cai|da cai dat|cai dat|cai duoc|da cai duoc|duoc|dat|total';
const COUNTED =
  'nguoi|nguoi dan|ng|nhan khau|khau|luot|luot nguoi|luot cai|luot cai dat|truong hop|may|tai khoan|cong dan|nhan vien|lao dong|nguoi lao dong|can bo|cb|cbcc|ccvc|cbccvc|cong chuc|vien chuc|dong chi|d/c|dc|persons?|people';
const TIMES = 'nghin|ngan|trieu|k|tr';

const PERCENT = new RegExp(
  `^(?:(?:${ABOUT}|${LEAD}|ty le) ?)*(${NUMERAL}) ?(?:%|phan tram|percent)(?: .*)?$`,
);
const ROUGH = new RegExp(
  `^(?:(?:${LEAD}):? )*(?:(?:${ABOUT}):? ?)+(${NUMERAL}) ?(${TIMES})?(?: (?:${COUNTED}))?\\.?$`,
);
const AND_MORE = new RegExp(`^(${NUMERAL}) ?(${TIMES})? ?(?:(?:${COUNTED}) )?(?:\\+|tro len|hon)\\.?$`);
const RANGE = new RegExp(`^(?:tu )?(${NUMERAL}) ?(?:-|den) ?(${NUMERAL})(?: (?:${COUNTED}))?\\.?$`);
const THOUSANDS = new RegExp(`^(?:(?:${LEAD}):? )*(${NUMERAL}) ?(${TIMES})(?: (?:${COUNTED}))?\\.?$`);
const WORDS = new RegExp(`^(?:(?:${LEAD}) ?[:=]? ?)*(${NUMERAL})(?: ?\\(?(?:${COUNTED})\\.?\\)?)?[.;]?$`);

/** Superscripts, fractions, circled numbers: folding would turn them into digits of the numeral. */
const ODD_DIGIT = /(?!\d)\p{N}/u;

/** What the words around the one numeral of a cell say; null when the cell says anything else. */
export function readPhrase(text: string): Phrase | null {
  // A cell that says no more than a number is short; the bound keeps hostile texts from costing time.
  if (text.length > 60 || ODD_DIGIT.test(text)) return null;
  const said = bare(text);
  const percent = PERCENT.exec(said)?.[1];
  if (percent !== undefined) return { kind: 'percentage', numeral: percent };
  const rough = ROUGH.exec(said) ?? AND_MORE.exec(said) ?? THOUSANDS.exec(said);
  if (rough?.[1] !== undefined) return { kind: 'approximate', numeral: rough[1], times: factor(rough[2]) };
  const range = RANGE.exec(said);
  if (range?.[1] !== undefined) return { kind: 'approximate', numeral: range[1], times: 1 };
  const words = WORDS.exec(said)?.[1];
  return words === undefined ? null : { kind: 'with-words', numeral: words };
}

function factor(word: string | undefined): number {
  return word === undefined ? 1 : word.startsWith('tr') ? 1_000_000 : 1000;
}
