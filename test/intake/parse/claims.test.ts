import { describe, expect, test } from 'vitest';
import { taken } from './taken.ts';

const TABLE = 'STT | Họ và tên | Thôn | Lũy kế\n1 | A | T | 12\n2 | B | T | 30';
const units = (text: string) => taken(text).unitClaims.map((claim) => `${claim.source}: ${claim.text}`);
const dates = (text: string, year?: number) =>
  taken(text, 'auto', year).dateClaims.map((claim) => `${claim.source}: ${claim.iso}`);

describe('unit', () => {
  test('an official letterhead', () => {
    expect(
      units(`
ỦY BAN NHÂN DÂN THỊ XÃ HOÀI NHƠN | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
UBND XÃ HOÀI CHÂU BẮC | | Độc lập - Tự do - Hạnh phúc
Số: 05/BC-UBND | | Hoài Châu Bắc, ngày 16 tháng 8 năm 2021
BÁO CÁO HÀNG NGÀY
Số liệu cài đặt, sử dụng ứng dụng Bluezone
Kính gửi: UBND thị xã Hoài Nhơn
(ngày 16 tháng 8 năm 2021)
${TABLE}`),
    ).toEqual(['letterhead: ỦY BAN NHÂN DÂN THỊ XÃ HOÀI NHƠN', 'letterhead: UBND XÃ HOÀI CHÂU BẮC']);
  });

  test('an office on two lines', () => {
    expect(
      units(
        `ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ HOÀI CHÂU | Độc lập - Tự do - Hạnh phúc\n${TABLE}`,
      ),
    ).toEqual(['letterhead: ỦY BAN NHÂN DÂN XÃ HOÀI CHÂU']);
    expect(units(`PHÒNG VĂN HÓA\nVÀ THÔNG TIN\n${TABLE}`)).toEqual([
      'letterhead: PHÒNG VĂN HÓA VÀ THÔNG TIN',
    ]);
  });

  test('in the title', () => {
    expect(units(`BÁO CÁO\nSố liệu cài đặt, sử dụng ứng dụng Bluezone xã Hoài Hảo\n${TABLE}`)).toEqual([
      'title: xã Hoài Hảo',
    ]);
    expect(units(`BÁO CÁO HÀNG NGÀY XÃ HOÀI HẢO\n${TABLE}`)).toEqual(['title: XÃ HOÀI HẢO']);
    expect(units(`BÁO CÁO\nXã Hoài Hảo\n${TABLE}`)).toEqual(['title: Xã Hoài Hảo']);
  });

  test.each([
    ['Đơn vị: Xã Hoài Hảo', 'letterhead: Xã Hoài Hảo'],
    ['Tên đơn vị báo cáo: xã Hoài Hảo', 'letterhead: xã Hoài Hảo'],
    ['TÊN CƠ QUAN, ĐƠN VỊ: PHÒNG NỘI VỤ', 'letterhead: PHÒNG NỘI VỤ'],
    ['Xã/Phường: Hoài Hảo', 'letterhead: Hoài Hảo'],
    ['Mã đơn vị: 21664', 'template: 21664'],
    ['Đơn vị: | Xã Hoài Hảo', 'letterhead: Xã Hoài Hảo'],
  ])('%s', (line, claim) => {
    expect(units(`${line}\n${TABLE}`)).toEqual([claim]);
  });

  test.each([
    ['Người báo cáo: Nguyễn Văn A'],
    ['Nguyễn Văn A - 0912 345 678'],
    ['TÊN CƠ QUAN, ĐƠN VỊ'],
    ['ỦY BAN NHÂN DÂN\n.....'],
    ['UBND XÃ ..........'],
    ['Đơn vị: ............'],
    ['Kính gửi:\n- Phòng Văn hóa và Thông tin;\n- UBND thị xã Hoài Nhơn.'],
    ['(Mẫu 02)'],
    ['Hoài Nhơn, ngày      tháng 8 năm 2021'],
  ])('%s names none', (line) => {
    expect(units(`${line}\n${TABLE}`)).toEqual([]);
  });

  test('over the signature', () => {
    expect(units(`${TABLE}\n | | TM. UBND XÃ HOÀI HẢO\n | | CHỦ TỊCH\n | | Nguyễn Văn A`)).toEqual([
      'letterhead: UBND XÃ HOÀI HẢO',
    ]);
  });

  test('the name of the sheet', () => {
    expect(units(`# Hoài Hảo\n${TABLE}`)).toEqual(['sheet-name: Hoài Hảo']);
    expect(units(`# Mẫu 02\n${TABLE}`)).toEqual([]);
    expect(units(`# Sheet1 (2)\n${TABLE}`)).toEqual([]);
  });

  test('a column of names', () => {
    expect(
      units('STT | Họ và tên | Xã | Thôn | Lũy kế\n1 | A | Hoài Hảo | T | 12\n2 | B | Hoài Hảo | T | 30'),
    ).toEqual(['table: Hoài Hảo']);
    expect(
      units('STT | Họ và tên | Xã | Thôn | Lũy kế\n1 | A | Hoài Hảo | T | 12\n2 | B | Hoài Châu | T | 30'),
    ).toEqual(['table: Hoài Hảo', 'table: Hoài Châu']);
  });

  test('each report on a sheet has its own', () => {
    const report = taken(
      `UBND XÃ HOÀI CHÂU\n${TABLE}\n(Ký tên, đóng dấu)\nTrần Văn B\nUBND XÃ HOÀI HẢO\n${TABLE}`,
    );
    expect(report.unitClaims.map(({ text }) => text)).toEqual(['UBND XÃ HOÀI CHÂU']);
  });
});

