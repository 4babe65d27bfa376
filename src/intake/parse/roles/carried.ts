import { labelText } from './facts.ts';
import type { RoleClaim, RoleReader } from './role.ts';

const CARRIED =
  /^(?:so |luy ke |cong )*(?:tu )?(?:(?:trang|to) (?:truoc|tren) )?(?:chuyen|mang) (?:sang|qua|tiep|xuong|tu)\b|^(?:cong |luy ke |so (?:luy ke )?)+(?:cua )?(?:cac )?trang truoc\b/;
const MAY_BE = /^\s*[-–—+*(]*\s*[sSlLcCtTmM]/;

/** "Mang sang", "trang trước chuyển sang": the sum of what stands before. ("Cộng chuyển sang" is a total like others.) */
export const carriedRows: RoleReader = ({ rows, facts, values }, free) => {
  const claims: RoleClaim[] = [];
  const sums = values.map(() => ({ all: 0, since: 0 }));
  rows.forEach((row, at) => {
    const own = facts[at];
    const text = own?.label?.value.kind === 'text' && MAY_BE.test(own.label.value.text) ? labelText(own) : '';
    if (own === undefined || !free(at) || row.kind !== 'data' || own.phone || !CARRIED.test(text)) {
      values.forEach((column, n) => {
        const sum = sums[n];
        if (sum === undefined) return;
        if (row.kind === 'total') sum.since = 0;
        else if (free(at)) {
          sum.all += column[at] ?? 0;
          sum.since += column[at] ?? 0;
        }
      });
      return;
    }
    const off = values.findIndex((column, n) => {
      const stated = column[at] ?? null;
      return stated !== null && stated !== sums[n]?.all && stated !== sums[n]?.since;
    });
    const claim: RoleClaim = { at, role: 'carried', because: 'label' };
    const sum = sums[off]?.all ?? 0;
    claims.push(off < 0 ? claim : { ...claim, doubt: { kind: 'not-sum', sign: 'label', sum } });
  });
  return claims;
};
