import { columnName } from '../../model/grid.ts';
import type { Formula, Value } from '../../view/table.ts';
import { isRatio, isShare } from '../../view/table.ts';

/** Where a table stands on its sheet: what a formula needs to name cells. */
export interface TablePlace {
  /** First sheet column (0-based) by column id. */
  readonly columns: ReadonlyMap<string, number>;
  /** Sheet row (1-based) of the heads. */
  readonly head: number;
  /** Sheet rows (1-based) of the first and last item. */
  readonly items: { readonly first: number; readonly last: number };
  /** Sheet row (1-based) by row id. */
  readonly rows: ReadonlyMap<string, number>;
}

/** The formula as a sheet has it, without `=`; null where a cell that it needs is not on the sheet. */
export function formulaText(
  formula: Formula,
  row: number,
  own: TablePlace,
  tables: ReadonlyMap<string, TablePlace>,
): string | null {
  const at = (column: string) => nameOf(own, column, row);
  switch (formula.kind) {
    case 'sum':
      return wrap`SUM(${range(own, formula.column)})`;
    case 'sum-having':
      return wrap`SUMIF(${range(own, formula.having)},">=0",${range(own, formula.column)})`;
    case 'ratio':
      return wrap`ROUND(${at(formula.numerator)}/${at(formula.denominator)},4)`;
    case 'gap': {
      const { num, den } = formula.reach;
      return wrap`MAX(0,ROUNDUP(${at(formula.denominator)}*${String(num)}/${String(den)},0)-${at(formula.numerator)})`;
    }
    case 'needed': {
      const { num, den } = formula.reach;
      return wrap`ROUNDUP(${at(formula.denominator)}*${String(num)}/${String(den)},0)`;
    }
    case 'difference':
      return wrap`${at(formula.from)}-${at(formula.less)}`;
    case 'link': {
      const table = tables.get(formula.table);
      const target = table?.rows.get(formula.row);
      return table === undefined || target === undefined ? null : nameOf(table, formula.column, target);
    }
  }
}

/** The text, or null as soon as one of its parts is. */
function wrap(texts: TemplateStringsArray, ...parts: readonly (string | null)[]): string | null {
  if (parts.some((part) => part === null)) return null;
  return texts.reduce((all, text, index) => all + (parts[index - 1] ?? '') + text);
}

function nameOf(place: TablePlace, column: string, row: number): string | null {
  const index = place.columns.get(column);
  return index === undefined ? null : columnName(index) + row;
}

function range(place: TablePlace, column: string): string | null {
  const { first, last } = place.items;
  const top = nameOf(place, column, first);
  const bottom = nameOf(place, column, last);
  return top === null || bottom === null || last < first ? null : `${top}:${bottom}`;
}

/** The number that a cell holds: a rate as a fraction rounded to what is printed, so that it is the summary's percent. */
export function plainValue(value: Value): null | string | number {
  if (isRatio(value)) return Math.round(value.percent * 100) / 10_000;
  if (isShare(value)) return value.num / value.den;
  return value;
}
