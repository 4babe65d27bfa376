import { type Finding, type FindingCode, moved } from '../../model/finding.ts';
import type { CountingMode, Form } from '../../model/form.ts';
import { type Cell, type CellValue, parseAddress, type Row, type Sheet } from '../../model/grid.ts';
import type { Report } from '../../model/report.ts';
import type { Unit } from '../../model/units.ts';
import { checkWithUnit, intake } from '../intake.ts';
import { cellsOf, totalCell } from './cells.ts';
import type { Draft, DraftRow } from './draft.ts';

export interface CheckContext {
  /** How the campaign has the rows of the form counted. */
  readonly counting: CountingMode;
  readonly unit: Unit | null;
}

/** What intake will say of the report. Places carry the heading and, for rows of a table, `row` from 0. */
export interface Judgement {
  /** Null where intake would not know the form again. */
  readonly report: Report | null;
  readonly findings: readonly Finding[];
}

const FIRST = 2;

/** A draft read and checked by the very stages that received files go through. */
export function judge(draft: Draft, form: Form, { counting, unit }: CheckContext): Judgement {
  const read = intake({ sheets: [sheetOf(draft, form)] }, new Map([[form.id, form]]), {
    counting: () => counting,
  });
  const [report] = read.reports;
  if (report === undefined) return { report: null, findings: read.findings };
  const against =
    unit === null ? [] : checkWithUnit({ form, figures: report.figures }, unit).map(withoutUnit);
  const rows = draft.rows.length;
  return {
    report,
    findings: [...read.findings, ...report.findings, ...against].map((one) => told(one, rows)),
  };
}

function withoutUnit(found: Finding): Finding {
  const { unit: _, ...at } = found.at;
  return moved(found, at);
}

/** A person who fills in knows lines and rows, not the cells of a sheet. */
function told(found: Finding, rows: number): Finding {
  const { at } = found;
  const row = (at.row ?? -1) - FIRST;
  const inRow = at.cell !== undefined && !/[:,]/.test(at.cell) && row >= 0 && row < rows;
  return moved(found, {
    ...(at.heading === undefined ? {} : { heading: at.heading }),
    ...(inRow ? { row } : {}),
  });
}

/** The row of an earlier finding's counterpart ("already in B3"), from 0; null where a finding has none. */
export function firstRow(found: Finding): number | null {
  if (found.code !== 'report/duplicate-person' && found.code !== 'report/not-unique') return null;
  const at = parseAddress(found.facts.first);
  return at === null ? null : at.row - FIRST;
}

/** Those that were not there before: what an answer has brought. */
export function newFindings(before: Judgement, after: Judgement): readonly Finding[] {
  const known = before.findings.map(keyOf);
  return after.findings.filter((each) => {
    const at = known.indexOf(keyOf(each));
    if (at !== -1) known.splice(at, 1);
    return at === -1;
  });
}

function keyOf({ code, at }: Finding): string {
  return JSON.stringify([code, at.row ?? null, at.heading ?? null]);
}

/** What only the whole report can say: a single answer is not blamed for it. */
const OF_THE_WHOLE: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'report/no-rows',
  'report/counting-unclear',
  'report/total-not-sum',
  'report/blank-counts',
  'report/above-base',
  'report/above-twice-base',
  'report/above-population',
  'value/missing',
]);

/** A row that names somebody: one without a name, an address and a phone is no row yet, whatever else it holds. */
function named(row: DraftRow, form: Form): DraftRow {
  const person = form.fields.find(({ type }) => type === 'person')?.id;
  return person === undefined || row[person] ? row : { ...row, [person]: 'A' };
}

/** What is wrong with one answer, in the row that it belongs to: of a table only that row is looked at. */
export function judgeAnswer(
  draft: Draft,
  form: Form,
  context: CheckContext,
  at: { readonly field: string; readonly row: DraftRow | null },
  text: string,
): readonly Finding[] {
  const withAnswer = (value: string): Draft =>
    at.row === null
      ? { ...draft, fields: { ...draft.fields, [at.field]: value } }
      : { ...draft, fields: {}, rows: [{ ...named(at.row, form), [at.field]: value }] };
  const before = judge(withAnswer(''), form, context);
  if (text === '') {
    const label = form.fields.find(({ id }) => id === at.field)?.label.vi;
    const own = before.findings.filter(
      ({ code, at: { heading } }) => code === 'value/missing' && heading === label,
    );
    return at.row === null ? own : own.filter(({ at: { row } }) => row !== undefined);
  }
  return newFindings(before, judge(withAnswer(text), form, context)).filter(
    ({ code }) => !OF_THE_WHOLE.has(code),
  );
}

/** The official form reduced to what intake needs: its title, its labels, the answers. */
function sheetOf(draft: Draft, form: Form): Sheet {
  const grid: (CellValue | null)[][] = [[text(form.titles[0] ?? form.name.vi)]];
  if (form.layout === 'lines') {
    const cells = cellsOf(draft.fields, form);
    for (const { id, type, label } of form.fields) {
      const value = cells[id] ?? null;
      // A picture is told by words in the line of its label.
      if (type === 'picture' && value?.kind === 'text') grid.push([text(`${label.vi}: ${value.text}`)]);
      else grid.push([text(label.vi), value]);
    }
  } else {
    const rows = draft.rows.map((row) => cellsOf(row, form));
    grid.push(form.fields.map(({ label }) => text(label.vi)));
    rows.forEach((row, n) => {
      grid.push(
        form.fields.map(({ id, type }) =>
          type === 'ordinal' ? { kind: 'number', number: n + 1 } : (row[id] ?? null),
        ),
      );
    });
    const first = firstTotal(form);
    if (first > 0) {
      grid.push(
        form.fields.map((field, n) =>
          n === 0
            ? text(TOTAL)
            : n >= first && field.type === 'count'
              ? totalCell(field, rows, draft, form)
              : null,
        ),
      );
    }
  }
  return {
    name: form.name.vi,
    hidden: false,
    rows: grid.map(rowOf),
    merges: [],
    hiddenColumns: new Set(),
    pictures: [],
  };
}

export const TOTAL = 'Tổng cộng';

/** Where the totals of a table begin; 0 where it has none, or no room for their label. */
export function firstTotal(form: Form): number {
  return Math.max(
    0,
    form.fields.findIndex(({ type }) => type === 'count'),
  );
}

function text(of: string): CellValue {
  return { kind: 'text', text: of };
}

function rowOf(values: readonly (CellValue | null)[], index: number): Row {
  const cells = values.flatMap((value, col): Cell[] =>
    value === null ? [] : [{ row: index, col, value, shown: shownOf(value) }],
  );
  return { index, hidden: false, cells };
}

function shownOf(value: CellValue): string {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'number') return String(value.number);
  return value.kind === 'date' ? value.iso : '';
}
