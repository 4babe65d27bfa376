import { decodeAs } from '../text/bytes.ts';
import { fail } from './fault.ts';

/** The text of an XML part: its encoding by byte order mark, else by the first bytes, else by its declaration, else UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return utf8(bytes.subarray(3));
  if (a === 0xff && b === 0xfe) return decode('utf-16le', bytes);
  if (a === 0xfe && b === 0xff) return decode('utf-16be', bytes);
  if (a === 0x3c && b === 0 && d === 0) return decode('utf-16le', bytes);
  if (a === 0 && b === 0x3c && c === 0) return decode('utf-16be', bytes);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase();
  // A part that declares UTF-16 and was met here is not in UTF-16: its first bytes were looked at above.
  if (declared === undefined || declared.startsWith('utf')) return utf8(bytes);
  return decode(declared, bytes);
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function decode(label: string, bytes: Uint8Array): string {
  try {
    return decodeAs(label, bytes);
  } catch {
    return fail({ kind: 'damaged', detail: `encoding ${label}` });
  }
}

const ESCAPED: { readonly [mark: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Text for an element or an attribute in either quotes. What XML 1.0 cannot say at all (control characters, lone surrogates) is left out. */
export function escapeXml(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    /[&<>"'\n\r\t]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (mark) => ESCAPED[mark] ?? '',
  );
}
