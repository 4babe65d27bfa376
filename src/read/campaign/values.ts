import * as v from 'valibot';
import { isDate } from '../../model/time.ts';

/** The kinds of values in campaign.yaml. A message is a code that `lang/` turns into words ("yaml-value", `expected`). */

/** As ISO 8601 counts them, from Monday. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export const text = v.pipe(v.string('text'), v.trim(), v.nonEmpty('text'));
export const date = v.pipe(v.string('date'), v.check(isDate, 'date'));
export const month = v.pipe(
  v.string('month'),
  v.check((value) => isDate(value) || isDate(`${value}-01`) || /^\d{4}$/.test(value), 'month'),
);
export const time = v.pipe(v.string('time'), v.regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'time'));
export const zone = v.pipe(v.string('zone'), v.check(isZone, 'zone'));
/** How many people there are; 0 says that nobody knows, as an empty cell of the roster does. */
export const size = v.pipe(v.number('size'), v.safeInteger('size'), v.minValue(0, 'size'));
export const outputName = v.pipe(
  v.string('output-name'),
  v.regex(/^(?!.*-(tam|bo-sung-\d+)$)[^\s/\\:*?"<>|.~][^/\\:*?"<>|]*$/, 'output-name'),
  v.includes('{date}', 'output-name'),
);
export const percent = v.pipe(
  v.string('percent'),
  v.regex(/^\s*(100([.,]0{1,4})?|\d{1,2}([.,]\d{1,4})?)\s*%\s*$/, 'percent'),
);

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A key with what it means, in the words of docs/campaign.md. */
export function key<S extends v.GenericSchema>(schema: S, description: string) {
  return v.pipe(schema, v.description(description));
}
