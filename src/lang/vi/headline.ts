import type { Attempt } from '../../model/summary.ts';
import { count, date, dayMonth, decimal, percent } from './numbers.ts';
import { lowerFirst } from './print.ts';

/** The sentences over a table: the rate or the totals, who reported, what was carried, the bounds. */
export const headline = {
  /** "Mới nhận của 1/11 huyện, thành phố; chưa nhận được của: …" */
  offices: ({ received, of, kinds, none, names, unusable }: OfficesFacts) =>
    `Mới nhận của ${received}/${of} ${kinds.length === 0 ? 'đơn vị tổng hợp' : kinds.join(', ')}${
      none === 0
        ? ''
        : `; chưa nhận được của ${names === null ? `${none} nơi (xem bảng Tình hình nộp)` : names.join(', ')}`
    }${unusable.length === 0 ? '' : `; đã gửi, chưa dùng được: ${unusable.map(unusableUnit).join(', ')}`}.`,
  /** "Huyện An Lão (2/3 đơn vị có số liệu): 800 người đã cài đặt; 800/2.405, đạt 33,26%; thứ 1/2" */
  block: ({ name, units, reported, value, people, label, rate, rank, ranked, open }: BlockFacts) => {
    const office = name ?? 'Đơn vị báo cáo trực tiếp';
    if (units === 0) return `${office}: ${openText(open)}`;
    const sum =
      value === null
        ? 'chưa có số liệu'
        : people === null
          ? `${lowerFirst(label)} ${count(value)}`
          : `${count(value)} người ${people}`;
    return [
      `${office} (${reported}/${units} đơn vị có số liệu): ${sum}`,
      ...(rate === null ? [] : [`${count(rate.num)}/${count(rate.den)}, đạt ${percent(rate.percent)}`]),
      ...(rank === null ? [] : [`xếp thứ ${rank}/${ranked}`]),
      ...(open === null ? [] : [`hôm nay ${openText(open)}`]),
    ].join('; ');
  },
  coverage: (facts: CoverageFacts) => {
    const ratio = `${count(facts.numerator)}/${count(facts.denominator)} ${facts.people === null ? lowerFirst(facts.base) : facts.base}`;
    const rate = percent(facts.percent);
    const { covered } = facts;
    return facts.people === null
      ? `${whose(covered)}: ${lowerFirst(facts.label)} ${ratio}, tỷ lệ ${rate}${standIns(covered)}`
      : `${whose(covered)}${covered.whole ? ' có' : ':'} ${ratio} ${facts.people}, đạt ${rate}${standIns(covered)}`;
  },
  value: (value: number, people: string | null, label: string, covered: UnitCoverage) =>
    people === null
      ? `${whose(covered)}: ${lowerFirst(label)} ${count(value)}${standIns(covered)}`
      : `${whose(covered)}${covered.whole ? ' có' : ':'} ${count(value)} người ${people}${standIns(covered)}`,
  /** "Toàn địa bàn: nhà bị thiệt hại 210 (tăng 18), hộ phải di dời 104 (không thay đổi) so với ngày …" */
  totals: (totals: readonly TotalFacts[], covered: UnitCoverage, since: string | null) => {
    const each = totals.map(
      ({ label, value, change }) =>
        `${lowerFirst(label)} ${count(value)}${change === null ? '' : ` (${moved(change)})`}`,
    );
    const compared = totals.some(({ change }) => change !== null) && since !== null;
    return `${whose(covered)}: ${each.join(', ')}${compared ? ` so với ngày ${date(since)}` : ''}${standIns(covered)}`;
  },
  nothing: 'Chưa có số liệu.',
  delta: ({ change, points, since, people, compared }: DeltaFacts) =>
    `${moved(change)}${people && change !== 0 ? ' người' : ''}${
      points === null || (change === 0 && points === 0)
        ? ''
        : ` (${decimal(Math.abs(points))} điểm phần trăm)`
    } so với ngày ${date(since)}${compared === null ? '' : ` (tính trên ${compared} đơn vị có số liệu cả hai ngày)`}`,
  completeness: (facts: CompletenessFacts) =>
    `Đã báo cáo ${facts.reported}/${facts.expected} đơn vị${
      facts.late > 0 ? ` (đúng hạn ${facts.onTime}, muộn ${facts.late})` : ''
    }${facts.missing > 0 ? `; chưa báo cáo ${facts.missing}` : ''}${
      facts.unusable > 0 ? `; đã gửi, chưa dùng được ${facts.unusable}` : ''
    }${
      facts.awaited > 0 ? `; ${facts.deadline ? 'chưa đến hạn' : 'chưa có báo cáo'} ${facts.awaited}` : ''
    }${facts.exempt > 0 ? `; được miễn ${facts.exempt}` : ''}.`,
  /** Units that ended since the day compared with and that nobody took over. */
  left: (units: readonly { readonly name: string; readonly value: number }[]) =>
    `Không còn trong tổng: ${units.map(({ name, value }) => `${name} (${count(value)})`).join(', ')}.`,
  missing: (names: readonly string[]) => `Đơn vị chưa báo cáo: ${names.join(', ')}.`,
  unusable: (units: readonly UnusableFacts[]) =>
    `Đã gửi, chưa dùng được: ${units.map(unusableUnit).join(', ')}.`,
  unusableUnit,
  carried: (days: readonly CarriedDay[], older: number) => {
    const [only] = days;
    if (only !== undefined && days.length === 1) {
      return `${only.units} đơn vị lấy số của lần báo cáo trước, ngày ${date(only.date)}${
        only.names === null ? '' : ` (${only.names.join(', ')})`
      }.`;
    }
    const each = days.map(
      (day) => `ngày ${dayMonth(day.date)} (${day.names?.join(', ') ?? `${day.units} đơn vị`})`,
    );
    return `Lấy số của lần báo cáo trước: ${each.join('; ')}${older > 0 ? `; sớm hơn (${older} đơn vị)` : ''}.`;
  },
};

