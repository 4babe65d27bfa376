import { describe, expect, it } from 'vitest';
import {
  collectOf,
  deadlineOn,
  isPast,
  minutesLate,
  obligationOn,
  timelinessOf,
} from '../../src/model/timeliness.ts';
import { at, DAILY, folder, ONCE, unit, ZONE } from './world.ts';

const before = { date: null, time: '15:00', rule: 'before' } as const;
const noLater = { date: null, time: '15:00', rule: 'no-later-than' } as const;
const daily = (due: typeof before | typeof noLater) => {
  const deadline = deadlineOn(due, 'day', '2021-08-16', ZONE);
  if (deadline === null) throw new Error('no deadline');
  return deadline;
};

describe('due.rule', () => {
  it('before: 15:00:00 is late', () => {
    expect(isPast(at('16 14:59:59'), daily(before))).toBe(false);
    expect(isPast(at('16 15:00:00'), daily(before))).toBe(true);
  });

  it('no-later-than: 15:00:00 is on time, 15:00:01 is late', () => {
    expect(isPast(at('16 15:00:00'), daily(noLater))).toBe(false);
    expect(isPast(at('16 15:00:01'), daily(noLater))).toBe(true);
  });

  it('goes by the second that is printed: 15:00:00.9 is 15:00:00', () => {
    expect(isPast(at('16 15:00:00') + 900, daily(noLater))).toBe(false);
    expect(isPast(at('16 14:59:59') + 999, daily(before))).toBe(false);
  });
});

describe('minutesLate', () => {
  it.each([
    ['16 14:00', 0],
    ['16 15:00:01', 1],
    ['16 15:01:00', 1],
    ['16 15:01:01', 2],
    ['16 15:20', 20],
    ['17 15:00', 1440],
  ])('%s is %i', (when, minutes) => {
    expect(minutesLate(at(when), daily(before))).toBe(minutes);
    expect(minutesLate(at(when), daily(noLater))).toBe(minutes);
  });

  it('is 1 for the very instant that is late already', () => {
    expect(minutesLate(at('16 15:00:00'), daily(before))).toBe(1);
    expect(minutesLate(at('16 15:00:00'), daily(noLater))).toBe(0);
  });
});

describe('a due date', () => {
  it('without a time is its first instant with before', () => {
    const deadline = deadlineOn(
      { date: '2021-08-20', time: null, rule: 'before' },
      'once',
      '2021-08-16',
      ZONE,
    );
    expect(deadline?.at).toBe(at('20 00:00'));
    expect(deadline !== null && isPast(at('19 23:59:59'), deadline)).toBe(false);
    expect(deadline !== null && isPast(at('20 00:00:00'), deadline)).toBe(true);
  });

  it('without a time is its last instant with no-later-than', () => {
    const due = { date: '2021-08-20', time: null, rule: 'no-later-than' } as const;
    const deadline = deadlineOn(due, 'once', '2021-08-16', ZONE);
    expect(deadline !== null && isPast(at('20 23:59:59') + 999, deadline)).toBe(false);
    expect(deadline !== null && isPast(at('21 00:00:00'), deadline)).toBe(true);
    expect(deadline === null ? null : minutesLate(at('21 00:00:00'), deadline)).toBe(1);
  });

  it('may carry a time', () => {
    const due = { date: '2021-08-20', time: '11:30', rule: 'before' } as const;
    expect(deadlineOn(due, 'once', '2021-08-16', ZONE)?.at).toBe(at('20 11:30'));
  });

  it('of a daily report is the report day', () => {
    expect(deadlineOn(before, 'day', '2021-08-18', ZONE)?.at).toBe(at('18 15:00'));
  });

  it('is none where the campaign names none', () => {
    expect(deadlineOn(null, 'day', '2021-08-16', ZONE)).toBeNull();
    expect(deadlineOn({ date: null, time: null, rule: 'before' }, 'day', '2021-08-16', ZONE)).toBeNull();
    expect(deadlineOn(before, 'once', '2021-08-16', ZONE)).toBeNull();
  });

  it('is in the campaign zone, whatever zone the machine is in', () => {
    expect(deadlineOn(before, 'day', '2021-08-16', 'Asia/Ho_Chi_Minh')?.at).toBe(
      Date.parse('2021-08-16T15:00:00+07:00'),
    );
    expect(deadlineOn(before, 'day', '2021-08-16', 'UTC')?.at).toBe(Date.parse('2021-08-16T15:00:00Z'));
  });
});

