import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/day/day.ts';
import type { Campaign, CampaignFolder } from '../../src/model/campaign.ts';
import type { Form } from '../../src/model/form.ts';
import type { Submission } from '../../src/model/submission.ts';
import type { SummaryContent } from '../../src/model/summary-content.ts';
import type { Unit } from '../../src/model/units.ts';
import { at, DAILY, FORMS, folder, ONCE, sent, unit, viewed } from '../model/world.ts';
import { aggregate, summaryOf, TONG_HOP } from './tree.ts';

/** What an office learns from the summaries of the offices below it. All invented. */

const DAY = { day: '2021-08-16', asOf: at('16 15:58'), leafCollect: [], changes: {}, sent: [] };

/** The summary of a district of these units, as it arrives. */
function summary(
  code: string,
  units: readonly Unit[],
  reports: readonly Submission[],
  changes: Partial<Campaign> = {},
  forms: CampaignFolder['forms'] = FORMS,
): Submission {
  const of = { ...folder(units, { collect: [DAILY, ONCE], ...changes }), forms };
  return summaryOf({ code, leaves: units, below: [] }, aggregate(of, reports, DAY), DAY);
}

const offices = (...codes: string[]) =>
  codes.map((code) => unit(code, { kind: 'huyện', name: `Huyện ${code}` }));

function province(own: readonly Unit[], changes: Partial<Campaign> = {}): CampaignFolder {
  return folder(own, { collect: [TONG_HOP], ...changes });
}

function across(of: CampaignFolder, submissions: readonly Submission[]) {
  return dayOf(submissions, of, '2021-08-16', at('16 16:00')).findings.filter(
    ({ code }) => code === 'across/two-roads',
  );
}

describe('units that only summaries name', () => {
  it('stand below their sender in its order, with its bases', () => {
    const of = province(offices('H1', 'H2'));
    const all = [
      summary('H2', [unit('C', {}, 50)], [sent('C', '16 14:00', 20)]),
      summary('H1', [unit('B', {}, 100), unit('A', {}, 300)], [sent('A', '16 14:00', 60)]),
    ];
    const { residents } = viewed(of, all, '16');
    expect(residents().units.map(({ code }) => code)).toEqual(['B', 'A', 'C']);
    expect(residents().total.coverage).toMatchObject({ numerator: 80, denominator: 350 });
  });

  it('are told apart where two offices gave one code to different agencies', () => {
    const of = province(offices('H1', 'H2'));
    const agency = (name: string) => unit('CQ01', { kind: 'cơ quan', name });
    const staff = { staff_total: 10, staff_with_smartphone: 10, staff_installed: 4 };
    const all = [
      summary('H1', [agency('Phòng Nội vụ')], [sent('CQ01', '16 14:00', staff)]),
      summary('H2', [agency('Phòng Y tế')], [sent('CQ01', '16 14:00', staff)]),
    ];
    const view = viewed(of, all, '16').staff();
    expect(view.units.map(({ code, name }) => [code, name])).toEqual([
      ['H1/CQ01', 'Phòng Nội vụ'],
      ['H2/CQ01', 'Phòng Y tế'],
    ]);
    expect(view.total.figures.staff_total?.value).toBe(20);
  });

  it('are the roster’s own where it lists them under another code', () => {
    const of = province([...offices('H1'), unit('21649', { name: 'Xã Hoài Châu', parent: 'H1' }, 400)], {
      collect: [TONG_HOP, DAILY],
    });
    const theirs = unit('HC', { name: 'xã Hoài Châu' }, 999);
    const { residents } = viewed(of, [summary('H1', [theirs], [sent('HC', '16 14:00', 60)])], '16');
    expect(residents().units).toHaveLength(1);
    expect(residents().units[0]).toMatchObject({
      code: '21649',
      coverage: { numerator: 60, denominator: 400 },
    });
  });

  it('fill a base that the own roster does not know, unless the office has one for its whole area', () => {
    const listed = [...offices('H1'), unit('A', { parent: 'H1' })];
    const all = [summary('H1', [unit('A', {}, 300)], [sent('A', '16 14:00', 60)])];
    const bases = { smartphone_users: 9000, date: null, source: null };
    expect(viewed(province(listed), all, '16').residents().total.coverage?.denominator).toBe(300);
    expect(viewed(province(listed, { bases }), all, '16').residents().total.coverage?.denominator).toBe(9000);
  });

  it('keep what frees them, and owe by the deadline of their office', () => {
    const exempt = [{ unit: 'A', from: null, to: null, reason: 'cách ly' }];
    const units = [unit('A'), unit('B'), unit('C', { validTo: '2021-08-01' }), unit('D')];
    const all = [summary('H1', units, [sent('D', '16 15:30', 7)], { exempt })];
    const { residents } = viewed(province(offices('H1')), all, '16');
    expect(residents().units.map(({ status, minutesLate }) => [status, minutesLate])).toEqual([
      ['exempt', null],
      ['missing', null],
      ['not-required', null],
      ['late', 30],
    ]);
  });

  it('bring a form that the office above does not have', () => {
    const form: Form = { ...(FORMS.get('mau-02') as Form), id: 'van-dong', scope: 'talks' };
    const forms = new Map([...FORMS, [form.id, form]]);
    const collect = [{ ...DAILY, form: 'van-dong' }];
    const report = { ...sent('A', '16 14:00', 60), form: 'van-dong', scope: 'talks' };
    const { summary: seen } = viewed(
      province(offices('H1')),
      [summary('H1', [unit('A')], [report], { collect }, forms)],
      '16',
    );
    expect(seen.scopes.map(({ id, form: of, total }) => [id, of, total.figures.installed?.value])).toEqual([
      ['talks', 'van-dong', 60],
    ]);
  });
});

