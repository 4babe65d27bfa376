import { describe, expect, it } from 'vitest';
import { quotable } from '../../src/text/quotable.ts';

describe('what may be quoted', () => {
  it.each(['khoảng 200', '1.234', 'cơ bản đầy đủ', '#REF!', 'x', '91%', '200 người', '20/8/2021', '98.503'])(
    '%s',
    (text) => {
      expect(quotable(text)).toBe(text);
    },
  );

  it.each([
    ['a name in the wrong column', 'Nguyễn Văn An'],
    ['a name in capitals', 'TRẦN THỊ BÌNH'],
    ['a decomposed name', 'Trần Thị Bình'.normalize('NFD')],
    ['a phone number', '0912000001'],
    ['a phone number in groups', '0912 000 001'],
    ['a phone number among words', 'ĐT 0912.000.001 (An)'],
    ['a phone number with its country', '+84 912 000 001'],
    ['a phone number that lost its zero', '912000001'],
    ['nothing', '  '],
  ])('not %s', (_, text) => {
    expect(quotable(text)).toBeNull();
  });

  it('is cut where it is long', () => {
    expect(quotable('a'.repeat(100))).toBe(`${'a'.repeat(40)}…`);
  });
});
