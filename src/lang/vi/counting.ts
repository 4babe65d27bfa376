import { count } from './numbers.ts';
import { list } from './print.ts';

/** How a figure was taken from its rows. */
export const counting = {
  mode: {
    rows: 'đếm số dòng',
    'per-person': 'cộng số của từng dòng',
    'stated-total': 'lấy một số tổng đã ghi',
  },
  reason: {
    campaign: 'theo quy định của đợt',
    decision: 'theo quyết định đã ghi',
    'column-empty': 'cột lũy kế để trống',
    marks: 'mỗi dòng ghi dấu đã cài',
    'one-value': 'cột chỉ có một số',
    'same-value': 'mọi dòng ghi cùng một số',
    log: 'các dòng là các ngày của một số lũy kế, lấy ngày cuối',
    'running-number': 'số tăng theo số thứ tự, lấy số cuối',
    numbers: 'mỗi dòng ghi số riêng',
    'stated-zero': 'đơn vị ghi số 0',
  },
  join: (mode: string, reason: string) => `${mode} (${reason})`,
  adds: {
    rows: (n: number) => `đếm ${count(n)} dòng`,
    'per-person': (n: number) => `cộng ${count(n)} dòng`,
    'stated-total': (n: number) => `bảng có ${count(n)} dòng`,
  },
  /** Rows that are not added, in the order in which they are told. */
  role: {
    total: (n: number) => `${count(n)} dòng tổng cộng`,
    parent: (n: number) => `${count(n)} dòng cộng nhóm`,
    part: (n: number) => `${count(n)} dòng «trong đó»`,
    carried: (n: number) => `${count(n)} dòng mang sang`,
    continuation: (n: number) => `${count(n)} dòng viết tiếp tên`,
    empty: (n: number) => `${count(n)} dòng để trống`,
    example: (n: number) => `${count(n)} dòng ví dụ`,
    struck: (n: number) => `${count(n)} dòng bị gạch`,
    reversed: (n: number) => `${count(n)} dòng ghi chưa cài đặt`,
  },
  left: (rows: readonly string[]) => `${list(rows)} không tính`,
};

export type CountingWords = typeof counting;
