import { unitNamed } from '../../console/form-choice.ts';
import type { Batch } from '../../load/load.ts';
import { UserError } from '../../model/error.ts';
import { type Decision, FALL_REASONS, type FallReason, type ReportRef } from '../../model/ledger.ts';
import { isDate } from '../../model/time.ts';
import { parseDay } from '../../text/date.ts';
import { bare } from '../../text/fold.ts';
import { findReport, versionsKnown } from './report.ts';

/** The options of `resolve` as typed. */
export interface ResolveOptions {
  readonly sheet?: string;
  readonly unit?: string;
  readonly day?: string;
  readonly counts?: boolean;
  readonly together?: boolean;
  readonly counting?: string;
  readonly acceptFall?: string;
  readonly acceptChange?: string;
  readonly why?: string;
  readonly exempt?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reason?: string;
  readonly form?: string;
  readonly undo?: string;
  readonly list?: boolean;
}

/** Each of these decides one thing, so that one of them stands on a command line. */
const DECIDING = [
  'unit',
  'day',
  'counts',
  'together',
  'counting',
  'acceptFall',
  'acceptChange',
  'exempt',
  'undo',
] as const;
const ON_FILES: readonly string[] = ['unit', 'day', 'counts', 'together', 'counting'];

/** Whether the command line leaves what is to be decided to a question. */
export function isAsked(files: readonly string[], options: ResolveOptions): boolean {
  return files.length === 0 && options.list !== true && DECIDING.every((name) => options[name] === undefined);
}

/** What the flags decide; null where they decide nothing. Throws a UserError for what cannot be. */
export function typedDecision(
  batch: Batch,
  files: readonly string[],
  options: ResolveOptions,
): Decision | null {
  const [file] = files;
  const given = DECIDING.filter((name) => options[name] !== undefined);
  const [what] = given;
  if (given.length > 1)
    throw new UserError({ kind: 'one-decision', options: given.map((name) => spelling(name)) });
  if (what === undefined) {
    if (file === undefined) return null;
    throw missing(ON_FILES.map(spelling).join(' | '));
  }
  if (ON_FILES.includes(what)) {
    if (file === undefined) throw missing('<file>');
    if (what === 'together') return togetherDecision(batch, files, options);
    if (files.length > 1) throw new UserError({ kind: 'several-files', files });
    return reportDecision(batch, file, options);
  }
  const reason = textOf(options.reason);
  if (options.undo !== undefined)
    return { kind: 'undo', decision: decisionNumber(batch, options.undo), reason };
  if (options.exempt !== undefined) return exemption(batch, options.exempt, options);
  const kind = what === 'acceptFall' ? 'fall' : 'change';
  const unit = codeOf(batch, options.acceptFall ?? options.acceptChange ?? '');
  const why = whyOf(options.why);
  if (why === 'khác' && reason === null) throw missing('--reason');
  return { kind, unit, form: formOf(batch, kind, unit, options.form), date: batch.date, why, reason };
}

function reportDecision(batch: Batch, file: string, options: ResolveOptions): Decision {
  const reason = textOf(options.reason);
  const { unit, day, counting } = options;
  if (counting !== undefined)
    return { kind: 'counting', report: refOf(batch, file, options, false), mode: modeOf(counting), reason };
  if (day !== undefined)
    return { kind: 'date', report: refOf(batch, file, options, false), date: dayOf(batch, day), reason };
  // Two reports of one file have two owners and rivals of their own.
  const report = refOf(batch, file, options, true);
  if (unit !== undefined) return { kind: 'unit', report, unit: codeOf(batch, unit), reason };
  return { kind: 'version', report, known: versionsKnown(batch, report), reason };
}

