import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conclude } from '../../src/day/outcome.ts';
import { NO_RULINGS, type Rulings } from '../../src/day/rulings.ts';
import { chooseVersions, type VersionInput } from '../../src/day/versions.ts';
import { finding } from '../../src/model/finding.ts';
import type { ArrivalEvidence } from '../../src/model/outcome.ts';
import type { Submission } from '../../src/model/submission.ts';
import { at, DAILY, folder, ONCE, sent, unit } from '../model/world.ts';

const town = folder([unit('A'), unit('B'), unit('C1', { kind: 'cơ quan' })], { collect: [DAILY, ONCE] });

/** Without what other units and the days before say of them. */
function settledAlone(submissions: readonly Submission[], input: VersionInput) {
  return conclude(chooseVersions(submissions, input), []);
}

function outcomes(submissions: readonly Submission[], asOf = '30 23:00', rulings?: Partial<Rulings>) {
  const settled = settledAlone(submissions, {
    folder: town,
    asOf: at(asOf),
    rulings: { ...NO_RULINGS, ...rulings },
  });
  return Object.fromEntries(settled.map(({ path, outcome }) => [path, outcome]));
}

function codes(submissions: readonly Submission[], path: string) {
  const settled = settledAlone(submissions, { folder: town, asOf: at('30 23:00') });
  return settled.filter((s) => s.path === path).flatMap(({ findings }) => findings);
}

describe('versions of one unit, form and date', () => {
  it('the newest accepted one counts, also when it is late', () => {
    const a = [sent('A', '16 14:00', 100, { path: 'a' }), sent('A', '16 15:20', 120, { path: 'b' })];
    expect(outcomes(a)).toEqual({ a: 'superseded', b: 'accepted' });
    expect(outcomes(a, '16 15:00')).toEqual({ a: 'accepted' });
  });

  it('a failing one never displaces an accepted one', () => {
    const good = sent('A', '16 14:00', 100, { path: 'a' });
    for (const standing of ['rejected', 'undecided', 'ignored'] as const) {
      const bad = sent('A', '16 15:20', 120, { path: 'b', standing });
      expect(outcomes([good, bad])).toEqual({ a: 'accepted', b: standing });
    }
  });

  it('an identical one is a duplicate of the first, whatever its name and whatever came between', () => {
    const a = sent('A', '16 14:00', 100, { path: 'z', sha: 'same' });
    const b = sent('A', '16 14:10', 120, { path: 'b' });
    const again = sent('A', '16 14:20', 100, { path: 'a', sha: 'same' });
    expect(outcomes([a, again])).toEqual({ z: 'accepted', a: 'duplicate' });
    expect(outcomes([a, b, again])).toEqual({ z: 'superseded', b: 'accepted', a: 'duplicate' });
  });

  it('the same bytes for another day or unit are no duplicate', () => {
    const a = sent('A', '16 14:00', 100, { path: 'a', sha: 'same' });
    expect(outcomes([a, sent('A', '17 14:00', 100, { path: 'b', sha: 'same' })])).toEqual({
      a: 'accepted',
      b: 'accepted',
    });
    expect(outcomes([a, sent('B', '16 14:00', 100, { path: 'b', sha: 'same' })]).b).toBe('accepted');
  });

  it('the same figures in other bytes are a new version without changes', () => {
    const both = [sent('A', '16 14:00', 100, { path: 'a' }), sent('A', '16 14:20', 100, { path: 'b' })];
    expect(outcomes(both)).toEqual({ a: 'superseded', b: 'accepted' });
    expect(codes(both, 'b')).toMatchObject([{ code: 'across/replaced', facts: { other: 'a', changes: [] } }]);
  });

  it('the difference is shown', () => {
    const both = [sent('A', '16 14:00', 100, { path: 'a' }), sent('A', '16 14:20', 120, { path: 'b' })];
    expect(codes(both, 'b')).toMatchObject([
      {
        code: 'across/replaced',
        facts: { other: 'a', changes: [{ measure: 'installed', from: 100, to: 120 }] },
        at: { file: 'b', unit: 'A' },
      },
    ]);
    expect(codes(both, 'a')).toEqual([]);
  });

  it('numbers versions by arrival', () => {
    const three = ['14:00', '14:10', '14:20'].map((time, i) => sent('A', `16 ${time}`, 100 + i));
    const settled = settledAlone(three.reverse(), { folder: town, asOf: at('16 16:00') });
    expect(settled.map(({ version }) => version)).toEqual([1, 2, 3]);
  });
});

