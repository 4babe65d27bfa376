import type { RowRole, RowSign, RowsProof } from '../../../model/report.ts';
import type { TableRow } from '../rows.ts';
import type { RoleClaim } from './role.ts';

const SHOWN = 20;

/** What the rows of a table were taken for, role by role in the order of the sheet; those that add come first. */
export function proofOf(
  rows: readonly TableRow[],
  roles: ReadonlyMap<number, RoleClaim>,
  asides: readonly { readonly row: number; readonly role: RowRole; readonly because: RowSign }[],
): readonly RowsProof[] {
  const told = rows.map(({ index, kind }, at) => ({ row: index, ...(roles.get(at) ?? usual(kind)) }));
  const groups = new Map<string, { role: RowRole; because: RowSign; count: number; rows: number[] }>();
  for (const { row, role, because } of [...told, ...asides].sort((a, b) => a.row - b.row)) {
    const key = `${role} ${because}`;
    const group = groups.get(key) ?? { role, because, count: 0, rows: [] };
    groups.set(key, group);
    group.count += 1;
    if (role !== 'adds' && group.rows.length < SHOWN) group.rows.push(row + 1);
  }
  return [...groups.values()].sort((a, b) => Number(b.role === 'adds') - Number(a.role === 'adds'));
}

function usual(kind: TableRow['kind']): { readonly role: RowRole; readonly because: RowSign } {
  if (kind === 'data') return { role: 'adds', because: 'number' };
  return { role: kind, because: kind === 'total' ? 'label' : 'place' };
}
