import type { FileKind } from './document.ts';
import { utf16Order } from './utf16.ts';

const LOOKED_AT = 65_536;

/** What a file without a binary signature is: markup, a mail, other text, or nothing known. */
export function textKind(bytes: Uint8Array): { readonly kind: FileKind; readonly format: string } {
  const head = textHead(bytes);
  if (head === null) return { kind: 'unknown', format: 'unknown' };
  const start = head.replace(/^\ufeff/, '').trimStart();
  if (start === '' && bytes.length <= LOOKED_AT) return { kind: 'empty', format: 'empty' };
  if (start.startsWith('<')) return markupKind(start.slice(0, 8192));
  // "ID;P" alone may be the head of a CSV.
  if (/^ID;P[^\r\n]*\r?\n(?:[BCFPOENW];|E\r?\n)/.test(start)) return { kind: 'sylk', format: 'sylk' };
  if (/^\{\s*"url"\s*:\s*"https:\/\/docs\.google\.com\//.test(start))
    return { kind: 'unknown', format: 'gsheet' };
  if (isMail(start)) return { kind: 'eml', format: 'eml' };
  return { kind: 'csv', format: 'csv' };
}

/** The first bytes as text (Latin-1 unless UTF-16), or null when they are not text. */
function textHead(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOKED_AT));
  const order = utf16Order(bytes);
  if (order !== null) return new TextDecoder(order).decode(head.subarray(0, head.length & ~1));
  let strange = 0;
  for (const byte of head) {
    if (byte === 0) return null;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 0x1a) strange += 1;
  }
  // Old Vietnamese encodings put a few capitals among the control characters.
  return strange * 20 > head.length ? null : head.toString('latin1').replace(/^\xef\xbb\xbf/, '');
}

function markupKind(start: string): { readonly kind: FileKind; readonly format: string } {
  const low = start.toLowerCase();
  if (/progid="excel\.sheet"|<(\w+:)?workbook[^>]*urn:schemas-microsoft-com:office:spreadsheet/.test(low)) {
    return { kind: 'spreadsheetml', format: 'spreadsheetml' };
  }
  const flat = /<(\w+:)?document\s[^>]*mimetype="application\/vnd\.oasis\.opendocument\.(\w+)/.exec(low)?.[2];
  if (flat !== undefined)
    return flat === 'spreadsheet'
      ? { kind: 'ods', format: 'fods' }
      : { kind: 'unknown', format: 'opendocument' };
  if (/<(!doctype html|html|head|meta|body|table|style|div|p|center|font)[\s>]/.test(low)) {
    return { kind: 'html', format: 'html' };
  }
  return low.startsWith('<?xml') ? { kind: 'unknown', format: 'xml' } : { kind: 'csv', format: 'csv' };
}

/** Two header fields at least, one of them a mail's own, before the first blank line. */
function isMail(start: string): boolean {
  const fields =
    start
      .slice(0, 16_384)
      .split(/\r?\n\r?\n/, 1)[0]
      ?.match(/^[\w-]+(?=:)/gm) ?? [];
  if (!/^[\w-]+:/.test(start) || fields.length < 2) return false;
  return fields.some((field) =>
    /^(received|return-path|message-id|mime-version|delivered-to|content-type)$/i.test(field),
  );
}
