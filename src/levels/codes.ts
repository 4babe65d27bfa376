import type { CampaignFolder } from '../model/campaign.ts';
import type { RosterLines } from '../model/roster-lines.ts';
import { fold } from '../text/fold.ts';
import { ancestorsOf, nameOf, type Sender, type SenderUnit } from './sender.ts';

/** Code here of a unit that a sender names, by the code that it has there (its name where it has none there). */
export type CodesHere = (sender: string, unit: SenderUnit['unit']) => string;

/**
 * Finds the units of summaries in the own roster: by code, or by the same name below the sender. Codes that offices
 * made up themselves (CQ01) can mean different units in different places: those are told apart by their sender.
 */
export function codesHere(
  senders: readonly Sender[],
  { roster }: CampaignFolder,
  lines: RosterLines,
  date: string,
): CodesHere {
  const names = new Map<string, Map<string, string>>();
  for (const { code, name, aliases } of roster.units) {
    for (const above of ancestorsOf(lines, code, date)) {
      const below = names.get(above) ?? new Map<string, string>();
      names.set(above, below);
      for (const each of [name, ...aliases]) if (!below.has(fold(each))) below.set(fold(each), code);
    }
  }
  const listed = (sender: string, unit: SenderUnit['unit']): string | null => {
    const own = lines.get(unit.code);
    const isSame =
      own !== undefined &&
      (OFFICIAL.test(unit.code) ||
        own.some((line) => sameName(line.name, nameOf(unit))) ||
        ancestorsOf(lines, unit.code, date).includes(sender));
    return isSame ? unit.code : (names.get(sender)?.get(fold(nameOf(unit))) ?? null);
  };
  const taken = namesByCode(senders, listed);
  return (sender, unit) => {
    const own = listed(sender, unit);
    if (own !== null) return own;
    if (unit.code === '') return `${sender}/${nameOf(unit)}`;
    const clash = lines.has(unit.code) || (taken.get(unit.code)?.size ?? 0) > 1;
    return clash ? `${sender}/${unit.code}` : unit.code;
  };
}

/** Codes of the national list (five digits for a commune) mean one place everywhere. */
const OFFICIAL = /^\d{5}$/;

function sameName(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)];
  return x === y || x.endsWith(` ${y}`) || y.endsWith(` ${x}`);
}

/** The different names that senders give a code which the own roster does not know. */
function namesByCode(
  senders: readonly Sender[],
  listed: (sender: string, unit: SenderUnit['unit']) => string | null,
): ReadonlyMap<string, ReadonlySet<string>> {
  const taken = new Map<string, Set<string>>();
  for (const { code: sender, scopes } of senders) {
    for (const { unit } of [...scopes.values()].flatMap(({ units }) => units)) {
      if (listed(sender, unit) !== null) continue;
      const key = OFFICIAL.test(unit.code) ? unit.code : fold(nameOf(unit));
      taken.set(unit.code, (taken.get(unit.code) ?? new Set()).add(key));
    }
  }
  return taken;
}
