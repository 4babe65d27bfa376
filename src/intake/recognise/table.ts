import { type Field, type Form, figureFields } from '../../model/form.ts';
import { address, type Cell, type CellRef, type Range, type Row, type Sheet } from '../../model/grid.ts';
import type { FieldPlacement } from '../../model/report.ts';
import { type LabelMatch, labelsOf, TIE } from './labels.ts';

/** A row of heads over a table, perhaps of several lines. */
export interface Head {
  readonly top: number;
  readonly bottom: number;
  readonly fields: readonly FieldPlacement[];
  /** Fields that a figure comes from and that two columns fit, with the cells in question. */
  /** With `label`: numbers beside that label, any of which may be its value. */
  readonly ambiguous: readonly {
    readonly field: string;
    readonly cells: readonly CellRef[];
    readonly label?: CellRef;
  }[];
  /** Sum of the scores: what this head has to say for itself. */
  readonly weight: number;
}

const DEEPEST = 3;
/** Until a first head is found every row of this many is looked at closely; afterwards only rows of plain text. */
const CLOSE = 80;

/** The heads of a form's table in a sheet, from top to bottom; repeated heads of printed pages among them. */
export function findHeads(sheet: Sheet, form: Form): readonly Head[] {
  const heads: Head[] = [];
  const labels = labelsOf(form);
  const merges = mergesByRow(sheet);
  for (let at = 0; at < sheet.rows.length; at += 1) {
    const row = sheet.rows[at];
    if (row === undefined || !mayBeHead(row, heads.length === 0 && at < CLOSE)) continue;
    const exact = row.cells.some(
      ({ value }) => value.kind === 'text' && (labels(value.text)[0]?.score ?? 0) > 0.6,
    );
    if (!exact) continue;
    const head = bestHead(sheet, at, form, merges);
    if (head === null) continue;
    heads.push(head);
    while ((sheet.rows[at + 1]?.index ?? Infinity) <= head.bottom) at += 1;
  }
  return heads;
}

/** Heads are words. A first head may have a numeral among its columns ("2021"); a row of figures is no head. */
function mayBeHead(row: Row, lenient: boolean): boolean {
  let texts = 0;
  for (const { value } of row.cells) {
    if (value.kind === 'text') {
      if (!lenient && /^[\d\s.,+/-]+$/.test(value.text)) return false;
      texts += 1;
    } else if (!lenient) return false;
  }
  return texts > 0 && texts * 2 > row.cells.length;
}

function mergesByRow(sheet: Sheet): ReadonlyMap<number, readonly Range[]> {
  const rows = new Map<number, Range[]>();
  for (const merge of sheet.merges) {
    const list = rows.get(merge.top) ?? [];
    if (list.length === 0) rows.set(merge.top, list);
    list.push(merge);
  }
  return rows;
}

/** Of the heads of one, two and three lines that begin in a row, the one that says most. */
function bestHead(
  sheet: Sheet,
  at: number,
  form: Form,
  merges: ReadonlyMap<number, readonly Range[]>,
): Head | null {
  const first = sheet.rows[at];
  if (first === undefined) return null;
  let best: Head | null = null;
  const lines: Row[] = [];
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const row = sheet.rows[at + depth];
    if (row === undefined || row.index - first.index >= DEEPEST) break;
    if (depth > 0 && !mayBeHead(row, false)) break;
    lines.push(row);
    const head = readHead(sheet.name, lines, form, merges);
    if (head === null) continue;
    // A further line must tell something: the same said with a line more may have swallowed a row of data.
    const better = head.weight > (best?.weight ?? 0) + (depth > 0 ? 0.05 : 0);
    if (better || (best !== null && isParted(best, row, merges))) best = head;
  }
  return best;
}

/** Whether a head spread over several columns has heads of its own below, so that it names none of them. */
function isParted(head: Head, below: Row, merges: ReadonlyMap<number, readonly Range[]>): boolean {
  return head.fields.some(({ label }) => {
    const cover = coverOf(label.row, label.col, merges);
    if (cover === undefined || cover.bottom >= below.index) return false;
    return below.cells.filter(({ col }) => cover.left <= col && col <= cover.right).length > 1;
  });
}

interface Candidate extends LabelMatch {
  readonly column: number;
  readonly cell: Cell;
  readonly text: string;
}

function readHead(
  sheet: string,
  lines: readonly Row[],
  form: Form,
  merges: ReadonlyMap<number, readonly Range[]>,
): Head | null {
  const candidates = candidatesOf(lines, form, merges);
  const { fields, ambiguous } = assign(sheet, candidates, form);
  if (fields.length + ambiguous.length < Math.min(2, form.fields.length)) return null;
  const weight = fields.reduce((sum, field) => sum + field.score, 0) + ambiguous.length;
  const bottoms = fields.map(({ label }) => coverOf(label.row, label.col, merges)?.bottom ?? label.row);
  const top = lines[0]?.index ?? 0;
  return { top, bottom: Math.max(lines.at(-1)?.index ?? 0, ...bottoms), fields, ambiguous, weight };
}

