import { crc32, inflateRawSync } from 'node:zlib';
import { fail } from './fault.ts';

export interface ZipLimits {
  /** Most entries in the central directory. */
  readonly entries: number;
  /** Most bytes inflated out of one package, all entries together. */
  readonly inflated: number;
  /** Most times an entry may grow; asked only of entries that inflate to more than a megabyte. */
  readonly ratio: number;
}

/** One entry as the central directory tells it. Nothing is inflated before `unpack`. */
export interface ZipEntry {
  /** With `/` (packages made on Windows may say `\`). A folder ends with `/`. */
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflate. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
  /** DOS date and time as stored, date in the upper 16 bits. */
  readonly time: number;
  /** Where the local header starts in `zip.bytes`. */
  readonly offset: number;
}

export interface Zip {
  readonly bytes: Uint8Array;
  /** In the order of the central directory. Names may repeat in hostile packages. */
  readonly entries: readonly ZipEntry[];
  readonly limits: ZipLimits;
  /** Bytes that may still be inflated; share one budget between nested archives to bound them together. */
  readonly budget: { left: number };
}

const RATIO_ASKED_ABOVE = 1 << 20;
const UTF8_NAME = 0x800;

/** Whether bytes begin like a zip (an empty one, too). */
export function isZip(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  return (bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6);
}

/** Reads the central directory. Throws a fault (`faultOf`) where it is broken, or has more entries than allowed. */
export function openZip(
  bytes: Uint8Array,
  limits: ZipLimits,
  budget: { left: number } = { left: limits.inflated },
): Zip {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.count > limits.entries) fail({ kind: 'limit', limit: 'entries', most: limits.entries });
  const entries: ZipEntry[] = [];
  let at = directory.start;
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== 0x02014b50) {
      fail({ kind: 'damaged', detail: `central directory entry ${i}` });
    }
    const nameEnd = at + 46 + view.readUInt16LE(at + 28);
    const extraEnd = nameEnd + view.readUInt16LE(at + 30);
    if (extraEnd > view.length) fail({ kind: 'damaged', detail: `central directory entry ${i}` });
    entries.push(readEntry(view, at, nameEnd, extraEnd, directory.shift));
    at = extraEnd + view.readUInt16LE(at + 32);
  }
  return { bytes, entries, limits, budget };
}

/**
 * The contents of an entry, checked against its size and CRC-32. Throws a fault where it is damaged, encrypted, over a limit or
 * compressed in a way that is neither stored nor deflate.
 */
export function unpack(zip: Zip, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) fail({ kind: 'encrypted', entry: entry.name });
  const packed = packedBytes(zip, entry);
  const { limits, budget } = zip;
  if (entry.size > budget.left) fail({ kind: 'limit', limit: 'inflated', most: limits.inflated });
  if (entry.size > RATIO_ASKED_ABOVE && entry.size > entry.packedSize * limits.ratio) {
    fail({ kind: 'limit', limit: 'ratio', most: limits.ratio });
  }
  const contents = inflate(packed, entry);
  budget.left -= contents.length;
  if (contents.length !== entry.size || crc32(contents) !== entry.crc) {
    fail({ kind: 'damaged', detail: `contents of ${entry.name}` });
  }
  return contents;
}

/** The compressed bytes as they stand, for packing again without a change. */
export function packedBytes(zip: Zip, entry: ZipEntry): Uint8Array {
  const { bytes } = zip;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.offset;
  if (at < 0 || at + 30 > view.length || view.readUInt32LE(at) !== 0x04034b50) {
    fail({ kind: 'damaged', detail: `local header of ${entry.name}` });
  }
  const start = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
  if (start + entry.packedSize > view.length) fail({ kind: 'damaged', detail: `end of ${entry.name}` });
  return bytes.subarray(start, start + entry.packedSize);
}

function inflate(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) fail({ kind: 'unsupported', detail: `method ${entry.method} of ${entry.name}` });
  if (entry.size === 0) return new Uint8Array(0);
  try {
    // A result longer than declared is stopped here, whatever the budget: the declared size has been weighed already.
    return inflateRawSync(packed, {
      maxOutputLength: entry.size,
      // One piece of memory, and some over: a piece that is filled to the brim makes zlib ask for a second one.
      chunkSize: Math.min(entry.size + 64, 1 << 20),
    });
  } catch {
    return fail({ kind: 'damaged', detail: `deflate stream of ${entry.name}` });
  }
}

