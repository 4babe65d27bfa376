import type { UnitCoverage } from '../lang/vi/headline.ts';
import type { Completeness, UnitLine } from '../model/summary.ts';
import { type Claim, claimOf, openUnits, type Sender, toldApart } from './claim.ts';
import type { ViewInput } from './input.ts';
import { countsPeople, coverageOf, hasDeadline, labelOf, type ScopeLayout } from './scope/layout.ts';

const MOST_NAMES = 12;

/** Days that carried figures are told apart by; older ones are counted together. */
const MOST_DAYS = 4;

/**
 * The sentences over a scope's table: whose summaries are in, the rate with its integers and the units that it speaks of,
 * the change, who reported, who did not, what was sent and cannot be used, and from when the figures are that stand in.
 * Without `names` the lists of units are left out: they stand below the table.
 */
export function headline(input: ViewInput, layout: ScopeLayout, names = true): readonly string[] {
  const words = input.words.view.headline;
  const { scope } = layout;
  const claim = claimOf(input, layout);
  const first = layout.pairs.length === 0 ? totalsText(input, layout, claim) : rateText(input, layout, claim);
  const { missing, unusable } = openUnits(toldApart(scope.units, layout));
  const named = missing.length <= MOST_NAMES ? missing : [];
  return [
    ...officesText(input, claim),
    scope.total.figures[layout.main] === undefined ? words.nothing : `${first}.`,
    ...leftText(input, layout),
    completenessText(input, scope.completeness, scope.units, hasDeadline(input, scope.form)),
    ...(names && named.length > 0 ? [words.missing(named.map(({ name }) => name))] : []),
    ...(names && unusable.length > 0 && unusable.length <= MOST_NAMES ? [words.unusable(unusable)] : []),
    ...carriedText(input, layout, claim, named),
  ];
}

/** What left the total since the day compared with: the change speaks of the units of both days only. */
function leftText({ findings, words }: ViewInput, { scope }: ScopeLayout): readonly string[] {
  const codes = new Set(scope.units.map(({ code }) => code));
  const left = findings.flatMap(({ code, facts, at }) =>
    code === 'across/unit-left' && codes.has(at.unit ?? '')
      ? [{ name: facts.unitName, value: facts.value }]
      : [],
  );
  return left.length === 0 ? [] : [words.view.headline.left(left)];
}

/** Who reported and who did not; a unit whose file is there is in neither the missing nor the awaited. */
export function completenessText(
  input: ViewInput,
  completeness: Completeness,
  lines: readonly Sender[],
  deadline: boolean,
): string {
  const { missing, unusable, awaited } = openUnits(lines);
  return input.words.view.headline.completeness({
    ...completeness,
    missing: missing.length,
    unusable: unusable.length,
    awaited: awaited.length,
    deadline,
  });
}

/** Which of the offices that send summaries are in; all of them needs no sentence. */
function officesText(input: ViewInput, { offices }: Claim): readonly string[] {
  if (offices === null || offices.silent.length === 0) return [];
  const { received, of, kinds, silent } = offices;
  const { missing, awaited, unusable } = openUnits(silent);
  const none = [...missing, ...awaited];
  const names = none.length <= MOST_NAMES ? none.map(({ name }) => name) : null;
  return [input.words.view.headline.offices({ received, of, kinds, none: none.length, names, unusable })];
}

/**
 * Which figures stand in, from when, the newest first; silent where the first sentence said it all: one day,
 * and the units are those just `named`. */
function carriedText(
  input: ViewInput,
  layout: ScopeLayout,
  { carried }: Claim,
  named: readonly Sender[],
): readonly string[] {
  if (carried.length === 0) return [];
  const byDay = new Map<string, UnitLine[]>();
  for (const unit of carried) {
    const day = unit.figures[layout.main]?.date ?? '';
    byDay.set(day, [...(byDay.get(day) ?? []), unit]);
  }
  const days = [...byDay].sort(([a], [b]) => (a < b ? 1 : -1));
  const justNamed =
    days.length === 1 &&
    carried.length === named.length &&
    carried.every(({ code }) => named.some((unit) => unit.code === code));
  const withNames = carried.length <= MOST_NAMES;
  if (days.length === 1 && (justNamed || !withNames)) return [];
  const told = days.slice(0, MOST_DAYS).map(([date, units]) => ({
    date,
    units: units.length,
    names: withNames ? units.map(({ name }) => name) : null,
  }));
  const older = days.slice(MOST_DAYS).reduce((sum, [, units]) => sum + units.length, 0);
  return [input.words.view.headline.carried(told, older)];
}

/** Every total with its change, where nothing is a share of anything. */
function totalsText(input: ViewInput, layout: ScopeLayout, claim: Claim): string {
  const { scope, form, measures } = layout;
  const { delta, figures } = scope.total;
  const totals = measures.flatMap((id) => {
    const value = figures[id]?.value;
    const change = delta?.[id];
    return value === undefined
      ? []
      : [{ label: labelOf(input, form, id), value, change: typeof change === 'number' ? change : null }];
  });
  return input.words.view.headline.totals(totals, coveredBy(layout, claim), delta?.since ?? null);
}

/** The rate with its change. */
function rateText(input: ViewInput, layout: ScopeLayout, claim: Claim): string {
  const delta = deltaText(input, layout, claim);
  return `${figureText(input, layout, claim)}${delta === null ? '' : `; ${delta}`}`;
}

function figureText(input: ViewInput, layout: ScopeLayout, claim: Claim): string {
  const words = input.words.view.headline;
  const { people } = input.words.view;
  const { scope, form, main } = layout;
  const pair = layout.pairs[0];
  const coverage = pair === undefined ? null : coverageOf(scope.total, pair);
  const covered = coveredBy(layout, claim);
  if (coverage?.numerator == null || coverage.denominator === null || coverage.percent === null) {
    const figure = scope.total.figures[main];
    return words.value(figure?.value ?? 0, people[main] ?? null, labelOf(input, form, main), covered);
  }
  return words.coverage({
    numerator: coverage.numerator,
    denominator: coverage.denominator,
    percent: coverage.percent,
    people: people[coverage.measure] ?? null,
    label: labelOf(input, form, coverage.measure),
    base: people[coverage.of] ?? labelOf(input, form, coverage.of),
    covered,
  });
}

/** What a number speaks of: the whole area, or how many units of how many; and what of it is an earlier day's. */
function coveredBy(layout: ScopeLayout, { units, of, whole, carried }: Claim): UnitCoverage {
  const having = layout.scope.total.figures[layout.main]?.units ?? 0;
  const days = [...new Set(carried.map(({ figures }) => figures[layout.main]?.date ?? ''))].sort();
  return { units, of, whole, lacksBase: units < having, carried: carried.length, days };
}

function deltaText(input: ViewInput, layout: ScopeLayout, { compared, units }: Claim): string | null {
  const delta = layout.scope.total.delta;
  const change = delta?.[layout.main];
  if (delta === null || typeof change !== 'number') return null;
  return input.words.view.headline.delta({
    change,
    points: delta.points,
    since: delta.since,
    people: countsPeople(input, layout, layout.main),
    compared: compared === null || compared === units ? null : compared,
  });
}
