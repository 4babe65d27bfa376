import { dayOf } from '../../src/day/day.ts';
import type { Campaign, CampaignFolder, Collect, Target } from '../../src/model/campaign.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Form } from '../../src/model/form.ts';
import type { ArrivalEvidence } from '../../src/model/outcome.ts';
import type { Stated } from '../../src/model/report.ts';
import type { Instant, RowPrint, Submission } from '../../src/model/submission.ts';
import { instantOf } from '../../src/model/time.ts';
import type { Unit } from '../../src/model/units.ts';
import { statedBy } from '../../src/text/stated.ts';

/** An invented town with invented numbers, and reports said in one line each. */

export const ZONE = 'Asia/Ho_Chi_Minh';

export function unit(code: string, changes: Partial<Unit> = {}, smartphone: number | null = null): Unit {
  return {
    code,
    name: `Xã ${code}`,
    kind: 'xã',
    parent: null,
    aliases: [],
    bases: { smartphone_users: smartphone, population: null, adults: null },
    baseDate: null,
    baseSource: null,
    contactName: null,
    contactPhone: null,
    validFrom: null,
    validTo: null,
    successor: null,
    note: null,
    line: 2,
    ...changes,
  };
}

const bilingual = (text: string) => ({ vi: text, en: text });

export function form(id: string, scope: string, measures: readonly string[], more: Partial<Form> = {}): Form {
  return {
    id,
    version: 1,
    scope,
    name: bilingual(id),
    sheetTitle: bilingual(scope),
    titles: [],
    subject: null,
    layout: 'lines',
    fields: [],
    measures: measures.map((measure) => ({
      id: measure,
      label: bilingual(measure),
      from: { kind: 'field' as const, field: measure },
      cumulative: true,
      within: measure === 'installed' ? 'smartphone_users' : null,
    })),
    defaultBase: null,
    rules: [],
    source: '',
    ...more,
  };
}

export const FORMS: ReadonlyMap<string, Form> = new Map(
  [
    form('mau-02', 'residents', ['installed'], { layout: 'table' }),
    form('mau-01', 'staff', ['staff_total', 'staff_with_smartphone', 'staff_installed'], {
      defaultBase: 'staff_with_smartphone',
      rules: [{ kind: 'at-most', left: 'staff_installed', right: 'staff_with_smartphone' }],
    }),
    form('tong-hop', 'summary', [], { layout: 'summary' }),
  ].map((made) => [made.id, made]),
);

export const DAILY: Collect = {
  form: 'mau-02',
  from: ['xã', 'phường'],
  every: 'day',
  due: { date: null, time: '15:00', rule: 'before' },
  counting: 'auto',
};

export const ONCE: Collect = {
  form: 'mau-01',
  from: ['cơ quan'],
  every: 'once',
  due: { date: '2021-08-20', time: null, rule: 'before' },
  counting: 'auto',
};

export const RESIDENTS_60: Target = {
  id: 'residents-60',
  scope: 'residents',
  measure: 'installed',
  of: 'smartphone_users',
  reach: { num: 60, den: 100 },
  by: '2021-08-20',
};

export function folder(units: readonly Unit[], changes: Partial<Campaign> = {}): CampaignFolder {
  const campaign: Campaign = {
    name: 'Đợt thử',
    timezone: ZONE,
    authority: {
      name: 'Ủy ban nhân dân thị xã Thử',
      department: null,
      place: null,
      level: 'district',
      parent: null,
    },
    directive: { number: null, date: null, basis: [] },
    period: { from: '2021-08-16', to: '2021-08-30' },
    units: 'units.csv',
    collect: [DAILY],
    targets: [],
    forward: [],
    bases: null,
    missing: 'carry-forward',
    exempt: [],
    workingDays: null,
    holidays: [],
    report: {
      number: null,
      signer: { authority: null, onBehalf: null, title: null, name: null },
      recipients: [],
      formats: ['xlsx'],
      name: 'tong-hop-{date}',
    },
    daily: { provisional: null, final: null, again: null, receive: { from: null, to: null, every: 10 } },
    remind: null,
    ...changes,
  };
  return { root: null, campaign, roster: { units }, forms: FORMS };
}

/** `at('16 14:05')`, `at('16 14:05:30')`: in August 2021. */
export function at(text: string): Instant {
  const [day = '', time = ''] = text.split(' ');
  return instantOf(`2021-08-${day}`, time, ZONE);
}

export interface Sent {
  readonly path?: string;
  readonly sheet?: string;
  readonly sha?: string;
  readonly evidence?: ArrivalEvidence;
  readonly fileTime?: Instant;
  readonly form?: string;
  /** Its own date, where it is not the folder's. */
  readonly date?: string;
  readonly standing?: Submission['standing'];
  readonly findings?: readonly Finding[];
  readonly rows?: readonly RowPrint[];
  readonly stated?: Partial<Stated>;
}

/** What a unit sent for a day of August 2021: a count of installs, or figures by measure. */
export function sent(
  code: string,
  when: string,
  figures: number | { readonly [measure: string]: number },
  more: Sent = {},
): Submission {
  const day = `2021-08-${when.split(' ')[0]}`;
  const values = typeof figures === 'number' ? { installed: figures } : figures;
  const path = more.path ?? `inbox/${day}/${code} ${when.split(' ')[1]?.replaceAll(':', '')}.xlsx`;
  const id = more.form ?? (typeof figures === 'number' ? 'mau-02' : 'mau-01');
  return {
    path,
    sha256: more.sha ?? path,
    sheet: more.sheet ?? null,
    sheets: ['Sheet1'],
    arrival: {
      at: at(when),
      evidence: more.evidence ?? 'received.csv',
      channel: null,
      ...(more.fileTime === undefined ? {} : { told: { 'file-time': more.fileTime } }),
    },
    folderDate: day,
    form: id,
    scope: FORMS.get(id)?.scope ?? null,
    unit: code,
    date: more.date ?? day,
    figures: new Map(
      Object.entries(values).map(([measure, value]) => [
        measure,
        { value, sheet: 'Sheet1', cells: 'E9:E11', counting: null },
      ]),
    ),
    given: new Map(),
    phones: [],
    rows: more.rows ?? [],
    stated: {
      ...statedBy([...path.split('!/').map((step) => step.split('/').at(-1) ?? ''), more.sheet ?? '']),
      ...more.stated,
    },
    standing: more.standing ?? 'accepted',
    findings: more.findings ?? [],
  };
}

/** The view of a day of August 2021 at a time (`'16 16:00'`). */
export function viewed(
  of: CampaignFolder,
  submissions: readonly Submission[],
  day: string,
  asOf: string = `${day} 16:00`,
) {
  const all = dayOf(submissions, of, `2021-08-${day}`, at(asOf));
  const scope = (id: string) => {
    const found = all.summary.scopes.find((s) => s.id === id);
    if (found === undefined) throw new Error(`no scope ${id}`);
    return found;
  };
  const line = (code: string) => {
    const found = all.summary.scopes.flatMap(({ units }) => units).find((u) => u.code === code);
    if (found === undefined) throw new Error(`no unit ${code}`);
    return found;
  };
  return { ...all, residents: () => scope('residents'), staff: () => scope('staff'), line };
}
