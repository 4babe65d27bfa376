import { isZip, openZip, type Zip } from '../pack/zip.ts';
import type { FileKind } from './document.ts';
import { compoundKind, isCompound } from './kind-compound.ts';
import { textKind } from './kind-text.ts';
import { packageKind } from './kind-zip.ts';
import type { Limits } from './limits.ts';

/** What a file is, told from its content alone. */
export interface Kind {
  readonly kind: FileKind;
  /** Finer than `kind`: `png`, `rar`, `pptx`; else the kind itself. */
  readonly format: string;
  readonly zip: Zip | null;
}

/**
 * Never refuses bytes that it does not know (`unknown`); throws a fault for a zip whose directory is broken or over a limit.
 * `budget` is that of the archive around this file.
 */
export function kindOf(bytes: Uint8Array, limits: Limits, budget?: { left: number }): Kind {
  if (bytes.length === 0) return told('empty');
  if (isZip(bytes)) {
    const zip = openZip(bytes, limits, budget);
    return { ...packageKind(zip), zip };
  }
  if (isCompound(bytes)) return { ...compoundKind(bytes), zip: null };
  const binary = binaryFormat(bytes);
  if (binary !== null) return binary;
  return { ...textKind(bytes), zip: null };
}

function told(kind: FileKind, format: string = kind): Kind {
  return { kind, format, zip: null };
}

/** First bytes in Latin-1, and what they begin. */
const SIGNATURES: readonly (readonly [RegExp, FileKind, string])[] = [
  [/^\x89PNG/, 'picture', 'png'],
  [/^\xff\xd8\xff/, 'picture', 'jpg'],
  [/^GIF8/, 'picture', 'gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'picture', 'webp'],
  [/^BM[\s\S]{4}\0\0\0\0/, 'picture', 'bmp'],
  [/^(II\*\0|MM\0\*)/, 'picture', 'tiff'],
  [/^[\s\S]{4}ftyp(hei|hev|mif|msf|avi)/, 'picture', 'heic'],
  [/^[\s\S]{4}ftyp/, 'unknown', 'video'],
  [/^[\s\S]{0,1000}%PDF-/, 'pdf', 'pdf'],
  [/^\{\\rtf/, 'doc', 'rtf'],
  [/^Rar!/, 'unknown', 'rar'],
  [/^7z\xbc\xaf/, 'unknown', '7z'],
  [/^\x78\x9f\x3e\x22/, 'tnef', 'tnef'],
  // Excel 2.1 to 4.0, and streams of later ones without a container.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a signature
  [/^\x09(?:\0\x04|\x02\x06|\x04\x06|\x08[\x06\x08\x10])\0/, 'xls', 'xls'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a signature
  [/^\x1f\x8b/, 'unknown', 'gzip'],
  [/^MZ/, 'unknown', 'program'],
  [/^(ID3|\xff\xfb|OggS|RIFF[\s\S]{4}WAVE|#!AMR)/, 'unknown', 'sound'],
];

function binaryFormat(bytes: Uint8Array): Kind | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  for (const [signature, kind, format] of SIGNATURES) if (signature.test(head)) return told(kind, format);
  return null;
}
