import { type Field, type Form, figureFields } from '../../model/form.ts';
import type { Cell, CellRef, Row, Sheet } from '../../model/grid.ts';
import type { FieldPlacement } from '../../model/report.ts';
import { type LabelMatch, labelsOf, TIE } from './labels.ts';
import { isPlaceholder } from './landmarks.ts';
import type { Head } from './table.ts';
import { isUnitWord, type LabelledLine, valueBeside } from './values.ts';

/** Labelled lines that together make one form. */
interface LineGroup {
  readonly top: number;
  readonly bottom: number;
  readonly fields: readonly FieldPlacement[];
  readonly ambiguous: Head['ambiguous'];
}

/** Forms of labelled lines are a page long: further down nothing is looked for. */
const ROWS = 600;
const COLUMNS = 40;

/**
 * The groups of labelled lines of a form in a sheet, from top to bottom: usually one, two where two offices share it.
 * Rows that a table was found in (`taken`) are looked at only where they are no rows of a table.
 */
export function findLines(sheet: Sheet, form: Form, taken: readonly Span[] = []): readonly LineGroup[] {
  const lines = sheet.rows
    .slice(0, ROWS)
    .filter((row) => !isTableRow(row, taken))
    .flatMap((row) => labelledLines(row, form));
  if (lines.length === 0) return [];
  const groups = splitGroups(lines, form);
  // A value may sound like a label ("Đã tạo"): labels are the lines that speak best for some field.
  const labels = new Set(
    groups.flatMap((group) =>
      form.fields.flatMap((field) => bestFits(group, field).map(({ line }) => line.cell)),
    ),
  );
  return groups.map((group) => readGroup(sheet, group, labels, form));
}

/** Rows from a head on. */
export interface Span {
  readonly top: number;
}

function isTableRow({ index, cells }: Row, taken: readonly Span[]): boolean {
  if (!taken.some(({ top }) => top <= index)) return false;
  return cells.length > 2 || cells[0]?.value.kind === 'number';
}

function labelledLines(row: Row, form: Form): LabelledLine[] {
  return row.cells.slice(0, COLUMNS).flatMap((cell) => {
    if (cell.value.kind !== 'text') return [];
    return cell.value.text.split(/\r\n|[\r\n]|;\s+(?=[^;]*:)/).flatMap((part) => {
      const line = splitLine(part, form);
      return line === null ? [] : [{ cell, row: row.index, ...line }];
    });
  });
}

const LONGEST = 400;

/** "Label: value", "Label 45 người" or a label alone. Null when no label of the form is there. */
function splitLine(part: string, form: Form): Omit<LabelledLine, 'cell' | 'row'> | null {
  if (part.length > LONGEST || isPlaceholder(part)) return null;
  const labels = labelsOf(form);
  let best: Omit<LabelledLine, 'cell' | 'row'> | null = null;
  for (const [text, rest] of attempts(part)) {
    const matches = labels(text);
    if ((matches[0]?.score ?? 0) <= (best?.matches[0]?.score ?? 0)) continue;
    const said = rest === null ? '' : trimDots(rest);
    best = {
      text: withoutBullet(text),
      inline: isPlaceholder(said) || isUnitWord(said) ? null : said,
      matches,
    };
  }
  return best;
}

function withoutBullet(text: string): string {
  return text.replace(/^[-–—+*•\s]+|\s*[:：]\s*$/g, '').trim();
}

/** The ways to part a label from its value: as it stands, at a colon, at dotted lines, at the first numeral. */
function attempts(part: string): readonly (readonly [label: string, rest: string | null])[] {
  const ways: (readonly [string, string | null])[] = [[part, null]];
  for (let at = part.indexOf(':'); at > 0 && ways.length < 5; at = part.indexOf(':', at + 1)) {
    ways.push([part.slice(0, at), part.slice(at + 1)]);
  }
  const dotted = /^(.*?[^\s.…])\s*(?:\.{3,}|…+|_{3,}|\t|=)(.*)$/su.exec(part);
  if (dotted?.[1] !== undefined) ways.push([dotted[1], dotted[2] ?? '']);
  const numeral = /\d[\d., ]*(?:\s|$)/.exec(part);
  if (numeral !== null && numeral.index > 3)
    ways.push([part.slice(0, numeral.index).replace(/[\s=–-]+$/, ''), part.slice(numeral.index)]);
  return ways;
}

