import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellValue } from '../../src/model/grid.ts';
import { readCount, readCounts } from '../../src/text/number.ts';

/** A column as a sender types it: `'` text; without it a stored number, `%` a percentage, `?` uncomputed, `#` an error. */
function column(...cells: (string | number | null)[]): (CellValue | null)[] {
  return cells.map((cell) =>
    cell === null
      ? null
      : typeof cell === 'number'
        ? { kind: 'number', number: cell }
        : { kind: 'text', text: cell },
  );
}

/** `12` a count, `12w` with words, `-` blank, else the fault and its facts. */
function say(cells: readonly (CellValue | null)[]): string[] {
  return readCounts(cells).map((reading) => {
    if (reading.kind === 'blank') return '-';
    if (reading.kind === 'count') return `${reading.value}${reading.note === undefined ? '' : 'w'}`;
    const code = reading.code.slice('value/'.length);
    if (reading.code === 'value/ambiguous-number') return `${code} ${reading.readings.join(' ')}`;
    return reading.code === 'value/approximate' ? `${code} ${reading.number}` : code;
  });
}

describe('text alone in its column', () => {
  test.each([
    ['2310', '2310'],
    [' 2310 ', '2310'],
    ["'2310", '2310'],
    ['1.234', '1234'],
    ['1.234.567', '1234567'],
    ['1 234', '1234'],
    ['1\u00a0234', '1234'],
    ["1'234", '1234'],
    ['1,234', 'ambiguous-number 1234 1.234'],
    ['1,234,567', '1234567'],
    ['12.0', '12'],
    ['12,0', '12'],
    ['1.234,00', '1234'],
    ['1,234.00', '1234'],
    ['42,85', 'not-whole'],
    ['42.85', 'not-whole'],
    ['1.234,5', 'not-whole'],
    ['0,234', 'not-whole'],
    ['0.234', 'not-whole'],
    ['05', '5'],
    ['0', '0'],
    ['-0', '0'],
    ['+5', '5'],
    ['200.', '200'],
    ['１２３', '123'],
    ['１．２３４', '1234'],
    ['-5', 'negative'],
    ['−5', 'negative'],
    ['(5)', 'negative'],
    ['1e3', 'not-a-number'],
    ['1E3', 'not-a-number'],
    ['2O', 'not-a-number'],
    ['l2', 'not-a-number'],
    ['10²', 'not-a-number'],
    ['0912345678', 'not-a-number'],
    ['12.34.5', 'not-a-number'],
    ['1.23,456', 'not-a-number'],
    ['12 34', 'not-a-number'],
    ['99999999999999999999', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['hai trăm', 'not-a-number'],
    ['không', 'not-a-number'],
    ['chưa có', 'not-a-number'],
    ['x', 'not-a-number'],
    ['=SUM(E9:E13)', 'not-a-number'],
    ['16/8/2021', 'not-a-number'],
    ['-', '-'],
    ['–', '-'],
    ['.....', '-'],
    ['…', '-'],
    ['…05… người', '5w'],
    ['....1.234....', '1234'],
    ['……10', '10'],
    ['__12__ người', '12w'],
    ['…8…9…', 'not-a-number'],
    ['12...500', 'not-a-number'],
    ['12… 500', 'not-a-number'],
    ['   ', '-'],
    ['43%', 'percentage'],
    ['42,85 %', 'percentage'],
    ['đạt 60%', 'percentage'],
    ['60 phần trăm', 'percentage'],
    ['khoảng 200', 'approximate 200'],
    ['Khoảng 1.200 người', 'approximate 1200'],
    ['gần 200', 'approximate 200'],
    ['hơn 200 người', 'approximate 200'],
    ['~200', 'approximate 200'],
    ['> 200', 'approximate 200'],
    ['200+', 'approximate 200'],
    ['200-250', 'approximate 200'],
    ['từ 200 đến 250 người', 'approximate 200'],
    ['2 nghìn', 'approximate 2000'],
    ['200 người', '200w'],
    ['20 (hai mươi)', '20w'],
    ['20 (Hai mươi người)', '20w'],
    ['45 người (bốn mươi lăm người)', '45w'],
    ['1.250 (một nghìn hai trăm năm mươi)', '1250w'],
    ['1,250 (một nghìn hai trăm năm mươi)', '1250w'],
    ['105, bằng chữ: một trăm linh năm', '105w'],
    ['21 - hai mươi mốt', '21w'],
    ['10 (mười)', '10w'],
    ['15 (mười lăm)', '15w'],
    ['0 (không)', '0w'],
    ['2.000.006 (hai triệu không nghìn sáu)', '2000006w'],
    ['20 (hai mươi hai)', 'ambiguous-number 20 22'],
    ['20 (vắng hai)', 'not-a-number'],
    ['20 hai', 'ambiguous-number 20 2'],
    ['40/45', 'not-a-number'],
    ['hai mươi', 'not-a-number'],
    ['1.234 người', '1234w'],
    ['200 ng', '200w'],
    ['Tổng cộng: 200', '200w'],
    ['đã cài 200 người', '200w'],
    ['25 đ/c', '25w'],
    ['200 người (tăng 5)', 'not-a-number'],
    ['200 hộ', 'not-a-number'],
    ['#REF!', 'error-value'],
    ['#N/A', 'error-value'],
  ])('%s is %s', (text, expected) => {
    expect(say(column(text))).toEqual([expected]);
  });
});

test('stored numbers', () => {
  expect(say(column(1234, 12.0, 0, -3, 42.85, 12.000000000001, 1e20))).toEqual([
    '1234',
    '12',
    '0',
    'negative',
    'not-whole',
    '12',
    'not-a-number',
  ]);
  expect(say(column(1.234))).toEqual(['ambiguous-number 1234 1.234']);
});

test('other kinds of cell', () => {
  expect(
    say([
      null,
      { kind: 'number', number: 0.43, percent: true },
      { kind: 'error', error: '#REF!' },
      { kind: 'uncomputed' },
      { kind: 'boolean', boolean: true },
      { kind: 'date', iso: '2021-08-16' },
    ]),
  ).toEqual(['-', 'percentage', 'error-value', 'formula-uncomputed', 'not-a-number', 'not-a-number']);
});

describe('a column settles its convention', () => {
  test('an English column', () => {
    expect(say(column('1,234', '12,345,678'))).toEqual(['1234', '12345678']);
    expect(say(column('1,234', '12.0'))).toEqual(['1234', '12']);
    expect(say(column('1.234', '1,234,567'))).toEqual(['not-whole', '1234567']);
  });
  test('a Vietnamese column', () => {
    expect(say(column('1,234', '1.234.567'))).toEqual(['not-whole', '1234567']);
    expect(say(column('1.234', '42,85'))).toEqual(['1234', 'not-whole']);
  });
  test('a column at odds with itself', () => {
    expect(say(column('1,234', '1.234', '1.234.567', '1,234,567'))).toEqual([
      'ambiguous-number 1234 1.234',
      'ambiguous-number 1234 1.234',
      '1234567',
      '1234567',
    ]);
  });
  test('stored numbers and plain digits prove nothing', () => {
    expect(say(column('1,234', 2310, '450'))).toEqual(['ambiguous-number 1234 1.234', '2310', '450']);
  });
  test('the blank cells between stay where they are', () => {
    expect(say(column(null, '5', null, '-', '6'))).toEqual(['-', '5', '-', '-', '6']);
  });
});

test('a whole number reads back however it is grouped', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (n) => {
      const grouped = n.toLocaleString('en-US');
      for (const text of [String(n), grouped.replaceAll(',', '.'), grouped.replaceAll(',', ' ')]) {
        expect(readCount({ kind: 'text', text })).toEqual({ kind: 'count', value: n });
      }
    }),
  );
});

test('never throws, never gives anything but a safe whole number', () => {
  const numeric = fc.string({ unit: fc.constantFrom(...'0123456789.,- %người khoảng'), maxLength: 80 });
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), numeric)), (texts) => {
      for (const reading of readCounts(column(...texts))) {
        if (reading.kind === 'count')
          expect(Number.isSafeInteger(reading.value) && reading.value >= 0).toBe(true);
      }
    }),
  );
});
