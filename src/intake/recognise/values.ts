import type { Field } from '../../model/form.ts';
import type { Cell, Row, Sheet } from '../../model/grid.ts';
import { bare } from '../../text/fold.ts';
import { readCount } from '../../text/number.ts';
import type { LabelMatch } from './labels.ts';
import { isPlaceholder } from './landmarks.ts';
import { rowAt } from './row-at.ts';
import { underOwnHeads } from './value-heads.ts';

/** Where the value of a labelled line stands; several `rivals` when that cannot be told. */
interface ValueBeside {
  readonly cell: Cell | null;
  readonly rivals: readonly Cell[];
}

/** Right of its label, over blank and merged cells; else below it. A value in the cell of the label goes before both. */
export function valueBeside(
  sheet: Sheet,
  line: LabelledLine,
  labels: ReadonlySet<Cell>,
  field: Field,
): ValueBeside {
  if (line.inline !== null) return { cell: line.cell, rivals: [] };
  const right = valueRight(sheet, rowAt(sheet, line.row), line.cell, labels, field);
  if (right.cell !== null || right.rivals.length > 0) return right;
  return field.type === 'picture' ? { cell: null, rivals: [] } : valueBelow(sheet, line.cell, labels, field);
}

const UNITS = /^\(?(nguoi|can bo|dong chi|d\/c|cai|chiec|may|dvt|don vi tinh)\)?\.?$/;

/** "người", "(cán bộ)": what is counted, where the number is to stand. */
export function isUnitWord(text: string): boolean {
  return UNITS.test(bare(text));
}

function valueRight(
  sheet: Sheet,
  row: Row | undefined,
  label: Cell,
  labels: ReadonlySet<Cell>,
  field: Field,
): ValueBeside {
  const found: Cell[] = [];
  for (const cell of row?.cells ?? []) {
    if (cell.col <= label.col) continue;
    if (labels.has(cell)) break;
    if (isNothing(cell)) continue;
    const number = field.type === 'count' && isFigure(cell);
    if (field.type !== 'count') return { cell, rivals: [] };
    if (number) found.push(cell);
    else if (found.length > 0) break;
    else if (!(cell.value.kind === 'text' && isUnitWord(cell.value.text))) return { cell, rivals: [] };
  }
  const own = underOwnHeads(sheet, found);
  return found.length > 0 && own.length === 0 ? { cell: null, rivals: found } : choose(own);
}

function valueBelow(sheet: Sheet, label: Cell, labels: ReadonlySet<Cell>, field: Field): ValueBeside {
  const merge = sheet.merges.find((each) => each.top === label.row && each.left === label.col);
  const bottom = merge?.bottom ?? label.row;
  const below = [1, 2].map((step) =>
    rowAt(sheet, bottom + step)?.cells.find((cell) => cell.col === label.col && !isNothing(cell)),
  );
  const [first, second] = below;
  if (first === undefined || labels.has(first)) return { cell: null, rivals: [] };
  if (field.type !== 'count') {
    // Prose under a label may be anything; only a label at the head of a column says that its value is below.
    const beside = rowAt(sheet, label.row)?.cells.some((cell) => cell !== label && labels.has(cell));
    return { cell: beside === true ? first : null, rivals: [] };
  }
  if (!isFigure(first)) return { cell: null, rivals: [] };
  // Figures under each other are a table of several offices.
  return second !== undefined && isFigure(second) ? { cell: null, rivals: [first, second] } : choose([first]);
}

function choose(found: readonly Cell[]): ValueBeside {
  const [first] = found;
  if (first === undefined) return { cell: null, rivals: [] };
  const same = found.every((cell) => cell.shown === first.shown);
  return same ? { cell: first, rivals: [] } : { cell: null, rivals: found };
}

/** Whether a cell holds a number of persons, or what was to be one. */
function isFigure(cell: Cell): boolean {
  if (cell.value.kind === 'date' || cell.value.kind === 'boolean') return false;
  const reading = readCount(cell.value);
  return (
    reading.kind !== 'fault' || (reading.code !== 'value/not-a-number' && reading.code !== 'value/percentage')
  );
}

function isNothing(cell: Cell): boolean {
  return cell.value.kind === 'text' && isPlaceholder(cell.value.text);
}
/** A label where it stands, with what follows it in its own cell. */
export interface LabelledLine {
  readonly cell: Cell;
  readonly row: number;
  readonly text: string;
  readonly inline: string | null;
  readonly matches: readonly LabelMatch[];
}
