import { describe, expect, it } from 'vitest';
import { cronLines } from '../../../src/commands/schedule/cron.ts';
import { receiveCalendar, systemdUnits } from '../../../src/commands/schedule/systemd.ts';
import { argument, windowsTask } from '../../../src/commands/schedule/windows.ts';
import { clocksOf } from '../../../src/commands/schedule/zone.ts';
import type { Campaign } from '../../../src/model/campaign.ts';
import { isFinal, isReportDay, reportDayBefore } from '../../../src/model/report-days.ts';
import { lastDue, nextRun, runTimesOf } from '../../../src/model/run-times.ts';
import { at, DAILY, folder, ONCE } from '../../model/world.ts';

const campaign = (changes: Partial<Campaign> = {}): Campaign => folder([], changes).campaign;
const due = (time: string) => ({ date: null, time, rule: 'before' as const });
const forward = (time: string | null) => [{ to: ['Sở'], due: time === null ? null : due(time) }];
const settings = (changes: Partial<Campaign['daily']>): Partial<Campaign> => ({
  daily: { ...campaign().daily, ...changes },
});

describe('the hours of a day', () => {
  it.each([
    ['the letter of Hoài Nhơn names no hour', forward(null), '15:00', ['14:30', '15:30', '17:30']],
    ['Lộc Ninh forwards before 16:00', forward('16:00'), '15:00', ['14:30', '15:30', '17:30']],
    ['half an hour between', forward('15:30'), '15:00', ['14:30', '15:15', '17:15']],
    ['a quarter of an hour between', forward('15:15'), '15:00', ['14:30', '15:01', '17:01']],
    ['forwarded before it is due', forward('14:00'), '15:00', ['14:30', '15:30', '17:30']],
  ])('%s', (_, sending, time, expected) => {
    const made = campaign({ forward: sending, collect: [{ ...DAILY, due: due(time) }] });
    expect(runTimesOf(made).daily).toEqual(expected);
  });

  it('without a deadline', () => {
    const collect = [{ ...DAILY, due: null }];
    expect(runTimesOf(campaign({ collect })).daily).toEqual(['15:30', '17:30']);
    expect(runTimesOf(campaign({ collect, forward: forward('10:00') })).daily).toEqual(['09:30', '11:30']);
    expect(runTimesOf(campaign({ collect })).receive.eachMinute).toBeNull();
  });

  it('as campaign.yaml says', () => {
    const made = settings({
      provisional: [],
      final: '15:10',
      again: ['18:00', '08:00'],
      receive: { from: '06:00', to: null, every: 5 },
    });
    expect(runTimesOf(campaign(made))).toEqual({
      daily: ['08:00', '15:10', '18:00'],
      final: '15:10',
      receive: { from: '06:00', to: '18:00', every: 5, eachMinute: { from: '14:50', to: '14:59' } },
    });
  });

  it('say which run comes next, and which should have come, over days without reports', () => {
    const made = campaign({ workingDays: [1, 2, 3, 4, 5] });
    expect(nextRun(made, at('20 15:30'))).toBe(at('20 17:30'));
    expect(nextRun(made, at('20 17:30'))).toBe(at('23 14:30'));
    expect(nextRun(made, at('30 17:30'))).toBeNull();
    expect(lastDue(made, at('23 14:29'))).toBe(at('20 17:30'));
    expect(lastDue(made, at('16 14:29'))).toBeNull();
  });
});

describe('the day of a summary', () => {
  it('is final when its daily reports are due, whatever is asked once', () => {
    const made = campaign({ collect: [DAILY, ONCE] });
    expect(isFinal(made, '2021-08-16', at('16 14:59:59'))).toBe(false);
    expect(isFinal(made, '2021-08-16', at('16 15:00'))).toBe(true);
  });

  it('waits for the last of several deadlines', () => {
    const later = { ...DAILY, due: { date: null, time: '16:00', rule: 'no-later-than' as const } };
    const made = campaign({ collect: [DAILY, later] });
    expect(isFinal(made, '2021-08-16', at('16 16:00'))).toBe(false);
    expect(isFinal(made, '2021-08-16', at('16 16:00:01'))).toBe(true);
  });

  it('without any deadline is final when it is over, or at the hour that is named', () => {
    const collect = [{ ...DAILY, due: null }];
    expect(isFinal(campaign({ collect }), '2021-08-16', at('16 23:59:59'))).toBe(false);
    expect(isFinal(campaign({ collect }), '2021-08-16', at('17 00:00'))).toBe(true);
    expect(isFinal(campaign({ collect, forward: forward('16:00') }), '2021-08-16', at('16 15:30'))).toBe(
      true,
    );
    const named = { collect, ...settings({ final: '10:00' }) };
    expect(isFinal(campaign(named), '2021-08-16', at('16 10:00'))).toBe(true);
  });

  it('where all is asked once is final on the day of the deadline', () => {
    const made = campaign({ collect: [ONCE] });
    expect(isFinal(made, '2021-08-20', at('20 00:00'))).toBe(true);
    expect(isFinal(made, '2021-08-19', at('19 23:59'))).toBe(false);
    expect([isReportDay(made, '2021-08-20'), isReportDay(made, '2021-08-21')]).toEqual([true, false]);
  });

  it('before: the last one that is no day off, within the period', () => {
    const made = campaign({ workingDays: [1, 2, 3, 4, 5], holidays: ['2021-08-20'] });
    expect(reportDayBefore(made, '2021-08-23')).toBe('2021-08-19');
    expect(reportDayBefore(made, '2021-08-16')).toBeNull();
  });
});

