import { bare } from '../../../text/fold.ts';

/** Who does not have the app, cannot have it or is gone; as a remark on somebody, from its first word to its last. */
const PHONE = '(?:dien thoai|dt|may|dtdd|may dien thoai)';
const SMART = `(?:${PHONE} )?(?:thong minh|smart ?phone|cam ung|dttm|${PHONE})`;
const APP = '(?: (?:duoc|dat|ung dung|app|phan mem|bluezone))*';
const REMARKS = [
  `(?:chua|khong) (?:cai|tai|dong y cai|chiu cai|muon cai|the cai)${APP}`,
  `(?:khong|chua) (?:co|dung|su dung)(?: ${SMART})`,
  `(?:khong|chua) (?:co|dung|su dung) ${PHONE} ${SMART}`,
  `(?:chi )?(?:dung|su dung|xai) ${PHONE} (?:ban phim|phim|den trang|cuc gach|thuong|co ban|doi cu)`,
  `${PHONE} (?:ban phim|phim|den trang|cuc gach|doi cu)`,
  `(?:da )?tu choi(?: cai${APP})?`,
  `(?:da )?(?:chuyen (?:di|khau|noi khac|cho o)|khong con (?:o|cu tru))(?: .{0,40})?`,
  `da (?:chuyen|mat|chet)`,
  `(?:da )?(?:go|xoa|huy)(?: bo)? (?:cai(?: dat)?|ung dung|app|bluezone)${APP}`,
];
const REMARK = new RegExp(`^(?:nguoi nay |ho nay |hien |van )*(?:${REMARKS.join('|')})[.!]?$`);
const MAY_BE = /^[\s(*-]*(?:ch|kh|[dđ]|[tT]ừ|t[ừu] ch|g|x|h|m[áa]y|v[ẫa]n|ng)/iu;

/** "Chưa cài đặt", "không có điện thoại thông minh", "từ chối", "đã chuyển đi"; "chưa có số điện thoại" says nothing of the kind. */
export function saysWithout(text: string): boolean {
  if (text.length > 80 || !MAY_BE.test(text)) return false;
  return REMARK.test(bare(text).replace(/^[-–—+*•(\s]+|[)\s]+$/g, ''));
}

const OF_THEM = /\b(?:danh sach|so nguoi|nhung nguoi|cac (?:ho|truong hop)|truong hop|nguoi|cong dan|ho)\b/;
const LACKING = new RegExp(
  `\\b(?:(?:chua|khong) (?:cai|tai|dong y cai)|(?:khong|chua) (?:co|dung|su dung) ${SMART}|tu choi cai|tu choi$|da chuyen di|(?:da )?go (?:bo )?(?:ung dung|cai dat|bluezone))`,
);
const HAVING =
  /\b(?:da|dang|so nguoi|ket qua) (?:cai|tai)\b|\byeu cau\b|\bde nghi\b|\bvan dong\b|\bneu\b|\bva chua\b|\bhoac chua\b/;

/** A line over rows that says the same of all of them: "DANH SÁCH NGƯỜI CHƯA CÀI ĐẶT", "II. Không có điện thoại thông minh". */
export function namesThoseWithout(text: string): boolean {
  if (text.length > 120 || !/ch[ưu]|kh[ôo]ng|ch[ốo]i|chuy[ểe]n|g[ỡo]/i.test(text)) return false;
  const line = bare(text).replace(/^(?:[ivx]{1,5}|\d{1,2}|[a-h])[.)/]\s*/, '');
  if (HAVING.test(line) || /\b(?:so dien thoai|sdt)\b/.test(line)) return false;
  return saysWithout(line.replace(/:$/, '')) || (LACKING.test(line) && OF_THEM.test(line));
}

const REFUSAL = /^(?:chua|khong)(?: co)?\.?$/;
const STATUS = /\b(?:trang thai|tinh trang|ket qua|da cai|cai dat|co cai|cai chua|xac nhan)\b/;

/** A bare "chưa" or "không", under a head that asks whether somebody has the app. */
export function saysNo(text: string, head: string): boolean {
  return text.length < 12 && REFUSAL.test(bare(text)) && STATUS.test(head) && !/\bso dien thoai\b/.test(head);
}
