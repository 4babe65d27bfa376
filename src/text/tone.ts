/** Where a syllable bears its tone: one rule for comparing texts and for judging them. */

export const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const RIME = /^([^aăâeêioôơuưy]*)(.*)$/;

/** A word taken apart; null when it has no tone, or several, or no vowel. */
export interface ToneParts {
  /** Lower case NFC without the tone. */
  readonly toneless: string;
  readonly tone: string;
  /** Indexes into `toneless`: the first vowel of the cluster that may bear it, and past its last. */
  readonly from: number;
  readonly to: number;
}

export function toneParts(word: string): ToneParts | null {
  const parts = word.normalize('NFD');
  const tones = parts.match(TONES);
  const [tone] = tones ?? [];
  if (tone === undefined || tones?.length !== 1) return null;
  const toneless = parts.replace(TONES, '').normalize('NFC');
  const [, onset = '', rest = ''] = RIME.exec(toneless) ?? [];
  // The u of qu and the i of gi belong to the onset where another vowel follows.
  const lead = (onset === 'q' && rest[0] === 'u') || (onset === 'g' && rest[0] === 'i' && isVowel(rest[1]));
  const from = onset.length + (lead ? 1 : 0);
  let to = from;
  while (isVowel(toneless[to])) to += 1;
  return to === from ? null : { toneless, tone, from, to };
}

/**
 * The vowel that bears the tone by the newer rule: the marked one (the later of ươ), else the second of three or before
 * an end, or of oa, oe, uy.
 */
export function tonePlace({ toneless, from, to }: ToneParts): number {
  for (let i = to - 1; i >= from; i -= 1) if ('ăâêôơư'.includes(toneless[i] ?? '')) return i;
  const vowels = toneless.slice(from, to);
  if (vowels.length === 1) return from;
  return vowels.length > 2 || to < toneless.length || /^(oa|oe|uy)/.test(vowels) ? from + 1 : from;
}

/** The word with its tone on that vowel. */
export function withTone({ toneless, tone }: ToneParts, place: number): string {
  return (toneless.slice(0, place + 1) + tone + toneless.slice(place + 1)).normalize('NFC');
}

/** Whether the tone stands where one of the two rules in use puts it: hoà, hòa. */
export function isToneInPlace(word: string, parts: ToneParts): boolean {
  const place = tonePlace(parts);
  return (
    word === withTone(parts, place) ||
    (place > parts.from && isOldPlace(parts, place) && word === withTone(parts, place - 1))
  );
}

function isOldPlace({ toneless, from, to }: ToneParts, place: number): boolean {
  return to === toneless.length && place === from + 1 && /^(oa|oe|uy)$/.test(toneless.slice(from, to));
}

function isVowel(char: string | undefined): boolean {
  return char !== undefined && 'aăâeêioôơuưy'.includes(char);
}
