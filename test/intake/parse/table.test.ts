import { describe, expect, test } from 'vitest';
import { say, taken, told } from './taken.ts';

const HEAD = 'STT | Họ và tên | Địa chỉ (thôn, khu phố) | Số điện thoại | Lũy kế đến thời điểm hiện tại';
const table = (...rows: string[]) => [HEAD, ...rows].join('\n');

describe('which rows are data', () => {
  test('blank rows and rows with a running number alone are skipped; row numbers stay the sheet’s', () => {
    const report = taken(table('1 | A | T | | 12', '', '2', '3 | B | T | | 30', '4 | .... | | | ....'));
    expect(report.rows.map(({ row }) => row + 1)).toEqual([2, 5]);
    expect(told(report)).toEqual(['installed=42 E2:E5 per-person/numbers']);
  });

  test('heads, column numbers and page totals in between', () => {
    const report = taken(
      table(
        '(1) | (2) | (3) | (4) | (5)',
        '1 | A | T | | 12',
        '2 | B | T | | 30',
        'Cộng trang 1 | | | | 42',
        HEAD,
        '3 | C | T | | 8',
        'Cộng trang 2 | | | | 8',
        'Tổng cộng | | | | 50',
      ),
    );
    expect(told(report)).toEqual(['installed=50 E3:E7 per-person/numbers']);
  });

  test.each(['A | B | C | D | 1', '1 | 2 | 3 | 4 | 5', 'A | B | C | 1 | 2'])(
    'the columns numbered as %s',
    (numbers) => {
      expect(told(taken(table(numbers, '1 | A | T | | 12', '2 | B | T | | 30')))).toEqual([
        'installed=42 E3:E4 per-person/numbers',
      ]);
    },
  );

  test('names of hamlets on lines of their own', () => {
    const report = taken(
      table(
        'I | Thôn Hội An',
        '1 | A | | | 12',
        '2 | B | | | 30',
        'II | Thôn An Sơn',
        '1 | C | | | 8',
        'Thôn Bình Đê',
        '1 | D | | | 9',
      ),
    );
    expect(told(report)).toEqual(['installed=59 E3:E8 per-person/numbers']);
  });

  test('headings that carry the sum of what follows', () => {
    const rows = [
      'I | Thôn Hội An | | | 42',
      '1 | A | | | 12',
      '2 | B | | | 30',
      'II | Thôn An Sơn | | | 8',
      '1 | C | | | 8',
    ];
    expect(told(taken(table(...rows)))).toEqual(['installed=50 E3:E6 per-person/numbers']);
    expect(told(taken(table('I | Thôn Hội An | | | 40', ...rows.slice(1))))).toEqual([
      'installed=50 E3:E6 per-person/numbers',
      'report/row-unclear E2',
    ]);
  });

  test('signatures, recipients, remarks and who signs', () => {
    const report = taken(
      table(
        '1 | A | T | | 12',
        '2 | B | T | | 30',
        'Ghi chú: số liệu đến 15 giờ',
        ' | | | Hoài Châu, ngày 16 tháng 8 năm 2021',
        'Người lập biểu | | | TM. ỦY BAN NHÂN DÂN',
        ' | | | CHỦ TỊCH',
        ' | | | (Ký tên, đóng dấu)',
        ' | Trần Văn B | | Nguyễn Văn C',
        'Nơi nhận: | - Như trên',
      ),
    );
    expect(report.rows).toHaveLength(2);
    expect(told(report)).toEqual(['installed=42 E2:E3 per-person/numbers']);
  });

  test('a list that goes on behind the signatures', () => {
    const report = taken(
      table('1 | A | T | | 12', '(Ký tên, đóng dấu)', ' | Nguyễn Văn C', '2 | B | T | | 30'),
    );
    expect(report.rows.map(({ row }) => row + 1)).toEqual([2, 5]);
  });

  test('an office that somebody holds is no signature', () => {
    const report = taken(
      `STT | Họ và tên | Chức vụ | Thôn | Lũy kế\n1 | A | Phó Chủ tịch | T | 12\n2 | B | Trưởng ban | T | 30`,
    );
    expect(told(report)).toEqual(['installed=42 E2:E3 per-person/numbers']);
  });

  test('a line of the head that only explains it', () => {
    const report = taken(table(' | | (thôn, khu phố) | | (người)', '1 | A | T | | 12', '2 | B | T | | 30'));
    expect(told(report)).toEqual(['installed=42 E3:E4 per-person/numbers']);
  });

  test('who has not installed among those who have is left out', () => {
    const report = taken(table('1 | A | T | | x', '2 | B | T | | chưa cài', '3 | C | T | | x'));
    expect(told(report)).toEqual(['installed=2 B2:B4 rows/marks', 'report/reversed-rows E3']);
  });

  test('"Không phát sinh" is nobody', () => {
    expect(told(taken(table(' | Không phát sinh')))).toEqual(['report/no-rows E1']);
    expect(told(taken(table(' | Không có | | | 0')))).toEqual(['installed=0 E2 stated-total/stated-zero']);
  });

  test('a person called Tổng, a hamlet called Cộng Hòa', () => {
    const report = taken(
      table("1 | Tổng | T | '0912345678 | 12", '2 | Lê Thị Cộng | T | | 30', '3 | C | Cộng Hòa | | 5'),
    );
    expect(told(report)).toEqual(['installed=47 E2:E4 per-person/numbers']);
  });
});

