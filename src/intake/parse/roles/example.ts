import type { Cell } from '../../../model/grid.ts';
import { bare } from '../../../text/fold.ts';

const ALONE = /^\(?(?:vd|v\.d|vi du|mau|dong mau|dong vi du|vi du mau|example|eg)[.:)]*$/;
const AT_START = /^\(?(?:vd|v\.d|vi du|mau|example)(?: \d)?\s*:|^\((?:vd|vi du|mau|dong mau)\)/;
const AT_END = /\((?:vd|vi du|dong mau|vi du mau)\)$/;
/** Both told cheaply, since they are asked of every cell. */
const PLACED = /^\s*\(?\s*[vmeVME]|\)\s*$/;
const MAY_BE = /v[ií]\s*d|v\.?d|m[aẫ]u|example|\beg\b/i;

/**
 * A row that shows how to fill in: "VD" or "Mẫu" in the place of its running number, "Ví dụ: …" or "… (ví dụ)" in a
 * cell of words, a telephone number with letters for digits. Somebody may be called Mẫu: his row has a number.
 */
export function isExample(cells: ReadonlyMap<string, Cell>, types: ReadonlyMap<string, string>): boolean {
  for (const [field, { value }] of cells) {
    if (value.kind !== 'text') continue;
    const type = types.get(field);
    if (
      type === 'phone' &&
      /^0[\dx .]{8,14}$/i.test(value.text) &&
      /x{3}/i.test(value.text.replace(/[ .]/g, ''))
    )
      return true;
    if (type === 'phone' || !PLACED.test(value.text) || !MAY_BE.test(value.text)) continue;
    const text = bare(value.text);
    if (type === 'ordinal' ? ALONE.test(text) : AT_START.test(text) || AT_END.test(text)) return true;
  }
  return false;
}
