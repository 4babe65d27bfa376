import type { Authority, Campaign, Collect, ReportSettings } from '../model/campaign.ts';
import { HAMLET_KINDS } from './hamlets.ts';
import { type AdminKind, TIER } from './match/kinds.ts';
import type { RosterLine } from './roster-line.ts';

/** A commune, district or province of an administrative list, as the office that collects. */
export interface OfficePlace {
  readonly level: 'commune' | 'district' | 'province';
  readonly code: string;
  /** "Thị xã Hoài Nhơn". */
  readonly name: string;
  /** What it lies in, the nearest first: "Thị xã Hoài Nhơn", "Tỉnh Bình Định"; empty for a province. */
  readonly above: readonly string[];
  /** The day of the list that it is in. */
  readonly listed: string;
  /** The tier below it in that list; of a commune its hamlets and schools, which no list has. */
  readonly units: readonly RosterLine[];
}

/** "Thị xã Hoài Nhơn" → kind "thị xã", place "Hoài Nhơn". */
export function partsOfName(name: string): { readonly kind: string; readonly place: string } {
  const lower = name.toLowerCase();
  const kind = Object.keys(TIER).find((each) => lower.startsWith(`${each} `)) ?? '';
  return { kind, place: kind === '' ? name : name.slice(kind.length + 1) };
}

/** The people's committee of a place as the office that collects. */
export function authorityOf({ name, above, level }: OfficePlace, department: string | null): Authority {
  return {
    name: `Ủy ban nhân dân ${lowerKind(name)}`,
    department,
    place: partsOfName(name).place,
    level,
    parent: above[0] === undefined ? null : `Ủy ban nhân dân ${lowerKind(above[0])}`,
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
  const authority = authorityOf(place, departmentOf(base.authority, place));
  const kinds = [...new Set(place.units.map(({ kind }) => kind))];
  const subject = base.name.split(',')[0] ?? base.name;
  const summaries: Collect = {
    form: 'tong-hop',
    from: kinds,
    every: 'day',
    due: base.forward[0]?.due ?? null,
    counting: 'auto',
  };
  const overDistricts = kinds.some((kind) => isAdminKind(kind) && TIER[kind] === 'district');
  const upwards = overDistricts && !same;
  return {
    ...base,
    name: `${subject}, ${lowerKind(place.name)}`,
    authority,
    directive: { number: null, date: null, basis: [] },
    collect: upwards
      ? [summaries]
      : base.collect
          .map((collect) => ({
            ...collect,
            form: formFor(collect, same, overDistricts),
            from: kindsFor(collect, kinds, place.level, same),
          }))
          .filter(({ from }) => from.length > 0),
    forward:
      authority.parent === null
        ? []
        : base.forward.map((each) => ({ ...each, to: [authority.parent ?? ''] })),
    bases: null,
    exempt: [],
    report: same ? { ...base.report, recipients: [] } : { ...base.report, ...UNSIGNED },
  };
}

/** Who collects for the committee, as the letters have it; what was information and communications is science since 3/2025. */
const DEPARTMENT = {
  commune: 'Phòng Văn hóa - Xã hội',
  district: 'Phòng Văn hóa và Thông tin',
  province: 'Sở Thông tin và Truyền thông',
} as const;
const SINCE_2025 = { since: '2025-03-01', province: 'Sở Khoa học và Công nghệ' } as const;

function departmentOf(base: Authority, { level, listed }: OfficePlace): string | null {
  const own = base.level === level ? base.department : DEPARTMENT[level];
  return own === DEPARTMENT.province && listed >= SINCE_2025.since ? SINCE_2025.province : own;
}

/** Below the districts nobody sums up: communes speak for their own staff, and where there are no districts for their people. */
function formFor({ form }: Collect, same: boolean, overDistricts: boolean): string {
  if (form !== 'tong-hop') return form;
  return same ? (overDistricts ? form : 'mau-02') : 'mau-01';
}

const UNSIGNED: Partial<ReportSettings> = {
  number: null,
  recipients: [],
  signer: { authority: null, onBehalf: null, title: null, name: null },
};

/** Agencies as they are, in a district of a province's letter its own; communes, districts, hamlets are those of the roster. */
function kindsFor(
  { from }: Collect,
  kinds: readonly string[],
  level: OfficePlace['level'],
  same: boolean,
): readonly string[] {
  const residents = (kind: string): boolean => isAdminKind(kind) || HAMLET_KINDS.has(kind);
  const agencies = from.filter((kind) => !residents(kind));
  const others = level === 'commune' ? kinds.filter((kind) => !residents(kind)) : [AGENCY[level]];
  const own = agencies.length > 0 && !same ? others : agencies;
  return from.some(residents) ? [...own, ...kinds.filter(residents)] : own;
}

function isAdminKind(kind: string): kind is AdminKind {
  return Object.hasOwn(TIER, kind);
}

/** What the offices of a place itself are called in the shipped rosters. */
const AGENCY = { district: 'cơ quan', province: 'sở ngành' } as const;

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
    .filter((unit) => !isAdminKind(unit.kind))
    .map((unit) => ({ ...unit, name: renamed(unit.name), parent: place.code }));
}
