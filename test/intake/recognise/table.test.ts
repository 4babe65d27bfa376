import { describe, expect, test } from 'vitest';
import { recognise } from '../../../src/intake/recognise/recognise.ts';
import { mau01, mau02 } from '../../model/shipped.ts';
import { draw } from '../../sheet.ts';

/** `full_name=B9 …`: each field found and the cell of its head, or what is wrong. */
function find(text: string): string[] {
  const { found, findings } = recognise(draw(text), [mau01, mau02]);
  return [
    ...found.map(({ placement, faults }) => {
      const fields = placement.fields.map(
        ({ field, label, column }) =>
          `${field}=${String.fromCharCode(65 + (column ?? label.col))}${label.row + 1}`,
      );
      const said = faults.map(({ code, facts }) => `${code} ${Object.values(facts).flat().join('|')}`);
      return [placement.form.id, ...fields, ...said].join(' ');
    }),
    ...findings.map(({ code, at, facts }) =>
      `${code} ${at.sheet ?? ''} ${Object.values(facts).flat().join('|')}`.trim(),
    ),
  ];
}

const OFFICIAL = 'STT | Họ và tên | Địa chỉ (thôn, khu phố) | Số điện thoại | Lũy kế đến thời điểm hiện tại';
const ALL = 'mau-02 ordinal=A1 full_name=B1 address=C1 phone=D1 cumulative=E1';

describe('Mẫu 02 by its heads', () => {
  test('in the first row', () => {
    expect(find(`${OFFICIAL}\n1 | A | Thôn 1 | '0912345678 | 5`)).toEqual([ALL]);
  });

  test('under a letterhead', () => {
    expect(
      find(`
UBND XÃ HOÀI CHÂU | | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

BÁO CÁO HÀNG NGÀY
Địa bàn: xã Hoài Châu
${OFFICIAL}
1 | A | Thôn 1 | '0912345678 | 5`),
    ).toEqual(['mau-02 ordinal=A5 full_name=B5 address=C5 phone=D5 cumulative=E5']);
  });

  test('in any order, with others between, under other names', () => {
    expect(
      find(`
Lũy kế | Ghi chú | SĐT | Ngày sinh | Họ tên | Chức vụ | TT | Thôn
5 | | '0912345678 | | A | | 1 | Thôn 1`),
    ).toEqual(['mau-02 cumulative=A1 phone=C1 full_name=E1 ordinal=G1 address=H1']);
  });

  test('on two lines, merged', () => {
    expect(
      find(`
! merge A1:A2
! merge B1:B2
! merge C1:D1
! merge E1:F1
TT | Họ và tên | Thông tin | | Kết quả |
 | | Địa chỉ | Số điện thoại | Trong ngày | Lũy kế
1 | A | Thôn 1 | '0912345678 | 2 | 5`),
    ).toEqual(['mau-02 ordinal=A1 full_name=B1 address=C2 phone=D2 cumulative=F2']);
  });

  test('a head broken over three rows', () => {
    expect(
      find(`
STT | Họ | Địa chỉ | Số | Lũy kế
 | và | (thôn, | điện | đến thời điểm
 | tên | khu phố) | thoại | hiện tại
1 | A | Thôn 1 | '0912345678 | 5`),
    ).toEqual(['mau-02 ordinal=A1 full_name=B3 address=C3 phone=D3 cumulative=E3']);
  });

  test('a row of names without numbers is no part of the head', () => {
    const { found } = recognise(draw(`${OFFICIAL}\nx | Nguyễn Văn A | Thôn 1 | | x`), [mau02]);
    expect(found[0]?.placement.head).toEqual({ top: 0, bottom: 0 });
  });

  test('the column of the day is not the running total', () => {
    expect(find(`STT | Họ và tên | Thôn | Số người cài đặt trong ngày | Lũy kế\n1 | A | T | 2 | 5`)).toEqual([
      'mau-02 ordinal=A1 full_name=B1 address=C1 cumulative=E1',
    ]);
  });

  test('a weaker name gives way to the better one', () => {
    expect(find(`STT | Họ và tên | Thôn | Đã cài đặt | Lũy kế\n1 | A | T | x | 5`)).toEqual([
      'mau-02 ordinal=A1 full_name=B1 address=C1 cumulative=E1',
    ]);
    expect(find(`STT | Họ và tên | Thôn | Đã cài đặt\n1 | A | T | x`)).toEqual([
      'mau-02 ordinal=A1 full_name=B1 address=C1 cumulative=D1',
    ]);
  });
});

