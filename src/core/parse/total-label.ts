import { bare } from '../text/fold.ts';

const LABEL =
  /^(?:[ivx]+[.)]\s*|\d+[.)]\s*)?(tong cong|tong so|tong|cong|total)(?:\s*\(?(?:so|cong|toan|trang|luy ke|mang|chuyen|thon|khu pho|ap|khom|to|xa|phuong|nguoi|danh sach|cac|den|ngay|nhom|dot|ca|chung|[ivx\d]+|=)(?![a-z])[^:]*)?\)?\s*[:.=]*\s*(\d.*)?$/;

/** Told cheaply, since it is asked of every cell: names and hamlets (Trần, Thôn) go no further. */
const MAY_BE = /^[\s\-–+*•(]*(?:(?:[ivx]+|\d+)[.)]\s*)?(?:t[oôồốổỗộòóỏõọ]|c[oôồốổỗộòóỏõọ])/i;

/** What stands for a sum in a text: "Tổng", "Cộng trang 1", "Tổng cộng: 45 người" (with the number in it); null for anything else. */
export function totalLabel(text: string): { readonly inline: string | null } | null {
  if (text.length > 80 || !MAY_BE.test(text)) return null;
  const match = LABEL.exec(bare(text).replace(/^[-–+*•(\s]+/, ''));
  if (match === null) return null;
  const inline = /(\d[\d.,\s]*)(?:\p{L}[\p{L}\s/.]*)?\)?\.?$/u.exec(text)?.[0] ?? null;
  const afterColon = /[:=]\s*(.*)$/.exec(text)?.[1]?.trim() ?? '';
  return { inline: /\d/.test(afterColon) ? afterColon : match[2] === undefined ? null : inline };
}
