import { group } from '../../src/day/grouping.ts';
import type { DaySeries } from '../../src/day/series.ts';
import { type Language, WORDS } from '../../src/lang/lang.ts';
import type { Campaign, CampaignFolder, Target } from '../../src/model/campaign.ts';
import { type Finding, finding } from '../../src/model/finding.ts';
import type { Form } from '../../src/model/form.ts';
import type { Arrival, DecidedSubmission } from '../../src/model/submission.ts';
import type {
  Coverage,
  FigureSource,
  ScopeSummary,
  Summary,
  TargetState,
  UnitLine,
  UnitStatus,
} from '../../src/model/summary.ts';
import type { Unit } from '../../src/model/units.ts';
import { NOTHING_STATED } from '../../src/text/stated.ts';
import type { ViewInput } from '../../src/view/input.ts';

/** As the roll-up gives it: here the first versions are all among the day's files. */
function sampleFirsts(): ViewInput['firsts'] {
  const firsts = new Map<string, Map<string, Arrival>>();
  for (const { scope, unit, version, arrival } of sampleSubmissions()) {
    if (scope === null || unit === null || version !== 1) continue;
    firsts.set(scope, (firsts.get(scope) ?? new Map<string, Arrival>()).set(unit, arrival));
  }
  return firsts;
}

/**
 * An invented day of an invented district: every status, a unit without a base, one carried, one reached, two scopes and
 * three targets. No figure here was ever reported by anybody.
 */
export function sampleInput(language: Language = 'vi', change: Partial<ViewInput> = {}): ViewInput {
  return {
    summary: sampleSummary(),
    sources: sampleSources(),
    folder: sampleFolder(),
    learnt: sampleFolder(),
    date: '2021-08-16',
    asOf: Date.parse('2021-08-16T16:00:00+07:00'),
    settled: sampleSubmissions(),
    submissions: sampleSubmissions(),
    sheets: new Map(sampleSubmissions().map(({ path, sheets }) => [path, sheets])),
    findings: group(sampleFindings()),
    given: new Map([
      [
        'staff',
        new Map([
          [
            'C1',
            new Map([
              ['qr_code', true],
              ['qr_photo', true],
            ]),
          ],
          [
            'C2',
            new Map([
              ['qr_code', true],
              ['qr_photo', false],
            ]),
          ],
        ]),
      ],
    ]),
    series: sampleSeries(),
    statuses: [],
    firsts: sampleFirsts(),
    checked: { rules: 31, reports: 6 },
    supplement: null,
    corrections: [],
    channels: new Map(),
    level: { schema: 'bluezone-report/level@1', scopes: [] },
    words: WORDS[language],
    ...change,
  };
}

const TARGETS: readonly Target[] = [
  target('residents-60', 'residents', 'installed', 'smartphone_users', 60, '2021-08-20'),
  target('residents-90', 'residents', 'installed', 'smartphone_users', 90, '2021-08-30'),
  target('staff-100', 'staff', 'staff_installed', 'staff_with_smartphone', 100, '2021-08-20'),
];

function target(id: string, scope: string, measure: string, of: string, num: number, by: string): Target {
  return { id, scope, measure, of, reach: { num, den: 100 }, by };
}

export function sampleSummary(): Summary {
  return {
    schema: 'bluezone-report/summary@1',
    campaign: {
      name: 'Cài đặt ứng dụng Bluezone, thị xã Minh Họa',
      authority: 'Ủy ban nhân dân thị xã Minh Họa',
    },
    date: '2021-08-16',
    asOf: '2021-08-16T16:00:00+07:00',
    provisional: true,
    scopes: [residents(), staff()],
    files: sampleSubmissions().map(({ path, sha256, outcome, unit, form, date }) => ({
      path,
      sha256,
      outcome,
      unit,
      form,
      date,
    })),
    findings: sampleFindings().map((found) => ({
      code: found.code,
      severity: 'warning',
      ...(found.at.file === undefined ? {} : { file: found.at.file }),
      ...(found.at.unit === undefined ? {} : { unit: found.at.unit }),
      message: `Xem ${found.at.file ?? 'đợt báo cáo'}.`,
    })),
  };
}

interface Sketch {
  readonly code: string;
  readonly name: string;
  readonly status: UnitStatus;
  readonly at?: string;
  readonly minutesLate?: number;
  readonly base?: number;
  readonly value?: number;
  readonly earlier?: number;
  readonly carriedFrom?: string;
  readonly attempt?: UnitLine['attempt'];
}

