/**
 * The neutral grid that every reader gives and every later stage reads. Rows and columns count from 0;
 * `address` prints them as a sender sees them (A1). No object of a reading library leaves its adapter.
 */

/** What a cell holds. A blank cell is not in the grid at all. */
export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  /** `percent`: the cell's number format shows it as a percentage (0.43 seen as 43%). */
  | { readonly kind: 'number'; readonly number: number; readonly percent?: true }
  /**
   * A civil date or date and time without a zone: `2021-08-16` or `2021-08-16T15:00:00`; a time alone is `T15:00:00`.
   * `serial`: the number under the date format of a day before 2000, which may be meant as a number.
   */
  | { readonly kind: 'date'; readonly iso: string; readonly serial?: number }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  /** A spreadsheet error as data: `#REF!`, `#N/A`. */
  | { readonly kind: 'error'; readonly error: string }
  /** A formula whose result was never stored in the file. */
  | { readonly kind: 'uncomputed' };

export interface Cell {
  readonly row: number;
  readonly col: number;
  readonly value: CellValue;
  /** The cell as its sender sees it, near enough to be quoted back. */
  readonly shown: string;
  /** How the cell looks, where its format says something of its row. Cells of one format share it. */
  readonly look?: Look;
  /** Font name where the format tells it: it decides the encoding of `.VnTime` and `VNI-*` cells. */
  readonly font?: string;
  /** Formula text without the leading `=`. */
  readonly formula?: string;
}

/** What may tell a heading from its members, and what was crossed out. */
export interface Look {
  readonly bold?: true;
  /** Crossed out: all of its text, or a part. */
  readonly struck?: 'all' | 'part';
  /** Steps to the right, from 1 on. */
  readonly indent?: number;
}

export interface Row {
  readonly index: number;
  readonly hidden: boolean;
  /** How deep the row lies in the outline of its sheet, from 1 on. */
  readonly outline?: number;
  /** Ascending by column, non-blank cells only. */
  readonly cells: readonly Cell[];
  /** Where the row stands in a text document, whose readers know no A1 addresses. */
  readonly origin?: RowOrigin;
}

/** All count from 1. */
export type RowOrigin =
  | { readonly kind: 'paragraph'; readonly number: number }
  | { readonly kind: 'table'; readonly table: number; readonly row: number };

/** Inclusive on all four sides, 0-based. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Ascending by index; rows without a cell may be absent. */
  readonly rows: readonly Row[];
  /** The value of a merge stands in its top left cell alone. */
  readonly merges: readonly Range[];
  readonly hiddenColumns: ReadonlySet<number>;
  /** Top left anchors of the pictures on the sheet. */
  readonly pictures: readonly { readonly row: number; readonly col: number }[];
  /** What stands in no cell: the page's header and footer, boxes that float over the cells. A letterhead may be there. */
  readonly aside?: readonly Aside[];
}

/** One line beside the cells. */
export interface Aside {
  readonly text: string;
  readonly font?: string;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
}

/** A cell of a named sheet. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
}

/** Column letters: 0 → A, 25 → Z, 26 → AA. */
export function columnName(col: number): string {
  let name = '';
  for (let n = col + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

/** A1 address of a 0-based row and column. */
export function address(row: number, col: number): string {
  return columnName(col) + (row + 1);
}

/** 0-based row and column of an A1 address (`$` allowed), or null when it is none. */
export function parseAddress(text: string): { row: number; col: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (match === null) return null;
  let col = 0;
  for (const letter of match[1]?.toUpperCase() ?? '') col = col * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, col: col - 1 };
}

/** `E10:E14`, or `E10` for a single cell. */
export function rangeAddress(range: Range): string {
  const first = address(range.top, range.left);
  const last = address(range.bottom, range.right);
  return first === last ? first : `${first}:${last}`;
}
