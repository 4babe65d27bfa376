import * as v from 'valibot';
import { BASE_IDS } from '../model/units.ts';

/** What a form definition may say. A message here is a code that `lang/` turns into words ("yaml-value", `expected`). */

const text = v.pipe(v.string('text'), v.trim(), v.nonEmpty('text'));
const id = v.pipe(v.string('id'), v.regex(/^[a-z][a-z0-9_-]*$/, 'id'));
const words = v.strictObject({ vi: text, en: text });
const texts = v.array(text, 'list');
const choice = <const T extends readonly string[]>(...of: T) => v.picklist(of, of.join(' | '));

const field = v.strictObject({
  id,
  label: words,
  synonyms: v.optional(texts, []),
  fallbacks: v.optional(texts, []),
  unlike: v.optional(texts, []),
  type: choice('count', 'ordinal', 'text', 'person', 'address', 'phone', 'mark', 'picture', 'date'),
  required: v.optional(v.boolean('true | false'), false),
  hint: v.optional(words),
});

/** Exactly one of the keys is given. */
function single(keys: readonly string[]) {
  return <T extends object>(value: T): boolean =>
    Object.entries(value).filter(([key, given]) => keys.includes(key) && given !== undefined).length === 1;
}

const SOURCES = ['field', 'sum', 'rows', 'counting'];
const source = v.pipe(
  v.strictObject({
    field: v.optional(id),
    sum: v.optional(id),
    rows: v.optional(v.literal(true, 'true')),
    counting: v.optional(id),
  }),
  v.check(single(SOURCES), SOURCES.join(' | ')),
);

const measure = v.strictObject({
  id,
  label: words,
  from: source,
  cumulative: v.optional(v.boolean('true | false'), true),
  within: v.optional(v.picklist(BASE_IDS, BASE_IDS.join(' | '))),
});

const RULES = ['at-most', 'range', 'sum', 'pattern', 'unique', 'required'];
const number = v.number('number');
const rule = v.pipe(
  v.strictObject({
    'at-most': v.optional(v.strictObject({ left: id, right: id })),
    range: v.optional(v.strictObject({ field: id, min: v.optional(number), max: v.optional(number) })),
    sum: v.optional(v.strictObject({ field: id, of: v.pipe(v.array(id, 'list'), v.nonEmpty('list')) })),
    pattern: v.optional(
      v.strictObject({ field: id, pattern: v.pipe(v.string('regex'), v.check(isPattern, 'regex')) }),
    ),
    unique: v.optional(v.pipe(v.array(id, 'list'), v.nonEmpty('list'))),
    required: v.optional(id),
    words: v.optional(words),
  }),
  v.check(single(RULES), RULES.join(' | ')),
);

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

export const formSchema = v.strictObject({
  id,
  version: v.optional(v.pipe(v.number('count'), v.integer('count'), v.minValue(1, 'count')), 1),
  scope: id,
  name: words,
  sheetTitle: v.optional(words),
  titles: v.optional(texts, []),
  subject: v.optional(
    v.strictObject({ words: v.pipe(texts, v.nonEmpty('list')), unlike: v.optional(texts, []) }),
  ),
  layout: choice('lines', 'table', 'summary'),
  source: v.optional(v.pipe(v.string('text'), v.trim()), ''),
  fields: v.array(field, 'list'),
  measures: v.array(measure, 'list'),
  defaultBase: v.optional(id),
  rules: v.optional(v.array(rule, 'list'), []),
});
