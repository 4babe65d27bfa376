import { describe, expect, test } from 'vitest';
import { taken, told } from './taken.ts';

const read = (text: string) => {
  const report = taken(text, 'auto', 2021);
  const days = report.dateClaims.filter(({ source }) => source === 'log').map(({ iso }) => iso);
  return [...told(report), ...days].join('; ');
};
const LOG = 'BÁO CÁO HÀNG NGÀY\nSTT | Ngày | Lũy kế đến thời điểm hiện tại';
const rows = (...values: readonly (string | number)[]) =>
  values.map((value, n) => `${n + 1} | ${14 + n}/8/2021 | ${value}`).join('\n');

describe('days of one running total', () => {
  test('the last day counts, and is the day of the report', () => {
    expect(read(`${LOG}\n${rows(100, 150, 150)}`)).toBe(
      'installed=150 C5 stated-total/log; report/log C5; 2021-08-16',
    );
  });

  test.each([
    ['Ngày 14/8', 'Ngày 15/8', 'Ngày 16/8'],
    ['14', '15', '16'],
    ['2021-08-14', '2021-08-15', '2021-08-16'],
    ['T7 14.8', 'CN 15.8', 'T2 16.8'],
  ])('written as %s', (...days) => {
    const body = days.map((day, n) => `${n + 1} | ${day} | ${100 + 10 * n}`).join('\n');
    expect(read(`${LOG}\n${body}`)).toBe('installed=120 C5 stated-total/log; report/log C5; 2021-08-16');
  });

  test('in the official heads, with prefilled days to come', () => {
    const head = 'STT | Họ và tên | Địa chỉ | Số điện thoại | Lũy kế đến thời điểm hiện tại | Thời gian';
    expect(
      read(
        `${head}\n1 | | Xã Hoài Sơn | | 100 | 15/8/2021\n2 | | Xã Hoài Sơn | | 130 | 16/8/2021\n3 | | | | | 17/8/2021`,
      ),
    ).toContain('installed=130 E3 stated-total/log; report/log E3');
  });

  test('whose total row repeats the last day', () => {
    expect(read(`${LOG}\n${rows(100, 150)}\n | Tổng cộng | 150`)).toContain('installed=150 C4');
  });
});

describe('asked', () => {
  test('where values fall, or a total sums them up', () => {
    expect(read(`${LOG}\n${rows(100, 150, 120)}`)).toBe('report/log-unclear C3:C5; 2021-08-16');
    expect(read(`${LOG}\n${rows(100, 150)}\n | Tổng cộng | 250`)).toBe(
      'report/log-unclear C3:C4; 2021-08-15',
    );
  });
});

describe('plain', () => {
  test('rising figures of real hamlets, with the day of each', () => {
    const head = 'STT | Thôn | Ngày cập nhật | Lũy kế đến thời điểm hiện tại';
    const body = '1 | Thôn A | 14/8/2021 | 10\n2 | Thôn B | 15/8/2021 | 20\n3 | Thôn C | 16/8/2021 | 35';
    expect(read(`${head}\n${body}`)).toBe('installed=65 D2:D4 per-person/numbers');
  });

  test('promoters, each with his day', () => {
    const head = 'STT | Họ và tên | Ngày | Lũy kế đến thời điểm hiện tại';
    const body = '1 | An | 14/8/2021 | 10\n2 | Bình | 15/8/2021 | 20\n3 | Chín | 16/8/2021 | 35';
    expect(read(`${head}\n${body}`)).toBe('installed=65 D2:D4 per-person/numbers');
  });

  test('days that do not rise', () => {
    const body = '1 | 16/8/2021 | 10\n2 | 16/8/2021 | 20\n3 | 16/8/2021 | 35';
    expect(read(`${LOG}\n${body}`)).toBe('installed=65 C3:C5 per-person/numbers');
  });

  test('birthdays are persons', () => {
    const head = 'STT | Họ và tên | Ngày sinh | Số điện thoại | Lũy kế đến thời điểm hiện tại';
    const body = "1 | An | 1/2/1980 | '0912345678 | 5\n2 | Bình | 1/3/1981 | '0912345679 | 6";
    expect(read(`${head}\n${body}`)).toBe('installed=11 E2:E3 per-person/numbers');
  });
});

test('a decision on how the file counts is final', () => {
  const report = taken(`${LOG}\n${rows(100, 150, 120)}`, 'per-person', 2021, 'decision');
  expect(told(report)).toEqual(['installed=370 C3:C5 per-person/decision']);
});
