import { expect, test } from 'vitest';
import { totalLabel } from '../../../src/intake/parse/total-label.ts';

test.each([
  ['Tổng', null],
  ['TỔNG CỘNG:', null],
  ['* Tổng cộng', null],
  ['II. Tổng cộng', null],
  ['Tong cong', null],
  ['Cộng (I+II)', null],
  ['Tổng (A+B)', null],
  ['Cộng trang 1', null],
  ['Cộng mang sang', null],
  ['Tổng cộng toàn xã', null],
  ['Tổng số người cài đặt đến nay', null],
  ['Tổng cộng 245', '245'],
  ['Tổng cộng: 1.245 người', '1.245 người'],
  ['Tổng cộng có 12 người', '12 người'],
])('%s is a total', (text, inline) => {
  expect(totalLabel(text)).toEqual({ inline });
});

test.each([
  'Tổ 5',
  'Cộng Hòa',
  'Tống Văn A',
  'Tống',
  'Tống Ca',
  'Công Tằng Tôn Nữ',
  'Tô Văn B',
  'Tổng cục',
  'Cộng đồng 3',
  'Trần Thị Tổng',
])('%s is none', (text) => {
  expect(totalLabel(text)).toBeNull();
});
