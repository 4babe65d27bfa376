import { type Finding, finding } from '../../model/finding.ts';
import { address, type Sheet } from '../../model/grid.ts';
import type { DateClaim, Placement } from '../../model/report.ts';
import { isDate } from '../../model/time.ts';
import { findDates, findImpossibleDates } from '../../text/date.ts';
import { clean } from '../../text/fold.ts';
import { plain } from '../recognise/plain.ts';
import { linesAbove, linesBelow, linesBetween, type PageLine, rowsAbove } from './page-lines.ts';
import { isTitle } from './unit-claims.ts';

/** Days that the page names for itself, with what is written as a day and is none. */
export interface Dates {
  readonly claims: readonly DateClaim[];
  readonly findings: readonly Finding[];
}

/**
 * The title's day ("(ngày 16 tháng 8 năm 2021)", "Tính đến 15h00 ngày …"), the letterhead's ("Hoài Nhơn, ngày …", over the
 * form or over the signatures), the sheet name's. Days of other documents ("Kế hoạch số 59 ngày …") and spans ("từ ngày …
 * đến ngày …") are not the report's. `day` completes days that are written without a year.
 */
export function dateClaims(sheet: Sheet, placement: Placement, end: number, day: string | null): Dates {
  const context = day === null ? {} : { year: Number(day.slice(0, 4)) };
  const claims: DateClaim[] = [];
  const findings: Finding[] = [];
  const take = ({ text, at }: PageLine, source: DateClaim['source']): void => {
    if (isOfAnother(text)) return;
    for (const { iso, text: written } of findDates(text, context)) {
      claims.push({ source, iso, text: written, at });
    }
    for (const shown of findImpossibleDates(text)) {
      findings.push(finding('time/unreadable-date', { ...at, cell: address(at.row, at.col) }, { shown }));
    }
  };
  const above = linesAbove(sheet, placement);
  const titleFrom = above.findIndex(({ text }) => isTitle(text, placement.form));
  above.forEach((line, n) => {
    const inTitle =
      titleFrom === -1 ? !isPlaceAndDate(line.text) : n >= titleFrom && !isPlaceAndDate(line.text);
    if (line.cell.value.kind === 'date') {
      const source = titleFrom !== -1 && n < titleFrom ? 'letterhead' : 'title';
      claims.push({ source, iso: line.cell.value.iso.slice(0, 10), text: line.text, at: line.at });
    } else take(line, inTitle ? 'title' : 'letterhead');
  });
  if (claims.length === 0)
    for (const line of rowsAbove(sheet, placement))
      take(line, isPlaceAndDate(line.text) ? 'letterhead' : 'title');
  for (const line of linesBetween(sheet, placement)) {
    if (/^(ngay bao cao|bao cao ngay|tinh den)\b/.test(plain(line.text))) take(line, 'title');
  }
  for (const line of linesBelow(sheet, placement, end))
    if (isPlaceAndDate(line.text)) take(line, 'letterhead');
  for (const { text, label } of placement.fields) {
    for (const { iso, text: written } of findDates(text, context)) {
      claims.push({ source: 'table', iso, text: written, at: label });
    }
  }
  for (const { iso, text } of findDates(sheet.name, { ...context, name: true })) {
    claims.push({ source: 'sheet-name', iso, text, at: null });
  }
  return { claims: distinct(claims.filter(({ iso }) => isDate(iso))), findings };
}

/** "Hoài Nhơn, ngày 16 tháng 8 năm 2021": a place before the day (Nghị định 30/2020/NĐ-CP). */
function isPlaceAndDate(text: string): boolean {
  const match = /^([^\d(:]{2,60}?)\s*,\s*(?:ngay|d\/)/.exec(plain(text));
  return match?.[1] !== undefined && !/\b(bao cao|so lieu|tinh den|ket qua|cap nhat|luy ke)\b/.test(match[1]);
}

const DOCUMENT =
  /\b(ke hoach|cong van|quyet dinh|thong bao|chi thi|nghi quyet|cong dien|can cu|ban hanh|kem theo|chi dao)\b.*\bngay\b/;
const SPAN = /\btu\b.{0,12}\d.*\bden\b/;

function isOfAnother(text: string): boolean {
  const line = plain(clean(text));
  return DOCUMENT.test(line) || SPAN.test(line) || /^v\/v\b/.test(line);
}

function distinct(claims: readonly DateClaim[]): readonly DateClaim[] {
  const seen = new Set<string>();
  return claims.filter(({ source, iso }) => {
    const key = `${source} ${iso}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
