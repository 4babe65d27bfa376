import { address } from '../model/grid.ts';
import type { LevelEntry, LevelForm, LevelLine, LevelObligation, LevelUnit } from '../model/level.ts';
import type { ScopeSummary, UnitLine } from '../model/summary.ts';
import type { ContentScope, ContentUnit, SummaryContent } from '../model/summary-content.ts';
import type { BaseId, UnitBases } from '../model/units.ts';
import { fold } from '../text/fold.ts';
import { rowsByCode } from './compare.ts';
import type { Embedded } from './embedded.ts';
import type { VisibleRow, VisibleTable } from './visible.ts';
import type { VisibleCounts } from './visible-counts.ts';
import type { ShownReceipt, ShownReceipts } from './visible-receipts.ts';

/** The units of a summary's hidden data, each with the cells of its figures in the visible table. */
export function contentOfEmbedded(
  { summary, level }: Embedded,
  tables: readonly VisibleTable[],
): SummaryContent {
  const scopes = summary.scopes.map((scope): ContentScope => {
    const below = level?.scopes.find(({ id }) => id === scope.id);
    const table = tables.find(({ form }) => form.id === scope.form);
    const rows = table === undefined ? new Map() : rowsByCode(scope.units, table).rows;
    const units = below?.units ?? scope.units.map((unit) => plainUnit(unit));
    return {
      id: scope.id,
      form: below?.form ?? plainForm(scope),
      full: below !== undefined,
      units: units.map((unit) => ({ ...unit, places: placesOf(rows.get(unit.code), table) })),
    };
  });
  return {
    from: 'embedded',
    authority: summary.campaign.authority,
    campaign: summary.campaign.name,
    date: summary.date,
    asOf: summary.asOf,
    scopes,
  };
}

function placesOf(row: VisibleRow | undefined, table: VisibleTable | undefined): ContentUnit['places'] {
  if (row === undefined || table === undefined) return {};
  return Object.fromEntries(
    table.form.measures.flatMap(({ id }) => {
      const cell = row.cells.get(id);
      return cell === undefined
        ? []
        : [[id, { sheet: table.sheet.name, cell: address(cell.row, cell.col) }] as const];
    }),
  );
}

/** A unit of a summary that carries its figures alone: what stands there is believed as it stands. */
function plainUnit(unit: UnitLine): LevelUnit {
  const { code, name, status, minutesLate, receivedAt, figures } = unit;
  const byDate = new Map<string, { [measure: string]: { value: number } }>();
  for (const [measure, { value, date }] of Object.entries(figures)) {
    byDate.set(date, { ...byDate.get(date), [measure]: { value } });
  }
  const entries = [...byDate].map(([date, own]): LevelEntry => {
    const isCarried = Object.values(figures).some((figure) => figure.date === date && figure.carried);
    return plainEntry(date, own, isCarried ? null : receivedAt);
  });
  const owes: LevelObligation =
    status === 'exempt'
      ? { kind: 'exempt' }
      : status === 'not-required'
        ? { kind: 'not-required', because: 'period' }
        : { kind: 'stated', status, minutesLate };
  return { code, once: false, lines: [plainLine(name, basesOf(unit))], owes, entries };
}

function basesOf({ coverages }: UnitLine): UnitBases {
  const base = (id: BaseId) => coverages.find(({ of }) => of === id)?.denominator ?? null;
  return {
    smartphone_users: base('smartphone_users'),
    population: base('population'),
    adults: base('adults'),
  };
}

function plainLine(name: string, bases: UnitBases): LevelLine {
  return { name, kind: '', parent: null, bases, validFrom: null, validTo: null };
}

/** `day` is empty where the summary does not say: then it is the summary's own. */
function plainEntry(day: string, figures: LevelEntry['figures'], at: string | null): LevelEntry {
  return { day, date: day, at, evidence: 'received.csv', version: 1, counts: true, sha256: '', figures };
}

function plainForm({ id, form, total, units }: ScopeSummary): LevelForm {
  const ids = new Set([total, ...units].flatMap(({ figures }) => Object.keys(figures)));
  return {
    id: form,
    version: 1,
    scope: id,
    name: { vi: form, en: form },
    sheetTitle: { vi: id, en: id },
    measures: [...ids].map((measure) => ({
      id: measure,
      label: { vi: measure, en: measure },
      from: { kind: 'rows' },
      cumulative: true,
      within: null,
    })),
    defaultBase: null,
  };
}

/** The units of tables without hidden data: names, bases, figures, and who sent when if a sheet of receipts shows it. */
export function contentOfTables(
  tables: readonly (readonly [VisibleTable, VisibleCounts])[],
  receipts: ShownReceipts,
): SummaryContent {
  const scopes = tables.map(([table, counts]): ContentScope => {
    const { id, version, scope, name, sheetTitle, measures, defaultBase } = table.form;
    return {
      id: scope,
      form: { id, version, scope, name, sheetTitle, measures, defaultBase },
      full: false,
      units: table.units.map((row, n) => {
        const count = (column: string) => counts.counts.get(column)?.[n] ?? null;
        return shownUnit(row, table, count, receipts.get(id)?.get(fold(row.name)));
      }),
    };
  });
  return { from: 'visible', authority: '', campaign: '', date: null, asOf: null, scopes };
}

function shownUnit(
  row: VisibleRow,
  table: VisibleTable,
  count: (column: string) => number | null,
  receipt: ShownReceipt | undefined,
): ContentUnit {
  const figures = Object.fromEntries(
    table.form.measures.flatMap(({ id }) => {
      const value = count(id);
      return value === null ? [] : [[id, { value }] as const];
    }),
  );
  const has = Object.keys(figures).length > 0;
  const bases = {
    smartphone_users: count('smartphone_users'),
    population: count('population'),
    adults: count('adults'),
  };
  return {
    code: '',
    once: false,
    lines: [plainLine(row.name, bases)],
    owes: {
      kind: 'stated',
      status: receipt?.status ?? (has ? 'on-time' : 'awaited'),
      minutesLate: receipt === undefined ? (has ? 0 : null) : receipt.minutesLate,
    },
    entries: has ? [plainEntry('', figures, receipt?.at ?? null)] : [],
    places: placesOf(row, table),
  };
}
