import { EMBEDDED_SHEET } from '../model/embedded-sheet.ts';
import { type Finding, finding, type Place } from '../model/finding.ts';
import { address } from '../model/grid.ts';
import type { ScopeSummary } from '../model/summary.ts';
import type { Embedded } from './embedded.ts';
import type { VisibleTable } from './visible.ts';

/**
 * Totals that are not the sum of their rows, in the hidden data of a summary or in a table that shows them (contract section
 * 3, "A summary from below"): as strict as a unit's own table. A formula whose result nobody stored says nothing.
 */
export function sumFindings({ summary, cell }: Embedded, tables: readonly VisibleTable[]): Finding[] {
  return summary.scopes.flatMap((scope) => {
    const table = tables.find(({ form }) => form.id === scope.form);
    return Object.entries(sumsOf(scope)).flatMap(([measure, sum]) => {
      const stated = scope.total.figures[measure]?.value ?? null;
      if (stated === sum) return [];
      const facts = { field: labelOf(measure, table), stated: stated ?? 0, sum };
      return finding('report/total-not-sum', placeOf(measure, table, cell), facts);
    });
  });
}

/** By measure, what the rows give together; 0 for one that only the total has. */
function sumsOf({ units, total }: ScopeSummary): { readonly [measure: string]: number } {
  const sums: { [measure: string]: number } = {};
  for (const measure of Object.keys(total.figures)) sums[measure] = 0;
  for (const { figures } of units) {
    for (const [measure, { value }] of Object.entries(figures)) sums[measure] = (sums[measure] ?? 0) + value;
  }
  return sums;
}

/** The measure as the form words it; another office's form is known by its id alone. */
function labelOf(measure: string, table: VisibleTable | undefined): string {
  return table?.form.measures.find(({ id }) => id === measure)?.label.vi ?? measure;
}

function placeOf(measure: string, table: VisibleTable | undefined, data: string): Place {
  const cell = table?.total?.cells.get(measure);
  if (table === undefined || cell === undefined) return { sheet: EMBEDDED_SHEET, cell: data, row: 2, col: 0 };
  const { row, col } = cell;
  return { sheet: table.sheet.name, cell: address(row, col), row, col };
}
