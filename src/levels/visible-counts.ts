import { readCountColumn } from '../intake/parse/columns.ts';
import { placeOf } from '../intake/parse/place.ts';
import { type Finding, finding } from '../model/finding.ts';
import type { FieldReading, Placement } from '../model/report.ts';
import { BASE_IDS } from '../model/units.ts';
import type { VisibleTable } from './visible.ts';

/** The numbers of a summary table without hidden data, and what is wrong with them. */
export interface VisibleCounts {
  /** By measure or base: one a unit, in the order of the rows; null for a blank. */
  readonly counts: ReadonlyMap<string, readonly (number | null)[]>;
  /** The total that the table shows, by measure. */
  readonly totals: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
}

/** The placement of the table, for what reads the page around it. */
export function placementOf({ shown, sheet, head }: VisibleTable): Placement {
  return {
    form: shown,
    sheet: sheet.name,
    head: { top: head.top, bottom: head.bottom },
    area: { top: 0, bottom: sheet.rows.at(-1)?.index ?? 0 },
    fields: head.fields,
    score: 1,
    title: null,
  };
}

/** Reads the columns of persons: as strictly as a unit's own report where a figure comes from them. */
export function countsOf(table: VisibleTable): VisibleCounts {
  const placement = placementOf(table);
  const counts = new Map<string, readonly (number | null)[]>();
  const totals = new Map<string, number>();
  const findings: Finding[] = [];
  for (const field of table.shown.fields) {
    const isMeasure = table.form.measures.some(({ id }) => id === field.id);
    if (!table.columns.has(field.id) || !(isMeasure || (BASE_IDS as readonly string[]).includes(field.id))) {
      continue;
    }
    const total = table.total?.cells.get(field.id) ?? null;
    const rows = table.units.map(({ cells }) => cells.get(field.id) ?? null);
    const read = readCountColumn(placement, field, [...rows, total]);
    const units = read.slice(0, -1);
    const values = units.map(({ reading }) => numberOf(reading));
    counts.set(field.id, values);
    if (!isMeasure) continue;
    findings.push(...units.flatMap((cell) => cell.finding ?? []));
    const stated = numberOf(read.at(-1)?.reading);
    if (stated === null) continue;
    totals.set(field.id, stated);
    const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0);
    const whole = units.every(({ reading }) => reading.state !== 'unreadable');
    if (whole && sum !== stated) {
      const facts = { field: field.label.vi, stated, sum };
      findings.push(finding('report/total-not-sum', placeOf(placement, field.id, total), facts));
    }
  }
  return { counts, totals, findings };
}

function numberOf(reading: FieldReading | undefined): number | null {
  return reading?.state === 'value' && typeof reading.value === 'number' ? reading.value : null;
}
