import { describe, expect, test } from 'vitest';
import { becomes } from '../kinds/taken.ts';
import { draw } from '../sheet.ts';

const HEAD = 'STT | Họ và tên | Địa chỉ (thôn, khu phố) | Số điện thoại | Lũy kế đến thời điểm hiện tại';
const REPORT = `# Đã cài
XÃ HOÀI SƠN
BÁO CÁO HÀNG NGÀY
${HEAD}
1 | Nguyễn Ví Dụ A | Thôn 1 | '0900000001 | 45
2 | Nguyễn Ví Dụ B | Thôn 2 | '0900000002 | 30
`;
const said = (text: string) => {
  const { value, how, findings } = becomes(draw(REPORT + text));
  return [
    value ?? how,
    ...findings.flatMap(({ code, at }) => (code.startsWith('report/') ? [`${code} ${at.sheet}`] : [])),
  ];
};

describe('a list of those without the app on a sheet of its own', () => {
  test('is no second report', () => {
    const list = `# Chưa cài
DANH SÁCH NGƯỜI CHƯA CÀI ĐẶT
${HEAD}
1 | Nguyễn Ví Dụ C | Thôn 1 | '0900000003 |
`;
    expect(said(list)).toEqual([75, 'report/reversed-rows Chưa cài']);
  });
});

describe('a total on a sheet of its own', () => {
  test.each([
    ['Tổng số người đã cài đặt Bluezone | 90', ['asked', 'report/other-total Chung']],
    ['Tổng số người đã cài đặt Bluezone: 90 người', ['asked', 'report/other-total Chung']],
    ['Tổng số người đã cài đặt Bluezone | 75', [75]],
    ['Tổng số người đã cài đặt đến ngày 15/8/2021: 60', [75]],
    ['Tổng số người có điện thoại thông minh | 3000', [75]],
    ['Người lập biểu | 90', [75]],
  ])('%s', (line, expected) => {
    expect(said(`# Chung\n${line}\n`)).toEqual(expected);
  });

  test('a sheet called by a day is of that day', () => {
    const line = 'Tổng số người đã cài đặt | 60';
    expect(said(`# 15-8\n${line}\n`)).toEqual([75]);
    expect(said(`# Sheet2\n${line}\n`)).toEqual(['asked', 'report/other-total Sheet2']);
  });
});
