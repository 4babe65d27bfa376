import { weigh } from './letters.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromVni } from './vni.ts';
import { decodeWindows1258 } from './windows-1258.ts';

export type ByteEncoding = 'utf-8' | 'utf-16' | 'windows-1258' | 'tcvn3' | 'vni' | 'windows-1252';

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: ByteEncoding;
  /** `mark`: the file says so itself; `letters`: statistics; null: plain UTF-8, or nothing speaks for anything. */
  readonly sure: 'mark' | 'letters' | null;
}

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');
const windows1252 = new TextDecoder('windows-1252');

/** Enough text to judge letters by. */
const SAMPLE = 200_000;

/**
 * The text of a file without a format of its own (CSV). UTF-8 where the bytes are it, a cut or damaged letter here and
 * there allowed; UTF-16 by its mark or its zero bytes; else the 8-bit encoding in which the words are Vietnamese.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  const wide = decodeUtf16(bytes);
  if (wide !== null) return wide;
  const sure = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'mark' : null;
  try {
    return { text: strict.decode(bytes), encoding: 'utf-8', sure };
  } catch {
    const text = lenient.decode(bytes);
    if (sure === 'mark' || isMostlyUtf8(text)) return { text, encoding: 'utf-8', sure };
  }
  return decodeEightBit(bytes);
}

function isMostlyUtf8(text: string): boolean {
  const letters = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return letters >= 10 * broken;
}

function decodeUtf16(bytes: Uint8Array): DecodedText | null {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'be' : null;
  const order = marked ?? orderByZeros(bytes);
  if (order === null) return null;
  const text = new TextDecoder(`utf-16${order}`).decode(bytes);
  return { text, encoding: 'utf-16', sure: marked === null ? 'letters' : 'mark' };
}

/** Plain letters, digits and blanks of UTF-16 have a zero byte each, on one side; other encodings have none. */
function orderByZeros(bytes: Uint8Array): 'le' | 'be' | null {
  const pairs = Math.min(bytes.length, 4096) >> 1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i += 1) {
    if (bytes[2 * i] === 0) even += 1;
    if (bytes[2 * i + 1] === 0) odd += 1;
  }
  if (pairs < 2) return null;
  if (odd > pairs * 0.3 && even < pairs * 0.02 + 1) return 'le';
  return even > pairs * 0.3 && odd < pairs * 0.02 + 1 ? 'be' : null;
}

function decodeEightBit(bytes: Uint8Array): DecodedText {
  const plain = windows1252.decode(bytes);
  const sample = plain.slice(0, SAMPLE);
  const tries: readonly (readonly [ByteEncoding, string, () => string])[] = [
    ['windows-1252', sample, () => plain],
    ['windows-1258', decodeWindows1258(bytes.subarray(0, SAMPLE)), () => decodeWindows1258(bytes)],
    ['tcvn3', fromTcvn3(sample, false), () => fromTcvn3(plain, false)],
    ['vni', fromVni(sample), () => fromVni(plain)],
  ];
  let best: { encoding: ByteEncoding; score: number; whole: () => string } | null = null;
  for (const [encoding, text, whole] of tries) {
    const score = scoreOf(text);
    if (best === null || score > best.score) best = { encoding, score, whole };
  }
  if (best === null || best.encoding === 'windows-1252')
    return { text: plain, encoding: 'windows-1252', sure: null };
  return { text: best.whole(), encoding: best.encoding, sure: 'letters' };
}

/** Syllables less the words that are none; two for one, since a wrong encoding hits a syllable now and then. */
function scoreOf(text: string): number {
  const { good, bad } = weigh(text);
  return good.length - 2 * bad.length;
}
