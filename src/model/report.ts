import type { Finding } from './finding.ts';
import type { ClaimSource } from './findings/unit.ts';
import type { CountingMode, Form } from './form.ts';
import type { CellRef } from './grid.ts';

/** Three states: a blank is not 0, and an unreadable cell has already its finding. */
export type Reading<T> =
  | { readonly state: 'blank'; readonly at: CellRef | null }
  | { readonly state: 'value'; readonly value: T; readonly at: CellRef; readonly shown: string }
  | { readonly state: 'unreadable'; readonly at: CellRef; readonly shown: string };

export type FieldReading = Reading<number> | Reading<string>;

/** Where a field was found, and why there. */
export interface FieldPlacement {
  readonly field: string;
  /** The cell of the label or head. */
  readonly label: CellRef;
  /** What stands there. */
  readonly text: string;
  /** For a table: the column (0-based) of its values. For lines: the cell of the value. */
  readonly column?: number;
  readonly value?: CellRef;
  /** The text of the value where it shares the cell of its label. */
  readonly inline?: string;
  /** 0 to 1; 1 is the official label letter by letter. */
  readonly score: number;
  readonly because: 'official-label' | 'synonym' | 'folded' | 'near';
}

/** Where a form stands in a sheet. */
export interface Placement {
  readonly form: Form;
  readonly sheet: string;
  /** 0-based rows of the head (tables), inclusive. */
  readonly head?: { readonly top: number; readonly bottom: number };
  /** The rows that belong to it, letterhead and signature included: a sheet may hold several. */
  readonly area: { readonly top: number; readonly bottom: number };
  readonly fields: readonly FieldPlacement[];
  /** Mean score of the fields plus title evidence, 0 to 1. */
  readonly score: number;
  /** The title line that named the form, if one did. */
  readonly title: CellRef | null;
}

/** A name of a unit, or a date, read somewhere: evidence, not yet a decision. */
export interface Claim {
  readonly source: ClaimSource;
  readonly text: string;
  readonly at: CellRef | null;
}

/** What a report says of itself as one of several of its unit and day, in its title or in the name of its file or sheet. */
export interface Stated {
  /** 1 where it says nothing, n of "lần n", null where it corrects or replaces an earlier one. */
  readonly edition: number | null;
  /** "phần 2", "(2/3)": which part, and of how many where that is said. */
  readonly number: number | null;
  readonly of: number | null;
  /** "bổ sung": it goes beside what was sent before. */
  readonly supplement: boolean;
  /** The hamlet or the old commune that it is of, for comparing; null where it names none. */
  readonly place: string | null;
}

/** A date claim already read: `iso` is yyyy-mm-dd. */
export interface DateClaim {
  readonly source: ClaimSource;
  readonly iso: string;
  readonly text: string;
  readonly at: CellRef | null;
}

/** How a measure's value came about; shown with every figure. */
export interface CountingProof {
  readonly mode: Exclude<CountingMode, 'auto'>;
  /** `campaign`/`decision`: it was told so; the others are the cases of domain 3. */
  readonly reason:
    | 'campaign'
    | 'decision'
    | 'column-empty'
    | 'marks'
    | 'one-value'
    | 'same-value'
    | 'running-number'
    | 'numbers'
    | 'log'
    | 'stated-zero';
}

/** What a row of a table is for (contract section 3, "Rows"): only `adds` is summed. */
export type RowRole =
  /** A person, a promoter, a hamlet: a number of its own. */
  | 'adds'
  /** Labelled as the sum of others: a check. */
  | 'total'
  /** The sum of rows below or above it, told by its place among them: a check. */
  | 'parent'
  /** A part of the row above: "trong đó", "nữ". */
  | 'part'
  /** The sum of a page once more: "cộng chuyển sang", "mang sang". */
  | 'carried'
  /** A name over others, without a number. */
  | 'heading'
  /** The second line of a name. */
  | 'continuation'
  /** Made ready and left empty. */
  | 'empty'
  | 'example'
  /** Numbers of the columns, units, how to fill in. */
  | 'guidance'
  /** The head once more. */
  | 'head'
  | 'struck'
  /** Said not to have installed, or to be gone. */
  | 'reversed';

/** What a role was told by. */
export type RowSign =
  | 'number'
  | 'label'
  | 'numbering'
  | 'formula'
  | 'outline'
  | 'indent'
  | 'bold'
  | 'merged'
  | 'unnumbered'
  | 'nameless'
  | 'place'
  | 'strike'
  | 'line-above'
  | 'status'
  | 'form';

/** Rows of one role for one reason. `rows` are their numbers as the sender sees them: the first twenty, none of those that add. */
export interface RowsProof {
  readonly role: RowRole;
  readonly because: RowSign;
  readonly count: number;
  readonly rows: readonly number[];
}

export interface ReportFigure {
  readonly value: number;
  readonly sheet: string;
  /** A1 address or range that the value was read from. */
  readonly cells: string;
  readonly counting: CountingProof | null;
  /** What the rows of its table were taken for; absent for a form of lines. */
  readonly rows?: readonly RowsProof[];
}

/** One person's row, reduced to what may be kept: never a name, address or phone in clear beyond the process. */
export interface ReportRow {
  readonly row: number;
  readonly readings: ReadonlyMap<string, FieldReading>;
}

/** One form found in one file, read, with what is wrong inside it. Whose and for which day is decided after. */
export interface Report {
  readonly placement: Placement;
  readonly fields: ReadonlyMap<string, FieldReading>;
  readonly rows: readonly ReportRow[];
  /** Rows that name the person of an earlier row again. */
  readonly repeats: readonly { readonly at: CellRef; readonly first: CellRef }[];
  /** Measures that could be read; one that is absent has its finding. */
  readonly figures: ReadonlyMap<string, ReportFigure>;
  /** Marks and pictures (QR code, photo): given or not. */
  readonly given: ReadonlyMap<string, boolean>;
  readonly unitClaims: readonly Claim[];
  readonly dateClaims: readonly DateClaim[];
  readonly stated: Stated;
  readonly findings: readonly Finding[];
}
