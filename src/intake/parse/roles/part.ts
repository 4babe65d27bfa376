import { labelText, type RowFacts } from './facts.ts';
import type { Doubt, RoleClaim, RoleReader, RoleTable } from './role.ts';

const OF_WHICH = /^(?:trong (?:do|so)|tr\.? ?do|t\.?đ|td)\b/;
const SOME = /^(?:gom(?: co)?|bao gom|rieng|chia ra|cu the)\b/;
const KIND =
  /^(?:so )?(?:nam|nu|nam gioi|nu gioi|phu nu|tre em|hoc sinh|dang vien|doan vien|nguoi cao tuoi|(?:tren|duoi|tu) \d{1,2})\b/;
const GENDER = /^(?:so )?(?:nam|nu)(?: gioi)?(?: \(?nguoi\)?)?\s*:?$/;
const MAY_BE = /^\s*[-–—+*•(]*\s*(?:\d|[tTgGbBrRcCnNpPhHdDđĐsS])/;

/** "Trong đó: nữ 20", "gồm", "riêng", nam and nữ: parts of the row above, once more (contract section 3). */
export const partRows: RoleReader = (table, free) => {
  const { rows, facts } = table;
  const claims: RoleClaim[] = [];
  let whole = -1;
  let open = false;
  rows.forEach((row, at) => {
    const own = facts[at];
    if (own === undefined || row.kind === 'heading') return;
    const kind = whole < 0 || row.kind === 'total' || !free(at) ? null : partKind(own, facts[whole], open);
    if (kind === null) {
      whole = at;
      open = false;
      return;
    }
    open ||= kind === 'said';
    claims.push({ at, role: 'part', because: 'label', ...doubtOf(table, whole, at) });
  });
  return withoutPlainGenders(table, claims);
};

type PartKind = 'said' | 'kind' | 'gender';

function partKind(row: RowFacts, whole: RowFacts | undefined, open: boolean): PartKind | null {
  const { label, number, phone } = row;
  if (label?.value.kind !== 'text' || phone || !MAY_BE.test(label.value.text)) return null;
  const peer = number !== null && number.depth <= (whole?.number?.depth ?? 2);
  const text = labelText(row);
  if (OF_WHICH.test(text)) return 'said';
  if (peer) return null;
  if (SOME.test(text)) return 'said';
  if (GENDER.test(text)) return 'gender';
  if (!open) return null;
  const below = (number?.depth ?? 0) >= 6 || row.indent > (whole?.indent ?? 0);
  return below || KIND.test(text) ? 'kind' : null;
}

/** A part is at most its whole. */
function doubtOf({ values }: RoleTable, whole: number, at: number): { readonly doubt?: Doubt } {
  for (const column of values) {
    const own = column[at] ?? null;
    const all = column[whole] ?? null;
    if (own !== null && own > 0 && (all === null || own > all))
      return { doubt: { kind: 'not-part', whole: all } };
  }
  return {};
}

/** Nam and nữ under a row without a number are all that is said of it; with one, they make it up. */
function withoutPlainGenders(table: RoleTable, claims: readonly RoleClaim[]): readonly RoleClaim[] {
  return claims.flatMap((claim): RoleClaim[] => {
    const facts = table.facts[claim.at];
    const gender = facts !== undefined && GENDER.test(labelText(facts));
    if (!gender || (claim.doubt?.kind === 'not-part' && claim.doubt.whole !== null)) return [claim];
    if (claim.doubt !== undefined) return [];
    const run = runAround(claims, claim.at);
    const whole = run[0]?.at === undefined ? -1 : run[0].at - 1;
    if (run.length !== 2 || run[0] === claim || whole < 0) return [claim];
    for (const column of table.values) {
      const sum = run.reduce((all, { at }) => all + (column[at] ?? 0), 0);
      const stated = column[whole] ?? null;
      if (
        stated !== null &&
        sum > 0 &&
        sum !== stated &&
        run.every(({ at }) => (column[at] ?? null) !== null)
      )
        return [{ ...claim, doubt: { kind: 'not-part', whole: stated } }];
    }
    return [claim];
  });
}

function runAround(claims: readonly RoleClaim[], at: number): readonly RoleClaim[] {
  const near = new Map(claims.map((claim) => [claim.at, claim]));
  let from = at;
  while (near.has(from - 1)) from -= 1;
  const run: RoleClaim[] = [];
  for (let n = from; near.has(n); n += 1)
    run.push(...(near.get(n) === undefined ? [] : [near.get(n) as RoleClaim]));
  return run;
}
