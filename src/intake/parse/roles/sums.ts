import type { RoleTable } from './role.ts';

/** What some rows have together, a number a column of counts; `members` are those with a number. */
export interface Sum {
  readonly each: readonly number[];
  readonly members: number;
}

/** Sums over runs of rows, built up row by row from one end. */
export interface RunSums {
  /** Takes in the next row; one that adds nothing by `adds` is passed over. */
  take(at: number, adds: boolean): void;
  /** From `from` to before `to`; both have been reached. */
  over(from: number, to: number): Sum;
}

/** `down` builds from the last row up, else from the first row down. */
export function runSums({ values, rows }: RoleTable, way: 'up' | 'down'): RunSums {
  const last = rows.length;
  const each = values.map(() => new Float64Array(last + 1));
  const members = new Float64Array(last + 1);
  const step = way === 'up' ? -1 : 1;
  return {
    take(at, adds) {
      const [to, from] = way === 'up' ? [at, at + 1] : [at + 1, at];
      let counted = false;
      values.forEach((column, n) => {
        const sums = each[n];
        const value = adds ? (column[at] ?? null) : null;
        counted ||= value !== null;
        if (sums !== undefined) sums[to] = (sums[from] ?? 0) + (value ?? 0);
      });
      members[to] = (members[from] ?? 0) + (counted ? 1 : 0);
    },
    over: (from, to) => ({
      each: each.map((sums) => step * ((sums[to] ?? 0) - (sums[from] ?? 0))),
      members: step * ((members[to] ?? 0) - (members[from] ?? 0)),
    }),
  };
}

/** Whether a row has a number, more than nothing, and all its numbers are those of the sum. */
export function isSum({ values }: RoleTable, at: number, { each }: Sum): boolean {
  let some = false;
  for (const [n, column] of values.entries()) {
    const value = column[at] ?? null;
    if (value === null) continue;
    if (value !== each[n]) return false;
    some ||= value > 0;
  }
  return some;
}

export function hasValue({ values }: RoleTable, at: number): boolean {
  return values.some((column) => (column[at] ?? null) !== null);
}
