import type { Target } from '../../model/campaign.ts';
import type { Form } from '../../model/form.ts';
import { lineOn } from '../../model/roster-lines.ts';
import type { Coverage, ScopeSummary, UnitLine } from '../../model/summary.ts';
import { isValidOn } from '../../model/units.ts';
import type { ViewInput } from '../input.ts';
import { lookupOf } from '../lookup.ts';

/** A rate: a measure over a roster base or over another measure of the form. */
export interface Pair {
  readonly id: string;
  readonly measure: string;
  readonly of: string;
}

/** What a scope's table shows, decided once for its columns, rows and totals. */
export interface ScopeLayout {
  readonly scope: ScopeSummary;
  readonly form: Form | null;
  readonly measures: readonly string[];
  /** Roster bases that stand in a column of their own. */
  readonly bases: readonly string[];
  readonly pairs: readonly Pair[];
  readonly targets: readonly Target[];
  /** The measure whose change and gaps are shown. */
  readonly main: string;
  /** By unit code, the name of the unit above it; empty where the roster lists none of them. */
  readonly above: ReadonlyMap<string, string>;
}

export function layoutOf(input: ViewInput, scope: ScopeSummary): ScopeLayout {
  const form = input.folder.forms.get(scope.form) ?? null;
  const targets = input.folder.campaign.targets.filter((target) => target.scope === scope.id);
  const measures = measuresOf(scope, form);
  const pairs = pairsOf(scope, targets);
  const main = pairs[0]?.measure ?? measures[0] ?? 'installed';
  const bases = [...new Set(pairs.map((pair) => pair.of))]
    .filter((of) => !measures.includes(of))
    .filter(
      (of) =>
        scope.units.some((unit) => baseOf(input, unit, of) !== null) ||
        scope.total.coverages.some((coverage) => coverage.of === of && coverage.denominator !== null),
    );
  return { scope, form, measures, bases, pairs, targets, main, above: aboveOf(input, scope) };
}

/** Offices of one name ("Phòng Y tế") stand in every district: what is above tells them apart. */
function aboveOf({ folder, level, summary }: ViewInput, scope: ScopeSummary): ReadonlyMap<string, string> {
  const { date } = summary;
  const names = new Map(
    folder.roster.units.filter((unit) => isValidOn(unit, date)).map(({ code, name }) => [code, name]),
  );
  const units = level.scopes.find(({ id }) => id === scope.id)?.units ?? [];
  return new Map(
    units.flatMap(({ code, lines }): [string, string][] => {
      const line = lines.find((each) => isValidOn(each, date)) ?? lines.at(-1);
      const name = names.get(line?.parent ?? '');
      return name === undefined ? [] : [[code, name]];
    }),
  );
}

/** The form's measures in its order, and whatever else the summary holds. */
function measuresOf(scope: ScopeSummary, form: Form | null): readonly string[] {
  const named = form === null ? [] : form.measures.map((measure) => measure.id);
  const found = [...scope.units.map((unit) => unit.figures), scope.total.figures].flatMap((figures) =>
    Object.keys(figures),
  );
  return [...new Set([...named, ...found])];
}

/** The rates that the targets speak of, else the first that the summary gives. */
function pairsOf(scope: ScopeSummary, targets: readonly Target[]): readonly Pair[] {
  const wanted: readonly { measure: string; of: string }[] =
    targets.length > 0 ? targets : scope.total.coverage === null ? [] : [scope.total.coverage];
  const pairs = new Map<string, Pair>();
  for (const { measure, of } of wanted) {
    const id = pairId(measure, of);
    pairs.set(id, { id, measure, of });
  }
  return [...pairs.values()];
}

export function pairId(measure: string, of: string): string {
  return `${measure}/${of}`;
}

/** A coverage of a unit or a total by its pair; null where the summary has none. */
export function coverageOf(
  line: { readonly coverage: Coverage | null; readonly coverages: readonly Coverage[] },
  pair: Pair,
): Coverage | null {
  const fits = (coverage: Coverage) => coverage.measure === pair.measure && coverage.of === pair.of;
  if (line.coverage !== null && fits(line.coverage)) return line.coverage;
  return line.coverages.find(fits) ?? null;
}

/** A unit's base on the report day: as the summary used it, else as the roster has it. 0 is an unknown base. */
export function baseOf(input: ViewInput, unit: UnitLine, of: string): number | null {
  const used = [unit.coverage, ...unit.coverages].find((coverage) => coverage?.of === of)?.denominator;
  if (used !== null && used !== undefined) return used;
  const listed = lineOn(lookupOf(input).lines, unit.code, input.summary.date);
  const base = listed === null ? null : (listed.bases as { readonly [of: string]: number | null })[of];
  return base || null;
}

/** The name of a measure or base as the form or the language has it. */
export function labelOf(input: ViewInput, form: Form | null, id: string): string {
  const measure = form?.measures.find((candidate) => candidate.id === id);
  return measure?.label[input.words.language] ?? input.words.view.bases[id] ?? id;
}

/** Whether a measure counts people: the language has a word for them, or the form says of which base they are. */
export function countsPeople(input: ViewInput, { form }: Pick<ScopeLayout, 'form'>, id: string): boolean {
  const within = form?.measures.find((measure) => measure.id === id)?.within ?? null;
  return within !== null || input.words.view.people[id] !== undefined;
}

/** The same in a word or two. */
export function shortLabelOf(input: ViewInput, form: Form | null, id: string): string {
  return input.words.view.short[id] ?? labelOf(input, form, id);
}

/** The target that the day works towards: the first whose day has not passed, else the last. */
export function currentTarget(input: ViewInput, targets: readonly Target[], pair: Pair): Target | null {
  const own = targets.filter((target) => pairId(target.measure, target.of) === pair.id);
  return own.find((target) => target.by === null || target.by >= input.summary.date) ?? own.at(-1) ?? null;
}

/** Whether the campaign sets this form a deadline: without one nobody is late or due. */
export function hasDeadline(input: ViewInput, formId: string): boolean {
  const asked = input.folder.campaign.collect.filter((collect) => collect.form === formId);
  return asked.length === 0 || asked.some((collect) => collect.due !== null);
}
