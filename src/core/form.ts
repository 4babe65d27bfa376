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
  readonly type: FieldType;
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
}

export type FormRule =
  /** left ≤ right, both field or measure ids. */
  | { readonly kind: 'at-most'; readonly left: string; readonly right: string; readonly words?: Bilingual }
  | {
      readonly kind: 'range';
      readonly field: string;
      readonly min?: number;
      readonly max?: number;
      readonly words?: Bilingual;
    }
  /** field = Σ of the others. */
  | {
      readonly kind: 'sum';
      readonly field: string;
      readonly of: readonly string[];
      readonly words?: Bilingual;
    }
  | { readonly kind: 'pattern'; readonly field: string; readonly pattern: string; readonly words?: Bilingual }
  | { readonly kind: 'unique'; readonly fields: readonly string[]; readonly words?: Bilingual };

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
