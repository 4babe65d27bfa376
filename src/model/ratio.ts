/**
 * Exact arithmetic on pairs of whole numbers of persons. Rates stay pairs until they are printed; comparing, rounding
 * and targets go by the integers, never by a rounded percentage (contract section 3).
 */
export interface Ratio {
  readonly num: number;
  /** > 0. */
  readonly den: number;
}

/** The pair as a ratio; null when a part is unknown or the denominator is 0 (a base of 0 is an unknown base). */
export function ratioOf(num: number | null, den: number | null): Ratio | null {
  return num === null || den === null || den <= 0 ? null : { num, den };
}

/** Percentage, rounded half up to two decimals: 30650/71533 is 42.85. */
export function percent({ num, den }: Ratio): number {
  const scaled = BigInt(num) * 10_000n;
  return Number(roundHalfAway(scaled, BigInt(den))) / 100;
}

/**
 * `later` minus `earlier` in percentage points with two decimals, from the exact ratios. A half goes away from zero, so
 * that a fall and a rise of one size read alike.
 */
export function points(later: Ratio, earlier: Ratio): number {
  const num = BigInt(later.num) * BigInt(earlier.den) - BigInt(earlier.num) * BigInt(later.den);
  const rounded = Number(roundHalfAway(num * 10_000n, BigInt(later.den) * BigInt(earlier.den)));
  return rounded === 0 ? 0 : rounded / 100;
}

/** Negative when `a` is the smaller share, 0 when they are equal (1/2 and 2/4), positive when it is the larger. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const difference = BigInt(a.num) * BigInt(b.den) - BigInt(b.num) * BigInt(a.den);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The fewest further persons with whom the share reaches `reach`: 0 when it does already. 60 % of 1505 is 903. */
export function gap(have: Ratio, reach: Ratio): number {
  const needed = divideUp(BigInt(reach.num) * BigInt(have.den), BigInt(reach.den));
  const short = needed - BigInt(have.num);
  return short > 0n ? Number(short) : 0;
}

/** n/d rounded up, for n ≥ 0 and d > 0. */
export function divideUp(n: bigint, d: bigint): bigint {
  return (n + d - 1n) / d;
}

function roundHalfAway(n: bigint, d: bigint): bigint {
  const size = ((n < 0n ? -n : n) * 2n + d) / (2n * d);
  return n < 0n ? -size : size;
}
