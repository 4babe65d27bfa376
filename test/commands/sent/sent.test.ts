import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../src/ledger/ledger.ts';
import { open, picture } from '../../write/picture.ts';
import { mau02, type Town, town } from '../town.ts';

const OUT = 'outbox/2021-08-16/tong-hop-2021-08-16';
const AGGREGATE = 'aggregate -d 2021-08-16';

/** A day whose summary was written at 16:00, with one commune's 66. */
async function written(): Promise<Town> {
  const of = town();
  of.put('inbox/2021-08-16/hoai son.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 16), '16 14:00');
  of.at('16 14:00');
  await of.run('receive -d 2021-08-16');
  of.at('16 16:00');
  await of.run(AGGREGATE);
  return of;
}

async function sentNow(of: Town, argv = ''): Promise<void> {
  const { exit, err } = await of.run(`sent -d 2021-08-16 ${argv}`);
  expect(exit, err).toBe(0);
}

async function codes({ run }: Town, argv = ''): Promise<readonly string[]> {
  const { out } = await run(`${AGGREGATE} ${argv} --dry-run --json`);
  return (JSON.parse(out) as { findings: { code: string }[] }).findings.map(({ code }) => code);
}

describe('sent', () => {
  it('keeps number, time and bytes of the newest summary of the day', async () => {
    const of = await written();
    of.at('16 16:10');
    const { out } = await of.run('sent -d 2021-08-16 --number 05/BC-VHTT --json');
    expect(JSON.parse(out)).toMatchObject({
      name: `${OUT.split('/').at(-1)}.xlsx`,
      number: '05/BC-VHTT',
      news: true,
    });
    const ledger = openLedger(`${of.folder}/.bluezone`, false);
    const [record] = ledger?.sent() ?? [];
    expect(record).toMatchObject({
      date: '2021-08-16',
      number: '05/BC-VHTT',
      sentAt: Date.parse('2021-08-16T16:10+07:00'),
    });
    expect(ledger?.content(record?.sha256 ?? '')).toEqual(new Uint8Array(of.read(`${OUT}.xlsx`)));
    expect(JSON.parse(record?.data ?? '{}')).toMatchObject({ asOf: '2021-08-16T16:00:00+07:00' });
    ledger?.close();
  });

  it('takes a stated time and a named file, and the same bytes only once', async () => {
    const of = await written();
    const argv = `sent ${OUT}.xlsx --at "16/8/2021 16:05"`;
    expect((await of.run(argv)).out).toContain('16 giờ 05 ngày 16/8/2021');
    expect((await of.run(argv)).out).toContain('không ghi thêm');
    const ledger = openLedger(`${of.folder}/.bluezone`, false);
    expect(ledger?.sent().map(({ sentAt }) => sentAt)).toEqual([Date.parse('2021-08-16T16:05+07:00')]);
    ledger?.close();
  });

  it('refuses what is no summary, and a day without one', async () => {
    const of = await written();
    expect((await of.run('sent "inbox/2021-08-16/hoai son.csv"')).err).toContain('hoai son.csv');
    expect(await of.run('sent -d 2021-08-17')).toMatchObject({ exit: 2, out: '' });
    expect(await of.run('sent -d ngày-nào')).toMatchObject({ exit: 2, out: '' });
    expect((await of.run(`sent ${OUT}.xlsx --at chiều`)).exit).toBe(2);
  });

  it('records nothing under --dry-run', async () => {
    const of = await written();
    await sentNow(of, '--dry-run');
    const ledger = openLedger(`${of.folder}/.bluezone`, false);
    expect(ledger?.sent()).toEqual([]);
    ledger?.close();
  });
});

describe('a summary that was sent', () => {
  it('is not written again as long as nothing differs, and comes back when it was deleted', async () => {
    const of = await written();
    await sentNow(of);
    const bytes = of.read(`${OUT}.xlsx`);
    of.at('16 17:00');
    const { err } = await of.run(AGGREGATE);
    expect(err).toContain('Số liệu không đổi so với bản đã gửi');
    expect(of.read(`${OUT}.xlsx`)).toEqual(bytes);
    of.remove('outbox');
    await of.run(AGGREGATE);
    expect(of.read(`${OUT}.xlsx`)).toEqual(bytes);
    expect(of.has(`${OUT}-bo-sung-1.xlsx`)).toBe(false);
  });

  it('stays as it was; what changed goes into a supplement that says so, and is a warning until it has a reason', async () => {
    const of = await written();
    await sentNow(of);
    const bytes = of.read(`${OUT}.xlsx`);
    of.at('16 16:30');
    of.put('inbox/2021-08-16/hoai son sua.csv', mau02('Xã Hoài Sơn', [10, 25, 41], 16));
    expect(await codes(of)).toContain('across/changed-after-sent');
    const strict = await of.run(`${AGGREGATE} --strict --dry-run`);
    expect(strict.exit).toBe(1);
    expect(strict.out.replace(/\s+/g, ' ')).toContain(
      'Bản tổng hợp của ngày này đã gửi với số người đã cài đặt của Xã Hoài Sơn là 66; nay là 76.',
    );
    await of.run(AGGREGATE);
    expect(of.read(`${OUT}.xlsx`)).toEqual(bytes);
    const first = picture(await open(of.read(`${OUT}-bo-sung-1.xlsx`)));
    expect(first).toContain('Xã Hoài Sơn: số người đã cài đặt sửa từ 66 thành 76 (chưa ghi lý do)');
    await of.run('resolve -d 2021-08-16 --accept-change 101 --why "sửa sai" --reason "đếm sót Thôn 3"');
    expect(await codes(of)).not.toContain('across/changed-after-sent');
    await of.run(AGGREGATE);
    expect(picture(await open(of.read(`${OUT}-bo-sung-1.xlsx`)))).toContain('sửa sai: đếm sót Thôn 3');
  });

  it('is followed by one supplement after another, each against the one sent before', async () => {
    const of = await written();
    await sentNow(of);
    of.at('16 16:30');
    of.put('inbox/2021-08-16/b.csv', mau02('Xã Hoài Sơn', [10, 25, 41], 16));
    await of.run(AGGREGATE);
    await sentNow(of);
    expect(await codes(of)).not.toContain('across/changed-after-sent');
    const again = await of.run(AGGREGATE);
    expect(again.err).toContain('không ghi bản bổ sung');
    of.at('16 17:30');
    of.put('inbox/2021-08-16/c.csv', mau02('Xã Hoài Mỹ', [5], 16));
    await of.run(AGGREGATE);
    const second = picture(await open(of.read(`${OUT}-bo-sung-2.xlsx`)));
    expect(second).toContain('Xã Hoài Mỹ');
    expect(second).not.toContain('sửa từ 66 thành 76');
    expect(of.has(`${OUT}-bo-sung-3.xlsx`)).toBe(false);
  });

  it('is safe in every format: what changed goes beside it, and what lies there stays', async () => {
    const of = await written();
    await of.run(`${AGGREGATE} --format docx`);
    await sentNow(of);
    const report = of.read(`${OUT}.docx`);
    of.at('16 16:20');
    await of.run(`${AGGREGATE} --format docx --format md`);
    expect(of.read(`${OUT}.docx`)).toEqual(report);
    expect(of.has(`${OUT}.md`)).toBe(true);
    of.put('inbox/2021-08-16/b.csv', mau02('Xã Hoài Sơn', [10, 25, 41], 16), '16 16:30');
    of.at('16 16:30');
    await of.run(`${AGGREGATE} --format docx`);
    expect(of.read(`${OUT}.docx`)).toEqual(report);
    expect(of.has(`${OUT}-bo-sung-1.docx`)).toBe(true);
  });

  it('comes back with its supplements, the last of which is what the figures are compared with', async () => {
    const of = await written();
    await sentNow(of);
    of.put('inbox/2021-08-16/b.csv', mau02('Xã Hoài Sơn', [10, 25, 41], 16), '16 16:30');
    of.at('16 16:30');
    await of.run(AGGREGATE);
    await sentNow(of);
    const sent = ['', '-bo-sung-1'].map((each) => of.read(`${OUT}${each}.xlsx`));
    of.remove('outbox');
    const { err } = await of.run(AGGREGATE);
    expect(err).toContain('bản đã gửi tong-hop-2021-08-16-bo-sung-1.xlsx');
    expect(['', '-bo-sung-1'].map((each) => of.read(`${OUT}${each}.xlsx`))).toEqual(sent);
    await of.run(`${AGGREGATE} --format csv`);
    expect(of.has(`${OUT}-bo-sung-1.csv`)).toBe(true);
    expect(of.has(`${OUT}.csv`)).toBe(false);
  });

  it('leaves its number to what was sent after the moment that is looked at', async () => {
    const of = await written();
    of.at('16 16:10');
    await sentNow(of);
    of.put('inbox/2021-08-16/b.csv', mau02('Xã Hoài Sơn', [10, 25, 41], 16), '16 16:30');
    of.at('16 16:30');
    expect((await of.run(`${AGGREGATE} -o - --format md`)).out).toContain('sửa từ 66 thành 76');
    await of.run(AGGREGATE);
    await sentNow(of);
    await of.run(`${AGGREGATE} --as-of 2021-08-16T16:00 --format md`);
    expect(of.has(`${OUT}-bo-sung-1.md`)).toBe(false);
    expect(new TextDecoder().decode(of.read(`${OUT}.md`))).not.toContain('76');
  });

  it('needs a supplement also where no figure changed: a status did', async () => {
    const of = await written();
    await sentNow(of);
    await of.run('resolve --exempt 103 --reason "cách ly" -d 2021-08-16');
    await of.run(AGGREGATE);
    expect(of.has(`${OUT}-bo-sung-1.xlsx`)).toBe(true);
    expect(await codes(of)).not.toContain('across/changed-after-sent');
  });

  it('is known to a run over that day years later, and safe from a look at the time before it', async () => {
    const of = town();
    of.put('inbox/2021-08-16/a.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 16), '16 14:00');
    of.put('inbox/2021-08-16/b.csv', mau02('Xã Hoài Mỹ', [5], 16), '16 16:20');
    await of.run(`${AGGREGATE} --as-of 2021-08-16T16:00`);
    of.at('30 09:00');
    await sentNow(of);
    const bytes = of.read(`${OUT}.xlsx`);
    expect(await codes(of, '--as-of 2021-08-16T15:00')).not.toContain('across/changed-after-sent');
    await of.run(`${AGGREGATE} --as-of 2021-08-16T13:00`);
    expect(of.has(`${OUT}-bo-sung-1.xlsx`)).toBe(false);
    expect(await codes(of, '--as-of 2021-08-16T17:00')).toContain('across/changed-after-sent');
    await of.run(`${AGGREGATE} --as-of 2021-08-16T17:00`);
    expect(of.has(`${OUT}-bo-sung-1.xlsx`)).toBe(true);
    expect(of.read(`${OUT}.xlsx`)).toEqual(bytes);
  });

  it('says what left the roster since', async () => {
    const of = await written();
    await sentNow(of);
    of.put('units.csv', 'code,name,kind\n102,Xã Hoài Mỹ,xã\n103,Xã Hoài Hải,xã\n201,Phòng Nội vụ,cơ quan\n');
    const { out } = await of.run(`${AGGREGATE} --dry-run --json`);
    const { findings } = JSON.parse(out) as { findings: { code: string; unit?: string; message: string }[] };
    expect(findings.find(({ code }) => code === 'across/changed-after-sent')).toMatchObject({
      unit: '101',
      message: expect.stringMatching(/của Xã Hoài Sơn .*--accept-change 101 /),
    });
  });
});

describe('the series of days', () => {
  it('keeps what was sent beside what is known now, and a day that lost shows its minus', async () => {
    const of = town();
    of.put('inbox/2021-08-16/a.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 16), '16 14:00');
    of.put('inbox/2021-08-16/b.csv', mau02('Xã Hoài Sơn', [10, 25, 51], 16), '16 16:20');
    of.put('inbox/2021-08-17/a.csv', mau02('Xã Hoài Sơn', [10, 25, 41], 17), '17 14:00');
    await of.run(`${AGGREGATE} --as-of 2021-08-16T16:00`);
    await sentNow(of, '--at 2021-08-16T16:05');
    await of.run('aggregate -d 2021-08-17 --as-of 2021-08-17T16:00');
    const book = picture(await open(of.read('outbox/2021-08-17/tong-hop-2021-08-17.xlsx')));
    const trend = book.slice(book.indexOf('# Diễn biến'));
    expect(trend).toContain('Số đã gửi');
    expect(trend).toMatch(/2021-08-16[^|]*\| \w+ 86 [^|]*\| \w+ 66 /);
    expect(trend).toMatch(/2021-08-17[^|]*\| \w+ 76 [^\n]* -10 /);
  });
});
