import { describe, expect, it } from 'vitest';
import { DAILY, folder, form, ONCE, RESIDENTS_60, sent, unit, viewed } from '../../model/world.ts';

const TARGETS = [
  RESIDENTS_60,
  { ...RESIDENTS_60, id: 'residents-90', reach: { num: 90, den: 100 }, by: '2021-08-30' },
];

const town = folder([unit('A', {}, 5120), unit('B', {}, 2000), unit('C', {}, 1505)], { targets: TARGETS });

describe('a unit line', () => {
  it('reads like the contract', () => {
    const day = viewed(town, [sent('A', '15 14:00', 2250), sent('A', '16 14:05', 2310)], '16');
    expect(day.line('A')).toEqual({
      code: 'A',
      name: 'Xã A',
      status: 'on-time',
      receivedAt: '2021-08-16T14:05:00+07:00',
      minutesLate: 0,
      figures: { installed: { value: 2310, date: '2021-08-16', carried: false } },
      coverage: {
        measure: 'installed',
        of: 'smartphone_users',
        numerator: 2310,
        denominator: 5120,
        percent: 45.12,
      },
      coverages: [
        {
          measure: 'installed',
          of: 'smartphone_users',
          numerator: 2310,
          denominator: 5120,
          percent: 45.12,
        },
      ],
      delta: { installed: 60, points: 1.17, since: '2021-08-15' },
      gaps: { 'residents-60': 762, 'residents-90': 2298 },
      rank: 1,
      attempt: null,
    });
  });

  it('without a value has no figure, percent, delta, gaps or rank', () => {
    expect(viewed(town, [], '16').line('A')).toMatchObject({
      status: 'missing',
      receivedAt: null,
      minutesLate: null,
      figures: {},
      coverage: { numerator: null, denominator: 5120, percent: null },
      delta: null,
      gaps: null,
      rank: null,
    });
  });

  it('goes by the first accepted version, though the newest counts', () => {
    const day = viewed(town, [sent('A', '16 14:05', 100), sent('A', '16 15:20', 110)], '16');
    expect(day.line('A')).toMatchObject({
      status: 'on-time',
      receivedAt: '2021-08-16T14:05:00+07:00',
      minutesLate: 0,
      figures: { installed: { value: 110 } },
    });
  });

  it('late counts too', () => {
    const day = viewed(town, [sent('A', '16 15:20:01', 100)], '16');
    expect(day.line('A')).toMatchObject({
      status: 'late',
      minutesLate: 21,
      figures: { installed: { value: 100 } },
    });
  });

  it('of a unit whose only files are rejected or undecided is missing or awaited', () => {
    for (const standing of ['rejected', 'undecided'] as const) {
      const files = [sent('A', '16 14:00', 100, { standing })];
      expect(viewed(town, files, '16', '16 16:00').line('A')).toMatchObject({
        status: 'missing',
        figures: {},
      });
      expect(viewed(town, files, '16', '16 14:30').line('A').status).toBe('awaited');
    }
  });
});

describe('carried', () => {
  const before = [sent('A', '14 17:00', 2000), sent('A', '15 14:00', 2250)];

  it('stands in with the last accepted value and its date', () => {
    const { figures, status, receivedAt, minutesLate, delta } = viewed(town, before, '17').line('A');
    expect(figures).toEqual({ installed: { value: 2250, date: '2021-08-15', carried: true } });
    expect({ status, receivedAt, minutesLate, delta }).toEqual({
      status: 'missing',
      receivedAt: null,
      minutesLate: null,
      delta: null,
    });
  });

  it('does not when the campaign excludes what is missing', () => {
    const strict = folder(town.roster.units, { targets: TARGETS, missing: 'exclude' });
    const day = viewed(strict, [...before, sent('B', '17 14:00', 500)], '17');
    expect(day.line('A').figures).toEqual({});
    expect(day.residents().total.figures).toEqual({ installed: { value: 500, units: 1, carried: 0 } });
  });

  it('is told in the total', () => {
    const day = viewed(town, [...before, sent('B', '17 14:00', 500)], '17');
    expect(day.residents().total.figures).toEqual({ installed: { value: 2750, units: 2, carried: 1 } });
  });

  it('never comes from a later day or a rejected report', () => {
    const day = viewed(
      town,
      [...before, sent('A', '16 14:00', 9, { standing: 'rejected' }), sent('A', '18 09:00', 7)],
      '17',
      '18 10:00',
    );
    expect(day.line('A').figures.installed?.value).toBe(2250);
  });
});

