import type { Words } from '../lang/lang.ts';
import { type Cell, type Column, isRatio, isShare } from './table.ts';

/** A cell as text, for the writers that have no number formats: screen, Markdown, web page, Word. Blank is ''. */
export function shown(cell: Cell | undefined, column: Column, words: Words): string {
  const value = cell?.value ?? null;
  const { number } = words.view;
  if (value === null) return '';
  if (isRatio(value)) return number.percent(value.percent);
  if (isShare(value)) return number.share(value.num, value.den);
  if (typeof value === 'number') return shownNumber(value, column, words);
  if (column.kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)) return number.date(value);
  if (column.kind === 'instant' && /^\d{4}-\d\d-\d\dT/.test(value)) return number.instant(value);
  return value;
}

function shownNumber(value: number, column: Column, words: Words): string {
  const { number } = words.view;
  if (value === 0 && column.zero !== undefined) return column.zero;
  switch (column.kind) {
    case 'change':
      return number.change(value);
    case 'average':
      return number.oneDecimal(value);
    case 'points':
      return value > 0 ? `+${number.decimal(value)}` : number.decimal(value);
    default:
      return number.count(value);
  }
}

/** Whether a column's cells stand to the right. */
export function isRight(column: Column): boolean {
  return ['count', 'change', 'percent', 'points', 'average', 'rank', 'minutes', 'ordinal'].includes(
    column.kind,
  );
}

/** A row's text where it is one over all columns, else null. */
export function labelIndex(columns: readonly Column[]): number {
  return Math.max(
    0,
    columns.findIndex((column) => column.kind === 'text'),
  );
}
