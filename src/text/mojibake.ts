import { bytesOf } from './bytes.ts';
import { isSyllable } from './syllable.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Text whose UTF-8 bytes were read as windows-1252, once or several times over ("HoÃ i NhÆ¡n"), as it was; null when it
 * is nothing of the kind.
 */
export function fromMojibake(text: string): string | null {
  let last: string | null = null;
  for (let round = 0; round < 3; round += 1) {
    const next = once(last ?? text);
    if (next === null) break;
    last = next;
  }
  return last;
}

/** The first byte of a letter in UTF-8, as a character, and something that is not ASCII behind it. */
const PAIR = /[\u00c2-\u00f4\u0102][\u0080-\uffff]/;

function once(text: string): string | null {
  const mended = mend(text);
  if (!PAIR.test(mended)) return null;
  const bytes = bytesOf(mended);
  if (bytes === null) return null;
  try {
    const read = strict.decode(bytes);
    return read.length < text.length ? read : null;
  } catch {
    return null;
  }
}

/**
 * The second half of à is a no-break space, which editors turn into a space or trim away ("HoÃ i", "vÃ tên"); that of Đ
 * is a byte without a character, which some readers replace.
 */
function mend(text: string): string {
  if (!/[ÃĂÄ]/.test(text)) return text;
  return text
    .replace(/Ä\ufffd/g, 'Ä\u0090')
    .replace(/([a-z]*)[ÃĂ](?: ([a-z]*)|$)/gi, (_, before: string, after: string | undefined) => {
      const joined = isSyllable(`${before}à${after ?? ''}`.toLowerCase());
      return `${before}Ã\u00a0${joined ? '' : ' '}${after ?? ''}`;
    });
}
