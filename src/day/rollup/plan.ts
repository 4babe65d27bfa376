import type { LearntUnit, LearntUnits } from '../../levels/learn.ts';
import type { CampaignFolder, Target } from '../../model/campaign.ts';
import type { Form, Measure } from '../../model/form.ts';
import { type RosterLines, rosterLinesOf } from '../../model/roster-lines.ts';
import { collectOf } from '../../model/timeliness.ts';
import { BASE_IDS, type BaseId, type Unit } from '../../model/units.ts';

/** A measure over a base: a roster base, or another measure of the same form. */
export interface Share {
  readonly measure: string;
  readonly of: string;
}

/** What one form's scope asks: fixed by the campaign folder alone. */
export interface ScopePlan {
  readonly id: string;
  readonly form: Form;
  readonly lines: RosterLines;
  /** Units that other offices' summaries speak of, by code. */
  readonly learnt: ReadonlyMap<string, LearntUnit>;
  readonly targets: readonly Target[];
  /** What the scope is about; null for a form without measures. */
  readonly measure: string | null;
  /** The coverages, that of the first target (or the form's own) first; empty where nothing counts people of a base. */
  readonly shares: readonly Share[];
  /** The coverages whose lacking halves are findings: the first and the targets'. */
  readonly needed: readonly Share[];
  /** Nothing of it is asked daily. */
  readonly once: boolean;
}

/**
 * One scope a form that is collected, in the order of the campaign, then one a form that only summaries bring. Summaries
 * themselves are no leaf reports. `folder` is the campaign with what its summaries tell.
 */
export function planScopes(folder: CampaignFolder, learnt: LearntUnits): ScopePlan[] {
  const lines = rosterLinesOf(folder.roster);
  return formsOf(folder, learnt).map((form) =>
    planScope(folder, form, lines, learnt.get(form.id) ?? new Map()),
  );
}

/** An office that only collects summaries has its targets' scopes before the first summary has come, else all it knows. */
function formsOf({ campaign, forms }: CampaignFolder, learnt: LearntUnits): Form[] {
  const leaf = [...forms.values()].filter(({ layout }) => layout !== 'summary');
  const collected = campaign.collect.flatMap(({ form }) => leaf.filter(({ id }) => id === form));
  const told = [...learnt.keys()].flatMap((id) => leaf.filter((form) => form.id === id));
  const hasSummaries = campaign.collect.some(({ form }) => forms.get(form)?.layout === 'summary');
  const aimed = hasSummaries
    ? campaign.targets.flatMap((target) => leaf.filter(({ scope }) => scope === target.scope))
    : [];
  const asked = [...new Set([...collected, ...told, ...aimed])];
  return asked.length === 0 && hasSummaries ? leaf : asked;
}

/** The plan of one form's scope. `learnt` are the units of it that summaries speak of. */
export function planScope(
  folder: CampaignFolder,
  form: Form,
  lines: RosterLines,
  learnt: ReadonlyMap<string, LearntUnit>,
): ScopePlan {
  const { campaign, roster } = folder;
  const targets = campaign.targets.filter(({ scope }) => scope === form.scope);
  const own = roster.units.filter(
    (unit) => learnt.has(unit.code) || collectOf(campaign, form.id, unit.kind) !== null,
  );
  // A form that brings its own base (staff with a smartphone) is no share of the residents' bases.
  const known = BASE_IDS.filter(
    (base) =>
      form.defaultBase === null &&
      (own.some((unit) => (unit.bases[base] ?? 0) > 0) || (campaign.bases?.[base] ?? 0) > 0),
  );
  const measure = targets[0]?.measure ?? mainMeasure(form);
  const asked = targets.map((target) => ({ measure: target.measure, of: target.of }));
  // Houses or hamlets are no share of the people: only a form says which of its counts are (`within`).
  const isShare = asked.length > 0 || form.defaultBase !== null || isWithin(form, measure);
  const first =
    asked[0] ?? (measure === null ? null : { measure, of: form.defaultBase ?? defaultBase(known) });
  const needed = distinct(first === null || !isShare ? [] : [first, ...asked]);
  const others = measure === null || !isShare ? [] : known.map((of) => ({ measure, of }));
  return {
    id: form.scope,
    form,
    lines,
    learnt,
    targets,
    measure,
    shares: distinct([...needed, ...others]),
    needed,
    once:
      campaign.collect.every((collect) => collect.form !== form.id || collect.every === 'once') &&
      [...learnt.values()].every((unit) => unit.once),
  };
}

/** Smartphone users, else population (contract section 3): else when only the population is known. */
function defaultBase(known: readonly BaseId[]): BaseId {
  return !known.includes('smartphone_users') && known.includes('population')
    ? 'population'
    : 'smartphone_users';
}

/**
 * What the form is about where no target says so: the measure that its base bounds, else the first that counts people of
 * a base, else the first.
 */
function mainMeasure(form: Form): string | null {
  const base = form.measures.find(({ id }) => id === form.defaultBase);
  const bounds = form.rules.flatMap((rule) =>
    rule.kind === 'at-most' && base !== undefined && rule.right === fieldOf(base) ? [rule.left] : [],
  );
  const bounded = form.measures.find((measure) => bounds.includes(fieldOf(measure) ?? ''));
  const usual = form.measures.find(({ within }) => within !== null) ?? form.measures[0];
  return (bounded ?? (base === undefined ? usual : form.measures.at(-1)))?.id ?? null;
}

function isWithin(form: Form, measure: string | null): boolean {
  return form.measures.some(({ id, within }) => id === measure && within !== null);
}

function fieldOf({ from }: Measure): string | null {
  return from.kind === 'rows' ? null : from.field;
}

function distinct(shares: readonly Share[]): Share[] {
  return shares.filter(
    (share, index) => shares.findIndex((s) => s.measure === share.measure && s.of === share.of) === index,
  );
}

/** The base of a roster line; 0 is unknown, like an empty cell. */
export function baseOf(line: Unit | null, of: string): number | null {
  const base = isBase(of) ? (line?.bases[of] ?? null) : null;
  return base === 0 ? null : base;
}

export function isBase(of: string): of is BaseId {
  return (BASE_IDS as readonly string[]).includes(of);
}