interface Directory {
  readonly start: number;
  readonly count: number;
  /** Bytes that stand before the package proper; offsets do not count them. */
  readonly shift: number;
}

function findDirectory(view: Buffer): Directory {
  const end = findEnd(view);
  let count = view.readUInt16LE(end + 10);
  let size = view.readUInt32LE(end + 12);
  let offset = view.readUInt32LE(end + 16);
  let directoryEnd = end;
  const locator = end - 20;
  if (locator >= 0 && view.readUInt32LE(locator) === 0x07064b50) {
    const far = view.lastIndexOf(Buffer.from([0x50, 0x4b, 6, 6]), locator);
    if (far < 0 || far + 56 > view.length) fail({ kind: 'damaged', detail: 'zip64 end record' });
    count = Number(view.readBigUInt64LE(far + 32));
    size = Number(view.readBigUInt64LE(far + 40));
    offset = Number(view.readBigUInt64LE(far + 48));
    directoryEnd = far;
  } else if (view.readUInt16LE(end + 4) !== 0) {
    fail({ kind: 'unsupported', detail: 'a zip over several disks' });
  }
  const start = directoryEnd - size;
  if (start < 0 || start < offset) fail({ kind: 'damaged', detail: 'place of the central directory' });
  return { start, count, shift: start - offset };
}

/** The end record, looked for backwards: a comment of up to 65,535 bytes, or rubbish of as many, may follow it. */
function findEnd(view: Buffer): number {
  for (let at = view.length - 22; at >= Math.max(0, view.length - 22 - 0xffff); at--) {
    if (view[at] === 0x50 && view.readUInt32LE(at) === 0x06054b50) return at;
  }
  return fail({ kind: 'damaged', detail: 'no end of central directory' });
}

function readEntry(view: Buffer, at: number, nameEnd: number, extraEnd: number, shift: number): ZipEntry {
  const flags = view.readUInt16LE(at + 8);
  const far = readFarSizes(view, at, nameEnd, extraEnd);
  return {
    name: entryName(view.subarray(at + 46, nameEnd), (flags & UTF8_NAME) !== 0),
    encrypted: (flags & 1) !== 0,
    method: view.readUInt16LE(at + 10),
    crc: view.readUInt32LE(at + 16),
    size: far.size,
    packedSize: far.packedSize,
    time: view.readUInt32LE(at + 12),
    offset: far.offset + shift,
  };
}

/** Sizes and offset, from the zip64 extra field where the plain ones are full. */
function readFarSizes(view: Buffer, at: number, nameEnd: number, extraEnd: number) {
  const plain = {
    packedSize: view.readUInt32LE(at + 20),
    size: view.readUInt32LE(at + 24),
    offset: view.readUInt32LE(at + 42),
  };
  if (plain.packedSize !== 0xffffffff && plain.size !== 0xffffffff && plain.offset !== 0xffffffff)
    return plain;
  for (let field = nameEnd; field + 4 <= extraEnd; field += 4 + view.readUInt16LE(field + 2)) {
    if (view.readUInt16LE(field) !== 1) continue;
    let next = field + 4;
    const take = (value: number) => {
      if (value !== 0xffffffff || next + 8 > extraEnd) return value;
      next += 8;
      return Number(view.readBigUInt64LE(next - 8));
    };
    const size = take(plain.size);
    const packedSize = take(plain.packedSize);
    return { size, packedSize, offset: take(plain.offset) };
  }
  return plain;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Without its flag a name is UTF-8 where it is valid as such, else windows-1258: what Windows in Vietnamese writes. */
function entryName(bytes: Buffer, flagged: boolean): string {
  let name = bytes.toString('latin1');
  if (/[^ -~]/.test(name)) name = decodeName(bytes, flagged);
  return name.includes('\\') ? name.replaceAll('\\', '/') : name;
}

function decodeName(bytes: Uint8Array, flagged: boolean): string {
  try {
    return flagged ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : strictUtf8.decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}
