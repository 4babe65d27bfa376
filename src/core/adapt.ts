import type { Authority, Campaign, Collect } from './campaign.ts';
import { TIER } from './match/kinds.ts';

/** A district or province of the administrative list, as the office that collects. */
export interface OfficePlace {
  readonly level: 'district' | 'province';
  readonly code: string;
  /** "Thị xã Hoài Nhơn". */
  readonly name: string;
  /** "Tỉnh Bình Định"; null for a province. */
  readonly province: string | null;
  readonly units: readonly RosterLine[];
}

/** What a new units.csv says of a unit; everything else is left empty: unknown. */
export interface RosterLine {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string;
  readonly note: string;
}

/** "Thị xã Hoài Nhơn" → kind "thị xã", place "Hoài Nhơn". */
export function partsOfName(name: string): { readonly kind: string; readonly place: string } {
  const lower = name.toLowerCase();
  const kind = Object.keys(TIER).find((each) => lower.startsWith(`${each} `)) ?? '';
  return { kind, place: kind === '' ? name : name.slice(kind.length + 1) };
}

/** The people's committee of a place as the office that collects. */
export function authorityOf({ name, province, level }: OfficePlace, department: string | null): Authority {
  return {
    name: `Ủy ban nhân dân ${lowerKind(name)}`,
    department,
    place: partsOfName(name).place,
    level,
    parent: province === null ? null : `Ủy ban nhân dân ${lowerKind(province)}`,
  };
}

/** "Thị xã Hoài Nhơn" → "thị xã Hoài Nhơn", as it stands within a sentence. */
export function lowerKind(name: string): string {
  const { kind, place } = partsOfName(name);
  return kind === '' ? name : `${kind} ${place}`;
}

/**
 * A campaign asked for by another office in the same way: forms, deadlines, targets and period stay; the office, whom it
 * reports to and the kinds of units that its area has are its own. Letter, basis and bases were the other's.
 */
export function adapted(base: Campaign, place: OfficePlace): Campaign {
  const authority = authorityOf(place, base.authority.department);
  const kinds = [...new Set(place.units.map(({ kind }) => kind))];
  const subject = base.name.split(',')[0] ?? base.name;
  return {
    ...base,
    name: `${subject}, ${lowerKind(place.name)}`,
    authority,
    directive: { number: null, date: null, basis: [] },
    collect: base.collect.map((collect) => ({ ...collect, from: kindsFor(collect, kinds) })),
    forward: base.forward.map((each) => ({
      ...each,
      to: authority.parent === null ? each.to : [authority.parent],
    })),
    bases: null,
    exempt: [],
  };
}

/** Agencies as they are; for communes, districts and the like those that the new roster has. */
function kindsFor({ from }: Collect, kinds: readonly string[]): readonly string[] {
  const administrative = (kind: string): boolean => Object.hasOwn(TIER, kind);
  if (!from.some(administrative)) return from;
  const own = kinds.filter(administrative);
  return [
    ...from.filter((kind) => !administrative(kind)),
    ...(own.length > 0 ? own : from.filter(administrative)),
  ];
}

/** Agencies of another office's roster as suggestions: "Hội Nông dân thị xã" of a huyện is "Hội Nông dân huyện". */
export function agenciesFor(
  units: readonly RosterLine[],
  place: OfficePlace,
  from: string,
): readonly RosterLine[] {
  const { kind } = partsOfName(place.name);
  return units
    .filter((unit) => !Object.hasOwn(TIER, unit.kind))
    .map((unit) => ({
      ...unit,
      name:
        from === '' || kind === ''
          ? unit.name
          : unit.name.replace(new RegExp(`(^|\\s)${from}$`), `$1${kind}`),
      parent: place.code,
    }));
}
