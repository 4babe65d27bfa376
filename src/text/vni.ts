/** VNI for Windows: a vowel and a second character for its mark and tone, or one character for both. */

const TONES: readonly (readonly [string, string])[] = [
  ['ù', '\u0301'],
  ['ø', '\u0300'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
];
const CIRCUMFLEX: readonly (readonly [string, string])[] = [
  ['â', '\u0302'],
  ['á', '\u0302\u0301'],
  ['à', '\u0302\u0300'],
  ['å', '\u0302\u0309'],
  ['ã', '\u0302\u0303'],
  ['ä', '\u0302\u0323'],
];
const BREVE: readonly (readonly [string, string])[] = [
  ['ê', '\u0306'],
  ['é', '\u0306\u0301'],
  ['è', '\u0306\u0300'],
  ['ú', '\u0306\u0309'],
  ['ü', '\u0306\u0303'],
  ['ë', '\u0306\u0323'],
];
const SINGLE: readonly (readonly [string, string])[] = [
  ['ñ', 'đ'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['í', 'í'],
  ['ì', 'ì'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
];
const MARKS_OF: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
  ['a', 'a', [...TONES, ...CIRCUMFLEX, ...BREVE]],
  ['e', 'e', [...TONES, ...CIRCUMFLEX]],
  ['o', 'o', [...TONES, ...CIRCUMFLEX]],
  ['u', 'u', TONES],
  ['y', 'y', TONES.slice(0, 4)],
  ['ô', 'ơ', TONES],
  ['ö', 'ư', TONES],
];

/** Every sequence and the letter that it shows, small and capital. */
export const VNI: ReadonlyMap<string, string> = new Map(
  [
    ...SINGLE,
    ...MARKS_OF.flatMap(([typed, base, marks]) =>
      marks.map(([sign, mark]): [string, string] => [typed + sign, (base + mark).normalize('NFC')]),
    ),
  ].flatMap(([typed, letter]): [string, string][] => [
    [typed, letter],
    [typed.toUpperCase(), letter.toUpperCase()],
    // Capital first, mark as typed without the shift key.
    ...(typed.length === 2
      ? [[(typed[0] ?? '').toUpperCase() + typed[1], letter.toUpperCase()] as [string, string]]
      : []),
  ]),
);

const SEQUENCE = new RegExp([...VNI.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

/** VNI text that was read as windows-1252: "Hoaøi Nhôn" is Hoài Nhơn. */
export function fromVni(text: string): string {
  return text.replace(SEQUENCE, (typed) => VNI.get(typed) ?? typed);
}
