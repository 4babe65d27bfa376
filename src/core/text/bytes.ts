const decoded = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
const BYTE_OF = new Map([...decoded].map((char, byte) => [char, byte]));
// Windows-1258 differs at the first byte of à, á, â … in UTF-8: C3 is Ă there.
const OF_1258 = new Map([...BYTE_OF, ['Ă', 0xc3]]);

/** The characters of windows-1252 by byte; the five unused ones as their C1 controls. */
export const WINDOWS_1252: readonly string[] = [...decoded];

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
