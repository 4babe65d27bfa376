import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Counted, type CountingInput, count, type Tick } from '../../src/intake/counting.ts';
import type { CountingMode } from '../../src/model/form.ts';

/** A column as it stands: `-` blank, `x` a mark, `12` a number, `12m` a merged cell, `^` blank under a merge; `= 45` the total row. */
function read(column: string, mode: CountingMode = 'auto', more: Partial<CountingInput> = {}): Counted {
  const [cells = '', total] = column.split('=').map((part) => part.trim());
  const ticks = cells.split(' ').flatMap((cell): Tick[] => {
    if (cell === '') return [];
    if (cell === '-' || cell === '^') return [{ kind: 'blank', covered: cell === '^' }];
    if (cell === 'x') return [{ kind: 'mark' }];
    return [{ kind: 'count', value: Number.parseInt(cell, 10), merged: cell.endsWith('m') }];
  });
  return count({
    mode,
    told: 'campaign',
    ticks,
    ordinals: ticks.map(() => null),
    total: total === undefined ? null : Number(total),
    persons: ticks.length,
    ...more,
  });
}

/** `rows 3 marks`, `per-person 245 numbers (1 blank)`, `unclear mixture`, `total-not-sum 130 120`. */
function say(counted: Counted): string {
  switch (counted.kind) {
    case 'value': {
      const blanks = counted.blanks === 0 ? '' : ` (${counted.blanks} blank)`;
      return `${counted.proof.mode} ${counted.value} ${counted.proof.reason}${blanks}`;
    }
    case 'unclear':
      return `unclear ${counted.reason}`;
    case 'total-not-sum':
      return `total-not-sum ${counted.stated} ${counted.sum}`;
    default:
      return counted.kind;
  }
}

describe('auto (domain 3)', () => {
  test.each([
    // 1. The column is empty, or every row says that it installed.
    ['- - -', 'rows 3 column-empty'],
    ['-', 'rows 1 column-empty'],
    ['x x x', 'rows 3 marks'],
    ['x', 'rows 1 marks'],
    ['1', 'rows 1 marks'],
    ['1 1', 'rows 2 marks'],
    ['1 1 1 1 1', 'rows 5 marks'],
    ['x 1 x', 'rows 3 marks'],
    ['x x x = 3', 'rows 3 marks'],
    ['1 1 1 = 3', 'rows 3 marks'],
    ['x x x = 2310', 'total-not-sum 2310 3'],
    // 2. One value only, or the same on every one of more than three rows.
    ['120', 'stated-total 120 one-value'],
    ['2310 - - -', 'stated-total 2310 one-value'],
    ['- - - 2310', 'stated-total 2310 one-value'],
    ['- 2310m ^ -', 'stated-total 2310 one-value'],
    ['- 2310 - -', 'unclear mixture'],
    ['- - - = 2310', 'stated-total 2310 one-value'],
    ['- 2310 - - = 2310', 'stated-total 2310 one-value'],
    ['120 = 120', 'stated-total 120 one-value'],
    ['120 = 130', 'total-not-sum 130 120'],
    ['50 50 50 50', 'stated-total 50 same-value'],
    ['50 50 50 50 = 50', 'stated-total 50 same-value'],
    ['50 50 = 50', 'stated-total 50 same-value'],
    ['0', 'stated-total 0 stated-zero'],
    ['0 0', 'stated-total 0 stated-zero'],
    ['- - = 0', 'stated-total 0 stated-zero'],
    [' = 0', 'stated-total 0 stated-zero'],
    [' = 2310', 'stated-total 2310 one-value'],
    ['', 'no-rows'],
    // 3. The running number once more.
    ['1 2 3', 'stated-total 3 running-number'],
    ['1 2', 'stated-total 2 running-number'],
    ['1 2 3 4 5 = 5', 'stated-total 5 running-number'],
    ['1 2 3 = 6', 'unclear mixture'],
    ['2 3 4', 'per-person 9 numbers'],
    // 4. Whole numbers per row.
    ['120 80 45', 'per-person 245 numbers'],
    ['120 80', 'per-person 200 numbers'],
    ['120 80 45 = 245', 'per-person 245 numbers'],
    ['120 80 45 = 250', 'total-not-sum 250 245'],
    ['120 - 45', 'per-person 165 numbers (1 blank)'],
    ['120 - 45 = 165', 'per-person 165 numbers (1 blank)'],
    ['120m ^ 80m ^', 'per-person 200 numbers'],
    ['5 0 0', 'per-person 5 numbers'],
    ['12 12 = 24', 'per-person 24 numbers'],
    ['1 2 4', 'per-person 7 numbers'],
    ['3 0 = 3', 'per-person 3 numbers'],
    // 5. A mixture, or equal values on two or three rows.
    ['x 5 x', 'unclear mixture'],
    ['x - x', 'unclear mixture'],
    ['50 50', 'unclear equal-values'],
    ['50 50 50', 'unclear equal-values'],
    ['50 50 50 50 = 200', 'unclear equal-values'],
    ['50 50 50 50 -', 'unclear equal-values'],
    ['1 - 1 1', 'unclear equal-values'],
    ['1 2 - 4', 'unclear mixture'],
    ['50 50 = 70', 'total-not-sum 70 100'],
  ])('%s is %s', (column, expected) => {
    expect(say(read(column))).toBe(expected);
  });

  test('the running number of a second page', () => {
    expect(say(read('46 47 48', 'auto', { ordinals: [46, 47, 48] }))).toBe('stated-total 48 running-number');
    expect(say(read('46 47 48'))).toBe('per-person 141 numbers');
  });

  test('rows count a person once', () => {
    expect(say(read('x x x', 'auto', { persons: 2 }))).toBe('rows 2 marks');
    expect(say(read('x x x = 3', 'auto', { persons: 2 }))).toBe('rows 2 marks');
    expect(say(read('- - -', 'auto', { persons: 2 }))).toBe('rows 2 column-empty');
  });

  test('both readings in question are given', () => {
    expect(read('50 50 50')).toEqual({ kind: 'unclear', reason: 'equal-values', rows: 3, sum: 150 });
  });
});

