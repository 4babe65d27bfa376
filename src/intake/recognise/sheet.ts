import { type Finding, finding } from '../../model/finding.ts';
import { type Form, figureFields } from '../../model/form.ts';
import { address, type CellRef, type Sheet } from '../../model/grid.ts';
import type { Placement } from '../../model/report.ts';
import { type Labels, subjectFault, subjectOf } from '../subject/subject.ts';
import { opensReport } from './landmarks.ts';
import { findLines } from './lines.ts';
import { plain } from './plain.ts';
import { rowsBetween } from './row-at.ts';
import { addresses, findHeads, type Head, sameColumns, shareOf } from './table.ts';

/** What one sheet gives: the forms on it, and the form that it is most like. */
export interface Sighting {
  readonly found: readonly { readonly placement: Placement; readonly faults: readonly Finding[] }[];
  readonly nearest: {
    readonly form: Form;
    readonly sheet: string;
    readonly share: number;
    readonly missing: readonly string[];
  } | null;
}

/** Labels found in a sheet that may be a form, before its rivals are weighed. */
interface Trace extends Labels {
  readonly bottom: number;
  readonly ambiguous: Head['ambiguous'];
  readonly share: number;
}

/** With all its needed fields a form is known from this share on; without one of them, it is known to be broken. */
const WHOLE = { table: 0.5, lines: 0.4, summary: 1 };
const BROKEN = 0.58;
const LIKE = 0.2;
const TITLE = 0.1;
const TITLE_ROWS = 40;

/** The forms on one sheet, from top to bottom, each with the rows that are its own. */
export function recogniseSheet(sheet: Sheet, forms: readonly Form[]): Sighting {
  const tables = forms.filter(({ layout }) => layout === 'table').flatMap((form) => tablesOf(sheet, form));
  const heads = tables.filter(({ form, share }) => share >= WHOLE[form.layout]);
  const pages = forms
    .filter(({ layout }) => layout === 'lines')
    .flatMap((form) => pagesOf(sheet, form, heads));
  const traces = [...tables, ...pages];
  const kept = strongestOf(
    traces
      .map((trace) => ({ trace, title: titleAbove(sheet, trace) }))
      .filter(isForm)
      .map((candidate) => ({ ...candidate, said: subjectOf(sheet, candidate.trace, forms) })),
  );
  const found = kept.map(({ trace, title, said }, n) => {
    const top = n === 0 ? 0 : openingBetween(sheet, kept[n - 1]?.trace.bottom ?? 0, trace.top);
    const next = kept[n + 1]?.trace;
    const bottom =
      next === undefined
        ? (sheet.rows.at(-1)?.index ?? 0)
        : openingBetween(sheet, trace.bottom, next.top) - 1;
    const foreign = subjectFault(sheet, trace, said);
    const faults = foreign === null ? faultsOf(sheet, trace) : [foreign];
    return { placement: placementOf(sheet, trace, title, { top, bottom }), faults };
  });
  return { found, nearest: nearestOf(sheet, traces) };
}

function tablesOf(sheet: Sheet, form: Form): readonly Trace[] {
  return firstHeads(sheet, findHeads(sheet, form)).map(({ weight: _, ...head }) =>
    traceOf(form, head, { top: head.top, bottom: head.bottom }),
  );
}

function pagesOf(sheet: Sheet, form: Form, heads: readonly Trace[]): readonly Trace[] {
  return findLines(sheet, form, heads).map((group) => traceOf(form, group, null));
}

function traceOf(form: Form, part: Omit<Trace, 'form' | 'share' | 'head'>, head: Trace['head']): Trace {
  const scores = new Map(part.fields.map(({ field, score }) => [field, score]));
  for (const { field } of part.ambiguous) scores.set(field, 1);
  return { ...part, form, share: shareOf(form, scores), head };
}

/** Heads that begin a table; the others repeat one after a page break. */
function firstHeads(sheet: Sheet, heads: readonly Head[]): readonly Head[] {
  const first: Head[] = [];
  let last: Head | undefined;
  for (const head of heads) {
    const before = last;
    const repeats =
      before !== undefined &&
      sameColumns(before, head) &&
      openingBetween(sheet, before.bottom, head.top) === head.top;
    if (!repeats) first.push(head);
    last = head;
  }
  return first;
}

