/** Node 20 decodes "windows-1252" as Latin-1, so that € and “ come out as control characters: the table is ours. */
const FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The characters of windows-1252 by byte; the five unused ones as their C1 controls. */
export const WINDOWS_1252: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte <= 0x9f ? (FROM_80[byte - 0x80] ?? '') : String.fromCharCode(byte),
);

const BYTE_OF = new Map(WINDOWS_1252.map((char, byte) => [char, byte]));
// Windows-1258 differs at the first byte of à, á, â … in UTF-8: C3 is Ă there.
const OF_1258 = new Map([...BYTE_OF, ['Ă', 0xc3]]);

/** Bytes as text, by the name of an encoding as the web knows it. Throws a RangeError for a name that it does not know. */
export function decodeAs(label: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(label);
  if (decoder.encoding !== 'windows-1252') return decoder.decode(bytes);
  let text = '';
  for (const byte of bytes) text += WINDOWS_1252[byte];
  return text;
}

/**
 * The bytes that text came from when it was read as windows-1252 (or Latin-1, or in its UTF-8 letters windows-1258);
 * null when some character cannot have come from there.
 */
export function bytesOf(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] ?? '';
    const code = text.charCodeAt(i);
    const byte = code < 0x100 ? code : OF_1258.get(char);
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  return bytes;
}
