import type { Place } from '../../model/finding.ts';
import type { RowOrigin } from '../../model/grid.ts';
import { quotable } from '../../text/quotable.ts';
import { count } from './numbers.ts';

/** Places, doubtful numbers and known ids as a Vietnamese office writes them. */

const MOST_NAMES = 6;

/** 1234 and 1,234: without a dot, for a number whose dot is the question. */
export function plain(n: number): string {
  return String(n).replace('.', ',');
}

/** "a", "a và b", "a, b và c". */
export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} và ${last}`;
}

/** Names of other units, as many as a sentence bears: "Xã A, Xã B và 12 đơn vị khác". */
export function others(names: readonly string[], rest = 'đơn vị khác'): string {
  const more = names.length - MOST_NAMES;
  return list(more < 2 ? names : [...names.slice(0, MOST_NAMES), `${count(more)} ${rest}`]);
}

/** "Đã tiêm mũi 1" inside a sentence; "QR đã tạo" keeps its capitals. */
export function lowerFirst(text: string): string {
  const [first = '', second = ''] = text;
  return second !== '' && second === second.toLocaleUpperCase('vi') && /\p{L}/u.test(second)
    ? text
    : `${first.toLocaleLowerCase('vi')}${text.slice(first.length)}`;
}

const COMMITTEE = /^(xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)\s/;

/** Communes, districts and provinces report as people's committees. */
export function isCommittee(name: string): boolean {
  return COMMITTEE.test(name.toLocaleLowerCase('vi'));
}

/** Whom a letter addresses: "UBND xã Lộc Thuận"; an agency as it is. */
export function addressee(name: string): string {
  return isCommittee(name) ? `UBND ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}` : name;
}

/** "Ô E14 (Lũy kế)", "Các ô E10–E14 (Lũy kế)", "Mục «Lũy kế»", "Báo cáo này". */
export function where(at: Place, field?: string): string {
  const heading = at.heading ?? field;
  if (at.cell === undefined) return heading === undefined ? 'Báo cáo này' : `Mục «${heading}»`;
  const named = heading === undefined ? '' : ` (${heading})`;
  if (at.origin !== undefined) return `${inDocument(at.origin)}${named}`;
  return /[:,]/.test(at.cell) ? `Các ô ${at.cell.replaceAll(':', '–')}${named}` : `Ô ${at.cell}${named}`;
}

/** "Đoạn 5", "Bảng 1, dòng 3": in a text document nobody counts cells. */
function inDocument(origin: RowOrigin): string {
  return origin.kind === 'paragraph' ? `Đoạn ${origin.number}` : `Bảng ${origin.table}, dòng ${origin.row}`;
}

/** "Ô E14: lũy kế …" from "Lũy kế …", so that the sender finds the figure; without a cell as it is. */
export function from(at: Place, sentence: string): string {
  if (at.cell === undefined) return sentence;
  const { heading: _, ...place } = at;
  return `${where(place)}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

/** "Ô E14 (Lũy kế) ghi «khoảng 200»"; of several cells the first is quoted; a personal text never is. */
export function says(at: Place, facts: { readonly field?: string; readonly shown: string | null }): string {
  const text = quotable(facts.shown);
  const place = where(at, facts.field);
  if (text === null) return place;
  return at.cell !== undefined && /[:,]/.test(at.cell)
    ? `${place}, ô đầu ghi «${text}»`
    : `${place} ghi «${text}»`;
}

const MEASURES: { readonly [id: string]: string } = {
  installed: 'số người đã cài đặt',
  staff_total: 'tổng số cán bộ, công chức, viên chức, người lao động',
  staff_with_smartphone: 'số cán bộ, người lao động có điện thoại thông minh',
  staff_installed: 'số cán bộ, người lao động đã cài đặt',
  smartphone_users: 'số người dùng điện thoại thông minh',
  population: 'dân số',
  adults: 'số người trong độ tuổi trưởng thành',
};

