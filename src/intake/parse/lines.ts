import type { Finding } from '../../model/finding.ts';
import { address, type Cell, type Sheet } from '../../model/grid.ts';
import type { FieldPlacement, FieldReading, Placement, ReportFigure } from '../../model/report.ts';
import { rowAt } from '../recognise/row-at.ts';
import { readPlain } from './cells.ts';
import { readCountColumn } from './columns.ts';
import { withoutDateFormat } from './dated-number.ts';
import { hiddenParts } from './hidden.ts';
import { lineUnit, unitFinding } from './measure-unit.ts';

/** The values of a form of labelled lines. */
interface LineValues {
  readonly fields: ReadonlyMap<string, FieldReading>;
  readonly figures: ReadonlyMap<string, ReportFigure>;
  readonly findings: readonly Finding[];
}

/** Reads the value beside each label. A field that is not placed is not among the readings. */
export function readLines(sheet: Sheet, placement: Placement, from: string | null): LineValues {
  const fields = new Map<string, FieldReading>();
  const findings: Finding[] = [];
  for (const field of placement.form.fields) {
    const placed = placement.fields.find((each) => each.field === field.id);
    if (placed === undefined) continue;
    const cell = cellOf(sheet, placed);
    if (field.type !== 'count') {
      fields.set(field.id, readPlain(field, cell, placed.label));
      continue;
    }
    const unit = lineUnit(sheet, placement, placed);
    const [read] = readCountColumn(placement, field, [cell && withoutDateFormat(cell, from)], unit?.scale);
    if (read === undefined) continue;
    const odd = unitFinding(placement, field, unit);
    if (odd !== null) findings.push(odd);
    fields.set(field.id, read.reading.at === null ? { state: 'blank', at: placed.label } : read.reading);
    if (read.finding !== null) findings.push(read.finding);
  }
  return {
    fields,
    figures: figuresOf(placement, fields),
    findings: [...findings, ...hiddenParts(sheet, placement, [])],
  };
}

/** The cell of the value; where it shares the cell of its label, the part of the text that is the value. */
function cellOf(sheet: Sheet, { value, inline }: FieldPlacement): Cell | null {
  if (value === undefined) return null;
  const cell = rowAt(sheet, value.row)?.cells.find(({ col }) => col === value.col) ?? null;
  if (cell === null || inline === undefined) return cell;
  return { ...cell, value: { kind: 'text', text: inline }, shown: inline };
}

function figuresOf(
  placement: Placement,
  fields: ReadonlyMap<string, FieldReading>,
): ReadonlyMap<string, ReportFigure> {
  const figures = new Map<string, ReportFigure>();
  for (const { id, from } of placement.form.measures) {
    if (from.kind !== 'field') continue;
    const reading = fields.get(from.field);
    if (reading?.state !== 'value' || typeof reading.value !== 'number') continue;
    const { row, col } = reading.at;
    figures.set(id, {
      value: reading.value,
      sheet: placement.sheet,
      cells: address(row, col),
      counting: null,
    });
  }
  return figures;
}
