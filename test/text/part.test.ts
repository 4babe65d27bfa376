import { describe, expect, it } from 'vitest';
import { joinParts, NO_PART, partWords } from '../../src/text/part.ts';

/** Names are invented. */
const SAID: readonly (readonly [string, Partial<ReturnType<typeof partWords>>])[] = [
  ['Hoài Phú - Thôn Mỹ Bình.xlsx', { place: 'my binh' }],
  ['hoai phu_thon_luong tho.xlsx', { place: 'luong tho' }],
  ['Danh sách thôn Mỹ Bình xã Hoài Phú ngày 16/8', { place: 'my binh' }],
  ['KP Thiện Đức 16-8', { place: 'thien duc' }],
  ['báo cáo xã Hoài Phú - thôn 3 - 16-8.xlsx', { place: '3' }],
  ['tổ 5', { place: '5' }],
  ['ấp Tân Hòa', { place: 'tan hoa' }],
  ['Hoài Phú (xã Hoài Hảo cũ).xlsx', { place: 'hoai hao' }],
  ['Xã Hoài Hảo (cũ).xlsx', { place: 'hoai hao' }],
  ['Hoài Sơn 16-8 (bổ sung).xlsx', { supplement: true }],
  ['Hoai Son bo sung.xlsx', { supplement: true }],
  ['Hoai Phu phan 2.xlsx', { number: 2 }],
  ['Hoài Phú phần 1/2', { number: 1, of: 2 }],
  ['Danh sách (phần II)', { number: 2 }],
  ['(1/3) Hoài Phú', { number: 1, of: 3 }],
];

const PLAIN = [
  'DANH SÁCH TỔ COVID CỘNG ĐỒNG',
  'DANH SÁCH CÁC THÔN',
  'thôn, khu phố',
  'Địa chỉ (thôn, khu phố)',
  'Khu cách ly tập trung',
  'Báo cáo phần mềm Bluezone',
  'Kết quả cài đặt (16/8)',
  'Thực hiện sửa đổi, bổ sung kế hoạch',
  'Hoài Sơn 16-8.xlsx',
  'Mẫu cũ.xlsx',
  'Xã Hoài Cửu.xlsx',
  'lap dat ung dung.xlsx',
];

describe('words of a part', () => {
  it.each(SAID)('%s', (text, said) => expect(partWords(text)).toEqual({ ...NO_PART, ...said }));
  it.each(PLAIN)('%s says nothing of the kind', (text) => expect(partWords(text)).toEqual(NO_PART));
  it('of a name and a title the first that says something counts', () => {
    expect(
      joinParts([partWords('a.xlsx'), partWords('phần 2/3 (bổ sung)'), partWords('thôn Cự Lễ')]),
    ).toEqual({
      number: 2,
      of: 3,
      supplement: true,
      place: 'cu le',
    });
  });
});
