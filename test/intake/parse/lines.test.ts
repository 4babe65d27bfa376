import { describe, expect, test } from 'vitest';
import { taken, told } from './taken.ts';

const page = (total: string, phone: string, installed: string) => `
TÊN CƠ QUAN, ĐƠN VỊ: PHÒNG NỘI VỤ
BÁO CÁO
Số liệu cài đặt, sử dụng ứng dụng Bluezone
- Số điện thoại người tạo mã QR code của cơ quan, đơn vị: 0912 345 678
- Mã QR Code Bluezone cơ quan, đơn vị đã tạo: .....
- Tổng số cán bộ, CC, VC, người lao động: ${total}
- Số cán bộ, CC, VC, người lao động có Smartphone: ${phone}
- Số cán bộ, CC, VC, người lao động đã cài đặt Bluezone: ${installed}
- Ảnh chụp việc niêm yết, dán mã QR Code tại công ra vào hoặc vị trí dễ tiếp cận.
.....
(Ký tên, đóng dấu)`;

test('the official page, filled in', () => {
  expect(told(taken(page('45', '40', '38')))).toEqual([
    'staff_total=45 A6',
    'staff_with_smartphone=40 A7',
    'staff_installed=38 A8',
  ]);
});

test('as cells beside labels', () => {
  expect(
    told(
      taken(`
Tổng số cán bộ, CC, VC, người lao động | | '1.045
Số cán bộ, CC, VC, người lao động có Smartphone | | '1.040
Số cán bộ, CC, VC, người lao động đã cài đặt Bluezone | | 938`),
    ),
  ).toEqual(['staff_total=1045 C1', 'staff_with_smartphone=1040 C2', 'staff_installed=938 C3']);
});

describe('what is wrong with a value', () => {
  test.each([
    [page('45', '40', '.....'), ['staff_total=45 A6', 'staff_with_smartphone=40 A7', 'value/missing A8']],
    [page('45', 'khoảng 40', '38'), ['staff_total=45 A6', 'staff_installed=38 A8', 'value/approximate A7']],
    [page('45', '40', '95%'), ['staff_total=45 A6', 'staff_with_smartphone=40 A7', 'value/percentage A8']],
    [page('0', '0', '0'), ['staff_total=0 A6', 'staff_with_smartphone=0 A7', 'staff_installed=0 A8']],
  ])('%#', (text, expected) => {
    expect(told(taken(text))).toEqual(expected);
  });
});

describe('marks and pictures are given or not', () => {
  const given = (text: string) => Object.fromEntries(taken(text).given);
  test('left open', () => {
    expect(given(page('45', '40', '38'))).toEqual({ qr_code: false, qr_photo: false });
  });
  test('a picture below a label is that label’s', () => {
    expect(given(`${page('45', '40', '38')}\n! picture A12`)).toEqual({ qr_code: false, qr_photo: true });
    expect(given(`${page('45', '40', '38')}\n! picture C5`)).toEqual({ qr_code: true, qr_photo: false });
  });
  test('in a table of contents and values', () => {
    const rows = [
      'TT | Nội dung | Số lượng | Ghi chú',
      '1 | Mã QR Code Bluezone cơ quan, đơn vị đã tạo | Đã tạo |',
      '2 | Tổng số cán bộ, CC, VC, người lao động | 145 | trong đó 5 hợp đồng',
      '3 | Số cán bộ, CC, VC, người lao động có Smartphone | 140 |',
      '4 | Số cán bộ, CC, VC, người lao động đã cài đặt Bluezone | 138 | 98,6%',
      '5 | Ảnh chụp việc niêm yết, dán mã QR Code tại cổng ra vào hoặc vị trí dễ tiếp cận | Gửi kèm |',
    ];
    expect(told(taken(rows.join('\n')))).toEqual([
      'staff_total=145 C3',
      'staff_with_smartphone=140 C4',
      'staff_installed=138 C5',
    ]);
    expect(given(rows.join('\n'))).toEqual({ qr_code: true, qr_photo: true });
  });
  test('written', () => {
    expect(given(page('45', '40', '38').replace('đã tạo: .....', 'đã tạo: đã gửi qua Zalo'))).toMatchObject({
      qr_code: true,
    });
    expect(given(page('45', '40', '38').replace('đã tạo: .....', 'đã tạo: chưa'))).toMatchObject({
      qr_code: false,
    });
  });
});

test('hidden rows and a hidden column of values are counted and said', () => {
  const lines = (mark: string) => `
! hide-column C
Tổng số cán bộ, CC, VC, người lao động | | 45
Số cán bộ, CC, VC, người lao động có Smartphone | | 40
${mark}Số cán bộ, CC, VC, người lao động đã cài đặt Bluezone | | 38`;
  const figures = ['staff_total=45 C1', 'staff_with_smartphone=40 C2', 'staff_installed=38 C3'];
  expect(told(taken(lines('')))).toEqual([...figures, 'report/hidden-column C1']);
  expect(told(taken(lines('~ ')))).toEqual([...figures, 'report/hidden-column C1', 'report/hidden-rows']);
});
