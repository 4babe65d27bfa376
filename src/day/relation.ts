import type { Stated } from '../model/report.ts';
import type { RowPrint, Submission } from '../model/submission.ts';

/** Why two files of one unit, form and day are neither versions nor parts for sure. */
export type Doubt =
  /** Nothing says that one goes beside the other, and no row is in both. */
  | 'no-row-in-common'
  /** Rows are in both, but fewer than half of the earlier ones. */
  | 'some-rows-in-common'
  /** The words of the two contradict each other: both "phần 1", a correction that is a supplement. */
  | 'words-contradict'
  /** "bổ sung" of a list of which only the total is given. */
  | 'no-rows';

/** What a later report of a unit, form and day is to an earlier one. */
export type Relation = 'version' | 'parts' | Doubt;

/** The summary of an office is whole. */
export interface Compared {
  readonly isSummary: boolean;
  /** Whether the form has rows at all: a page of labelled lines is filled in anew. */
  readonly hasRows: boolean;
}

/**
 * Contract section 3, "Two files of one unit, form and day", in its order: summaries have versions only; one that says so
 * or repeats at least half of the earlier rows is the next version; what says that it is a part, without a row in common,
 * goes beside the other; figures alone are versions; the rest is asked.
 */
export function relationOf(
  earlier: Submission,
  later: Submission,
  { isSummary, hasRows }: Compared,
): Relation {
  if (isSummary) return 'version';
  const [a, b] = [earlier.stated, later.stated];
  const comparable = earlier.rows.length > 0 && later.rows.length > 0;
  const repeats = comparable && 2 * commonRows(earlier.rows, later.rows, 'either') >= earlier.rows.length;
  if (repeats) return 'version';
  const isPart = b.number !== null || b.supplement;
  if (saysNext(a, b) && !isOtherPart(a, b)) {
    return !isPart || (b.number !== null && a.number === b.number) ? 'version' : 'words-contradict';
  }
  if (comparable && commonRows(earlier.rows, later.rows, 'both') > 0) return 'some-rows-in-common';
  const sign = partSign(earlier, later);
  if (sign === 'supplement' && !comparable) return hasRows ? 'no-rows' : 'version';
  if (sign === 'contradiction') return 'words-contradict';
  if (sign !== 'none') return 'parts';
  return comparable ? 'no-row-in-common' : 'version';
}

/** "sửa", or "lần 2" after what says nothing or "lần 1". */
function saysNext(a: Stated, b: Stated): boolean {
  return b.edition === null || (b.edition > 1 && (a.edition === null || a.edition < b.edition));
}

/** "phần 2 (sửa)" is the next version of part 2, not of part 1. */
function isOtherPart(a: Stated, b: Stated): boolean {
  const differ = (x: number | string | null, y: number | string | null) =>
    x !== null && y !== null && x !== y;
  return differ(a.number, b.number) || differ(a.place, b.place);
}

function partSign(
  { stated: a }: Submission,
  { stated: b }: Submission,
): 'numbers' | 'places' | 'supplement' | 'contradiction' | 'none' {
  if (a.number !== null && a.number === b.number) return 'contradiction';
  if (a.of !== null && b.of !== null && a.of !== b.of) return 'contradiction';
  if (a.number !== null || b.number !== null) return 'numbers';
  if (a.place !== null && b.place !== null && a.place !== b.place) return 'places';
  return a.supplement || b.supplement ? 'supplement' : 'none';
}

/**
 * How many of the earlier rows stand in the later file too. `both`: the same name with the same number, or at the same
 * address where one of the rows has no number. `either`: one of the two is enough, since numbers get corrected.
 */
function commonRows(earlier: readonly RowPrint[], later: readonly RowPrint[], by: 'both' | 'either'): number {
  const phones = new Set(later.map(([phone]) => phone));
  const places = new Set(later.map(([, place]) => place));
  const withoutPhone = new Set(later.flatMap(([phone, place]) => (phone === null ? [place] : [])));
  return earlier.filter(([phone, place]) => {
    if (phone !== null && phones.has(phone)) return true;
    if (place === null) return false;
    return (by === 'either' || phone === null ? places : withoutPhone).has(place);
  }).length;
}
