import type { Cell, Sheet } from '../../model/grid.ts';
import { clean } from '../../text/fold.ts';
import { isFormality, isSignature } from '../recognise/landmarks.ts';
import { plain } from '../recognise/plain.ts';
import { rowsBetween } from '../recognise/row-at.ts';

/** A line over a form that may say what it is about. */
export interface TitleLine {
  readonly text: string;
  readonly cell: Cell;
}

const ROWS = 40;
/** A row of more cells is data of a table above. */
const CELLS = 4;
/** Longer lines are prose. */
const LONGEST = 200;

/**
 * The lines right over a form that may be its title, from top to bottom: neither letterhead nor addressee, basis or remark,
 * whose words do not govern it ("Kính gửi: Ban Chỉ đạo tiêm chủng").
 */
export function titleLines(sheet: Sheet, top: number): readonly TitleLine[] {
  let lines: TitleLine[] = [];
  for (const row of rowsBetween(sheet, top - ROWS, top - 1)) {
    if (row.cells.length > CELLS) lines = [];
    else lines.push(...row.cells.flatMap(linesOf));
  }
  return lines;
}

function linesOf(cell: Cell): readonly TitleLine[] {
  if (cell.value.kind !== 'text') return [];
  return cell.value.text.split(/[\r\n]+/).flatMap((line) => {
    const text = titleIn(line.trim());
    return text === null ? [] : [{ text, cell }];
  });
}

const SUBJECT = /^(v\/v|ve viec)\b/;
const OFFICE =
  /^(uy ban|ubnd|ub ?mttq|hdnd|(dang|huyen|tinh|thi|thanh) uy|ban (chi dao|chi huy|quan ly|dan van|chap hanh|can su)|trung tam|tram|phong (?!chong|ngua|dich)|so (y|giao|cong|noi|tai|tu|thong|van|lao|nong|khoa|giao) |to |doi |hoi |doan |cong an|cong ty|benh vien|truong |chi cuc|mat tran|lien doan|xa |phuong |thi tran|huyen |thi xa|tinh |thon |khu pho|ap |khom |don vi|co quan|dia phuong|bo )/;
const BASIS =
  /^\(?(can cu|theo (?!doi)|kem|ban hanh|thuc hien (theo|cong|ke hoach|chi|thong bao|quyet dinh|van ban)|luu y|ghi chu|chu y|chu thich|de nghi|yeu cau|nguoi |ho (va )?ten|dien thoai|sdt|can bo|lien he|noi nhan)/;
const NOUN = /\b(bao cao|danh sach|ket qua|tong hop|so lieu|bang|bieu|thong ke|tinh hinh)\b/;

/** What of a line may govern the page; a title behind the name of the office ("UBND xã …: Báo cáo …") alone. */
function titleIn(text: string): string | null {
  if (text === '' || text.length > LONGEST) return null;
  const line = plain(text).replace(/^[-–+*•\s]+/, '');
  if (SUBJECT.test(line)) return text;
  if (isFormality(text) || isSignature(text) || BASIS.test(line)) return null;
  if (!OFFICE.test(line)) return text;
  const noun = NOUN.exec(plain(text));
  return noun === null ? null : clean(text).slice(noun.index);
}