describe('several tables', () => {
  test('a head repeated on a new page is the same table', () => {
    expect(find(`${OFFICIAL}\n1 | A | T | | 5\nCộng trang | | | | 5\n${OFFICIAL}\n2 | B | T | | 6`)).toEqual([
      ALL,
    ]);
  });

  test('under a letterhead of its own it is another report', () => {
    const { found } = recognise(
      draw(`
UBND XÃ HOÀI CHÂU
${OFFICIAL}
1 | A | T | | 5
(Ký tên, đóng dấu)
UBND XÃ HOÀI HẢO
BÁO CÁO HÀNG NGÀY
${OFFICIAL}
1 | B | T | | 6`),
      [mau02],
    );
    expect(found.map(({ placement }) => placement.area)).toEqual([
      { top: 0, bottom: 3 },
      { top: 4, bottom: 7 },
    ]);
  });

  test('one a sheet', () => {
    expect(
      find(`# Hoài Châu\n${OFFICIAL}\n1 | A | T | | 5\n# Hoài Hảo\n${OFFICIAL}\n1 | B | T | | 6`),
    ).toEqual([ALL, ALL]);
  });

  test('a sheet without a form is said, beside one that has it', () => {
    expect(find(`# Bảng\n${OFFICIAL}\n1 | A | T | | 5\n# Danh bạ\nTên | Chức vụ\nA | Chủ tịch`)).toEqual([
      ALL,
      'form/extra-sheet Danh bạ Danh bạ',
    ]);
  });

  test('a list of names beside the table that counts is no broken report', () => {
    expect(
      find(
        `# Bảng\n${OFFICIAL}\n1 | A | T | | 5\n# Danh sách\nSTT | Họ và tên | Địa chỉ | Số điện thoại\n1 | B | T | '0912345678`,
      ),
    ).toEqual([ALL, 'form/extra-sheet Danh sách Danh sách']);
  });
});

describe('what is not there, or twice', () => {
  test('without the column of the count', () => {
    expect(find(`STT | Họ và tên | Địa chỉ | Số điện thoại\n1 | A | T | '0912345678`)).toEqual([
      'mau-02 ordinal=A1 full_name=B1 address=C1 phone=D1 form/field-missing mau-02|Lũy kế đến thời điểm hiện tại',
    ]);
  });

  test('two columns of it', () => {
    expect(find(`STT | Họ và tên | Địa chỉ | Lũy kế | Lũy kế\n1 | A | T | 5 | 6`)).toEqual([
      'mau-02 ordinal=A1 full_name=B1 address=C1 form/field-ambiguous mau-02|Lũy kế đến thời điểm hiện tại|D1|E1',
    ]);
  });

  test('one head over two columns of it', () => {
    expect(
      find(`
! merge D1:E1
STT | Họ và tên | Địa chỉ | Lũy kế đến thời điểm hiện tại |
 | | | Nam | Nữ
1 | A | T | 5 | 6`)[0],
    ).toContain('form/field-ambiguous');
  });

  test('two columns of what no figure needs: the first', () => {
    expect(find(`STT | Họ và tên | Số điện thoại | Số điện thoại | Lũy kế\n1 | A | | | 5`)).toEqual([
      'mau-02 ordinal=A1 full_name=B1 phone=C1 cumulative=E1',
    ]);
  });

  test('another table', () => {
    expect(find('Mặt hàng | Số lượng\nGạo | 5')).toEqual(['form/not-recognised']);
    expect(find('STT | Họ và tên | Chức vụ\n1 | A | B')).toEqual([
      'form/not-recognised Sheet1 mau-02|Lũy kế đến thời điểm hiện tại',
    ]);
    expect(find('STT | Tên xã | Chỉ tiêu | Tỷ lệ\n1 | A | 5 | 50%')[0]).toContain('form/not-recognised');
  });

  test('nothing at all', () => {
    expect(find('# Sheet1')).toEqual(['form/not-recognised']);
  });
});