describe('delta', () => {
  it('of a unit compares with the last earlier day that it reported, not with yesterday', () => {
    const day = viewed(town, [sent('A', '14 14:00', 2250), sent('A', '17 14:00', 2310)], '17');
    expect(day.line('A').delta).toEqual({ installed: 60, points: 1.17, since: '2021-08-14' });
  });

  it('is null without an earlier day', () => {
    expect(viewed(town, [sent('A', '17 14:00', 2310)], '17').line('A').delta).toBeNull();
  });

  it('has no points where the base changed in between: such rates do not compare', () => {
    const two = folder(
      [unit('A', { validTo: '2021-08-16' }, 5000), unit('A', { validFrom: '2021-08-17', line: 3 }, 5120)],
      { targets: TARGETS },
    );
    const files = [sent('A', '16 14:00', 2250), sent('A', '17 14:00', 2310)];
    const day = viewed(two, files, '17');
    expect(day.line('A').delta).toEqual({ installed: 60, points: null, since: '2021-08-16' });
    expect(day.residents().total.delta).toEqual({
      installed: 60,
      points: null,
      since: '2021-08-16',
      units: 1,
    });
    expect(viewed(two, files, '16').line('A').coverage).toMatchObject({ denominator: 5000, percent: 45 });
    expect(day.line('A').coverage).toMatchObject({ denominator: 5120, percent: 45.12 });
  });

  it('of the total is over the units that have a value, own or carried, at both moments', () => {
    const files = [
      sent('A', '14 14:00', 2000),
      sent('B', '15 14:00', 500),
      sent('A', '17 14:00', 2100),
      // C was never there before: its whole stock is no change.
      sent('C', '17 14:00', 900),
    ];
    const { total } = viewed(town, files, '17').residents();
    expect(total.figures).toEqual({ installed: { value: 3500, units: 3, carried: 1 } });
    // 2600/7120 against 2500/7120
    expect(total.delta).toEqual({ installed: 100, points: 1.4, since: '2021-08-15', units: 2 });
  });

  it('of the total is null when no unit has a value at both', () => {
    const strict = folder(town.roster.units, { missing: 'exclude' });
    const files = [sent('A', '16 14:00', 2000), sent('B', '17 14:00', 500)];
    expect(viewed(strict, files, '17').residents().total.delta).toBeNull();
  });
});

