import type { CampaignFolder } from '../model/campaign.ts';
import type { Outcome } from '../model/outcome.ts';
import type { DecidedSubmission } from '../model/submission.ts';
import type { FigureSource, LowerSource, Summary, UnitStatus } from '../model/summary.ts';
import type { Day } from './day.ts';

/** Where figures come from, as `trace --json` gives it. */
export interface Trace {
  readonly schema: 'bluezone-report/trace@1';
  readonly campaign: Summary['campaign'];
  readonly date: string;
  readonly asOf: string;
  readonly of: TraceOf;
  /** Sums over the figures below, for a total and for an office. */
  readonly totals: readonly TracedTotal[];
  readonly figures: readonly TracedFigure[];
  /** Units that were asked about and have no figure. */
  readonly without: readonly TraceFailure[];
}

export type TraceOf =
  | { readonly kind: 'unit' | 'office'; readonly code: string; readonly name: string }
  | { readonly kind: 'total' };

export interface TracedTotal {
  readonly scope: string;
  readonly measure: string;
  readonly value: number;
  readonly units: number;
  readonly carried: number;
}

export interface TracedFigure extends Omit<FigureSource, 'through'> {
  readonly name: string;
  /** Down the levels, from the office next below to the unit's own file, as far as it is known. */
  readonly below: readonly Step[];
}

/** One level down: as the summary says; `path` and `campaign` where the file is at hand. */
export interface Step extends LowerSource {
  readonly senderName: string;
  readonly campaign: string | null;
  readonly path: string | null;
}

export interface TraceFailure {
  readonly scope: string;
  readonly unit: string;
  readonly name: string;
  readonly status: UnitStatus;
  /** What it sent for the day, and what became of it. */
  readonly files: readonly {
    readonly path: string;
    readonly sheet: string | null;
    readonly outcome: Outcome;
    readonly findings: readonly string[];
  }[];
}

/** Files at hand one or more levels down: a campaign of an office below, or files of the own inbox. */
export interface TraceSource {
  readonly folder: CampaignFolder;
  readonly settled: readonly DecidedSubmission[];
  /** Empty where only files are at hand. */
  readonly sources: readonly FigureSource[];
  /** How its paths are shown here. */
  readonly shown: (path: string) => string;
}

/** The figures of a unit, of an office's units, or of all, each back to file, sheet and cells; `measure` null is every one. */
export function trace(
  { summary, sources, submissions, learnt }: Day,
  of: TraceOf,
  measure: string | null,
  below: readonly TraceSource[],
): Trace {
  const { campaign, date, asOf } = summary;
  const own = sources.filter(
    (source) => isOf(source, of) && (measure === null || source.measure === measure),
  );
  const figures = own.map(
    ({ through, ...source }): TracedFigure => ({
      ...source,
      name: nameIn(summary, source.unit),
      below: stepsOf({ ...source, ...(through === undefined ? {} : { through }) }, learnt, below),
    }),
  );
  return {
    schema: 'bluezone-report/trace@1',
    campaign,
    date,
    asOf,
    of,
    totals: of.kind === 'unit' ? [] : totalsOf(figures),
    figures,
    without: of.kind === 'unit' ? withoutFigure(summary, submissions, of.code, figures) : [],
  };
}

function isOf({ unit, through }: FigureSource, of: TraceOf): boolean {
  if (of.kind === 'total') return true;
  return of.kind === 'office' ? through?.sender === of.code : unit === of.code;
}

function nameIn({ scopes }: Day['summary'], code: string): string {
  return scopes.flatMap(({ units }) => units).find((unit) => unit.code === code)?.name ?? code;
}

function totalsOf(figures: readonly TracedFigure[]): TracedTotal[] {
  const totals = new Map<string, TracedTotal>();
  for (const { scope, measure, value, carried } of figures) {
    const key = JSON.stringify([scope, measure]);
    const sum = totals.get(key) ?? { scope, measure, value: 0, units: 0, carried: 0 };
    totals.set(key, {
      ...sum,
      value: sum.value + value,
      units: sum.units + 1,
      carried: sum.carried + (carried ? 1 : 0),
    });
  }
  return [...totals.values()];
}

/** What each summary on the way says of the file below it, with the file itself where it is at hand. */
function stepsOf(source: FigureSource, folder: CampaignFolder, atHand: readonly TraceSource[]): Step[] {
  const { through } = source;
  if (through === undefined) return [];
  const senderName = folder.roster.units.findLast(({ code }) => code === through.sender)?.name;
  const isIt = ({ sha256 }: { readonly sha256: string }): boolean =>
    through.sha256 !== '' && sha256.startsWith(through.sha256);
  const place = atHand.find(({ settled }) => settled.some(isIt));
  const file = place?.settled.find(isIt);
  const next = place?.sources.find(
    (each) =>
      isIt(each) &&
      each.unit === through.unit &&
      each.scope === source.scope &&
      each.measure === source.measure,
  );
  const step: Step = {
    ...through,
    senderName: senderName ?? through.sender,
    campaign: place === undefined || place.sources.length === 0 ? null : place.folder.campaign.name,
    path: place === undefined || file === undefined ? null : place.shown(file.path),
  };
  const rest = atHand.filter((each) => each !== place);
  return [step, ...(next === undefined || place === undefined ? [] : stepsOf(next, place.folder, rest))];
}

function withoutFigure(
  { scopes }: Day['summary'],
  submissions: readonly DecidedSubmission[],
  code: string,
  figures: readonly TracedFigure[],
): TraceFailure[] {
  return scopes.flatMap(({ id, form, units }) =>
    units
      .filter((unit) => unit.code === code && figures.every(({ scope }) => scope !== id))
      .map(({ name, status }) => ({
        scope: id,
        unit: code,
        name,
        status,
        files: submissions
          .filter((each) => each.unit === code && each.form === form)
          .map(({ path, sheet, outcome, findings }) => ({
            path,
            sheet,
            outcome,
            findings: findings.map((found) => found.code),
          })),
      })),
  );
}
