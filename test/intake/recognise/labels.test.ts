import { describe, expect, test } from 'vitest';
import { labelsOf } from '../../../src/intake/recognise/labels.ts';
import { labelWords, sameWord } from '../../../src/intake/recognise/words.ts';
import { mau01, mau02 } from '../../model/shipped.ts';

const best = (form: typeof mau01, text: string) => labelsOf(form)(text)[0];

describe('the official label, letter by letter', () => {
  test.each(
    [mau01, mau02].flatMap((form) => form.fields.map((field) => [field.label.vi, form, field.id] as const)),
  )('%s', (label, form, id) => {
    expect(best(form, label)).toEqual({ field: id, score: 1, because: 'official-label' });
  });
});

describe('what senders write in a table', () => {
  test.each([
    ['HỌ VÀ TÊN', 'full_name'],
    ['ho va ten', 'full_name'],
    ['Họ, tên', 'full_name'],
    ['Họ và tên:', 'full_name'],
    ['TT', 'ordinal'],
    ['Số TT', 'ordinal'],
    ['Địa chỉ', 'address'],
    ['Thôn/khu phố', 'address'],
    ['Điạ chỉ', 'address'],
    ['SĐT', 'phone'],
    ['Số ĐT', 'phone'],
    ['Điện thoại', 'phone'],
    ['Luỹ kế', 'cumulative'],
    ['LŨY KẾ ĐẾN THỜI ĐIỂM HIỆN TẠI', 'cumulative'],
    ['Lũy kế đến thời điễm hiện tạ', 'cumulative'],
    ['Lũy kế đến 15h00 ngày 16/8/2021', 'cumulative'],
    ['Lũy kế đến thời điểm hiện tại (người)', 'cumulative'],
    ['Số người đã cài đặt (lũy kế)', 'cumulative'],
  ])('%s', (text, field) => {
    expect(best(mau02, text)?.field).toBe(field);
  });

  test.each([
    'Ghi chú',
    'Chức vụ',
    'Ngày sinh',
    'Số cài trong ngày',
    'Lũy kế trong ngày',
    'Tỷ lệ',
    'Họ và tên mẹ',
    'Số liệu cài đặt, sử dụng ứng dụng Bluezone',
    'Nguyễn Văn A',
  ])('%s is another column', (text) => {
    expect(labelsOf(mau02)(text)).toEqual([]);
  });
});

describe('what agencies write', () => {
  test.each([
    ['- Tổng số CB, CC, VC, NLĐ:', 'staff_total'],
    ['3. Tổng số cán bộ, công chức, viên chức, người lao động', 'staff_total'],
    ['Tổng số biên chế', 'staff_total'],
    ['Tổng số CBCCVC, NLĐ có điện thoại thông minh', 'staff_with_smartphone'],
    ['Số CBCC sử dụng smartphone', 'staff_with_smartphone'],
    ['Số CBCCVC đã cài', 'staff_installed'],
    ['Tổng số đã cài đặt Bluezone', 'staff_installed'],
    ['Số cán bộ, công chức đã cài ứng dụng Blue Zone', 'staff_installed'],
    ['SĐT người tạo mã QR', 'qr_phone'],
    ['Ảnh chụp mã QR', 'qr_photo'],
  ])('%s', (text, field) => {
    const [first, second] = labelsOf(mau01)(text);
    expect(first?.field).toBe(field);
    expect((first?.score ?? 0) - (second?.score ?? 0)).toBeGreaterThanOrEqual(0.08);
  });

  test.each(['Số CB chưa cài đặt Bluezone', 'Tỷ lệ cài đặt', 'Đơn vị', 'Số cán bộ'])(
    '%s says none of them',
    (text) => {
      expect(labelsOf(mau01)(text)).toEqual([]);
    },
  );
});

test('words of a label', () => {
  expect(labelWords('a) Số ĐT (nếu có)')).toEqual(['so', 'dienthoai', 'neu', 'co']);
  expect(labelWords('Lũy kế đến ngày 16 tháng 8 năm 2021')).toEqual(['luyke', 'den']);
  expect(labelWords('Số người tiêm mũi 1')).toEqual(['so', 'nguoi', 'tiem', 'mui', '1']);
});

test('one letter apart', () => {
  expect(sameWord('luyke', 'luykee')).toBe(true);
  expect(sameWord('smartphone', 'smarphone')).toBe(true);
  expect(sameWord('smartphone', 'smaptphone')).toBe(true);
  expect(sameWord('thon', 'thom')).toBe(false);
  expect(sameWord('smartphone', 'smarphones')).toBe(false);
});