describe('coverage', () => {
  it('is summed over the units that gave both; a unit lacking one is named', () => {
    const mixed = folder([unit('A', {}, 5120), unit('B', { line: 3 }), unit('C', {}, 1505)], {
      targets: TARGETS,
    });
    const day = viewed(mixed, [sent('A', '16 14:00', 2310), sent('B', '16 14:00', 700)], '16');
    expect(day.residents().total.figures.installed).toEqual({ value: 3010, units: 2, carried: 0 });
    expect(day.residents().total.coverage).toMatchObject({
      numerator: 2310,
      denominator: 5120,
      percent: 45.12,
    });
    expect(day.findings).toMatchObject([
      { code: 'across/not-in-rate', at: { unit: 'C' }, facts: { lacks: 'installed' } },
      {
        code: 'campaign/base-missing',
        at: { unit: 'B', file: 'units.csv', line: 3 },
        facts: { unitNames: ['Xã B'], base: 'smartphone_users' },
      },
    ]);
    expect(day.line('B')).toMatchObject({
      coverage: { numerator: 700, denominator: null, percent: null },
      gaps: null,
      rank: null,
    });
  });

  it('has no percent over a base of 0, which is an unknown base', () => {
    const zero = folder([unit('A', {}, 0)], { targets: TARGETS });
    const day = viewed(zero, [sent('A', '16 14:00', 10)], '16');
    expect(day.line('A').coverage).toMatchObject({ numerator: 10, denominator: null, percent: null });
    expect(day.residents().total.coverage).toMatchObject({
      numerator: null,
      denominator: null,
      percent: null,
    });
    expect(day.findings.map(({ code }) => code)).toContain('campaign/base-missing');
  });

  it('is taken over the base of the office where its units lack it; the units have no percent', () => {
    const office = folder([unit('A'), unit('B')], {
      targets: TARGETS,
      bases: { smartphone_users: 71533, date: '2021-08-14', source: 'thử' },
    });
    const files = [
      sent('A', '15 14:00', 20000),
      sent('B', '15 14:00', 9838),
      sent('A', '16 14:00', 20650),
      sent('B', '16 14:00', 10000),
    ];
    const day = viewed(office, files, '16');
    expect(day.residents().total.coverage).toMatchObject({
      numerator: 30650,
      denominator: 71533,
      percent: 42.85,
    });
    expect(day.residents().total.delta).toEqual({
      installed: 812,
      points: 1.14,
      since: '2021-08-15',
      units: 2,
    });
    expect(day.residents().targets[0]).toMatchObject({ reached: false, gap: 12270, perDay: 3068 });
    expect(day.line('A')).toMatchObject({
      coverage: { denominator: null, percent: null },
      gaps: null,
      rank: null,
    });
    expect(day.findings).toEqual([]);
  });

  it('prefers the units own bases to that of the office', () => {
    const both = folder([unit('A', {}, 5120), unit('B')], {
      bases: { smartphone_users: 71533, date: null, source: null },
    });
    const day = viewed(both, [sent('A', '16 14:00', 2310), sent('B', '16 14:00', 700)], '16');
    expect(day.residents().total.coverage).toMatchObject({ numerator: 2310, denominator: 5120 });
  });

  it('without targets is over smartphone users, else population', () => {
    const bases = { smartphone_users: null, population: 8000, adults: 6000 };
    const people = folder([unit('A', { bases })]);
    expect(viewed(people, [], '16').residents().total.coverage?.of).toBe('population');
    expect(viewed(folder([unit('A')]), [], '16').residents().total.coverage?.of).toBe('smartphone_users');
    const all = folder([unit('A', { bases: { ...bases, smartphone_users: 5000 } })]);
    const { total } = viewed(all, [sent('A', '16 14:00', 2500)], '16').residents();
    expect(total.coverage).toMatchObject({ of: 'smartphone_users', percent: 50 });
    expect(total.coverages.map(({ of }) => of)).toEqual(['smartphone_users', 'population', 'adults']);
  });

  it('is none of what counts no people: houses are no share of the residents', () => {
    const made = folder([unit('A', {}, 5120)], { collect: [{ ...DAILY, form: 'thiet-hai' }] });
    const damage = form('thiet-hai', 'damage', ['houses', 'moved']);
    const day = viewed(
      { ...made, forms: new Map([...made.forms, [damage.id, damage]]) },
      [
        sent('A', '15 14:00', { houses: 10, moved: 4 }, { form: damage.id }),
        sent('A', '16 14:00', { houses: 12, moved: 4 }, { form: damage.id }),
      ],
      '16',
    );
    expect(day.summary.scopes[0]?.total).toMatchObject({
      figures: { houses: { value: 12 } },
      coverage: null,
      coverages: [],
      delta: { houses: 2, moved: 0, points: null },
    });
    expect(day.line('A')).toMatchObject({ coverage: null, coverages: [], rank: null });
    expect(day.series).toMatchObject([
      { measure: 'houses', of: null, total: [{ value: 10, denominator: null }, { value: 12 }] },
    ]);
  });

  it('coverages list the bases of targets and roster, that of the first target first', () => {
    const bases = { smartphone_users: 5000, population: 8000, adults: null };
    const targets = [{ ...TARGETS[0], id: 'p', of: 'population' }, TARGETS[1]] as typeof TARGETS;
    const { total, units } = viewed(folder([unit('A', { bases })], { targets }), [], '16').residents();
    expect(total.coverages.map(({ of }) => of)).toEqual(['population', 'smartphone_users']);
    expect(total.coverage?.of).toBe('population');
    expect(units[0]?.coverages.map(({ of }) => of)).toEqual(['population', 'smartphone_users']);
  });
});

