/**
 * Which mark divides the decimals in a column, as its own cells prove: `1.234.567`, `1.234,5`, `42,85` prove a comma;
 * `1,234,567`, `1,234.5`, `12.0` prove a point. `unproved`: no cell does. `mixed`: cells contradict each other.
 */
export type Convention = 'comma-divides' | 'point-divides' | 'unproved' | 'mixed';

export type Numeral =
  | { readonly kind: 'one'; readonly value: number }
  | { readonly kind: 'two'; readonly readings: readonly [number, number] };

/** Digits grouped by points or commas, with or without decimals; the first group decides nothing. */
const POINT_GROUPS = /^[1-9]\d{0,2}(?:\.\d{3})+$/;
const COMMA_GROUPS = /^[1-9]\d{0,2}(?:,\d{3})+$/;
const ONE_GROUP = /^([1-9]\d{0,2})[.,](\d{3})$/;

export function conventionOf(texts: readonly string[]): Convention {
  let comma = false;
  let point = false;
  for (const text of texts) {
    const proof = proofOf(text.replace(/ ?%$/, ''));
    if (proof === 'comma-divides') comma = true;
    if (proof === 'point-divides') point = true;
  }
  return comma ? (point ? 'mixed' : 'comma-divides') : point ? 'point-divides' : 'unproved';
}

function proofOf(text: string): Convention {
  if (!/^\d[\d.,]*\d$/.test(text) || ONE_GROUP.test(text)) return 'unproved';
  if (POINT_GROUPS.test(text)) return 'comma-divides';
  if (COMMA_GROUPS.test(text)) return 'point-divides';
  const divider = /^\d+([.,])\d+$/.exec(text)?.[1] ?? groupedDivider(text);
  return divider === ',' ? 'comma-divides' : divider === '.' ? 'point-divides' : 'unproved';
}

/** The dividing mark of a numeral that has both marks, or null when it is malformed. */
function groupedDivider(text: string): string | null {
  const match = /^([1-9]\d{0,2}(?:\.\d{3})+)(,)\d+$|^([1-9]\d{0,2}(?:,\d{3})+)(\.)\d+$/.exec(text);
  return match?.[2] ?? match?.[4] ?? null;
}

/**
 * A numeral without a sign: plain digits; groups of three by point, comma, space or apostrophe; decimals by comma or
 * point. Null when it is none. Digits that begin with 0 and are as long as a phone number are none either.
 */
export function parseNumeral(text: string, convention: Convention): Numeral | null {
  const body = text.replace(/\.$/, '');
  if (/^\d+$/.test(body)) return /^0\d{7,}$/.test(body) ? null : one(Number(body));
  const spaced = /^[1-9]\d{0,2}(?:[ '’]\d{3})+((?:[.,]\d+)?)$/.exec(body);
  if (spaced !== null) return one(decimal(body.replace(/[ '’]/g, '')));
  const group = ONE_GROUP.exec(body);
  if (group !== null) return oneGroup(body, Number(`${group[1]}${group[2]}`), convention);
  if (POINT_GROUPS.test(body) || COMMA_GROUPS.test(body)) return one(Number(body.replace(/[.,]/g, '')));
  if (/^\d+[.,]\d+$/.test(body)) return /^0\d{3,}/.test(body) ? null : one(decimal(body));
  const divider = groupedDivider(body);
  if (divider === null) return null;
  return one(decimal(body.replaceAll(divider === ',' ? '.' : ',', '')));
}

/** `1.234` or `1,234`. */
function oneGroup(text: string, whole: number, convention: Convention): Numeral {
  const both: Numeral = { kind: 'two', readings: [whole, decimal(text)] };
  const divides = text.includes(',') ? 'comma-divides' : 'point-divides';
  if (convention === 'mixed') return both;
  if (convention === 'unproved') return divides === 'comma-divides' ? both : one(whole);
  return one(convention === divides ? decimal(text) : whole);
}

function decimal(text: string): number {
  return Number(text.replace(',', '.'));
}

function one(value: number): Numeral {
  return { kind: 'one', value };
}
