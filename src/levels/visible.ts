import { totalLabel } from '../intake/parse/total-label.ts';
import { labelsOf } from '../intake/recognise/labels.ts';
import { findHeads, type Head } from '../intake/recognise/table.ts';
import type { Field, Form } from '../model/form.ts';
import type { Cell, Row, Sheet, Workbook } from '../model/grid.ts';
import type { Summary } from '../model/summary.ts';
import { SUMMARY_SHEETS } from '../model/summary-sheets.ts';
import { BASE_IDS } from '../model/units.ts';
import { clean } from '../text/fold.ts';

/** The table of one scope in a summary workbook, as anybody sees it. */
export interface VisibleTable {
  readonly form: Form;
  /** The table as a form of its own: columns of units and bases, and one a measure. */
  readonly shown: Form;
  readonly sheet: Sheet;
  readonly head: Head;
  /** Column (0-based) by measure, roster base, `ordinal` or `unit`. */
  readonly columns: ReadonlyMap<string, number>;
  readonly units: readonly VisibleRow[];
  readonly total: VisibleRow | null;
}

export interface VisibleRow {
  readonly name: string;
  readonly row: number;
  /** By the same ids; a blank cell is absent. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/**
 * Finds the table of each form's scope: a head with a column of units and one of a measure. The sheet that bears the
 * form's title wins; else any that bears no title of ours, and with hidden data only for a scope that has a figure in
 * them: one without has no sheet, and whatever looks like its table is another. `summaryForm` has the words of the
 * other columns.
 */
export function visibleTables(
  workbook: Workbook,
  forms: readonly Form[],
  summaryForm: Form,
  data: Summary | null,
): readonly VisibleTable[] {
  const sheets = workbook.sheets.filter(({ hidden }) => !hidden);
  const titles = new Set([...Object.values(SUMMARY_SHEETS), ...forms.map(({ sheetTitle }) => sheetTitle.vi)]);
  const untitled = sheets.filter(({ name }) => !titles.has(name));
  const taken = new Set<Sheet>();
  const tables: VisibleTable[] = [];
  const named = (form: Form) => sheets.filter(({ name }) => name === form.sheetTitle.vi);
  const inOrder = [...forms].sort((a, b) => named(b).length - named(a).length);
  for (const form of inOrder) {
    const own = named(form);
    if (own.length === 0 && data !== null && !hasFigures(data, form)) continue;
    const candidates = (own.length > 0 ? own : untitled).filter((sheet) => !taken.has(sheet));
    const table = bestTable(candidates, form, tableForm(form, summaryForm));
    if (table === null) continue;
    taken.add(table.sheet);
    tables.push(table);
  }
  return tables.sort((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet));
}

function hasFigures({ scopes }: Summary, form: Form): boolean {
  const scope = scopes.find((each) => each.form === form.id);
  return scope?.units.some(({ figures }) => Object.keys(figures).length > 0) ?? false;
}

function bestTable(sheets: readonly Sheet[], form: Form, shown: Form): VisibleTable | null {
  let best: VisibleTable | null = null;
  for (const sheet of sheets) {
    for (const head of findHeads(sheet, shown)) {
      const columns = columnsOf(head);
      if (!columns.has('unit') || !form.measures.some(({ id }) => columns.has(id))) continue;
      if (best !== null && best.head.weight >= head.weight) continue;
      const rows = rowsOf(sheet, head, columns);
      if (rows.units.length > 0) best = { form, shown, sheet, head, columns, ...rows };
    }
  }
  return best;
}

/**
 * Whether a table is surely a summary, where no hidden data say so: it bears the name of its sheet, or lists several
 * units and no persons.
 */
export function isSummaryTable({ form, sheet, head, units }: VisibleTable, forms: readonly Form[]): boolean {
  if (sheet.name === form.sheetTitle.vi) return true;
  const texts = sheet.rows
    .filter(({ index }) => head.top <= index && index <= head.bottom)
    .flatMap(({ cells }) => cells.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : [])));
  return units.length > 1 && !texts.some((text) => forms.some((each) => isPersonal(text, each)));
}

