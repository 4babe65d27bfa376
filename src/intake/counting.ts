import type { CountingMode } from '../model/form.ts';
import type { CountingProof } from '../model/report.ts';

/** A cell of the column "Lũy kế đến thời điểm hiện tại" on one row of the table (domain 3). */
export type Tick =
  /** `covered`: blank only because a merge from above lies over it. */
  | { readonly kind: 'blank'; readonly covered: boolean }
  /** x, đã cài, a date: this row's person installed. */
  | { readonly kind: 'mark' }
  /** chưa cài: this row's person did not. */
  | { readonly kind: 'refusal' }
  /** `merged`: the cell spreads over several rows. */
  | { readonly kind: 'count'; readonly value: number; readonly merged: boolean };

export interface CountingInput {
  readonly mode: CountingMode;
  /** Who set a mode other than `auto`. */
  readonly told: 'campaign' | 'decision';
  /** One a data row, in order. */
  readonly ticks: readonly Tick[];
  /** The running number of each row; null where it has none. */
  readonly ordinals: readonly (number | null)[];
  /** Value of the total row; null without one. */
  readonly total: number | null;
  /** How many distinct persons the rows name or mark; a person twice counts once. */
  readonly persons: number;
}

export type Counted =
  | {
      readonly kind: 'value';
      readonly value: number;
      readonly proof: CountingProof;
      /** Where it stands: the rows themselves, the whole column, the total row, or the cell of one row (an index). */
      readonly from: 'rows' | 'column' | 'total' | number;
      /** Blank cells among per-person numbers. */
      readonly blanks: number;
    }
  | {
      readonly kind: 'unclear';
      readonly reason: 'mixture' | 'equal-values';
      readonly rows: number;
      readonly sum: number;
    }
  | { readonly kind: 'total-not-sum'; readonly stated: number; readonly sum: number }
  | { readonly kind: 'no-rows' }
  /** Rows, but no number where the campaign says that there is one. */
  | { readonly kind: 'missing' };

type Reason = CountingProof['reason'];

/**
 * What a Mẫu 02 says in all, and why it is read so (domain 3). Numbers are whole and not negative. A decision is final: a
 * total that says otherwise does not hold the report back.
 */
export function count(input: CountingInput): Counted {
  const counted = countAs(input);
  if (input.told !== 'decision' || counted.kind !== 'total-not-sum') return counted;
  return input.mode === 'stated-total'
    ? stated(counted.stated, 'total', 'decision')
    : countAs({ ...input, total: null });
}

function countAs(input: CountingInput): Counted {
  const facts = factsOf(input);
  if (facts.rows === 0) return withoutRows(facts.total);
  const refused = input.ticks.some(({ kind }) => kind === 'refusal');
  if (refused && input.told !== 'decision') return unclear(facts, 'mixture');
  switch (input.mode) {
    case 'auto':
      return countAuto(facts);
    case 'rows':
      return countRows(facts, input.told);
    case 'per-person':
      return countPerPerson(facts, input.told);
    case 'stated-total':
      return countStated(facts, input.told);
  }
}

interface Facts {
  readonly rows: number;
  readonly persons: number;
  readonly total: number | null;
  readonly values: readonly number[];
  /** Index of each value's row. */
  readonly at: readonly number[];
  readonly marks: number;
  readonly blanks: number;
  readonly sum: number;
  readonly full: boolean;
  readonly same: boolean;
  readonly running: boolean;
  readonly merged: boolean;
}

function factsOf({ ticks, ordinals, total, persons }: CountingInput): Facts {
  const counts = ticks.flatMap((tick, at) => (tick.kind === 'count' ? [{ ...tick, at }] : []));
  const values = counts.map(({ value }) => value);
  return {
    rows: ticks.length,
    persons,
    total,
    values,
    at: counts.map(({ at }) => at),
    marks: ticks.filter(({ kind }) => kind === 'mark').length,
    blanks: ticks.filter((tick) => tick.kind === 'blank' && !tick.covered).length,
    sum: values.reduce((sum, value) => sum + value, 0),
    full: values.length === ticks.length,
    same: values.every((value) => value === values[0]),
    running:
      values.length > 1 &&
      (counts.every(({ value, at }) => value === at + 1) ||
        counts.every(({ value, at }, n) => value === ordinals[at] && value === (values[0] ?? 0) + n)),
    merged: counts.some(({ merged }) => merged),
  };
}

/** A table without rows is no report, unless a total is stated. */
function withoutRows(total: number | null): Counted {
  if (total === null) return { kind: 'no-rows' };
  return stated(total, 'total', total === 0 ? 'stated-zero' : 'one-value');
}