/** Dots of a blank form around what was written on them. */
function trimDots(text: string): string {
  return text.replace(/^[\s.…_]+|\s*(?:[.…_]{2,}|…)[\s.…_]*$/g, '').trim();
}

/** A group ends where a field comes again after all required ones are there. Small remainders stay with their group. */
function splitGroups(lines: readonly LabelledLine[], form: Form): readonly (readonly LabelledLine[])[] {
  const required = form.fields.filter((field) => field.required).map((field) => field.id);
  const isWhole = (group: readonly LabelledLine[]): boolean => {
    const seen = new Set(group.map((line) => line.matches[0]?.field));
    return required.every((field) => seen.has(field));
  };
  const groups: LabelledLine[][] = [[]];
  for (const line of lines) {
    const group = groups.at(-1) ?? [];
    const again = group.some((other) => other.matches[0]?.field === line.matches[0]?.field);
    if (again && isWhole(group)) groups.push([line]);
    else group.push(line);
  }
  return groups.reduce<LabelledLine[][]>((kept, group) => {
    const last = kept.at(-1);
    if (last !== undefined && !isWhole(group)) last.push(...group);
    else kept.push(group);
    return kept;
  }, []);
}

interface Fit {
  readonly line: LabelledLine;
  readonly match: LabelMatch;
}

/** The line that speaks best for a field, and those that do so nearly as well. */
function bestFits(group: readonly LabelledLine[], field: Field): readonly Fit[] {
  const fits = group
    .flatMap((line): Fit[] => {
      const match = line.matches.find((each) => each.field === field.id);
      return match === undefined || !isBest(line, match) ? [] : [{ line, match }];
    })
    .sort((a, b) => b.match.score - a.match.score);
  return fits.filter(({ match }) => (fits[0]?.match.score ?? 0) - match.score < TIE);
}

function readGroup(
  sheet: Sheet,
  group: readonly LabelledLine[],
  labels: ReadonlySet<Cell>,
  form: Form,
): LineGroup {
  const needed = figureFields(form);
  const fields: FieldPlacement[] = [];
  const ambiguous: LineGroup['ambiguous'][number][] = [];
  const ref = (row: number, col: number): CellRef => ({ sheet: sheet.name, row, col });
  for (const field of form.fields) {
    const fits = bestFits(group, field);
    const [first] = fits;
    if (first === undefined) continue;
    const { line, match } = first;
    const torn = line.matches.some((other) => other.field !== field.id && match.score - other.score < TIE);
    const beside = valueBeside(sheet, line, labels, field);
    if (needed.has(field.id) && (fits.length > 1 || torn || beside.rivals.length > 0)) {
      const byLabel = fits.length > 1 || torn;
      const cells = byLabel ? fits.map((fit) => fit.line.cell) : beside.rivals;
      ambiguous.push({
        field: field.id,
        cells: cells.map((cell) => ref(cell.row, cell.col)),
        ...(byLabel ? {} : { label: ref(line.cell.row, line.cell.col) }),
      });
      continue;
    }
    fields.push({
      field: field.id,
      label: ref(line.cell.row, line.cell.col),
      text: line.text,
      score: match.score,
      because: match.because,
      ...(line.inline !== null ? { inline: line.inline } : {}),
      ...(beside.cell !== null ? { value: ref(beside.cell.row, beside.cell.col) } : {}),
    });
  }
  const rows = group.map((line) => line.row);
  return { top: Math.min(...rows), bottom: Math.max(...rows), fields, ambiguous };
}

/** A line speaks for the field that it fits best, or nearly so: then it is torn between two. */
function isBest(line: LabelledLine, match: LabelMatch): boolean {
  return (line.matches[0]?.score ?? 0) - match.score < TIE;
}
