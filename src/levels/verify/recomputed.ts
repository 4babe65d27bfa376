import { EMBEDDED_SHEET } from '../../model/embedded-sheet.ts';
import { address, type Workbook } from '../../model/grid.ts';
import type { LevelData } from '../../model/level.ts';
import type { DecidedSubmission } from '../../model/submission.ts';
import type { ScopeSummary, Summary, UnitLine } from '../../model/summary.ts';
import { rowsByCode } from '../compare.ts';
import type { VisibleRow, VisibleTable } from '../visible.ts';
import { type Difference, difference } from './difference.ts';

/** Where a summary's data differ from what the received files give now, as of the same moment. */
export function recomputedDifferences(
  summary: Summary,
  fresh: Omit<Summary, 'findings'>,
  tables: readonly VisibleTable[],
): Difference[] {
  return summary.scopes.flatMap((scope) => {
    const now = fresh.scopes.find(({ id }) => id === scope.id);
    const table = tables.find(({ form }) => form.id === scope.form) ?? null;
    if (now === undefined) return [difference('recomputed', { sheet: EMBEDDED_SHEET, measure: scope.id })];
    const rows = table === null ? NO_ROWS : rowsByCode(scope.units, table).rows;
    const again = new Map(now.units.map((unit) => [unit.code, unit]));
    return [
      ...scope.units.flatMap((unit) =>
        unitDifferences(unit, again.get(unit.code), rows.get(unit.code), sheetOf(table)),
      ),
      ...now.units
        .filter(({ code }) => scope.units.every((unit) => unit.code !== code))
        .map(({ name }) => difference('recomputed', { sheet: sheetOf(table), unit: name })),
      ...totalDifferences(scope, now, table),
    ];
  });
}

function sheetOf(table: VisibleTable | null): string {
  return table?.sheet.name ?? EMBEDDED_SHEET;
}

const NO_ROWS: ReadonlyMap<string, VisibleRow> = new Map();

function unitDifferences(
  unit: UnitLine,
  fresh: UnitLine | undefined,
  row: VisibleRow | undefined,
  sheet: string,
): Difference[] {
  const at = { sheet, unit: unit.name };
  if (fresh === undefined) return [difference('recomputed', at)];
  const measures = new Set([...Object.keys(unit.figures), ...Object.keys(fresh.figures)]);
  const found = [...measures].flatMap((measure) => {
    const [was, is] = [unit.figures[measure], fresh.figures[measure]];
    if (same(was, is)) return [];
    const cell = row?.cells.get(measure);
    const place = { ...at, measure, cell: cell === undefined ? null : address(cell.row, cell.col) };
    return [difference('recomputed', place, { shown: figureText(was), expected: figureText(is) })];
  });
  if (found.length > 0) return found;
  return FACTS.flatMap((fact) =>
    same(unit[fact], fresh[fact])
      ? []
      : [
          difference(
            'recomputed',
            { ...at, measure: fact },
            { shown: text(unit[fact]), expected: text(fresh[fact]) },
          ),
        ],
  );
}

/** What a unit's line says beside its figures; what follows from the figures is compared with the totals. */
const FACTS = ['name', 'status', 'receivedAt', 'minutesLate', 'coverages', 'gaps', 'rank', 'delta'] as const;

function totalDifferences(scope: ScopeSummary, now: ScopeSummary, table: VisibleTable | null): Difference[] {
  const measures = new Set([...Object.keys(scope.total.figures), ...Object.keys(now.total.figures)]);
  const figures = [...measures].flatMap((measure) => {
    const [was, is] = [scope.total.figures[measure], now.total.figures[measure]];
    if (was?.value === is?.value) return [];
    const cell = table?.total?.cells.get(measure);
    const place = { sheet: sheetOf(table), measure, cell: cell ? address(cell.row, cell.col) : null };
    return [difference('recomputed', place, { shown: text(was?.value), expected: text(is?.value) })];
  });
  const parts = [
    ['completeness', scope.completeness, now.completeness],
    ['coverages', scope.total.coverages, now.total.coverages],
    ['delta', scope.total.delta, now.total.delta],
    ['targets', scope.targets, now.targets],
    ['senders', scope.senders ?? [], now.senders ?? []],
  ] as const;
  const others = parts.flatMap(([measure, was, is]) =>
    figures.length > 0 || same(was, is)
      ? []
      : [
          difference(
            'recomputed',
            { sheet: sheetOf(table), measure },
            { shown: text(was), expected: text(is) },
          ),
        ],
  );
  return [...figures, ...others];
}

function figureText(figure: { readonly value: number; readonly date: string } | undefined): string | null {
  return figure === undefined ? null : `${figure.value} (${figure.date})`;
}

function text(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** As JSON, whatever the order of keys. */
function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Files that the summary names and that are not among the received ones any more, and the other way round. */
export function sourceDifferences(
  summary: Summary,
  level: LevelData | null,
  fresh: Omit<Summary, 'findings'>,
  settled: readonly DecidedSubmission[],
  workbook: Workbook,
): Difference[] {
  const now = settled.map(({ sha256 }) => sha256);
  const named = new Set([
    ...summary.files.map(({ sha256 }) => sha256.slice(0, DIGITS)),
    ...timelinessRows(level).map((sha256) => sha256.slice(0, DIGITS)),
  ]);
  const gone = [...named].filter((hash) => hash !== '' && !now.some((each) => each.startsWith(hash)));
  const added = fresh.files
    .map(({ sha256 }) => sha256.slice(0, DIGITS))
    .filter((hash) => summary.files.every(({ sha256 }) => !sha256.startsWith(hash)));
  return [
    ...gone.map((hash) => difference('source', { ...cellWith(hash, workbook) }, { shown: hash })),
    ...[...new Set(added)].map((hash) => difference('added', {}, { shown: hash })),
  ];
}

const DIGITS = 12;

/** The files whose figures stand in the summary. */
function timelinessRows(level: LevelData | null): readonly string[] {
  return (level?.scopes ?? []).flatMap(({ units }) =>
    units.flatMap(({ entries }) =>
      entries
        .filter(({ figures }) => Object.values(figures).some(({ sheet }) => sheet !== undefined))
        .map(({ sha256 }) => sha256),
    ),
  );
}

/** The last visible cell that names a file: the sheet of sources comes last. */
function cellWith(hash: string, { sheets }: Workbook): { sheet: string; cell: string } | null {
  for (const { name, hidden, rows } of [...sheets].reverse()) {
    if (hidden) continue;
    const cell = rows
      .flatMap(({ cells }) => cells)
      .find(({ value }) => value.kind === 'text' && value.text === hash);
    if (cell !== undefined) return { sheet: name, cell: address(cell.row, cell.col) };
  }
  return null;
}
