import { type Finding, finding } from '../../../model/finding.ts';
import { address, type Sheet } from '../../../model/grid.ts';
import type { Placement, ReportFigure } from '../../../model/report.ts';
import { rowsBetween } from '../../recognise/row-at.ts';
import type { Counting } from '../counted.ts';
import { placeOf } from '../place.ts';
import type { Doubt, RoleClaim, RoleTable } from './role.ts';
import { namesThoseWithout } from './without.ts';

type Figures = ReadonlyMap<string, ReportFigure>;

/**
 * What is doubtful about the rows of a table, each with the figure without and with them; what would not change the
 * figure is no doubt. A recorded decision on how the file counts leaves none: then the rows that add are those that are
 * plain. Rows that were left out without a doubt are said, too.
 */
export function doubtsOf(
  table: RoleTable,
  roles: ReadonlyMap<number, RoleClaim>,
  figures: Figures,
  counting: Counting,
  take: (also: ReadonlySet<number>) => { readonly figures: Figures },
): readonly Finding[] {
  const claims = [...roles.values()].sort((a, b) => a.at - b.at);
  const said = [...leftOut(table, claims)];
  if (counting.told === 'decision') return said;
  const inRows = counting.mode === 'rows';
  for (const { at, doubt } of claims) {
    if (doubt?.kind === 'not-sum' && !inRows) said.push(...notSum(table, figures, at, doubt));
    if (doubt?.kind === 'not-part' && !inRows) said.push(...notPart(table, figures, at, doubt));
  }
  for (const reason of ['struck', 'nobody', 'reversed'] as const) {
    const rows = claims.filter(({ doubt }) => doubt?.kind === reason).map(({ at }) => at);
    if (rows.length > 0) said.push(...optional(table, figures, rows, reason, take(new Set(rows)).figures));
  }
  return said;
}

/** The one number of a row that is in question, with its place. */
function statedAt({ placement, columns, values }: RoleTable, at: number) {
  const n = Math.max(
    0,
    values.findIndex((column) => (column[at] ?? null) !== null),
  );
  const column = columns[n];
  const row = column?.rows[at];
  const stated = values[n]?.[at] ?? 0;
  const cell = column === undefined || row === undefined ? null : { row: row.index, col: column.column };
  return { stated, place: placeOf(placement, column?.field.id ?? '', cell) };
}

function firstValue(figures: Figures): number | null {
  const [first] = figures.values();
  return first?.value ?? null;
}

function notSum(
  table: RoleTable,
  figures: Figures,
  at: number,
  { sign, sum }: Extract<Doubt, { kind: 'not-sum' }>,
): readonly Finding[] {
  const { stated, place } = statedAt(table, at);
  const without = firstValue(figures) ?? 0;
  const reason = sign === 'formula' || sign === 'label' ? sign : 'numbering';
  return [
    finding('report/row-unclear', place, { reason, stated, sum, without, with: without - sum + stated }),
  ];
}

function notPart(
  table: RoleTable,
  figures: Figures,
  at: number,
  { whole }: Extract<Doubt, { kind: 'not-part' }>,
): readonly Finding[] {
  const { stated, place } = statedAt(table, at);
  const without = firstValue(figures) ?? 0;
  return [
    finding('report/row-unclear', place, {
      reason: 'part',
      stated,
      sum: whole,
      without,
      with: without + stated,
    }),
  ];
}

function optional(
  table: RoleTable,
  figures: Figures,
  rows: readonly number[],
  reason: 'struck' | 'nobody' | 'reversed',
  other: Figures,
): readonly Finding[] {
  const differs = [...new Set([...figures.keys(), ...other.keys()])].find(
    (id) => figures.get(id)?.value !== other.get(id)?.value,
  );
  if (differs === undefined) return [];
  const { place } = statedAt(table, rows[0] ?? 0);
  const [without, with_] = [figures.get(differs)?.value ?? 0, other.get(differs)?.value ?? 0];
  return [finding('report/rows-in-doubt', place, { reason, rows: rows.length, without, with: with_ })];
}

function* leftOut(table: RoleTable, claims: readonly RoleClaim[]): Generator<Finding> {
  const plain = claims.filter(({ doubt }) => doubt === undefined);
  const reversed = plain.filter(({ role }) => role === 'reversed');
  const [first] = reversed;
  if (first !== undefined)
    yield finding('report/reversed-rows', statedAt(table, first.at).place, { rows: reversed.length });
  const nobodys = plain.filter(
    ({ at, role }) => role === 'empty' && table.values.some((column) => (column[at] ?? 0) > 0),
  );
  const [bare] = nobodys;
  if (bare !== undefined)
    yield finding('report/rows-of-nobody', statedAt(table, bare.at).place, { rows: nobodys.length });
}

const LINES = 12;

/** A title over the table that says that its people have not installed; a form that asks for them says so itself. */
export function reversedList(sheet: Sheet, { form, head, area }: Placement): readonly Finding[] {
  if ([...form.titles, form.name.vi, ...form.fields.map(({ label }) => label.vi)].some(namesThoseWithout))
    return [];
  const top = head?.top ?? area.top;
  const lines = [...rowsBetween(sheet, Math.min(area.top, Math.max(0, top - LINES)), top - 1)];
  for (const row of lines.reverse()) {
    if (row.index < area.top && row.cells.length > 1) break;
    const cell = row.cells.find(({ value }) => value.kind === 'text' && namesThoseWithout(value.text));
    if (cell === undefined) continue;
    const at = { sheet: sheet.name, cell: address(cell.row, cell.col), row: cell.row, col: cell.col };
    return [finding('report/reversed-list', at, {})];
  }
  return [];
}
