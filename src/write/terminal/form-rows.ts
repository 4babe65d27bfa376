import { askedFields, type DraftRow } from '../../intake/fill/draft.ts';
import type { FieldType, Form } from '../../model/form.ts';

/** Least characters of a column, and its share of what is left. */
const COLUMNS: { readonly [T in FieldType]: readonly [least: number, share: number] } = {
  ordinal: [3, 0],
  person: [12, 3],
  address: [12, 3],
  phone: [12, 0],
  count: [7, 0],
  text: [10, 2],
  date: [10, 0],
  mark: [6, 1],
  picture: [8, 1],
};

/** Rows being filled in, one a line and no wider than the screen; what does not fit is cut. `from` rows stand above. */
export function rowLines(rows: readonly DraftRow[], form: Form, width: number, from = 0): readonly string[] {
  if (rows.length === 0) return [];
  const fields = askedFields(form);
  const least = 4 + fields.reduce((sum, { type }) => sum + COLUMNS[type][0] + 2, 0);
  const shares = fields.reduce((sum, { type }) => sum + COLUMNS[type][1], 0);
  const spare = Math.max(0, width - 1 - least);
  const widths = fields.map(
    ({ type }) => COLUMNS[type][0] + (shares === 0 ? 0 : Math.floor((spare * COLUMNS[type][1]) / shares)),
  );
  const line = (first: string, texts: readonly string[]): string =>
    [first.padStart(4), ...texts.map((text, n) => fitted(text, widths[n] ?? 8, fields[n]?.type === 'count'))]
      .join('  ')
      .trimEnd()
      .slice(0, width - 1);
  return [
    line(
      '',
      fields.map(({ label }) => label.vi),
    ),
    ...rows.map((row, n) =>
      line(
        String(from + n + 1),
        fields.map(({ id }) => row[id] ?? ''),
      ),
    ),
  ];
}

function fitted(text: string, width: number, right: boolean): string {
  const shown = text.normalize('NFC');
  const cut = shown.length > width ? `${shown.slice(0, width - 1)}…` : shown;
  return right ? cut.padStart(width) : cut.padEnd(width);
}
