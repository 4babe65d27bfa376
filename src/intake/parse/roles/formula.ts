import { parseAddress } from '../../../model/grid.ts';
import type { RoleTable } from './role.ts';

/** Rows of the table that a row's formula adds up in its own column: `SUM(E5:E9)`, `E5+E9`; null for any other formula. */
export function summedByFormula({ rows, columns }: RoleTable, at: number): readonly number[] | null {
  for (const { field, column } of columns) {
    const formula = rows[at]?.cells.get(field.id)?.formula;
    const ranges = formula === undefined ? null : rangesOf(formula);
    if (ranges === null) continue;
    const inTable = ranges.every(({ left, right }) => left === column && right === column);
    const summed = rows.flatMap(({ index, kind }, n) =>
      n !== at && kind === 'data' && ranges.some(({ top, bottom }) => top <= index && index <= bottom)
        ? [n]
        : [],
    );
    if (inTable && summed.length > 1) return summed;
  }
  return null;
}

interface Lines {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

function rangesOf(formula: string): readonly Lines[] | null {
  const inner = /^\+?(?:SUM|SUBTOTAL)\((?:9[,;]|109[,;])?([^()]*)\)$/i.exec(formula)?.[1];
  const parts = (inner ?? formula.replace(/^\+/, '')).split(inner === undefined ? '+' : /[,;+]/);
  const ranges = parts.map((part) => {
    const [first = '', last = first] = part.trim().split(':');
    const a = parseAddress(first);
    const b = parseAddress(last);
    if (a === null || b === null) return null;
    return {
      top: Math.min(a.row, b.row),
      bottom: Math.max(a.row, b.row),
      left: Math.min(a.col, b.col),
      right: Math.max(a.col, b.col),
    };
  });
  return ranges.every((range) => range !== null) ? ranges : null;
}
