import type { OtherDay, OtherDays } from '../model/other-days.ts';
import type { AdminPlace, Merger } from '../read/admin-units.ts';
import { fold } from '../text/fold.ts';
import { ADMIN_LISTS, mergers, placesOf, REFORM } from './admin-lists.ts';

type Unit = OtherDay['units'][number];

/** The two maps of communes around 1/7/2025 and what became of each; read when it is first asked. */
interface Maps {
  readonly formed: readonly Merger[];
  readonly before: Map<string, AdminPlace[]>;
  readonly after: Map<string, AdminPlace[]>;
  readonly names: ReadonlyMap<string, string>;
  readonly today: ReadonlyMap<string, string>;
}

/** Names of communes that another day's map has: what they became, or what they were made of. */
export function otherDays(): OtherDays {
  let maps: Maps | null = null;
  return (written, date) => {
    maps ??= readMaps();
    const name = withoutOffice(fold(written));
    const units = date >= REFORM ? becameOf(name, maps) : madeOf(name, maps);
    return units.length === 0 ? null : { since: REFORM, later: date < REFORM, units };
  };
}

function becameOf(name: string, { before, formed, today }: Maps): readonly Unit[] {
  const codes = new Set((before.get(name) ?? []).map(({ code }) => code));
  return formed.flatMap(({ code, from }) =>
    from.some((old) => (old.code === null ? fold(old.name ?? '') === name : codes.has(old.code)))
      ? [{ code, name: today.get(code) ?? code, part: from.length > 1 || from.some(({ part }) => part) }]
      : [],
  );
}

function madeOf(name: string, { after, formed, names }: Maps): readonly Unit[] {
  const codes = new Set((after.get(name) ?? []).map(({ code }) => code));
  return formed
    .filter(({ code }) => codes.has(code))
    .flatMap(({ from }) =>
      from.flatMap(({ code, part }) =>
        code === null ? [] : [{ code, name: names.get(code) ?? code, part: part || from.length > 1 }],
      ),
    );
}

function readMaps(): Maps {
  const [, districts, tiers] = ADMIN_LISTS.map((list) =>
    placesOf(list).filter(({ tier }) => tier === 'commune'),
  );
  return {
    formed: mergers(),
    before: byName(districts ?? []),
    after: byName(tiers ?? []),
    names: new Map(districts?.map(({ code, name }) => [code, name])),
    today: new Map(tiers?.map(({ code, name }) => [code, name])),
  };
}

function byName(places: readonly AdminPlace[]): Map<string, AdminPlace[]> {
  const named = new Map<string, AdminPlace[]>();
  for (const place of places) {
    const key = fold(place.name);
    const known = named.get(key);
    if (known === undefined) named.set(key, [place]);
    else known.push(place);
  }
  return named;
}

/** "ubnd xã hoài sơn" → "xã hoài sơn", of a folded name. */
export function withoutOffice(name: string): string {
  return name.replace(/^(?:uỷ ban nhân dân|ủy ban nhân dân|ubnd)\s+/, '');
}
