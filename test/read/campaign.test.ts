import { describe, expect, it } from 'vitest';
import { WORDS } from '../../src/lang/lang.ts';
import { shippedForms } from '../../src/load/folder.ts';
import { type Problem, UserError } from '../../src/model/error.ts';
import { checkReferences, readCampaign } from '../../src/read/campaign/campaign.ts';
import { readRoster } from '../../src/read/campaign/roster.ts';
import { draw } from '../sheet.ts';

const MINIMAL = `name: Đợt thử
authority: { name: Ủy ban nhân dân thị xã, level: district }
collect:
  - { form: mau-02, from: [xã, Phường], every: day, due: { time: "15:00", rule: before } }
`;

function problemOf(run: () => unknown): Problem {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error.problem;
    throw error;
  }
  throw new Error('no UserError');
}

const inYaml = (text: string): Problem => problemOf(() => readCampaign('campaign.yaml', text));

describe('campaign.yaml', () => {
  it('fills what a short one leaves out', () => {
    const { campaign } = readCampaign('campaign.yaml', MINIMAL);
    expect(campaign.timezone).toBe('Asia/Ho_Chi_Minh');
    expect(campaign.missing).toBe('carry-forward');
    expect(campaign.collect[0]).toEqual({
      form: 'mau-02',
      from: ['xã', 'phường'],
      every: 'day',
      due: { date: null, time: '15:00', rule: 'before' },
      counting: 'auto',
    });
    expect(campaign.bases).toBeNull();
  });

  it('keeps a target as integers', () => {
    const reach = (share: string) =>
      readCampaign(
        'campaign.yaml',
        `${MINIMAL}targets:\n  - { id: a, scope: residents, measure: installed, of: population, reach: "${share}" }\n`,
      ).campaign.targets[0]?.reach;
    expect(reach('60%')).toEqual({ num: 60, den: 100 });
    expect(reach('62,5 %')).toEqual({ num: 625, den: 1000 });
  });

  it('takes a code that looks like a number as it is written', () => {
    const exempt = (unit: string) =>
      readCampaign(
        'campaign.yaml',
        `${MINIMAL}exempt: [{ unit: ${unit}, from: 2021-08-17, to: 2021-08-18, reason: x }]\n`,
      ).campaign.exempt[0]?.unit;
    expect(['21637', '04', '"04"', '0x1F'].map(exempt)).toEqual(['21637', '04', '04', '0x1F']);
  });

  it('is refused at the line where it is longer, deeper or repeats itself more than a campaign does', () => {
    const lines = (n: number, of: (n: number) => string) =>
      Array.from({ length: n }, (_, k) => of(k)).join('');
    expect(inYaml(`${MINIMAL}# ${'x'.repeat(1_000_001)}`)).toMatchObject({
      kind: 'yaml-limit',
      limit: 'size',
      line: 5,
    });
    for (const deep of [
      `x: ${'['.repeat(5000)}`,
      `x: ${'{a: '.repeat(70)}1`,
      `- ${'- '.repeat(200)}x`,
      lines(300, (n) => `${' '.repeat(n)}a:\n`),
    ])
      expect(inYaml(MINIMAL + deep), deep.slice(0, 20)).toMatchObject({ kind: 'yaml-limit', limit: 'depth' });
    const repeats = `holidays: &h [2021-08-21]\nx: [${'*h, '.repeat(51)}]\n`;
    expect(inYaml(MINIMAL + repeats)).toMatchObject({ kind: 'yaml-limit', limit: 'aliases', line: 6 });
    const bomb = `a: &a [${'x, '.repeat(9)}]\n${lines(5, (n) => `${'bcdef'[n]}: &${'bcdef'[n]} [${`*${'abcde'[n]}, `.repeat(9)}]\n`)}`;
    expect(inYaml(bomb)).toMatchObject({ kind: 'yaml-syntax', line: 2 });
    expect(inYaml(`${MINIMAL}units: *none\n`)).toMatchObject({ kind: 'yaml-syntax', line: 5 });
    // A look-alike: wide, long and with a few repeats, as an office may well write it.
    const plain = `${MINIMAL}exempt: &e [${'{ unit: a, from: 2021-08-17, reason: "[[[ * ((" }, '.repeat(900)}]\n`;
    expect(readCampaign('campaign.yaml', plain).campaign.exempt).toHaveLength(900);
  });

  it('is refused at the line of a share beyond the whole, a day that is none, an end before its start', () => {
    const target = (reach: string, by = '2021-08-20') =>
      inYaml(
        `${MINIMAL}targets:\n  - id: a\n    scope: residents\n    measure: installed\n    of: population\n    reach: ${reach}\n    by: ${by}\n`,
      );
    for (const reach of ['101%', '100,5%', '600%', '-5%'])
      expect(target(reach)).toMatchObject({ kind: 'yaml-value', line: 10, key: 'targets[0].reach' });
    for (const by of ['2021-02-30', '2021-13-01'])
      expect(target('60%', by)).toMatchObject({ kind: 'yaml-value', line: 11, key: 'targets[0].by' });
    const reach = (share: string) =>
      readCampaign(
        'campaign.yaml',
        `${MINIMAL}targets: [{ id: a, scope: residents, measure: installed, of: population, reach: "${share}" }]\n`,
      ).campaign.targets[0]?.reach.num;
    expect(['0%', '100%', '100,0 %'].map(reach)).toEqual([0, 100, 1000]);
    const ends = (text: string) =>
      problemOf(() => {
        const read = readCampaign('campaign.yaml', `${MINIMAL}${text}`);
        checkReferences('campaign.yaml', read, shippedForms(), { units: [{ code: 'a' }] } as never);
      });
    expect(ends('period: { from: 2021-08-16, to: 2021-08-15 }\n')).toMatchObject({
      line: 5,
      key: 'period.to',
    });
    expect(
      ends(
        'exempt:\n  - { unit: a, from: 2021-08-17, to: 2021-08-18, reason: x }\n  - { unit: a, from: 2021-08-17, to: 2021-08-16, reason: x }\n',
      ),
    ).toMatchObject({ line: 7, key: 'exempt[1].to' });
  });

  it('says what is wanted where a number stands for a text', () => {
    const share = '{ id: a, scope: residents, measure: installed, of: population, reach: 60 }';
    expect(inYaml(`${MINIMAL}targets: [${share}]\n`)).toMatchObject({ shown: '60', expected: 'percent' });
  });

  it('refuses an unknown key with its line and the nearest known one', () => {
    expect(inYaml(MINIMAL.replace('every: day', 'evry: day'))).toMatchObject({
      kind: 'yaml-unknown-key',
      line: 4,
      key: 'evry',
      nearest: 'every',
    });
    expect(inYaml(`${MINIMAL}taget: []\n`)).toMatchObject({
      kind: 'yaml-unknown-key',
      line: 5,
      nearest: 'targets',
    });
  });

  it('names the line of a missing key and of a wrong value', () => {
    expect(inYaml('name: X\ncollect: []\n')).toMatchObject({ kind: 'yaml-missing-key', key: 'authority' });
    expect(inYaml(MINIMAL.replace('"15:00"', '"25:00"'))).toMatchObject({
      kind: 'yaml-value',
      line: 4,
      key: 'collect[0].due.time',
      shown: '25:00',
      expected: 'time',
    });
    expect(inYaml(`${MINIMAL}timezone: Asia/Hanoi_City\n`)).toMatchObject({
      kind: 'yaml-value',
      line: 5,
      expected: 'zone',
    });
    expect(inYaml(`${MINIMAL}period: { from: 2021-02-30 }\n`)).toMatchObject({
      kind: 'yaml-value',
      expected: 'date',
    });
  });

  it('says what a file without any key needs', () => {
    const needed = ['name', 'authority', 'collect'];
    expect(inYaml('')).toEqual({ kind: 'yaml-no-keys', file: 'campaign.yaml', empty: true, needed });
    expect(inYaml('# chỉ có chú thích\n')).toMatchObject({ kind: 'yaml-no-keys', empty: true });
    expect(inYaml('- name\n')).toMatchObject({ kind: 'yaml-no-keys', empty: false });
    const problem = inYaml('Cài đặt Bluezone');
    if (problem.kind !== 'yaml-no-keys') throw new Error(problem.kind);
    expect(WORDS.vi.problems['yaml-no-keys'](problem)).toContain(
      'cần ít nhất các khóa: name, authority, collect',
    );
  });

  it('says in words that a group of keys is wanted', () => {
    const problem = inYaml(MINIMAL.replace(/authority: .*/, 'authority: UBND'));
    if (problem.kind !== 'yaml-value') throw new Error(problem.kind);
    expect(WORDS.vi.problems['yaml-value'](problem)).toContain('cần một nhóm khóa');
  });

  it('takes an office base of 0 as unknown', () => {
    const bases = (numbers: string) =>
      readCampaign('campaign.yaml', `${MINIMAL}bases: { ${numbers} }\n`).campaign.bases;
    expect(bases('smartphone_users: 0, population: 5')).toEqual({ population: 5, date: null, source: null });
    expect(inYaml(`${MINIMAL}bases: { population: -1 }\n`)).toMatchObject({ expected: 'size' });
  });

  it('names the line of broken YAML', () => {
    expect(inYaml('name: "X\nauthority: y\n')).toMatchObject({ kind: 'yaml-syntax' });
    expect(inYaml(`${MINIMAL}name: again\n`)).toMatchObject({ kind: 'yaml-syntax', line: 5 });
  });

  it('has a sentence in both languages for each of these', () => {
    const problem = inYaml(MINIMAL.replace('every: day', 'evry: day'));
    if (problem.kind !== 'yaml-unknown-key') throw new Error(problem.kind);
    expect(WORDS.vi.problems['yaml-unknown-key'](problem)).toContain(
      'dòng 4: không có khóa "evry". Có phải định ghi "every"?',
    );
    expect(WORDS.en.problems['yaml-unknown-key'](problem)).toContain('Did you mean "every"?');
  });
});

