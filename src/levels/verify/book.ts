import { EMBEDDED_SHEET } from '../../model/embedded-sheet.ts';
import type { Form } from '../../model/form.ts';
import { address, type Cell, columnName, parseAddress, type Sheet, type Workbook } from '../../model/grid.ts';
import type { Summary } from '../../model/summary.ts';
import { dataFindings, differences } from '../compare.ts';
import { type Embedded, embeddedSheet, readEmbedded } from '../embedded.ts';
import { type ChangedCell, cellsChangedSince, readManifest } from '../seal.ts';
import { type VisibleTable, visibleTables } from '../visible.ts';
import { type Difference, difference } from './difference.ts';
import { evaluate } from './formula.ts';

/** What a summary workbook says about itself. */
export interface BookCheck {
  /** The data that it carries; null where there are none or they cannot be read. */
  readonly embedded: Embedded | null;
  readonly hasData: boolean;
  readonly tables: readonly VisibleTable[];
  /** In the order of sheets, rows and columns. */
  readonly differences: readonly Difference[];
  /** How many figures of the tables and how many formulas were held against something. */
  readonly figures: number;
  readonly formulas: number;
  /** Formulas whose result was not stored. */
  readonly uncomputed: number;
}

/** Holds the tables, formulas, stored results and hidden data of a summary workbook against each other. */
export function checkBook(workbook: Workbook, forms: ReadonlyMap<string, Form>): BookCheck {
  const all = [...forms.values()];
  const own = all.find(({ layout }) => layout === 'summary');
  const leaf = all.filter(({ layout }) => layout !== 'summary');
  const hidden = embeddedSheet(workbook);
  const read = readEmbedded(workbook);
  const isRead = read !== null && typeof read !== 'string' && !('limit' in read);
  const embedded = isRead ? read : null;
  const tables = own === undefined ? [] : visibleTables(workbook, leaf, own, embedded?.summary ?? null);
  const found: Difference[] = [];
  if (read === null) found.push(difference('absent', { sheet: EMBEDDED_SHEET }));
  if (read !== null && !isRead) found.push(difference('unreadable', { sheet: EMBEDDED_SHEET }));
  if (embedded !== null) found.push(...dataDifferences(embedded), ...tableDifferences(embedded, tables));
  const formulas = formulaDifferences(workbook, tables, embedded?.summary ?? null);
  found.push(...formulas.differences);
  const manifest = hidden === null ? null : readManifest(hidden);
  const changed = manifest === null ? [] : cellsChangedSince(workbook, manifest);
  return {
    embedded,
    hasData: hidden !== null,
    tables,
    differences: inOrder(withChanged(found, changed), workbook),
    figures: tables.reduce((sum, table) => sum + figuresOf(table), 0),
    formulas: formulas.count,
    uncomputed: formulas.uncomputed,
  };
}

/**
 * With the cells that are not as they were written, where nothing else says what is wrong with them. A copy that keeps the
 * values alone (pasted so, or through a program without formulas) has lost all formulas for one reason, told once.
 */
function withChanged(found: readonly Difference[], changed: readonly ChangedCell[]): readonly Difference[] {
  const placeOf = ({ sheet, cell }: Pick<Difference, 'sheet' | 'cell'>): string => `${sheet} ${cell}`;
  const lost = new Set(changed.filter(({ formulaLost }) => formulaLost).map(placeOf));
  const named = new Set(found.map(placeOf));
  const others = changed.filter((each) => !named.has(placeOf(each)));
  const plain = ({ formulaLost }: ChangedCell): boolean => lost.size < 2 || !formulaLost;
  return [
    ...(lost.size < 2 ? [] : [difference('formulas', {}, { shown: String(lost.size) })]),
    ...found.filter((each) => lost.size < 2 || each.kind !== 'unformula' || !lost.has(placeOf(each))),
    ...others.filter(plain).map((at) => difference('changed', at)),
  ];
}

function figuresOf({ form, units, total }: VisibleTable): number {
  const ids = new Set(form.measures.map(({ id }) => id));
  return [...units, ...(total === null ? [] : [total])]
    .flatMap(({ cells }) => [...cells.keys()])
    .filter((id) => ids.has(id)).length;
}

function dataDifferences(embedded: Embedded): Difference[] {
  const { cell, summary } = embedded;
  const isWhole = dataFindings(embedded).length === 0 && sumsAgree(summary);
  return isWhole ? [] : [difference('data', { sheet: EMBEDDED_SHEET, cell })];
}

