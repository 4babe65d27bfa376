import { describe, expect, it } from 'vitest';
import { askResolve } from '../../../src/commands/resolve/asking.ts';
import type { Asker } from '../../../src/console/ask.ts';
import { WORDS } from '../../../src/lang/lang.ts';
import { load } from '../../../src/load/load.ts';
import { drawnXlsx } from '../../drawn-xlsx.ts';
import { quietIo } from '../../quiet-io.ts';
import { draw } from '../../sheet.ts';
import { mau02, moment, type Run, type Town, town } from '../town.ts';

interface Shown {
  readonly scopes: readonly [
    { readonly units: readonly { code: string; status: string; figures: Figures }[] },
  ];
  readonly files: readonly { path: string; outcome: string; unit: string | null; sheet?: string }[];
  readonly findings: readonly { code: string; unit?: string }[];
}
interface Figures {
  readonly installed?: { readonly value: number; readonly carried: boolean };
}

/** Outcomes by file name, figures and states by unit, as aggregate gives them for a day. */
async function view({ run }: Town, day: number, asOf = '') {
  const { out, exit } = await run(`aggregate -d 2021-08-${day} ${asOf} --dry-run --json`);
  const { scopes, files, findings } = JSON.parse(out) as Shown;
  return {
    exit,
    outcomes: Object.fromEntries(
      files.map(({ path, sheet, outcome }) => [
        (path.split('/').at(-1) ?? '') + (sheet === undefined ? '' : `#${sheet}`),
        outcome,
      ]),
    ),
    figures: Object.fromEntries(
      scopes[0].units.flatMap(({ code, figures }) =>
        figures.installed === undefined ? [] : [[code, figures.installed.value]],
      ),
    ),
    states: Object.fromEntries(scopes[0].units.map(({ code, status }) => [code, status])),
    codes: findings.map(({ code }) => code),
  };
}

async function said({ run }: Town, argv: string): Promise<Run> {
  const done = await run(argv);
  expect(done.exit, done.err).toBe(0);
  return done;
}

