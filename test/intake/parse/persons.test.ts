import { describe, expect, test } from 'vitest';
import { taken } from './taken.ts';

const HEAD = 'STT | Họ và tên | Địa chỉ | Số điện thoại | Lũy kế';
const counted = (...rows: readonly string[]): number | undefined =>
  taken([HEAD, ...rows.map((row) => `${row} | x`)].join('\n')).figures.get('installed')?.value;

describe('what tells nobody apart', () => {
  test.each(["'0", "'9,1E+08", "'không có", "'12345"])('a phone that is none: %s', (phone) => {
    expect(
      counted(
        `1 | Ví Dụ | Thôn A | ${phone}`,
        `2 | Ví Dụ | Thôn C | ${phone}`,
        `3 | Ví Dụ | Thôn A | ${phone}`,
      ),
    ).toBe(2);
  });

  test('one number on many different names', () => {
    const rows = ['Ví Dụ | Thôn A', 'Thí Dụ | Thôn A', 'Giả Định | Thôn B', 'Ví Dụ | Thôn C'];
    expect(counted(...rows.map((row, n) => `${n + 1} | ${row} | '0912345678`))).toBe(4);
  });
});

describe('what still does', () => {
  test('one name with one number, wherever', () => {
    expect(counted("1 | Ví Dụ | Thôn A | '0912345678", "2 | Ví Dụ | Thôn C | '0912345678")).toBe(1);
  });

  test('one phone of a couple', () => {
    expect(
      counted(
        "1 | Ví Dụ | Thôn A | '0912345678",
        "2 | Thí Dụ | Thôn A | '0912345678",
        "3 | Ví Dụ | Thôn B | '0912345678",
      ),
    ).toBe(2);
  });
});
