import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/day/day.ts';
import { at, DAILY, folder, ONCE, sent, unit } from '../../model/world.ts';

type Folder = ReturnType<typeof folder>;

/** By unit, its marks as text: the state, and the minutes of what was late. */
function marks(of: Folder, reports: Parameters<typeof dayOf>[0], day: string, asOf = `${day} 16:00`) {
  const { statuses, summary } = dayOf(reports, of, `2021-08-${day}`, at(asOf));
  const [scope] = statuses;
  return {
    days: scope?.days.map((each) => each.slice(8)),
    units: Object.fromEntries(
      (scope?.units ?? []).map(({ code, marks: own }) => [
        code,
        own.map(({ status, minutesLate }) => (status === 'late' ? `late ${minutesLate}` : status)).join(', '),
      ]),
    ),
    today: summary.scopes[0]?.units.map(({ status }) => status),
  };
}

const period = { from: '2021-08-14', to: '2021-08-30' };
const reports = [
  sent('A', '14 14:00', 1),
  sent('A', '15 15:25', 2),
  sent('B', '15 14:00', 3),
  sent('A', '16 14:00', 4),
];

describe('units by days', () => {
  it('say of each day what its own summary said, the last being today’s', () => {
    const of = folder([unit('A'), unit('B'), unit('C', { validFrom: '2021-08-15' })], {
      period,
      collect: [DAILY],
    });
    const exempt = [{ unit: 'B', from: '2021-08-16', to: null, reason: 'bão' }];
    const freed = { ...of, campaign: { ...of.campaign, exempt } };
    const { days, units, today } = marks(freed, reports, '16', '16 14:30');
    expect(days).toEqual(['14', '15', '16']);
    expect(units).toEqual({
      A: 'on-time, late 25, on-time',
      B: 'missing, on-time, exempt',
      C: 'not-required, missing, awaited',
    });
    expect(Object.values(units).map((line) => line.split(', ').at(-1))).toEqual(today);
  });

  it('leave out days on which nothing was due and nothing came', () => {
    const of = folder([unit('A'), unit('B')], { period, collect: [DAILY], workingDays: [1, 2, 3, 4, 5] });
    const weekday = [sent('A', '16 14:00', 1), sent('A', '17 14:00', 2)];
    expect(marks(of, weekday, '17').days).toEqual(['16', '17']);
    expect(marks(of, [sent('A', '14 14:00', 1), ...weekday], '17').days).toEqual(['14', '16', '17']);
  });

  it('are the last 31 at most', () => {
    const of = folder([unit('A')], { period: { from: '2021-06-01', to: null }, collect: [DAILY] });
    const { days } = marks(of, reports, '16');
    expect([days?.length, days?.[0], days?.at(-1)]).toEqual([31, '17', '16']);
  });

  it('need a second day, and something that is asked daily', () => {
    const of = folder([unit('A')], { period, collect: [DAILY] });
    expect(marks(of, reports, '14').days).toBeUndefined();
    expect(
      marks(folder([unit('A', { kind: 'cơ quan' })], { period, collect: [ONCE] }), [], '16').days,
    ).toBeUndefined();
  });
});
