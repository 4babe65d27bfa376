import { describe, expect, test } from 'vitest';
import { readMeasureUnit } from '../../../src/text/measure-unit.ts';
import { taken, told } from './taken.ts';

const under = (head: string, over = '', first = ''): string[] =>
  told(
    taken(
      `${over === '' ? '' : `${over}\n`}STT | Thôn | ${head}\n${first}1 | Thôn A | 2\n2 | Thôn B | 1\n3 | Thôn C | 3`,
    ),
  );
const LABEL = 'Lũy kế đến thời điểm hiện tại';

describe('a scale is applied and said', () => {
  test.each(['(trăm người)', '(ĐVT: trăm người)', '- đơn vị tính: trăm người', '(trăm)'])('%s', (unit) => {
    expect(under(`${LABEL} ${unit}`)).toEqual(['installed=600 C2:C4 per-person/numbers', 'report/scaled C1']);
  });

  test.each(['ĐVT: trăm người', '| | (Đơn vị tính: trăm người)', 'Đơn vị: trăm người'])(
    'over the table: %s',
    (line) => {
      expect(under(LABEL, line)[0]).toBe('installed=600 C3:C5 per-person/numbers');
    },
  );

  test('on a line of its own under the head', () => {
    expect(under(LABEL, '', ' | | (nghìn người)\n')[0]).toBe('installed=6000 C3:C5 per-person/numbers');
  });

  test('in a column of its own', () => {
    const text = `STT | Thôn | ĐVT | ${LABEL}\n1 | A | trăm người | 2\n2 | B | trăm người | 1`;
    expect(told(taken(text))[0]).toBe('installed=300 D2:D3 per-person/numbers');
  });

  test('decimals become persons; a total is scaled alike', () => {
    const text = `STT | Thôn | ${LABEL} (trăm người)\n1 | A | 2.5\n2 | B | '1,25\n | Tổng cộng | '3,75`;
    expect(told(taken(text))[0]).toBe('installed=375 C2:C3 per-person/numbers');
  });

  test('a fraction of a person is none', () => {
    const text = `STT | Thôn | ${LABEL} (trăm người)\n1 | A | 2.555\n2 | B | 1`;
    expect(told(taken(text))).toEqual(['report/scaled C1', 'value/not-whole C2']);
  });
});

describe('another thing is not counted', () => {
  test.each(['(hộ)', '(lượt)', '(ĐVT: hộ gia đình)', '(mũi)'])('%s', (unit) => {
    expect(under(`${LABEL} ${unit}`)).toEqual(['report/other-unit C1']);
  });

  test('in words of the head, over the table, in a column', () => {
    expect(under('Lũy kế số hộ cài đặt')).toEqual(['report/other-unit C1']);
    expect(under(LABEL, 'ĐVT: hộ')).toEqual(['report/other-unit A1']);
    const text = `STT | Thôn | ĐVT | ${LABEL}\n1 | A | người | 2\n2 | B | hộ | 1`;
    expect(told(taken(text))).toEqual(['report/other-unit C3']);
  });
});

describe('plain', () => {
  test.each(['', '(người)', '(đến 15 giờ)', '(ĐVT: người)', '(lần 2)', '(1)'])('%s', (unit) => {
    expect(under(`${LABEL} ${unit}`)).toEqual(['installed=6 C2:C4 per-person/numbers']);
  });

  test.each(['Đơn vị: Xã Hoài Sơn', 'ĐVT: người', 'Trăm năm Hoài Sơn', 'Số hộ: 1.200'])(
    'under "%s"',
    (line) => {
      expect(under(LABEL, line)).toEqual(['installed=6 C3:C5 per-person/numbers']);
    },
  );
});

test('what a unit is', () => {
  expect(readMeasureUnit('nghìn người')).toEqual({ scale: 1000, thing: 'persons', word: 'nghìn người' });
  expect(readMeasureUnit('(1.000 người)')?.scale).toBe(1000);
  for (const text of ['Thôn A', 'Trăm', 'người thứ hai', '100%', '']) {
    expect(readMeasureUnit(text)?.thing === 'other' ? text : null).toBeNull();
  }
});

test('a labelled line has a unit too', () => {
  const text = `BÁO CÁO\nTổng số cán bộ (trăm người) | 3\nSố cán bộ có Smartphone | 200\nSố cán bộ đã cài đặt Bluezone | 150`;
  expect(told(taken(text))).toEqual(expect.arrayContaining(['staff_total=300 B2', 'report/scaled A2']));
});
