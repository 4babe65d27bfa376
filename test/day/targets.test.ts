import { describe, expect, it } from 'vitest';
import { forecastOf, perDay, ranks, targetState } from '../../src/day/targets.ts';
import { folder, RESIDENTS_60, sent, unit, viewed } from '../model/world.ts';

describe('targetState', () => {
  it('is decided on the integers: 60 % of 1505 is 903, though 902 prints as 59,93 and 903 as 60', () => {
    const state = (num: number) => targetState(RESIDENTS_60, { num, den: 1505 }, '2021-08-16', null, null);
    expect(state(902)).toMatchObject({ reached: false, gap: 1 });
    expect(state(903)).toMatchObject({ reached: true, gap: 0, perDay: 0, forecast: null });
    // 59.998 % prints as 60.00.
    const close = targetState(RESIDENTS_60, { num: 59_998, den: 100_000 }, '2021-08-16', null, null);
    expect(close).toMatchObject({ reached: false, gap: 2 });
  });

  it('is null without a value', () => {
    expect(targetState(RESIDENTS_60, null, '2021-08-16', null, null)).toEqual({
      id: 'residents-60',
      by: '2021-08-20',
      reached: null,
      gap: null,
      perDay: null,
      forecast: null,
    });
  });
});

describe('perDay', () => {
  it.each([
    ['2021-08-16', 3068],
    ['2021-08-19', 12270],
    ['2021-08-20', 12270],
    ['2021-08-21', null],
  ])('on %s is %s: the report day excluded, the due day included', (date, expected) => {
    expect(perDay(12270, date, '2021-08-20')).toBe(expected);
  });
});

describe('forecast', () => {
  it('reads like the contract', () => {
    const paces = { three: { gained: 3000, days: 3 }, seven: { gained: 5600, days: 7 } };
    expect(forecastOf(12270, '2021-08-16', paces, '2021-08-30')).toEqual({
      method: 'pace-7',
      reach: '2021-09-01',
      from: '2021-08-29',
      to: null,
    });
  });

  it('takes the faster and the slower, whichever they are', () => {
    const paces = { three: { gained: 3, days: 3 }, seven: { gained: 14, days: 7 } };
    expect(forecastOf(4, '2021-08-16', paces, '2021-08-30')).toEqual({
      method: 'pace-7',
      reach: '2021-08-18',
      from: '2021-08-18',
      to: '2021-08-20',
    });
  });

  it('never reaches at a pace of 0 or a fall', () => {
    const paces = { three: { gained: 0, days: 3 }, seven: { gained: -5, days: 7 } };
    expect(forecastOf(4, '2021-08-16', paces, null)).toEqual({
      method: 'pace-7',
      reach: null,
      from: null,
      to: null,
    });
  });

  const town = folder([unit('A', {}, 1000), unit('B', {}, 1000)], { targets: [RESIDENTS_60] });
  const forecastOn = (day: string, files: Parameters<typeof viewed>[1]) =>
    viewed(town, files, day).residents().targets[0]?.forecast;

  it('is null with fewer than three days of reports', () => {
    const two = [sent('A', '16 14:00', 100), sent('A', '17 14:00', 110)];
    expect(forecastOn('18', two)).toBeNull();
    // 600 − 120 at 10 a day
    expect(forecastOn('18', [...two, sent('A', '18 14:00', 120)])).toMatchObject({
      reach: '2021-10-05',
      to: null,
    });
  });

  it('goes back 7 and 3 days, and no first report of a unit is progress', () => {
    const days = Array.from({ length: 10 }, (_, i) =>
      sent('A', `${10 + i} 14:00`, 300 + (i < 7 ? 10 * i : 60 + 40 * (i - 6))),
    );
    const files = [...days, sent('B', '19 14:00', 580)];
    // On the 19th A has 480; 60 + 3·40 later. Gap to 1200 of 2000: 140. A week ago 320: 160 in 7 days; 3 days ago 360: 120 in 3.
    expect(forecastOn('19', files)).toEqual({
      method: 'pace-7',
      reach: '2021-08-26',
      from: '2021-08-23',
      to: '2021-08-26',
    });
  });
});

describe('rank', () => {
  it('is by exact ratio, best first, equals share the better place', () => {
    const ratio = (num: number, den: number) => ({ num, den });
    expect(ranks([ratio(1, 4), ratio(1, 2), ratio(50, 100), ratio(3, 4), null, ratio(0, 9)])).toEqual([
      4,
      2,
      2,
      1,
      null,
      5,
    ]);
    // Both print as 33.33 %.
    expect(ranks([ratio(33333, 100_000), ratio(1, 3)])).toEqual([2, 1]);
  });
});
