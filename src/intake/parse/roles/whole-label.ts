import { labelText } from './facts.ts';
import type { RoleTable } from './role.ts';

const WHOLE =
  /^(?:toan|ca) (?:xa|phuong|thi tran|huyen|thon|khu pho|dia ban|dia phuong|don vi|bo|danh sach|khu|ap|khom)\b.{0,40}$|^chung(?: toan.{0,20}| ca.{0,20})?$|^(?:luy ke|ket qua) chung$/;
const OWN_UNIT = /^(?:ubnd )?(?:xa|phuong|thi tran|x\.|p\.|tt\.) ?\p{L}.{0,40}$/u;
const MAY_BE = /^[\s\-–—+*(]*[tTcClLkKuUxXpP]/;

/**
 * Rows that are called the whole of the others without the word "tổng": "Toàn xã", "Chung", or the one commune among
 * hamlets. A row with a running number like its neighbours, or a telephone, is one of them.
 */
export function wholeLabels({ rows, facts }: RoleTable): ReadonlySet<number> {
  const numbers = facts.filter(({ numbered }) => numbered).length;
  const named = new Set<number>();
  const units: number[] = [];
  rows.forEach((row, at) => {
    const own = facts[at];
    if (row.kind !== 'data' || own?.label?.value.kind !== 'text' || own.phone) return;
    if (!MAY_BE.test(own.label.value.text)) return;
    const peer = own.numbered && own.number !== null && own.number.depth >= 2;
    const text = labelText(own);
    if (WHOLE.test(text) && !peer) named.add(at);
    else if (OWN_UNIT.test(text)) units.push(at);
  });
  const [unit] = units;
  if (units.length === 1 && unit !== undefined && numbers > 1 && facts[unit]?.numbered === false)
    named.add(unit);
  return named;
}
