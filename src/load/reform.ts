import type { Campaign } from '../model/campaign.ts';
import { type OfficePlace, partsOfName } from '../text/office.ts';
import type { RosterLine } from '../text/roster-line.ts';
import { latest, listOn, mergers, placesOf, REFORM } from './admin-lists.ts';

const LAST_DAY = '2025-06-30';

/**
 * The units of a place over a period: where it goes over the change of 1/7/2025, those before and those after, each with
 * its validity. A unit that went whole into one has that as its successor, which may bear its own code; of one that was
 * parted, or whose name the published mergers do not settle, `parted` says in its note what to ask.
 */
export function unitsOver(
  place: OfficePlace,
  { from, to }: Campaign['period'],
  parted: (into: readonly string[]) => string,
): readonly RosterLine[] {
  if (from === null || to === null || from >= REFORM || to < REFORM || place.level === 'commune')
    return place.units;
  const inside = new Set(
    placesOf(listOn(LAST_DAY)).flatMap(({ tier, code, above }) =>
      tier === 'commune' && (above?.code === place.code || above?.above?.code === place.code) ? [code] : [],
    ),
  );
  const today = new Map(placesOf(latest()).map(({ code, name }) => [code, name]));
  const went = new Map<string, { into: string[]; part: boolean }>();
  const after: RosterLine[] = [];
  for (const { code, from: parts } of mergers()) {
    const own = parts.filter((old) => old.code !== null && inside.has(old.code));
    if (own.length === 0) continue;
    const name = today.get(code) ?? code;
    after.push({ code, name, kind: partsOfName(name).kind, parent: place.code, note: '', validFrom: REFORM });
    for (const { code: old, part } of own) {
      const known = went.get(old ?? '') ?? { into: [], part: false };
      went.set(old ?? '', { into: [...known.into, code], part: known.part || part });
    }
  }
  const before = place.units.map((unit): RosterLine => {
    const { into = [], part = false } = went.get(unit.code) ?? {};
    const [only] = into;
    const ended = { ...unit, validTo: LAST_DAY };
    if (only !== undefined && into.length === 1 && !part) return { ...ended, successor: only };
    return partsOfName(unit.name).kind === '' || place.level === 'province'
      ? ended
      : { ...ended, note: parted(into.map((code) => today.get(code) ?? code)) };
  });
  return [...before, ...after];
}
