/** A row as far as its number in one column goes. `value` is null where the cell is blank. */
export interface SumRow {
  readonly kind: 'data' | 'total';
  readonly value: number | null;
}

export interface Totals {
  /** The row that states the sum of all, by index. */
  readonly grand: number | null;
  /** A stated sum that is the sum of nothing, by index. */
  readonly wrong: { readonly at: number; readonly stated: number; readonly sum: number } | null;
  /** Several totals without rows that do not add up to one another. */
  readonly unclear: boolean;
}

/**
 * Which of the labelled totals states the sum of all rows, and which is wrong. A total may be the sum of the rows since
 * the last one or up to the next one (a page, a hamlet), of all rows so far, or of the whole table.
 */
export function settleTotals(rows: readonly SumRow[]): Totals {
  const valued = rows.some(({ kind, value }) => kind === 'data' && value !== null);
  const stated = rows.flatMap(({ kind, value }, at) =>
    kind === 'total' && value !== null ? [{ at, value }] : [],
  );
  if (!valued) return withoutValues(stated);
  const sumOf = summer(rows);
  const all = sumOf(0, rows.length);
  let since = 0;
  let wrong: Totals['wrong'] = null;
  for (const [n, { at, value }] of stated.entries()) {
    const after = sumOf(at + 1, stated[n + 1]?.at ?? rows.length);
    const fits = [sumOf(since, at), sumOf(0, at), all, after].includes(value);
    if (!fits && at !== stated.at(-1)?.at) wrong ??= { at, stated: value, sum: sumOf(since, at) };
    since = at;
  }
  const last = stated.at(-1);
  // The last total may be of the last page or hamlet alone, when there were others before it.
  const partial =
    last !== undefined &&
    stated.length > 1 &&
    last.value !== all &&
    (last.value === sumOf(stated.at(-2)?.at ?? 0, last.at) || last.value === sumOf(last.at + 1, rows.length));
  const whole = partial ? (stated.find(({ value }) => value === all) ?? null) : (last ?? null);
  return {
    grand: whole?.at ?? null,
    wrong,
    unclear: false,
  };
}

/** No row has a number of its own: the totals are all that is said. */
function withoutValues(stated: readonly { readonly at: number; readonly value: number }[]): Totals {
  const last = stated.at(-1);
  if (last === undefined) return { grand: null, wrong: null, unclear: false };
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
