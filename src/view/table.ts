/**
 * The neutral table that every writer takes: roles instead of colours, integers and pairs instead of printed numbers,
 * abstract formulas instead of A1 addresses.
 */
export interface Table {
  /** Names the table among those of its page, for formulas that point into it. */
  readonly id: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/**
 * `count`, `rank`, `minutes`: whole numbers. `change`: a whole number with its sign. `points`: percentage points with two
 * decimals. `average`: one decimal. `percent`: a Ratio. `share`: a Share. `date`: yyyy-mm-dd. `instant`: ISO 8601 with offset.
 * Text may stand in a cell of any kind.
 */
export type ColumnKind =
  | 'ordinal'
  | 'text'
  | 'mark'
  | 'code'
  | 'count'
  | 'change'
  | 'percent'
  | 'share'
  | 'points'
  | 'average'
  | 'rank'
  | 'minutes'
  | 'date'
  | 'instant';

export interface Column {
  readonly id: string;
  readonly kind: ColumnKind;
  readonly title: string;
  /** A shorter title, for narrow screens. */
  readonly short: string;
  /** Head shared with the neighbours of the same group. */
  readonly group: string | null;
  /** Characters that the column wants, and whether it takes what is left of the page. */
  readonly width: number;
  readonly grow: boolean;
  /** 0 stays on the narrowest screen; the highest goes first. */
  readonly drop: number;
  /** Shown in place of 0 (a gap of 0 is a target reached). */
  readonly zero?: string;
  /** Rates that are to be compared at a glance: a workbook draws them as bars. */
  readonly bar?: true;
}

/** `section` and `note` are one text over all columns. */
export type Row =
  | { readonly role: 'section' | 'note'; readonly text: string }
  | {
      readonly role: 'item' | 'total' | 'part';
      /** Names the row for formulas that point to it. */
      readonly id?: string;
      readonly cells: { readonly [column: string]: Cell };
    };

export interface Cell {
  readonly value: Value;
  /** Live in a workbook; `value` is its result. */
  readonly formula?: Formula;
  readonly tone?: Tone;
}

export type Value = null | string | number | Ratio | Share;

/** `percent` is rounded half up to two decimals from the integers (contract section 3). */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: number;
}

/** An exact share, as a target states it. */
export interface Share {
  readonly num: number;
  readonly den: number;
}

/** `near` is at most 10 points under its target. */
export type Tone = 'reached' | 'near' | 'far' | 'late' | 'missing' | 'carried' | 'error' | 'warning' | 'weak';

/** Columns are of the same table; without another word the same row is meant. */
export type Formula =
  /** Σ of a column over the item rows. */
  | { readonly kind: 'sum'; readonly column: string }
  /** Σ of a column over the item rows in which `having` holds a number. */
  | { readonly kind: 'sum-having'; readonly column: string; readonly having: string }
  /** numerator ÷ denominator, rounded to what is printed. */
  | { readonly kind: 'ratio'; readonly numerator: string; readonly denominator: string }
  /** The fewest further persons that reach the share. */
  | { readonly kind: 'gap'; readonly numerator: string; readonly denominator: string; readonly reach: Share }
  /** The fewest persons that are the share. */
  | { readonly kind: 'needed'; readonly denominator: string; readonly reach: Share }
  | { readonly kind: 'difference'; readonly from: string; readonly less: string }
  /** What stands in a row of another table of the page. */
  | { readonly kind: 'link'; readonly table: string; readonly row: string; readonly column: string };

export const BLANK: Cell = { value: null };

/** A cell that holds a value, and nothing else. */
export function cell(value: Value, tone?: Tone): Cell {
  return tone === undefined ? { value } : { value, tone };
}

export function isRatio(value: Value): value is Ratio {
  return typeof value === 'object' && value !== null && 'percent' in value;
}

export function isShare(value: Value): value is Share {
  return typeof value === 'object' && value !== null && 'num' in value;
}
