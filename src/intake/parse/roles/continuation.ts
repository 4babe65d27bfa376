import type { RoleReader } from './role.ts';

/**
 * The second line of a name or an address that went on in the row below: no running number where the rows around have
 * theirs, and nothing but a text where the row above has more.
 */
export const continuationRows: RoleReader = ({ rows, facts, placement }, free) => {
  const types = new Map(placement.form.fields.map(({ id, type }) => [id, type]));
  const isText = (field: string): boolean => types.get(field) === 'person' || types.get(field) === 'address';
  const numbered = facts.reduce((n, row) => n + (row.numbered ? 1 : 0), 0);
  if (numbered < 2) return [];
  return rows.flatMap((row, at) => {
    const above = rows[at - 1];
    const own = facts[at];
    if (above?.kind !== 'data' || row.kind !== 'data' || own === undefined || own.numbered || !free(at))
      return [];
    if (facts[at - 1]?.numbered !== true || facts[at + 1]?.numbered === false) return [];
    if (own.number !== null || own.covered || row.cells.size === 0) return [];
    const fields = [...row.cells.keys()];
    if (!fields.every(isText) || row.line.cells.length !== row.cells.size) return [];
    const more = [...above.cells.keys()].some(
      (field) => types.get(field) !== 'ordinal' && !row.cells.has(field),
    );
    return more && fields.every((field) => above.cells.has(field))
      ? [{ at, role: 'continuation', because: 'unnumbered' }]
      : [];
  });
};
