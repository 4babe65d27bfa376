import { describe, expect, test } from 'vitest';
import { recognise } from '../../../src/intake/recognise/recognise.ts';
import { address } from '../../../src/model/grid.ts';
import { mau01, mau02 } from '../../model/shipped.ts';
import { draw } from '../../sheet.ts';

/** `total=B1 phone=B2 installed=B3`: where the three values of Mẫu 01 stand (`A1:45` within the cell of the label). */
function find(text: string): string[] {
  const { found, findings } = recognise(draw(text), [mau02, mau01]);
  const short = new Map([
    ['staff_total', 'total'],
    ['staff_with_smartphone', 'phone'],
    ['staff_installed', 'installed'],
  ]);
  return [
    ...found.map(({ placement, faults }) => {
      const fields = placement.fields.flatMap(({ field, value, inline }) => {
        const name = short.get(field);
        const at = value === undefined ? '-' : address(value.row, value.col);
        return name === undefined ? [] : [`${name}=${at}${inline === undefined ? '' : `:${inline}`}`];
      });
      const said = faults.map(({ code, facts }) => `${code} ${Object.values(facts).flat().join('|')}`);
      return [...fields, ...said].join(' ');
    }),
    ...findings.map(({ code, facts }) => `${code} ${Object.values(facts).flat().join('|')}`),
  ];
}

const TOTAL = 'Tổng số cán bộ, CC, VC, người lao động';
const PHONE = 'Số cán bộ, CC, VC, người lao động có Smartphone';
const INSTALLED = 'Số cán bộ, CC, VC, người lao động đã cài đặt Bluezone';

describe('where the value stands', () => {
  test.each([
    [
      'right of the label',
      `${TOTAL} | 45\n${PHONE} | 40\n${INSTALLED} | 38`,
      'total=B1 phone=B2 installed=B3',
    ],
    [
      'right of it, over blanks and merges',
      `! merge A1:C1\n${TOTAL} | | | | 45\n${PHONE}: | | 40\n${INSTALLED} | .... | | 38`,
      'total=E1 phone=C2 installed=D3',
    ],
    [
      'right of a number of the line and the unit of count',
      `1 | ${TOTAL} | Người | 45\n2 | ${PHONE} | Người | 40\n3 | ${INSTALLED} | Người | 38`,
      'total=D1 phone=D2 installed=D3',
    ],
    [
      'in the cell of the label',
      `- ${TOTAL}: 45\n- ${PHONE}: ....40....\n- ${INSTALLED}: 38 người ....`,
      'total=A1:45 phone=A2:40 installed=A3:38 người',
    ],
    [
      'in the cell of the label, without a colon',
      `+ ${TOTAL} 45 người\n+ ${PHONE} ..... 40\n+ ${INSTALLED} = 38`,
      'total=A1:45 người phone=A2:40 installed=A3:38',
    ],
    [
      'below labels that stand side by side',
      `${TOTAL} | ${PHONE} | ${INSTALLED}\n45 | 40 | 38`,
      'total=A2 phone=B2 installed=C2',
    ],
    ['nowhere', `${TOTAL}: .....\n${PHONE}: ..... người\n${INSTALLED}`, 'total=- phone=- installed=-'],
    [
      'what cannot be read is found all the same',
      `${TOTAL} | bốn mươi\n${PHONE} | 40\n${INSTALLED} | #REF!`,
      'total=B1 phone=B2 installed=B3',
    ],
    [
      'a remark behind the value',
      `${TOTAL} | 45 | trong đó hợp đồng\n${PHONE} | 40 | 100%\n${INSTALLED} | 38 | 95%`,
      'total=B1 phone=B2 installed=B3',
    ],
    [
      'under other names, without tones, in capitals',
      'TONG SO CBCCVC, NLD | 45\nSo CBCCVC co dien thoai thong minh | 40\nĐÃ CÀI ĐẶT BLUEZONE | 38',
      'total=B1 phone=B2 installed=B3',
    ],
  ])('%s', (_name, text, expected) => {
    expect(find(text)).toEqual([expected]);
  });

  test('several lines in one cell', () => {
    const workbook = draw('x');
    const cell = workbook.sheets[0]?.rows[0]?.cells[0];
    const text = `- ${TOTAL}: 45\n- ${PHONE}: 40\n- ${INSTALLED}: 38`;
    const sheets = workbook.sheets.map((sheet) => ({
      ...sheet,
      rows:
        cell === undefined
          ? []
          : [
              {
                index: 0,
                hidden: false,
                cells: [{ ...cell, value: { kind: 'text' as const, text }, shown: text }],
              },
            ],
    }));
    const { found } = recognise({ sheets }, [mau01]);
    expect(found[0]?.placement.fields.map(({ inline }) => inline)).toEqual(['45', '40', '38']);
  });
});

