import { describe, expect, it } from 'vitest';
import { at, DAILY, folder, sent, unit, viewed } from '../model/world.ts';

/** Units through time (contract section 1, `successor`). All invented. */

const ends = { validTo: '2021-08-17' } as const;
const begins = { validFrom: '2021-08-18' } as const;

/** A and B become N after the 17th; K stays. */
const merged = folder(
  [
    unit('A', { ...ends, successor: 'N' }, 1000),
    unit('B', { ...ends, successor: 'N' }, 500),
    unit('K', {}, 2000),
    unit('N', begins),
  ],
  { collect: [DAILY] },
);
const reports = [
  sent('A', '16 14:00', 300),
  sent('A', '17 14:00', 310),
  sent('B', '16 14:00', 120),
  sent('K', '16 14:00', 700),
  sent('K', '17 14:00', 710),
  sent('K', '18 14:00', 715),
];

const codes = (of: ReturnType<typeof viewed>) => of.findings.map(({ code }) => code);

describe('a unit that took others over', () => {
  it('has their last values, carried with the oldest day, until its own first report', () => {
    const before = viewed(merged, reports, '17');
    expect(before.residents().total.figures.installed).toMatchObject({ value: 1140, units: 3 });
    const after = viewed(merged, reports, '18');
    expect(after.line('N').figures.installed).toEqual({ value: 430, date: '2021-08-16', carried: true });
    expect(after.line('A').figures).toEqual({});
    expect(after.residents().total.figures.installed).toEqual({ value: 1145, units: 2, carried: 1 });
    expect(after.residents().total.delta).toMatchObject({ installed: 5, since: '2021-08-17', units: 2 });
    expect(
      after.sources.filter(({ unit: code }) => code === 'N').map(({ value, date }) => [value, date]),
    ).toEqual([
      [120, '2021-08-16'],
      [310, '2021-08-17'],
    ]);
    expect(codes(after)).toContain('across/merged-stands-in');
    expect(after.line('N').status).toBe('missing');
  });

  it('has their bases, unless its own line has one', () => {
    expect(viewed(merged, reports, '18').line('N').coverage).toMatchObject({
      numerator: 430,
      denominator: 1500,
    });
    const own = {
      ...merged,
      roster: { units: [...merged.roster.units.slice(0, 3), unit('N', begins, 1600)] },
    };
    expect(viewed(own, reports, '18').line('N').coverage).toMatchObject({ denominator: 1600 });
  });

  it('counts alone from its own report on, compared with all of which it came', () => {
    const all = [...reports, sent('N', '19 14:00', 450), sent('K', '19 14:00', 720)];
    const day = viewed(merged, all, '19');
    expect(day.line('N')).toMatchObject({
      figures: { installed: { value: 450, carried: false } },
      delta: { installed: 20, since: '2021-08-17' },
    });
    expect(day.residents().total.delta).toMatchObject({ installed: 25, since: '2021-08-18', units: 2 });
    expect(codes(day)).not.toContain('across/merged-stands-in');
  });

  it('may have reported before, and keeps its code', () => {
    const of = folder([unit('A', { ...ends, successor: 'K' }), unit('K')], { collect: [DAILY] });
    const own = reports.filter(
      ({ unit: code, date }) => code !== 'B' && !(code === 'K' && date === '2021-08-18'),
    );
    expect(viewed(of, own, '18').line('K').figures.installed).toEqual({
      value: 1020,
      date: '2021-08-17',
      carried: true,
    });
    const late = [...own, sent('K', '18 14:00', 1030)];
    expect(viewed(of, late, '18').line('K')).toMatchObject({ delta: { installed: 10 } });
    expect(viewed(of, late, '18').residents().total.delta).toMatchObject({ installed: 10, units: 1 });
    expect(codes(viewed(of, late, '18'))).not.toContain('across/jump');
  });

  it('is followed through two mergers', () => {
    const of = folder(
      [
        unit('A', { ...ends, successor: 'N' }),
        unit('N', { ...begins, validTo: '2021-08-19', successor: 'M' }),
        unit('K', { validTo: '2021-08-19', successor: 'M' }),
        unit('M', { validFrom: '2021-08-20' }),
      ],
      { collect: [DAILY] },
    );
    expect(viewed(of, reports, '21').line('M').figures.installed?.value).toBe(310 + 715);
    expect(
      viewed(of, [...reports, sent('N', '19 14:00', 333)], '21').line('M').figures.installed?.value,
    ).toBe(1048);
  });

  it('has nothing where the missing are left out', () => {
    const of = { ...merged, campaign: { ...merged.campaign, missing: 'exclude' as const } };
    expect(viewed(of, reports, '18').line('N').figures).toEqual({});
  });
});

describe('a unit without a successor', () => {
  const split = folder([unit('A', ends), unit('K'), unit('N', begins)], { collect: [DAILY] });

  it('leaves the total, and that is said with its number', () => {
    const day = viewed(split, reports, '18');
    expect(day.residents().total.figures.installed?.value).toBe(715);
    expect(day.residents().total.delta).toMatchObject({ installed: 5, units: 1 });
    expect(day.findings.filter(({ code }) => code.startsWith('across/'))).toMatchObject([
      {
        code: 'across/unit-left',
        facts: { unitName: 'Xã A', value: 310, on: '2021-08-17', since: '2021-08-17' },
      },
    ]);
    expect(codes(viewed(split, reports, '17'))).not.toContain('across/unit-left');
    expect(codes(viewed(split, [...reports, sent('K', '19 14:00', 716)], '19'))).not.toContain(
      'across/unit-left',
    );
  });
});

it('lines of one code with a new base or name are one unit', () => {
  const of = folder([unit('A', ends, 1000), unit('A', { ...begins, name: 'Phường A' }, 1100)], {
    collect: [DAILY],
  });
  expect(viewed(of, [sent('A', '17 14:00', 310)], '18').line('A').figures.installed).toMatchObject({
    value: 310,
  });
  expect(at('18 14:00')).toBeGreaterThan(0);
});