describe('units.csv', () => {
  const roster = (text: string) => {
    const sheet = draw(text).sheets[0];
    if (sheet === undefined) throw new Error('no sheet');
    return readRoster('units.csv', sheet, (code) => (code === '1' ? '00001' : null));
  };
  const HEAD = 'code | name | kind | parent | aliases | smartphone_users | valid_from | valid_to';

  it('reads a line a unit; an empty number and 0 are unknown', () => {
    const { units } = roster(`${HEAD}
      '21637 | Phường Tam Quan | Phường | '543 | P. Tam Quan/TQ | '5.120
      '21640 | Phường Bồng Sơn | phường | '543 | | 0
      '1 | Phường Phúc Xá | phường`);
    expect(units[0]).toMatchObject({
      code: '21637',
      kind: 'phường',
      parent: '543',
      bases: { smartphone_users: 5120 },
      line: 2,
    });
    expect(units[1]?.bases.smartphone_users).toBeNull();
    expect(units[2]?.code).toBe('00001');
  });

  it('takes a code on several lines when their validity does not overlap', () => {
    const { units } = roster(`${HEAD}
      A | Cũ | xã | | | 10 | | 2021-08-15
      A | Mới | xã | | | 20 | 16/8/2021 |`);
    expect(units.map((unit) => unit.name)).toEqual(['Cũ', 'Mới']);
    expect(units[1]?.validFrom).toBe('2021-08-16');
    expect(
      problemOf(() =>
        roster(`${HEAD}\nA | Cũ | xã | | | 10 | | 2021-08-16\nA | Mới | xã | | | 20 | 2021-08-16 |`),
      ),
    ).toMatchObject({
      kind: 'roster-duplicate',
      line: 3,
      first: 2,
    });
  });

  it('names what it cannot read', () => {
    expect(problemOf(() => roster('code | name\nA | B'))).toMatchObject({
      kind: 'roster-column',
      column: 'kind',
    });
    expect(problemOf(() => roster('code | name | kind | smartphone_user\nA | B | xã | 5'))).toMatchObject({
      kind: 'roster-unknown-column',
      nearest: 'smartphone_users',
    });
    expect(problemOf(() => roster(`${HEAD}\nA | B | xã | | | khoảng 200`))).toMatchObject({
      kind: 'roster-value',
      line: 2,
      column: 'smartphone_users',
    });
    expect(problemOf(() => roster('code | name | kind\nA | Xã L?c Hòa | xã'))).toEqual({
      kind: 'roster-lost-letters',
      file: 'units.csv',
      line: 2,
      shown: 'Xã L?c Hòa',
    });
    expect(problemOf(() => roster(HEAD))).toMatchObject({ kind: 'roster-empty' });
  });
});