export type HeadlineWords = typeof headline;

export interface CarriedDay {
  readonly date: string;
  readonly units: number;
  /** Null where it is clear who, or where they are too many. */
  readonly names: readonly string[] | null;
}

export interface CoverageFacts {
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: number;
  /** What those counted did ("đã cài đặt"); null for a measure that has a label alone. */
  readonly people: string | null;
  readonly label: string;
  /** Out of whom. */
  readonly base: string;
  readonly covered: UnitCoverage;
}

/** What a number speaks of. */
export interface UnitCoverage {
  /** In the number, of those that are due or have a figure. */
  readonly units: number;
  readonly of: number;
  readonly whole: boolean;
  /** Further units have the figure, without the base that a rate needs. */
  readonly lacksBase: boolean;
  /** How many of them by an earlier day's value, and of which days (yyyy-mm-dd, ascending). */
  readonly carried: number;
  readonly days: readonly string[];
}

export interface OfficesFacts {
  readonly received: number;
  readonly of: number;
  readonly kinds: readonly string[];
  /** How many of which nothing came, and who they are; null where they are too many. */
  readonly none: number;
  readonly names: readonly string[] | null;
  readonly unusable: readonly UnusableFacts[];
}

/** What an office that sends summaries gives; `open` where no summary of the day counts. */
export interface BlockFacts {
  /** Null for the units that send their own files. */
  readonly name: string | null;
  readonly units: number;
  readonly reported: number;
  readonly value: number | null;
  readonly people: string | null;
  readonly label: string;
  readonly rate: { readonly num: number; readonly den: number; readonly percent: number } | null;
  readonly rank: number | null;
  readonly ranked: number;
  readonly open: 'missing' | 'awaited' | Attempt['outcome'] | null;
}

export interface DeltaFacts {
  readonly change: number;
  readonly points: number | null;
  readonly since: string;
  readonly people: boolean;
  /** Over how many units, where these are not all that the number speaks of. */
  readonly compared: number | null;
}

export interface UnusableFacts {
  readonly name: string;
  readonly outcome: Attempt['outcome'];
}

/** One total, and by how much it changed where that is known. */
export interface TotalFacts {
  readonly label: string;
  readonly value: number;
  readonly change: number | null;
}

export interface CompletenessFacts {
  readonly expected: number;
  readonly reported: number;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
  /** Sent, and not to be used: neither missing nor awaited. */
  readonly unusable: number;
  readonly awaited: number;
  readonly exempt: number;
  /** Whether the campaign sets a deadline at all. */
  readonly deadline: boolean;
}

const UNUSABLE: { readonly [O in Attempt['outcome']]: string } = {
  rejected: 'phải sửa, gửi lại',
  undecided: 'chờ xác định',
  ignored: 'không phải bảng số liệu',
};

function openText(open: BlockFacts['open']): string {
  switch (open) {
    case null:
    case 'missing':
      return 'chưa nhận được báo cáo';
    case 'awaited':
      return 'chưa nhận được báo cáo (chưa đến hạn)';
    default:
      return `đã gửi, chưa dùng được (${UNUSABLE[open]})`;
  }
}

function unusableUnit({ name, outcome }: UnusableFacts): string {
  return `${name} (${UNUSABLE[outcome]})`;
}

function whose({ whole, units, of, lacksBase }: UnitCoverage): string {
  return whole ? 'Toàn địa bàn' : `${units}/${of} đơn vị có ${lacksBase ? 'đủ ' : ''}số liệu`;
}

/** ", trong đó 2 đơn vị lấy số ngày 15/8/2021" */
function standIns({ carried, days }: UnitCoverage): string {
  const [only = ''] = days;
  if (carried === 0) return '';
  return `, trong đó ${carried} đơn vị lấy số ${days.length === 1 ? `ngày ${date(only)}` : 'các ngày trước'}`;
}

function moved(value: number): string {
  return value === 0 ? 'không thay đổi' : `${value < 0 ? 'giảm' : 'tăng'} ${count(Math.abs(value))}`;
}
