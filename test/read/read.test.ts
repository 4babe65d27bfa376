import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { writeZip } from '../../src/pack/zip-write.ts';
import { read } from '../../src/read/read.ts';
import { drawPackage } from './xlsx/package.ts';

const book = drawPackage({ sheet: '<row r="1"><c r="A1"><v>1</v></c></row>' });
const zipOf = (...files: readonly (readonly [string, Uint8Array | string])[]) =>
  writeZip(files.map(([name, contents]) => ({ name, contents })));

async function told(path: string, bytes: Uint8Array, limits = {}) {
  const documents = await read(path, bytes, { limits });
  return documents.map(
    ({ path, kind, workbook, findings }) =>
      `${path} ${kind}${workbook === null ? '' : ' read'}${findings.map(({ code }) => ` ${code}`).join('')}`,
  );
}

describe('reading a received file', () => {
  it('gives one document, with the hash of its bytes', async () => {
    const [document] = await read('inbox/2021-08-16/x.xlsx', book);
    expect(document).toMatchObject({
      path: 'inbox/2021-08-16/x.xlsx',
      kind: 'xlsx',
      sha256: createHash('sha256').update(book).digest('hex'),
      findings: [],
      mailDate: null,
    });
    expect(document?.workbook?.sheets).toHaveLength(1);
  });

  it('gives one document a file of an archive, and the hash of each', async () => {
    const bytes = zipOf(
      ['b.xlsx', book],
      ['Xã A\\a.csv', 'x;1\ny;2'],
      ['ảnh.png', '\u0089PNG'],
      ['~$b.xlsx', 'lock'],
    );
    const documents = await read('all.zip', bytes);
    expect(documents[0]?.sha256).toBe(createHash('sha256').update(book).digest('hex'));
    expect(documents.map(({ path }) => path)).toEqual([
      'all.zip!/b.xlsx',
      'all.zip!/Xã A/a.csv',
      'all.zip!/ảnh.png',
      'all.zip!/~$b.xlsx',
    ]);
  });

  it('leaves the other files of an archive alone when one is damaged, locked or over a limit', async () => {
    const bytes = Buffer.from(
      zipOf(['a.xlsx', book], ['b.xlsx', book], ['c.xlsx', book], ['d.csv', 'a;b\n'.repeat(9)]),
    );
    const entries = [0, 1].reduce<number[]>((found) => {
      const from = (found.at(-1) ?? -1) + 1;
      return [...found, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), from)];
    }, []);
    bytes.writeUInt16LE(1, (entries[0] ?? 0) + 8);
    bytes.writeUInt32LE(0, (entries[1] ?? 0) + 16);
    expect(await told('all.zip', bytes, { rows: 5 })).toEqual([
      'all.zip!/a.xlsx unknown file/password',
      'all.zip!/b.xlsx unknown file/damaged',
      'all.zip!/c.xlsx xlsx read',
      'all.zip!/d.csv csv file/limit',
    ]);
  });

  it('opens an archive in an archive, and no further', async () => {
    const inner = zipOf(['x.xlsx', book]);
    expect(await told('a.zip', zipOf(['b.zip', inner]))).toEqual(['a.zip!/b.zip!/x.xlsx xlsx read']);
    expect(await told('a.zip', zipOf(['b.zip', zipOf(['c.zip', inner])]))).toEqual([
      'a.zip!/b.zip!/c.zip zip file/archive-nested',
    ]);
  });

  it('lets all files of an archive inflate to no more than one file may', async () => {
    const bomb = zipOf(...[1, 2, 3].map((i) => [`${i}.csv`, 'a;b\n'.repeat(250_000)] as const));
    const found = await told('a.zip', bomb, { inflated: 2_500_000 });
    expect(found.map((line) => line.split(' ').at(-1))).toEqual(['read', 'read', 'file/limit']);
  });

  it('says why where there is nothing to read', async () => {
    expect(await told('a.zip', zipOf())).toEqual(['a.zip zip file/not-a-table']);
    expect(await told('a.xlsx', book.subarray(0, 300))).toEqual(['a.xlsx xlsx file/damaged']);
  });
});
