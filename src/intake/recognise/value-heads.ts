import type { Cell, Sheet } from '../../model/grid.ts';
import { fold } from '../../text/fold.ts';
import { rowsBetween } from './row-at.ts';

/** Heads over columns of values on a page of labelled lines: "Kỳ trước | Kỳ này", "Nam | Nữ | Tổng". */
const MEANT =
  /^(kỳ này|kì này|kỳ báo cáo|thực hiện|kết quả|số lượng|số liệu|tổng|tổng số|tổng cộng|cộng|lũy kế|đến nay|hiện tại|hôm nay)(?!\p{L})/u;
const OTHER =
  /^(kỳ trước|kì trước|hôm trước|hôm qua|ngày trước|tuần trước|tháng trước|lần trước|chỉ tiêu|kế hoạch|giao|tỷ lệ|tỉ lệ|%|phần trăm|nam|nữ|tăng|giảm|chênh lệch|còn lại|so với)(?!\p{L})/u;
const HIGHEST = 15;
const LONGEST = 40;

/**
 * Of the values beside a label those under heads that mean the report's own number; those under no telling head, where none
 * does. Empty where all stand under heads of other numbers ("Kỳ trước" alone).
 */
export function underOwnHeads(sheet: Sheet, values: readonly Cell[]): readonly Cell[] {
  const heads = values.map((value) => headOver(sheet, value));
  const meant = values.filter((_, n) => MEANT.test(heads[n] ?? ''));
  return meant.length > 0 ? meant : values.filter((_, n) => !OTHER.test(heads[n] ?? ''));
}

function headOver(sheet: Sheet, { row, col }: Cell): string {
  let head = '';
  for (const { cells } of rowsBetween(sheet, row - HIGHEST, row - 1)) {
    const over = cells.find((cell) => cell.col === col);
    if (over?.value.kind === 'text' && /\p{L}|%/u.test(over.value.text)) head = over.value.text;
  }
  return head.length > LONGEST ? '' : fold(head);
}
