import { expect, test } from 'vitest';
import { bare, clean, fold, stripMarks } from '../../src/text/fold.ts';

test('clean makes one kind of space and one kind of letter', () => {
  expect(clean('  Hoài\u00a0\u2009Nhơn\n\tBắc ')).toBe('Hoài Nhơn Bắc');
  expect(clean('Hoa\u0300i Nho\u031bn')).toBe('Hoài Nhơn');
  expect(clean('Bồng\u200b Sơn\ufeff\u00ad')).toBe('Bồng Sơn');
  expect(clean('ê\u0301 ê\u0323')).toBe('ế ệ');
  expect(clean('already (right), 12/8')).toBe('already (right), 12/8');
  expect(clean('a  b')).toBe('a b');
  for (const text of [' 138', '138 ', '  x', ' ', 'a b ', ' a b']) expect(clean(text)).toBe(text.trim());
});

test.each([
  ['Hòa', 'Hoà'],
  ['ỦY BAN', 'uỷ ban'],
  ['Thúy', 'Thuý'],
  ['khỏe', 'khoẻ'],
  ['HÒAI', 'hoài'],
  ['khỏang', 'khoảng'],
  ['qúy', 'quý'],
  ['gìa', 'già'],
  ['cuả', 'của'],
  ['Ðức', 'Đức'],
  ['Ｈoài', 'Hoài'],
  ['Hoài Сhâu', 'Hoài Châu'],
  ['Tài chính – Kế hoạch', 'Tài chính - Kế hoạch'],
  ['ngươì', 'người'],
])('%s and %s are the same to a reader', (a, b) => {
  expect(fold(a)).toBe(fold(b));
});

test.each([
  ['Thành', 'Thạnh'],
  ['Hải', 'Hảo'],
  ['Long Khánh A', 'Long Khánh B'],
  ['Hoài Châu', 'Hoài Châu Bắc'],
  ['Đức', 'Dức'],
])('%s and %s are not', (a, b) => {
  expect(fold(a)).not.toBe(fold(b));
});

test('bare is what is left without a Vietnamese keyboard', () => {
  expect(bare('ỦY BAN NHÂN DÂN XÃ HOÀI CHÂU BẮC')).toBe('uy ban nhan dan xa hoai chau bac');
  expect(bare('Đường Ðỗ')).toBe('duong do');
});

test('stripMarks keeps the number of characters', () => {
  const text = 'Ngày 16 tháng Tám – Đợt ½ №';
  expect(stripMarks(text)).toHaveLength(text.length);
});