describe('order unknown', () => {
  const a = sent('A', '16 14:00', 100, { path: 'a' });
  const b = sent('A', '16 14:00', 120, { path: 'b' });

  it('leaves both undecided, and each says which the other is', () => {
    expect(outcomes([a, b])).toEqual({ a: 'undecided', b: 'undecided' });
    expect(codes([a, b], 'a')).toMatchObject([{ code: 'across/order-unknown', facts: { other: 'b' } }]);
    expect(codes([a, b], 'b')).toMatchObject([{ code: 'across/order-unknown', facts: { other: 'a' } }]);
  });

  it('does not matter when the figures are the same', () => {
    expect(outcomes([a, { ...b, figures: a.figures }])).toEqual({ a: 'superseded', b: 'accepted' });
  });

  it('does not matter below a newer version', () => {
    const c = sent('A', '16 14:30', 130, { path: 'c' });
    expect(outcomes([a, b, c])).toEqual({ a: 'superseded', b: 'superseded', c: 'accepted' });
  });

  it('lets an older accepted version count', () => {
    const old = sent('A', '16 13:00', 90, { path: 'old' });
    expect(outcomes([old, a, b])).toEqual({ old: 'accepted', a: 'undecided', b: 'undecided' });
  });

  it('is settled by the files own times, where they were first seen together', () => {
    const first = { ...a, arrival: { ...a.arrival, told: { 'file-time': at('16 13:50') } } };
    const second = { ...b, arrival: { ...b.arrival, told: { 'file-time': at('16 13:20') } } };
    expect(outcomes([first, second])).toEqual({ a: 'accepted', b: 'superseded' });
  });

  it('is settled by the next evidence that both have, where it differs by 2 s', () => {
    const told = (of: Submission, ...moments: readonly (readonly [ArrivalEvidence, string])[]) => ({
      ...of,
      arrival: {
        ...of.arrival,
        told: Object.fromEntries(moments.map(([kind, moment]) => [kind, at(moment)])),
      },
    });
    const early = told(a, ['mail', '16 13:00'], ['ledger', '16 13:59:59'], ['file-time', '16 14:00']);
    const late = told(b, ['ledger', '16 14:00:02'], ['file-time', '16 12:00']);
    expect(outcomes([early, late])).toEqual({ a: 'superseded', b: 'accepted' });
    const near = told(b, ['ledger', '16 14:00:00'], ['file-time', '16 12:00']);
    expect(outcomes([early, near])).toEqual({ a: 'accepted', b: 'superseded' });
    const equal = told(b, ['ledger', '16 14:00:00'], ['file-time', '16 14:00:01']);
    expect(outcomes([early, equal])).toEqual({ a: 'undecided', b: 'undecided' });
  });

  it('is settled by what the files say of themselves, before any weaker evidence', () => {
    const named = (name: string, figure: number, time: string) => {
      const report = sent('A', '16 14:00', figure, { path: `inbox/2021-08-16/${name}` });
      return { ...report, arrival: { ...report.arrival, told: { 'file-time': at(time) } } };
    };
    const counting = (...names: readonly string[]) =>
      Object.entries(outcomes(names.map((name, n) => named(name, 100 + n, `16 1${3 - n}:00`))))
        .filter(([, outcome]) => outcome === 'accepted')
        .map(([path]) => path.slice('inbox/2021-08-16/'.length));
    expect(counting('bao cao.xlsx', 'bao cao lan 2.xlsx')).toEqual(['bao cao lan 2.xlsx']);
    expect(counting('Báo cáo (lần 2).xlsx', 'Báo cáo (lần 3).xlsx')).toEqual(['Báo cáo (lần 3).xlsx']);
    expect(counting('mau02.xlsx', 'mau02_dinh_chinh.xlsx')).toEqual(['mau02_dinh_chinh.xlsx']);
    expect(counting('gui lai.zip!/a.xlsx', 'b.xlsx')).toEqual(['gui lai.zip!/a.xlsx']);
    // Both say so, or neither: the files' own times tell.
    expect(counting('sửa.xlsx', 'lần 2.xlsx')).toEqual(['sửa.xlsx']);
    expect(counting('a.xlsx', 'lần 1.xlsx')).toEqual(['a.xlsx']);
  });

  it('holds for files whose own times, the only evidence, are a second apart, as a copy leaves them', () => {
    const weak = { evidence: 'file-time' } as const;
    const one = sent('A', '16 14:00:00', 100, { path: 'a', ...weak });
    expect(outcomes([one, sent('A', '16 14:00:01', 120, { path: 'b', ...weak })]).b).toBe('undecided');
    expect(outcomes([one, sent('A', '16 14:00:02', 120, { path: 'b', ...weak })]).b).toBe('accepted');
    expect(outcomes([a, sent('A', '16 14:00:01', 120, { path: 'b' })]).b).toBe('accepted');
  });

  it('holds for two sheets of one file that claim one unit', () => {
    const sheets = ['S1', 'S2'].map((sheet, i) =>
      sent('A', '16 14:00', 100 + i, { path: 'a', sha: 'same', sheet }),
    );
    expect(settledAlone(sheets, { folder: town, asOf: at('16 16:00') }).map((s) => s.outcome)).toEqual([
      'undecided',
      'undecided',
    ]);
  });

  it('is settled by a decision', () => {
    expect(outcomes([a, b], '16 16:00', { counts: ({ path }) => Number(path === 'a') })).toEqual({
      a: 'accepted',
      b: 'superseded',
    });
  });
});

