import { type AcrossDay, acrossDay } from '../../../src/day/across/day.ts';
import type { Campaign, CampaignFolder } from '../../../src/model/campaign.ts';
import type { Entry, EntryIndex } from '../../../src/model/entry.ts';
import type { Form, Measure } from '../../../src/model/form.ts';
import type { Instant } from '../../../src/model/submission.ts';
import { addDays, instantOf } from '../../../src/model/time.ts';
import type { Unit } from '../../../src/model/units.ts';
import { NOTHING_STATED } from '../../../src/text/stated.ts';

/** One unit's daily reports, for tests; figures invented. The last one is today's, 2021-08-22. */
export interface Told {
  readonly unit: string;
  readonly form?: 'mau-01' | 'mau-02';
  /** Totals by days back from the end; null is a day without a report. */
  readonly values: readonly (number | null)[];
  readonly parent?: string;
  readonly base?: number;
  /** Content of the files, oldest first, where it matters that two are the same. */
  readonly bytes?: readonly string[];
  /** Hashes of the phone numbers on its rows, from row 9 on. */
  readonly phones?: readonly string[];
  /** One file for several units. */
  readonly path?: string;
  readonly arrival?: { readonly at: Instant; readonly evidence: 'at' | 'file-time' };
}

export const TODAY = '2021-08-22';
const ZONE = 'Asia/Ho_Chi_Minh';

export function told(reports: readonly Told[]): AcrossDay {
  const book = new Map<string, Map<string, Entry[]>>();
  for (const report of reports) {
    const form = report.form ?? 'mau-02';
    const units = book.get(form) ?? new Map<string, Entry[]>();
    units.set(report.unit, entriesOf(report));
    book.set(form, units);
  }
  return acrossDay(folderOf(reports), book as EntryIndex, TODAY, { doubleReports: [], doubts: [] });
}

function entriesOf(report: Told): Entry[] {
  const form = report.form ?? 'mau-02';
  const measure = form === 'mau-02' ? 'installed' : 'staff_installed';
  return report.values.flatMap((value, index) => {
    if (value === null) return [];
    const day = addDays(TODAY, index - report.values.length + 1);
    const figure = { value, sheet: 'Sheet1', cells: 'E14', counting: null };
    const source: Entry['source'] = {
      path: report.path ?? `inbox/${day}/${report.unit}.xlsx`,
      sha256: report.bytes?.[index] ?? `${report.unit} ${day}`,
      sheet: null,
      sheets: [],
      arrival: {
        channel: null,
        ...(report.arrival ?? { at: instantOf(day, '14:00', ZONE), evidence: 'at' }),
      },
      folderDate: day,
      form,
      scope: form === 'mau-02' ? 'residents' : 'staff',
      unit: report.unit,
      date: day,
      figures: new Map([[measure, figure]]),
      given: new Map(),
      phones: (report.phones ?? []).map((hash, row) => ({ hash, cell: `D${row + 9}` })),
      rows: [],
      stated: NOTHING_STATED,
      standing: 'accepted',
      findings: [],
      version: 1,
    };
    return { day, counts: true, source };
  });
}

function folderOf(reports: readonly Told[]): CampaignFolder {
  const codes = [...new Map(reports.map((report) => [report.unit, report])).values()];
  return {
    root: null,
    campaign: CAMPAIGN,
    roster: { units: codes.map(unitOf) },
    forms: new Map([
      ['mau-02', formOf('mau-02', 'residents', 'installed')],
      ['mau-01', formOf('mau-01', 'staff', 'staff_installed')],
    ]),
  };
}

function unitOf({ unit, parent, base }: Told, index: number): Unit {
  return {
    code: unit,
    name: `Xã ${unit}`,
    kind: 'xã',
    parent: parent ?? null,
    aliases: [],
    bases: { smartphone_users: base ?? null, population: null, adults: null },
    baseDate: null,
    baseSource: null,
    contactName: null,
    contactPhone: null,
    validFrom: null,
    validTo: null,
    successor: null,
    note: null,
    line: index + 2,
  };
}

function formOf(id: string, scope: string, measure: string): Form {
  const measures: Measure[] = [
    {
      id: measure,
      label: { vi: measure, en: measure },
      from: { kind: 'rows' },
      cumulative: true,
      within: null,
    },
  ];
  return {
    id,
    version: 1,
    scope,
    name: { vi: id, en: id },
    sheetTitle: { vi: id, en: id },
    titles: [],
    subject: null,
    layout: 'table',
    fields: [],
    measures,
    defaultBase: null,
    rules: [],
    source: 'invented for tests',
  };
}

const DAILY = { from: ['xã'], every: 'day', due: { date: null, time: '15:00', rule: 'before' } } as const;

const CAMPAIGN: Campaign = {
  name: 'Đợt thử',
  timezone: ZONE,
  authority: { name: 'UBND', department: null, place: null, level: 'district', parent: null },
  directive: { number: null, date: null, basis: [] },
  period: { from: '2021-08-01', to: '2021-08-31' },
  units: 'units.csv',
  collect: [
    { form: 'mau-02', ...DAILY, counting: 'auto' },
    { form: 'mau-01', ...DAILY, counting: 'auto' },
  ],
  targets: [],
  forward: [],
  bases: null,
  missing: 'carry-forward',
  exempt: [],
  workingDays: null,
  holidays: ['2021-08-19'],
  report: {
    number: null,
    signer: { authority: null, onBehalf: null, title: null, name: null },
    recipients: [],
    formats: [],
    name: 'tong-hop-{date}',
  },
  daily: { provisional: null, final: null, again: null, receive: { from: null, to: null, every: 10 } },
  remind: null,
};
