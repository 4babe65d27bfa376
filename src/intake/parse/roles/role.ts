import type { Sheet } from '../../../model/grid.ts';
import type { Placement, RowRole, RowSign } from '../../../model/report.ts';
import type { CountColumn } from '../columns.ts';
import type { TableRow } from '../rows.ts';
import type { RowFacts } from './facts.ts';

/** A table whose rows are to be told apart. All lists go by the index of the row among `rows`. */
export interface RoleTable {
  readonly sheet: Sheet;
  readonly placement: Placement;
  readonly rows: readonly TableRow[];
  readonly facts: readonly RowFacts[];
  readonly columns: readonly CountColumn[];
  /** A list a column of counts: what stands in each row, a mark as 1; null where it is blank or cannot be read. */
  readonly values: readonly (readonly (number | null)[])[];
}

/** Why a role is not sure: the sign is there, what should go with it is not. */
export type Doubt =
  /** A sum by its sign, but not by its number. `sum` is what its rows have. */
  | { readonly kind: 'not-sum'; readonly sign: RowSign; readonly sum: number }
  /** A part that is more than its whole. */
  | { readonly kind: 'not-part'; readonly whole: number | null }
  /** Crossed out; nobody's; not installed: and a number all the same. */
  | { readonly kind: 'struck' | 'nobody' | 'reversed' };

/** A role that one reader of roles gives to a row. */
export interface RoleClaim {
  readonly at: number;
  readonly role: RowRole;
  readonly because: RowSign;
  readonly doubt?: Doubt;
}

/** Finds the rows of one role among those that no earlier reader took. */
export type RoleReader = (table: RoleTable, free: (at: number) => boolean) => readonly RoleClaim[];
