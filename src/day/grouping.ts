import {
  CATALOGUE,
  compareFindings,
  type Finding,
  type FindingCode,
  type WordableFinding,
} from '../model/finding.ts';
import { address, rangeAddress } from '../model/grid.ts';

/** How many findings of one code a sheet shows one by one; the next is a count of the rest. */
export const SHOWN_EACH = 20;

declare const grouped: unique symbol;

/** A finding as a person is told it. Only `group` makes them, once. */
export type GroupedFinding = WordableFinding & { readonly [grouped]: true };

/** What is not grouped yet. */
type Single = Finding & { readonly [grouped]?: never };

/**
 * Findings as a person is told them: wrong file first, then structure, then values; what follows from a named fault is
 * silent; like findings on adjoining cells are one range; beyond twenty of a kind the rest is a count. In contract
 * order. Effects are decided on the ungrouped findings; grouping never changes the gravest effect of a file.
 */
export function group(findings: readonly Single[]): GroupedFinding[] {
  const told = capRepeats(joinUnits(joinRanges(withoutConsequences(stageFilter(findings)))));
  return told.sort(compareFindings) as GroupedFinding[];
}

/**
 * Drops what a graver stage makes pointless. A file that could not be read says only that. On a sheet without a
 * recognised form, only remarks on the file stay; with a part of the form missing, whose and when stay too.
 */
export function stageFilter(findings: readonly Finding[]): Finding[] {
  const blockers = byFile(findings.filter((found) => hides(found) !== null));
  return findings.filter(
    (found) =>
      !(blockers.get(fileOf(found)) ?? []).some(
        (blocker) =>
          (blocker.at.sheet === undefined || blocker.at.sheet === found.at.sheet) &&
          hides(blocker)?.includes(family(found)) === true,
      ),
  );
}

const AFTER_FILE = ['form', 'unit', 'time', 'value', 'report', 'across'];
const AFTER_FORM = ['unit', 'time', 'value', 'report', 'across'];
const UNRECOGNISED: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'form/not-recognised',
  'form/letters-lost',
  'form/other-subject',
]);
const AFTER_FIELDS = ['value', 'report', 'across'];

/** Families that a finding makes pointless, or null when it hides nothing. */
function hides({ code }: Finding): readonly string[] | null {
  const { effect } = CATALOGUE[code];
  // What is counted or asked leaves the rest of the sheet as true as it was.
  if (effect === 'counted' || effect === 'undecided') return null;
  if (code.startsWith('file/')) return AFTER_FILE;
  if (UNRECOGNISED.has(code)) return AFTER_FORM;
  return code.startsWith('form/') ? AFTER_FIELDS : null;
}

interface Consequence {
  readonly of: readonly FindingCode[];
  readonly within: 'file' | 'sheet' | 'column';
}

const UNREAD: readonly FindingCode[] = (Object.keys(CATALOGUE) as FindingCode[]).filter(
  (code) => code.startsWith('value/') && CATALOGUE[code].effect === 'rejected',
);

/** What is silent beside its cause. */
const CONSEQUENCES: { readonly [C in FindingCode]?: Consequence } = {
  'report/total-not-sum': { of: UNREAD, within: 'column' },
  'report/counting-unclear': { of: UNREAD, within: 'column' },
  'report/above-base': { of: ['report/above-twice-base', 'report/above-population'], within: 'sheet' },
  'report/above-twice-base': { of: ['report/above-population'], within: 'sheet' },
  'report/summary-edited': { of: ['report/summary-data-edited'], within: 'file' },
  'unit/near-match': {
    of: ['unit/ambiguous', 'unit/disagree', 'unit/other-day', 'unit/unknown'],
    within: 'sheet',
  },
  'time/in-future': { of: ['time/date-differs'], within: 'sheet' },
  'across/jump': { of: ['across/slip'], within: 'sheet' },
};

/** Without the findings whose cause is among them. */
export function withoutConsequences(findings: readonly Finding[]): Finding[] {
  const files = byFile(findings);
  return findings.filter((found) => {
    const consequence = CONSEQUENCES[found.code];
    if (consequence === undefined) return true;
    return !(files.get(fileOf(found)) ?? []).some(
      (cause) =>
        consequence.of.includes(cause.code) &&
        (consequence.within === 'file' || cause.at.sheet === found.at.sheet) &&
        (consequence.within !== 'column' || cause.at.col === found.at.col),
    );
  });
}

