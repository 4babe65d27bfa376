import { describe, expect, it } from 'vitest';
import { closingsOf, compare } from '../../src/day/closing.ts';
import { type Finding, finding } from '../../src/model/finding.ts';
import { address } from '../../src/model/grid.ts';
import type { DecidedSubmission } from '../../src/model/submission.ts';
import { NOTHING_STATED } from '../../src/text/stated.ts';

const HEADING = 'Lũy kế đến thời điểm hiện tại';

function words(row: number, shown: string, sheet = 'Sheet1'): Finding {
  const at = { file: 'a', sheet, row, col: 4, cell: address(row, 4), heading: HEADING };
  return finding('value/not-a-number', at, { field: HEADING, shown });
}

const cells = (findings: readonly Finding[]) => findings.map(({ at, code }) => at.cell ?? code);

function told(earlier: readonly Finding[], newer: readonly Finding[]) {
  const { fixed, remains, fresh } = compare(earlier, newer);
  return { fixed: cells(fixed), remains: cells(remains), fresh: cells(fresh) };
}

describe('points of two files of one unit', () => {
  it('are fixed, remain or are new', () => {
    expect(told([words(9, 'nhiều'), words(10, 'ít')], [words(10, 'ít'), words(12, 'chưa rõ')])).toEqual({
      fixed: ['E10'],
      remains: ['E11'],
      fresh: ['E13'],
    });
  });
  it('remain at their cell though it says something else', () => {
    expect(told([words(9, 'nhiều')], [words(9, 'rất nhiều')])).toEqual({
      fixed: [],
      remains: ['E10'],
      fresh: [],
    });
  });
  it('remain when a row was put in above, or the sheet renamed', () => {
    expect(told([words(9, 'nhiều')], [words(11, 'nhiều', '17-8')])).toEqual({
      fixed: [],
      remains: ['E12'],
      fresh: [],
    });
  });
  it('are counted each for itself', () => {
    expect(told([words(9, 'nhiều')], [words(9, 'nhiều'), words(10, 'nhiều')])).toEqual({
      fixed: [],
      remains: ['E10'],
      fresh: ['E11'],
    });
  });
  it('without a cell are about the same field', () => {
    const missing = (field: string) =>
      finding('form/field-missing', { file: 'a' }, { form: 'mau-01', field });
    expect(compare([missing('A')], [missing('B')]).fixed).toHaveLength(1);
    expect(compare([missing('A')], [missing('A')]).remains).toHaveLength(1);
    const unknown = (text: string) => finding('unit/unknown', { file: 'a' }, { text, nearest: null });
    expect(compare([unknown('x')], [unknown('y')]).remains).toHaveLength(1);
  });
  it('leave out notes', () => {
    const note = finding('file/kind-differs', { file: 'a' }, { extension: 'xls', kind: 'html' });
    expect(compare([note], [])).toEqual({ fixed: [], remains: [], fresh: [] });
  });
});

describe('which file follows which', () => {
  const base: DecidedSubmission = {
    path: '',
    sha256: '',
    sheet: null,
    sheets: [],
    arrival: { at: 0, evidence: 'at', channel: null },
    folderDate: '2021-08-17',
    form: 'mau-02',
    scope: 'residents',
    unit: '21640',
    date: '2021-08-17',
    figures: new Map(),
    given: new Map(),
    phones: [],
    rows: [],
    stated: NOTHING_STATED,
    standing: 'rejected',
    outcome: 'rejected',
    version: null,
    findings: [],
  };
  const file = (path: string, at: number, change: Partial<DecidedSubmission> = {}): DecidedSubmission => ({
    ...base,
    path,
    sha256: path,
    arrival: { ...base.arrival, at: at * 60_000 },
    ...change,
  });
  const faulty = { findings: [words(9, 'nhiều')] };
  const good = { standing: 'accepted', outcome: 'accepted' } as const;
  const pairs = (settled: readonly DecidedSubmission[]) =>
    closingsOf(settled, '2021-08-17').map(({ earlier, newer }) => `${earlier.path}>${newer.path}`);

  it('is the one before it of the same unit and form', () => {
    expect(pairs([file('a', 1, faulty), file('c', 3, good), file('b', 2, faulty)])).toEqual(['b>c', 'a>b']);
    expect(pairs([file('a', 1, faulty), file('b', 2, { ...good, form: 'mau-01' })])).toEqual([]);
    expect(pairs([file('a', 1, faulty), file('b', 2, { ...good, unit: 'x' })])).toEqual([]);
  });
  it('is an earlier day’s only when that one was not counted', () => {
    const yesterday = { ...faulty, folderDate: '2021-08-16' };
    expect(pairs([file('a', 1, yesterday), file('b', 2, good)])).toEqual(['a>b']);
    expect(pairs([file('a', 1, { ...yesterday, ...good }), file('b', 2, good)])).toEqual([]);
    expect(pairs([file('a', 1, yesterday), file('b', 2, { ...good, folderDate: '2021-08-16' })])).toEqual([]);
  });
  it('is none where nothing was wrong, where the bytes are the same, and where the order is unknown', () => {
    expect(pairs([file('a', 1), file('b', 2, good)])).toEqual([]);
    expect(pairs([file('a', 1, faulty), file('b', 2, { ...faulty, sha256: 'a' })])).toEqual([]);
    expect(pairs([file('a', 1, faulty), file('b', 1, good)])).toEqual([]);
  });
});
