import { compareText } from '../../model/finding.ts';
import type { DecidedSubmission } from '../../model/submission.ts';
import type { FigureSource, ScopeSummary, SenderLine, UnitLine } from '../../model/summary.ts';
import { formatInstant } from '../../model/time.ts';
import { shortHash } from '../anonymous.ts';
import { isOpen, type Sender } from '../claim.ts';
import { completenessText } from '../headline.ts';
import type { ViewInput } from '../input.ts';
import { sourceOf, unitName } from '../lookup.ts';
import type { Page } from '../page.ts';
import { column } from '../scope/columns.ts';
import { hasDeadline } from '../scope/layout.ts';
import { sendersOf } from '../senders.ts';
import { type Cell, cell, type Row, type Table, type Tone } from '../table.ts';
import { matrixBlocks } from './matrix.ts';

/**
 * `Tình hình nộp`: who sent when, and what became of each file; files are named by unit, date, version and hash. Where
 * nobody is asked for anything it says so: it is then the only page.
 */
export function receiptsPage(input: ViewInput): Page {
  const { sheets, text, titles } = input.words.view;
  const nobody =
    input.summary.scopes.every((scope) => scope.units.length === 0) && sendersOf(input).length === 0;
  const board = boardTable(input);
  const rows = [...board.rows, ...filesSection(input)];
  // Before the board: the board's head is repeated on every page after it, and would stand over another table.
  const matrix = matrixBlocks(input);
  return {
    id: 'receipts',
    name: sheets.receipts,
    blocks: [
      { kind: 'title', lines: [titles.receipts, input.summary.campaign.name] },
      { kind: 'text', style: 'as-of', text: text.asOf(input.summary.asOf) },
      ...(nobody ? [{ kind: 'text', style: 'lead', text: text.nobodyAsked } as const] : []),
      ...matrix,
      ...(matrix.length === 0
        ? []
        : [{ kind: 'text', style: 'heading', text: text.ofDay(input.summary.date) } as const]),
      ...(rows.length === 0 ? [] : [{ kind: 'table', table: { ...board, rows }, main: true } as const]),
    ],
  };
}

/** Who sent when, form by form. One table, so that its head repeated on every page is right for all of its parts. */
export function boardTable(input: ViewInput): Table {
  const words = input.words.view.column;
  const scopes = input.summary.scopes.filter((scope) => scope.units.length > 0);
  return {
    id: 'receipts',
    columns: [
      column('ordinal', 'ordinal', words.ordinal, { width: 5 }),
      column('unit', 'text', words.unit, { width: 22, grow: true }),
      column('report', 'text', words.report, { width: 13, drop: 4 }),
      column('status', 'text', words.status, { width: 22 }),
      column('receivedAt', 'instant', words.receivedAt, { width: 16, drop: 1 }),
      column('minutesLate', 'minutes', words.minutesLate, {
        width: 8,
        short: words.shortMinutesLate,
        drop: 1,
      }),
      column('channel', 'text', words.channel, { width: 12, drop: 3 }),
      column('evidence', 'text', words.evidence, { width: 18, drop: 5 }),
      column('version', 'rank', words.version, { width: 7, drop: 2 }),
      column('hash', 'code', words.hash, { width: 14, drop: 6 }),
    ],
    rows: [...scopes.flatMap((scope) => scopeSection(input, scope)), ...sendersSection(input)],
  };
}

function scopeSection(input: ViewInput, scope: ScopeSummary): readonly Row[] {
  const form = input.folder.forms.get(scope.form)?.name[input.words.language] ?? scope.form;
  const deadline = hasDeadline(input, scope.form);
  const completeness = completenessText(input, scope.completeness, scope.units, deadline);
  const rows = scope.units.map(
    (unit, index): Row => ({
      role: 'item',
      cells: { ordinal: cell(index + 1), ...unitCells(input, scope, unit, deadline) },
    }),
  );
  return [{ role: 'section', text: `${form}. ${completeness}` }, ...rows];
}

const TONES: { readonly [S in UnitLine['status']]?: Tone } = { late: 'late', missing: 'missing' };

function statusCells(input: ViewInput, line: Sender, deadline: boolean) {
  const { status, note } = input.words.view;
  const plain = line.status === 'awaited' && !deadline ? note.noDeadline : status[line.status];
  const attempt = isOpen(line) ? (line.attempt ?? null) : null;
  const shown = attempt === null ? plain : note.unusable[attempt.outcome];
  return {
    unit: cell(line.name),
    status: cell(shown, TONES[line.status]),
    receivedAt: cell(line.receivedAt),
    minutesLate: cell(line.minutesLate === 0 ? null : line.minutesLate),
  };
}

/**
 * Time and lateness are the first accepted version's, as in the summary; version and hash are of the one that counts. Where
 * the two are different files, channel and evidence go with the time.
 */
