import { bare } from '../fold.ts';

/** A numeral with the same or another number beside it in words: "20 (hai mươi)", "1.250 (một nghìn hai trăm năm mươi)". */
export interface Spelled {
  readonly numeral: string;
  readonly words: number;
}

const DIGITS: { readonly [word: string]: number } = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};
const COUNTED = 'nguoi|nguoi dan|can bo|lao dong|nguoi lao dong|truong hop|dong chi';
const BOTH = new RegExp(
  String.raw`^(\d(?:[\d.,']*\d)?)(?: (?:${COUNTED}))? ?[(/,:;–-]? ?(?:(?:viet )?bang chu ?:? ?)?([a-z ]+?)(?: (?:${COUNTED}))?(?: chan)? ?\)?\.?$`,
);

/** Null where the cell is anything but a numeral and a number in words. */
export function readSpelled(text: string): Spelled | null {
  if (text.length > 120) return null;
  const [, numeral, said] = BOTH.exec(bare(text)) ?? [];
  const words = said === undefined ? null : numberInWords(said);
  return numeral === undefined || words === null ? null : { numeral, words };
}

/** A whole number below a thousand million in Vietnamese words without marks; null for anything else. */
export function numberInWords(said: string): number | null {
  const words = said.split(' ').filter((word) => word !== '');
  const millions = part(words, ['trieu']);
  const thousands = part(millions.rest, ['nghin', 'ngan']);
  const last = thousands.rest.length === 0 ? 0 : belowThousand(thousands.rest);
  if (words.length === 0 || millions.value === null || thousands.value === null || last === null) return null;
  return millions.value * 1_000_000 + thousands.value * 1000 + last;
}

function part(
  words: readonly string[],
  units: readonly string[],
): { readonly value: number | null; readonly rest: readonly string[] } {
  const at = words.findIndex((word) => units.includes(word));
  if (at < 0) return { value: 0, rest: words };
  return { value: belowThousand(words.slice(0, at)), rest: words.slice(at + 1) };
}

/** "hai trăm lẻ năm", "mười lăm", "hai mươi mốt", "sáu". */
function belowThousand(words: readonly string[]): number | null {
  const said = words.join(' ');
  const digit = `(${Object.keys(DIGITS).join('|')})`;
  const form = new RegExp(
    `^(?:${digit} tram ?)?(?:(?:linh|le) ${digit}|(?:${digit} )?(muoi)(?: ${digit})?|${digit})?$`,
  );
  const match = said === '' ? null : form.exec(said);
  if (match === null) return null;
  const [, hundreds, afterZero, tens, ten, ones, alone] = match;
  const of = (word: string | undefined): number => (word === undefined ? 0 : (DIGITS[word] ?? 0));
  const teens = ten === undefined ? 0 : tens === undefined ? 10 : of(tens) * 10;
  return of(hundreds) * 100 + teens + of(afterZero) + of(ones) + of(alone);
}
