import { type Book, type Entry, inOrder } from '../model/entry.ts';
import type { Version } from './versions.ts';

/** Posts what was accepted, superseded versions included; duplicates and what is undecided are no entries. */
export function post(versions: readonly Version[]): Book {
  const book = new Map<string, Map<string, Entry[]>>();
  for (const { report, day, outcome, version } of versions) {
    if (version === null) continue;
    const source = { ...report, version };
    const entry = { day, counts: outcome === 'counts', source };
    const units = book.get(source.form) ?? new Map<string, Entry[]>();
    book.set(source.form, units);
    const entries = units.get(source.unit);
    if (entries === undefined) units.set(source.unit, [entry]);
    else entries.push(entry);
  }
  for (const units of book.values()) for (const entries of units.values()) entries.sort(inOrder);
  return book;
}