/** Files, or the sheets of one file, of one unit, form and day. */
function togetherDecision(batch: Batch, files: readonly string[], options: ResolveOptions): Decision {
  const reports = files.flatMap((file) => findReport(batch, file, null).reports);
  const [first] = reports;
  if (reports.length < 2) throw missing('<file>');
  const rejected = reports.find(({ standing }) => standing === 'rejected');
  if (rejected !== undefined) throw new UserError({ kind: 'cannot-count', file: rejected.path });
  const other = reports.find((each) => each.unit !== first?.unit || each.form !== first?.form);
  if (other !== undefined)
    throw new UserError({ kind: 'not-one-report', files: [first?.path ?? '', other.path] });
  const refs = reports.map(({ path, sha256, sheet }): ReportRef => ({ path, sha256, sheet }));
  return { kind: 'together', reports: refs, reason: textOf(options.reason) };
}

function refOf(batch: Batch, file: string, { sheet, counts }: ResolveOptions, alone: boolean): ReportRef {
  const { reports, ref } = findReport(batch, file, sheet ?? null);
  if (alone && reports.length > 1) throw missing(`--sheet ${reports.map((each) => each.sheet).join(' | ')}`);
  if (counts === true && reports[0]?.standing === 'rejected')
    throw new UserError({ kind: 'cannot-count', file: reports[0].path });
  return ref;
}

function codeOf({ folder, date }: Batch, text: string): string {
  return unitNamed(folder, text, date).code;
}

function missing(name: string): UserError {
  return new UserError({ kind: 'missing-argument', name, command: 'resolve' });
}

function spelling(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function textOf(text: string | undefined): string | null {
  const clean = text?.normalize('NFC').trim() ?? '';
  return clean === '' ? null : clean;
}

const MODES = ['rows', 'per-person', 'stated-total'] as const;

function modeOf(text: string): (typeof MODES)[number] {
  const mode = MODES.find((known) => known === text);
  if (mode === undefined) throw new UserError({ kind: 'bad-choice', name: '--counting', text, known: MODES });
  return mode;
}

/** As it is written, or without its tones. */
function whyOf(text: string | undefined): FallReason {
  if (text === undefined) throw missing('--why');
  const why = FALL_REASONS.find((known) => bare(known) === bare(text));
  if (why === undefined)
    throw new UserError({ kind: 'bad-choice', name: '--why', text, known: FALL_REASONS });
  return why;
}

function dayOf(batch: Batch, text: string): string {
  const day = isDate(text) ? text : parseDay(text, { year: Number(batch.date.slice(0, 4)) });
  if (day === null) throw new UserError({ kind: 'bad-date', text });
  return day;
}

/** Without its days it is the day in question. */
function exemption(batch: Batch, unit: string, options: ResolveOptions): Decision {
  const reason = textOf(options.reason);
  if (reason === null) throw missing('--reason');
  const from = options.from === undefined ? batch.date : dayOf(batch, options.from);
  const to =
    options.to === undefined ? (options.from === undefined ? batch.date : from) : dayOf(batch, options.to);
  if (to < from) throw new UserError({ kind: 'bad-choice', name: '--to', text: to, known: [`≥ ${from}`] });
  return { kind: 'exempt', unit: codeOf(batch, unit), from, to, reason };
}

function decisionNumber(batch: Batch, text: string): number {
  const id = Number(text);
  if (!batch.decisions.some((each) => each.id === id))
    throw new UserError({ kind: 'no-such-decision', id: text });
  return id;
}

/** The form in question: the one named, else the one in which the unit's figure fell or changed, else one that it gave. */
function formOf(batch: Batch, kind: 'fall' | 'change', unit: string, typed: string | undefined): string {
  const { forms } = batch.folder;
  if (typed !== undefined) {
    if (forms.has(typed)) return typed;
    throw new UserError({ kind: 'bad-choice', name: '--form', text: typed, known: [...forms.keys()] });
  }
  const own = batch.submissions.filter((each) => each.unit === unit);
  const fell = own.find(({ findings }) => findings.some(({ code }) => code === 'across/fall'));
  const changed = batch.corrections.find((each) => each.unit === unit);
  const { scopes } = batch.summary;
  const gave = scopes.find(({ units }) =>
    units.some(({ code, figures }) => code === unit && Object.keys(figures).length > 0),
  );
  return (kind === 'fall' ? fell?.form : changed?.form) ?? gave?.form ?? scopes[0]?.form ?? '';
}
