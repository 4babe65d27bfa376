import { type GroupedFinding, group, stageFilter, withoutConsequences } from '../day/grouping.ts';
import type { Words } from '../lang/lang.ts';
import { type Finding, severityOf } from '../model/finding.ts';
import type { Severity } from '../model/findings/severity.ts';
import { address, parseAddress, type Range } from '../model/grid.ts';
import { sinceOf } from './closing.ts';
import { askOf, whatOf } from './message.ts';
import { byGravity, namesOf, type Returned, resultOf, whenOf } from './reply.ts';

/** What is written into a sender's own workbook: marked cells with their notes, and a list of all points. */
export interface Annotation {
  /** Who writes the notes: the department of the collecting office. */
  readonly author: string;
  /** ISO 8601. */
  readonly asOf: string;
  readonly marks: readonly Mark[];
  readonly list: PointList;
  /** Stands in a note of ours from an earlier time whose cell has no point any more. */
  readonly noteFixed: string;
  /** What the list says of itself where it stands in a copy. */
  readonly copied: string;
  readonly unsafe: string;
}

/** A cell to mark, 0-based. */
export interface Mark {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  readonly gravity: 'error' | 'warning';
  readonly note: string;
}

/** The first sheet of an annotated workbook. */
export interface PointList {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** Heads of number, sheet, cell, gravity, what is wrong, what to do. */
  readonly heads: readonly string[];
  readonly points: readonly Point[];
}

export interface Point {
  readonly sheet: string;
  readonly cell: string;
  readonly link: { readonly sheet: string; readonly cell: string } | null;
  readonly gravity: string;
  readonly what: string;
  readonly ask: string;
}

/** Findings of which a sender is told: neither notes nor what follows from another fault. */
export function toldFindings(findings: readonly Finding[]): readonly Finding[] {
  return withoutConsequences(stageFilter(findings)).filter(isTold);
}

function isTold(found: Finding): boolean {
  return severityOf(found) !== 'note' && !found.code.startsWith('campaign/');
}

/** `findings` are not grouped here: each cell gets its mark. */
export function annotationOf(
  file: Returned,
  office: { readonly author: string; readonly asOf: string },
  words: Words,
): Annotation {
  const say = words.annotation;
  const points = group(file.findings).filter(isTold).sort(byGravity);
  const units = namesOf(file.reports);
  const lines = [
    say.file(file.name.slice(file.name.lastIndexOf('/') + 1)),
    ...(units.length === 0 ? [] : [say.unit(units.join(', '))]),
    say.result[resultOf(file.reports)],
    say.ask(whenOf(file.due, words)),
    say.legend,
    ...(file.closing === null ? [] : [sinceOf(file.closing, words)]),
  ];
  return {
    ...office,
    marks: marksOf(toldFindings(file.findings), points, words),
    list: {
      name: say.sheet,
      title: say.title,
      lines,
      heads: say.heads,
      points: points.map((found) => pointOf(found, words)),
    },
    noteFixed: say.noteFixed,
    copied: say.copied,
    unsafe: say.unsafe,
  };
}

function pointOf(found: GroupedFinding, words: Words): Point {
  const { sheet, cell } = found.at;
  return {
    sheet: sheet ?? '',
    cell: cell ?? '',
    link: sheet === undefined || cell === undefined ? null : { sheet, cell },
    gravity: words.annotation.gravity[gravityOf(found)],
    what: whatOf(found, words),
    ask: askOf(found, words) ?? '',
  };
}

function gravityOf(found: Finding): Exclude<Severity, 'note'> {
  return severityOf(found) === 'error' ? 'error' : 'warning';
}

/** Cells of one finding that are marked: a range of whole columns is shown by its first ones. */
const MOST_CELLS = 500;

function marksOf(
  findings: readonly Finding[],
  points: readonly GroupedFinding[],
  words: Words,
): readonly Mark[] {
  const marks = new Map<string, Mark>();
  for (const found of findings) {
    const { sheet, cell } = found.at;
    const range = cell === undefined ? null : rangeOf(cell);
    if (sheet === undefined || range === null) continue;
    for (const [n, { row, col }] of cellsOf(range).entries()) {
      const key = JSON.stringify([sheet, row, col]);
      const before = marks.get(key);
      const note =
        n === 0 ? noteOf(found, points, words) : words.annotation.seeNote(address(range.top, range.left));
      marks.set(key, {
        sheet,
        row,
        col,
        gravity: before?.gravity === 'error' ? 'error' : gravityOf(found),
        note: [before?.note ?? '', note].filter((each) => each !== '').join('\n\n'),
      });
    }
  }
  return [...marks.values()];
}

/** The number of its point in the list, where it is shown there, then what is wrong and what to do. */
function noteOf(found: Finding, points: readonly GroupedFinding[], words: Words): string {
  const number = points.findIndex((point) => covers(point, found)) + 1;
  const said = [whatOf(found, words), askOf(found, words) ?? ''].filter((each) => each !== '').join(' ');
  return number === 0 ? said : `${words.annotation.point(number)} ${said}`;
}

function covers(point: Finding, found: Finding): boolean {
  if (point.code !== found.code || point.at.sheet !== found.at.sheet) return false;
  if (point.at.cell === undefined || found.at.cell === undefined) return false;
  const [outer, inner] = [rangeOf(point.at.cell), rangeOf(found.at.cell)];
  return (
    outer !== null &&
    inner !== null &&
    outer.top <= inner.top &&
    outer.left <= inner.left &&
    outer.bottom >= inner.bottom &&
    outer.right >= inner.right
  );
}

/** Of an address, a range, or the first of several with commas between them. */
function rangeOf(cell: string): Range | null {
  const [first = '', last = first] = (cell.split(',')[0] ?? '').split(':');
  const [from, to] = [parseAddress(first), parseAddress(last)];
  return from === null || to === null
    ? null
    : { top: from.row, left: from.col, bottom: to.row, right: to.col };
}

function cellsOf({ top, left, bottom, right }: Range): readonly { row: number; col: number }[] {
  const cells: { row: number; col: number }[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let col = left; col <= right; col++) {
      cells.push({ row, col });
      if (cells.length === MOST_CELLS) return cells;
    }
  }
  return cells;
}
