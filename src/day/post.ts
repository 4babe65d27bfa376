import { type CountedReport, type Entry, type EntryIndex, inOrder } from '../model/entry.ts';
import type { Version } from './version.ts';
import { wholeOf } from './whole.ts';

/**
 * Posts what was accepted, superseded versions included, and parts as the one report that they are; duplicates and what
 * is undecided are no entries.
 */
export function post(versions: readonly Version[]): EntryIndex {
  const book = new Map<string, Map<string, Entry[]>>();
  const wholes = new Map<string, [CountedReport, ...CountedReport[]]>();
  for (const { report, day, outcome, version } of versions) {
    if (version === null) continue;
    const source = { ...report, version };
    const units = book.get(source.form) ?? new Map<string, Entry[]>();
    book.set(source.form, units);
    const entries = units.get(source.unit) ?? [];
    units.set(source.unit, entries);
    const key = JSON.stringify([source.form, source.unit, day]);
    const parts = wholes.get(key);
    if (outcome !== 'counts') entries.push({ day, counts: false, source });
    else if (parts !== undefined) parts.push(source);
    else {
      wholes.set(key, [source]);
      entries.push({ day, counts: true, source });
    }
  }
  for (const units of book.values()) {
    for (const [unit, entries] of units) {
      units.set(unit, entries.map((entry) => withParts(entry, wholes)).sort(inOrder));
    }
  }
  return book;
}

function withParts(entry: Entry, wholes: ReadonlyMap<string, [CountedReport, ...CountedReport[]]>): Entry {
  const { form, unit } = entry.source;
  const parts = entry.counts ? wholes.get(JSON.stringify([form, unit, entry.day])) : undefined;
  if (parts === undefined || parts.length === 1) return entry;
  parts.sort((a, b) => a.version - b.version);
  return { ...entry, source: wholeOf(parts), parts };
}