describe('resolve', () => {
  it('whose a file is: counted from then on, until it is undone, and again when that is undone', async () => {
    const of = town();
    of.at('16 15:00');
    of.put('inbox/2021-08-16/bao cao.csv', mau02('Xã Trên Trời', [10, 25, 31], 16), '16 14:00');
    expect((await view(of, 16)).outcomes).toEqual({ 'bao cao.csv': 'undecided' });
    const { out } = await said(
      of,
      'resolve "inbox/2021-08-16/bao cao.csv" --unit 103 --reason "họ gọi điện"',
    );
    expect(out).toContain('Đã ghi quyết định số 1.');
    const counted = { outcomes: { 'bao cao.csv': 'accepted' }, figures: { 103: 66 } };
    expect(await view(of, 16)).toMatchObject(counted);
    expect(await view(of, 16, '--as-of 2021-08-16T15:30')).toMatchObject(counted);
    await said(of, 'resolve --undo 1 -d 2021-08-16');
    expect((await view(of, 16)).outcomes).toEqual({ 'bao cao.csv': 'undecided' });
    await said(of, 'resolve --undo 2 -d 2021-08-16');
    expect(await view(of, 16)).toMatchObject(counted);
    const { decisions } = JSON.parse((await said(of, 'resolve --list --json')).out) as {
      decisions: { id: number; kind: string; holds: boolean; unit?: string; reason: string | null }[];
    };
    expect(decisions.map(({ id, kind, holds }) => [id, kind, holds])).toEqual([
      [1, 'unit', true],
      [2, 'undo', false],
      [3, 'undo', true],
    ]);
    expect(decisions[0]).toMatchObject({ unit: '103', reason: 'họ gọi điện' });
    const list = (await said(of, 'resolve --list')).out;
    for (const part of ['là của Xã Hoài Hải', 'họ gọi điện', 'Bỏ quyết định số 1 (không còn hiệu'])
      expect(list).toContain(part);
  });

  it('is no arrival: a past view whose files only have their own times keeps them, and follows the decision', async () => {
    const of = town();
    of.put('inbox/2021-08-16/bao cao.csv', mau02('Xã Trên Trời', [10, 25, 31], 16), '16 14:00');
    of.at('25 09:00');
    await said(of, 'resolve "inbox/2021-08-16/bao cao.csv" --unit 103');
    expect(await view(of, 16, '--as-of 2021-08-16T15:30')).toMatchObject({
      outcomes: { 'bao cao.csv': 'accepted' },
      figures: { 103: 66 },
    });
  });

  it('follows the bytes of a file to another name', async () => {
    const of = town();
    of.put('inbox/2021-08-16/bao cao.csv', mau02('Xã Trên Trời', [10, 25, 31], 16), '16 14:00');
    await said(of, 'resolve "inbox/2021-08-16/bao cao.csv" --unit "xã hoài hải"');
    of.put('inbox/2021-08-16/hoai hai.csv', of.read('inbox/2021-08-16/bao cao.csv'), '16 14:00');
    of.remove('inbox/2021-08-16/bao cao.csv');
    expect((await view(of, 16)).figures).toEqual({ 103: 66 });
  });

  it('for which day: a file under a later folder counts on the earlier day', async () => {
    const of = town();
    of.at('17 09:00');
    of.put('inbox/2021-08-17/hoai son.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 16));
    expect((await view(of, 17)).outcomes).toEqual({ 'hoai son.csv': 'undecided' });
    expect((await view(of, 16)).figures).toEqual({});
    await said(of, 'resolve "inbox/2021-08-17/hoai son.csv" --day 16/8/2021 --reason "gửi lại bản hôm qua"');
    expect(await view(of, 16)).toMatchObject({ figures: { 101: 66 }, states: { 101: 'late' } });
    expect(await view(of, 17)).toMatchObject({ states: { 101: 'awaited' } });
    const { out } = await of.run('status -d 2021-08-16 --json');
    const { scopes } = JSON.parse(out) as { scopes: [{ units: { code: string; version: number | null }[] }] };
    expect(scopes[0].units[0]).toMatchObject({ code: '101', version: 1, evidence: 'ledger' });
    const next = JSON.parse((await of.run('status -d 2021-08-17 --json')).out) as typeof scopes & {
      scopes: [{ units: { version: number | null }[] }];
    };
    expect(next.scopes[0].units[0]).toMatchObject({ status: 'awaited', version: null });
  });

  it('for which day: of one copy, not of the same bytes under another day', async () => {
    const of = town();
    const report = mau02('Xã Hoài Sơn', [10, 25, 31], 16);
    of.put('inbox/2021-08-16/hoai son.csv', report, '16 14:00');
    of.put('inbox/2021-08-17/hoai son.csv', report, '17 14:00');
    of.at('17 16:00');
    await said(of, 'resolve "inbox/2021-08-17/hoai son.csv" --day 2021-08-17 --reason "không đổi"');
    expect(await view(of, 16)).toMatchObject({
      figures: { 101: 66 },
      outcomes: { 'hoai son.csv': 'accepted' },
    });
    expect((await view(of, 17)).figures).toEqual({ 101: 66 });
  });

  it('which version: order unknown, neither counts, until the clerk says; what is said last holds', async () => {
    const of = town();
    of.put('inbox/2021-08-16/a.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 16), '16 14:00');
    of.put('inbox/2021-08-16/b.csv', mau02('Xã Hoài Sơn', [10, 25, 41], 16), '16 14:00');
    const open = await view(of, 16);
    expect(open).toMatchObject({
      outcomes: { 'a.csv': 'undecided', 'b.csv': 'undecided' },
      figures: {},
      exit: 1,
    });
    expect(open.codes.filter((code) => code === 'across/order-unknown')).toHaveLength(2);
    expect((await view(of, 16, '--as-of 2021-08-16T16:00')).outcomes).toEqual(open.outcomes);
    await said(of, 'resolve inbox/2021-08-16/b.csv --counts --reason "bản sửa"');
    expect(await view(of, 16)).toMatchObject({
      outcomes: { 'a.csv': 'superseded', 'b.csv': 'accepted' },
      figures: { 101: 76 },
    });
    await said(of, 'resolve a.csv -d 2021-08-16 --counts --reason "nhầm, bản kia mới đúng"');
    expect(await view(of, 16)).toMatchObject({
      outcomes: { 'a.csv': 'accepted', 'b.csv': 'superseded' },
      figures: { 101: 66 },
    });
  });

  it('which version: settles those that are there, whatever their times say; a later one counts again', async () => {
    const of = town();
    of.put('inbox/2021-08-16/a.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 16), '16 14:00');
    of.put('inbox/2021-08-16/b.csv', mau02('Xã Hoài Sơn', [10, 25, 41], 16), '16 14:30');
    await said(of, 'resolve inbox/2021-08-16/a.csv --counts');
    expect(await view(of, 16)).toMatchObject({ figures: { 101: 66 } });
    // It is said to have come before the decision, and was not there when it was taken.
    of.put('inbox/2021-08-16/c.csv', mau02('Xã Hoài Sơn', [10, 25, 51], 16), '16 15:00');
    expect(await view(of, 16)).toMatchObject({
      outcomes: { 'a.csv': 'superseded', 'b.csv': 'superseded', 'c.csv': 'accepted-with-warnings' },
      figures: { 101: 86 },
    });
    await said(of, 'resolve inbox/2021-08-16/a.csv --counts');
    expect(await view(of, 16)).toMatchObject({ figures: { 101: 66 } });
  });

  it('which version: one that came earlier', async () => {
    const of = town();
    of.put('inbox/2021-08-16/a.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 16), '16 14:00');
    of.put('inbox/2021-08-16/b.csv', mau02('Xã Hoài Sơn', [10, 25, 41], 16), '16 14:30');
    expect((await view(of, 16)).figures).toEqual({ 101: 76 });
    await said(of, 'resolve inbox/2021-08-16/a.csv --counts --reason "b là bản nháp"');
    expect((await view(of, 16)).figures).toEqual({ 101: 66 });
  });

  it('how rows count: of a whole file, and of one sheet of two', async () => {
    const of = town();
    const sheet = (unit: string): string => `
      ỦY BAN NHÂN DÂN ${unit}
      ngày 16 tháng 8 năm 2021
      STT | Họ và tên | Địa chỉ (thôn, khu phố) | Số điện thoại | Lũy kế đến thời điểm hiện tại
      1 | Lê Thử An | Thôn 1 | 0912000001 | 40
      2 | Lê Thử Bình | Thôn 2 | 0912000002 | x
      3 | Lê Thử Chi | Thôn 3 | 0912000003 | 2`;
    const two = `# Sơn\n${sheet('XÃ HOÀI SƠN')}\n# Mỹ\n${sheet('XÃ HOÀI MỸ')}`;
    of.put('inbox/2021-08-16/hai.xlsx', drawnXlsx(draw(sheet('XÃ HOÀI HẢI'))), '16 14:00');
    of.put('inbox/2021-08-16/son my.xlsx', drawnXlsx(draw(two)), '16 14:00');
    expect((await view(of, 16)).outcomes).toEqual({
      'hai.xlsx': 'undecided',
      'son my.xlsx#Sơn': 'undecided',
      'son my.xlsx#Mỹ': 'undecided',
    });
    await said(of, 'resolve inbox/2021-08-16/hai.xlsx --counting rows --reason "gọi hỏi"');
    await said(of, 'resolve "inbox/2021-08-16/son my.xlsx" --sheet Mỹ --counting rows --reason "gọi hỏi"');
    const after = await view(of, 16);
    expect(after.figures).toEqual({ 102: 3, 103: 3 });
    expect(after.outcomes['son my.xlsx#Sơn']).toBe('undecided');
    const whose = await of.run('resolve "inbox/2021-08-16/son my.xlsx" --unit 101');
    expect([whose.exit, whose.err]).toEqual([2, expect.stringContaining('--sheet Mỹ hoặc Sơn')]);
  });

  it('parts: two lists of one unit are added once it is said that they belong together', async () => {
    const of = town();
    const list = (first: number): string =>
      mau02('Xã Hoài Sơn', [10, 25, 31], 16)
        .replaceAll(/Lê Thử/g, `Trần Thử ${first}`)
        .replaceAll('0912000', `0912${first}0`);
    of.put('inbox/2021-08-16/a.csv', list(11), '16 14:00');
    of.put('inbox/2021-08-16/b.csv', list(22), '16 14:30');
    const open = await view(of, 16);
    expect(open).toMatchObject({ outcomes: { 'a.csv': 'undecided', 'b.csv': 'undecided' }, figures: {} });
    expect(open.codes.filter((code) => code === 'across/parts-unclear')).toHaveLength(2);
    await said(of, 'resolve inbox/2021-08-16/a.csv inbox/2021-08-16/b.csv --together --reason "hai thôn"');
    expect(await view(of, 16)).toMatchObject({
      outcomes: { 'a.csv': 'accepted-with-warnings', 'b.csv': 'accepted-with-warnings' },
      figures: { 101: 132 },
    });
    expect((await said(of, 'resolve --list')).out).toContain('16/a.csv;');
    await said(of, 'resolve --undo 1 -d 2021-08-16');
    expect((await view(of, 16)).figures).toEqual({});
    const one = await of.run('resolve a.csv --together -d 2021-08-16');
    expect([one.exit, one.err]).toEqual([2, expect.stringContaining('<tệp>')]);
    const two = await of.run('resolve a.csv b.csv --unit 101 -d 2021-08-16');
    expect([two.exit, two.err]).toEqual([2, expect.stringContaining('--together')]);
    of.put('inbox/2021-08-16/c.csv', mau02('Xã Hoài Mỹ', [5], 16), '16 14:00');
    const others = await of.run('resolve a.csv c.csv --together -d 2021-08-16');
    expect([others.exit, others.err]).toEqual([2, expect.stringContaining('không cùng đơn vị')]);
  });

  it('says of a decision that changes nothing that it does not, and why', async () => {
    const of = town();
    of.put('inbox/2021-08-16/a.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 16), '16 14:00');
    of.put('inbox/2021-08-16/b.csv', mau02('Xã Trên Trời', [10], 15), '16 14:00');
    const told = async (argv: string) => (await said(of, `resolve ${argv} -d 2021-08-16 --dry-run`)).out;
    expect(await told('a.csv --unit 101')).toContain('vốn đã như vậy');
    expect(await told('a.csv --counts')).toContain('vốn đã như vậy');
    expect(await told('b.csv --day 2021-08-16')).toContain('vẫn là «Chờ xác định, chưa tính» vì');
    expect(await told('--accept-fall "hoai son" --why trùng')).toContain('không có số giảm nào');
    expect(await told('--accept-change 101 --why trùng')).toContain('đổi sau khi gửi');
    expect(await told('--exempt 103 --from 2021-09-10 --reason bão')).toContain('không phải báo cáo');
    for (const argv of ['b.csv --unit "X. Hoài Mỹ"', '--exempt "hoai hai" --reason bão'])
      expect(await told(argv)).not.toContain('không đổi gì');
    const json = await said(of, 'resolve a.csv --unit 101 -d 2021-08-16 --dry-run --json');
    expect(json.err).toContain('không đổi gì');
  });

  it('a fall is accepted with its reason', async () => {
    const of = town();
    of.put('inbox/2021-08-16/a.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 16), '16 14:00');
    of.put('inbox/2021-08-17/a.csv', mau02('Xã Hoài Sơn', [10, 25, 30], 17), '17 14:00');
    of.at('17 14:30');
    expect((await view(of, 17)).codes).toContain('across/fall');
    expect((await of.run('aggregate -d 2021-08-17 --strict --dry-run')).exit).toBe(1);
    const bare = await of.run('resolve -d 2021-08-17 --accept-fall 101 --why "khac"');
    expect([bare.exit, bare.err]).toEqual([2, expect.stringContaining('--reason')]);
    await said(of, 'resolve -d 2021-08-17 --accept-fall "Xã Hoài Sơn" --why "sua sai" --reason "đếm nhầm"');
    const after = await view(of, 17);
    expect(after.codes).not.toContain('across/fall');
    expect(after).toMatchObject({ figures: { 101: 65 }, outcomes: { 'a.csv': 'accepted' } });
    expect((await said(of, 'resolve --list')).out).toContain('sửa sai');
  });

  it('a unit is exempt for some days, with a reason', async () => {
    const of = town();
    of.at('18 16:00');
    const all = async () => Promise.all([16, 17, 18].map(async (day) => (await view(of, day)).states[103]));
    expect(await all()).toEqual(['missing', 'missing', 'missing']);
    await said(of, 'resolve --exempt 103 --from 2021-08-16 --to 17/8/2021 --reason "cách ly"');
    expect(await all()).toEqual(['exempt', 'exempt', 'missing']);
    await said(of, 'resolve --undo 1');
    expect(await all()).toEqual(['missing', 'missing', 'missing']);
  });

  it('records nothing under --dry-run', async () => {
    const of = town();
    const { out } = await said(of, 'resolve --exempt 103 --reason "bão" --dry-run');
    expect(out).toContain('chưa ghi gì');
    expect(of.has('.bluezone')).toBe(false);
  });

  it.each([
    ['khong-co.csv --unit 101', 'khong-co.csv'],
    ['a.csv --unit "Xã Hoài Sưn"', 'Xã Hoài Sơn'],
    ['a.csv', '--unit'],
    ['--unit 101', '<tệp>'],
    ['a.csv --unit 101 --counts', '--unit'],
    ['a.csv --day 30/2/2021', '30/2/2021'],
    ['a.csv --counting guess', 'per-person'],
    ['bao.csv --unit 101', 'hoai-son/bao.csv'],
    ['hong.pdf --counts', 'hong.pdf'],
    ['--undo 7', '7'],
    ['--accept-fall 101', '--why'],
    ['--accept-fall 101 --why chán', 'điều chỉnh địa bàn'],
    ['--accept-fall 101 --why trùng --form mau-09', 'mau-02'],
    ['--exempt 103', '--reason'],
    ['--exempt 103 --reason bão --from 2021-08-18 --to 2021-08-16', '2021-08-16'],
    ['', 'resolve <'],
  ])('cannot do %s, and says why', async (argv, word) => {
    const of = town();
    of.put('inbox/2021-08-16/a.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 16), '16 14:00');
    of.put('inbox/2021-08-16/hoai-son/bao.csv', mau02('Xã Hoài Mỹ', [10], 16), '16 14:00');
    of.put('inbox/2021-08-16/hoai-my/bao.csv', mau02('Xã Hoài Mỹ', [20], 16), '16 14:00');
    of.put('inbox/2021-08-16/hong.pdf', '%PDF-1.4', '16 14:00');
    const { out, err, exit } = await of.run(`resolve ${argv} -d 2021-08-16`);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain(word);
    expect(err).not.toMatch(/\n\s+at |undefined/);
  });

  it('finds campaign and day by the path of the file', async () => {
    const of = town();
    of.put('inbox/2021-08-16/a.csv', mau02('Xã Trên Trời', [10], 16), '16 14:00');
    of.at('20 09:00');
    const path = `${of.folder}/inbox/2021-08-16/a.csv`;
    const { exit } = await of.run(`resolve "${path}" --unit 101`, (io) => ({ ...io, cwd: '/' }));
    expect(exit).toBe(0);
    expect((await view(of, 16)).figures).toEqual({ 101: 10 });
  });
});

/** Answers in order: what is chosen is told by how its name begins. */
function answering(answers: string[], seen: string[] = []): Asker {
  const next = (message: string): string => {
    seen.push(message);
    return answers.shift() ?? '';
  };
  const pick = async <T>(message: string, choices: readonly { value: T; name: string }[]): Promise<T> => {
    const wanted = next(message);
    const found = choices.find(({ name }) => name.startsWith(wanted));
    if (found === undefined) throw new Error(`${wanted}: ${choices.map(({ name }) => name).join(' | ')}`);
    return found.value;
  };
  return {
    say: (text) => seen.push(text),
    text: async (message, { check } = {}) => {
      for (;;) {
        const text = next(message);
        const wrong = check?.(text) ?? null;
        if (wrong === null) return text;
        seen.push(wrong);
      }
    },
    choose: pick,
    find: pick,
    lines: async () => [],
  };
}

describe('resolve on a terminal', () => {
  const open = async (of: Town, date: string) => {
    const io = {
      ...quietIo(of.folder, { out: '', err: '' }),
      now: () => moment('17 14:30'),
      office: async () => null,
    };
    return load(io, { paths: [], campaign: undefined, date, asOf: '2021-08-17T14:30', progress: () => {} });
  };

  it('asks about files, falls and changes after sending, one after another', async () => {
    const of = town();
    of.put('inbox/2021-08-16/a.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 16), '16 14:00');
    of.put('inbox/2021-08-17/a.csv', mau02('Xã Hoài Sơn', [10, 25, 30], 17), '17 14:00');
    of.put('inbox/2021-08-17/b.csv', mau02('Xã Trên Trời', [7], 17), '17 14:00');
    of.put('inbox/2021-08-17/c.csv', mau02('Xã Hoài Mỹ', [7], 15), '17 14:00');
    await of.run('aggregate -d 2021-08-17 --as-of 2021-08-17T13:00');
    await of.run('sent -d 2021-08-17 --at 2021-08-17T13:05 outbox/2021-08-17/tong-hop-2021-08-17.xlsx');
    const seen: string[] = [];
    const answers = [
      ...['inbox/2021-08-17/b.csv', 'chọn đơn vị', 'Xã Hoài Hải', 'gọi hỏi'],
      ...['inbox/2021-08-17/c.csv', 'chọn ngày', '32/8/2021', '17/8/2021', ''],
      ...['Xã Hoài Sơn: số giảm', 'sửa sai', ''],
      ...['Xã Hoài Sơn: số đổi sau khi gửi', 'khác', '', 'mới gửi'],
    ];
    const made = await askResolve(answering(answers, seen), await open(of, '2021-08-17'), WORDS.vi);
    expect(made).toMatchObject([
      { kind: 'unit', report: { path: 'inbox/2021-08-17/b.csv' }, unit: '103', reason: 'gọi hỏi' },
      { kind: 'date', report: { path: 'inbox/2021-08-17/c.csv' }, date: '2021-08-17', reason: null },
      { kind: 'fall', unit: '101', form: 'mau-02', date: '2021-08-17', why: 'sửa sai', reason: null },
      { kind: 'change', unit: '101', form: 'mau-02', date: '2021-08-17', why: 'khác', reason: 'mới gửi' },
    ]);
    expect(answers).toEqual([]);
    expect(seen).toContain('Ghi rõ lý do.');
  });

  it('is done when nothing is open, or when the clerk has had enough', async () => {
    const of = town();
    const seen: string[] = [];
    expect(await askResolve(answering([], seen), await open(of, '2021-08-17'), WORDS.vi)).toEqual([]);
    expect(seen).toEqual(['Ngày này không có gì chờ xác định.']);
    of.put('inbox/2021-08-17/b.csv', mau02('Xã Trên Trời', [7], 17), '17 14:00');
    expect(await askResolve(answering(['thôi']), await open(of, '2021-08-17'), WORDS.vi)).toEqual([]);
  });
});
