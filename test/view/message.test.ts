import { describe, expect, it } from 'vitest';
import { group } from '../../src/day/grouping.ts';
import { WORDS } from '../../src/lang/lang.ts';
import { finding, holdsSenderText } from '../../src/model/finding.ts';
import { messageOf } from '../../src/view/message.ts';

const HEADING = 'Lũy kế đến thời điểm hiện tại';
const rough = (row: number) =>
  finding(
    'value/approximate',
    { file: 'a.xlsx', sheet: 'Sheet1', row, col: 4, cell: `E${row + 1}`, heading: HEADING },
    { field: HEADING, shown: `khoảng ${row}00`, number: row * 100 },
  );

describe('a message', () => {
  it('names a range once and quotes its first cell', () => {
    const [found] = group([rough(9), rough(10), rough(11)]);
    expect(found && messageOf(found, WORDS.vi)).toBe(
      'Các ô E10–E12 (Lũy kế đến thời điểm hiện tại), ô đầu ghi «khoảng 900»: đây là số ước chừng, chưa phải số đã đếm. Đề nghị đếm lại và ghi đúng một con số.',
    );
  });

  it('of the twenty-first on is a count', () => {
    const last = group(Array.from({ length: 23 }, (_, i) => rough(i * 2 + 1))).at(-1);
    expect(last && messageOf(last, WORDS.vi)).toBe('Còn 3 chỗ khác cũng như vậy (số ước chừng).');
    expect(last && messageOf(last, WORDS.en)).toBe('3 further places like the ones before (a rough number).');
  });

  it('tells whether it may name a file', () => {
    const found = finding('across/order-unknown', { file: 'a.xlsx' }, { other: 'Nguyen Van An.xlsx' });
    expect(messageOf(found, WORDS.vi)).toContain('Nguyen Van An.xlsx');
    expect(holdsSenderText(found.code)).toBe(true);
    expect(holdsSenderText(rough(9).code)).toBe(false);
  });
});