const RESIDENTS: readonly Sketch[] = [
  {
    code: 'A1',
    name: 'Phường Minh Họa Đông',
    status: 'on-time',
    at: '14:05:00',
    base: 5120,
    value: 2310,
    earlier: 2250,
  },
  {
    code: 'A2',
    name: 'Phường Minh Họa Tây',
    status: 'late',
    at: '15:20:00',
    minutesLate: 20,
    base: 4000,
    value: 2481,
    earlier: 2420,
  },
  {
    code: 'A3',
    name: 'Xã Thí Dụ Bắc',
    status: 'missing',
    attempt: {
      outcome: 'rejected',
      path: 'inbox/2021-08-16/thi du bac.xlsx',
      receivedAt: '2021-08-16T14:50:00+07:00',
    },
    base: 3010,
    value: 1204,
    carriedFrom: '2021-08-15',
  },
  { code: 'A4', name: 'Xã Thí Dụ Nam', status: 'awaited', base: 2500 },
  { code: 'A5', name: 'Xã Giả Định', status: 'exempt', base: 1805 },
  { code: 'A6', name: 'Xã Nhập Sau Này', status: 'not-required' },
  { code: 'A7', name: 'Xã Chưa Rõ Số Máy', status: 'on-time', at: '13:40:00', value: 300, earlier: 320 },
  {
    code: 'A8',
    name: 'Xã Về Đích',
    status: 'on-time',
    at: '09:12:00',
    base: 1505,
    value: 1355,
    earlier: 1355,
  },
];

function residents(): ScopeSummary {
  const units = RESIDENTS.map((sketch) => unitLine(sketch, 'installed', 'smartphone_users'));
  const numerator = 2310 + 2481 + 1204 + 1355;
  const denominator = 5120 + 4000 + 3010 + 1505;
  const coverage = rate('installed', 'smartphone_users', numerator, denominator);
  return {
    id: 'residents',
    form: 'mau-02',
    provisional: true,
    completeness: {
      expected: 6,
      reported: 4,
      onTime: 3,
      late: 1,
      missing: 1,
      awaited: 1,
      exempt: 1,
      notRequired: 1,
    },
    total: {
      figures: { installed: { value: numerator + 300, units: 5, carried: 1 } },
      coverage: { ...coverage, units: 5 },
      coverages: [
        { ...coverage, units: 5 },
        { ...rate('installed', 'population', numerator, 31200), units: 5 },
      ],
      delta: { installed: 101, points: 0.89, since: '2021-08-15', units: 5 },
    },
    targets: [
      state('residents-60', numerator, denominator, 60, '2021-08-20', 4),
      state('residents-90', numerator, denominator, 90, '2021-08-30', 14),
    ],
    units: ranked(units),
  };
}

function staff(): ScopeSummary {
  const made = (code: string, name: string, figures: readonly [number, number, number]): UnitLine => {
    const coverage = rate('staff_installed', 'staff_with_smartphone', figures[2], figures[1]);
    const figure = (value: number) => ({ value, date: '2021-08-16', carried: false });
    return {
      ...unitLine({ code, name, status: 'on-time', at: '10:00:00' }, 'staff_installed', ''),
      figures: {
        staff_total: figure(figures[0]),
        staff_with_smartphone: figure(figures[1]),
        staff_installed: figure(figures[2]),
      },
      coverage,
      coverages: [coverage],
      gaps: { 'staff-100': figures[1] - figures[2] },
    };
  };
  const coverage = rate('staff_installed', 'staff_with_smartphone', 51, 56);
  return {
    id: 'staff',
    form: 'mau-01',
    provisional: true,
    completeness: {
      expected: 3,
      reported: 2,
      onTime: 2,
      late: 0,
      missing: 0,
      awaited: 1,
      exempt: 0,
      notRequired: 0,
    },
    total: {
      figures: {
        staff_total: { value: 60, units: 2, carried: 0 },
        staff_with_smartphone: { value: 56, units: 2, carried: 0 },
        staff_installed: { value: 51, units: 2, carried: 0 },
      },
      coverage: { ...coverage, units: 2 },
      coverages: [{ ...coverage, units: 2 }],
      delta: null,
    },
    targets: [state('staff-100', 51, 56, 100, '2021-08-20', 4)],
    units: ranked([
      made('C1', 'Phòng Thí dụ', [20, 20, 20]),
      made('C2', 'Trung tâm Minh họa và Giả định thị xã', [40, 36, 31]),
      unitLine({ code: 'C3', name: 'Hội Thí dụ', status: 'awaited' }, 'staff_installed', ''),
    ]),
  };
}

