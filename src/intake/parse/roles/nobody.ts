import type { RoleClaim, RoleReader, RoleTable } from './role.ts';

/**
 * In a table of persons a running number, a mark or a number that belongs to nobody (contract section 3): made ready and
 * left empty, or a figure that somebody must explain. The only number of a table is its stated total, whoever it stands
 * beside (domain 3, case 2).
 */
export const nobodysRows: RoleReader = (table, free) => {
  const { rows, columns, values, placement } = table;
  const person = placement.form.fields.find(({ type }) => type === 'person')?.id;
  if (!placement.fields.some(({ field }) => field === person)) return [];
  const bare = rows.flatMap((row, at) =>
    row.kind === 'data' && free(at) && isNobodys(table, at) ? [at] : [],
  );
  if (bare.length === 0) return [];
  const plainMarks = columns.map(({ marks }, n) =>
    rows.every(
      (row, at) => row.kind !== 'data' || !free(at) || marks.has(at) || (values[n]?.[at] ?? 1) === 1,
    ),
  );
  const stated = values.map(
    (column) => column.filter((value, at) => value !== null && rows[at]?.kind === 'data' && free(at)).length,
  );
  return bare.flatMap((at): RoleClaim[] => {
    const numbers = columns.filter(
      ({ marks, cells }, n) =>
        plainMarks[n] !== true &&
        !marks.has(at) &&
        cells[at]?.reading.state !== 'blank' &&
        values[n]?.[at] !== 0,
    );
    if (numbers.length > 0 && stated.every((count) => count <= 1)) return [];
    const claim: RoleClaim = { at, role: 'empty', because: 'nameless' };
    const zero =
      values.every((column) => (column[at] ?? 0) === 0) && columns.every(({ marks }) => !marks.has(at));
    if (zero && bare.length === rows.length) return [];
    return [numbers.length > 0 ? { ...claim, doubt: { kind: 'nobody' } } : claim];
  });
};

function isNobodys({ rows, facts }: RoleTable, at: number): boolean {
  const own = facts[at];
  return own !== undefined && !own.named && !own.covered && !own.phone && rows[at] !== undefined;
}
