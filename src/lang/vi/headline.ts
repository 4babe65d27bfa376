import { count, date, dayMonth, decimal, percent } from './numbers.ts';
import { lowerFirst } from './print.ts';

/** The sentences over a table: the rate or the totals, who reported, what was carried, the bounds. */
export const headline = {
  coverage: (facts: CoverageFacts) => {
    const ratio = `${count(facts.numerator)}/${count(facts.denominator)} ${facts.people === null ? lowerFirst(facts.base) : facts.base}`;
    const rate = percent(facts.percent);
    const all =
      facts.people === null
        ? `${facts.label}: ${ratio}, tỷ lệ ${rate}`
        : `Toàn địa bàn có ${ratio} ${facts.people}, đạt ${rate}`;
    return facts.units === facts.of
      ? all
      : `${all} (tính trên ${facts.units}/${facts.of} đơn vị có đủ số liệu)`;
  },
  value: (value: number, people: string | null, label: string, units: number, of: number) =>
    `${people === null ? `${label}: ${count(value)}` : `Toàn địa bàn có ${count(value)} người ${people}`} (${units}/${of} đơn vị có số liệu)`,
  /** "Toàn địa bàn: nhà bị thiệt hại 210 (tăng 18), hộ phải di dời 104 (không thay đổi) so với ngày …" */
  totals: (totals: readonly TotalFacts[], units: number, of: number, since: string | null) => {
    const each = totals.map(
      ({ label, value, change }) =>
        `${lowerFirst(label)} ${count(value)}${change === null ? '' : ` (${moved(change)})`}`,
    );
    const compared = totals.some(({ change }) => change !== null) && since !== null;
    return `Toàn địa bàn: ${each.join(', ')}${compared ? ` so với ngày ${date(since)}` : ''}; ${units}/${of} đơn vị có số liệu`;
  },
  nothing: 'Chưa có số liệu.',
  delta: (value: number, points: number | null, since: string, people: boolean) =>
    `${moved(value)}${people && value !== 0 ? ' người' : ''}${
      points === null || (value === 0 && points === 0) ? '' : ` (${decimal(Math.abs(points))} điểm %)`
    } so với ngày ${date(since)}`,
  completeness: (facts: CompletenessFacts) =>
    `Đã báo cáo ${facts.reported}/${facts.expected} đơn vị${
      facts.late > 0 ? ` (đúng hạn ${facts.onTime}, muộn ${facts.late})` : ''
    }${facts.missing > 0 ? `; chưa báo cáo ${facts.missing}` : ''}${
      facts.awaited > 0 ? `; ${facts.deadline ? 'chưa đến hạn' : 'chưa có báo cáo'} ${facts.awaited}` : ''
    }${facts.exempt > 0 ? `; được miễn ${facts.exempt}` : ''}.`,
  missing: (names: readonly string[]) => `Đơn vị chưa báo cáo: ${names.join(', ')}.`,
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
  bounds: (low: number, high: number) =>
    `Nếu các đơn vị còn lại không tăng thêm, tỷ lệ toàn địa bàn là ${percent(low)}; nếu tất cả đều đạt đủ, là ${percent(high)}.`,
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
  /** Units that gave both numbers, of all the units listed. */
  readonly units: number;
  readonly of: number;
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
  readonly awaited: number;
  readonly exempt: number;
  /** Whether the campaign sets a deadline at all. */
  readonly deadline: boolean;
}

function moved(value: number): string {
  return value === 0 ? 'không thay đổi' : `${value < 0 ? 'giảm' : 'tăng'} ${count(Math.abs(value))}`;
}
