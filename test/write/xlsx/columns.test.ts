import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/view/page.ts';
import { column } from '../../../src/view/scope/columns.ts';
import type { Table } from '../../../src/view/table.ts';
import { sheetColumns } from '../../../src/write/xlsx/columns.ts';

const BOARD: Table = {
  id: 'board',
  columns: [
    column('ordinal', 'ordinal', 'TT', { width: 5 }),
    column('unit', 'text', 'Đơn vị', { width: 22, grow: true }),
    ...[13, 22, 16, 8, 12, 18, 7, 14].map((width, n) => column(`c${n}`, 'count', `C${n}`, { width })),
  ],
  rows: [],
};

function page(days: number): Page {
  const matrix: Table = {
    id: 'matrix',
    columns: [
      column('ordinal', 'ordinal', 'TT', { width: 5 }),
      column('unit', 'text', 'Đơn vị', { width: 22, grow: true }),
      ...Array.from({ length: days }, (_, n) => column(`d${n}`, 'mark', `${n + 1}/8`, { width: 5.5 })),
    ],
    rows: [],
  };
  const blocks = [
    { kind: 'table', table: BOARD, main: true },
    { kind: 'table', table: matrix, main: false },
  ] as const;
  return { id: 'receipts', name: 'Tình hình nộp', blocks };
}

describe('a table of days under the board', () => {
  it.each([2, 7, 12, 13, 17, 24, 31])('of %d days has room for every day and for the names', (days) => {
    const { widths, spans } = sheetColumns(page(days));
    const own = spans.get('matrix') ?? [];
    expect(own).toHaveLength(days + 2);
    const widthOf = ({ from, to }: { from: number; to: number }): number =>
      widths.slice(from, to + 1).reduce((sum, width) => sum + width, 0);
    expect(own.map(({ from }) => from)).toEqual([0, ...own.slice(0, -1).map(({ to }) => to + 1)]);
    expect(own.at(-1)?.to).toBe(widths.length - 1);
    expect(Math.min(...own.slice(2).map(widthOf))).toBeGreaterThanOrEqual(4.5);
    expect(own[1] === undefined ? 0 : widthOf(own[1])).toBeGreaterThan(14);
    expect(spans.get('board')).toHaveLength(10);
  });
});