function unitLine(sketch: Sketch, measure: string, of: string): UnitLine {
  const { base, value, earlier } = sketch;
  const coverage = base === undefined || value === undefined ? null : rate(measure, of, value, base);
  const carried = sketch.carriedFrom !== undefined;
  const points = (now: number, before: number, den: number) =>
    Math.round(((now - before) * 10_000) / den) / 100;
  return {
    code: sketch.code,
    name: sketch.name,
    status: sketch.status,
    receivedAt: sketch.at === undefined ? null : `2021-08-16T${sketch.at}+07:00`,
    minutesLate: sketch.at === undefined ? null : (sketch.minutesLate ?? 0),
    figures:
      value === undefined ? {} : { [measure]: { value, date: sketch.carriedFrom ?? '2021-08-16', carried } },
    coverage,
    coverages: coverage === null ? [] : [coverage],
    delta:
      value === undefined || earlier === undefined
        ? null
        : {
            [measure]: value - earlier,
            points: base === undefined ? null : points(value, earlier, base),
            since: '2021-08-15',
          },
    gaps:
      base === undefined || value === undefined
        ? null
        : { 'residents-60': gap(value, base, 60), 'residents-90': gap(value, base, 90) },
    rank: null,
    attempt: sketch.attempt ?? null,
  };
}

function rate(measure: string, of: string, numerator: number, denominator: number): Coverage {
  const percent = Math.floor((numerator * 20_000 + denominator) / (2 * denominator)) / 100;
  return { measure, of, numerator, denominator, percent };
}

function gap(numerator: number, denominator: number, percent: number): number {
  return Math.max(0, Math.ceil((denominator * percent) / 100) - numerator);
}

function state(id: string, num: number, den: number, percent: number, by: string, days: number): TargetState {
  const lacking = gap(num, den, percent);
  return {
    id,
    by,
    reached: lacking === 0,
    gap: lacking,
    perDay: Math.ceil(lacking / days),
    forecast:
      id === 'staff-100'
        ? null
        : { method: 'pace-7', reach: percent === 60 ? '2021-08-25' : null, from: '2021-08-23', to: null },
  };
}

function ranked(units: readonly UnitLine[]): readonly UnitLine[] {
  const share = (unit: UnitLine) =>
    unit.coverage === null ? null : (unit.coverage.numerator ?? 0) / (unit.coverage.denominator ?? 1);
  return units.map((unit) => {
    const own = share(unit);
    return own === null
      ? unit
      : { ...unit, rank: 1 + units.filter((other) => (share(other) ?? -1) > own).length };
  });
}

/** Three days of the residents, the last of them the summary's own. */
export function sampleSeries(): readonly DaySeries[] {
  const days = ['2021-08-14', '2021-08-15', '2021-08-16'];
  const values = new Map<string, readonly (number | null)[]>([
    ['A1', [2190, 2250, 2310]],
    ['A2', [null, 2420, 2481]],
    ['A3', [1190, 1204, 1204]],
    ['A4', [null, null, null]],
    ['A5', [null, null, null]],
    ['A7', [310, 320, 300]],
    ['A8', [1340, 1355, 1355]],
  ]);
  const units = RESIDENTS.filter(({ code }) => values.has(code)).map(({ code, name, base }) => ({
    code,
    name,
    points: days.map((date, index) => {
      const value = values.get(code)?.[index] ?? null;
      const both = value !== null && base !== undefined;
      return {
        date,
        value,
        numerator: both ? value : null,
        denominator: both ? base : null,
        carried: code === 'A3' && index === 2 ? 1 : 0,
        units: value === null ? 0 : 1,
      };
    }),
  }));
  const sum = (numbers: readonly (number | null)[]) => numbers.reduce<number>((a, b) => a + (b ?? 0), 0);
  const total = days.map((date, index) => {
    const points = units.flatMap((unit) => unit.points[index] ?? []);
    return {
      date,
      value: sum(points.map((point) => point.value)),
      numerator: sum(points.map((point) => point.numerator)),
      denominator: sum(points.map((point) => point.denominator)),
      carried: sum(points.map((point) => point.carried)),
      units: sum(points.map((point) => point.units)),
    };
  });
  return [
    { scope: 'residents', measure: 'installed', of: 'smartphone_users', days, total, units, sent: null },
  ];
}

/** SHA-256 look-alikes. */
export function hash(seed: string): string {
  return seed.repeat(64).slice(0, 64);
}