/** The totals of the data are the sums of their units. */
function sumsAgree({ scopes }: Summary): boolean {
  return scopes.every(({ total, units }) =>
    Object.entries(total.figures).every(
      ([measure, { value }]) =>
        units.reduce((sum, { figures }) => sum + (figures[measure]?.value ?? 0), 0) === value,
    ),
  );
}

function tableDifferences({ summary }: Embedded, tables: readonly VisibleTable[]): Difference[] {
  return differences(summary, tables).map(({ table, cell, unitName, measure, shown, value }) =>
    difference(
      'edited',
      { sheet: table.sheet.name, cell, unit: unitName, measure },
      { shown, expected: value === null ? null : String(value) },
    ),
  );
}

interface Formulas {
  readonly differences: readonly Difference[];
  readonly count: number;
  readonly uncomputed: number;
}

/** Every formula against what it gives; the sums of a total row against the rows that they are of. */
function formulaDifferences(
  workbook: Workbook,
  tables: readonly VisibleTable[],
  summary: Summary | null,
): Formulas {
  const found: Difference[] = [];
  let [count, uncomputed] = [0, 0];
  const sums = new Map(tables.flatMap((table) => expectedSums(table, summary)));
  for (const sheet of workbook.sheets.filter(({ name }) => name !== EMBEDDED_SHEET)) {
    for (const cell of sheet.rows.flatMap(({ cells }) => cells)) {
      const at = { sheet: sheet.name, cell: address(cell.row, cell.col) };
      const expected = sums.get(`${sheet.name} ${at.cell}`);
      if (cell.formula !== undefined) {
        count += 1;
        if (cell.value.kind === 'uncomputed') uncomputed += 1;
      }
      const wrong = expected === undefined ? null : wrongSum(cell, expected);
      const result = wrong === null ? wrongResult(cell, sheet) : null;
      if (wrong !== null) {
        const kind = cell.formula === undefined ? 'unformula' : 'formula';
        found.push(difference(kind, { ...at, measure: expected?.measure ?? null }, wrong));
      } else if (result !== null) found.push(difference('result', at, result));
    }
  }
  return { differences: found, count, uncomputed };
}

interface ExpectedSum {
  readonly formula: string;
  readonly measure: string;
}

/** The totals that are the sums of their rows; a total that is not, by the data, has no formula. */
function expectedSums(
  { sheet, form, columns, units, total }: VisibleTable,
  summary: Summary | null,
): (readonly [string, ExpectedSum])[] {
  const [first, last] = [units[0], units.at(-1)];
  if (total === null || first === undefined || last === undefined || summary === null) return [];
  return form.measures.flatMap(({ id }) => {
    const column = columns.get(id);
    if (column === undefined || !total.cells.has(id)) return [];
    const name = columnName(column);
    const formula = `SUM(${name}${first.row + 1}:${name}${last.row + 1})`;
    return [[`${sheet.name} ${address(total.row, column)}`, { formula, measure: id }] as const];
  });
}

function wrongSum(cell: Cell, { formula }: ExpectedSum): { shown: string; expected: string } | null {
  if (cell.formula === undefined) return { shown: cell.shown, expected: formula };
  const plain = cell.formula.replaceAll('$', '').replace(/\s+/g, '').toUpperCase();
  return plain === formula ? null : { shown: cell.formula, expected: formula };
}

/** A stored result that is not what the formula gives; a formula that is not understood says nothing here. */
function wrongResult(cell: Cell, sheet: Sheet): { shown: string; expected: string } | null {
  if (cell.formula === undefined || cell.value.kind === 'uncomputed') return null;
  const given = evaluate(cell.formula, sheet);
  if (given === null) return null;
  const stored = cell.value.kind === 'number' ? cell.value.number : null;
  if (stored !== null && Math.abs(stored - given) < 1e-6) return null;
  return { shown: stored === null ? cell.shown : numeral(stored), expected: numeral(given) };
}

function numeral(value: number): string {
  return String(Number(value.toFixed(4)));
}

/** Sheets in the order of the workbook; what stands in no cell comes first. */
export function inOrder(found: readonly Difference[], workbook: Workbook): readonly Difference[] {
  const sheets = workbook.sheets.map(({ name }) => name);
  const place = ({ sheet, cell }: Difference): readonly number[] => {
    const at = cell === null ? null : parseAddress(cell.split(':')[0] ?? '');
    return [sheet === null ? -1 : sheets.indexOf(sheet), at?.row ?? -1, at?.col ?? -1];
  };
  return [...found].sort((a, b) => {
    const [x, y] = [place(a), place(b)];
    return x.map((each, n) => each - (y[n] ?? 0)).find((each) => each !== 0) ?? 0;
  });
}
