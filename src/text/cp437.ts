/** Code page 437 from 80 to FF: what zip programs take the names of files for that do not say that they are UTF-8. */
const UPPER =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const BYTE_OF = new Map([...UPPER].map((char, i) => [char, 0x80 + i]));
const strict = new TextDecoder('utf-8', { fatal: true });

/** A name whose UTF-8 bytes were read as code page 437 ("Ho├ái Nh╞ín"), as it was; null when it is none. */
export function fromCp437(text: string): string | null {
  if (!/[^ -~]/.test(text)) return null;
  const bytes: number[] = [];
  for (const char of text) {
    const byte = char <= '~' ? char.charCodeAt(0) : BYTE_OF.get(char);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  try {
    return strict.decode(Uint8Array.from(bytes)).normalize('NFC');
  } catch {
    return null;
  }
}
