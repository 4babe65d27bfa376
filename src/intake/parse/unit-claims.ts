import type { Form } from '../../model/form.ts';
import type { Sheet } from '../../model/grid.ts';
import type { Claim, Placement } from '../../model/report.ts';
import { clean, fold } from '../../text/fold.ts';
import { isAddressee, isFormality, isPlaceholder } from '../recognise/landmarks.ts';
import { plain } from '../recognise/plain.ts';
import { refOf } from './cells.ts';
import { linesAbove, linesBelow, linesBetween, type PageLine } from './page-lines.ts';

/**
 * Everything on the page that may name the unit: letterhead, title, labelled lines ("Đơn vị: …"), the signing authority,
 * the page's header and boxes, the sheet's name, a column of unit names. Evidence only: offices above the unit are among it, and whose report it is
 * is decided elsewhere. Lines about persons are never taken.
 */
export function unitClaims(sheet: Sheet, placement: Placement, end: number): readonly Claim[] {
  const above = joinOffices(linesAbove(sheet, placement));
  const titleFrom = above.findIndex(({ text }) => isTitle(text, placement.form));
  const claims = [
    ...above.flatMap((line, n) =>
      claimOf(line, titleFrom !== -1 && n >= titleFrom ? 'title' : 'letterhead', above, n, placement.form),
    ),
    ...linesBetween(sheet, placement).flatMap((line) => labelledClaim(line)),
    ...linesBelow(sheet, placement, end).flatMap(signingClaim),
    ...asideClaims(sheet),
    ...sheetNameClaim(sheet, placement.form),
    ...columnClaims(sheet, placement, end),
  ];
  const seen = new Set<string>();
  return claims.filter(({ source, text }) => {
    const key = `${source} ${text}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

export function isTitle(text: string, form: Form): boolean {
  const line = plain(text);
  return /^bao cao\b/.test(line) || form.titles.some((title) => line.includes(plain(title)));
}

const PERSONAL =
  /^(nguoi|ho ten|ho va ten|dien thoai|so dien thoai|sdt|dt|lien he|email|can bo|phu trach|dau moi)\b|\d(?:[ .-]?\d){7}|@/;
const UNIT_LABEL =
  /^(?:tên\s+)?(?:đơn vị|cơ quan|địa phương|ubnd\s+xã,?\s*phường|xã\s*[/,(]\s*phường\)?|tên xã|tên phường)(?:\s*[,/(]?\s*(?:đơn vị|địa phương|báo cáo|gửi|xã|phường|thị trấn)\)?)*\s*[:：]\s*/iu;
const UNIT_CODE = /^mã(?: số)? (?:đơn vị|địa phương|xã)\s*[:：]\s*(\S.*)$/iu;
/** Names no unit: the bare word for one, or a blank to be filled in. */
const EMPTY =
  /^(uy ban nhan dan|ubnd)?\s*(cac )?(xa|phuong|thi tran|huyen|thi xa|xa, phuong)?\s*$|^(ten )?(co quan|don vi)(,? don vi)?$/;

function claimOf(
  from: PageLine,
  source: 'title' | 'letterhead',
  lines: readonly PageLine[],
  at: number,
  form: Form,
): Claim[] {
  const labelled = labelledClaim(from);
  if (labelled.length > 0) return labelled;
  const text = stripDots(source === 'title' ? withoutTitle(from.text, form) : from.text);
  if (text === '' || text.length > 300 || isFormality(text) || isBelowAddressee(lines, at)) return [];
  const line = plain(text);
  // The place before a date is where it was signed: an agency signs in the ward that its house stands in.
  if (/\bngay\b.*(\d|thang)/.test(line)) return [];
  if (PERSONAL.test(line) || EMPTY.test(line)) return [];
  return [{ source, text, at: from.at }];
}

function labelledClaim({ text, at }: PageLine): Claim[] {
  const line = clean(text).replace(/^[-–+*•\s]+/, '');
  const code = UNIT_CODE.exec(line)?.[1];
  if (code !== undefined) return isPlaceholder(code) ? [] : [{ source: 'template', text: code.trim(), at }];
  const label = UNIT_LABEL.exec(line);
  if (label === null) return [];
  const name = stripDots(line.slice(label[0].length));
  return name === '' || EMPTY.test(plain(name)) ? [] : [{ source: 'letterhead', text: name, at }];
}

/** A letterhead in the page's header or in a text box; a name on two lines is one. */
function asideClaims(sheet: Sheet): Claim[] {
  const lines = (sheet.aside ?? []).slice(0, MOST_ASIDE).map(({ text }) => text);
  const claims: Claim[] = [];
  for (let n = 0; n < lines.length; n += 1) {
    const [line = '', next] = lines.slice(n, n + 2);
    const goesOn =
      next !== undefined && !isFormality(next) && (isOpenName(line) || continuesName(line, next));
    if (goesOn) n += 1;
    const text = stripDots(goesOn ? `${line} ${next}` : line);
    const bare = plain(text);
    if (text === '' || text.length > 300 || isFormality(text) || /\bngay\b.*(\d|thang)/.test(bare)) continue;
    if (!PERSONAL.test(bare) && !EMPTY.test(bare)) claims.push({ source: 'aside', text, at: null });
  }
  return claims;
}

const MOST_ASIDE = 40;

/** "TM. ỦY BAN NHÂN DÂN XÃ HOÀI CHÂU" over a signature. */
function signingClaim({ text, at }: PageLine): Claim[] {
  const office = /^\(?tm\s*\.?\s*((?:uỷ|ủy|ỷ|ubnd|uy ban).*)$/iu.exec(clean(text))?.[1];
  if (office === undefined || office.length > 120 || EMPTY.test(plain(office))) return [];
  return [{ source: 'letterhead', text: office, at }];
}

function sheetNameClaim(sheet: Sheet, form: Form): Claim[] {
  const name = clean(sheet.name);
  const line = plain(name);
  const own = [form.name.vi, form.id, form.sheetTitle.vi].map(plain);
  if (
    own.includes(line) ||
    /^(sheet|trang tinh|trang|bang|table|bieu|mau|feuil)[\s_-]*\d*(\s*\(\d+\))?$/.test(line)
  )
    return [];
  return PERSONAL.test(line) ? [] : [{ source: 'sheet-name', text: name, at: null }];
}

const UNIT_HEAD =
  /^(ten )?(don vi|xa|phuong|thi tran|dia phuong|co quan|xa ?[,/(-] ?phuong.*|xa,? thi tran.*)\)?$/;
const DISTINCT = 4;

/** A column of unit names beside the form's own columns: one name, or a list that no single unit sent. */
function columnClaims(sheet: Sheet, placement: Placement, end: number): Claim[] {
  const { head, fields } = placement;
  if (head === undefined) return [];
  const placed = new Set(fields.map(({ column }) => column));
  const rows = sheet.rows.filter(({ index }) => index >= head.top && index < end);
  const column = rows
    .filter(({ index }) => index <= head.bottom)
    .flatMap(({ cells }) => cells)
    .find(
      ({ value, col }) => value.kind === 'text' && !placed.has(col) && UNIT_HEAD.test(plain(value.text)),
    )?.col;
  if (column === undefined) return [];
  const claims = new Map<string, Claim>();
  for (const row of rows) {
    if (row.index <= head.bottom) continue;
    const cell = row.cells.find(({ col }) => col === column);
    if (cell?.value.kind !== 'text' || isPlaceholder(cell.value.text)) continue;
    const text = clean(cell.value.text);
    if (!claims.has(text)) claims.set(text, { source: 'table', text, at: refOf(sheet.name, cell) });
    if (claims.size >= DISTINCT) break;
  }
  return [...claims.values()];
}

/** "ỦY BAN NHÂN DÂN" over "XÃ HOÀI CHÂU", "PHÒNG VĂN HÓA" over "VÀ THÔNG TIN": one name on two lines of a column. */
function joinOffices(lines: readonly PageLine[]): readonly PageLine[] {
  const joined: PageLine[] = [];
  const used = new Set<PageLine>();
  for (const line of lines) {
    if (used.has(line)) continue;
    const next = lines.find(
      (other) =>
        other !== line &&
        !used.has(other) &&
        lines.indexOf(other) > lines.indexOf(line) &&
        other.cell.col === line.cell.col &&
        other.cell.row - line.cell.row <= 2,
    );
    const goesOn = next !== undefined && (isOpenName(line.text) || continuesName(line.text, next.text));
    if (next !== undefined && goesOn && !isFormality(next.text)) {
      used.add(next);
      joined.push({ ...line, text: `${line.text} ${next.text}` });
    } else joined.push(line);
  }
  return joined;
}

/** A line that no name ends with: the bare word for an office, or "SỞ VĂN HÓA," before "THỂ THAO VÀ DU LỊCH". */
function isOpenName(text: string): boolean {
  const line = plain(text);
  if (/^(uy ban nhan dan|ubnd|ubmttq|dang uy|cong an|phong|truong|ban|trung tam)$/.test(line)) return true;
  return /\bva$/.test(line) || fold(text) === 'sở' || (AGENCY.test(line) && /[,&–-]$/.test(line));
}

/** "VÀ THÔNG TIN" after "PHÒNG VĂN HÓA", "- THƯƠNG BINH VÀ XÃ HỘI" after "SỞ LAO ĐỘNG". */
function continuesName(text: string, next: string): boolean {
  return /^(va|&)\s/.test(plain(next)) || (AGENCY.test(plain(text)) && /^[–-]\s?\p{L}/u.test(next));
}

const AGENCY = /^(so|phong|ban|trung tam|chi cuc|cuc|hoi|lien)\s/;

/** Lines that go on with "Kính gửi:" name those who receive. */
function isBelowAddressee(lines: readonly PageLine[], at: number): boolean {
  for (let n = at - 1; n >= 0; n -= 1) {
    const text = lines[n]?.text ?? '';
    if (isAddressee(text))
      return /^\s*[-–+•;]/.test(lines[at]?.text ?? '') || (n === at - 1 && /:\s*$/.test(text));
    if (!/^\s*[-–+•]/.test(text)) return false;
  }
  return false;
}

/** What a title line says beside the official title: "… ứng dụng Bluezone xã Hoài Châu". */
function withoutTitle(text: string, form: Form): string {
  const words = clean(text).split(' ');
  let rest = words;
  for (const title of [...form.titles, 'BÁO CÁO']) {
    const own = plain(title).split(' ');
    const said = rest.map((word) => plain(word));
    const at = said.findIndex((_, n) => own.every((word, k) => trimmed(said[n + k]) === trimmed(word)));
    if (at !== -1) rest = [...rest.slice(0, at), ...rest.slice(at + own.length)];
  }
  return rest.join(' ');
}

function trimmed(word: string | undefined): string | undefined {
  return word?.replace(/[^a-z0-9]/g, '');
}

function stripDots(text: string): string {
  return clean(text.replace(/[.…_]{2,}|…/g, ' ')).replace(/^[\s\-–+*•:;,(]+|[\s:;,)]+$/g, '');
}
