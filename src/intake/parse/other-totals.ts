import { type Finding, finding } from '../../model/finding.ts';
import { address, type Row, type Sheet } from '../../model/grid.ts';
import type { Placement } from '../../model/report.ts';
import { bare } from '../../text/fold.ts';
import { rowsBetween } from '../recognise/row-at.ts';
import { linesAbove, linesBelow, type PageLine } from './page-lines.ts';
import type { TableRow } from './rows.ts';
import { MOMENT, PEOPLE, type Stated, statedSum } from './stated-sum.ts';

/**
 * Sums that stand outside the rows of a table (contract section 3, "Totals") and are not what was counted: over it, under
 * it, or in the heading of a group. A list of promoters may say how many they are, instead of how many they helped.
 */
export function otherTotals(
  sheet: Sheet,
  placement: Placement,
  rows: readonly TableRow[],
  values: readonly (number | null)[],
  counted: number,
  end: number,
): readonly Finding[] {
  const data = values.filter((_, at) => rows[at]?.kind === 'data').length;
  const differs = ({ value, list }: Stated): boolean => value !== counted && !(list && value === data);
  const lines = [
    ...[...linesAbove(sheet, placement), ...aloneInHead(sheet, placement)].map((line) => ({
      line,
      place: 'above' as const,
    })),
    ...linesBelow(sheet, placement, end).map((line) => ({ line, place: 'below' as const })),
  ];
  const found = lines.flatMap(({ line, place }) => {
    const stated = statedSum(withNumberBeside(sheet, line));
    if (stated === null || !differs(stated)) return [];
    return [finding('report/other-total', placeOf(line.at), { place, stated: stated.value, counted })];
  });
  return [...found, ...headings(sheet.name, rows, values)];
}

/** Sums of the same people that another sheet of the book states; those of a day are history. */
export function totalsOnSheet(sheet: Sheet, counted: number): readonly Finding[] {
  if (/\d/.test(sheet.name.replace(/^(?:sheet|trang(?: tính)?)\s*\d+$/i, ''))) return [];
  return sheet.rows.slice(0, ROWS).flatMap(({ cells }) =>
    cells.flatMap((cell) => {
      if (cell.value.kind !== 'text' || bare(cell.value.text).search(MOMENT) >= 0) return [];
      const at = { sheet: sheet.name, row: cell.row, col: cell.col };
      const stated = statedSum(withNumberBeside(sheet, { text: cell.value.text, cell, at }));
      if (stated === null || stated.list || stated.value === counted) return [];
      return [finding('report/other-total', placeOf(at), { place: 'sheet', stated: stated.value, counted })];
    }),
  );
}

const ROWS = 60;

function placeOf({ sheet, row, col }: PageLine['at']) {
  return { sheet, row, col, cell: address(row, col) };
}

/** A line over the heads that begins like one of them is taken for a part of the head. */
function aloneInHead(sheet: Sheet, { head }: Placement): readonly PageLine[] {
  if (head === undefined) return [];
  return [...rowsBetween(sheet, head.top, head.bottom)].flatMap(({ cells }) => {
    const [cell] = cells;
    if (cell?.value.kind !== 'text' || cells.length > 1) return [];
    return [{ text: cell.value.text, cell, at: { sheet: sheet.name, row: cell.row, col: cell.col } }];
  });
}

/** A label and its number may stand in two cells. */
function withNumberBeside({ rows }: Sheet, { text, cell }: PageLine): string {
  if (/\d/.test(text.replace(MOMENT, ''))) return text;
  const row: Row | undefined = rows.find(({ index }) => index === cell.row);
  const numbers = row?.cells.filter(({ shown }) => /^\s*[\d.]+\s*$/.test(shown)) ?? [];
  const [only] = numbers;
  return only !== undefined && numbers.length === 1 ? `${text} ${only.shown.trim()}` : text;
}

const OF_GROUP = new RegExp(
  `^(?:[ivx]+[.)] ?|\\d+[.)] ?)?(?:thon|khu pho|kp|ap|khom|xom|to|khu|ban|lang)\\b.{0,40}?[:(–-] ?(?:co )?(\\d[\\d.]*) ${PEOPLE}\\)?[.]?$`,
);

/** "Thôn An Hội: 45 người" over its rows: their sum, or how many they are. */
function headings(
  sheet: string,
  rows: readonly TableRow[],
  values: readonly (number | null)[],
): readonly Finding[] {
  return rows.flatMap((row, at) => {
    const cell = row.line.cells.find(({ value }) => value.kind === 'text');
    if (row.kind !== 'heading' || cell?.value.kind !== 'text' || !/\d/.test(cell.value.text)) return [];
    const digits = OF_GROUP.exec(bare(cell.value.text))?.[1];
    const next = rows.findIndex(({ kind }, n) => n > at && kind !== 'data');
    const members = values.slice(at + 1, next === -1 ? rows.length : next);
    if (digits === undefined || members.length === 0) return [];
    const stated = Number(digits.replaceAll('.', ''));
    const sum = members.reduce<number>((all, value) => all + (value ?? 0), 0);
    if (stated === sum || stated === members.length) return [];
    const place = placeOf({ sheet, row: cell.row, col: cell.col });
    return [finding('report/other-total', place, { place: 'heading', stated, counted: sum })];
  });
}
