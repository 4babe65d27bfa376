import { describe, expect, it } from 'vitest';
import { numberCell } from '../../../src/read/xlsx/number-cell.ts';
import { readCode } from '../../../src/read/xlsx/number-code.ts';

const shown = (number: number, code: string) => numberCell(number, readCode(code), false).shown;

describe('a number format', () => {
  it.each([
    ['dd/mm/yyyy', 'date'],
    ['[$-42A]dd mmmm yyyy', 'date'],
    ['[$-1010000]d/m/yyyy;@', 'date'],
    ['"Ngày" d "tháng" m', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['mmm-yy', 'date'],
    ['h:mm AM/PM', 'date'],
    ['mm:ss.0', 'date'],
    ['[h]:mm:ss', 'date'],
    ['[mm]:ss', 'date'],
    ['General', 'number'],
    ['@', 'number'],
    ['#,##0 "đ"', 'number'],
    ['#,##0\\ "người";[Red]-#,##0', 'number'],
    ['[$$-409]#,##0.00', 'number'],
    ['_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', 'number'],
    ['0.00E+00', 'number'],
    ['[Red]0', 'number'],
    ['[DBNum1]0', 'number'],
    ['0%', 'percent'],
    ['#,##0.00\\ %', 'percent'],
    ['0"%"', 'number'],
  ])('%s is of the kind %s', (code, kind) => {
    expect(readCode(code).kind).toBe(kind);
  });

  it.each([
    [1234.5, 'General', '1234,5'],
    [0.1 + 0.2, 'General', '0,3'],
    [912345678, 'General', '912345678'],
    [1234567.891, '#,##0', '1.234.568'],
    [1234567.891, '#,##0.00', '1.234.567,89'],
    [999, '#,##0', '999'],
    [0, '#,##0', '0'],
    [0, '#,###', ''],
    [1.005, '0.00', '1,01'],
    [2.5, '0', '3'],
    [0.4285, '0%', '43%'],
    [0.4285, '0.00%', '42,85%'],
    [0.5, '0.##', '0,5'],
    [3, '0.##', '3'],
    [912345678, '0000000000', '0912345678'],
    [912345678, '0000 000 000', '0912 345 678'],
    [912345678, '"0"#', '0912345678'],
    [5, '000', '005'],
    [-5, '0', '-5'],
    [-0.2, '0', '0'],
    [-1234, '#,##0;(#,##0)', '(1.234)'],
    [0, '#,##0;-#,##0;"-"', '-'],
    [1234567, '#,##0,', '1.235'],
    [1234, '[Red]#,##0 "máy"', '1.234 máy'],
    [1234, '#,##0\\ [$₫-42A]', '1.234 ₫'],
    [0.00001234, 'General', '0,00001234'],
  ])('shows %d under %s as %s', (number, code, seen) => {
    expect(shown(number, code)).toBe(seen);
  });

  it.each([
    [44424, 'd/m/yyyy', '2021-08-16', '16/08/2021'],
    [44424.5, 'd/m/yyyy h:mm', '2021-08-16T12:00:00', '16/08/2021 12:00'],
    [44424.999999, 'd/m/yyyy', '2021-08-17', '17/08/2021'],
    [0.625, 'h:mm', 'T15:00:00', '15:00'],
    [0.62502, 'h:mm:ss', 'T15:00:02', '15:00:02'],
    [59, 'd/m/yyyy', '1900-02-28', '28/02/1900'],
    [61, 'd/m/yyyy', '1900-03-01', '01/03/1900'],
    [12, 'd/m/yyyy', '1900-01-12', '12/01/1900'],
    [0, 'd/m/yyyy', '1899-12-31', '31/12/1899'],
    [1.25, '[h]:mm', '1900-01-01T06:00:00', '30:00'],
  ])('reads %d under %s as %s', (number, code, iso, seen) => {
    const value = iso < '2000' ? { kind: 'date', iso, serial: number } : { kind: 'date', iso };
    expect(numberCell(number, readCode(code), false)).toEqual({ value, shown: seen });
  });

  it('leaves a number that no calendar has a number', () => {
    expect(numberCell(-1, readCode('d/m/yyyy'), false)).toEqual({
      value: { kind: 'number', number: -1 },
      shown: '-1',
    });
    expect(numberCell(9e9, readCode('d/m/yyyy'), false).value.kind).toBe('number');
  });
});