/** Like findings on cells under one another become one on their range, with `count` and the first one's facts. */
export function joinRanges(findings: readonly Finding[]): WordableFinding[] {
  const columns = new Map<string, Finding[]>();
  const joined: WordableFinding[] = [];
  for (const found of findings) {
    if (!isCell(found)) joined.push(found);
    else push(columns, likeness(found), found);
  }
  for (const column of columns.values()) {
    column.sort(compareFindings);
    let run: Finding[] = [];
    for (const found of column) {
      const last = run.at(-1);
      if (last !== undefined && (found.at.row ?? 0) > (last.at.row ?? 0) + 1) {
        joined.push(asRange(run));
        run = [];
      }
      run.push(found);
    }
    joined.push(asRange(run));
  }
  return joined;
}

function isCell({ at }: Finding): boolean {
  return at.row !== undefined && at.col !== undefined && at.cell === address(at.row, at.col);
}

/** Facts that belong to the single cell and may differ within a range. */
const OF_THE_CELL = new Set(['shown', 'number', 'readings', 'first']);

function likeness({ code, at, facts }: Finding): string {
  const shared = Object.entries(facts).filter(([name]) => !OF_THE_CELL.has(name));
  return JSON.stringify([code, at.file, at.sheet, at.unit, at.col, at.heading, shared]);
}

function asRange(run: readonly Finding[]): WordableFinding {
  const [first] = run as readonly [Finding];
  const last = run.at(-1) ?? first;
  const { row = 0, col = 0 } = first.at;
  const bottom = last.at.row ?? row;
  if (bottom === row) return first;
  const cell = rangeAddress({ top: row, left: col, bottom, right: col });
  return { ...first, at: { ...first.at, cell, count: bottom - row + 1 } };
}

/** Units that lack the same number are one finding that lists them, twenty at most; it belongs to none of them. */
function joinUnits(findings: readonly WordableFinding[]): WordableFinding[] {
  const lists = new Map<string, WordableFinding[]>();
  const joined: WordableFinding[] = [];
  for (const found of findings) {
    if (!('unitNames' in found.facts)) joined.push(found);
    else push(lists, JSON.stringify([found.code, { ...found.facts, unitNames: [] }]), found);
  }
  for (const list of lists.values()) {
    const [first] = list as [WordableFinding];
    const names = list.flatMap(({ facts }) => ('unitNames' in facts ? facts.unitNames : []));
    const { unit: _, line: __, ...at } = first.at;
    if (names.length < 2) joined.push(first);
    else
      for (let from = 0; from < names.length; from += SHOWN_EACH) {
        const facts = { ...first.facts, unitNames: names.slice(from, from + SHOWN_EACH) };
        joined.push({ ...first, at, facts } as WordableFinding);
      }
  }
  return joined;
}

/** At most twenty findings of one code on the cells of one sheet; one more, without a cell, counts the cells left. */
export function capRepeats(findings: readonly WordableFinding[]): WordableFinding[] {
  const kinds = new Map<string, WordableFinding[]>();
  const capped: WordableFinding[] = [];
  for (const found of [...findings].sort(compareFindings)) {
    if (found.at.cell === undefined) capped.push(found);
    else push(kinds, JSON.stringify([found.code, found.at.file, found.at.sheet]), found);
  }
  for (const kind of kinds.values()) {
    capped.push(...kind.slice(0, SHOWN_EACH));
    const [next] = kind.slice(SHOWN_EACH);
    if (next === undefined) continue;
    const count = kind.slice(SHOWN_EACH).reduce((sum, { at }) => sum + (at.count ?? 1), 0);
    const { cell: _, ...at } = next.at;
    capped.push({ ...next, at: { ...at, count } });
  }
  return capped;
}

function family({ code }: Finding): string {
  return code.slice(0, code.indexOf('/'));
}

function fileOf({ at }: Finding): string {
  return at.file ?? '';
}

function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const found of findings) push(files, fileOf(found), found);
  return files;
}

function push<F extends Finding>(groups: Map<string, F[]>, key: string, found: F): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [found]);
  else group.push(found);
}