describe('totals', () => {
  test.each([
    ['Tổng cộng | | | | 42'],
    [' | Tổng | | | 42'],
    ['CỘNG | | | | 42 người'],
    [' | TỔNG SỐ | | | 42'],
    ['3 | Tổng cộng | | | 42'],
    ['Tổng cộng: 42 người'],
    ['Cộng toàn xã | | | | 42'],
  ])('%s', (total) => {
    expect(told(taken(table('1 | A | T | | 12', '2 | B | T | | 30', total)))).toEqual([
      'installed=42 E2:E3 per-person/numbers',
    ]);
  });

  test('over the rows', () => {
    expect(told(taken(table('Tổng cộng | | | | 42', '1 | A | T | | 12', '2 | B | T | | 30')))).toEqual([
      'installed=42 E3:E4 per-person/numbers',
    ]);
  });

  test('merged over the column', () => {
    expect(
      told(taken(`! merge D4:E4\n${table('1 | A | T | | 12', '2 | B | T | | 30', 'Tổng cộng | | | 42')}`)),
    ).toEqual(['installed=42 E2:E3 per-person/numbers']);
  });

  test('that is not the sum', () => {
    const report = taken(table('1 | A | T | | 12', '2 | B | T | | 30', 'Tổng cộng | | | | 50'));
    expect(told(report)).toEqual(['report/total-not-sum E4']);
    expect(report.findings.find(({ code }) => code === 'report/total-not-sum')?.facts).toMatchObject({
      stated: 50,
      sum: 42,
    });
  });

  test('of a page that is not the sum', () => {
    expect(
      told(
        taken(table('1 | A | T | | 12', 'Cộng trang | | | | 13', '2 | B | T | | 30', 'Tổng cộng | | | | 42')),
      ),
    ).toEqual(['report/total-not-sum E3']);
  });

  test('without a label', () => {
    expect(told(taken(table('1 | A | T | | 12', '2 | B | T | | 30', ' | | | | 42')))).toEqual([
      'installed=42 E2:E3 per-person/numbers',
    ]);
  });

  test('under a name of its own', () => {
    const rows = (last: string) => table('1 | A | T | | 12', '2 | B | T | | 30', last);
    expect(told(taken(rows(' | Toàn xã | | | 42')))).toEqual(['installed=42 E2:E3 per-person/numbers']);
    expect(told(taken(rows('3 | C | T | | 42')))).toEqual(['installed=84 E2:E4 per-person/numbers']);
  });

  test('that cannot be read says nothing beside rows that can', () => {
    expect(
      told(taken(table('1 | A | T | | 12', '2 | B | T | | 30', 'Tổng | | | | =SUM(E2:E3) -> ?'))),
    ).toEqual(['installed=42 E2:E3 per-person/numbers']);
    expect(told(taken(table('1 | A | T', '2 | B | T', 'Tổng | | | | =SUM(E2:E3) -> ?')))).toEqual([
      'value/formula-uncomputed E4',
    ]);
  });
});

describe('where a figure stands', () => {
  test.each([
    ['rows', table('1 | A | T | | x', '2 | B | T | | đã cài'), 'installed=2 B2:B3 rows/marks'],
    [
      'the days that people installed',
      table('1 | A | T | | 2021-08-14', "2 | B | T | | '15/8/2021"),
      'installed=2 B2:B3 rows/marks',
    ],
    ['an empty column', table('1 | A | T', '2 | B | T'), 'installed=2 B2:B3 rows/column-empty'],
    ['the first row', table("1 | A | T | | '2.310", '2 | B | T'), 'installed=2310 E2 stated-total/one-value'],
    [
      'a merge',
      `! merge E3:E4\n${table('1 | A | T', '2 | B | T | | 2310', '3 | C | T', '4 | D | T')}`,
      'installed=2310 E3 stated-total/one-value',
    ],
    [
      'the total row',
      table('1 | A | T', '2 | B | T', 'Tổng | | | | 2310'),
      'installed=2310 E4 stated-total/one-value',
    ],
    [
      'the label of the total',
      table('1 | A | T', 'Tổng cộng: 2.310 người'),
      'installed=2310 A3 stated-total/one-value',
    ],
    [
      'the last of running numbers',
      table('1 | A | T | | 1', '2 | B | T | | 2', '3 | C | T | | 3'),
      'installed=3 E4 stated-total/running-number',
    ],
    ['a total alone', table('Tổng | | | | 45'), 'installed=45 E2 stated-total/one-value'],
  ])('%s', (_name, text, expected) => {
    expect(told(taken(text))[0]).toBe(expected);
  });
});

