import type { Authority, Campaign, Collect, ReportSettings } from '../model/campaign.ts';
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
 * reports to and the kinds of units that its area has are its own. Letter, basis, bases and recipients were the other's. A
 * province that takes over a district's letter collects the summaries of its districts, due when the district forwards.
 */
export function adapted(base: Campaign, place: OfficePlace): Campaign {
  const same = base.authority.level === place.level;
  const authority = authorityOf(place, same ? base.authority.department : DEPARTMENT[place.level]);
  const kinds = [...new Set(place.units.map(({ kind }) => kind))];
  const subject = base.name.split(',')[0] ?? base.name;
  const summaries: Collect = {
    form: 'tong-hop',
    from: kinds,
    every: 'day',
    due: base.forward[0]?.due ?? null,
    counting: 'auto',
  };
  const upwards = place.level === 'province' && !same;
  return {
    ...base,
    name: `${subject}, ${lowerKind(place.name)}`,
    authority,
    directive: { number: null, date: null, basis: [] },
    collect: upwards
      ? [summaries]
      : base.collect.map((collect) => ({
          ...collect,
          // Below the districts nobody sums up: communes speak for their own staff.
          form: same || collect.form !== 'tong-hop' ? collect.form : 'mau-01',
          from: kindsFor(collect, kinds, same),
        })),
    forward:
      authority.parent === null
        ? []
        : base.forward.map((each) => ({ ...each, to: [authority.parent ?? ''] })),
    bases: null,
    exempt: [],
    report: same ? { ...base.report, recipients: [] } : { ...base.report, ...UNSIGNED },
  };
}

/** Who collects for the committee, as the letters have it. */
const DEPARTMENT = {
  district: 'Phòng Văn hóa và Thông tin',
  province: 'Sở Thông tin và Truyền thông',
} as const;

const UNSIGNED: Partial<ReportSettings> = {
  number: null,
  recipients: [],
  signer: { authority: null, onBehalf: null, title: null, name: null },
};

/** Agencies as they are, in a district of a province's letter its own; communes and districts are those that the roster has. */
function kindsFor({ from }: Collect, kinds: readonly string[], same: boolean): readonly string[] {
  const administrative = (kind: string): boolean => Object.hasOwn(TIER, kind);
  const agencies = from.filter((kind) => !administrative(kind));
  const own = agencies.length > 0 && !same ? [AGENCY] : agencies;
  return from.some(administrative) ? [...own, ...kinds.filter(administrative)] : own;
}

const AGENCY = 'cơ quan';

/**
 * Agencies of another office's roster as suggestions: "Hội Nông dân thị xã" of a huyện is "Hội Nông dân huyện", "Báo Đồng
 * Nai" of Bình Định is "Báo Bình Định".
 */
export function agenciesFor(
  units: readonly RosterLine[],
  place: OfficePlace,
  from: Authority,
): readonly RosterLine[] {
  const own = partsOfName(place.name);
  const other = partsOfName(from.name.replace(/^Ủy ban nhân dân /, ''));
  const renamed = (name: string): string =>
    name
      .replace(other.kind === '' ? /$^/ : new RegExp(`(^|\\s)${other.kind}$`), `$1${own.kind}`)
      .replace(other.place, own.place);
  return units
    .filter((unit) => !Object.hasOwn(TIER, unit.kind))
    .map((unit) => ({ ...unit, name: renamed(unit.name), parent: place.code }));
}