describe('completeness', () => {
  it('counts by status, in roster order, and adds up to the roster', () => {
    const six = folder(
      [
        unit('on'),
        unit('late'),
        unit('missing'),
        unit('exempt'),
        unit('gone', { validTo: '2021-08-15' }),
        unit('agency', { kind: 'cơ quan' }),
      ],
      { exempt: [{ unit: 'exempt', from: null, to: null, reason: 'bão' }] },
    );
    const day = viewed(six, [sent('late', '16 15:30', 1), sent('on', '16 14:00', 1)], '16');
    expect(day.residents().units.map(({ code, status }) => [code, status])).toEqual([
      ['on', 'on-time'],
      ['late', 'late'],
      ['missing', 'missing'],
      ['exempt', 'exempt'],
      ['gone', 'not-required'],
    ]);
    expect(day.residents().completeness).toEqual({
      expected: 3,
      reported: 2,
      onTime: 1,
      late: 1,
      missing: 1,
      awaited: 0,
      exempt: 1,
      notRequired: 1,
    });
  });

  it('is provisional while a unit is awaited before a deadline', () => {
    expect(viewed(town, [], '16', '16 14:59').summary.provisional).toBe(true);
    expect(viewed(town, [], '16', '16 15:00').summary.provisional).toBe(false);
    const open = folder(town.roster.units, { collect: [{ ...DAILY, due: null }] });
    expect(viewed(open, [], '16', '16 14:59').summary.provisional).toBe(false);
    expect(viewed(open, [], '16', '16 14:59').line('A').status).toBe('awaited');
  });

  it('outside the period nobody is due, and what lies there is history', () => {
    const day = viewed(town, [sent('A', '14 17:00', 2000)], '14', '14 18:00');
    expect(day.residents().completeness).toMatchObject({ expected: 0, notRequired: 3 });
    expect(day.line('A')).toMatchObject({
      status: 'not-required',
      receivedAt: '2021-08-14T17:00:00+07:00',
      figures: { installed: { value: 2000, carried: false } },
    });
  });

  it('shows a code that stands on several lines once, with the line of the day', () => {
    const renamed = folder([
      unit('A', { name: 'Thị trấn Cũ', validTo: '2021-08-17' }, 100),
      unit('B'),
      unit('A', { name: 'Phường Mới', kind: 'phường', validFrom: '2021-08-18', line: 4 }, 200),
    ]);
    const names = (day: string) =>
      viewed(renamed, [], day)
        .residents()
        .units.map(({ name }) => name);
    expect(names('17')).toEqual(['Thị trấn Cũ', 'Xã B']);
    expect(names('18')).toEqual(['Phường Mới', 'Xã B']);
  });

  it('carries nothing for a unit that is no longer valid', () => {
    const merged = folder([unit('A', { validTo: '2021-08-16' }, 100), unit('B', {}, 300)]);
    const day = viewed(merged, [sent('A', '16 14:00', 50), sent('B', '17 14:00', 200)], '17');
    expect(day.line('A')).toMatchObject({ status: 'not-required', figures: {} });
    expect(day.residents().total.figures.installed).toEqual({ value: 200, units: 1, carried: 0 });
  });
});

