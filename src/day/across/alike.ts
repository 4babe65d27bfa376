import { compareText } from '../../model/finding.ts';
import type { AcrossDay, Reporting } from './day.ts';

/**
 * Reports that share a key with one report, itself included, by the names of their units. The day is gone through once:
 * a country has eleven thousand communes.
 */
export function alikeBy(
  { reports }: AcrossDay,
  key: (reporting: Reporting) => string,
): (reporting: Reporting) => readonly Reporting[] {
  const groups = new Map<string, Reporting[]>();
  for (const each of [...reports].sort((a, b) => compareText(a.name, b.name))) {
    const name = key(each);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [each]);
    else group.push(each);
  }
  return (reporting) => groups.get(key(reporting)) ?? [];
}