describe('a decision that a version counts', () => {
  const first = sent('A', '16 14:00', 100, { path: 'a' });
  const second = sent('A', '16 14:30', 120, { path: 'b' });
  /** Taken when these were there. */
  const choice = (path: string, known: readonly string[]): Partial<Rulings> => ({
    counts: (report) => Number(report.path === path),
    settled: (_, report) => known.includes(report.path),
  });

  it('settles those that were known: a later accepted one counts again, with a warning', () => {
    const third = sent('A', '16 16:00', 130, { path: 'c' });
    const rulings = { ...NO_RULINGS, ...choice('a', ['a', 'b']) };
    expect(outcomes([first, second], '16 17:00', rulings)).toEqual({ a: 'accepted', b: 'superseded' });
    const settled = settledAlone([first, second, third], { folder: town, asOf: at('16 17:00'), rulings });
    expect(settled.map(({ outcome }) => outcome)).toEqual([
      'superseded',
      'superseded',
      'accepted-with-warnings',
    ]);
    expect(settled[2]?.findings).toMatchObject([
      { code: 'across/after-choice', facts: { other: 'a', changes: [{ from: 100, to: 130 }] } },
    ]);
  });

  it('is not overruled by what came before the chosen one, or is not accepted', () => {
    const old = sent('A', '16 09:00', 90, { path: 'old' });
    const bad = sent('A', '16 16:00', 130, { path: 'bad', standing: 'rejected' });
    expect(outcomes([old, first, second, bad], '16 17:00', choice('a', ['a', 'b']))).toEqual({
      old: 'superseded',
      a: 'accepted',
      b: 'superseded',
      bad: 'rejected',
    });
  });

  it('leaves a later one undecided whose order to the chosen one, or to another later one, is unknown', () => {
    const same = sent('A', '16 14:00', 130, { path: 'c' });
    expect(outcomes([first, same], '16 17:00', choice('a', ['a']))).toEqual({
      a: 'accepted',
      c: 'undecided',
    });
    const two = ['c', 'd'].map((path, n) => sent('A', '16 16:00', 130 + n, { path }));
    expect(outcomes([first, ...two], '16 17:00', choice('a', ['a']))).toEqual({
      a: 'accepted',
      c: 'undecided',
      d: 'undecided',
    });
  });

  it('settles what is asked once on later days as well, until a later one comes', () => {
    const staff = (when: string, installed: number, path: string) =>
      sent('C1', when, { staff_total: 20, staff_with_smartphone: 10, staff_installed: installed }, { path });
    const all = [staff('16 09:00', 8, 'a'), staff('18 09:00', 7, 'b'), staff('20 09:00', 9, 'c')];
    expect(outcomes(all, '30 23:00', choice('a', ['a', 'b']))).toEqual({
      a: 'accepted',
      b: 'superseded',
      c: 'accepted-with-warnings',
    });
  });
});

it('what arrived after the as-of time does not exist', () => {
  expect(outcomes([sent('A', '16 16:00:01', 1)], '16 16:00')).toEqual({});
  expect(Object.values(outcomes([sent('A', '16 16:00:00', 1)], '16 16:00'))).toEqual(['accepted']);
});

