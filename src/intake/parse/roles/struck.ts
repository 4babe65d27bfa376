import type { RoleReader } from './role.ts';

/** Rows that were crossed out instead of deleted: their name or their number is. */
export const struckRows: RoleReader = ({ rows, facts, columns }, free) =>
  rows.flatMap((row, at) => {
    if (!free(at) || row.line.cells.every(({ look }) => look?.struck === undefined)) return [];
    const counts = columns.flatMap(({ field }) => row.cells.get(field.id) ?? []);
    const name = facts[at]?.label;
    const struck = name?.look?.struck === 'all' || counts.some(({ look }) => look?.struck !== undefined);
    return struck ? [{ at, role: 'struck', because: 'strike', doubt: { kind: 'struck' } }] : [];
  });
