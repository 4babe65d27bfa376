/**
 * Ticks, crosses and boxes that a symbol font shows for a letter: Wingdings ü is ✓. Such text is no legacy Vietnamese, and
 * without the font nobody knows what was seen.
 */
const FONTS: readonly (readonly [name: RegExp, shown: Readonly<Record<string, string>>])[] = [
  [/^wingdings\s*2/i, { P: '✓', O: '✗', R: '☑', T: '☒', Q: '☒', S: '☒', V: '☒', U: '☒', '£': '☐', '*': '☐' }],
  [/^wingdings(?!\s*\d)/i, { ü: '✓', þ: '☑', û: '✗', ý: '☒', x: '☒', o: '☐', q: '☐', '¨': '☐' }],
  [/^symbol$/i, { Ö: '√', '´': '×' }],
  [/^marlett/i, { a: '✓', b: '✓', r: '✗' }],
  [/^webdings/i, { a: '✓', r: '✗', c: '☐' }],
];

/** What is seen where a whole text is one sign of a symbol font; null for any other text or font. */
export function symbolShown(text: string, font: string | undefined): string | null {
  const sign = text.trim();
  // Office also keeps such a letter in the private area, from U+F020 on.
  const code = sign.length === 1 ? sign.charCodeAt(0) : 0;
  const isPrivate = code >= 0xf020 && code <= 0xf0ff;
  const letter = isPrivate ? String.fromCharCode(code & 0xff) : sign;
  const name = font ?? (isPrivate ? 'Wingdings' : '');
  return FONTS.find(([fonts]) => fonts.test(name))?.[1][letter] ?? null;
}