describe('an office that sent nothing today', () => {
  it('leaves its units as they were, and owing as it does', () => {
    const all = [summary('H1', [unit('A')], [sent('A', '16 14:00', 60)])];
    const of = province(offices('H1'));
    const { residents } = viewed(of, all, '17', '17 16:30');
    expect(residents().senders).toMatchObject([{ code: 'H1', status: 'missing' }]);
    expect(residents().units).toMatchObject([
      {
        code: 'A',
        status: 'missing',
        figures: { installed: { value: 60, carried: true, date: '2021-08-16' } },
      },
    ]);
    expect(viewed(of, all, '17', '17 12:00').residents().units[0]?.status).toBe('awaited');
    expect(viewed(of, all, '17', '17 12:00').summary.provisional).toBe(true);
  });

  it('is listed before anything came', () => {
    const of = province(offices('H1', 'H2'));
    const { summary: seen } = viewed(of, [], '16', '16 16:30');
    expect(seen.scopes[0]?.senders?.map(({ status }) => status)).toEqual(['missing', 'missing']);
    expect(seen.scopes.every(({ units }) => units.length === 0)).toBe(true);
  });
});

describe('a unit that came by two roads', () => {
  const roster = [...offices('H1', 'H2'), unit('A', { parent: 'H1', name: 'Xã A' })];

  it('counts by its own file, and a difference is a finding on that file', () => {
    const of = province(roster, { collect: [TONG_HOP, DAILY] });
    const below = summary('H1', [unit('A', { name: 'Xã A' })], [sent('A', '16 14:00', 60)]);
    const own = sent('A', '16 14:40', 65);
    const { residents, sources } = viewed(of, [below, own], '16');
    expect(residents().total.figures.installed).toEqual({ value: 65, units: 1, carried: 0 });
    expect(residents().units[0]?.receivedAt).toBe('2021-08-16T14:00:00+07:00');
    expect(sources.map(({ path, through }) => [path, through])).toEqual([[own.path, undefined]]);
    expect(across(of, [below, own])).toMatchObject([
      {
        at: { file: own.path, unit: 'A', cell: 'E9:E11' },
        facts: { unitName: 'Xã A', value: 65, said: 60, senderName: 'Huyện H1' },
      },
    ]);
    expect(across(of, [below, sent('A', '16 14:40', 60)])).toEqual([]);
  });

  it('counts by the nearest office when two summaries speak of it', () => {
    const deep = [unit('T', { kind: 'tỉnh', name: 'Tỉnh T' }), unit('H1', { kind: 'huyện', parent: 'T' })];
    const of = province(deep);
    const near = summary('H1', [unit('21640', { name: 'Xã A' })], [sent('21640', '16 14:00', 60)]);
    const far = summary('T', [unit('21640', { name: 'Xã A' })], [sent('21640', '16 14:00', 55)]);
    const { residents } = viewed(of, [far, near], '16');
    expect(residents().total.figures.installed).toEqual({ value: 60, units: 1, carried: 0 });
    expect(across(of, [far, near])).toMatchObject([
      { at: { file: far.path, unit: 'T' }, facts: { value: 60, said: 55, senderName: 'Tỉnh T' } },
    ]);
  });

  it('an office’s own number beside its communes’ is a finding, never a sum', () => {
    const of = province(offices('H1'), { collect: [TONG_HOP, { ...DAILY, from: ['huyện'] }] });
    const below = summary('H1', [unit('A')], [sent('A', '16 14:00', 60)]);
    const { residents, findings } = viewed(of, [below, sent('H1', '16 14:00', 900)], '16');
    expect(residents().total.figures.installed?.value).toBe(60);
    expect(findings.map(({ code }) => code)).toContain('across/parent-too');
  });
});