/** The name of a measure or base; a campaign's own measure shows its id. */
export function measure(id: string): string {
  return MEASURES[id] ?? `«${id}»`;
}

const FORMS: { readonly [id: string]: string } = {
  'mau-01': 'Mẫu 01',
  'mau-02': 'Mẫu 02',
  'tong-hop': 'bảng tổng hợp',
};

export function form(id: string): string {
  return FORMS[id] ?? `mẫu «${id}»`;
}

const KINDS: { readonly [kind: string]: string } = {
  xlsx: 'Excel .xlsx',
  xls: 'Excel cũ .xls',
  xlsb: 'Excel nhị phân .xlsb',
  ods: 'OpenDocument .ods',
  docx: 'Word .docx',
  doc: 'Word cũ .doc',
  csv: 'văn bản CSV',
  html: 'trang web HTML',
  spreadsheetml: 'Excel XML 2003',
  zip: 'gói nén ZIP',
  eml: 'thư điện tử',
  pdf: 'PDF',
  picture: 'ảnh',
  program: 'chương trình chạy',
  video: 'phim',
  sound: 'âm thanh',
  ppt: 'PowerPoint cũ .ppt',
  pptx: 'PowerPoint .pptx',
  rtf: 'văn bản RTF',
  rar: 'gói nén RAR',
  msg: 'thư Outlook .msg',
  '7z': 'gói nén 7z',
  gzip: 'gói nén gzip',
  xml: 'XML',
  ole: 'tệp Office cũ không rõ loại',
  odt: 'OpenDocument .odt',
  fods: 'OpenDocument .fods',
  sylk: 'SYLK .slk',
  tnef: 'winmail.dat của Outlook',
  numbers: 'bảng tính Numbers (hoặc Pages) của Apple',
  gsheet: 'đường dẫn Google Trang tính',
  opendocument: 'OpenDocument khác',
  encrypted: 'tệp có mật khẩu',
  unknown: 'không rõ loại',
};

export function kind(id: string): string {
  return KINDS[id] ?? id;
}

const SOURCES: { readonly [source: string]: string } = {
  title: 'tiêu đề',
  letterhead: 'phần đầu văn bản',
  log: 'dòng cuối của bảng theo ngày',
  aside: 'đầu trang, chân trang hoặc khung chữ',
  'sheet-name': 'tên trang tính',
  'file-name': 'tên tệp',
  folder: 'thư mục',
  table: 'trong bảng',
  template: 'mẫu phát sẵn',
  decision: 'quyết định đã ghi',
};

export function source(id: string): string {
  return SOURCES[id] ?? id;
}

const ENCODINGS: { readonly [id: string]: string } = {
  tcvn3: 'TCVN3 (phông .VnTime, .VnArial)',
  vni: 'VNI (phông VNI-Times)',
  'windows-1258': 'Windows-1258',
  viscii: 'VISCII',
  mojibake: 'UTF-8 mở nhầm bảng mã',
  'utf-16': 'UTF-16',
};

export function encoding(id: string): string {
  return ENCODINGS[id] ?? id;
}

const LIMITS: { readonly [id: string]: string } = {
  bytes: 'dung lượng tệp (byte)',
  entries: 'số tệp trong gói nén',
  inflated: 'dung lượng sau giải nén (byte)',
  ratio: 'tỷ lệ nén',
  sheets: 'số trang tính',
  rows: 'số dòng',
  columns: 'số cột',
  cells: 'số ô',
  depth: 'số lớp lồng nhau trong XML',
  strings: 'số chuỗi chữ dùng chung',
  merges: 'số vùng gộp ô',
  nesting: 'số lớp gói nén',
  steps: 'số ô, dòng phải xem',
  characters: 'số ký tự',
  memory: 'bộ nhớ (MB)',
  summaryPieces: 'số ô mà trang ẩn _bluezone nói là có',
  summaryUnits: 'số đơn vị trong trang ẩn _bluezone, so với số dòng nhìn thấy',
};

export function limit(id: string): string {
  return LIMITS[id] ?? `«${id}»`;
}
