/** The running number of a row: how deep its style lies in the order A, I, 1, 1.1, a, -, +, and its own value. */
export interface RowNumber {
  /** Less is higher up. */
  readonly depth: number;
  /** Of the last part; null for dashes. */
  readonly value: number | null;
  /** "2a" is as often a row put in between as a part of 2. */
  readonly weak: boolean;
}

const LETTER = 0;
const ROMAN = 1;
const DECIMAL = 2;
const BRACKET = 3;
const SMALL = 4;
const SMALL_ROMAN = 5;
const DASH = 6;
const PLUS = 7;

/** What stands in the column of running numbers; null where that is no number of any style. */
export function readNumber(text: string): RowNumber | null {
  const bare = text.trim();
  if (/^\d{1,6}[.]?$/.test(bare)) return number(DECIMAL, Number.parseInt(bare, 10));
  if (bare === '' || bare.length > 12) return null;
  if (/^[-–—•*]+$/.test(bare)) return number(DASH, null);
  if (/^\++$/.test(bare)) return number(PLUS, null);
  if (/^\(?\d{1,3}\)$/.test(bare)) return number(BRACKET, Number(bare.replace(/\D/g, '')));
  if (/^\d{1,4}[a-hđ]$/i.test(bare))
    return { ...number(DECIMAL + 0.5, bare.charCodeAt(bare.length - 1)), weak: true };
  const parts = bare.replace(/[.)]$/, '').split(/[.,]/);
  const [first = '', ...rest] = parts;
  const head = styleOf(first.replace(/^\(/, ''));
  if (head === null || rest.length > 4 || !rest.every((part) => /^\d{1,3}$|^[a-z]$|^[IVX]+$/.test(part)))
    return null;
  const last = rest.at(-1);
  return number(
    head.depth + rest.length / 10,
    last === undefined ? head.value : Number.parseInt(last, 10) || 0,
  );
}

function number(depth: number, value: number | null): RowNumber {
  return { depth, value, weak: false };
}

function styleOf(part: string): { readonly depth: number; readonly value: number } | null {
  if (/^\d{1,4}$/.test(part)) return { depth: DECIMAL, value: Number(part) };
  if (/^[IVX]{1,6}$/.test(part)) return { depth: ROMAN, value: romanValue(part) };
  if (/^[A-ZĐ]$/.test(part)) return { depth: LETTER, value: part.charCodeAt(0) };
  if (/^(i{1,3}|iv|vi{0,3}|ix|x)$/.test(part) && part !== 'v' && part !== 'x')
    return { depth: SMALL_ROMAN, value: romanValue(part.toUpperCase()) };
  if (/^[a-zđ]$/.test(part)) return { depth: SMALL, value: part.charCodeAt(0) };
  return null;
}

function romanValue(text: string): number {
  const digits = [...text].map((letter) => ({ I: 1, V: 5, X: 10 })[letter] ?? 0);
  return digits.reduce((sum, digit, n) => sum + (digit < (digits[n + 1] ?? 0) ? -digit : digit), 0);
}

const IN_LABEL =
  /^\s*(?:(\d{1,3}(?:\.\d{1,3})+)[.)]?\s|(\d{1,3}|[IVX]{1,5}|[A-Ha-h])[.)]\s|([-–—•*+])\s*(?=\p{L}))/u;

/** The number that a label begins with ("1.1 Tổ 1", "a) Nữ", "- Tổ 2"), with the length of it; null without one. */
export function numberInLabel(text: string): (RowNumber & { readonly length: number }) | null {
  const match = IN_LABEL.exec(text);
  const found = match === null ? null : readNumber(match[1] ?? match[2] ?? match[3] ?? '');
  return found === null || match === null ? null : { ...found, length: match[0].length };
}
