import { carriedRows } from './carried.ts';
import { continuationRows } from './continuation.ts';
import { nobodysRows } from './nobody.ts';
import { parentRows } from './parent.ts';
import { partRows } from './part.ts';
import { reversedRows } from './reversed.ts';
import type { RoleClaim, RoleReader, RoleTable } from './role.ts';
import { struckRows } from './struck.ts';

/** The readers of roles, in the order in which they are asked: a row keeps the first role that it is given. */
const ROLES: readonly RoleReader[] = [
  struckRows,
  reversedRows,
  partRows,
  carriedRows,
  continuationRows,
  parentRows,
  nobodysRows,
];

/** The roles of the rows of a table that do not just add; in doubt with what is doubtful. By index. */
export function rolesOf(table: RoleTable): ReadonlyMap<number, RoleClaim> {
  const taken = new Map<number, RoleClaim>();
  const free = (at: number): boolean => !taken.has(at);
  for (const read of ROLES) for (const claim of read(table, free)) taken.set(claim.at, claim);
  return taken;
}