function countAuto(facts: Facts): Counted {
  const { rows, persons, total, values, marks, sum, same, full, running } = facts;
  if (values.length === 0 && marks === 0) {
    return total === null ? byRows(persons, 'column-empty') : stated(total, 'total', oneValue(total));
  }
  const ones = values.filter((value) => value === 1).length;
  if (marks + ones === rows) {
    const agrees = total === null || total === rows || total === persons;
    return agrees ? byRows(persons, 'marks') : { kind: 'total-not-sum', stated: total, sum: rows };
  }
  if (marks > 0) return unclear(facts, 'mixture');
  if (values.length === 1) return oneOnly(facts);
  if (total !== null) return withTotal(facts, total);
  const last = values.at(-1) ?? 0;
  if (same && full && (rows > 3 || last === 0)) {
    return stated(last, facts.at[0] ?? 0, last === 0 ? 'stated-zero' : 'same-value');
  }
  if (running && full) return stated(last, facts.at.at(-1) ?? 0, 'running-number');
  if (same) return unclear(facts, 'equal-values');
  if (running) return unclear(facts, 'mixture');
  return perPerson(sum, facts.blanks, 'numbers');
}

/** Case 2: one value in the column, merged or on the first or last row, or repeated by the total row. */
function oneOnly(facts: Facts): Counted {
  const { rows, total, values, merged } = facts;
  const [value = 0] = values;
  const [at = 0] = facts.at;
  if (total !== null && total !== value) return { kind: 'total-not-sum', stated: total, sum: value };
  if (total !== null || merged || at === 0 || at === rows - 1) return stated(value, at, oneValue(value));
  return unclear(facts, 'mixture');
}

/**
 * Numbers on several rows over a total row. The total decides what the rows are: their sum (each row its own), or the
 * same running total once more. Where it would make a sum of what is plainly a running number or a repeated total, it is
 * asked.
 */
function withTotal(facts: Facts, total: number): Counted {
  const { rows, values, sum, same, full, running } = facts;
  const last = values.at(-1) ?? 0;
  if (total === sum && sum !== last) {
    if (running && full) return unclear(facts, 'mixture');
    if (same && full && rows > 3) return unclear(facts, 'equal-values');
    return perPerson(sum, facts.blanks, 'numbers');
  }
  if (same && full && total === last) {
    return stated(total, 'total', total === 0 ? 'stated-zero' : 'same-value');
  }
  if (running && full && total === last) return stated(total, 'total', 'running-number');
  if (total === sum) return perPerson(sum, facts.blanks, 'numbers');
  return { kind: 'total-not-sum', stated: total, sum };
}

function countRows(facts: Facts, told: Reason): Counted {
  const { rows, persons, total, sum, values } = facts;
  const agrees =
    total === null || total === rows || total === persons || (values.length > 0 && total === sum);
  if (!agrees) return { kind: 'total-not-sum', stated: total, sum: persons };
  if (persons > 0) return byRows(persons, told);
  return sum === 0 && values.length > 0 ? stated(0, facts.at[0] ?? 0, 'stated-zero') : { kind: 'no-rows' };
}

function countPerPerson(facts: Facts, told: Reason): Counted {
  const { total, values, sum } = facts;
  if (values.length === 0 && total === null) return { kind: 'missing' };
  if (total !== null && total !== sum) return { kind: 'total-not-sum', stated: total, sum };
  return perPerson(sum, facts.blanks, told);
}

function countStated(facts: Facts, told: Reason): Counted {
  const { total, values, sum, same, running, full } = facts;
  const last = values.at(-1) ?? 0;
  if (total !== null) {
    const agrees = values.length === 0 || total === sum || total === Math.max(...values);
    return agrees ? stated(total, 'total', told) : { kind: 'total-not-sum', stated: total, sum };
  }
  if (values.length === 0) return { kind: 'missing' };
  if (same || (running && full)) return stated(last, facts.at.at(-1) ?? 0, told);
  return unclear(facts, 'mixture');
}

function oneValue(value: number): Reason {
  return value === 0 ? 'stated-zero' : 'one-value';
}

function stated(value: number, from: 'total' | number, reason: Reason): Counted {
  return { kind: 'value', value, proof: { mode: 'stated-total', reason }, from, blanks: 0 };
}

function byRows(value: number, reason: Reason): Counted {
  return { kind: 'value', value, proof: { mode: 'rows', reason }, from: 'rows', blanks: 0 };
}

function perPerson(value: number, blanks: number, reason: Reason): Counted {
  return { kind: 'value', value, proof: { mode: 'per-person', reason }, from: 'column', blanks };
}

function unclear({ persons, sum, marks }: Facts, reason: 'mixture' | 'equal-values'): Counted {
  return { kind: 'unclear', reason, rows: persons, sum: sum + marks };
}
