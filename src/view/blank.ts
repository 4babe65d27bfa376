import { cellsOf, totalCell } from '../intake/fill/cells.ts';
import { TOTAL } from '../intake/fill/check.ts';
import { type Draft, sumFields } from '../intake/fill/draft.ts';
import type { Words } from '../lang/lang.ts';
import { countingField, type Field, type Form } from '../model/form.ts';
import type { CellValue } from '../model/grid.ts';
import type { Unit } from '../model/units.ts';

/** An official form, blank or filled, ready for any writer. */
export interface FormPage {
  readonly form: Form;
  /** What says which edition of which form this is, for whom and when: `mau-02/1 21637 2021-08-16`. */
  readonly edition: string;
  readonly name: string;
  /** "(Mẫu 02)". */
  readonly mark: string;
  /** "Mã đơn vị: 21637": names the unit beyond doubt. Null where the form is nobody's yet. */
  readonly code: string | null;
  /** "ỦY BAN NHÂN DÂN" over the name of a commune, district or province. */
  readonly committee: string | null;
  /** In capitals; null is to be written in. */
  readonly unit: string | null;
  readonly nation: string;
  readonly motto: string;
  readonly place: string | null;
  /** yyyy-mm-dd; null is to be written in. */
  readonly date: string | null;
  /** Whether the title bears the day as well, as that of a daily report. */
  readonly dated: boolean;
  readonly titles: readonly string[];
  readonly fields: readonly FormField[];
  /** Of a form of lines, the answers; of a table, the totals. */
  readonly values: { readonly [field: string]: CellValue | null };
  /** Rows of a table; blank rows to be filled in have no cells. */
  readonly rows: readonly { readonly [field: string]: CellValue | null }[];
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly totalLabel: string;
  /** "(Ký tên, đóng dấu)". */
  readonly signature: string;
  readonly blank: boolean;
  readonly words: Words;
}

export interface FormField {
  readonly field: Field;
  readonly label: string;
  /** The fields whose sum it is; null where it is filled in. */
  readonly sumOf: readonly string[] | null;
  readonly counting: boolean;
  readonly hint: string;
  /** What a spreadsheet says when something else is typed. */
  readonly refusal: string;
}

export interface Picture {
  readonly bytes: Uint8Array;
  readonly kind: 'png' | 'jpeg';
}

export interface FormPageInput {
  readonly form: Form;
  readonly unit: Unit | null;
  readonly date: string | null;
  readonly every: 'day' | 'once';
  /** The place of the collecting office, where an agency signs. */
  readonly officePlace: string | null;
  /** Whether its senders are people's committees, where the unit is not known. */
  readonly committees: boolean;
  /** Null: a blank form. */
  readonly draft: Draft | null;
  readonly pictures?: ReadonlyMap<string, Picture>;
  /** How many rows a blank table has. */
  readonly blankRows: number;
}

/** Lays out one form as letter 003 does: letterhead, place and date, title, lines or table, signature. */
export function formPage(input: FormPageInput, words: Words): FormPage {
  const { form, unit, date, draft } = input;
  const said = words.fill.form;
  const { official } = words.view;
  const committee = unit === null ? input.committees : said.isCommittee(unit.name);
  const rows = draft === null ? [] : draft.rows.map((row) => cellsOf(row, form));
  return {
    form,
    edition: [`${form.id}/${form.version}`, unit?.code, date].filter((part) => part != null).join(' '),
    name: form.name.vi,
    mark: `(${form.name.vi})`,
    code: unit === null ? null : said.code(unit.code),
    committee: committee ? said.committee : null,
    unit: unit === null ? null : said.capitals(unit.name),
    nation: official.nation,
    motto: official.motto,
    place: (unit === null ? null : said.placeOf(unit.name)) ?? (committee ? null : input.officePlace),
    date,
    dated: input.every === 'day',
    titles: /^báo cáo/i.test(form.titles[0] ?? '') ? form.titles : [said.title, ...form.titles],
    fields: form.fields.map((field) => formField(field, form, words)),
    values: valuesOf(form, draft, rows),
    rows: draft === null ? Array.from({ length: input.blankRows }, () => ({})) : rows,
    pictures: input.pictures ?? new Map(),
    totalLabel: TOTAL,
    signature: said.signature,
    blank: draft === null,
    words,
  };
}

function valuesOf(form: Form, draft: Draft | null, rows: readonly ReturnType<typeof cellsOf>[]) {
  if (draft === null) return {};
  if (form.layout === 'lines') return cellsOf(draft.fields, form);
  return Object.fromEntries(
    form.fields
      .filter(({ type }) => type === 'count')
      .map((field) => [field.id, totalCell(field, rows, draft, form)]),
  );
}

function formField(field: Field, form: Form, words: Words): FormField {
  const said = words.fill.form;
  const counting = field.id === countingField(form);
  const bounds = form.rules.flatMap((rule) => {
    if (rule.kind === 'at-most' && rule.left === field.id) return [said.atMost(labelOf(form, rule.right))];
    return rule.kind === 'range' && rule.field === field.id ? [said.between(rule.min, rule.max)] : [];
  });
  const usual = counting ? said.types.counting : said.types[field.type];
  return {
    field,
    label: field.label.vi,
    sumOf: sumFields(form).get(field.id) ?? null,
    counting,
    hint: field.hint?.[words.language] ?? usual,
    refusal: [usual, ...bounds].join(' '),
  };
}

function labelOf(form: Form, id: string): string {
  return form.fields.find((field) => field.id === id)?.label.vi ?? id;
}

/** "mau-02 Phường Tam Quan 2021-08-16": a name that intake reads unit and day from, on any disk. */
export function formFileName(form: Form, unit: Unit | null, date: string | null): string {
  return [form.id, unit?.name, date]
    .filter((part) => part != null)
    .join(' ')
    .normalize('NFC')
    .replace(/[\\/:*?"<>|]+/g, '-');
}
