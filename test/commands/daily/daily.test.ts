import * as fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunResult } from '../../../src/commands/daily/result.ts';
import { filesOn } from '../../../src/io/disk.ts';
import { at, CAMPAIGN, COMMUNES, type Office, openOffice, shown, withoutChangeTimes } from '../office.ts';

const DAY = '2021-08-03';

/** A rename that fails for what is open elsewhere. */
function renaming(open: string): typeof fs.renameSync {
  return (from, to) => {
    if (String(to).endsWith(open)) throw Object.assign(new Error('open'), { code: 'EBUSY' });
    fs.renameSync(from, to);
  };
}
let office: Office;
beforeEach(() => {
  office = openOffice(`${DAY} 14:30`);
});
afterEach(() => office.close());

async function daily(time: string | null, ...argv: string[]) {
  if (time !== null) office.clock.at = at(time.includes(' ') ? time : `${DAY} ${time}`);
  const run = await office.run(['daily', '--json', ...argv]);
  return { ...run, result: (run.out === '' ? null : JSON.parse(run.out)) as RunResult };
}

const names = () => [...office.tree('outbox').keys()].map((path) => path.split('/').at(-1));
const all = (date = DAY) => {
  for (const [n, name] of COMMUNES.entries()) office.lands(name, date, 100 * (n + 1));
};