describe('asked once', () => {
  const agencies = folder(
    [unit('A', {}, 100), unit('C1', { kind: 'cơ quan' }), unit('C2', { kind: 'cơ quan' })],
    {
      collect: [DAILY, ONCE],
      targets: [
        {
          id: 'staff-100',
          scope: 'staff',
          measure: 'staff_installed',
          of: 'staff_with_smartphone',
          reach: { num: 100, den: 100 },
          by: '2021-08-20',
        },
      ],
    },
  );
  const staff = { staff_total: 20, staff_with_smartphone: 10, staff_installed: 8 };
  const came = [sent('C1', '17 09:00', staff, { date: '2021-08-16' })];

  it('stays valid on later days, not carried, with its own date and its first arrival', () => {
    const line = viewed(agencies, came, '25').line('C1');
    expect(line.figures.staff_installed).toEqual({ value: 8, date: '2021-08-16', carried: false });
    expect(line).toMatchObject({
      status: 'on-time',
      receivedAt: '2021-08-17T09:00:00+07:00',
      minutesLate: 0,
    });
    expect(line.delta).toBeNull();
    expect(viewed(agencies, came, '25').staff().total.delta).toBeNull();
  });

  it('late stays late', () => {
    const line = viewed(agencies, [sent('C1', '20 00:30', staff)], '25').line('C1');
    expect(line).toMatchObject({ status: 'late', minutesLate: 30 });
  });

  it('is awaited until its date, missing after it', () => {
    expect(viewed(agencies, came, '19', '19 23:59').line('C2').status).toBe('awaited');
    expect(viewed(agencies, came, '20', '20 00:00').line('C2').status).toBe('missing');
    expect(viewed(agencies, came, '16', '16 16:00').summary.provisional).toBe(true);
  });

  it('is not there on the days before the one it came under: awaited while its deadline is open, then missing', () => {
    expect(viewed(agencies, came, '16', '19 10:00').line('C1')).toMatchObject({
      status: 'awaited',
      figures: {},
    });
    expect(viewed(agencies, came, '16', '25 10:00').line('C1')).toMatchObject({
      status: 'missing',
      figures: {},
    });
  });

  it('a newer one counts from its own day on', () => {
    const both = [...came, sent('C1', '19 09:00', { ...staff, staff_installed: 10 })];
    expect(viewed(agencies, both, '18', '25 10:00').line('C1').figures.staff_installed?.value).toBe(8);
    expect(viewed(agencies, both, '19', '25 10:00').line('C1').figures.staff_installed?.value).toBe(10);
    expect(viewed(agencies, both, '19', '25 10:00').line('C1').receivedAt).toBe('2021-08-17T09:00:00+07:00');
  });

  it('is a scope of its own: staff and residents are never added', () => {
    const day = viewed(agencies, [...came, sent('A', '17 14:00', 60)], '17');
    expect(day.summary.scopes.map(({ id, form }) => [id, form])).toEqual([
      ['residents', 'mau-02'],
      ['staff', 'mau-01'],
    ]);
    expect(day.residents().total.figures).toEqual({ installed: { value: 60, units: 1, carried: 0 } });
    expect(day.staff().total.coverage).toEqual({
      measure: 'staff_installed',
      of: 'staff_with_smartphone',
      numerator: 8,
      denominator: 10,
      percent: 80,
      units: 1,
    });
    expect(day.staff().targets).toMatchObject([{ id: 'staff-100', reached: false, gap: 2, perDay: 1 }]);
  });

  it('without targets, staff are over those with a smartphone', () => {
    const none = folder(agencies.roster.units, { collect: [DAILY, ONCE] });
    expect(viewed(none, came, '17').staff().total.coverage).toMatchObject({
      measure: 'staff_installed',
      of: 'staff_with_smartphone',
      percent: 80,
    });
  });

  it('has no percent for an agency where nobody has a smartphone, and no complaint', () => {
    const nobody = [sent('C1', '17 09:00', { staff_total: 3, staff_with_smartphone: 0, staff_installed: 0 })];
    const day = viewed(agencies, nobody, '17');
    expect(day.line('C1')).toMatchObject({
      coverage: { numerator: 0, denominator: 0, percent: null },
      rank: null,
    });
    expect(day.findings).toEqual([]);
  });
});

describe('only leaves post', () => {
  const tree = folder([
    unit('P', { parent: 'office' }, 900),
    unit('A', { parent: 'P' }, 100),
    unit('B', { parent: 'P' }, 200),
  ]);

  it('the own number of a parent beside its children is a finding, never a sum', () => {
    const day = viewed(
      tree,
      [sent('P', '16 14:00', 500), sent('A', '16 14:00', 50), sent('B', '16 14:00', 60)],
      '16',
    );
    expect(day.residents().total.figures.installed).toEqual({ value: 110, units: 2, carried: 0 });
    expect(day.residents().total.coverage).toMatchObject({ numerator: 110, denominator: 300 });
    expect(day.line('P')).toMatchObject({ status: 'on-time', figures: {}, rank: null });
    expect(day.findings).toMatchObject([
      { code: 'across/parent-too', at: { unit: 'P' }, facts: { below: 2 } },
    ]);
  });

  it('a parent code that the roster lacks is the collecting office', () => {
    const flat = folder([unit('A', { parent: '543' }, 100), unit('B', { parent: '543' }, 200)]);
    const day = viewed(flat, [sent('A', '16 14:00', 50), sent('B', '16 14:00', 60)], '16');
    expect(day.residents().total.figures.installed?.value).toBe(110);
  });
});

