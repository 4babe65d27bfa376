import type { Cell, Range, Row, Sheet } from '../core/grid.ts';
import { fail } from '../pack/fault.ts';

/** What one file may put on its sheets, all of them together. */
export interface GridLimits {
  readonly cells: number;
  readonly rows: number;
  readonly columns: number;
}

/** Excel's own rows and columns; cells enough for any report that people type, and for memory that a clerk's laptop has. */
export const GRID_LIMITS: GridLimits = { cells: 2_000_000, rows: 1_048_576, columns: 16_384 };

/** A sheet while it is being read. Cells may come in any order; a later one at the same place wins. */
export interface Draft {
  /** Throws a fault where a limit is met. */
  put(cell: Cell): void;
  /** What is known of a row beside its cells. */
  row(index: number, known: Pick<Row, 'origin'> & { readonly hidden?: boolean }): void;
  merge(range: Range): void;
  hideColumns(from: number, to: number): void;
  picture(row: number, col: number): void;
  finish(): Sheet;
}

/** `purse.cells` is shared by the sheets of one file. */
export function draftSheet(
  name: string,
  hidden: boolean,
  purse: { cells: number } = { cells: GRID_LIMITS.cells },
): Draft {
  const rows = new Map<number, Map<number, Cell>>();
  const known = new Map<number, Pick<Row, 'origin'> & { readonly hidden?: boolean }>();
  const merges: Range[] = [];
  const hiddenColumns = new Set<number>();
  const pictures: { row: number; col: number }[] = [];

  const spend = () => {
    purse.cells -= 1;
    if (purse.cells < 0) fail({ kind: 'limit', limit: 'cells', most: GRID_LIMITS.cells });
  };

  return {
    put(cell) {
      checkPlace(cell.row, cell.col);
      spend();
      const row = rows.get(cell.row) ?? new Map<number, Cell>();
      if (row.size === 0) rows.set(cell.row, row);
      row.set(cell.col, cell);
    },
    row(index, facts) {
      spend();
      checkPlace(index, 0);
      known.set(index, { ...known.get(index), ...facts });
    },
    merge(range) {
      spend();
      checkPlace(range.bottom, range.right);
      if (range.top !== range.bottom || range.left !== range.right) merges.push(range);
    },
    hideColumns(from, to) {
      for (let col = from; col <= Math.min(to, GRID_LIMITS.columns - 1); col++) hiddenColumns.add(col);
    },
    picture(row, col) {
      spend();
      pictures.push({ row, col });
    },
    finish: () => ({ name, hidden, rows: sorted(rows, known), merges, hiddenColumns, pictures }),
  };
}

function checkPlace(row: number, col: number): void {
  if (row >= GRID_LIMITS.rows) fail({ kind: 'limit', limit: 'rows', most: GRID_LIMITS.rows });
  if (col >= GRID_LIMITS.columns) fail({ kind: 'limit', limit: 'columns', most: GRID_LIMITS.columns });
}

function sorted(
  rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>,
  known: ReadonlyMap<number, Pick<Row, 'origin'> & { readonly hidden?: boolean }>,
): readonly Row[] {
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([index, cells]) => {
      const facts = known.get(index);
      return {
        index,
        hidden: facts?.hidden ?? false,
        cells: [...cells.values()].sort((a, b) => a.col - b.col),
        ...(facts?.origin === undefined ? {} : { origin: facts.origin }),
      };
    });
}
