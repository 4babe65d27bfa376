import { WINDOWS_1252 } from '../../src/text/bytes.ts';
import { TCVN3 } from '../../src/text/tcvn3.ts';
import { VISCII } from '../../src/text/viscii.ts';
import { VNI } from '../../src/text/vni.ts';

/** How legacy programs would have stored a Unicode text, seen as windows-1252: the way back of what is tested. */

const toTcvn3 = new Map([...TCVN3].map(([sign, letter]) => [letter, sign]));
/** Capital marks for capital letters, small for small. */
const toVni = new Map(
  [...VNI]
    .filter(([typed]) => typed === typed.toLowerCase() || typed === typed.toUpperCase())
    .map(([typed, letter]) => [letter, typed]),
);

/** As the fonts want it: a capital with a tone becomes the small letter's code. */
export function asTcvn3(text: string): string {
  return [...text.normalize('NFC')]
    .map((char) => {
      const plainCapital = 'ĂÂÊÔƠƯĐ'.includes(char);
      return toTcvn3.get(plainCapital ? char : char.toLowerCase()) ?? char;
    })
    .join('');
}

const toViscii = new Map([...VISCII].map(([sign, letter]) => [letter, sign]));

export function asViscii(text: string): string {
  return [...text.normalize('NFC')].map((char) => toViscii.get(char) ?? char).join('');
}

export function asVni(text: string): string {
  return [...text.normalize('NFC')].map((char) => toVni.get(char) ?? char).join('');
}

export function asMojibake(text: string): string {
  return [...Buffer.from(text.normalize('NFC'), 'utf8')].map((byte) => WINDOWS_1252[byte]).join('');
}

/** The bytes of windows-1258: ă â ê ô ơ ư đ and a few accented letters whole, tones apart. */
export function windows1258Bytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text.normalize('NFC')) {
    const whole = FROM_1258.get(char);
    if (whole !== undefined) {
      bytes.push(whole);
      continue;
    }
    const parts = char.normalize('NFD');
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? '';
    for (const part of [parts.replace(tone, '').normalize('NFC'), tone]) {
      const byte = FROM_1258.get(part);
      if (byte !== undefined) bytes.push(byte);
    }
  }
  return Uint8Array.from(bytes);
}

const decoder = new TextDecoder('windows-1258');
const FROM_1258 = new Map(
  Array.from({ length: 256 }, (_, byte): [string, number] => [decoder.decode(Uint8Array.of(byte)), byte]),
);

export function asWindows1258(text: string): string {
  return [...windows1258Bytes(text)].map((byte) => WINDOWS_1252[byte]).join('');
}

/** Bytes of text of windows-1252. */
export function windows1252Bytes(text: string): Uint8Array {
  return Uint8Array.from([...text].map((char) => Math.max(0, WINDOWS_1252.indexOf(char))));
}
