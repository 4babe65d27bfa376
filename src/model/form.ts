import type { BaseId } from './units.ts';

/** A form is data: everything that recognition, checking, the wizard, blank forms and documentation need. */

export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/**
 * `count`: whole number of persons ≥ 0. `ordinal`: STT. `person`, `address`, `phone`: personal data, never quoted.
 * `mark`: given or not given (the QR code). `picture`: given when a picture stands in the file.
 */
export type FieldType =
  | 'count'
  | 'ordinal'
  | 'text'
  | 'person'
  | 'address'
  | 'phone'
  | 'mark'
  | 'picture'
  | 'date';

export interface Field {
  readonly id: string;
  /** The label of the official form, letter by letter. */
  readonly label: Bilingual;
  /** Other labels that senders use. */
  readonly synonyms: readonly string[];
  /** Labels that mean it only where no better one stands. */
  readonly fallbacks: readonly string[];
  /** Words that a label of another thing has beside the words of this one ("trong ngày" beside "Lũy kế"). */
  readonly unlike: readonly string[];
  readonly type: FieldType;
  /** Its line or column must be there; a line must have its value too, a table's cells need the rule `required`. */
  readonly required: boolean;
  /** What the wizard and the blank form say about it. */
  readonly hint?: Bilingual;
}

/** How a measure comes from fields. */
export type MeasureSource =
  /** The value of a labelled line. */
  | { readonly kind: 'field'; readonly field: string }
  /** The sum of a column over the rows. */
  | { readonly kind: 'sum'; readonly field: string }
  /** The number of rows. */
  | { readonly kind: 'rows' }
  /** Mẫu 02: what the column means is told by domain 3 (`auto`, `rows`, `per-person`, `stated-total`). */
  | { readonly kind: 'counting'; readonly field: string };

export interface Measure {
  readonly id: string;
  readonly label: Bilingual;
  readonly from: MeasureSource;
  /** A running total (the latest counts) or a count of the one day. */
  readonly cumulative: boolean;
  /** The roster base that bounds it: above is a warning, above twice the base or above the population is undecided. */
  readonly within: BaseId | null;
}

/** A rule that its form states as data. With `words` its finding says these, else it has words of its own. */
export type FormRule = FormRuleKind & { readonly words?: Bilingual };

type FormRuleKind =
  /** left ≤ right: fields of a form of lines, or fields of the same row of a table. */
  | { readonly kind: 'at-most'; readonly left: string; readonly right: string }
  | {
      readonly kind: 'range';
      readonly field: string;
      readonly min: number | null;
      readonly max: number | null;
    }
  /** field = Σ of the others. */
  | { readonly kind: 'sum'; readonly field: string; readonly of: readonly string[] }
  /** The whole text of the value, as a regular expression without flags. */
  | { readonly kind: 'pattern'; readonly field: string; readonly pattern: string }
  /** No two rows agree in all of these fields. */
  | { readonly kind: 'unique'; readonly fields: readonly string[] }
  /** Every row of a table has a value. */
  | { readonly kind: 'required'; readonly field: string };

/** What a form is about. */
export interface Subject {
  /** Words that name it. */
  readonly words: readonly string[];
  /** Words that name another matter: under such a title it is another office's report, however its columns are called. */
  readonly unlike: readonly string[];
}

export interface Form {
  readonly id: string;
  readonly version: number;
  /** `residents`, `staff`, or another form's own. */
  readonly scope: string;
  readonly name: Bilingual;
  /** Name of its sheet in the summary workbook. */
  readonly sheetTitle: Bilingual;
  /** Lines of the official title; one of them on the page is evidence for the form. */
  readonly titles: readonly string[];
  /** Null: what a page is about is not checked. */
  readonly subject: Subject | null;
  /** `lines`: labels beside or before values. `table`: a head row over rows. `summary`: another office's summary workbook. */
  readonly layout: 'lines' | 'table' | 'summary';
  readonly fields: readonly Field[];
  readonly measures: readonly Measure[];
  /** Base of the rates when no target names one: a measure of this form, or null for the roster's bases. */
  readonly defaultBase: string | null;
  readonly rules: readonly FormRule[];
  /** Letter or decree that prescribes the form. */
  readonly source: string;
}

export type CountingMode = 'auto' | 'rows' | 'per-person' | 'stated-total';

/** The fields that a figure comes from: without them a report says nothing. */
export function figureFields(form: Form): ReadonlySet<string> {
  const fields = new Set<string>();
  for (const { from } of form.measures) if (from.kind !== 'rows') fields.add(from.field);
  return fields;
}

/** The field whose meaning domain 3 decides, or null. */
export function countingField(form: Form): string | null {
  for (const { from } of form.measures) if (from.kind === 'counting') return from.field;
  return null;
}