describe('asked once', () => {
  const staff = { staff_total: 20, staff_with_smartphone: 10, staff_installed: 8 };

  it('a later one on a later day replaces it there, and stands beside it', () => {
    const both = [
      sent('C1', '16 09:00', staff, { path: 'a' }),
      sent('C1', '18 09:00', { ...staff, staff_installed: 7 }, { path: 'b' }),
    ];
    expect(outcomes(both)).toEqual({ a: 'accepted', b: 'accepted' });
    expect(codes(both, 'b').map(({ code }) => code)).toEqual(['across/replaced']);
  });

  it('the same bytes on a later day are a duplicate', () => {
    const both = [
      sent('C1', '16 09:00', staff, { path: 'a', sha: 'same', date: '2021-08-15' }),
      sent('C1', '18 09:00', staff, { path: 'b', sha: 'same', date: '2021-08-15' }),
    ];
    expect(outcomes(both)).toEqual({ a: 'accepted', b: 'duplicate' });
  });

  it('a decision for an earlier version holds on later days', () => {
    const both = [
      sent('C1', '16 09:00', staff, { path: 'a' }),
      sent('C1', '18 09:00', { ...staff, staff_installed: 7 }, { path: 'b' }),
    ];
    expect(outcomes(both, '30 23:00', { counts: ({ path }) => Number(path === 'a') }).b).toBe('superseded');
  });
});

describe('outcome by findings', () => {
  const warning = finding('report/hidden-rows', { file: 'a' }, { rows: 2 });
  const note = finding('file/doc-converted', { file: 'a' }, { format: 'doc' });

  it('a warning makes it accepted-with-warnings, a note does not', () => {
    expect(outcomes([sent('A', '16 14:00', 1, { path: 'a', findings: [warning] })]).a).toBe(
      'accepted-with-warnings',
    );
    expect(outcomes([sent('A', '16 14:00', 1, { path: 'a', findings: [note] })]).a).toBe('accepted');
  });

  it('a superseded one stays superseded', () => {
    const both = [
      sent('A', '16 14:00', 1, { path: 'a', findings: [warning] }),
      sent('A', '16 14:20', 2, { path: 'b' }),
    ];
    expect(outcomes(both)).toEqual({ a: 'superseded', b: 'accepted' });
  });
});

describe('a fall against an earlier day', () => {
  const days = [
    sent('A', '15 14:00', 120, { path: 'a' }),
    sent('A', '17 14:00', 100, { path: 'b' }),
    sent('A', '18 14:00', 110, { path: 'c' }),
  ];

  it('is counted with a warning against the last earlier day, at its cells', () => {
    expect(outcomes(days)).toEqual({ a: 'accepted', b: 'accepted-with-warnings', c: 'accepted' });
    expect(codes(days, 'b')).toEqual([
      finding(
        'across/fall',
        { file: 'b', sheet: 'Sheet1', cell: 'E9:E11', row: 8, col: 4, unit: 'A' },
        { measure: 'installed', value: 100, earlier: 120, since: '2021-08-15' },
      ),
    ]);
  });

  it('is marked no longer once its reason is recorded', () => {
    expect(outcomes(days, '30 23:00', { fallAccepted: ({ path }) => path === 'b' }).b).toBe('accepted');
  });

  it('is not looked for in versions that do not count', () => {
    const corrected = [...days, sent('A', '17 14:30', 130, { path: 'd' })];
    expect(outcomes(corrected)).toMatchObject({
      b: 'superseded',
      d: 'accepted',
      c: 'accepted-with-warnings',
    });
  });
});

it('the order in which files are given changes nothing', () => {
  const arrival = fc.tuple(
    fc.constantFrom('A', 'B'),
    fc.constantFrom('16', '17'),
    fc.constantFrom('14:00', '14:00:01', '14:30'),
    fc.constantFrom(100, 110),
    fc.constantFrom('s1', 's2', 's3'),
    fc.constantFrom<Submission['standing']>('accepted', 'accepted', 'accepted', 'rejected'),
  );
  const some = fc
    .array(arrival, { maxLength: 8 })
    .map((all) =>
      all.map(([code, day, time, value, sha, standing], i) =>
        sent(code, `${day} ${time}`, value, { path: `f${i}`, sha, standing }),
      ),
    );
  const shuffled = some.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      const input = { folder: town, asOf: at('30 23:00') };
      expect(settledAlone(other, input)).toEqual(settledAlone(one, input));
    }),
    { numRuns: 300 },
  );
});
