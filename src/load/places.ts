import type { Authority } from '../model/campaign.ts';
import { UserError } from '../model/error.ts';
import type { AdminPlace } from '../read/admin-units.ts';
import { bare, fold } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';
import { lowerKind, type OfficePlace, partsOfName } from '../text/office.ts';
import type { RosterLine } from '../text/roster-line.ts';
import { type AdminList, listOn, placesOf } from './admin-lists.ts';

/** The places of one tier, each with the units of the tier below it. */
export function places(level: OfficePlace['level'], list: AdminList): readonly OfficePlace[] {
  const all = placesOf(list);
  const below = new Map<AdminPlace, AdminPlace[]>();
  for (const place of all) {
    if (place.above === null) continue;
    const known = below.get(place.above);
    if (known === undefined) below.set(place.above, [place]);
    else known.push(place);
  }
  return all
    .filter(({ tier }) => tier === level)
    .map((place) => ({
      level,
      code: place.code,
      name: place.name,
      above: namesAbove(place),
      listed: list.date,
      units: (below.get(place) ?? []).map(({ code, name }) => lineOf(code, name, place.code)),
    }));
}

/**
 * The places of a code or name, with or without its kind and tones, and where its name comes again with what it lies in
 * ("Phường Minh Khai, Hà Nội"): one, or all that bear that very name. Throws a UserError where there is none.
 */
export function placesNamed(
  level: OfficePlace['level'],
  typed: string,
  list: AdminList,
): readonly OfficePlace[] {
  const all = places(level, list);
  const [wanted = '', ...within] = typed.split(',').map((part) => part.trim());
  const lies = ({ above }: OfficePlace) =>
    within.every((part) => above.some((name) => isNamed(name, part, bare)));
  const tries: readonly ((place: OfficePlace) => boolean)[] = [
    ({ code }) => code === wanted || (/^\d+$/.test(wanted) && Number(code) === Number(wanted)),
    ({ name }) => isNamed(name, wanted, fold),
    ({ name }) => isNamed(name, wanted, bare),
  ];
  for (const fits of tries) {
    const found = all.filter((place) => fits(place) && lies(place));
    if (found.length > 0) return found;
  }
  const names = all.map(({ name }) => name);
  throw new UserError({
    kind: 'no-such-place',
    text: typed,
    nearest: nearest(wanted, [...names, ...names.map((name) => partsOfName(name).place)]),
    list: list.date,
    level,
    empty: all.length === 0,
  });
}

function isNamed(name: string, typed: string, compared: (text: string) => string): boolean {
  const wanted = compared(typed);
  return compared(name) === wanted || compared(partsOfName(name).place) === wanted;
}

/** "543 Thị xã Hoài Nhơn, Tỉnh Bình Định". */
export function placeLabel({ code, name, above }: OfficePlace): string {
  return [`${code} ${name}`, ...above].join(', ');
}

function namesAbove(place: AdminPlace): readonly string[] {
  return place.above === null ? [] : [place.above.name, ...namesAbove(place.above)];
}

function lineOf(code: string, name: string, parent: string): RosterLine {
  return { code, name, kind: partsOfName(name).kind, parent, note: '' };
}

/** The committee above a district of the three tiers, where only one place has its name: "Ủy ban nhân dân tỉnh Bình Định". */
export function committeeAbove(tier: string, place: string): string | null {
  const found = places('district', listOn('2021-08-01')).filter(
    ({ name }) => fold(name) === fold(`${tier} ${place}`),
  );
  const [only] = found;
  const [above] = only?.above ?? [];
  if (above === undefined || found.length > 1) return null;
  return `Ủy ban nhân dân ${lowerKind(above)}`;
}

/** The area of a people's committee in the list, told apart by the committee above where names are shared; null for any other office. */
export function placeOfOffice({ name, level, parent }: Authority, list: AdminList): OfficePlace | null {
  if (level !== 'district' && level !== 'province') return null;
  const area = /^Ủy ban nhân dân (.+)$/u.exec(name)?.[1];
  if (area === undefined) return null;
  const found = places(level, list).filter((place) => fold(place.name) === fold(area));
  const within = found.filter(
    ({ above }) => parent !== null && above[0] !== undefined && fold(parent).endsWith(fold(above[0])),
  );
  const [only] = within.length > 0 ? within : found;
  return only !== undefined && (within.length === 1 || found.length === 1) ? only : null;
}