describe('a summary of names and figures alone', () => {
  const content: SummaryContent = {
    from: 'visible',
    authority: '',
    campaign: '',
    date: null,
    asOf: null,
    scopes: [
      {
        id: 'residents',
        form: {
          id: 'mau-02',
          version: 1,
          scope: 'residents',
          name: { vi: '', en: '' },
          sheetTitle: { vi: '', en: '' },
          measures: [],
          defaultBase: null,
        },
        full: false,
        units: ['Xã A', 'Xã B'].map((name) => ({
          code: '',
          once: false,
          lines: [
            {
              name,
              kind: '',
              parent: null,
              bases: { smartphone_users: null, population: null, adults: null },
              validFrom: null,
              validTo: null,
            },
          ],
          owes: { kind: 'stated', status: 'on-time', minutesLate: 0 },
          entries: [
            {
              day: '',
              date: '',
              at: null,
              evidence: 'received.csv',
              version: 1,
              counts: true,
              sha256: '',
              figures: { installed: { value: 9 } },
            },
          ],
          places: {},
        })),
      },
    ],
  };
  const alone: Submission = { ...summary('H1', [], []), summary: content };

  it('is of its report’s day, its units those of the roster below the sender, else named by it', () => {
    const of = province([...offices('H1'), unit('A', { name: 'xã A', parent: 'H1' })]);
    const { residents } = viewed(of, [alone], '16');
    expect(residents().units.map(({ code, status, receivedAt }) => [code, status, receivedAt])).toEqual([
      ['A', 'on-time', null],
      ['H1/Xã B', 'on-time', null],
    ]);
    expect(residents().total.figures.installed).toEqual({ value: 18, units: 2, carried: 0 });
  });

  it('goes on with the codes and days of an older summary that had them', () => {
    const older = summary('H1', [unit('B', { name: 'Xã B' }, 90)], [sent('B', '15 14:00', 5)]);
    const before = {
      ...older,
      folderDate: '2021-08-15',
      date: '2021-08-15',
      path: 'inbox/2021-08-15/H1.xlsx',
    };
    const { residents } = viewed(province(offices('H1')), [before, { ...alone, sha256: 'new' }], '16');
    const line = residents().units.find(({ code }) => code === 'B');
    expect(line).toMatchObject({ figures: { installed: { value: 9 } }, delta: { installed: 4 } });
  });
});

describe('units that were merged below', () => {
  const day = { ...DAY, day: '2021-08-18', asOf: at('18 15:58') };
  const units = [
    unit('A', { validTo: '2021-08-17', successor: 'N' }, 1000),
    unit('B', { validTo: '2021-08-17', successor: 'N' }, 500),
    unit('K', {}, 2000),
    unit('N', { validFrom: '2021-08-18' }),
  ];
  const reports = [
    sent('A', '16 14:00', 300),
    sent('B', '17 14:00', 120),
    sent('K', '17 14:00', 700),
    sent('K', '18 14:00', 715),
  ];

  it('stand in above as they do below', () => {
    const of = folder(units, { collect: [DAILY, ONCE] });
    const below = aggregate(of, reports, day);
    const told = summaryOf({ code: 'H1', leaves: units, below: [] }, below, day);
    const above = viewed(province(offices('H1')), [told], '18');
    const total = below.summary.scopes[0]?.total;
    expect(total?.figures.installed).toEqual({ value: 1135, units: 2, carried: 1 });
    expect(above.residents().total.figures).toEqual(total?.figures);
    expect(above.residents().total.coverage).toEqual(total?.coverage);
    expect(above.residents().total.delta).toEqual(total?.delta);
    expect(above.line('N').figures).toEqual(
      below.summary.scopes[0]?.units.find(({ code }) => code === 'N')?.figures,
    );
  });
});