describe('daily', () => {
  it('writes a provisional summary before the deadline and the final one after it, marked as sent', async () => {
    all();
    const before = await daily('14:30');
    expect(before.result.days.map(({ stage, files }) => [stage, files])).toEqual([
      ['provisional', [`outbox/${DAY}/tong-hop-${DAY}-tam.xlsx`]],
    ]);
    const final = await daily('15:30');
    expect(final.result.days.map(({ stage, files }) => [stage, files])).toEqual([
      ['final', [`outbox/${DAY}/tong-hop-${DAY}.xlsx`]],
    ]);
    expect([before.exit, final.exit]).toEqual([0, 0]);
    expect(names()).toEqual([`tong-hop-${DAY}-tam.xlsx`, `tong-hop-${DAY}.xlsx`]);
    const sent = await office.run(['sent', `outbox/${DAY}/tong-hop-${DAY}.xlsx`, '--json']);
    expect(JSON.parse(sent.out)).toMatchObject({ news: false });
  });

  it.each(['14:30', '15:30', '17:30'])(
    'changes no byte at %s when nothing is new, and says so',
    async (time) => {
      all();
      office.write(`inbox/${DAY}/ảnh.csv`, 'không phải báo cáo');
      await daily('14:30');
      await daily('15:30');
      await daily(time);
      const before = office.tree('.');
      const second = await daily(null);
      expect(second.err).toContain('không có gì mới');
      expect(second.result.days.flatMap(({ files }) => files)).toEqual([]);
      const after = office.tree('.');
      const changed = [...after.keys()].filter((path) => after.get(path) !== before.get(path));
      expect(changed).toEqual(['.bluezone/daily.jsonl']);
      expect([...before.keys()].filter((path) => !after.has(path))).toEqual([]);
    },
  );

  it('is final at the deadline to the second', async () => {
    expect((await daily('14:59:59')).result.days[0]?.stage).toBe('provisional');
    expect((await daily('15:00:00')).result.days[0]?.stage).toBe('final');
  });

  it('makes a supplement of what came after the final one, once, and never touches what was sent', async () => {
    all();
    await daily('15:30');
    const sent = office.tree('outbox').get(`outbox/${DAY}/tong-hop-${DAY}.xlsx`);
    office.clock.at = at(`${DAY} 17:00`);
    office.lands('Xã Một', DAY, 150, 'Xã Một (sửa).csv');
    const first = await daily('17:30');
    expect(first.result.days[0]).toMatchObject({ stage: 'supplement', attention: true });
    const second = await daily('17:40');
    expect(second.result.days[0]).toMatchObject({ stage: 'final', files: [] });
    office.lands('Xã Hai', DAY, 250, 'Xã Hai (sửa).csv');
    await daily('18:00');
    expect(names()).toEqual([
      `tong-hop-${DAY}-bo-sung-1.xlsx`,
      `tong-hop-${DAY}-bo-sung-2.xlsx`,
      `tong-hop-${DAY}.xlsx`,
    ]);
    expect(office.tree('outbox').get(`outbox/${DAY}/tong-hop-${DAY}.xlsx`)).toBe(sent);
  });

  it('puts back what was sent when the outbox was emptied', async () => {
    all();
    await daily('15:30');
    const before = office.tree('outbox');
    (await import('node:fs')).rmSync(`${office.folder}/outbox`, { recursive: true });
    await daily('15:40');
    expect(office.tree('outbox')).toEqual(before);
  });

  it('catches up the report day before, once, and lists what was missed before that', async () => {
    all('2021-08-02');
    await daily('2021-08-02 15:30');
    const after = await daily('2021-08-06 15:30');
    expect(after.result.days.map(({ date, role, stage }) => [date, role, stage])).toEqual([
      ['2021-08-05', 'caught-up', 'final'],
      ['2021-08-06', 'today', 'final'],
    ]);
    expect(after.result.missed).toEqual(['2021-08-03', '2021-08-04']);
    expect(after.err).toContain('Chưa có bản tổng hợp 2 ngày trước (3/8/2021 đến 4/8/2021)');
    expect(after.exit).toBe(1);
    const again = await daily('2021-08-06 15:40');
    expect(again.result.days.flatMap(({ files }) => files)).toEqual([]);
    await daily('2021-08-06 15:50', '-d', '3/8/2021');
    await daily('2021-08-06 15:51', '-d', '2021-08-04');
    expect((await daily('2021-08-06 16:00')).result.missed).toEqual([]);
  });

  it('makes today’s summary although a file of the day before stays open in Excel', async () => {
    all('2021-08-02');
    await daily('2021-08-02 15:30');
    office.write('outbox/2021-08-03/tong-hop-2021-08-03.xlsx', 'mở trong Excel');
    office.clock.at = at('2021-08-04 15:30');
    const busy = { ...fs, renameSync: renaming('2021-08-03.xlsx') };
    const files = withoutChangeTimes(filesOn(busy));
    const run = await office.run(['daily', '-q'], { files });
    expect(run.exit).toBe(1);
    expect(run.out).toMatch(/^4\/8\/2021: bản chính thức .* \| Ngày 3\/8\/2021 chưa làm được.*tệp đang mở/);
    expect(run.out.split('\n')).toHaveLength(2);
    const next = await daily('2021-08-04 17:30');
    expect(next.result).toMatchObject({
      failed: [],
      days: [{ role: 'caught-up', stage: 'final' }, { files: [] }],
    });
    const log = office.tree('.bluezone').get('.bluezone/daily.jsonl') ?? '';
    expect(log).toContain('"failed":[{"date":"2021-08-03","problem":"cannot-write"}]');
  });

  it('tells an office that begins in the middle of a campaign once of the days before', async () => {
    for (const day of ['2021-08-02', '2021-08-03', '2021-08-04', '2021-08-05', '2021-08-06']) all(day);
    office.write('outbox/2021-08-04/tong-hop-2021-08-04.xlsx', 'lập bằng tay');
    const first = await daily('2021-08-07 15:30');
    expect(first.err).toContain('3 ngày trước (2/8/2021 đến 3/8/2021, 5/8/2021)');
    expect((await daily('2021-08-07 17:30')).result.missed).toEqual([]);
  });

  it('has nothing to catch up on the first day that anything is known of', async () => {
    expect((await daily('2021-08-05 15:30')).result).toMatchObject({ days: [{ role: 'today' }], missed: [] });
  });

  it('rests on days without reports, and makes up for the last one before them', async () => {
    office.write('campaign.yaml', `${CAMPAIGN}working_days: [mon, tue, wed, thu, fri]\n`);
    all('2021-08-05');
    await daily('2021-08-05 15:30');
    const { result, exit } = await daily('2021-08-07 15:30', '-q');
    expect(result.days.map(({ date, role, stage }) => [date, role, stage])).toEqual([
      ['2021-08-06', 'caught-up', 'final'],
      ['2021-08-07', 'today', 'idle'],
    ]);
    expect(exit).toBe(1);
  });

  it('goes by the campaign’s day, whatever the computer’s zone', async () => {
    office.clock.at = Date.parse('2021-08-03T23:30:00Z');
    const { result } = await daily(null);
    expect(result.days.map(({ date }) => date)).toEqual(['2021-08-04']);
    expect(shown(office.clock.at)).toBe('2021-08-04 06:30');
  });

  it('says nothing under -q when nothing needs attention', async () => {
    all();
    office.clock.at = at(`${DAY} 15:30`);
    expect(await office.run(['daily', '-q'])).toEqual({ exit: 0, out: '', err: '' });
    const missing = openOffice(`${DAY} 15:30`);
    const run = await missing.run(['daily', '-q']);
    missing.close();
    expect(run).toMatchObject({ exit: 1, err: '' });
    expect(run.out.split('\n')).toHaveLength(2);
  });

  it('keeps a log of runs and of failures, without anybody’s data', async () => {
    all();
    office.lands('Xã Một', DAY, 90, 'Nguyễn Văn Người Gửi.csv');
    await daily('14:30');
    office.write('campaign.yaml', CAMPAIGN.replace('tong-hop', '').replace('period', 'perod'));
    await daily('15:30');
    office.write('campaign.yaml', CAMPAIGN);
    await office.run(['daily', '--format', 'pdf']);
    await daily('15:40');
    const log = office.tree('.bluezone').get('.bluezone/daily.jsonl') ?? '';
    const lines = log
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { exit: number });
    expect(lines.map(({ exit }) => exit)).toEqual([1, 2, 1]);
    expect(log).not.toMatch(/Ngu|090|Li/);
  });

  it('reminds by name of the unit only, who and when campaign.yaml says', async () => {
    office.lands('Xã Một', DAY, 100);
    await daily('13:30');
    expect(names()).toEqual([`tong-hop-${DAY}-tam.xlsx`]);
    await daily('14:30');
    const path = `outbox/${DAY}/nhac-nho-${DAY}.txt`;
    const text = Buffer.from(office.tree('outbox').get(path) ?? '', 'latin1').toString();
    expect(text.match(/Kính gửi: .+/g)).toEqual([
      'Kính gửi: UBND xã Hai',
      'Kính gửi: UBND xã Ba',
      'Kính gửi: UBND phường Bốn',
    ]);
    expect(text).not.toMatch(/Người|0900/);
    office.write(
      'campaign.yaml',
      `${CAMPAIGN}remind:\n  - { form: mau-02, from: [phường], minutes_before: 10 }\n`,
    );
    await daily('14:45');
    expect(names()).toEqual([`tong-hop-${DAY}-tam.xlsx`]);
    await daily('14:50');
    expect(names()).toEqual([`nhac-nho-${DAY}.txt`, `tong-hop-${DAY}-tam.xlsx`]);
  });

  it('names and formats its files as campaign.yaml says', async () => {
    office.write(
      'campaign.yaml',
      `${CAMPAIGN}report: { name: "BC Bluezone {date}", formats: [xlsx, csv] }\n`,
    );
    all();
    await daily('14:30');
    await daily('15:30');
    office.lands('Xã Một', DAY, 150, 'Xã Một (sửa).csv');
    await daily('17:30');
    const stems = [`BC Bluezone ${DAY}-bo-sung-1`, `BC Bluezone ${DAY}-tam`, `BC Bluezone ${DAY}`];
    expect(names()).toEqual(stems.flatMap((stem) => [`${stem}.csv`, `${stem}.xlsx`]));
    const sent = await office.run(['sent', '--json', '-d', DAY]);
    expect(JSON.parse(sent.out)).toMatchObject({ name: `BC Bluezone ${DAY}-bo-sung-1.xlsx`, news: false });
  });

  it('gives what it wrote to a program of the office, until it took it', async () => {
    all();
    const given: (readonly string[])[] = [];
    const office2 = (reason: string | null) => ({
      start: async ({ args }: { args: readonly string[] }) => {
        given.push(args);
        return { reason, printed: 'no mail today\n' };
      },
    });
    const argv = ['daily', '-q', '--on-result', '/opt/gửi thư'];
    office.clock.at = at(`${DAY} 15:30`);
    const failed = await office.run(argv, office2('ENOENT'));
    expect(failed).toMatchObject({ exit: 1, err: 'no mail today\n' });
    expect(failed.out).toContain('(ENOENT)');
    expect(await office.run(argv, office2(null))).toEqual({ exit: 0, out: '', err: '' });
    expect(await office.run(argv, office2(null))).toEqual({ exit: 0, out: '', err: '' });
    const path = `${office.folder}/outbox/${DAY}/tong-hop-${DAY}.xlsx`;
    expect(given).toEqual([[path], [path]]);
  });

  it('leaves alone what is still being copied, and takes it when it is at rest', async () => {
    all();
    office.clock.at = at(`${DAY} 15:30`);
    let size = 10;
    const growing = async (milliseconds: number) => {
      office.clock.at += milliseconds;
      size += 10;
      office.write(`inbox/${DAY}/Xã Hai.csv`, 'x'.repeat(size));
    };
    growing(0);
    office.write(`inbox/${DAY}/trống.xlsx`, '');
    office.write(`inbox/${DAY}/~$Xã Ba.xlsx`, 'x');
    office.write(`inbox/${DAY}/Xã Ba.xlsx.crdownload`, 'x');
    const run = await office.run(['daily', '--json'], { sleep: growing });
    const result = JSON.parse(run.out) as RunResult;
    expect(result.days[0]).toMatchObject({ left: 2, rejected: 0, undecided: 0 });
    expect(run.exit).toBe(1);
    office.lands('Xã Hai', DAY, 200);
    (await import('node:fs')).rmSync(`${office.folder}/inbox/${DAY}/trống.xlsx`);
    const next = await daily('15:35');
    expect(next.result.days[0]).toMatchObject({ stage: 'supplement', left: 0 });
  });

  it('goes on without a file that cannot be opened, and says so', async () => {
    all();
    office.clock.at = at(`${DAY} 15:30`);
    const { files } = (await import('../../quiet-io.ts')).quietIo(office.folder, { out: '', err: '' });
    const denied = {
      files: {
        ...files,
        read: (path: string) => {
          if (path.endsWith('Xã Ba.csv')) throw Object.assign(new Error('no'), { code: 'EBUSY' });
          return files.read(path);
        },
      },
    };
    const run = await office.run(['daily'], denied);
    expect(run.exit).toBe(1);
    expect(run.out).toContain('1 tệp không mở được');
    expect(run.out).toContain('Mẫu 02 3/4');
  });

  it('notices a clock that jumped back, and what was sent stays as it is', async () => {
    all();
    await daily('15:30');
    const before = office.tree('outbox');
    const back = await daily('14:40');
    expect(back.err).toContain('Đồng hồ máy chậm hơn lần chạy trước');
    expect(back.exit).toBe(1);
    expect(office.tree('outbox')).toEqual(before);
  });

  it('under --dry-run writes nothing at all', async () => {
    all();
    const before = office.tree('.');
    const run = await daily('15:30', '--dry-run');
    expect(run.err).toContain(`Sẽ ghi outbox/${DAY}/tong-hop-${DAY}.xlsx`);
    expect(office.tree('.')).toEqual(before);
  });
});