export function sampleSources(): readonly FigureSource[] {
  const source = (unit: string, value: number, extra: Partial<FigureSource> = {}): FigureSource => ({
    scope: 'residents',
    unit,
    measure: 'installed',
    value,
    date: '2021-08-16',
    carried: false,
    version: 1,
    sha256: hash(unit.toLowerCase()),
    path: `inbox/2021-08-16/${unit}.xlsx`,
    sheet: 'Sheet1',
    cells: 'E9:E41',
    counting: { mode: 'per-person', reason: 'numbers' },
    receivedAt: '2021-08-16T14:05:00+07:00',
    evidence: 'received.csv',
    ...extra,
  });
  return [
    source('A1', 2310),
    source('A2', 2481, { version: 2, cells: 'E9', counting: { mode: 'stated-total', reason: 'one-value' } }),
    source('A3', 1204, { date: '2021-08-15', carried: true, receivedAt: '2021-08-15T14:30:00+07:00' }),
    source('A7', 300, { evidence: 'file-time', receivedAt: '2021-08-16T13:40:00+07:00' }),
    source('A8', 1355, { counting: { mode: 'rows', reason: 'marks' }, sheet: 'Mẫu 02' }),
    source('C1', 20, { scope: 'staff', measure: 'staff_total', cells: 'B10', counting: null }),
  ];
}

export function sampleSubmissions(): readonly DecidedSubmission[] {
  const made = (
    name: string,
    unit: string | null,
    time: string,
    extra: Partial<DecidedSubmission> = {},
  ): DecidedSubmission => ({
    path: `inbox/2021-08-16/${name}`,
    sha256: hash((unit ?? 'f0').toLowerCase()),
    sheet: null,
    sheets: ['Sheet1', 'Mẫu 02'],
    arrival: { at: Date.parse(`2021-08-16T${time}+07:00`), evidence: 'received.csv', channel: 'Zalo ACEVH' },
    folderDate: '2021-08-16',
    form: 'mau-02',
    scope: 'residents',
    unit,
    date: '2021-08-16',
    figures: new Map(),
    given: new Map(),
    phones: [],
    rows: [],
    stated: NOTHING_STATED,
    standing: 'accepted',
    findings: [],
    outcome: 'accepted',
    version: 1,
    ...extra,
  });
  return [
    made('minh hoa dong.xlsx', 'A1', '14:05:00'),
    made('chi Lan gui.xlsx', 'A2', '15:20:00', { outcome: 'superseded' }),
    made('chi Lan gui (sua).xlsx', 'A2', '15:45:00', {
      version: 2,
      outcome: 'accepted-with-warnings',
      sha256: hash('b2'),
    }),
    made('thi du bac.xlsx', 'A3', '14:50:00', { outcome: 'rejected', standing: 'rejected', version: null }),
    made('A7.xlsx', 'A7', '13:40:00', {
      arrival: { at: Date.parse('2021-08-16T13:40:00+07:00'), evidence: 'file-time', channel: null },
    }),
    made('ve dich.docx', 'A8', '09:12:00'),
    made('poster.pdf', null, '09:30:00', {
      outcome: 'rejected',
      standing: 'rejected',
      version: null,
      form: null,
      scope: null,
      date: null,
    }),
  ];
}

export function sampleFindings(): readonly Finding[] {
  const cell = (row: number, unit: string, file: string) => ({
    file: `inbox/2021-08-16/${file}`,
    sheet: 'Sheet1',
    cell: `E${row}`,
    row: row - 1,
    col: 4,
    heading: 'Lũy kế đến thời điểm hiện tại',
    unit,
  });
  return [
    finding(
      'campaign/base-missing',
      { unit: 'A7' },
      { unitNames: ['Xã Chưa Rõ Số Máy'], base: 'smartphone_users' },
    ),
    finding(
      'across/fall',
      { unit: 'A7', file: 'inbox/2021-08-16/A7.xlsx' },
      { measure: 'installed', value: 300, earlier: 320, since: '2021-08-15' },
    ),
    finding(
      'across/replaced',
      { unit: 'A2', file: 'inbox/2021-08-16/chi Lan gui (sua).xlsx' },
      {
        other: 'inbox/2021-08-16/chi Lan gui.xlsx',
        changes: [{ measure: 'installed', from: 2479, to: 2481 }],
      },
    ),
    finding('file/pdf', { file: 'inbox/2021-08-16/poster.pdf' }, {}),
    finding(
      'unit/unknown',
      { file: 'inbox/2021-08-16/poster.pdf' },
      { text: 'poster của anh Ba', nearest: null },
    ),
    ...[10, 11, 12, 13, 14].map((row) =>
      finding('value/not-a-number', cell(row, 'A3', 'thi du bac.xlsx'), {
        field: 'cumulative',
        shown: `khoảng ${row}`,
      }),
    ),
  ];
}