describe('date', () => {
  test.each([
    ['Hoài Nhơn, ngày 16 tháng 8 năm 2021', 'letterhead: 2021-08-16'],
    ['(ngày 16 tháng 8 năm 2021)', 'title: 2021-08-16'],
    ['BÁO CÁO HÀNG NGÀY 16/8/2021', 'title: 2021-08-16'],
    ['Tính đến 15h00 ngày 16/8/2021', 'title: 2021-08-16'],
    ['Số liệu xã Hoài Châu, ngày 16/8/2021', 'title: 2021-08-16'],
    ['Ngày báo cáo: | 2021-08-16', 'title: 2021-08-16'],
    ['ngày | 16 | tháng | 8 | năm | 2021', 'title: 2021-08-16'],
  ])('%s', (line, claim) => {
    expect(dates(`${line}\n${TABLE}`)).toEqual([claim]);
  });

  test.each([
    ['Thực hiện Kế hoạch số 59/KH-UBND ngày 11/07/2021'],
    ['(từ ngày 16/8/2021 đến ngày 22/8/2021)'],
    ['Hoài Nhơn, ngày      tháng      năm 2021'],
  ])('%s is not the report’s', (line) => {
    expect(dates(`${line}\n${TABLE}`)).toEqual([]);
  });

  test('title and letterhead', () => {
    expect(
      dates(`Hoài Châu, ngày 17 tháng 8 năm 2021\nBÁO CÁO HÀNG NGÀY\n(ngày 16 tháng 8 năm 2021)\n${TABLE}`),
    ).toEqual(['letterhead: 2021-08-17', 'title: 2021-08-16']);
  });

  test('over the signatures, in the head, in the name of the sheet', () => {
    expect(dates(`${TABLE}\n | | Hoài Châu, ngày 16 tháng 8 năm 2021\n | | CHỦ TỊCH`)).toEqual([
      'letterhead: 2021-08-16',
    ]);
    expect(dates('STT | Họ và tên | Thôn | Lũy kế đến 15h ngày 16/8/2021\n1 | A | T | 12')).toEqual([
      'table: 2021-08-16',
    ]);
    expect(dates(`# 16-8-2021\n${TABLE}`)).toEqual(['sheet-name: 2021-08-16']);
  });

  test('without a year only where the campaign gives one', () => {
    expect(dates(`# 16-8\n(ngày 16/8)\n${TABLE}`)).toEqual([]);
    expect(dates(`# 16-8\n(ngày 16/8)\n${TABLE}`, 2021)).toEqual([
      'title: 2021-08-16',
      'sheet-name: 2021-08-16',
    ]);
  });

  test('no day of the calendar', () => {
    const report = taken(`(ngày 31 tháng 6 năm 2021)\n${TABLE}`);
    expect(report.dateClaims).toEqual([]);
    expect(report.findings.map(({ code }) => code)).toContain('time/unreadable-date');
  });
});
