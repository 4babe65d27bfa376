import type { RowSign } from '../../../model/report.ts';
import { summedByFormula } from './formula.ts';
import type { RoleClaim, RoleReader, RoleTable } from './role.ts';
import { type SumSign, signsAbove, signsBelow, type Traits, traitsOf } from './signs.ts';
import { hasValue, isSum, type RunSums, runSums } from './sums.ts';
import { wholeLabels } from './whole-label.ts';

/**
 * Rows that are the sum of others (contract section 3, "Rows"). A sign and the sum: a check. A label, a numbering or a
 * formula without the sum: asked. A look without it, or a sum without any sign: a row like others. The innermost are
 * settled first, so that the sum of the outer ones is taken over what is left.
 */
export const parentRows: RoleReader = (table, free) => {
  const trust: Trust = { single: new Set(), off: new Set() };
  for (;;) {
    const { claims, traits } = settle(table, free, trust);
    const unknown = [
      ...claims.flatMap(({ because, doubt }) =>
        doubt === undefined && !trust.single.has(because) ? [() => trust.single.add(because)] : [],
      ),
      ...(['unnumbered', 'nameless'] as const).flatMap((sign) =>
        !trust.off.has(sign) && isByTheWay(table, claims, traits[sign]) ? [() => trust.off.add(sign)] : [],
      ),
    ];
    if (unknown.length === 0) return claims;
    for (const learn of unknown) learn();
  }
};

/** What a table has taught of its looks. */
interface Trust {
  /** Looks that were right once: one row under them is enough from then on. */
  readonly single: Set<RowSign>;
  /** Looks that are met without a sum, too: they say nothing here. */
  readonly off: Set<RowSign>;
}

/** More than one row has the trait, and not all of them are sums. */
function isByTheWay(table: RoleTable, claims: readonly RoleClaim[], trait: readonly boolean[]): boolean {
  const known = new Set(claims.map(({ at }) => at));
  const met = trait.flatMap((has, at) => (has && hasValue(table, at) ? [at] : []));
  return met.length > 1 && met.some((at) => !known.has(at));
}

function settle(table: RoleTable, free: (at: number) => boolean, trust: Trust) {
  const { rows } = table;
  const traits = traitsOf(table, free);
  const whole = wholeLabels(table);
  const claims = new Map<number, RoleClaim>();
  const open = (at: number): boolean =>
    rows[at]?.kind === 'data' && free(at) && !claims.has(at) && !whole.has(at);
  const later = runSums(table, 'up');
  let next = rows.length;
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const claim = open(at) ? sumOfLater(table, traits, trust, at, next, open, later) : null;
    if (claim !== null) claims.set(at, claim);
    later.take(at, open(at));
    if (free(at) && rows[at]?.kind !== 'total') next = at;
  }
  const earlier = runSums(table, 'down');
  let before = -1;
  for (let at = 0; at < rows.length; at += 1) {
    const stands = open(at) && hasValue(table, at) ? signsAbove(table, traits, at, before) : [];
    const sign = stands.find((each) => fits(table, trust, at, each, earlier))?.sign;
    if (sign !== undefined) claims.set(at, { at, role: 'parent', because: sign });
    earlier.take(at, open(at));
    if (free(at) && rows[at]?.kind !== 'total') before = at;
  }
  for (const at of whole)
    if (free(at) && hasValue(table, at)) claims.set(at, ofWhole(table, at, earlier, whole));
  return { claims: [...claims.values()].sort((a, b) => a.at - b.at), traits };
}

/** The claim of a row on those after it, by the strongest sign that has its sum; in doubt by a strong one that has not. */
function sumOfLater(
  table: RoleTable,
  traits: Traits,
  trust: Trust,
  at: number,
  next: number,
  open: (at: number) => boolean,
  later: RunSums,
): RoleClaim | null {
  const stands = signsBelow(table, traits, at, next, open);
  const strong = stands.filter((each) => each.strong);
  if (!hasValue(table, at)) {
    return strong.length > 0 ? { at, role: 'heading', because: strong[0]?.sign ?? 'numbering' } : null;
  }
  const formula = summedByFormula(table, at);
  if (formula !== null) {
    const sum = {
      each: table.values.map((column) => total(formula.map((n) => column[n] ?? 0))),
      members: formula.length,
    };
    if (isSum(table, at, sum)) return { at, role: 'parent', because: 'formula' };
    if (sum.each.some((value) => value > 0)) return inDoubt(table, at, 'formula', sum.each);
  }
  const sign = stands.find((each) => fits(table, trust, at, each, later))?.sign;
  if (sign !== undefined) return { at, role: 'parent', because: sign };
  const [first] = strong;
  if (first === undefined) return null;
  const { each, members } = later.over(first.from, first.to);
  if (members > 0)
    return table.values.some((column) => (column[at] ?? 0) > 0) ? inDoubt(table, at, first.sign, each) : null;
  const listed = table.rows.reduce(
    (n, _, each) => n + (first.from <= each && each < first.to && open(each) ? 1 : 0),
    0,
  );
  if (listed === 0) return null;
  return inDoubt(
    table,
    at,
    first.sign,
    each.map(() => listed),
  );
}

function fits(table: RoleTable, trust: Trust, at: number, stands: SumSign, sums: RunSums): boolean {
  if (trust.off.has(stands.sign) && !stands.strong) return false;
  const sum = sums.over(stands.from, stands.to);
  const enough = stands.single || trust.single.has(stands.sign) ? 1 : 2;
  return sum.members >= enough && isSum(table, at, sum);
}

function inDoubt({ values }: RoleTable, at: number, sign: RowSign, sums: readonly number[]): RoleClaim {
  const n = values.findIndex((column, each) => (column[at] ?? null) !== null && column[at] !== sums[each]);
  return {
    at,
    role: 'parent',
    because: sign,
    doubt: { kind: 'not-sum', sign, sum: sums[Math.max(n, 0)] ?? 0 },
  };
}

/** "Toàn xã": of the rows before it, of those after it, or of all. Alone with a number it is what the table states. */
function ofWhole(table: RoleTable, at: number, sums: RunSums, whole: ReadonlySet<number>): RoleClaim {
  const last = table.rows.length;
  const ends = [...whole, 0, last].filter((n) => n !== at);
  const from = Math.max(0, ...ends.filter((n) => n < at));
  const to = Math.min(last, ...ends.filter((n) => n > at));
  const all = sums.over(0, last);
  if (all.members === 0) return { at, role: 'total', because: 'label' };
  const right = [all, sums.over(from, at), sums.over(at + 1, to)].some((sum) => isSum(table, at, sum));
  return right ? { at, role: 'parent', because: 'label' } : inDoubt(table, at, 'label', all.each);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
