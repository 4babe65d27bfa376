import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/pack/fault.ts';
import { openZip, unpack, type ZipLimits } from '../../src/pack/zip.ts';
import { writeZip } from '../../src/pack/zip-write.ts';

const limits: ZipLimits = { entries: 100, inflated: 10_000_000, ratio: 200 };
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

function fault(run: () => unknown) {
  try {
    run();
  } catch (thrown) {
    return faultOf(thrown) ?? thrown;
  }
  return null;
}

/** Changes bytes of a package that was written well. */
function spoil(bytes: Uint8Array, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

const central = (bytes: Buffer) => bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));

describe('a zip', () => {
  it('gives back what was written, in order', () => {
    const bytes = writeZip([
      { name: 'một.txt', contents: 'xã Hoài Châu'.repeat(50) },
      { name: 'a/b.bin', contents: new Uint8Array([1, 2, 3]), stored: true },
      { name: 'empty', contents: '' },
    ]);
    const zip = openZip(bytes, limits);
    expect(zip.entries.map(({ name, method }) => [name, method])).toEqual([
      ['một.txt', 8],
      ['a/b.bin', 0],
      ['empty', 0],
    ]);
    expect(zip.entries.map((entry) => text(unpack(zip, entry)))).toEqual([
      'xã Hoài Châu'.repeat(50),
      '\u0001\u0002\u0003',
      '',
    ]);
  });

  it('is the same bytes for the same sources', () => {
    const sources = [{ name: 'x', contents: 'x'.repeat(1000) }];
    expect(writeZip(sources)).toEqual(writeZip(sources));
  });

  it('keeps the compressed bytes of an entry that is taken over', () => {
    const packed = deflateRawSync('a'.repeat(5000), { level: 1 });
    const first = openZip(writeZip([{ name: 'old', contents: 'a'.repeat(5000) }]), limits);
    const entry = first.entries[0];
    if (entry === undefined) throw new Error('no entry');
    const again = writeZip([
      { name: 'new', contents: packed },
      { name: 'old', from: first, entry },
    ]);
    const zip = openZip(again, limits);
    expect(zip.entries[1]).toMatchObject({ crc: entry.crc, packedSize: entry.packedSize, time: entry.time });
    expect(text(unpack(zip, zip.entries[1] ?? entry))).toBe('a'.repeat(5000));
  });

  it('may have rubbish before and a comment behind it, and backslashes in its names', () => {
    const plain = writeZip([{ name: 'xl\\workbook.xml', contents: '<a/>' }]);
    const bytes = Buffer.concat([Buffer.from('rubbish'), plain, Buffer.from('trailing')]);
    const zip = openZip(bytes, limits);
    const entry = zip.entries[0];
    expect(entry?.name).toBe('xl/workbook.xml');
    expect(entry && text(unpack(zip, entry))).toBe('<a/>');
  });

  it('tells names without the UTF-8 flag: UTF-8 where valid, else windows-1258', () => {
    const swap = (name: Buffer) =>
      openZip(
        spoil(writeZip([{ name: 'x'.repeat(name.length), contents: '' }]), (copy) => {
          name.copy(copy, central(copy) + 46);
        }),
        limits,
      ).entries[0]?.name;
    expect(swap(Buffer.from('xã'))).toBe('xã');
    expect(swap(Buffer.from([0x78, 0xe3, 0x20, 0xd0]))).toBe('xă Đ');
  });

  it('names the limit that it met', () => {
    const bomb = writeZip([{ name: 'zeros', contents: new Uint8Array(5_000_000) }]);
    const open = (changed: Partial<ZipLimits>) => () => {
      const zip = openZip(bomb, { ...limits, ...changed });
      for (const entry of zip.entries) unpack(zip, entry);
    };
    expect(fault(open({ ratio: 1e9 }))).toBeNull();
    expect(fault(open({}))).toEqual({ kind: 'limit', limit: 'ratio', most: 200 });
    expect(fault(open({ inflated: 1000 }))).toEqual({
      kind: 'limit',
      limit: 'inflated',
      most: 1000,
    });
    expect(fault(open({ entries: 0 }))).toEqual({ kind: 'limit', limit: 'entries', most: 0 });
  });

  it('is stopped when an entry inflates to more than it declares', () => {
    const bytes = spoil(writeZip([{ name: 'z', contents: new Uint8Array(500_000) }]), (copy) =>
      copy.writeUInt32LE(10, central(copy) + 24),
    );
    const zip = openZip(bytes, limits);
    expect(fault(() => zip.entries.map((entry) => unpack(zip, entry)))).toMatchObject({ kind: 'damaged' });
  });

  it('names an encrypted entry, a strange method and a wrong checksum', () => {
    const plain = writeZip([{ name: 'z', contents: 'abcabcabcabcabcabc' }]);
    const spoilt = (change: (copy: Buffer, at: number) => void) => {
      const zip = openZip(
        spoil(plain, (copy) => change(copy, central(copy))),
        limits,
      );
      return fault(() => zip.entries.map((entry) => unpack(zip, entry)));
    };
    expect(spoilt((copy, at) => copy.writeUInt16LE(1, at + 8))).toEqual({ kind: 'encrypted', entry: 'z' });
    expect(spoilt((copy, at) => copy.writeUInt16LE(12, at + 10))).toMatchObject({ kind: 'unsupported' });
    expect(spoilt((copy, at) => copy.writeUInt32LE(7, at + 16))).toMatchObject({ kind: 'damaged' });
  });

  it('reads sizes and places from zip64 fields', () => {
    const contents = Buffer.from('far away');
    const plain = Buffer.from(writeZip([{ name: 'f', contents, stored: true }]));
    const at = central(plain);
    const extra = Buffer.alloc(28);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    extra.writeBigUInt64LE(8n, 4);
    extra.writeBigUInt64LE(8n, 12);
    const entry = Buffer.from(plain.subarray(at, at + 47));
    entry.fill(0xff, 20, 28);
    entry.fill(0xff, 42, 46);
    entry.writeUInt16LE(28, 30);
    const listing = Buffer.concat([entry, extra]);
    const far = Buffer.alloc(76);
    far.writeUInt32LE(0x06064b50, 0);
    far.writeBigUInt64LE(1n, 32);
    far.writeBigUInt64LE(BigInt(listing.length), 40);
    far.writeBigUInt64LE(BigInt(at), 48);
    far.writeUInt32LE(0x07064b50, 56);
    const end = Buffer.from(plain.subarray(plain.length - 22));
    end.fill(0xff, 8, 20);
    const zip = openZip(Buffer.concat([plain.subarray(0, at), listing, far, end]), limits);
    expect(zip.entries.map((found) => text(unpack(zip, found)))).toEqual(['far away']);
  });

  it('gives a fault, never another error, for cut and changed bytes', () => {
    const good = writeZip([
      { name: 'a.xml', contents: '<a>'.repeat(100) },
      { name: 'b.xml', contents: 'b', stored: true },
    ]);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, value, length) => {
        for (const bytes of [spoil(good, (copy) => copy.writeUInt8(value, at)), good.subarray(0, length)]) {
          const found = fault(() => {
            const zip = openZip(bytes, limits);
            for (const entry of zip.entries) unpack(zip, entry);
          });
          expect(found).not.toBeInstanceOf(Error);
        }
      }),
      { numRuns: 500 },
    );
  });
});
