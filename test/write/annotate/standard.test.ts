import { describe, expect, it } from 'vitest';
import { annotate } from '../../../src/write/annotate/annotate.ts';
import { copyXlsx } from '../../../src/write/annotate/copy.ts';
import { faultsOf } from '../package/package.ts';
import { annotation, mark, sample, workbookOf } from './sample.ts';

const MARKS = ['E6', 'D3', 'E8', 'C40', 'H9'].map((cell) => mark('Mẫu 02', cell));

/** What is wrong with a package by the standard that was not wrong before it was marked. */
async function added(bytes: Uint8Array) {
  const before = faultsOf(bytes);
  const workbook = await workbookOf(bytes);
  const after = annotate({ isXlsx: true, bytes, workbook }, annotation([...MARKS, mark('Danh mục', 'B2')]));
  return faultsOf(after.bytes).filter((fault) => !before.includes(fault));
}

describe('an annotated workbook is as the standard has it', () => {
  it.each(['openpyxl.xlsx', 'libreoffice.xlsx', 'macros.xlsm', 'threads.xlsx'])('%s', async (name) => {
    expect(await added(sample(name))).toEqual([]);
  });

  it('a copy, before and after', async () => {
    const copy = copyXlsx(await workbookOf(sample('openpyxl.xlsx')));
    // Its texts stand in their cells, so that there is no table of strings to count.
    expect(faultsOf(copy).filter((fault) => !fault.endsWith('of strings is not 0'))).toEqual([]);
    expect(await added(copy)).toEqual([]);
  });
});
