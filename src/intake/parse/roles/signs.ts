import type { RowSign } from '../../../model/report.ts';
import type { RowFacts } from './facts.ts';
import type { RoleTable } from './role.ts';

/** A sign that a row stands over those after it, or under those before it. */
export interface SumSign {
  readonly sign: RowSign;
  /** The run that it would be the sum of: from `from` to before `to`. */
  readonly from: number;
  readonly to: number;
  /** Asked where the sum is not there; the others are only looks. */
  readonly strong: boolean;
  /** One row is enough. */
  readonly single: boolean;
}

/** Rows with a trait that most others lack. */
export type Traits = { readonly [T in 'bold' | 'merged' | 'unnumbered' | 'nameless']: readonly boolean[] };

const TRAITS = ['bold', 'merged', 'unnumbered', 'nameless'] as const;
/** Numbers that begin again are followed for so many rows. */
const FAR = 300;

/** Which traits tell rows apart at all: some rows have it, more have it not. */
export function traitsOf({ rows, facts, placement }: RoleTable, free: (at: number) => boolean): Traits {
  const open = rows.map(({ kind }, at) => kind === 'data' && free(at));
  const all = open.reduce((n, each) => n + (each ? 1 : 0), 0);
  const tell = (has: (row: RowFacts) => boolean): readonly boolean[] => {
    const own = facts.map((row, at) => open[at] === true && has(row));
    const some = own.reduce((n, each) => n + (each ? 1 : 0), 0);
    return some * 2 < all + 1 && some < all ? own : own.map(() => false);
  };
  const types = new Map(placement.form.fields.map(({ id, type }) => [id, type]));
  const names = placement.fields.some(({ field }) =>
    ['person', 'address', 'text'].includes(types.get(field) ?? ''),
  );
  return {
    bold: tell(({ bold }) => bold),
    merged: tell(({ merged }) => merged),
    unnumbered: tell(({ numbered, number, covered }) => !numbered && number === null && !covered),
    nameless: tell(({ named, covered }) => names && !named && !covered),
  };
}

/** What a row may be over, strongest first. `next` is the row after it that may be a member; `open` tells rows that may add. */
export function signsBelow(
  table: RoleTable,
  traits: Traits,
  at: number,
  next: number,
  open: (at: number) => boolean,
): readonly SumSign[] {
  const end = table.rows.length;
  const { facts, rows } = table;
  const own = facts[at];
  const member = facts[next];
  if (own === undefined || member === undefined) return [];
  // Nearly all rows are peers of the next one: told before anything is weighed.
  if (at > 0 && isPeer(own, member) && own.spreadTo === rows[at]?.index && !hasTrait(traits, at)) return [];
  const until = (ends: (row: RowFacts, n: number) => boolean, most = end): number => {
    let n = next;
    while (n < end && n < next + most && !ends(facts[n] as RowFacts, n)) n += 1;
    return n;
  };
  const found: SumSign[] = [];
  const add = (sign: RowSign, to: number, how: { strong?: true; single?: true } = {}): void => {
    if (to > next)
      found.push({ sign, from: at + 1, to, strong: how.strong === true, single: how.single === true });
  };
  if (own.number !== null && member.number !== null && member.number.depth > own.number.depth) {
    const { depth } = own.number;
    const how = member.number.weak
      ? { single: true as const }
      : { strong: true as const, single: true as const };
    const to = until(({ number }) => number !== null && number.depth <= depth);
    add('numbering', to, how);
    // A sum without a number may close the whole table.
    add(
      'numbering',
      until((_, n) => n >= to || traits.unnumbered[n] === true),
      how,
    );
  }
  if (member.outline > own.outline)
    add(
      'outline',
      until((row) => row.outline <= own.outline),
      { single: true },
    );
  if (member.indent > own.indent)
    add(
      'indent',
      until((row) => row.indent <= own.indent),
      { single: true },
    );
  if (own.spreadTo > (rows[at]?.index ?? 0))
    add(
      'merged',
      until((_, n) => (rows[n]?.index ?? 0) > own.spreadTo),
    );
  for (const sign of TRAITS) {
    if (traits[sign][at] !== true) continue;
    add(
      sign,
      until((_, n) => traits[sign][n] === true),
    );
    if (at === 0) add(sign, end);
  }
  for (const stands of numbersBelow(own, member, open, until)) add('numbering', ...stands);
  if (at === 0 && !own.phone && facts.every(({ numbered }) => !numbered)) add('place', end);
  return found;
}

function hasTrait(traits: Traits, at: number): boolean {
  return TRAITS.some((sign) => traits[sign][at] === true);
}

/** Numbers that follow one another in one style, and no other depth to be seen. */
function isPeer(own: RowFacts, member: RowFacts): boolean {
  const [a, b] = [own.number, member.number];
  const follows = a !== null && b !== null && a.depth === b.depth && b.value !== 1;
  return follows && member.outline <= own.outline && member.indent <= own.indent;
}

type Until = (ends: (row: RowFacts, n: number) => boolean, most?: number) => number;

/** Members without numbers, or with numbers that begin at 1 again, between two numbers that follow each other. */
function numbersBelow(
  own: RowFacts,
  member: RowFacts,
  open: (at: number) => boolean,
  until: Until,
): readonly [number, { strong?: true }?][] {
  const value = own.number?.value ?? null;
  if (value === null || !own.numbered) return [];
  if (!member.numbered && member.number === null && !member.covered) {
    let follows = false;
    let phone = false;
    let rows = 0;
    const to = until((row, n) => {
      follows = row.numbered && row.number?.value === value + 1;
      phone ||= row.phone && !row.numbered;
      rows += row.numbered || !open(n) ? 0 : 1;
      return row.numbered;
    });
    return [[to, follows && rows > 1 && !phone ? { strong: true } : {}]];
  }
  if (member.number?.value !== 1 || member.number.depth !== own.number?.depth) return [];
  const isNext = ({ number }: RowFacts): boolean =>
    number?.depth === own.number?.depth && number?.value === value + 1;
  const first = until(isNext, FAR);
  const second = until((row, n) => n > first && isNext(row), FAR);
  return [[first], [second]];
}

/** What a row may be under: only looks. `before` is the row before it that may be a member. */
export function signsAbove(
  { facts }: RoleTable,
  traits: Traits,
  at: number,
  before: number,
): readonly SumSign[] {
  const own = facts[at];
  const member = facts[before];
  if (own === undefined || member === undefined) return [];
  if (!hasTrait(traits, at) && member.outline <= own.outline && member.indent <= own.indent) return [];
  const since = (starts: (row: RowFacts, n: number) => boolean): number => {
    let n = before + 1;
    while (n > 0 && !starts(facts[n - 1] as RowFacts, n - 1)) n -= 1;
    return n;
  };
  const found: SumSign[] = [];
  const add = (sign: RowSign, from: number, single = false): void => {
    if (from <= before) found.push({ sign, from, to: at, strong: false, single });
  };
  if (member.outline > own.outline)
    add(
      'outline',
      since((row) => row.outline <= own.outline),
      true,
    );
  if (member.indent > own.indent)
    add(
      'indent',
      since((row) => row.indent <= own.indent),
      true,
    );
  for (const sign of TRAITS) {
    if (traits[sign][at] !== true) continue;
    add(
      sign,
      since((_, n) => traits[sign][n] === true),
    );
    add(sign, 0);
  }
  return found;
}