describe('told by the campaign', () => {
  test.each<[CountingMode, string, string]>([
    ['rows', '120 80 45', 'rows 3 campaign'],
    ['rows', '50 50', 'rows 2 campaign'],
    ['rows', '120 80 45 = 245', 'rows 3 campaign'],
    ['rows', '- - - = 3', 'rows 3 campaign'],
    ['rows', '- - - = 2310', 'total-not-sum 2310 3'],
    ['rows', ' = 0', 'stated-total 0 stated-zero'],
    ['rows', '', 'no-rows'],
    ['per-person', '50 50', 'per-person 100 campaign'],
    ['per-person', '1 2 3', 'per-person 6 campaign'],
    ['per-person', '1 1 1', 'per-person 3 campaign'],
    ['per-person', '120', 'per-person 120 campaign'],
    ['per-person', '120 - 45', 'per-person 165 campaign (1 blank)'],
    ['per-person', '120 45 = 165', 'per-person 165 campaign'],
    ['per-person', '120 45 = 170', 'total-not-sum 170 165'],
    ['per-person', '- - -', 'missing'],
    ['stated-total', '- - - = 2310', 'stated-total 2310 campaign'],
    ['stated-total', '50 50', 'stated-total 50 campaign'],
    ['stated-total', '- 2310 -', 'stated-total 2310 campaign'],
    ['stated-total', '1 2 3', 'stated-total 3 campaign'],
    ['stated-total', '100 150 210 = 210', 'stated-total 210 campaign'],
    ['stated-total', '120 80 = 250', 'total-not-sum 250 200'],
    ['stated-total', '120 80', 'unclear mixture'],
    ['stated-total', '- - -', 'missing'],
  ])('%s: %s is %s', (mode, column, expected) => {
    expect(say(read(column, mode))).toBe(expected);
  });

  test('a row that is nobody and says 0 is a stated 0', () => {
    expect(say(read('0', 'rows', { persons: 0 }))).toBe('stated-total 0 stated-zero');
  });
});

test('what is counted is never more than all numbers together, and never negative', () => {
  const tick: fc.Arbitrary<Tick> = fc.oneof(
    fc.record({ kind: fc.constant('blank' as const), covered: fc.boolean() }),
    fc.constant({ kind: 'mark' as const }),
    fc.record({ kind: fc.constant('count' as const), value: fc.nat(9999), merged: fc.boolean() }),
  );
  fc.assert(
    fc.property(
      fc.array(tick, { maxLength: 8 }),
      fc.option(fc.nat(9999)),
      fc.constantFrom<CountingMode>('auto', 'rows', 'per-person', 'stated-total'),
      (ticks, total, mode) => {
        const counted = count({
          mode,
          told: 'decision',
          ticks,
          ordinals: ticks.map(() => null),
          total,
          persons: ticks.length,
        });
        if (counted.kind !== 'value') return;
        const sum = ticks.reduce((all, each) => all + (each.kind === 'count' ? each.value : 1), 0);
        expect(counted.value).toBeGreaterThanOrEqual(0);
        expect(counted.value).toBeLessThanOrEqual(Math.max(sum, total ?? 0));
      },
    ),
  );
});

describe('a decision is final', () => {
  const decided = { told: 'decision' } as const;
  test.each([
    ['120 85 = 300', 'per-person', 'per-person 205 decision'],
    ['x x x = 5', 'rows', 'rows 3 decision'],
    ['120 85 = 300', 'stated-total', 'stated-total 300 decision'],
  ] as const)('%s by %s', (column, mode, said) => {
    expect(say(read(column, mode))).toMatch(/^total-not-sum/);
    expect(say(read(column, mode, decided))).toBe(said);
  });
});