function unitCells(
  input: ViewInput,
  scope: ScopeSummary,
  unit: UnitLine,
  deadline: boolean,
): { readonly [column: string]: Cell } {
  const source = sourceOf(input, scope.id, unit.code);
  const first = input.firsts.get(scope.id)?.get(unit.code);
  const evidence = first?.evidence ?? (isOfFirst(source, unit) ? source?.evidence : undefined);
  return {
    ...statusCells(input, unit, deadline),
    report: cell(source === undefined ? null : reportText(input, scope.form, source.date)),
    channel: cell(first?.channel ?? null),
    evidence:
      evidence === undefined || unit.receivedAt === null
        ? cell(null)
        : cell(input.words.view.evidence[evidence], evidence === 'file-time' ? 'weak' : undefined),
    version: cell(source?.version ?? null),
    hash: cell(source === undefined ? null : shortHash(source.sha256)),
  };
}

function isOfFirst(source: FigureSource | undefined, unit: UnitLine): boolean {
  return source !== undefined && source.receivedAt === unit.receivedAt;
}

function sendersSection(input: ViewInput): readonly Row[] {
  const lines = sendersOf(input);
  if (lines.length === 0) return [];
  const deadline = input.folder.campaign.collect.some(
    ({ form, due }) => due !== null && isSummary(input, form),
  );
  return [
    { role: 'section', text: input.words.view.text.senders },
    ...lines.map(
      (sender, index): Row => ({
        role: 'item',
        cells: {
          ordinal: cell(index + 1),
          ...statusCells(input, sender, deadline),
          ...summaryCells(input, sender),
        },
      }),
    ),
  ];
}

function isSummary(input: ViewInput, form: string | null): boolean {
  return form !== null && input.folder.forms.get(form)?.layout === 'summary';
}

/** The summary of the office that counts. */
function summaryCells(input: ViewInput, { code }: SenderLine): { readonly [column: string]: Cell } {
  const sent = input.submissions.find(
    ({ unit, form, outcome }) => unit === code && isSummary(input, form) && outcome.startsWith('accepted'),
  );
  if (sent === undefined) return {};
  const { evidence } = sent.arrival;
  return {
    report: cell(sent.form === null ? null : reportText(input, sent.form, sent.date)),
    channel: cell(sent.arrival.channel),
    evidence: cell(input.words.view.evidence[evidence], evidence === 'file-time' ? 'weak' : undefined),
    version: cell(sent.version),
    hash: cell(shortHash(sent.sha256)),
  };
}

const OUTCOME_TONES: { readonly [O in DecidedSubmission['outcome']]?: Tone } = {
  rejected: 'error',
  undecided: 'error',
  'accepted-with-warnings': 'warning',
};

/** Every file of the day by unit and arrival, and what became of it. */
function filesSection(input: ViewInput): readonly Row[] {
  if (input.submissions.length === 0) return [];
  const rosterOrder = new Map(
    input.summary.scopes.flatMap((scope) => scope.units).map((unit, index) => [unit.code, index]),
  );
  const place = ({ unit }: DecidedSubmission) =>
    unit === null ? rosterOrder.size + 1 : (rosterOrder.get(unit) ?? rosterOrder.size);
  const sorted = [...input.submissions].sort(
    (a, b) => place(a) - place(b) || a.arrival.at - b.arrival.at || compareText(a.sha256, b.sha256),
  );
  return [
    { role: 'section', text: input.words.view.text.receivedFiles },
    ...sorted.map(
      (submission, index): Row => ({
        role: 'item',
        cells: { ordinal: cell(index + 1), ...fileCells(input, submission) },
      }),
    ),
  ];
}

function fileCells(input: ViewInput, submission: DecidedSubmission): { readonly [column: string]: Cell } {
  const { outcome, text, evidence } = input.words.view;
  const { arrival } = submission;
  return {
    unit: cell(unitName(input, submission.unit) ?? text.unknownUnit),
    report: cell(submission.form === null ? null : reportText(input, submission.form, submission.date)),
    status: cell(outcome[submission.outcome], OUTCOME_TONES[submission.outcome]),
    receivedAt: cell(formatInstant(arrival.at, input.folder.campaign.timezone)),
    channel: cell(arrival.channel),
    evidence: cell(evidence[arrival.evidence], arrival.evidence === 'file-time' ? 'weak' : undefined),
    version: cell(submission.version),
    hash: cell(shortHash(submission.sha256)),
  };
}

/** "Mẫu 02, 16/8": which form, for which day. */
function reportText(input: ViewInput, formId: string, date: string | null): string {
  const form = input.folder.forms.get(formId)?.name[input.words.language] ?? formId;
  return date === null ? form : `${form}, ${input.words.view.number.dayMonth(date)}`;
}
