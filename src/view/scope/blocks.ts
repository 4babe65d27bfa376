import { ranks } from '../../day/targets.ts';
import { groupedBy } from '../../model/grouped.ts';
import { percent, type Ratio, ratioOf } from '../../model/ratio.ts';
import { lineNear } from '../../model/roster-lines.ts';
import type { Attempt, SenderLine, UnitLine } from '../../model/summary.ts';
import { isDue, isOpen, type Sender, unusableOf } from '../claim.ts';
import type { ViewInput } from '../input.ts';
import { lookupOf } from '../lookup.ts';
import { sendersOf } from '../senders.ts';
import { cell, type Row } from '../table.ts';
import { coverageOf, labelOf, type ScopeLayout } from './layout.ts';
import { rowId } from './rows.ts';

/** What one office that sends summaries gives to a scope, summed over its units on the page. */
interface OfficeSum {
  /** Null for units that send their own files. */
  readonly office: Sender | null;
  readonly units: readonly UnitLine[];
  /** Units with a figure of the scope's main measure. */
  readonly reported: number;
  /** Σ of the main measure; null where no unit has it. */
  readonly value: number | null;
  /** Over the units that gave both, with its percent; null where none did. */
  readonly rate: (Ratio & { readonly percent: number }) | null;
}

/** With its place among the others. */
export interface OfficeBlock extends OfficeSum {
  /** Place among the offices by exact ratio, equals sharing the better one; null without a ratio, and above its base. */
  readonly rank: number | null;
  /** How many offices have a place. */
  readonly ranked: number;
}

/**
 * The units of a scope by the office that sends their summary (contract section 4): first the offices of which nothing is
 * there, then the others, in roster order; last the units that send themselves. Null where no office sends summaries.
 */
export function blocksOf(
  input: ViewInput,
  layout: ScopeLayout,
  units: readonly UnitLine[],
): readonly OfficeBlock[] | null {
  const senders = sendersOf(input).filter(isDue);
  if (senders.length === 0) return null;
  const officeOf = officeFinder(input, layout, senders);
  const own = groupedBy(units, ({ code }) => officeOf(code) ?? DIRECT);
  const sums = senders.map((sender) =>
    summed(layout, { ...sender, attempt: unusableOf(input, sender.code) }, own.get(sender.code) ?? []),
  );
  const places = ranks(sums.map(({ rate }) => (rate === null || rate.num > rate.den ? null : rate)));
  const ranked = places.filter((place) => place !== null).length;
  const blocks = sums.map((sum, n): OfficeBlock => ({ ...sum, rank: places[n] ?? null, ranked }));
  const direct = own.get(DIRECT) ?? [];
  return [
    ...blocks.filter((block) => block.units.length === 0),
    ...blocks.filter((block) => block.units.length > 0),
    ...(direct.length === 0 ? [] : [{ ...summed(layout, null, direct), rank: null, ranked }]),
  ];
}

/** No code of a unit is empty. */
const DIRECT = '';

/** Most offices of which nothing is there that have a line each; the sentence over the table says how many more. */
const MOST_SILENT = 12;

/** The rows of a table by office: a line of its own over each office's units, with their sum. */
export function byOffice(input: ViewInput, layout: ScopeLayout, rows: readonly Row[]): readonly Row[] {
  const byCode = new Map(rows.flatMap((row) => ('cells' in row ? [[row.id ?? '', row] as const] : [])));
  const units = layout.scope.units.filter(({ code }) => byCode.has(rowId(code)));
  const blocks = blocksOf(input, layout, units);
  if (blocks === null) return rows;
  const empty = blocks.filter((block) => block.units.length === 0).length;
  let ordinal = 0;
  return blocks.flatMap((block): readonly Row[] => {
    if (block.units.length === 0 && empty > MOST_SILENT) return [];
    const items = block.units.flatMap(({ code }) => {
      const row = byCode.get(rowId(code));
      if (row === undefined || !('cells' in row)) return [];
      ordinal += 1;
      return [{ ...row, cells: { ...row.cells, ordinal: cell(ordinal) } }];
    });
    return [{ role: 'section', text: blockText(input, layout, block) }, ...items];
  });
}

function blockText(input: ViewInput, layout: ScopeLayout, block: OfficeBlock): string {
  const { office, units, reported, value, rate, rank, ranked } = block;
  return input.words.view.headline.block({
    name: office?.name ?? null,
    units: units.length,
    reported,
    value,
    people: input.words.view.people[layout.main] ?? null,
    label: labelOf(input, layout.form, layout.main),
    rate,
    rank,
    ranked,
    open: openOf(office),
  });
}

function openOf(office: Sender | null): 'missing' | 'awaited' | Attempt['outcome'] | null {
  if (office === null || !isOpen(office)) return null;
  return office.attempt?.outcome ?? (office.status === 'missing' ? 'missing' : 'awaited');
}

/**
 * By a unit's code: the office above it in the roster, whoever else speaks of it; of a unit that the roster does not know the
 * office whose summary tells of it.
 */
function officeFinder(
  input: ViewInput,
  { scope }: ScopeLayout,
  senders: readonly SenderLine[],
): (code: string) => string | null {
  const offices = new Set(senders.map(({ code }) => code));
  const told = new Map<string, string>();
  for (const { unit, outcome, summary } of input.settled) {
    if (summary === undefined || unit === null || !outcome.startsWith('accepted')) continue;
    for (const { id, units } of summary.scopes)
      if (id === scope.id) for (const { code } of units) told.set(code, unit);
  }
  const { lines } = lookupOf(input);
  const learnt = new Map(input.learnt.roster.units.map(({ code, parent }) => [code, parent]));
  const { date } = input.summary;
  return (code) =>
    officeAbove(code, offices, (each) => lineNear(lines, each, date)?.parent ?? null) ??
    told.get(code) ??
    officeAbove(code, offices, (each) => learnt.get(each) ?? null);
}

function officeAbove(
  code: string,
  offices: ReadonlySet<string>,
  parentOf: (code: string) => string | null,
): string | null {
  const seen = new Set<string>();
  for (let each = parentOf(code); each !== null && !seen.has(each); each = parentOf(each)) {
    if (offices.has(each)) return each;
    seen.add(each);
  }
  return null;
}

function summed(layout: ScopeLayout, office: Sender | null, units: readonly UnitLine[]): OfficeSum {
  const values = units.flatMap(({ figures }) => figures[layout.main]?.value ?? []);
  const [pair] = layout.pairs;
  const both = units.flatMap((unit) => {
    const coverage = pair === undefined ? null : coverageOf(unit, pair);
    return ratioOf(coverage?.numerator ?? null, coverage?.denominator ?? null) ?? [];
  });
  const ratio = ratioOf(total(both.map(({ num }) => num)), total(both.map(({ den }) => den)));
  return {
    office,
    units,
    reported: values.length,
    value: values.length === 0 ? null : total(values),
    rate: ratio === null ? null : { ...ratio, percent: percent(ratio) },
  };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
}
