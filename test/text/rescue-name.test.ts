import { describe, expect, test } from 'vitest';
import { rescueName } from '../../src/text/rescue-name.ts';

describe('names of files', () => {
  test.each([
    ['Hoài Châu Bắc.xlsx', 'Hoài Châu Bắc.xlsx', null],
    ['Hoài Châu Bắc.xlsx'.normalize('NFD'), 'Hoài Châu Bắc.xlsx', null],
    ['Ho├ái Nh╞ín.xlsx', 'Hoài Nhơn.xlsx', 'mojibake'],
    ['HoÃ\u00a0i NhÆ¡n.xlsx', 'Hoài Nhơn.xlsx', 'mojibake'],
    ['X· Hoµi Ch©u.xls', 'Xã Hoài Châu.xls', 'tcvn3'],
    ['tam quan 16.8.xlsx', 'tam quan 16.8.xlsx', null],
  ])('%s', (name, text, encoding) => {
    const rescued = rescueName(name);
    expect([rescued.text, rescued.encoding]).toEqual([text, encoding]);
  });
});
