import { fold } from '../text/fold.ts';

/** A province, a district or a commune of an administrative list. */
export interface AdminPlace {
  readonly tier: AdminTier;
  readonly code: string;
  readonly name: string;
  /** The place that it lies in; null for a province. */
  readonly above: AdminPlace | null;
}

export type AdminTier = 'province' | 'district' | 'commune';

/** The length of a code tells its tier. */
const TIER_OF: { readonly [digits: number]: AdminTier } = { 2: 'province', 3: 'district', 5: 'commune' };

/** A list as it ships (templates/admin-units): a line a unit, each under the last one of the tier above. */
export function readAdminList(text: string): readonly AdminPlace[] {
  const places: AdminPlace[] = [];
  let province: AdminPlace | null = null;
  let district: AdminPlace | null = null;
  for (const line of linesOf(text)) {
    const [, code = '', name = ''] = /^(\d+) (.*)$/.exec(line) ?? [];
    const tier = TIER_OF[code.length];
    if (tier === undefined) continue;
    const above: AdminPlace | null =
      tier === 'province' ? null : tier === 'district' ? province : (district ?? province);
    const place: AdminPlace = { tier, code, name, above };
    if (tier === 'province') [province, district] = [place, null];
    else if (tier === 'district') district = place;
    places.push(place);
  }
  return places;
}

/** What a commune of today was formed from. */
export interface Merger {
  readonly code: string;
  readonly from: readonly {
    /** Null where the published name is not certain to mean one unit: then `name` is that name. */
    readonly code: string | null;
    readonly name: string | null;
    /** Other parts of it went elsewhere. */
    readonly part: boolean;
  }[];
}

export function readMergers(text: string): readonly Merger[] {
  return linesOf(text).map((line) => {
    const [code = '', ...parts] = line.split('|');
    const from = parts.map((each) => {
      const said = each.replace(/-$/, '');
      const name = said.startsWith('?') ? said.slice(1) : null;
      return { code: name === null ? said : null, name, part: said !== each };
    });
    return { code, from };
  });
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
}

const DIGITS = { province: 2, district: 3, commune: 5 } as const;

/**
 * The official code of a unit whose leading zeros a spreadsheet ate: only when the padded code is in the list under the
 * same name. Null leaves the code as it stands.
 */
export function restoreCode(places: readonly AdminPlace[], code: string, name: string): string | null {
  const wanted = fold(name);
  const found = places.find(
    (place) =>
      place.code === code.padStart(DIGITS[place.tier], '0') &&
      (fold(place.name) === wanted || fold(place.name).endsWith(` ${wanted}`)),
  );
  return found === undefined || found.code.length === code.length ? null : found.code;
}
