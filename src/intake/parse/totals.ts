/** A row as far as its number in one column goes. `value` is null where the cell is blank. */
export interface SumRow {
  readonly kind: 'data' | 'total' | 'section';
  readonly value: number | null;
}

export interface Totals {
  /** The row that states the sum of all, by index. */
  readonly grand: number | null;
  /** A stated sum that is the sum of nothing, by index. */
  readonly wrong: { readonly at: number; readonly stated: number; readonly sum: number } | null;
  /** A heading's number is not the sum of the rows under it: it may be data of its own. */
  readonly unclear: boolean;
}

/**
 * Which of the labelled totals states the sum of all rows, and which is wrong. A total may be the sum of the rows since
 * the last one (a page, a hamlet), of all rows so far, or of the whole table.
 */
export function settleTotals(rows: readonly SumRow[]): Totals {
  const valued = rows.some(({ kind, value }) => kind === 'data' && value !== null);
  const stated = rows.flatMap(({ kind, value }, at) =>
    kind === 'total' && value !== null ? [{ at, value }] : [],
  );
  if (!valued) return withoutValues(rows, stated);
  const sumOf = summer(rows);
  const all = sumOf(0, rows.length);
  let since = 0;
  let wrong: Totals['wrong'] = null;
  for (const { at, value } of stated) {
    const fits = [sumOf(since, at), sumOf(0, at), all].includes(value);
    if (!fits && at !== stated.at(-1)?.at) wrong ??= { at, stated: value, sum: sumOf(since, at) };
    since = at;
  }
  const last = stated.at(-1);
  // The last total may be of the last page alone, when there were others before it.
  const partial =
    last !== undefined &&
    stated.length > 1 &&
    last.value !== all &&
    last.value === sumOf(stated.at(-2)?.at ?? 0, last.at);
  const whole = partial ? (stated.find(({ value }) => value === all) ?? null) : (last ?? null);
  return {
    grand: whole?.at ?? null,
    wrong,
    unclear: rows.some((row, at) => isOddSection(rows, row, at, sumOf)),
  };
}

/** No row has a number of its own: the totals are all that is said. */
function withoutValues(
  rows: readonly SumRow[],
  stated: readonly { readonly at: number; readonly value: number }[],
): Totals {
  const last = stated.at(-1);
  const sections = rows.some(({ kind, value }) => kind === 'section' && value !== null);
  if (last === undefined) return { grand: null, wrong: null, unclear: sections };
  const before = stated.slice(0, -1).reduce((sum, { value }) => sum + value, 0);
  const agree =
    stated.length === 1 || before === last.value || stated.every(({ value }) => value === last.value);
  return { grand: last.at, wrong: null, unclear: !agree };
}

type SumOf = (from: number, to: number) => number;

/** Sums of the data rows from one index to before another. */
function summer(rows: readonly SumRow[]): SumOf {
  const before = [0];
  for (const { kind, value } of rows) {
    before.push((before.at(-1) ?? 0) + (kind === 'data' ? (value ?? 0) : 0));
  }
  return (from, to) => (before[to] ?? 0) - (before[from] ?? 0);
}

function isOddSection(rows: readonly SumRow[], row: SumRow, at: number, sumOf: SumOf): boolean {
  if (row.kind !== 'section' || row.value === null) return false;
  const next = rows.findIndex(({ kind }, n) => n > at && kind !== 'data');
  return sumOf(at + 1, next === -1 ? rows.length : next) !== row.value;
}
