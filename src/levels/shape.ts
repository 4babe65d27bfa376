import { isDate } from '../model/time.ts';

/** Whether a parsed JSON value is what it should be: data from another office is believed only where it has its shape. */
export type Check = (value: unknown) => boolean;

export const text: Check = (value) => typeof value === 'string';
export const flag: Check = (value) => typeof value === 'boolean';
/** Persons, versions, minutes: whole and not negative. */
export const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
export const day: Check = (value) => typeof value === 'string' && isDate(value);
export const instant: Check = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));

export function oneOf(...values: readonly string[]): Check {
  return (value) => values.includes(value as string);
}

export function nullable(check: Check): Check {
  return (value) => value === null || check(value);
}

export function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

export function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

/** An object with these keys; it may have others. */
export function shape(keys: { readonly [key: string]: Check }): Check {
  return (value) => isObject(value) && Object.entries(keys).every(([key, check]) => check(value[key]));
}

export function recordOf(check: Check): Check {
  return (value) => isObject(value) && Object.values(value).every(check);
}

export function anyOf(...checks: readonly Check[]): Check {
  return (value) => checks.some((check) => check(value));
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