describe('what a unit owes', () => {
  const line = unit('A');
  const of = (changes = {}, collect = DAILY, date = '2021-08-16', valid: typeof line | null = line) =>
    obligationOn(folder([line], changes).campaign, collect, valid, date);

  it('is nothing outside the period, which includes both ends', () => {
    expect(of({}, DAILY, '2021-08-15')).toEqual({ kind: 'not-required', because: 'period' });
    expect(of({}, DAILY, '2021-08-16').kind).toBe('due');
    expect(of({}, DAILY, '2021-08-30').kind).toBe('due');
    expect(of({}, DAILY, '2021-08-31').kind).toBe('not-required');
    expect(of({}, ONCE, '2021-08-31').kind).toBe('not-required');
  });

  it('is nothing outside its validity', () => {
    expect(of({}, DAILY, '2021-08-16', null)).toEqual({ kind: 'not-required', because: 'validity' });
  });

  it('is freed by an exemption, both ends included', () => {
    const exempt = [{ unit: 'A', from: '2021-08-17', to: '2021-08-18', reason: 'bão' }];
    expect(of({ exempt }, DAILY, '2021-08-16').kind).toBe('due');
    expect(of({ exempt }, DAILY, '2021-08-17')).toEqual({ kind: 'exempt', reason: 'bão' });
    expect(of({ exempt }, DAILY, '2021-08-18').kind).toBe('exempt');
    expect(of({ exempt }, DAILY, '2021-08-19').kind).toBe('due');
    expect(of({ exempt: [{ ...exempt[0], unit: 'B' }] }, DAILY, '2021-08-17').kind).toBe('due');
  });

  it('is nothing daily on a day off, which does not move what is due once', () => {
    const off = { workingDays: [1, 2, 3, 4, 5], holidays: ['2021-08-18'] };
    expect(of(off, DAILY, '2021-08-21')).toEqual({ kind: 'not-required', because: 'day-off' });
    expect(of(off, DAILY, '2021-08-18').kind).toBe('not-required');
    expect(of(off, DAILY, '2021-08-17').kind).toBe('due');
    expect(of(off, ONCE, '2021-08-21').kind).toBe('due');
  });

  it('goes by the kind of unit, whatever its capitals', () => {
    const { campaign } = folder([], { collect: [DAILY, ONCE] });
    expect(collectOf(campaign, 'mau-02', 'Xã')).toBe(DAILY);
    expect(collectOf(campaign, 'mau-01', 'cơ quan')).toBe(ONCE);
    expect(collectOf(campaign, 'mau-01', 'xã')).toBeNull();
  });
});

describe('status', () => {
  const due = { kind: 'due', deadline: daily(before) } as const;
  const free = { kind: 'due', deadline: null } as const;

  it('is awaited, and the summary provisional, until the deadline', () => {
    expect(timelinessOf(due, null, at('16 14:59:59'))).toMatchObject({
      status: 'awaited',
      provisional: true,
    });
    expect(timelinessOf(due, null, at('16 15:00'))).toMatchObject({ status: 'missing', provisional: false });
  });

  it('is awaited without a deadline for ever, and nothing is provisional', () => {
    expect(timelinessOf(free, null, at('30 16:00'))).toEqual({
      status: 'awaited',
      receivedAt: null,
      minutesLate: null,
      provisional: false,
    });
    expect(timelinessOf(free, at('30 16:00'), at('30 16:00'))).toMatchObject({
      status: 'on-time',
      minutesLate: 0,
    });
  });

  it('is late by how much', () => {
    expect(timelinessOf(due, at('16 15:20'), at('16 16:00'))).toEqual({
      status: 'late',
      receivedAt: at('16 15:20'),
      minutesLate: 20,
      provisional: false,
    });
  });

  it('keeps the arrival of what was not due', () => {
    const exempt = { kind: 'exempt', reason: '' } as const;
    expect(timelinessOf(exempt, at('16 15:20'), at('16 16:00'))).toEqual({
      status: 'exempt',
      receivedAt: at('16 15:20'),
      minutesLate: 0,
      provisional: false,
    });
  });
});