describe('what is wrong in a cell stands at that cell', () => {
  const rows = (cell: string) => table('1 | A | T | | 12', `2 | B | T | | ${cell}`, '3 | C | T | | 30');
  test.each([
    ['khoảng 200', 'value/approximate E3'],
    ['-5', 'value/negative E3'],
    ['12.5', 'value/not-whole E3'],
    ['43%', 'value/percentage E3'],
    ['#REF!', 'value/error-value E3'],
    ['=E2 -> ?', 'value/formula-uncomputed E3'],
    ['hai mươi', 'value/not-a-number E3'],
    ["'1,234", 'value/ambiguous-number E3'],
  ])('%s', (cell, expected) => {
    expect(told(taken(rows(cell)))).toEqual([expected]);
  });

  test('a blank among numbers adds nothing', () => {
    const report = taken(rows(''));
    expect(told(report)).toEqual(['installed=42 E2:E4 per-person/numbers', 'report/blank-counts E3']);
    expect(report.findings.find(({ code }) => code === 'report/blank-counts')?.facts).toMatchObject({
      rows: 1,
    });
  });

  test('a number with words is read and said', () => {
    expect(told(taken(rows('20 người')))).toEqual([
      'installed=62 E2:E4 per-person/numbers',
      'value/with-words E3',
    ]);
  });

  test('where rows are counted the numbers are not read', () => {
    expect(told(taken(rows('hai mươi'), 'rows'))).toEqual(['installed=3 B2:B4 rows/campaign']);
  });

  test('where numbers are asked for a mark is none', () => {
    expect(told(taken(rows('x'), 'per-person'))).toEqual(['value/not-a-number E3']);
  });

  test('heading and facts are the sender’s and the form’s', () => {
    const report = taken('TT | Họ tên | Thôn | Luỹ kế\n1 | A | T | ba\n2 | B | T | 5');
    expect(report.findings.find(({ code }) => code === 'value/not-a-number')).toEqual({
      code: 'value/not-a-number',
      at: { sheet: 'Sheet1', cell: 'D2', row: 1, col: 3, heading: 'Luỹ kế' },
      facts: { field: 'Lũy kế đến thời điểm hiện tại', shown: 'ba' },
    });
  });
});

describe('a head that is merged over several columns', () => {
  test('is asked about where more than one of them has numbers', () => {
    const merged = (second: string) =>
      told(taken(`! merge E1:F1\n${table(`1 | A | T | | 12 | ${second}`, `2 | B | T | | 30 | ${second}`)}`));
    expect(merged('7')).toContain('form/field-ambiguous E1');
    expect(merged('')).toEqual(['installed=42 E2:E3 per-person/numbers']);
    expect(merged('ghi chú')).toEqual(['installed=42 E2:E3 per-person/numbers']);
  });
});

describe('what is hidden is counted and said', () => {
  test('rows', () => {
    const report = taken(table('1 | A | T | | 12', '~ 2 | B | T | | 30', '~ 3 | C | T | | 8'));
    expect(told(report)).toEqual(['installed=50 E2:E4 per-person/numbers', 'report/hidden-rows']);
    expect(report.findings.find(({ code }) => code === 'report/hidden-rows')?.facts).toEqual({ rows: 2 });
  });
  test('a column of counts, not one of names', () => {
    const rows = table('1 | A | T | | 12', '2 | B | T | | 30');
    expect(told(taken(`! hide-column E\n${rows}`))).toEqual([
      'installed=42 E2:E3 per-person/numbers',
      'report/hidden-column E1',
    ]);
    expect(told(taken(`! hide-column B\n${rows}`))).toEqual(['installed=42 E2:E3 per-person/numbers']);
  });
  test('a sheet', () => {
    expect(told(taken(`# Bí mật (hidden)\n${table('1 | A | T | | 12', '2 | B | T | | 30')}`))).toEqual([
      'installed=42 E2:E3 per-person/numbers',
      'report/hidden-sheet',
    ]);
  });
});

describe('no rows', () => {
  test.each([
    [table(), 'report/no-rows E1'],
    [table('1', '2', '3'), 'report/no-rows E1'],
    [table('(Ký tên, đóng dấu)', ' | Nguyễn Văn C'), 'report/no-rows E1'],
    [table('Tổng cộng | | | | 0'), 'installed=0 E2 stated-total/stated-zero'],
    [table(' | | | | 0'), 'installed=0 E2 stated-total/stated-zero'],
  ])('%#', (text, expected) => {
    expect(told(taken(text))).toEqual([expected]);
  });
});

test('a broken head leaves the values alone, and still says whose it is', () => {
  const report = taken('UBND XÃ HOÀI CHÂU\nSTT | Họ và tên | Địa chỉ | Số điện thoại\n1 | A | T | ba');
  expect(report.findings.map(say)).toEqual(['form/field-missing']);
  expect(report.unitClaims.map(({ text }) => text)).toEqual(['UBND XÃ HOÀI CHÂU']);
});
