import type { Field, Form } from '../../model/form.ts';
import { isDate } from '../../model/time.ts';
import { nearest } from '../../text/nearest.ts';

/** One row of a table as typed, by field; a field that is absent is blank. */
export type DraftRow = { readonly [field: string]: string };

/** A report on its way: what a person answered so far, as typed. It may hold personal data. */
export interface Draft {
  readonly form: string;
  /** Code. */
  readonly unit: string;
  /** yyyy-mm-dd. */
  readonly date: string;
  /** Of a form of lines; of a table at most its counting field: one running total that stands for all rows. */
  readonly fields: DraftRow;
  readonly rows: readonly DraftRow[];
}

/** An answers file before its form, unit and day are known; each of them may come from the command line instead. */
export interface Answers {
  readonly form: string | null;
  readonly unit: string | null;
  readonly date: string | null;
  readonly fields: DraftRow;
  readonly rows: readonly DraftRow[];
}

/** What is wrong with an answers file: `key` is where, as `rows[2].phone`. */
export interface AnswersFault {
  readonly key: string;
  readonly expected: 'object' | 'list' | 'text' | 'date' | 'key';
  readonly nearest: string | null;
}

const KEYS = ['schema', 'form', 'unit', 'date', 'fields', 'rows'];

/** Reads parsed JSON as answers. Numbers are taken as they would be typed; null is blank. */
export function readAnswers(json: unknown): Answers | AnswersFault {
  if (!isObject(json)) return { key: '', expected: 'object', nearest: null };
  for (const key of Object.keys(json)) {
    if (!KEYS.includes(key)) return { key, expected: 'key', nearest: nearest(key, KEYS) };
  }
  const heads: (string | null)[] = [];
  for (const key of ['form', 'unit', 'date']) {
    const text = textOf(json[key] ?? null);
    if (text === null) return { key, expected: 'text', nearest: null };
    heads.push(text === '' ? null : text);
  }
  const [form = null, unit = null, date = null] = heads;
  if (date !== null && !isDate(date)) return { key: 'date', expected: 'date', nearest: null };
  const fields = readRecord(json.fields ?? {}, 'fields');
  if (isFault(fields)) return fields;
  const listed = json.rows ?? [];
  if (!Array.isArray(listed)) return { key: 'rows', expected: 'list', nearest: null };
  const rows: DraftRow[] = [];
  for (const [n, each] of listed.entries()) {
    const row = readRecord(each, `rows[${n}]`);
    if (isFault(row)) return row;
    rows.push(row);
  }
  return { form, unit, date, fields, rows };
}

/** The first key among the answers that the form has no field for; null when all are known. */
export function unknownField(answers: Pick<Draft, 'fields' | 'rows'>, form: Form): AnswersFault | null {
  const known = form.fields.map(({ id }) => id);
  const records: (readonly [string, DraftRow])[] = [
    ['fields', answers.fields],
    ...answers.rows.map((row, n) => [`rows[${n}]`, row] as const),
  ];
  for (const [at, record] of records) {
    for (const key of Object.keys(record)) {
      if (!known.includes(key)) return { key: `${at}.${key}`, expected: 'key', nearest: nearest(key, known) };
    }
  }
  return null;
}

export function isFault(value: object): value is AnswersFault {
  return 'expected' in value && 'key' in value && 'nearest' in value;
}

function readRecord(value: unknown, at: string): DraftRow | AnswersFault {
  if (!isObject(value)) return { key: at, expected: 'object', nearest: null };
  const record: { [field: string]: string } = {};
  for (const [key, each] of Object.entries(value)) {
    const text = textOf(each);
    if (text === null) return { key: `${at}.${key}`, expected: 'text', nearest: null };
    record[key] = text;
  }
  return record;
}

function textOf(value: unknown): string | null {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : null;
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields that a person fills in: not the running number, nor what is the sum of others. */
export function askedFields(form: Form): readonly Field[] {
  const sums = sumFields(form);
  return form.fields.filter(({ id, type }) => type !== 'ordinal' && !sums.has(id));
}

/** Fields that a rule of the form says to be the sum of others, which is how they are filled. */
export function sumFields(form: Form): ReadonlyMap<string, readonly string[]> {
  return new Map(form.rules.flatMap((rule) => (rule.kind === 'sum' ? [[rule.field, rule.of]] : [])));
}

/** Whether nothing was typed yet. */
export function isEmpty({ fields, rows }: Pick<Draft, 'fields' | 'rows'>): boolean {
  return [fields, ...rows].every((record) => Object.values(record).every((text) => text.trim() === ''));
}