const NOW = Date.parse('2026-01-01T00:00:00Z');
const TIMES = runTimesOf(campaign());
const lines = (machine: string, zone: string, words = ['/usr/bin/node', '/opt/x.js']) =>
  cronLines(TIMES, clocksOf(machine, zone, NOW), { daily: words, receive: words });

describe('a crontab', () => {
  it('is plain where the computer keeps the campaign’s time', () => {
    for (const machine of ['Asia/Ho_Chi_Minh', 'Asia/Bangkok']) {
      expect(lines(machine, 'Asia/Ho_Chi_Minh').daily[1]).toBe('30 15 * * * /usr/bin/node /opt/x.js');
    }
  });

  it.each([
    ['UTC', '30'],
    ['Asia/Kolkata', '0'],
    ['Asia/Kathmandu', '15'],
    ['Australia/Lord_Howe', '0,30'],
    ['America/New_York', '30'],
  ])('on a computer in %s looks at the campaign’s clock at minute %s', (machine, minutes) => {
    expect(lines(machine, 'Asia/Ho_Chi_Minh').daily[1]).toBe(
      `${minutes} * * * * [ "$(TZ='<+07>-7' date +\\%H\\%M)" = 1530 ] && /usr/bin/node /opt/x.js`,
    );
  });

  it('names a zone that changes to summer time, and gives others by their distance', () => {
    expect(lines('UTC', 'Europe/Paris').daily[0]).toContain("TZ='Europe/Paris'");
    expect(clocksOf('UTC', 'Asia/Kolkata', NOW).posix).toBe('<+0530>-5:30');
    expect(clocksOf('UTC', 'Pacific/Marquesas', NOW).posix).toBe('<-0930>9:30');
    expect(clocksOf('Europe/Paris', 'Europe/Berlin', NOW).same).toBe(true);
  });

  it('quotes blanks, apostrophes and percent signs', () => {
    const [, line = ''] = lines('Asia/Ho_Chi_Minh', 'Asia/Ho_Chi_Minh', ['/a', "/đợt 5% của 'ta'"]).daily;
    expect(line).toBe("30 15 * * * /a '/đợt 5\\% của '\\''ta'\\'''");
  });
});

describe('units of systemd', () => {
  it('double what systemd would replace', () => {
    const [service] = systemdUnits('x', '100 %', ['/usr/bin/node', '/đợt "5%" $HOME\\n'], [], true);
    expect(service?.text).toContain('Description=100 %%');
    expect(service?.text).toContain('ExecStart="/usr/bin/node" "/đợt \\"5%%\\" $$HOME\\\\n"');
  });

  it('split minutes that cross an hour', () => {
    const early = runTimesOf(campaign({ collect: [{ ...DAILY, due: due('15:05') }] }));
    expect(receiveCalendar(early, 'Asia/Ho_Chi_Minh')).toEqual([
      '*-*-* 07..17:00/10:00 Asia/Ho_Chi_Minh',
      '*-*-* 14:55..59:00 Asia/Ho_Chi_Minh',
      '*-*-* 15:00..04:00 Asia/Ho_Chi_Minh',
    ]);
  });
});

describe('a task of Windows', () => {
  it('takes its arguments apart as Windows does', () => {
    expect(['a', 'a b', 'C:\\đợt 1\\', 'a "b"', 'a\\"', ''].map(argument)).toEqual([
      'a',
      '"a b"',
      '"C:\\đợt 1\\\\"',
      '"a \\"b\\""',
      '"a\\\\\\""',
      '""',
    ]);
  });

  it('has the elements of the documented sample in their order, and escapes what XML takes for its own', () => {
    const text = windowsTask(
      'A & <B>',
      ['C:\\Program Files\\nodejs\\node.exe', 'C:\\x & y\\z.js', 'daily'],
      [{ start: '2021-08-16T07:00:00+07:00', every: { minutes: 10, for: 600 } }],
    );
    const elements = [...text.matchAll(/<([A-Z]\w*)/g)].map(([, name]) => name);
    expect(elements.filter((name) => DOCUMENTED.includes(name ?? ''))).toEqual(DOCUMENTED);
    expect(text).toContain('<Description>A &amp; &lt;B&gt;</Description>');
    expect(text).toContain('<Arguments>"C:\\x &amp; y\\z.js" daily</Arguments>');
  });
});

/** Order of elements in "Daily Trigger Example (XML)" and in the schema of triggers, Microsoft's documentation of Task Scheduler. */
const DOCUMENTED = [
  'Task',
  'RegistrationInfo',
  'Description',
  'Triggers',
  'CalendarTrigger',
  'StartBoundary',
  'Repetition',
  'Interval',
  'Duration',
  'ScheduleByDay',
  'DaysInterval',
  'Settings',
  'Actions',
  'Exec',
  'Command',
];
