import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRatios, divideUp, gap, percent, points, ratioOf } from '../../src/model/ratio.ts';

const count = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const ratio = fc.record({ num: count, den: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }) });

describe('percent', () => {
  it.each([
    [30650, 71533, 42.85],
    [2310, 5120, 45.12],
    [5658, 66219, 8.54],
    [216974, 689972, 31.45],
    [840, 1172, 71.67],
    [1, 3, 33.33],
    [2, 3, 66.67],
    [0, 7, 0],
    [7, 7, 100],
    [8, 7, 114.29],
  ])('%i of %i is %d', (num, den, expected) => expect(percent({ num, den })).toBe(expected));

  it('rounds a half up: 1.005 % is 1.01, where floating point would say 1.00', () => {
    expect(percent({ num: 201, den: 20_000 })).toBe(1.01);
    expect(percent({ num: 1, den: 20_000 })).toBe(0.01);
  });

  it('is what BigInt recomputes, and has at most two decimals', () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 1e12 }), (num, den) => {
        const small = num % (den * 2);
        const hundredths = (BigInt(small) * 20_000n + BigInt(den)) / (2n * BigInt(den));
        expect(percent({ num: small, den })).toBe(Number(hundredths) / 100);
      }),
    );
  });
});

describe('points', () => {
  it('comes from the exact ratios, not from rounded percentages', () => {
    expect(points({ num: 2310, den: 5120 }, { num: 2250, den: 5120 })).toBe(1.17);
    expect(points({ num: 30650, den: 71533 }, { num: 29838, den: 71533 })).toBe(1.14);
    // 33.335 % and 33.334 %: 33.34 - 33.33 would be 0.01.
    expect(points({ num: 33335, den: 100_000 }, { num: 33334, den: 100_000 })).toBe(0);
  });

  it('reads a fall and a rise of one size alike', () => {
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        expect(points(a, b) + points(b, a)).toBe(0);
      }),
    );
    expect(Object.is(points({ num: 1, den: 2 }, { num: 1, den: 2 }), 0)).toBe(true);
  });
});

describe('gap', () => {
  it('60 % of 1505 is 903', () => {
    expect(gap({ num: 0, den: 1505 }, { num: 60, den: 100 })).toBe(903);
    expect(gap({ num: 902, den: 1505 }, { num: 60, den: 100 })).toBe(1);
    expect(gap({ num: 903, den: 1505 }, { num: 60, den: 100 })).toBe(0);
  });

  it('is the fewest further persons that reach the target', () => {
    const base = fc.integer({ min: 1, max: 1e9 });
    fc.assert(
      fc.property(fc.nat(1e9), base, fc.integer({ min: 1, max: 100 }), (num, den, share) => {
        const short = gap({ num, den }, { num: share, den: 100 });
        const reached = (n: number) => BigInt(n) * 100n >= BigInt(share) * BigInt(den);
        expect(reached(num + short)).toBe(true);
        if (short > 0) expect(reached(num + short - 1)).toBe(false);
      }),
    );
  });
});

it('compares shares exactly', () => {
  expect(compareRatios({ num: 1, den: 2 }, { num: 2, den: 4 })).toBe(0);
  expect(compareRatios({ num: 333_333_333, den: 1_000_000_000 }, { num: 1, den: 3 })).toBeLessThan(0);
});

it('has no ratio over an unknown base or 0', () => {
  expect(ratioOf(5, null)).toBeNull();
  expect(ratioOf(null, 5)).toBeNull();
  expect(ratioOf(0, 0)).toBeNull();
  expect(ratioOf(0, 5)).toEqual({ num: 0, den: 5 });
});

it('divides upwards', () => {
  expect(divideUp(12270n, 4n)).toBe(3068n);
  expect(divideUp(0n, 4n)).toBe(0n);
});
