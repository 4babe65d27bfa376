import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { address, rangeAddress, type Sheet } from '../../src/model/grid.ts';
import { read } from '../../src/read/read.ts';

/** Workbooks that other programs saved, against what openpyxl reads in them. */

const script = fileURLToPath(new URL('xlsx_openpyxl.py', import.meta.url));
const openpyxl = (...args: readonly string[]) =>
  execFileSync('/usr/bin/python3', [script, ...args], { maxBuffer: 1e8, encoding: 'utf8' });

let folder = '';

function convert(from: string, to: string): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const out = join(folder, to);
  execFileSync('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'xlsx',
    '--outdir',
    out,
    join(folder, from),
  ]);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
  openpyxl('write', join(folder, 'book.xlsx'));
  convert('book.xlsx', 'office');
  convert('office/book.xlsx', 'again');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Dumped {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: { readonly [place: string]: readonly [kind: string, value: unknown] };
  readonly fonts: { readonly [place: string]: string };
  readonly merges: readonly string[];
  readonly hiddenRows: readonly number[];
}

/** A sheet in the words of the dump. Formulas without a value are no cells to openpyxl. */
function dumpOf(sheet: Sheet): Dumped {
  const cells = sheet.rows.flatMap((row) => row.cells).filter(({ value }) => value.kind !== 'uncomputed');
  const at = (cell: (typeof cells)[number]) => address(cell.row, cell.col);
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    cells: Object.fromEntries(
      cells.map((cell) => [at(cell), [cell.value.kind, Object.values(cell.value)[1]]]),
    ),
    fonts: Object.fromEntries(cells.map((cell) => [at(cell), cell.font ?? ''])),
    merges: sheet.merges.map(rangeAddress).toSorted(),
    hiddenRows: sheet.rows.filter(({ hidden }) => hidden).map(({ index }) => index + 1),
  };
}

async function sheets(path: string): Promise<readonly Sheet[]> {
  const [document] = await read(path, readFileSync(join(folder, path)));
  expect(document?.findings).toEqual([]);
  return document?.workbook?.sheets ?? [];
}

describe('a workbook saved by another program', () => {
  it.each(['book.xlsx', 'office/book.xlsx', 'again/book.xlsx'])(
    '%s holds what openpyxl finds in it',
    async (path) => {
      const theirs: readonly Dumped[] = JSON.parse(openpyxl('dump', join(folder, path)));
      expect((await sheets(path)).map(dumpOf)).toEqual(theirs);
    },
  );

  it('shows its cells as their sender sees them', async () => {
    const [sheet] = await sheets('office/book.xlsx');
    const seen = (index: number) =>
      sheet?.rows.find((row) => row.index === index)?.cells.map(({ shown }) => shown);
    expect(seen(45)).toEqual([
      '16/08/2021 15:00',
      '15:00',
      '42,85%',
      '1.234.567,50',
      '0912345678',
      'TRUE',
      '16/08/2021',
      '-1.234',
    ]);
    expect(seen(46)?.slice(0, 4)).toEqual(['#DIV/0!', '#N/A', 'ab', 'FALSE']);
    expect(sheet?.hiddenColumns).toEqual(new Set([2]));
    expect(sheet?.rows.find(({ index }) => index === 43)?.cells.at(-1)).toMatchObject({
      value: { kind: 'number', number: 2460 },
      formula: 'SUM(E4:E43)',
    });
  });

  it('that never calculated its formulas says so', async () => {
    const [sheet] = await sheets('book.xlsx');
    expect(sheet?.rows.find(({ index }) => index === 43)?.cells.at(-1)?.value).toEqual({
      kind: 'uncomputed',
    });
  });
});
