import { describe, expect, it } from 'vitest';
import { knownWords, quotable, vocabularyOf } from '../../src/text/quotable.ts';

describe('what may be quoted', () => {
  it.each([
    'khoảng 200',
    '1.234',
    '12,5',
    '-3',
    '#REF!',
    'x',
    '91%',
    '200 người',
    '98.503',
    'hơn 1.200 người',
    'đã cài',
  ])('%s', (text) => {
    expect(quotable(text)).toBe(text);
  });

  it.each([
    ['a name in the wrong column', 'Nguyễn Văn An'],
    ['a name in capitals', 'TRẦN THỊ BÌNH'],
    ['a decomposed name', 'Trần Thị Bình'.normalize('NFD')],
    ['a phone number', '0912000001'],
    ['a phone number in groups', '0912 000 001'],
    ['a phone number among words', 'ĐT 0912.000.001 (An)'],
    ['a phone number with its country', '+84 912 000 001'],
    ['a phone number that lost its zero', '912000001'],
    ['a phone number in a count’s dress', '912.345.678'],
    ['a number of nine digits', '215123456'],
    ['a number of twelve digits', '052 085 001 234'],
    ['a number with a leading zero', '0123'],
    ['a day', '20/8/2021'],
    ['a day of birth', '01.02.1985'],
    ['a name with a title', 'chị Tư'],
    ['a name in small letters', 'nguyễn văn an'],
    ['a name in brackets', '(Lê Thử)'],
    ['a name with a count', '5 (Lê Thử)'],
    ['a name of one word', 'Hương'],
    ['a H’Mông name', 'Giàng A Sử'],
    ['an Ê-đê name', "H'Nuôn Niê"],
    ['a name without tones', 'tran thi thu'],
    ['an address', 'Thôn 2'],
    ['words of any other kind', 'cơ bản đầy đủ'],
    ['nothing', '  '],
  ])('not %s', (_, text) => {
    expect(quotable(text)).toBeNull();
  });
});

describe('of a heading the words of its form', () => {
  const labels = ['Lũy kế đến thời điểm hiện tại', 'Họ và tên'];

  it.each([
    ['Lũy kế', 'Lũy kế'],
    ['LŨY KẾ\nđến thời điểm hiện tại', 'LŨY KẾ\nđến thời điểm hiện tại'],
    ['Lũy kế đến thời điểm hiện tại (chị Thử 0912345999 nhập)', 'Lũy kế đến thời điểm hiện tại'],
    ['Chị Thử: lũy kế', 'lũy kế'],
    ['Nguyễn Thử', 'Nhãn'],
  ])('%s', (heading, expected) => {
    expect(knownWords(heading, vocabularyOf(labels), 'Nhãn')).toBe(expected);
  });
});
