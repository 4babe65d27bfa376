import { describe, expect, it } from 'vitest';
import { returnedNames } from '../../../src/write/annotate/file-name.ts';

const name = (outer: string, inner: string | null, extension: string | null, taken = new Set<string>()) => {
  const { workbook, reply } = returnedNames(outer, inner, extension, taken);
  return [workbook, reply];
};

describe('names of returned files', () => {
  it('are the sender’s own, in the same folders', () => {
    expect(name('co quan/Y Tế.xlsx', null, '.xlsx')).toEqual(['co quan/Y Tế.xlsx', 'co quan/Y Tế.txt']);
    expect(name('a.XLSM', null, '.xlsm')).toEqual(['a.XLSM', 'a.txt']);
  });
  it('say what a copy is a copy of, and what a workbook really is', () => {
    expect(name('hoài mỹ.csv', null, '.xlsx')).toEqual(['hoài mỹ.csv.xlsx', 'hoài mỹ.csv.txt']);
    expect(name('a.xls', null, '.xlsx')).toEqual(['a.xls.xlsx', 'a.xls.txt']);
  });
  it('leave the name of an unreadable file to its reply', () => {
    expect(name('Xã Hoài Phú 17.8.pdf', null, null)[1]).toBe('Xã Hoài Phú 17.8.txt');
    expect(name('không đuôi', null, null)[1]).toBe('không đuôi.txt');
  });
  it('never collide, whatever the letter case', () => {
    const taken = new Set<string>();
    expect(name('a/Tam Quan.xlsx', null, '.xlsx', taken)[0]).toBe('a/Tam Quan.xlsx');
    expect(name('a/tam quan.xlsx', null, '.xlsx', taken)).toEqual([
      'a/tam quan (2).xlsx',
      'a/tam quan (2).txt',
    ]);
    expect(name('a/tam quan.pdf', null, null, taken)[1]).toBe('a/tam quan (3).txt');
  });
  it('take only the last step of a name inside an archive, and nothing that a disk may misread', () => {
    expect(name('moi.zip', 'b/hoài hảo.xlsx', '.xlsx')[0]).toBe('moi.zip - hoài hảo.xlsx');
    for (const inner of [
      '../../etc/passwd',
      '..\\..\\x.xlsx',
      'C:\\a<b>|"?*:.xlsx',
      '..',
      '/',
      '\u0000\n',
      'a\u202excod.xlsx',
      `${'x'.repeat(400)}.xlsx`,
    ]) {
      for (const made of name('sub/moi.zip', inner, '.xlsx')) {
        expect(made.startsWith('sub/moi.zip - ')).toBe(true);
        const last = made.slice(4);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be gone
        expect(last).not.toMatch(/[/\\<>:"|?*\u0000-\u001f\u202e]/);
        expect(last.length).toBeLessThan(160);
      }
    }
  });
});
