import { labelsOf } from '../intake/recognise/labels.ts';
import type { Form } from '../model/form.ts';
import type { Cell, Row, Workbook } from '../model/grid.ts';
import type { Instant } from '../model/submission.ts';
import type { UnitStatus } from '../model/summary.ts';
import { formatInstant, instantOf } from '../model/time.ts';
import { clean, fold } from '../text/fold.ts';

/** Who sent when, as a summary's sheet of receipts shows it. */
export interface ShownReceipt {
  readonly status: UnitStatus;
  /** ISO 8601 with offset, or null. */
  readonly at: string | null;
  readonly minutesLate: number | null;
}

/** By form id, then folded name. */
export type ShownReceipts = ReadonlyMap<string, ReadonlyMap<string, ShownReceipt>>;

const COLUMNS = ['unit', 'status', 'received_at', 'minutes_late'];
const STATUSES: readonly UnitStatus[] = ['on-time', 'late', 'missing', 'awaited', 'exempt', 'not-required'];

/**
 * The sheet that has a column of units and one of their states, in sections that begin with a form's name. Empty where
 * there is none. The words of columns and states are fields of the summary form.
 */
export function shownReceipts(
  workbook: Workbook,
  forms: readonly Form[],
  summaryForm: Form,
  zone: string,
): ShownReceipts {
  const receipts = new Map<string, Map<string, ShownReceipt>>();
  for (const { hidden, rows } of workbook.sheets) {
    const head = hidden ? undefined : rows.find((row) => columnsOf(row, summaryForm).has('status'));
    if (head === undefined) continue;
    const columns = columnsOf(head, summaryForm);
    let section: Map<string, ShownReceipt> | null = null;
    for (const row of rows.filter(({ index }) => index > head.index)) {
      const cells = new Map(COLUMNS.map((id) => [id, at(row, columns.get(id))]));
      const name = textOf(cells.get('unit'));
      if (name === '') {
        const form = sectionOf(row, forms);
        section = form === null ? null : new Map();
        if (form !== null && section !== null) receipts.set(form.id, section);
        continue;
      }
      const receipt = receiptOf(cells, summaryForm, zone);
      if (receipt !== null) section?.set(fold(name), receipt);
    }
  }
  return receipts;
}

function columnsOf(row: Row, form: Form): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const { col, value } of row.cells) {
    const best = value.kind === 'text' ? labelsOf(form)(value.text)[0] : undefined;
    if (best !== undefined && best.score > 0.9 && COLUMNS.includes(best.field)) columns.set(best.field, col);
  }
  return columns;
}

function at(row: Row, column: number | undefined): Cell | undefined {
  return row.cells.find(({ col }) => col === column);
}

function textOf(cell: Cell | undefined): string {
  return cell?.value.kind === 'text' ? clean(cell.value.text) : '';
}

function sectionOf({ cells }: Row, forms: readonly Form[]): Form | null {
  const text = fold(textOf(cells[0]));
  return (
    forms.find(({ name }) => [name.vi, name.en].some((each) => text.startsWith(fold(`${each}.`)))) ?? null
  );
}

function receiptOf(
  cells: ReadonlyMap<string, Cell | undefined>,
  form: Form,
  zone: string,
): ShownReceipt | null {
  const said = fold(textOf(cells.get('status')));
  const field = form.fields.find(({ label, synonyms }) =>
    [label.vi, label.en, ...synonyms].some((word) => fold(word) === said),
  );
  const status = STATUSES.find((each) => each === field?.id);
  if (status === undefined) return null;
  const late = cells.get('minutes_late')?.value;
  const has = status === 'on-time' || status === 'late' ? 0 : null;
  return {
    status,
    at: instantText(cells.get('received_at'), zone),
    minutesLate: late?.kind === 'number' ? late.number : has,
  };
}

function instantText(cell: Cell | undefined, zone: string): string | null {
  const iso = cell?.value.kind === 'date' ? cell.value.iso : '';
  const [date = '', time] = iso.split('T');
  if (time === undefined) return null;
  const instant: Instant = instantOf(date, time.slice(0, 8), zone);
  return formatInstant(instant, zone);
}
