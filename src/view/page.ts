import type { Table } from './table.ts';

/** One sheet of the workbook, or one part of a report: blocks from top to bottom. */
export interface Page {
  /** A scope's id, or `receipts`, `trend`, `findings`, `sources`. */
  readonly id: string;
  /** Name of the sheet. */
  readonly name: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | Letterhead
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | Text
  | { readonly kind: 'table'; readonly table: Table; readonly main: boolean }
  | Signature
  | { readonly kind: 'chart'; readonly chart: Chart };

/**
 * `as-of` is the italic line under a title, `lead` the sentences before a table, `small` the remarks after it, `paragraph`
 * running text of a report, `to` and `item` whom it addresses and its lists.
 */
export interface Text {
  readonly kind: 'text';
  readonly style: 'as-of' | 'lead' | 'heading' | 'small' | 'paragraph' | 'to' | 'item';
  readonly text: string;
}

/** Head of an official report (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export interface Letterhead {
  readonly kind: 'letterhead';
  readonly parent: string | null;
  readonly agency: string;
  readonly nation: string;
  readonly motto: string;
  readonly number: string;
  readonly placeAndDate: string;
}

export interface Signature {
  readonly kind: 'signature';
  readonly recipientsTitle: string;
  readonly recipients: readonly string[];
  /** Capitals, one line each: TM. …, KT. …, the title. */
  readonly lines: readonly string[];
  readonly name: string | null;
}

/**
 * A chart over columns of a table of the same page. Its points are the table's item rows in order, or the last `last` of
 * them. `line`: by day, with targets as broken lines. `column`: by day. `bar`: one horizontal bar a row, first on top.
 */
export interface Chart {
  readonly id: string;
  readonly title: string;
  readonly shape: 'line' | 'column' | 'bar';
  readonly table: string;
  readonly categories: string;
  readonly last: number | null;
  readonly series: readonly { readonly column: string; readonly role: 'value' | 'target' }[];
}

/** The whole summary, ready for any writer. */
export interface SummaryPages {
  readonly pages: readonly Page[];
  /** The same as a report in words (Nghị định 30), for a text document. */
  readonly report: Page;
  readonly title: string;
  /** The issuing office, for the properties of a document. */
  readonly author: string;
  /** ISO 8601; stands wherever a document wants the time of its making. */
  readonly asOf: string;
  readonly language: string;
  /** The data for the next level, as the cells of the hidden sheet (see embedded.ts). */
  readonly embedded: readonly string[];
}