describe('the summary', () => {
  it('lists the files of the day only, in path order, with the sheet where a file holds several', () => {
    const day = viewed(
      town,
      [
        sent('B', '16 14:00', 1, { path: 'inbox/2021-08-16/b.xlsx', sha: 'x', sheet: 'S2' }),
        sent('A', '16 14:00', 1, { path: 'inbox/2021-08-16/b.xlsx', sha: 'x', sheet: 'S1' }),
        sent('A', '15 14:00', 1, { path: 'inbox/2021-08-15/a.xlsx' }),
        sent('A', '16 14:10', 1, { path: 'inbox/2021-08-16/a.xlsx', sha: 'y', standing: 'rejected' }),
      ],
      '16',
    );
    expect(day.summary.files).toEqual([
      {
        path: 'inbox/2021-08-16/a.xlsx',
        sha256: 'y',
        outcome: 'rejected',
        unit: 'A',
        form: 'mau-02',
        date: '2021-08-16',
      },
      {
        path: 'inbox/2021-08-16/b.xlsx',
        sha256: 'x',
        sheet: 'S1',
        outcome: 'accepted',
        unit: 'A',
        form: 'mau-02',
        date: '2021-08-16',
      },
      {
        path: 'inbox/2021-08-16/b.xlsx',
        sha256: 'x',
        sheet: 'S2',
        outcome: 'accepted',
        unit: 'B',
        form: 'mau-02',
        date: '2021-08-16',
      },
    ]);
  });

  it('says whose it is, for which day and as of when', () => {
    expect(viewed(town, [], '16').summary).toMatchObject({
      schema: 'bluezone-report/summary@1',
      campaign: { name: 'Đợt thử', authority: 'Ủy ban nhân dân thị xã Thử' },
      date: '2021-08-16',
      asOf: '2021-08-16T16:00:00+07:00',
    });
  });

  it('every figure has its source, with the version that counts', () => {
    const files = [sent('A', '15 14:00', 10), sent('A', '15 14:30', 12), sent('B', '16 14:00', 20)];
    expect(viewed(town, files, '16').sources).toMatchObject([
      {
        scope: 'residents',
        unit: 'A',
        measure: 'installed',
        value: 12,
        date: '2021-08-15',
        carried: true,
        version: 2,
        path: 'inbox/2021-08-15/A 1430.xlsx',
        sheet: 'Sheet1',
        cells: 'E9:E11',
        receivedAt: '2021-08-15T14:30:00+07:00',
        evidence: 'received.csv',
      },
      { unit: 'B', value: 20, carried: false, version: 1 },
    ]);
  });
});

describe('series', () => {
  it('has a point a day from the first report on, carried where a day has none', () => {
    const files = [sent('A', '14 14:00', 10), sent('A', '16 14:00', 30), sent('B', '16 14:00', 5)];
    const [series] = viewed(town, files, '16').series;
    expect(series).toMatchObject({
      scope: 'residents',
      measure: 'installed',
      of: 'smartphone_users',
      sent: null,
    });
    expect(series?.days).toEqual(['2021-08-14', '2021-08-15', '2021-08-16']);
    expect(
      series?.total.map(({ value, units, carried, numerator, denominator }) => [
        value,
        units,
        carried,
        numerator,
        denominator,
      ]),
    ).toEqual([
      [10, 1, 0, 10, 5120],
      [10, 1, 1, 10, 5120],
      [35, 2, 0, 35, 7120],
    ]);
    expect(series?.units.find(({ code }) => code === 'B')?.points.map(({ value }) => value)).toEqual([
      null,
      null,
      5,
    ]);
  });

  it('is none with fewer than two days', () => {
    expect(viewed(town, [sent('A', '16 14:00', 10)], '16').series).toEqual([]);
  });
});
