import { describe, expect, test } from 'vitest';
import { symbolShown } from '../../../src/text/symbols.ts';
import { taken, told } from './taken.ts';

const HEAD = 'STT | Họ và tên | Thôn | Số điện thoại | Lũy kế';
const list = (...signs: readonly string[]): string =>
  [HEAD, ...signs.map((sign, n) => `${n + 1} | Người ${n} | Thôn ${n} | | ${sign}`)].join('\n');

describe('a number under a date format is a number', () => {
  test('far from the campaign', () => {
    expect(told(taken(list('1900-01-10#10', '1900-01-13#13', '1901-01-01#367'), 'auto', 2021))).toEqual([
      'installed=390 E2:E4 per-person/numbers',
      'value/date-format E2',
      'value/date-format E3',
      'value/date-format E4',
    ]);
  });

  test('a day near it is a day, as before', () => {
    const near = list('2021-08-14#44422', '2020-09-01#44075', '16/8/2021');
    expect(told(taken(near, 'auto', 2021))).toEqual(['installed=3 B2:B4 rows/marks']);
  });

  test('a day far from it is neither where no number stands under it', () => {
    const far = list("'10/01/1900", '1900-01-13', "'13/01/1900");
    expect(told(taken(far, 'auto', 2021))).toEqual([
      'value/not-a-number E2',
      'value/not-a-number E3',
      'value/not-a-number E4',
    ]);
  });

  test('in a labelled line', () => {
    const text = `Tổng số cán bộ | 30\nSố cán bộ có Smartphone | 1900-01-20#20\nSố cán bộ đã cài đặt Bluezone | 1900-01-19#19`;
    expect(told(taken(text, 'auto', 2021)).slice(0, 3)).toEqual([
      'staff_total=30 B1',
      'staff_with_smartphone=20 B2',
      'staff_installed=19 B3',
    ]);
  });
});

describe('ticks, crosses and boxes', () => {
  test.each([
    ['✓', '☑', '✔'],
    ['✗', '✗', '✗'],
    ['☒', '☒', 'x'],
  ])('%s %s %s: all installed', (...signs) => {
    expect(told(taken(list(...signs)))).toEqual(['installed=3 B2:B4 rows/marks']);
  });

  test.each([
    ['✓', '✗', '✓'],
    ['☑', '☐', '☑'],
  ])('%s %s %s: one has not', (...signs) => {
    expect(told(taken(list(...signs))).join()).not.toContain('installed=3');
  });

  test('are read as their font shows them', () => {
    expect(symbolShown('ü', 'Wingdings')).toBe('✓');
    expect(symbolShown('þ', 'wingdings')).toBe('☑');
    expect(symbolShown('\uf0fd', 'Wingdings')).toBe('☒');
    expect(symbolShown('R', 'Wingdings 2')).toBe('☑');
    expect(symbolShown('a', 'Webdings')).toBe('✓');
    expect(symbolShown('Ö', 'Symbol')).toBe('√');
    expect(symbolShown('ü', '.VnTime')).toBeNull();
    expect(symbolShown('ü', undefined)).toBeNull();
    expect(symbolShown('üü', 'Wingdings')).toBeNull();
  });
});
