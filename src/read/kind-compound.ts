import type { FileKind } from './document.ts';

/** The OLE2 compound file of Office 97–2003, and of password-protected packages. */
export function isCompound(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.length)).equals(SIGNATURE);
}

const SIGNATURE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

const STREAMS: readonly (readonly [string, FileKind, string])[] = [
  ['EncryptedPackage', 'encrypted', 'encrypted'],
  ['Workbook', 'xls', 'xls'],
  ['Book', 'xls', 'xls'],
  ['WordDocument', 'doc', 'doc'],
  ['PowerPoint Document', 'unknown', 'ppt'],
  // A mail as Outlook saves it; what is attached lies deeper, in storages of its own.
  ['__properties_version1.0', 'unknown', 'msg'],
];

/**
 * Told by the names of the streams. Directory entries are looked for where they can stand (every 128 bytes), without walking the
 * allocation table: that works on files whose table is broken, and cannot run in circles. The first entry wins: embedded documents come later.
 */
export function compoundKind(bytes: Uint8Array): { readonly kind: FileKind; readonly format: string } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let first: { readonly at: number; readonly kind: FileKind; readonly format: string } | null = null;
  for (const [stream, kind, format] of STREAMS) {
    const at = findEntry(view, stream);
    if (at >= 0 && (first === null || at < first.at || kind === 'encrypted')) first = { at, kind, format };
    if (kind === 'encrypted' && first !== null) break;
  }
  return first ?? { kind: 'unknown', format: 'ole' };
}

/** Names are the same whatever their letter case; programs write them so, or all in capitals. */
function findEntry(view: Buffer, name: string): number {
  const found = [name, name.toUpperCase()].map((each) => findExact(view, each)).filter((at) => at >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}

function findExact(view: Buffer, name: string): number {
  const bytes = Buffer.from(`${name}\0`, 'utf16le');
  for (let at = view.indexOf(bytes); at >= 0; at = view.indexOf(bytes, at + 2)) {
    if (at % 128 !== 0 || at + 68 > view.length) continue;
    // Length of the name with its NUL, and the type "stream".
    if (view.readUInt16LE(at + 64) === bytes.length && view[at + 66] === 2) return at;
  }
  return -1;
}