/** The row that opens the report whose labels begin at `to`, where another one's labels end at `from`. */
function openingBetween(sheet: Sheet, from: number, to: number): number {
  for (const row of rowsBetween(sheet, from + 1, to - 1)) {
    if (row.cells.length > 3) continue;
    if (row.cells.some(({ value }) => value.kind === 'text' && opensReport(value.text))) return row.index;
  }
  return to;
}

interface Candidate {
  readonly trace: Trace;
  readonly title: CellRef | null;
}

function isForm({ trace, title }: Candidate): boolean {
  const needed = [...figureFields(trace.form)].filter((id) => isRequired(trace.form, id));
  const there = new Set([...trace.fields, ...trace.ambiguous].map(({ field }) => field));
  const whole = needed.every((field) => there.has(field));
  return trace.share + (title === null ? 0 : TITLE) >= (whole ? WHOLE[trace.form.layout] : BROKEN);
}

function isRequired(form: Form, id: string): boolean {
  return form.fields.find((field) => field.id === id)?.required ?? false;
}

interface Rival extends Candidate {
  readonly said: ReturnType<typeof subjectOf>;
}

/** Of forms that claim the same rows the one that is about what the page is about, then the one that fits best. */
function strongestOf(candidates: readonly Rival[]): readonly Rival[] {
  const rank = ({ trace, title, said }: Rival): number =>
    trace.share + (title === null ? 0 : TITLE) - (said?.verdict === 'other' ? 2 : 0);
  const kept: Rival[] = [];
  for (const candidate of [...candidates].sort((a, b) => rank(b) - rank(a))) {
    const { top, bottom } = candidate.trace;
    if (!kept.some(({ trace }) => trace.top <= bottom && top <= trace.bottom)) kept.push(candidate);
  }
  return kept.sort((a, b) => a.trace.top - b.trace.top);
}

/** The nearest line over the labels that names the form. */
function titleAbove(sheet: Sheet, trace: Trace): CellRef | null {
  const titles = [...trace.form.titles, trace.form.name.vi].map(plain);
  let title: CellRef | null = null;
  for (const row of rowsBetween(sheet, trace.top - TITLE_ROWS, trace.top)) {
    for (const { value, col } of row.cells) {
      if (value.kind !== 'text' || value.text.length > 300) continue;
      const text = plain(value.text);
      if (titles.some((each) => text.includes(each))) title = { sheet: sheet.name, row: row.index, col };
    }
  }
  return title;
}

function placementOf(sheet: Sheet, trace: Trace, title: CellRef | null, area: Placement['area']): Placement {
  const { form, fields, head, share } = trace;
  return {
    form,
    sheet: sheet.name,
    ...(head === null ? {} : { head }),
    area,
    fields,
    score: Math.min(1, share + (title === null ? 0 : TITLE)),
    title,
  };
}

/** Needed fields that are missing or doubtful are errors; others that are missing, one note. */
function faultsOf(sheet: Sheet, { form, fields, ambiguous, head, top }: Trace): readonly Finding[] {
  const faults: Finding[] = [];
  const there = new Set([...fields, ...ambiguous].map(({ field }) => field));
  const labelOf = (id: string): string => form.fields.find((field) => field.id === id)?.label.vi ?? id;
  for (const { field, cells, label } of ambiguous) {
    const first = label ?? cells[0];
    const at =
      first === undefined ? {} : { cell: address(first.row, first.col), row: first.row, col: first.col };
    const facts = { form: form.id, field: labelOf(field), cells: addresses(cells), ...labelled(label) };
    faults.push(finding('form/field-ambiguous', { sheet: sheet.name, ...at }, facts));
  }
  for (const field of form.fields) {
    if (!field.required || there.has(field.id)) continue;
    const at = { sheet: sheet.name, row: head?.top ?? top };
    faults.push(finding('form/field-missing', at, { form: form.id, field: field.label.vi }));
  }
  return faults;
}

function labelled(label: CellRef | undefined): { readonly label?: string } {
  return label === undefined ? {} : { label: address(label.row, label.col) };
}

function nearestOf(sheet: Sheet, traces: readonly Trace[]): Sighting['nearest'] {
  const [best] = [...traces].sort((a, b) => b.share - a.share);
  if (best === undefined || best.share < LIKE) return null;
  const there = new Set(best.fields.map(({ field }) => field));
  const absent = best.form.fields.filter((field) => !there.has(field.id));
  const needed = absent.filter((field) => field.required);
  const missing = (needed.length > 0 ? needed : absent).map((field) => field.label.vi);
  return { form: best.form, sheet: sheet.name, share: best.share, missing };
}
