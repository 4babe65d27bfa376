import { describe, expect, it } from 'vitest';
import type { ScopeDays } from '../../../src/day/rollup/statuses.ts';
import { matrixBlocks } from '../../../src/view/receipts/matrix.ts';
import { receiptsPage } from '../../../src/view/receipts/page.ts';
import { sampleInput } from '../sample.ts';

function statuses(count: number): readonly ScopeDays[] {
  const days = Array.from({ length: count }, (_, n) => `2021-08-${String(n + 1).padStart(2, '0')}`);
  const marks = days.map(() => ({ status: 'on-time', minutesLate: null }) as const);
  return [{ scope: 'residents', days, units: [{ code: 'A1', name: 'Xã A', marks }] }];
}

describe('units by days', () => {
  it('of a month are parted, so that the page is not made smaller for them', () => {
    const blocks = matrixBlocks(sampleInput('vi', { statuses: statuses(31) }));
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
    expect(tables.map(({ columns }) => columns.length)).toEqual([2 + 16, 2 + 15]);
    expect(tables[1]?.columns[2]?.title).toBe('17/8');
    expect(blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).slice(0, 2)).toEqual([
      'Mẫu 02: từng ngày, từ 1/8 đến 16/8',
      'Mẫu 02: từng ngày, từ 17/8 đến 31/8',
    ]);
  });

  it('stand before the board, whose head is repeated on every page after it', () => {
    const { blocks } = receiptsPage(sampleInput('vi', { statuses: statuses(3) }));
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table.id] : []));
    expect(tables).toEqual(['by-day-residents-2021-08-01', 'receipts']);
  });
});