export function sampleFolder(): CampaignFolder {
  const unit = (code: string, name: string, kind: string, base: number | null): Unit => ({
    code,
    name,
    kind,
    parent: null,
    aliases: [],
    bases: { smartphone_users: base, population: null, adults: null },
    baseDate: null,
    baseSource: null,
    contactName: null,
    contactPhone: null,
    validFrom: null,
    validTo: null,
    successor: null,
    note: null,
    line: 2,
  });
  return {
    root: null,
    campaign: sampleCampaign(),
    roster: {
      units: [
        ...RESIDENTS.map(({ code, name, base }) => unit(code, name, 'xã', base ?? null)),
        unit('C1', 'Phòng Thí dụ', 'cơ quan', null),
        unit('C2', 'Trung tâm Minh họa và Giả định thị xã', 'cơ quan', null),
        unit('C3', 'Hội Thí dụ', 'cơ quan', null),
      ],
    },
    forms: new Map([
      ['mau-01', MAU_01],
      ['mau-02', MAU_02],
    ]),
  };
}

export function sampleCampaign(change: Partial<Campaign> = {}): Campaign {
  return {
    name: 'Cài đặt ứng dụng Bluezone, thị xã Minh Họa',
    timezone: 'Asia/Ho_Chi_Minh',
    authority: {
      name: 'Ủy ban nhân dân thị xã Minh Họa',
      department: 'Phòng Văn hóa và Thông tin',
      place: 'Minh Họa',
      level: 'district',
      parent: 'Ủy ban nhân dân tỉnh Thí Dụ',
    },
    directive: {
      number: '/UBND-VX',
      date: '2021-08',
      basis: ['Kế hoạch số 00/KH-UBND của UBND thị xã Minh Họa'],
    },
    period: { from: '2021-08-16', to: '2021-08-30' },
    units: 'units.csv',
    collect: [
      {
        form: 'mau-02',
        from: ['xã'],
        every: 'day',
        due: { date: null, time: '15:00', rule: 'before' },
        counting: 'auto',
      },
      {
        form: 'mau-01',
        from: ['cơ quan'],
        every: 'once',
        due: { date: '2021-08-20', time: null, rule: 'before' },
        counting: 'auto',
      },
    ],
    targets: TARGETS,
    forward: [
      {
        to: [
          'Ban Chỉ đạo phòng, chống dịch bệnh Covid-19 thị xã',
          'Ủy ban nhân dân thị xã',
          'Sở Thông tin và Truyền thông',
        ],
        due: null,
      },
    ],
    bases: null,
    missing: 'carry-forward',
    exempt: [],
    workingDays: null,
    holidays: [],
    report: {
      number: '/BC-VHTT',
      signer: { authority: null, onBehalf: null, title: null, name: null },
      recipients: [],
      formats: ['xlsx'],
      name: 'tong-hop-{date}',
    },
    daily: { provisional: null, final: null, again: null, receive: { from: null, to: null, every: 10 } },
    remind: null,
    ...change,
  };
}

const MAU_02 = form('mau-02', 'residents', 'Mẫu 02', 'Tổng hợp', [
  { id: 'installed', label: { vi: 'Số người đã cài đặt', en: 'Persons who installed' } },
]);

const MAU_01 = form(
  'mau-01',
  'staff',
  'Mẫu 01',
  'Cơ quan',
  [
    { id: 'staff_total', label: { vi: 'Tổng số cán bộ', en: 'Staff in all' } },
    { id: 'staff_with_smartphone', label: { vi: 'Số có Smartphone', en: 'Staff with a smartphone' } },
    { id: 'staff_installed', label: { vi: 'Số đã cài đặt', en: 'Staff who installed' } },
  ],
  [
    { id: 'qr_code', type: 'mark' },
    { id: 'qr_photo', type: 'picture' },
  ],
);

function form(
  id: string,
  scope: string,
  name: string,
  sheet: string,
  measures: readonly { id: string; label: { vi: string; en: string } }[],
  fields: readonly { id: string; type: 'mark' | 'picture' }[] = [],
): Form {
  return {
    id,
    version: 1,
    scope,
    name: { vi: name, en: name.replace('Mẫu', 'Form') },
    sheetTitle: { vi: sheet, en: sheet },
    titles: [],
    subject: null,
    layout: id === 'mau-01' ? 'lines' : 'table',
    fields: fields.map((field) => ({
      ...field,
      label: { vi: field.id, en: field.id },
      synonyms: [],
      fallbacks: [],
      unlike: [],
      required: false,
    })),
    measures: measures.map((measure) => ({
      ...measure,
      from: { kind: 'field', field: measure.id },
      cumulative: true,
      within: null,
    })),
    defaultBase: null,
    rules: [],
    source: '',
  };
}