function coverOf(row: number, col: number, merges: ReadonlyMap<number, readonly Range[]>): Range | undefined {
  return merges.get(row)?.find((merge) => merge.left === col);
}

/** What stands over each column, and which fields it fits. */
function candidatesOf(
  lines: readonly Row[],
  form: Form,
  merges: ReadonlyMap<number, readonly Range[]>,
): readonly Candidate[] {
  const stacks = new Map<number, Cell[]>();
  for (const { cells } of lines) {
    for (const cell of cells) {
      const right = coverOf(cell.row, cell.col, merges)?.right ?? cell.col;
      for (let col = cell.col; col <= Math.min(right, cell.col + 60); col += 1) {
        const stack = stacks.get(col) ?? [];
        if (stack.length === 0) stacks.set(col, stack);
        stack.push(cell);
      }
    }
  }
  const labels = labelsOf(form);
  return [...stacks].flatMap(([column, stack]) => {
    // A cell spread over several columns, with nothing of its own below, is a head of its first column alone.
    const own = stack.some((cell) => cell.col === column);
    if (!own) return [];
    return readings(stack).flatMap(({ cell, text }) =>
      labels(text).map((match) => ({ ...match, column, cell, text })),
    );
  });
}

/** The lines of a head together, without the upper ones, and each upper one alone. */
function readings(stack: readonly Cell[]): readonly { cell: Cell; text: string }[] {
  const texts = stack.flatMap((cell) =>
    cell.value.kind === 'text' ? [{ cell, text: cell.value.text }] : [],
  );
  const joined = texts.map((_, n) => {
    const rest = texts.slice(n);
    return { cell: rest.at(-1)?.cell, text: rest.map(({ text }) => text).join(' ') };
  });
  const seen = new Set<string>();
  return [...joined, ...texts.slice(0, -1)].flatMap(({ cell, text }) => {
    if (cell === undefined || seen.has(text)) return [];
    seen.add(text);
    return [{ cell, text }];
  });
}

/** Columns to fields, best fits first. Two columns that fit a needed field alike leave it ambiguous. */
function assign(
  sheet: string,
  candidates: readonly Candidate[],
  form: Form,
): Pick<Head, 'fields' | 'ambiguous'> {
  const needed = figureFields(form);
  const order = [...candidates].sort((a, b) => b.score - a.score || a.column - b.column);
  const fields: FieldPlacement[] = [];
  const ambiguous: Head['ambiguous'][number][] = [];
  const taken = new Set<number>();
  const done = new Set<string>();
  for (const { field, column, cell, text, score, because } of order) {
    if (done.has(field) || taken.has(column)) continue;
    const rivals = order.filter(
      (other) =>
        other.field === field &&
        other.column !== column &&
        !taken.has(other.column) &&
        score - other.score < TIE,
    );
    const torn = order.some(
      (other) =>
        other.column === column &&
        other.field !== field &&
        !done.has(other.field) &&
        score - other.score < TIE,
    );
    const ref = (of: Cell): CellRef => ({ sheet, row: of.row, col: of.col });
    if (needed.has(field) && (torn || rivals.some((rival) => !claimedElsewhere(rival, order)))) {
      const cells = [cell, ...rivals.map((rival) => rival.cell)];
      ambiguous.push({ field, cells: cells.map(ref) });
    } else {
      fields.push({ field, label: ref(cell), text, column, score, because });
      taken.add(column);
    }
    done.add(field);
  }
  fields.sort((a, b) => (a.column ?? 0) - (b.column ?? 0));
  return { fields, ambiguous };
}

/** Whether the column of a candidate fits another field decidedly better. */
function claimedElsewhere(candidate: Candidate, all: readonly Candidate[]): boolean {
  return all.some(
    (other) =>
      other.column === candidate.column &&
      other.field !== candidate.field &&
      other.score - candidate.score >= TIE,
  );
}

/** How much of the form the fields found make up, 0 to 1: needed fields count double, a running number half. */
export function shareOf(form: Form, scores: ReadonlyMap<string, number>): number {
  const weigh = (field: Field): number => (field.required ? 2 : field.type === 'ordinal' ? 0.5 : 1);
  let all = 0;
  let found = 0;
  for (const field of form.fields) {
    all += weigh(field);
    found += weigh(field) * (scores.get(field.id) ?? 0);
  }
  return all === 0 ? 0 : found / all;
}

/** Whether two heads put the same fields over the same columns. */
export function sameColumns(a: Head, b: Head): boolean {
  const key = (head: Head): string => head.fields.map(({ field, column }) => `${field}@${column}`).join();
  return key(a) === key(b);
}

/** For messages: the A1 addresses of cells. */
export function addresses(cells: readonly CellRef[]): readonly string[] {
  return [...new Set(cells.map(({ row, col }) => address(row, col)))];
}
