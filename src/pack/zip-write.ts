import { crc32, deflateRawSync } from 'node:zlib';
import { packedBytes, type Zip, type ZipEntry } from './zip.ts';

/** What goes into a package: contents (text is written as UTF-8), or an entry of another package as it stands there. */
export type ZipSource =
  | { readonly name: string; readonly contents: Uint8Array | string; readonly stored?: boolean }
  | { readonly name: string; readonly from: Zip; readonly entry: ZipEntry };

/** 1 January 1980, 00:00: the earliest date that a zip can say, so that the same contents give the same bytes. */
const FIXED_TIME = 0x00210000;

interface Packed {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly time: number;
  readonly bytes: Uint8Array;
}

/** A zip of the sources in their order. The same sources give the same bytes; entries taken over keep their compressed bytes. */
export function writeZip(sources: readonly ZipSource[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const source of sources) {
    const packed = pack(source);
    const head = localHeader(packed);
    parts.push(head, packed.name, packed.bytes);
    directory.push(directoryEntry(packed, offset), packed.name);
    offset += head.length + packed.name.length + packed.bytes.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(sources.length, 8);
  end.writeUInt16LE(sources.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}

function pack(source: ZipSource): Packed {
  const name = Buffer.from(source.name, 'utf8');
  if ('from' in source) {
    const { method, crc, size, time } = source.entry;
    return { name, method, crc, size, time, bytes: packedBytes(source.from, source.entry) };
  }
  const contents =
    typeof source.contents === 'string' ? Buffer.from(source.contents, 'utf8') : source.contents;
  const deflated = source.stored === true ? contents : deflateRawSync(contents);
  const stored = source.stored === true || deflated.length >= contents.length;
  return {
    name,
    method: stored ? 0 : 8,
    crc: crc32(contents),
    size: contents.length,
    time: FIXED_TIME,
    bytes: stored ? contents : deflated,
  };
}

function localHeader(packed: Packed): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  writeShared(head, 4, packed);
  return head;
}

function directoryEntry(packed: Packed, offset: number): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  writeShared(entry, 6, packed);
  entry.writeUInt32LE(offset, 42);
  return entry;
}

/** The fields that a local header and a directory entry share, in the same order. */
function writeShared(target: Buffer, at: number, packed: Packed): void {
  const ascii = packed.name.every((byte) => byte < 0x80);
  target.writeUInt16LE(20, at);
  target.writeUInt16LE(ascii ? 0 : 0x800, at + 2);
  target.writeUInt16LE(packed.method, at + 4);
  target.writeUInt32LE(packed.time, at + 6);
  target.writeUInt32LE(packed.crc, at + 10);
  target.writeUInt32LE(packed.bytes.length, at + 14);
  target.writeUInt32LE(packed.size, at + 18);
  target.writeUInt16LE(packed.name.length, at + 22);
}