function isPersonal(text: string, form: Form): boolean {
  const best = labelsOf(form)(text)[0];
  const type = form.fields.find(({ id }) => id === best?.field)?.type;
  return (type === 'person' || type === 'phone') && (best?.score ?? 0) > 0.8;
}

function columnsOf({ fields }: Head): ReadonlyMap<string, number> {
  return new Map(fields.flatMap(({ field, column }) => (column === undefined ? [] : [[field, column]])));
}

const memo = new WeakMap<Form, WeakMap<Form, Form>>();

/** The summary table of a form as a form of its own: columns of units and bases, and one a measure. */
function tableForm(form: Form, summaryForm: Form): Form {
  const known = memo.get(form)?.get(summaryForm);
  if (known !== undefined) return known;
  const measures = form.measures.map(({ id, label }): Field => {
    const same = summaryForm.fields.find((field) => field.id === id);
    return {
      id,
      label,
      synonyms: [label.en, ...(same?.synonyms ?? [])],
      fallbacks: same?.fallbacks ?? [],
      unlike: same?.unlike ?? NO_COUNT,
      type: 'count',
      required: true,
    };
  });
  const ids = new Set(measures.map(({ id }) => id));
  const others = summaryForm.fields
    .filter(({ id }) => !ids.has(id) && COMMON.has(id))
    .map((field) => ({ ...field, synonyms: [field.label.en, ...field.synonyms] }));
  const made: Form = {
    ...form,
    layout: 'table',
    titles: [],
    fields: [...others, ...measures],
    measures: form.measures.map((measure) => ({ ...measure, from: { kind: 'field', field: measure.id } })),
    rules: [],
  };
  const ofForm = memo.get(form) ?? new WeakMap<Form, Form>();
  memo.set(form, ofForm);
  ofForm.set(summaryForm, made);
  return made;
}

/** Words of a head that is about a count but is none. */
const NO_COUNT = ['tỷ lệ', 'còn thiếu', 'tăng', 'giảm', 'rate', 'change', 'short'];
/** Columns that every summary table may have; the other fields of the summary form are further words for measures. */
const COMMON: ReadonlySet<string> = new Set(['ordinal', 'unit', ...BASE_IDS]);

/**
 * The rows of units down to the total, or to the first row that names no unit where there is none. A line over the units of
 * one office stands alone in its row, and a unit with its number stands below it.
 */
function rowsOf(
  sheet: Sheet,
  head: Head,
  columns: ReadonlyMap<string, number>,
): Pick<VisibleTable, 'units' | 'total'> {
  const units: VisibleRow[] = [];
  const rows = sheet.rows.filter(({ index }) => index > head.bottom);
  for (const [n, row] of rows.entries()) {
    const read = rowOf(row, columns);
    const labels = row.cells.filter(({ col }) => col <= (columns.get('unit') ?? 0));
    if (labels.some(({ value }) => value.kind === 'text' && totalLabel(value.text) !== null)) {
      return { units, total: read };
    }
    if (read.name !== '') units.push(read);
    else if (labels.length > 0 && units.length > 0 && !isOverUnits(rows, n, columns)) break;
  }
  return { units, total: null };
}

function isOverUnits(rows: readonly Row[], at: number, columns: ReadonlyMap<string, number>): boolean {
  const isAlone = (row: Row) => row.cells.length === 1;
  const below = rows.slice(at).find((row) => !isAlone(row));
  const next = below === undefined ? null : rowOf(below, columns);
  return (
    rows[at] !== undefined &&
    isAlone(rows[at]) &&
    next !== null &&
    next.name !== '' &&
    next.cells.get('ordinal')?.value.kind === 'number'
  );
}

function rowOf(row: Row, columns: ReadonlyMap<string, number>): VisibleRow {
  const cells = new Map<string, Cell>();
  for (const [id, column] of columns) {
    const cell = row.cells.find(({ col }) => col === column);
    if (cell !== undefined) cells.set(id, cell);
  }
  const name = cells.get('unit')?.value;
  return { name: name?.kind === 'text' ? clean(name.text) : '', row: row.index, cells };
}
