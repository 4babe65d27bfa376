import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DateContext, findDates, findImpossibleDates, parseDay } from '../../src/text/date.ts';

const days = (text: string, context: DateContext = { year: 2021 }) =>
  findDates(text, context).map((d) => d.iso);

describe('in running text', () => {
  test.each([
    ['Hoài Nhơn, ngày 16 tháng 8 năm 2021', ['2021-08-16']],
    ['HOÀI NHƠN, NGÀY 16 THÁNG 08 NĂM 2021', ['2021-08-16']],
    ['Hoai Nhon, ngay 16 thang 8 nam 2021', ['2021-08-16']],
    ['(ngày 16 tháng 8)', ['2021-08-16']],
    ['ngày 16/8/2021', ['2021-08-16']],
    ['16 giờ 00 ngày 16/8/2021', ['2021-08-16']],
    ['Tính đến 17h00 ngày 14/8/2021, tỷ lệ 42,85%', ['2021-08-14']],
    ['16-8-2021', ['2021-08-16']],
    ['16.08.2021', ['2021-08-16']],
    ['16 / 8 / 2021', ['2021-08-16']],
    ['16/8/21', ['2021-08-16']],
    ['2021-08-16', ['2021-08-16']],
    ['2021/8/16', ['2021-08-16']],
    ['(từ ngày 16/8 đến ngày 22/8)', ['2021-08-16', '2021-08-22']],
    ['Kế hoạch số 59/KH-UBND ngày 11/07/2021', ['2021-07-11']],
    ['ngày 16-8', ['2021-08-16']],
    ['ngày 01 tháng 01 năm 2022', ['2022-01-01']],
    ['ngày 16 tháng 8 năm 20.....', ['2021-08-16']],
    ['ngày 16 tháng 8 năm 21', ['2021-08-16']],
    ['ngày 16 tháng 8 năm 2021.', ['2021-08-16']],
    // No day at all
    ['ngày tháng 8 năm 2021', []],
    ['....., ngày .... tháng .... năm 2021', []],
    ['Tháng 8 năm 2021', []],
    ['tháng 8/2021', []],
    ['31/2/2021', []],
    ['29/02/2021', []],
    ['8/16/2021', []],
    ['ngày 32 tháng 8 năm 2021', []],
    ['0912.345.678', []],
    ['09.12.34.56.78', []],
    ['Số: 12/8/QĐ-UBND', []],
    ['1.234', []],
    ['mục 1.2', []],
    ['787/UBND-VX', []],
    ['20210816', []],
  ])('%s', (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  test('a day without a year is not guessed', () => {
    expect(days('(từ ngày 16/8 đến ngày 22/8)', {})).toEqual([]);
    expect(days('ngày 16 tháng 8', {})).toEqual([]);
  });

  test('says where, and as written', () => {
    expect(findDates('Hoài Nhơn, Ngày 16 tháng 8 năm 2021.')).toEqual([
      { iso: '2021-08-16', text: 'Ngày 16 tháng 8 năm 2021', index: 11 },
    ]);
  });
});

describe('in names of files, folders and sheets', () => {
  test.each([
    ['BC ngay 16-8.xlsx', ['2021-08-16']],
    ['tam quan 16.08.2021.xlsx', ['2021-08-16']],
    ['BC_xa-hoai-chau-bac_16.8.xlsx', ['2021-08-16']],
    ['2021-08-16', ['2021-08-16']],
    ['20210816_bong-son.xls', ['2021-08-16']],
    ['bong son 16082021.xls', ['2021-08-16']],
    ['bongson160821.xls', ['2021-08-16']],
    ['bongson210816.xls', ['2021-08-16']],
    ['bc ngay 1608.xlsx', ['2021-08-16']],
    ['Mau 02-16.8.xlsx', ['2021-08-16']],
    ['Mẫu 02 (16-8) lần 2.xlsx', ['2021-08-16']],
    ['16_8_2021 Hoai Hao.csv', ['2021-08-16']],
    ['mau-02.xlsx', []],
    ['mau 02.1.xlsx', []],
    ['BC so 5 xa Hoai My.xlsx', []],
    ['0912345678.xlsx', []],
    ['IMG_1169.jpg', []],
    ['bao cao (2).xlsx', []],
    ['31-2.xlsx', []],
    ['160820.xls', []],
  ])('%s', (text, expected) => {
    expect(days(text, { year: 2021, name: true })).toEqual(expected);
  });
});

test('parseDay wants nothing but the day', () => {
  expect(parseDay('16/8/2021')).toBe('2021-08-16');
  expect(parseDay(' 2021-08-16 ')).toBe('2021-08-16');
  expect(parseDay('20210816')).toBe('2021-08-16');
  expect(parseDay('ngày 16 tháng 8 năm 2021')).toBe('2021-08-16');
  expect(parseDay('16/8', { year: 2021 })).toBe('2021-08-16');
  expect(parseDay('16/8')).toBeNull();
  expect(parseDay('31/2/2021')).toBeNull();
  expect(parseDay('16/8/2021 sáng')).toBeNull();
  expect(parseDay('2021-13-01')).toBeNull();
  expect(parseDay('')).toBeNull();
});

test('what is written as a day but is none', () => {
  expect(findImpossibleDates('ngày 31 tháng 2 năm 2021; 8/16/2021; 16/8/2021; 12/2021')).toEqual([
    'ngày 31 tháng 2 năm 2021',
    '8/16/2021',
  ]);
});

test('every day of 2000 to 2099 reads back in every official spelling', () => {
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [y = '', m = '', d = ''] = iso.split('-');
      for (const text of [
        `${d}/${m}/${y}`,
        `${Number(d)}-${Number(m)}-${y}`,
        `${d}.${m}.${y.slice(2)}`,
        `ngày ${d} tháng ${Number(m)} năm ${y}`,
        `${y}${m}${d}`,
        `${d}${m}${y}`,
      ]) {
        expect(parseDay(text)).toBe(iso);
      }
    }),
  );
});

test('whatever is found is a day of the calendar', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123456789/-. ngàythángnăm_'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.boolean(), (t, name) => {
      for (const { iso, index, text: written } of findDates(t, { year: 2021, name })) {
        expect(new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10)).toBe(iso);
        expect(t.normalize('NFC').slice(index, index + written.length)).toBe(written);
      }
    }),
  );
});
