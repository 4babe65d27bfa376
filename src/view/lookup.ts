import { type RosterLines, rosterLinesOf } from '../model/roster-lines.ts';
import type { DecidedSubmission } from '../model/submission.ts';
import type { FigureSource } from '../model/summary.ts';
import type { ViewInput } from './input.ts';

/** What the pages ask of a unit again and again, found without going through all the others: a country has 11,000. */
export interface Lookup {
  /** Names by code, as the summary has them, else as the roster has them. */
  readonly names: ReadonlyMap<string, string>;
  /** The roster by code. */
  readonly lines: RosterLines;
  /** Where a unit's figure of today comes from, by scope and unit; none where it is carried. */
  readonly sources: ReadonlyMap<string, FigureSource>;
  /** By unit, in path order. */
  readonly submissions: ReadonlyMap<string, readonly DecidedSubmission[]>;
  /** Units with a fall that is still marked. */
  readonly fallen: ReadonlySet<string>;
}

const memo = new WeakMap<ViewInput, Lookup>();

export function lookupOf(input: ViewInput): Lookup {
  const known = memo.get(input);
  if (known !== undefined) return known;
  const { summary, folder, findings } = input;
  const lines = summary.scopes.flatMap(({ units, senders = [] }) => [...units, ...senders]);
  const lookup: Lookup = {
    names: firsts([...lines, ...folder.roster.units].map(({ code, name }) => [code, name])),
    lines: rosterLinesOf(folder.roster),
    sources: firsts(
      input.sources.filter(({ carried }) => !carried).map((each) => [keyOf(each.scope, each.unit), each]),
    ),
    submissions: byUnit(input.submissions),
    fallen: new Set(
      findings.flatMap(({ code, at }) => (code === 'across/fall' && at.unit !== undefined ? [at.unit] : [])),
    ),
  };
  memo.set(input, lookup);
  return lookup;
}

/** A unit's name as the summary has it, else as the roster has it. */
export function unitName(input: ViewInput, code: string | null): string | null {
  return code === null ? null : (lookupOf(input).names.get(code) ?? code);
}

/** Where the figure that a unit gave today comes from. */
export function sourceOf(input: ViewInput, scope: string, unit: string): FigureSource | undefined {
  return lookupOf(input).sources.get(keyOf(scope, unit));
}

/** Everything received from a unit that the day knows, in path order. */
export function submissionsOf(input: ViewInput, unit: string): readonly DecidedSubmission[] {
  return lookupOf(input).submissions.get(unit) ?? [];
}

function keyOf(scope: string, unit: string): string {
  return JSON.stringify([scope, unit]);
}

function byUnit(
  submissions: readonly DecidedSubmission[],
): ReadonlyMap<string, readonly DecidedSubmission[]> {
  const found = new Map<string, DecidedSubmission[]>();
  for (const each of submissions) {
    if (each.unit === null) continue;
    const own = found.get(each.unit);
    if (own === undefined) found.set(each.unit, [each]);
    else own.push(each);
  }
  return found;
}

/** Where a key stands twice, its first value. */
function firsts<V>(pairs: readonly (readonly [string, V])[]): ReadonlyMap<string, V> {
  return new Map([...pairs].reverse());
}
