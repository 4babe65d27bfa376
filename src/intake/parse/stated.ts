import type { Sheet } from '../../model/grid.ts';
import type { Placement, Stated } from '../../model/report.ts';
import { statedBy } from '../../text/stated.ts';
import { plain } from '../recognise/plain.ts';
import { linesAbove } from './page-lines.ts';
import { isTitle } from './unit-claims.ts';

/** What the title and the sheet's name say of the report as one of several of its unit and day. */
export function statedIn(sheet: Sheet, placement: Placement): Stated {
  const above = linesAbove(sheet, placement).map(({ text }) => text);
  const from = above.findIndex((text) => isTitle(text, placement.form));
  const title = from === -1 ? [] : above.slice(from).filter((text) => !isReference(text));
  return statedBy([...title, sheet.name]);
}

/** What the report is made under speaks of other papers: "theo Kế hoạch sửa đổi số 59/KH-UBND". */
function isReference(text: string): boolean {
  return /^\(?(thuc hien|can cu|theo|kem theo|tiep theo)\b|\b(cong van|quyet dinh|ke hoach|nghi dinh|chi thi|thong tu|van ban)\b|\/(kh|qd|cv|ct|nd|ubnd)\b/.test(
    plain(text),
  );
}
