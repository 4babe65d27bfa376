import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSeparator } from '../../src/read/csv-text.ts';
import { cellsOf, readOne, sheetsOf } from './xlsx/package.ts';

async function cells(bytes: string | Uint8Array): Promise<readonly string[]> {
  const document = await readOne(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, {}, 'x.csv');
  return sheetsOf(document).flatMap((sheet) => cellsOf(sheet).map((cell) => cell.replace('text:', '')));
}

describe('CSV', () => {
  it('counts rows as Excel does: blank lines are rows, line ends within quotes are not', async () => {
    expect(await cells('STT,Tên\r\n\r\n1,"Thôn 1,\nxã ""A"""\r\n,\r\n2,b')).toEqual([
      'A1=STT',
      'B1=Tên',
      'A3=1',
      'B3=Thôn 1,\nxã "A"',
      'A5=2',
      'B5=b',
    ]);
  });

  it('keeps numbers as text, and the zero that ="0912" saves', async () => {
    expect(await cells('a;b;c\n1.234;42,85;="0912"\n1;2;"=""0913"""')).toEqual([
      'A1=a',
      'B1=b',
      'C1=c',
      'A2=1.234',
      'B2=42,85',
      'C2=0912',
      'A3=1',
      'B3=2',
      'C3=0913',
    ]);
  });

  it.each([
    ['utf-8 with a mark', Buffer.from('\ufeffxã;1\nb;2')],
    ['utf-16le with a mark', Buffer.from('\ufeffxã\t1\nb\t2', 'utf16le')],
    ['utf-16le without', Buffer.from('xã\t1\nb\t2', 'utf16le')],
    ['utf-16be with a mark', Buffer.from('\ufeffxã\t1\nb\t2', 'utf16le').swap16()],
  ])('reads %s', async (_, bytes) => {
    expect(await cells(bytes)).toEqual(['A1=xã', 'B1=1', 'A2=b', 'B2=2']);
  });

  it('says that it was UTF-16', async () => {
    const document = await readOne(Buffer.from('\ufeffxã\t1', 'utf16le'), {}, 'x.txt');
    expect(document.findings).toMatchObject([
      { code: 'file/text-rescued', facts: { encoding: 'utf-16', cells: 2, sure: 'mark' } },
    ]);
  });

  it('keeps each byte of an older encoding as one character, and a cut UTF-8 file as UTF-8', async () => {
    expect(await cells(Buffer.from('Hoµi Nh¬n;1\n\xad;2', 'latin1'))).toEqual([
      'A1=Hoµi Nh¬n',
      'B1=1',
      'A2=\u00ad',
      'B2=2',
    ]);
    const cut = Buffer.from(`${'Hoài Nhơn; xã Hoài Hải, phường Bồng Sơn\n'.repeat(5)}ờ`);
    expect((await cells(cut.subarray(0, -1)))[0]).toBe('A1=Hoài Nhơn');
  });

  it('takes the first line sep= at its word, which is no row', async () => {
    expect(await cells('sep=|\r\na,b|c')).toEqual(['A1=a,b', 'B1=c']);
  });

  it('finds the separator by what the lines agree on', () => {
    expect(findSeparator('a,b,c\n1,2,3')).toBe(',');
    expect(findSeparator('STT;Địa chỉ;Lũy kế\n1;Thôn 1, xã A;2,5\n2;"Thôn; 2", xã B;3,5')).toBe(';');
    expect(findSeparator('a\tb\n1,5\t2,5')).toBe('\t');
    expect(findSeparator('a|b|c\n1|2|3')).toBe('|');
    expect(findSeparator('BÁO CÁO\nHuyện A\n\nSTT,Tên,Địa chỉ,Số,Lũy kế\n1,A,B,2,3')).toBe(',');
    expect(
      findSeparator('Tổng số cán bộ, công chức: 12\nĐã cài: 10\nCó điện thoại: 11\nGhi chú: không'),
    ).toBeNull();
    expect(findSeparator('')).toBeNull();
  });

  it('takes a quote that is never closed for a character', async () => {
    expect(await cells('a;"b\nc;d')).toEqual(['A1=a', 'B1="b', 'A2=c', 'B2=d']);
  });

  it('is empty when only blanks are in it', async () => {
    const document = await readOne(Buffer.from(';;\n;;\n'), {}, 'x.csv');
    expect(document).toMatchObject({
      workbook: null,
      findings: [{ code: 'file/empty', facts: { blank: true } }],
    });
  });

  it('names the limit that it met', async () => {
    const met = async (limits: Record<string, number>) =>
      (await readOne(Buffer.from('a;b\n'.repeat(20)), { limits }, 'x.csv')).findings;
    expect(await met({ rows: 10 })).toMatchObject([
      { code: 'file/limit', facts: { limit: 'rows', most: 10 } },
    ]);
    expect(await met({ columns: 1 })).toMatchObject([{ facts: { limit: 'columns' } }]);
    expect(await met({ cells: 5 })).toMatchObject([{ facts: { limit: 'cells' } }]);
    expect(await met({ bytes: 5 })).toMatchObject([{ facts: { limit: 'bytes' } }]);
  });

  it('gives a document whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('"', ';', ',', '\n', '\r', '=', 'a', '\t', ' ', 'ạ', '\ufeff')),
        async (marks) => {
          const document = await readOne(Buffer.from(marks.join('')), {}, 'x.csv');
          expect(document.workbook === null).toBe(
            document.findings.some(({ code }) => code.startsWith('file/')),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
