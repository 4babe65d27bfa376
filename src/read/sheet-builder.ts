import type { Cell, Range, Row, Sheet } from '../model/grid.ts';
import { fail } from '../pack/fault.ts';
import { cellText, type Limits, type Work, within } from './limits.ts';

/** What one file may still put on its sheets, all of them together. */
export interface Budget {
  readonly limits: Limits;
  readonly work: Work;
  spent: number;
}

export function openBudget(source: Pick<Budget, 'limits' | 'work'>): Budget {
  return { limits: source.limits, work: source.work, spent: 0 };
}

/** Counts one cell, merge, row or step of a search; throws a fault where there are too many. */
export function spend(budget: Budget): void {
  budget.spent += 1;
  if (budget.spent > budget.limits.cells) fail({ kind: 'limit', limit: 'cells', most: budget.limits.cells });
  budget.work.step();
}

interface KnownRow {
  readonly hidden?: boolean;
  readonly outline?: number;
  readonly origin?: NonNullable<Row['origin']>;
}

/** A sheet while it is being read. Cells may come in any order; a later one at the same place wins. */
export interface SheetBuilder {
  /** Throws a fault where a limit is met. */
  put(cell: Cell): void;
  /** What is known of a row beside its cells. */
  row(index: number, known: KnownRow): void;
  merge(range: Range): void;
  /** Both inclusive. */
  hideColumns(from: number, to: number): void;
  picture(row: number, col: number): void;
  finish(): Sheet;
}

export function buildSheet(name: string, budget: Budget): SheetBuilder {
  const { limits } = budget;
  const rows = new Map<number, Map<number, Cell>>();
  const known = new Map<number, KnownRow>();
  const merges: Range[] = [];
  const hiddenColumns = new Set<number>();
  const pictures: { row: number; col: number }[] = [];

  const place = (row: number, col: number) => {
    spend(budget);
    within(limits, 'rows', row + 1);
    within(limits, 'columns', col + 1);
  };

  return {
    put(cell) {
      place(cell.row, cell.col);
      const row = rows.get(cell.row) ?? new Map<number, Cell>();
      if (row.size === 0) rows.set(cell.row, row);
      const held = holding(cell);
      if (held.value.kind === 'text') budget.work.text(held.value.text.length);
      row.set(cell.col, held);
    },
    row(index, facts) {
      place(index, 0);
      known.set(index, { ...known.get(index), ...facts });
    },
    merge(range) {
      place(range.top, range.left);
      if (range.top === range.bottom && range.left === range.right) return;
      merges.push({
        ...range,
        bottom: Math.min(range.bottom, limits.rows - 1),
        right: Math.min(range.right, limits.columns - 1),
      });
      within(limits, 'merges', merges.length);
    },
    hideColumns(from, to) {
      for (let col = from; col <= Math.min(to, limits.columns - 1); col++) hiddenColumns.add(col);
    },
    picture(row, col) {
      spend(budget);
      pictures.push({ row, col });
    },
    finish: () => ({ name, hidden: false, rows: sorted(rows, known), merges, hiddenColumns, pictures }),
  };
}

/** The cell with no more text than a cell holds. */
function holding(cell: Cell): Cell {
  if (cell.value.kind !== 'text') return cell;
  const text = cellText(cell.value.text);
  return text === cell.value.text ? cell : { ...cell, value: { kind: 'text', text }, shown: text };
}

function sorted(
  rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>,
  known: ReadonlyMap<number, KnownRow>,
): readonly Row[] {
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([index, cells]) => {
      const { hidden = false, outline = 0, origin } = known.get(index) ?? {};
      const inOrder = [...cells.values()].sort((a, b) => a.col - b.col);
      return {
        ...{ index, hidden, cells: inOrder },
        ...(outline === 0 ? {} : { outline }),
        ...(origin === undefined ? {} : { origin }),
      };
    });
}
