import { viewInputOf } from '../../src/console/present.ts';
import { dayOf } from '../../src/day/day.ts';
import { WORDS } from '../../src/lang/lang.ts';
import type { Batch } from '../../src/load/load.ts';
import type { Campaign, Collect, Target } from '../../src/model/campaign.ts';
import type { Submission } from '../../src/model/submission.ts';
import { NOTHING_STATED } from '../../src/text/stated.ts';
import type { SummaryPages } from '../../src/view/page.ts';
import { type Travelling, viewPages } from '../../src/view/travelling.ts';
import { mau01, mau02 } from '../model/shipped.ts';
import { folder, unit } from '../model/world.ts';

/** An invented campaign in a few words: how large it is, and what of it is there. */
export interface Grown {
  readonly units: number;
  readonly days: number;
  readonly residents: 'daily' | 'once' | 'none';
  readonly staff: 'daily' | 'once' | 'none';
  readonly bases: 'all' | 'some' | 'none';
  /** Targets of each scope. */
  readonly targets: number;
  readonly deadlines: boolean;
  /** Of ten units, how many send on a day. */
  readonly sending: number;
  readonly exempt: boolean;
  readonly longNames: boolean;
}

const FIRST = Date.UTC(2021, 7, 1);
const dayAt = (index: number) => new Date(FIRST + index * 86_400_000).toISOString().slice(0, 10);

/** The summary of its last day, as pages. */
export function grownBook(grown: Grown): Travelling<SummaryPages> {
  const last = dayAt(grown.days - 1);
  const asOf = Date.parse(`${last}T16:00:00+07:00`);
  const of = folderOf(grown, last);
  const batch = { ...dayOf(submissionsOf(grown), of, last, asOf), corrections: [] };
  return viewPages(viewInputOf(batch as unknown as Batch, WORDS.vi, null));
}

function folderOf(grown: Grown, last: string) {
  const collect = [
    ...collectOf('mau-02', 'xã', grown.residents),
    ...collectOf('mau-01', 'cơ quan', grown.staff),
  ];
  const units = Array.from({ length: grown.units }, (_, n) => {
    const name = `Xã Ví Dụ ${grown.longNames ? 'Tên Rất Dài Của Một Đơn Vị Hành Chính '.repeat(1 + (n % 3)) : ''}${n}`;
    const base = grown.bases === 'all' || (grown.bases === 'some' && n % 3 > 0) ? 1000 + n : null;
    return unit(`${n}`, { name, kind: kindOf(grown, n), line: n + 2 }, base);
  });
  const changes: Partial<Campaign> = {
    period: { from: dayAt(0), to: null },
    collect: collect.map((each) => ({ ...each, due: grown.deadlines ? each.due : null })),
    targets: targetsOf(grown, last),
    exempt: grown.exempt
      ? units.map(({ code }) => ({ unit: code, from: null, to: null, reason: 'bão' }))
      : [],
  };
  return { ...folder(units, changes), forms: new Map([mau02, mau01].map((form) => [form.id, form])) };
}

/** Every other unit is an agency, where agencies report. */
function kindOf({ residents, staff }: Grown, n: number): string {
  if (staff === 'none') return 'xã';
  return residents === 'none' || n % 2 === 1 ? 'cơ quan' : 'xã';
}

function collectOf(form: string, kind: string, every: 'daily' | 'once' | 'none'): readonly Collect[] {
  if (every === 'none') return [];
  const due = { date: every === 'once' ? dayAt(20) : null, time: '15:00', rule: 'before' } as const;
  return [{ form, from: [kind], every: every === 'daily' ? 'day' : 'once', due, counting: 'auto' }];
}

function targetsOf({ targets }: Grown, last: string): readonly Target[] {
  return Array.from({ length: targets }, (_, n) => n).flatMap((n): readonly Target[] => {
    const reach = { num: 60 + 5 * n, den: 100 };
    const own = { by: n === 0 ? last : null, reach };
    return [
      {
        id: `residents-${n}`,
        scope: 'residents',
        measure: 'installed',
        of: n === 2 ? 'population' : 'smartphone_users',
        ...own,
      },
      { id: `staff-${n}`, scope: 'staff', measure: 'staff_installed', of: 'staff_with_smartphone', ...own },
    ];
  });
}

function submissionsOf(grown: Grown): readonly Submission[] {
  return Array.from({ length: grown.days }, (_, day) => day).flatMap((day) =>
    Array.from({ length: grown.units }, (_, n) => n)
      .filter((n) => (n * 7 + day * 3) % 10 < grown.sending)
      .map((n) => submission(kindOf(grown, n) === 'xã', n, day)),
  );
}

function submission(isCommune: boolean, n: number, day: number): Submission {
  const form = isCommune ? mau02 : mau01;
  const date = dayAt(day);
  const figures = isCommune
    ? { installed: 300 + n + day * 5 }
    : { staff_total: 20 + n, staff_with_smartphone: 20 + n, staff_installed: Math.min(20 + n, 5 + day) };
  return {
    path: `inbox/${date}/${n}.xlsx`,
    sha256: `${day}-${n}`.padStart(64, '0'),
    sheet: null,
    sheets: [],
    arrival: {
      at: Date.parse(`${date}T${(n + day) % 5 === 0 ? '15:20' : '14:00'}:00+07:00`),
      evidence: 'received.csv',
      channel: 'zalo',
    },
    folderDate: date,
    form: form.id,
    scope: form.scope,
    unit: `${n}`,
    date,
    figures: new Map(
      Object.entries(figures).map(([measure, value]) => [
        measure,
        { value, sheet: 'Sheet1', cells: 'E9', counting: null },
      ]),
    ),
    given: new Map(),
    phones: [],
    rows: [],
    stated: NOTHING_STATED,
    standing: 'accepted',
    findings: [],
  };
}
