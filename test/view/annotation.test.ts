import { describe, expect, it } from 'vitest';
import { WORDS } from '../../src/lang/lang.ts';
import { type Finding, finding } from '../../src/model/finding.ts';
import { address } from '../../src/model/grid.ts';
import { annotationOf } from '../../src/view/annotation.ts';

const FILE = 'inbox/2021-08-16/hoai chau.xlsx';
const HEADING = 'Lũy kế đến thời điểm hiện tại';
const OFFICE = { author: 'Phòng Văn hóa và Thông tin', asOf: '2021-08-16T14:30:00+07:00' };

function cell(row: number, col = 4) {
  return { file: FILE, sheet: 'Sheet1', row, col, cell: address(row, col), heading: HEADING };
}

const words = (row: number, shown = 'nhiều') =>
  finding('value/not-a-number', cell(row), { field: HEADING, shown });
const range = finding(
  'report/counting-unclear',
  { ...cell(8), cell: 'E9:E11' },
  { reason: 'mixture', rows: 3, sum: 40 },
);

const HELD = { sheet: null, unitName: 'Xã Hoài Châu', fate: 'held' } as const;

function annotated(findings: readonly Finding[]) {
  const file = { name: 'hoai chau.xlsx', reports: [HELD], findings, due: null, closing: null };
  return annotationOf(file, OFFICE, WORDS.vi);
}

describe('what is written into a sender’s own file', () => {
  it('marks every cell, lists like ones on one line, and numbers both alike', () => {
    const { marks, list } = annotated([words(9), words(10), words(11), words(20, 'chưa rõ')]);
    expect(marks.map(({ row, gravity }) => [row, gravity])).toEqual([
      [9, 'error'],
      [10, 'error'],
      [11, 'error'],
      [20, 'error'],
    ]);
    expect(list.points.map(({ cell }) => cell)).toEqual(['E10:E12', 'E21']);
    expect(marks[1]?.note).toBe(
      'Điểm 1. Ô E11 (Lũy kế đến thời điểm hiện tại): đây không phải là một con số. Đề nghị ghi một số nguyên đếm được, ví dụ 245.',
    );
    expect(marks[3]?.note).toMatch(/^Điểm 2\. Ô E21/);
  });

  it('notes a range at its first cell and points there from the others', () => {
    const { marks } = annotated([range]);
    expect(marks.map(({ note }) => note.slice(0, 24))).toEqual([
      'Điểm 1. Các ô E9–E11 (Lũ',
      'Xem ghi chú ở ô E9.',
      'Xem ghi chú ở ô E9.',
    ]);
  });

  it('joins what is said of one cell, of which the graver counts', () => {
    const warned = finding('report/duplicate-person', cell(9), { first: 'E9' });
    const { marks } = annotated([warned, words(9)]);
    expect(marks).toHaveLength(1);
    expect(marks[0]?.gravity).toBe('error');
    expect(marks[0]?.note.split('\n\n')).toHaveLength(2);
  });

  it('lists what has no cell, errors first, without notes and consequences', () => {
    const unknown = finding('unit/unknown', { file: FILE }, { text: 'xã Hoài Tây', nearest: null });
    const warned = finding('report/hidden-rows', { file: FILE, sheet: 'Sheet1' }, { rows: 2 });
    const note = finding('file/kind-differs', { file: FILE }, { extension: 'xls', kind: 'xlsx' });
    const total = finding('report/total-not-sum', cell(30), { field: HEADING, stated: 2, sum: 1 });
    const { marks, list } = annotated([note, warned, unknown, words(9), total]);
    expect(list.points.map(({ gravity, cell }) => [gravity, cell])).toEqual([
      ['Lỗi', ''],
      ['Lỗi', 'E10'],
      ['Cần xem lại', ''],
    ]);
    expect(list.points[0]?.link).toBeNull();
    expect(list.points[1]?.link).toEqual({ sheet: 'Sheet1', cell: 'E10' });
    expect(marks).toHaveLength(1);
  });

  it('says whether the report counts, and what became of the file before', () => {
    const closing = { fixed: [words(3), words(5)], remains: [words(9)], fresh: [] };
    const file = { name: 'a.xlsx', reports: [HELD], findings: [words(9)], due: null, closing };
    const { lines } = annotationOf(file, OFFICE, WORDS.vi).list;
    expect(lines).toContain('Báo cáo này chưa tính được vì các điểm ghi là «Lỗi» dưới đây.');
    expect(lines.at(-1)).toBe('So với bản trước: đã sửa 2 điểm, còn 1 điểm.');
    expect(annotationOf(file, OFFICE, WORDS.en).list.lines.at(-1)).toBe(
      'Since the file before: 2 points corrected, 1 left.',
    );
  });

  it('tells the sheets that were counted from those that were not', () => {
    const file = { name: 'a.xlsx', findings: [words(9)], due: null, closing: null };
    const { lines } = annotationOf(
      { ...file, reports: [HELD, { sheet: 'B', unitName: 'Xã Hoài Mỹ', fate: 'counted' }] },
      OFFICE,
      WORDS.vi,
    ).list;
    expect(lines).toContain(
      'Trang tính có điểm ghi là «Lỗi» dưới đây chưa tính được; các trang khác đã được tính.',
    );
  });

  it('does not mark a column without end', () => {
    const whole = { ...range, at: { ...range.at, cell: 'E9:E1048576' } };
    expect(annotated([whole]).marks).toHaveLength(500);
  });
});