describe('doubt is said, never guessed', () => {
  test('the same label twice', () => {
    expect(find(`${TOTAL}: 45\n${PHONE}: 40\n${PHONE}: 41\n${INSTALLED}: 38`)).toEqual([
      `total=A1:45 installed=A4:38 form/field-ambiguous mau-01|${PHONE}|A2|A3`,
    ]);
  });

  test('the same label again at the end', () => {
    expect(find(`${TOTAL}: 45\n${PHONE}: 40\n${INSTALLED}: 38\nGhi chú\n${INSTALLED}: 39`)[0]).toContain(
      `form/field-ambiguous mau-01|${INSTALLED}|A3|A5`,
    );
  });

  test('two numbers beside a label', () => {
    expect(find(`${TOTAL} | 45 | 46\n${PHONE} | 40 | 40\n${INSTALLED} | 38`)).toEqual([
      `phone=B2 installed=B3 form/field-ambiguous mau-01|${TOTAL}|B1|C1|A1`,
    ]);
  });

  test('a table of several offices under the labels', () => {
    expect(
      find(`Đơn vị | ${TOTAL} | ${PHONE} | ${INSTALLED}\nA | 45 | 40 | 38\nB | 20 | 19 | 18`)[0],
    ).toContain('form/field-ambiguous');
  });

  test('a line that is missing', () => {
    expect(
      find(
        `BÁO CÁO\nSố liệu cài đặt, sử dụng ứng dụng Bluezone\nMã QR Code Bluezone cơ quan, đơn vị đã tạo: có\n${TOTAL}: 45\n${INSTALLED}: 38`,
      ),
    ).toEqual([`total=A4:45 installed=A5:38 form/field-missing mau-01|${PHONE}`]);
  });

  test('lines about those who have not installed are other lines', () => {
    expect(
      find(
        `${TOTAL}: 45\n${PHONE}: 40\n${INSTALLED}: 38\nSố cán bộ chưa cài đặt Bluezone: 2\nTỷ lệ cài đặt: 95%`,
      ),
    ).toEqual(['total=A1:45 phone=A2:40 installed=A3:38']);
  });
});

test('two offices on one sheet are two reports', () => {
  const page = (n: number) =>
    `BÁO CÁO\n${TOTAL}: ${n}\n${PHONE}: ${n - 1}\n${INSTALLED}: ${n - 2}\n(Ký tên, đóng dấu)`;
  expect(find(`PHÒNG A\n${page(45)}\nPHÒNG B\n${page(20)}`)).toEqual([
    'total=A3:45 phone=A4:44 installed=A5:43',
    'total=A9:20 phone=A10:19 installed=A11:18',
  ]);
});

describe('columns of values', () => {
  const page = (head: string, ...values: readonly string[]) =>
    find(
      `${head}\nTổng số cán bộ | ${values[0]}\nSố cán bộ có Smartphone | ${values[1]}\nSố cán bộ đã cài đặt Bluezone | ${values[2]}`,
    ).join(' ');

  test.each([
    ['Nội dung | Kỳ trước | Kỳ này', ['50 | 52', '40 | 45', '30 | 41']],
    ['Nội dung | Chỉ tiêu | Thực hiện', ['50 | 52', '40 | 45', '30 | 41']],
    ['Nội dung | Tỷ lệ | Số lượng', ['100 | 52', '80 | 45', '70 | 41']],
  ])('%s: the own one', (head, values) => {
    expect(page(head, ...values)).toMatch(/^total=C2 phone=C3 installed=C4$/);
  });

  test.each([
    ['Nội dung | Kỳ trước | Kỳ này', ['50 | ', '40 | ', '30 | ']],
    ['Nội dung | Nam | Nữ | Tổng', ['30 | | ', '25 | | ', '20 | | ']],
    ['Nội dung | Nam | Nữ', ['30 | 20', '25 | 15', '20 | 10']],
  ])('%s: asked where it is missing', (head, values) => {
    expect(page(head, ...values)).toContain('form/field-ambiguous');
  });

  test('a head that says nothing of the kind', () => {
    expect(page('Nội dung | Năm 2021', '50', '40', '30')).toContain('installed=B4');
  });
});
