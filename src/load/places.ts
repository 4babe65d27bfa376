import type { Authority } from '../model/campaign.ts';
import { UserError } from '../model/error.ts';
import { type AdminUnit, readAdminUnits } from '../read/admin-units.ts';
import { templateText } from '../templates.ts';
import { bare, fold } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';
import { lowerKind, type OfficePlace, partsOfName, type RosterLine } from '../text/office.ts';

/** The districts or provinces of the administrative list (1/8/2021), each with the units under it. */
export function places(level: OfficePlace['level']): readonly OfficePlace[] {
  const all = readAdminUnits(templateText('admin-units.csv'));
  return level === 'district'
    ? groups(all, 'districtCode').map(districtOf)
    : groups(all, 'provinceCode').map(provinceOf);
}

/** A district or province by its code or name, with or without its kind and tones. Throws a UserError. */
export function placeNamed(level: OfficePlace['level'], typed: string): OfficePlace {
  const all = places(level);
  const wanted = typed.trim();
  const tries: readonly ((place: OfficePlace) => boolean)[] = [
    ({ code }) => code === wanted || Number(code) === Number(wanted),
    ({ name }) => fold(name) === fold(wanted) || fold(partsOfName(name).place) === fold(wanted),
    ({ name }) => bare(name) === bare(wanted) || bare(partsOfName(name).place) === bare(wanted),
  ];
  for (const fits of tries) {
    const found = all.filter(fits);
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    if (found.length > 1)
      throw new UserError({ kind: 'several-places', text: typed, known: found.map(placeLabel) });
  }
  const names = all.map(({ name }) => name);
  throw new UserError({
    kind: 'no-such-place',
    text: typed,
    nearest: nearest(typed, [...names, ...names.map((name) => partsOfName(name).place)]),
  });
}

/** "543 Thị xã Hoài Nhơn, Tỉnh Bình Định". */
export function placeLabel({ code, name, province }: OfficePlace): string {
  return `${code} ${name}${province === null ? '' : `, ${province}`}`;
}

function groups(
  all: readonly AdminUnit[],
  key: 'districtCode' | 'provinceCode',
): readonly (readonly AdminUnit[])[] {
  const byCode = new Map<string, AdminUnit[]>();
  for (const unit of all) {
    const known = byCode.get(unit[key]);
    if (known === undefined) byCode.set(unit[key], [unit]);
    else known.push(unit);
  }
  return [...byCode.values()];
}

/** Its communes; an island district without any has none. */
function districtOf(units: readonly AdminUnit[]): OfficePlace {
  const { districtCode: code = '', districtName: name = '', provinceName = '' } = units[0] ?? {};
  const lines = units
    .filter(({ communeCode }) => communeCode !== '')
    .map((unit): RosterLine => lineOf(unit.communeCode, unit.communeName, code));
  return { level: 'district', code, name, province: provinceName, units: lines };
}

function provinceOf(units: readonly AdminUnit[]): OfficePlace {
  const { provinceCode: code = '', provinceName: name = '' } = units[0] ?? {};
  const lines = groups(units, 'districtCode').flatMap(([first]) =>
    first === undefined ? [] : [lineOf(first.districtCode, first.districtName, code)],
  );
  return { level: 'province', code, name, province: null, units: lines };
}

function lineOf(code: string, name: string, parent: string): RosterLine {
  return { code, name, kind: partsOfName(name).kind, parent, note: '' };
}

/** The committee above an office of the list, where only one place has its name: "Ủy ban nhân dân tỉnh Bình Định". */
export function committeeAbove(tier: string, place: string): string | null {
  const found = places('district').filter(({ name }) => fold(name) === fold(`${tier} ${place}`));
  const [only] = found;
  if (only === undefined || found.length > 1 || only.province === null) return null;
  return `Ủy ban nhân dân ${lowerKind(only.province)}`;
}

/** The area of a people's committee in the list, told apart by the committee above where names are shared; null for any other office. */
export function placeOfOffice({ name, level, parent }: Authority): OfficePlace | null {
  if (level !== 'district' && level !== 'province') return null;
  const area = /^Ủy ban nhân dân (.+)$/u.exec(name)?.[1];
  if (area === undefined) return null;
  const found = places(level).filter((place) => fold(place.name) === fold(area));
  const within = found.filter(
    ({ province }) => parent !== null && province !== null && fold(parent).endsWith(fold(province)),
  );
  const [only] = within.length > 0 ? within : found;
  return only !== undefined && (within.length === 1 || found.length === 1) ? only : null;
}
