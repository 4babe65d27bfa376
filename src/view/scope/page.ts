import type { ScopeSummary } from '../../model/summary.ts';
import { headline } from '../headline.ts';
import type { ViewInput } from '../input.ts';
import { addressBlock, letterhead, refersAbove, signature, titleBlocks } from '../letterhead.ts';
import type { Block, Page } from '../page.ts';
import { cell, type Row, type Table } from '../table.ts';
import { byOffice } from './blocks.ts';
import { column, scopeColumns } from './columns.ts';
import { coverageOf, labelOf, layoutOf, pairId, type ScopeLayout } from './layout.ts';
import { scopeRows } from './rows.ts';
import { targetsTable } from './targets.ts';
import { totalRows } from './totals.ts';

/** The signed sheet of one scope (`Tổng hợp`, `Cơ quan`, or another form's own). */
export function scopePage(input: ViewInput, scope: ScopeSummary, name: string): Page {
  const words = input.words.view.text;
  const layout = layoutOf(input, scope);
  const { units, targets } = scopeTables(input, layout);
  const rates = otherRates(input, layout);
  const address = refersAbove(input) ? addressBlock(input) : null;
  return {
    id: scope.id,
    name,
    blocks: [
      letterhead(input),
      ...titleBlocks(input, layout.form?.name[input.words.language] ?? null, scope),
      ...(address === null ? [] : [address]),
      { kind: 'text', style: 'lead', text: headline(input, layout).join(' ') },
      ...correctionNotes(input, scope).map((text): Block => ({ kind: 'text', style: 'lead', text })),
      { kind: 'table', table: units, main: true },
      ...remarks(input, layout, units).map((text): Block => ({ kind: 'text', style: 'small', text })),
      ...(targets === null ? [] : under(words.targets, targets)),
      ...(rates === null ? [] : under(words.otherRates, rates)),
      signature(input, address !== null),
    ],
  };
}

/** What a supplement corrects: the old figure, the new one, the reason as far as it is recorded. */
export function correctionNotes(input: ViewInput, scope: ScopeSummary): readonly string[] {
  if (input.supplement === null) return [];
  const { correction } = input.words.view.text;
  const form = input.folder.forms.get(scope.form) ?? null;
  return input.corrections
    .filter((each) => each.scope === scope.id)
    .map(({ name, measure, from, to, reason }) =>
      correction({ name, measure: labelOf(input, form, measure), from, to, reason }),
    );
}

/** The tables of a scope: its units with their total, and its targets. */
export function scopeTables(
  input: ViewInput,
  layout: ScopeLayout,
): { readonly units: Table; readonly targets: Table | null } {
  const items = scopeRows(input, layout);
  const totals = totalRows(input, layout, items);
  const columns = scopeColumns(input, layout);
  return {
    units: { id: 'units', columns, rows: [...byOffice(input, layout, items), ...totals.rows] },
    targets: targetsTable(input, layout, totals.rowOf, columns.length - 1),
  };
}

function under(heading: string, table: Table): readonly Block[] {
  return [
    { kind: 'text', style: 'heading', text: heading },
    { kind: 'table', table, main: false },
  ];
}

/** Rates of the total over bases that no target names. */
function otherRates(input: ViewInput, layout: ScopeLayout): Table | null {
  const words = input.words.view.column;
  const shown = new Set(layout.pairs.map((pair) => pair.id));
  const rows = layout.scope.total.coverages.flatMap((coverage): readonly Row[] => {
    const { measure, of, numerator, denominator, percent } = coverage;
    if (shown.has(pairId(measure, of)) || numerator === null || denominator === null || percent === null) {
      return [];
    }
    return [
      {
        role: 'item',
        cells: {
          base: cell(labelOf(input, layout.form, of)),
          denominator: cell(denominator),
          achieved: cell(numerator),
          rate: {
            value: { numerator, denominator, percent },
            formula: { kind: 'ratio', numerator: 'achieved', denominator: 'denominator' },
          },
        },
      },
    ];
  });
  if (rows.length === 0) return null;
  return {
    id: 'rates',
    columns: [
      column('base', 'text', words.target, { width: 30, grow: true }),
      column('denominator', 'count', words.denominator, { width: 12 }),
      column('achieved', 'count', words.achieved, { width: 12 }),
      column('rate', 'percent', words.rate, { width: 10 }),
    ],
    rows,
  };
}

/** What the reader of a print must know: what the fills mean, whose base it is. Only what the table uses. */
function remarks(input: ViewInput, layout: ScopeLayout, units: Table): readonly string[] {
  const { text } = input.words.view;
  const tones = new Set(
    units.rows.flatMap((row) => ('cells' in row ? Object.values(row.cells).map(({ tone }) => tone) : [])),
  );
  const marks = [
    ...(tones.has('reached') ? [text.legend.reached] : []),
    ...(tones.has('near') ? [text.legend.near] : []),
    ...(tones.has('far') ? [text.legend.far] : []),
    ...(tones.has('carried') ? [text.legend.carried] : []),
  ];
  const office = officeBase(input, layout);
  return [
    ...(marks.length === 0 ? [] : [marks.join(' ')]),
    ...(office === null ? [] : [text.officeBase(office.value, office.date, office.source)]),
  ];
}

/** The office's own base, where the total is taken over it. */
function officeBase(input: ViewInput, layout: ScopeLayout) {
  const { bases } = input.folder.campaign;
  const pair = layout.pairs[0];
  if (bases === null || pair === undefined) return null;
  const value = (bases as { readonly [of: string]: number | string | null | undefined })[pair.of];
  const used = coverageOf(layout.scope.total, pair)?.denominator;
  const own = layout.scope.units.some((unit) => (coverageOf(unit, pair)?.denominator ?? null) !== null);
  if (typeof value !== 'number' || used !== value || own) return null;
  return { value, date: bases.date, source: bases.source };
}
