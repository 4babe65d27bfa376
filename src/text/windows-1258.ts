import { bytesOf } from './bytes.ts';

const decoder = new TextDecoder('windows-1258');

/** Windows-1258 bytes as NFC text: its tones are characters of their own. */
export function decodeWindows1258(bytes: Uint8Array): string {
  return decoder.decode(bytes).normalize('NFC');
}

/** Windows-1258 text that was read as windows-1252 ("BôÌng Sõn"); null when it cannot have been. */
export function fromWindows1258(text: string): string | null {
  const bytes = text.includes('Ă') ? null : bytesOf(text);
  return bytes === null ? null : decodeWindows1258(bytes);
}
