import type { FieldType } from '../model/form.ts';
import type { FormPage } from '../view/blank.ts';

/** Characters of 12-point Times New Roman across A4 portrait between the margins of Nghị định 30. */
const PAGE = 84;

const WIDTHS: { readonly [T in FieldType]: number } = {
  ordinal: 6,
  person: 24,
  address: 26,
  phone: 14,
  count: 14,
  text: 22,
  date: 12,
  mark: 12,
  picture: 16,
};

/** Widths of the columns that a form stands on: those of its table, or label (two columns, that the letterhead may part) and value. */
export function widthsOf({ form }: FormPage): readonly number[] {
  if (form.layout !== 'table') return [38, 14, 32];
  const widths = form.fields.map(({ type }) => WIDTHS[type]);
  const spare = PAGE - widths.reduce((sum, width) => sum + width, 0);
  if (spare <= 0) return widths;
  const wide = form.fields.flatMap(({ type }, n) => (WIDTHS[type] > 16 ? [n] : []));
  const grown = wide.length > 0 ? wide : widths.map((_, n) => n);
  return widths.map((width, n) => (grown.includes(n) ? width + spare / grown.length : width));
}
