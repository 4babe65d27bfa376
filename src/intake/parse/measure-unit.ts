import { type Finding, finding } from '../../model/finding.ts';
import { countingField, type Field } from '../../model/form.ts';
import { address, type Cell, type Sheet } from '../../model/grid.ts';
import type { FieldPlacement, Placement } from '../../model/report.ts';
import { bare } from '../../text/fold.ts';
import { type MeasureUnit, measureUnitIn, readMeasureUnit } from '../../text/measure-unit.ts';
import { rowsBetween } from '../recognise/row-at.ts';

/** What the numbers of a column count, and the cell that says so. */
export interface ColumnUnit extends MeasureUnit {
  readonly cell: Cell;
}

/** Over the table a unit stands within so many rows. */
const ABOVE = 4;
/** Below the head it stands in the first row, on a line of its own. */
const BELOW = 1;
/** In a text file numbers are text: a row with one is data. */
const NUMERAL = /^[\s\d.,]+$/;
const HEAD = /^(dvt|don vi tinh)\.?$/;
const LABELLED = /^\(?(dvt|don vi tinh|don vi\s*:|tinh (bang|theo))|^\(.*\)$/;

/**
 * The unit of measure of a column: in its own head, on a line right under the head, in a column "ĐVT" where all rows say the
 * same, or on a line over the table. Null where none is told: persons.
 */
export function columnUnit(sheet: Sheet, placement: Placement, column: number): ColumnUnit | null {
  const { top, bottom } = placement.head ?? { top: 0, bottom: 0 };
  const own = placement.fields.find((each) => each.column === column);
  const heads = [...rowsBetween(sheet, top, bottom)].flatMap(({ cells }) => cells);
  const over = heads.filter((cell) => cell.col === column || cell === labelCell(heads, own?.label));
  const below = [...rowsBetween(sheet, bottom + 1, bottom + BELOW)].flatMap(({ cells }) =>
    cells.every(({ value }) => value.kind === 'text' && !NUMERAL.test(value.text))
      ? cells.filter(({ col }) => col === column)
      : [],
  );
  return (
    first(over, measureUnitIn) ??
    first(below, readMeasureUnit) ??
    unitColumn(sheet, placement, heads) ??
    first(linesOver(sheet, top), readMeasureUnit)
  );
}

/** The unit of a labelled line: in its label, or on a line over the form. */
export function lineUnit(sheet: Sheet, placement: Placement, { label }: FieldPlacement): ColumnUnit | null {
  const row = [...rowsBetween(sheet, label.row, label.row)].flatMap(({ cells }) => cells);
  const top = Math.min(...placement.fields.map((each) => each.label.row));
  const own = row.filter(({ col }) => col === label.col);
  return (
    first(own, (text) => measureUnitIn(text.replace(/[:：].*/su, ''))) ??
    first(linesOver(sheet, top), readMeasureUnit)
  );
}

function labelCell(heads: readonly Cell[], at: { row: number; col: number } | undefined): Cell | undefined {
  return heads.find(({ row, col }) => row === at?.row && col === at.col);
}

function first(cells: readonly Cell[], read: (text: string) => MeasureUnit | null): ColumnUnit | null {
  for (const cell of cells) {
    for (const line of cell.value.kind === 'text' ? [cell.value.text, ...cell.value.text.split('\n')] : []) {
      const unit = read(line.trim());
      if (unit !== null) return { ...unit, cell };
    }
  }
  return null;
}

function linesOver(sheet: Sheet, top: number): readonly Cell[] {
  return [...rowsBetween(sheet, top - ABOVE, top - 1)].flatMap(({ cells }) =>
    cells.filter(({ value }) => value.kind === 'text' && LABELLED.test(bare(value.text).trim())),
  );
}

function unitColumn(sheet: Sheet, placement: Placement, heads: readonly Cell[]): ColumnUnit | null {
  const head = heads.find(({ value }) => value.kind === 'text' && HEAD.test(bare(value.text)));
  if (head === undefined) return null;
  const from = (placement.head?.bottom ?? 0) + 1;
  const units = [...rowsBetween(sheet, from, placement.area.bottom)].flatMap(({ cells }) =>
    cells.flatMap((cell) => {
      const unit =
        cell.col === head.col && cell.value.kind === 'text' ? readMeasureUnit(cell.value.text) : null;
      return unit === null ? [] : [{ ...unit, cell }];
    }),
  );
  const odd = units.find(({ scale, thing }) => scale !== units[0]?.scale || thing === 'other');
  return odd === undefined ? (units[0] ?? null) : { ...odd, thing: 'other' };
}

/** What is said of a unit: a scale that was applied, or another thing than the field counts. */
export function unitFinding(placement: Placement, field: Field, unit: ColumnUnit | null): Finding | null {
  if (unit === null) return null;
  const { row, col } = unit.cell;
  const at = { sheet: placement.sheet, cell: address(row, col), row, col };
  const facts = { field: field.label.vi, unit: unit.word };
  if (unit.thing === 'persons') {
    return unit.scale === 1 ? null : finding('report/scaled', at, { ...facts, scale: unit.scale });
  }
  const counted = bare(unit.word);
  const persons =
    field.id === countingField(placement.form) || /\b(nguoi|can bo|khau|dan)\b/.test(bare(field.label.vi));
  if (!/%|phan tram|t[yi] le/.test(counted) && !persons) return null;
  const labels = [field.label.vi, ...field.synonyms, ...field.fallbacks];
  const own = labels.some((label) => ` ${bare(label)} `.includes(` ${counted} `));
  return own ? null : finding('report/other-unit', at, facts);
}
