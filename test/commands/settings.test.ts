import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WORDS } from '../../src/lang/lang.ts';
import { at, CAMPAIGN, type Office, openOffice } from './office.ts';

/** What an office sets in campaign.yaml for its unattended runs, by what it does. Output names and formats: daily.test.ts. */
const DAY = '2021-08-03';
const ONCE =
  '  - { form: mau-01, from: [cơ quan], every: once, due: { date: 2021-08-05, rule: no-later-than } }\nforward:';
const FORWARD = /forward:/;
let office: Office;
beforeEach(() => {
  office = openOffice(`${DAY} 13:00`);
});
afterEach(() => office.close());

function set(more: string): void {
  office.write('campaign.yaml', `${CAMPAIGN.replace(FORWARD, ONCE)}${more}\n`);
}

describe('remind', () => {
  const units = 'code,name,kind\n01,Xã Một,xã\n02,Xã Hai,xã\n04,Phường Bốn,phường\n09,Phòng Nội vụ,cơ quan\n';

  it.each([
    ['nothing: an hour before a daily deadline', '', `${DAY} 14:00`, ['Xã Hai', 'Phường Bốn']],
    ['nothing: not before that', '', `${DAY} 13:59`, []],
    [
      'nothing: two days before a single one',
      '',
      `${DAY} 23:59:59`,
      ['Xã Hai', 'Phường Bốn', 'Phòng Nội vụ'],
    ],
    ['nobody', 'remind: []', `${DAY} 14:59`, []],
    ['another form', 'remind: [{ form: mau-01, minutes_before: 5000 }]', `${DAY} 14:00`, ['Phòng Nội vụ']],
    ['some kinds', 'remind: [{ form: mau-02, from: [Phường] }]', `${DAY} 14:00`, ['Phường Bốn']],
    ['minutes', 'remind: [{ form: mau-02, minutes_before: 10 }]', `${DAY} 14:49`, []],
    [
      'minutes reached',
      'remind: [{ form: mau-02, minutes_before: 10 }]',
      `${DAY} 14:50`,
      ['Xã Hai', 'Phường Bốn'],
    ],
  ])('%s', async (_, more, time, expected) => {
    set(more);
    office.write('units.csv', units);
    office.lands('Xã Một', DAY, 100);
    office.clock.at = at(time);
    await office.run(['daily']);
    const file = office.tree('outbox').get(`outbox/${DAY}/nhac-nho-${DAY}.txt`) ?? '';
    const text = Buffer.from(file, 'latin1').toString();
    const named = [...text.matchAll(/^--- (.+?)(?:, gửi qua .+)? ---$/gm)].map(([, name]) => name);
    expect(named.filter((name) => name !== WORDS.vi.remind.headingAll.slice(4, -4))).toEqual(expected);
  });
});

describe('daily', () => {
  it.each([
    ['', ['14:30', '15:30', '17:30'], ['07..17:00/10', '14:50..59']],
    ['daily: { provisional: ["10:00", "14:45"] }', ['10:00', '14:45', '15:30', '17:30'], null],
    ['daily: { provisional: [] }', ['15:30', '17:30'], null],
    ['daily: { final: "15:05" }', ['14:30', '15:05', '17:05'], null],
    [
      'daily: { again: ["16:30", "20:00"] }',
      ['14:30', '15:30', '16:30', '20:00'],
      ['07..20:00/10', '14:50..59'],
    ],
    ['daily: { receive: { from: "09:00", to: "16:00", every: 60 } }', null, ['09..16:00', '14:50..59']],
  ])('%s makes the schedule', async (more, daily, receive) => {
    set(more);
    const { out } = await office.run(['schedule', 'systemd', '--json']);
    const made = JSON.parse(out) as { daily: string[]; receive: string[] };
    const hours = (lines: string[]) => lines.map((line) => line.split(' ')[1]?.replace(/:00$/, ''));
    expect(hours(made.daily)).toEqual(daily ?? ['14:30', '15:30', '17:30']);
    if (receive !== null) expect(hours(made.receive)).toEqual(receive);
  });

  it('final says when a day without a deadline is final', async () => {
    const open = CAMPAIGN.replace(', due: { time: "15:00", rule: before }', '').split('forward:')[0];
    office.write('campaign.yaml', `${open}daily: { final: "10:00" }\n`);
    for (const [time, name] of [
      ['09:59', `tong-hop-${DAY}-tam.xlsx`],
      ['10:00', `tong-hop-${DAY}.xlsx`],
    ] as const) {
      office.clock.at = at(`${DAY} ${time}`);
      await office.run(['daily']);
      expect([...office.tree('outbox').keys()]).toContain(`outbox/${DAY}/${name}`);
    }
  });
});

describe('a setting that cannot be', () => {
  it.each([
    ['daily: { final: "14:30" }', '"daily.final" đang ghi "14:30", cần một giờ không trước hạn nộp'],
    ['daily: { finl: "15:30" }', 'không có khóa "finl". Có phải định ghi "final"?'],
    ['daily: { receive: { every: 7 } }', '"daily.receive.every" đang ghi "7", cần 5 | 10'],
    ['remind: [{ form: mau-02, from: [thôn] }]', '"from: thôn" không có trong đợt này'],
    ['remind: [{ form: mau-2 }]', '"form: mau-2" không có trong đợt này. Có phải định ghi "mau-02"?'],
    ['report: { name: "a/b-{date}" }', '"report.name" đang ghi "a/b-{date}", cần một tên tệp'],
    ['report: { name: "tong-hop" }', '"report.name" đang ghi "tong-hop", cần một tên tệp'],
    ['report: { formats: [pdf] }', '"report.formats[0]" đang ghi "pdf", cần xlsx | json'],
  ])('%s is refused with its line', async (more, sentence) => {
    set(more);
    const { exit, err } = await office.run(['daily']);
    expect(exit).toBe(2);
    expect(err).toContain(sentence);
    expect(err).toMatch(/^campaign\.yaml, dòng 11: /);
  });
});
