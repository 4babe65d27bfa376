import { describe, expect, it } from 'vitest';
import type { Io } from '../../src/io.ts';
import { mau02, type Town, town } from './town.ts';

const DAY = '-d 2021-08-16';

interface Unit {
  readonly code: string;
  readonly status: string;
  readonly minutesLate: number | null;
  readonly version: number | null;
  readonly evidence: string | null;
}
interface Shown {
  readonly provisional: boolean;
  readonly undecided: readonly string[];
  readonly rejected: readonly string[];
  readonly scopes: readonly {
    readonly due: { readonly at: string; readonly minutesLeft: number } | null;
    readonly units: readonly Unit[];
  }[];
  readonly reminders?: readonly {
    readonly unit: string;
    readonly contactPhone: string | null;
    readonly text: string;
  }[];
}

async function board({ run }: Town, argv = DAY): Promise<Shown & { readonly exit: number }> {
  const { out, exit } = await run(`status ${argv} --json`);
  return { ...(JSON.parse(out) as Shown), exit };
}

/** One commune in time, in two versions; one late; one missing. */
async function day(): Promise<Town> {
  const of = town();
  of.at('16 14:00');
  of.put('inbox/2021-08-16/son.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 16));
  await of.run(`receive ${DAY} --channel zalo`);
  of.at('16 15:00:01');
  of.put('inbox/2021-08-16/son sua.csv', mau02('Xã Hoài Sơn', [10, 25, 41], 16));
  of.put('inbox/2021-08-16/my.csv', mau02('Xã Hoài Mỹ', [5], 16));
  await of.run(`receive ${DAY}`);
  return of;
}

describe('a narrow screen', () => {
  it.each([40, 60, 80])('of %i characters holds the board and the receipts', async (columns) => {
    const of = await day();
    const screen = (io: Io): Io => ({ ...io, out: { ...io.out, columns }, err: { ...io.err, columns } });
    for (const command of ['status', 'receive']) {
      const { out } = await of.run(`${command} ${DAY}`, screen);
      expect(out).toContain(command === 'status' ? 'Xã Hoài Mỹ' : 'son sua.csv');
      expect(out.split('\n').filter((line) => line.normalize('NFC').length > columns)).toEqual([]);
    }
  });
});

describe('status', () => {
  it('says who sent when, in which version, how late, and what is undecided', async () => {
    const of = await day();
    of.at('16 15:30');
    of.put('inbox/2021-08-16/la.csv', mau02('Xã Trên Trời', [5], 16));
    of.put('inbox/2021-08-16/hong.pdf', '%PDF-1.4');
    const { scopes, undecided, rejected, exit } = await board(of);
    expect(scopes[0]?.units).toMatchObject([
      { code: '101', status: 'on-time', minutesLate: 0, version: 2, evidence: 'ledger' },
      { code: '102', status: 'late', minutesLate: 1, version: 1 },
      { code: '103', status: 'missing', minutesLate: null, version: null, evidence: null },
    ]);
    expect(undecided).toEqual(['inbox/2021-08-16/la.csv']);
    expect(rejected).toEqual(['inbox/2021-08-16/hong.pdf']);
    expect(exit).toBe(1);
    const { out } = await of.run(`status ${DAY}`);
    for (const part of ['đã quá 30 phút', 'Chờ xác định (1)', 'la.csv', 'Trả lại, chưa tính được (1)'])
      expect(out).toContain(part);
  });

  it('counts the minutes left to the deadline, and is provisional until then', async () => {
    const of = town();
    of.at('16 13:47:30');
    const { scopes, provisional, exit } = await board(of);
    expect(scopes.map(({ due }) => due?.minutesLeft)).toEqual([72, 3 * 1440 + 612]);
    expect([provisional, exit]).toEqual([true, 0]);
  });

  it('writes nothing under --dry-run', async () => {
    const of = town();
    of.at('16 13:00');
    of.put('inbox/2021-08-16/son.csv', mau02('Xã Hoài Sơn', [10, 25, 31], 16));
    for (const argv of ['status', 'trace 101']) {
      expect((await of.run(`${argv} ${DAY} --dry-run`)).exit).toBe(0);
      expect(of.has('.bluezone')).toBe(false);
    }
  });

  it('ends with 1 also where only a file waits', async () => {
    const of = town();
    of.at('16 13:00');
    of.put('inbox/2021-08-16/la.csv', mau02('Xã Trên Trời', [5], 16));
    expect((await board(of)).exit).toBe(1);
  });

  it('shows any moment of the past exactly as it was', async () => {
    const of = await day();
    const then = await board(of, `${DAY} --as-of 2021-08-16T14:30`);
    expect(then.scopes[0]?.units.map(({ status, version }) => [status, version])).toEqual([
      ['on-time', 1],
      ['awaited', null],
      ['awaited', null],
    ]);
    of.at('18 09:00');
    of.put('inbox/2021-08-16/hai.csv', mau02('Xã Hoài Hải', [9], 16));
    await of.run(`receive ${DAY}`);
    expect(await board(of, `${DAY} --as-of 2021-08-16T14:30`)).toEqual(then);
  });

  it('knows what is asked once from the day on which it came', async () => {
    const of = town();
    const lines = [
      'PHÒNG NỘI VỤ',
      'Mẫu 01',
      'Tổng số cán bộ CC VC người lao động,20',
      'Số cán bộ CC VC người lao động có Smartphone,18',
      'Số cán bộ CC VC người lao động đã cài đặt Bluezone,17',
    ];
    of.at('18 10:00');
    of.put('inbox/2021-08-18/noi vu.csv', lines.join('\n'));
    await of.run('receive -d 2021-08-18');
    const staff = async (argv: string) => (await board(of, argv)).scopes[1]?.units[0];
    const came = { status: 'on-time', version: 1, evidence: 'ledger' };
    expect(await staff('-d 2021-08-18')).toMatchObject(came);
    of.at('21 10:00');
    expect(await staff('-d 2021-08-21')).toMatchObject(came);
    // On the 16th nothing was there yet: awaited as long as its deadline was open, missing after that.
    expect(await staff('-d 2021-08-16')).toMatchObject({ status: 'missing', version: null });
    const early = '-d 2021-08-16 --as-of 2021-08-19T10:00';
    expect(await staff(early)).toMatchObject({ status: 'awaited', version: null });
  });

  it('--remind writes to each unit that owes something near, and only there are contacts', async () => {
    const of = await day();
    of.at('16 15:30');
    of.put('inbox/2021-08-16/hai.csv', mau02('Xã Hoài Hải', [9], 14));
    const { reminders = [] } = await board(of, `${DAY} --remind`);
    // What 201 owes is due in four days: nobody is told to hurry.
    expect(reminders.map(({ unit }) => unit)).toEqual(['103']);
    of.at('18 15:30');
    const later = await board(of, '-d 2021-08-18 --remind');
    expect(later.reminders?.map(({ unit }) => unit)).toContain('201');
    const staff = await board(of, '-d 2021-08-18 --remind --form mau-01');
    expect(staff.reminders?.map(({ unit }) => unit)).toEqual(['201']);
    of.at('16 15:30');
    expect(reminders[0]?.text).toContain('Kính gửi: UBND xã Hoài Hải');
    expect(reminders[0]?.text).toContain('trước 15 giờ 00 hôm nay');
    of.remove('inbox/2021-08-16/my.csv');
    const again = await of.run(`status ${DAY} --remind`);
    expect(again.out).toContain('Xã Hoài Mỹ (Trần Thị Ví Dụ, 0900 000 002)');
    for (const argv of ['status', 'aggregate', 'validate', 'receive', 'doctor'])
      for (const json of ['', '--json']) {
        const { out, err } = await of.run(`${argv} ${DAY} ${json}`);
        expect(out + err).not.toMatch(/0900 000|Ví Dụ/);
      }
  });

  it('--remind does not remind the office that collects of what it owes itself', async () => {
    const own = '202,Phòng Văn hóa và Thông tin,cơ quan\n';
    const of = town({ 'units.csv': `code,name,kind\n201,Phòng Nội vụ,cơ quan\n${own}` });
    of.at('19 14:00');
    const { reminders = [] } = await board(of, '-d 2021-08-19 --remind');
    expect(reminders.map(({ unit }) => unit)).toEqual(['201']);
  });

  it('--remind names the channel that the unit used last', async () => {
    const of = town();
    of.at('16 14:00');
    of.put('inbox/2021-08-16/son.csv', mau02('Xã Hoài Sơn', [10], 16));
    await of.run(`receive ${DAY} --channel zalo`);
    of.at('17 14:00');
    expect((await of.run('status -d 2021-08-17 --remind')).out).toMatch(
      /\n--- Xã Hoài Sơn.*, gửi qua zalo ---\nKính gửi: UBND xã Hoài Sơn\n/,
    );
  });

  it('--remind says of a file that could not be counted that it is here, and what all owe in one text', async () => {
    const of = town();
    of.at('16 14:00');
    of.put(
      'inbox/2021-08-16/son.csv',
      Buffer.from(mau02('Xã Hoài Sơn', [987], 16))
        .toString()
        .replace('987', 'nhiều'),
    );
    of.at('16 14:30');
    const { out } = await of.run(`status ${DAY} --remind`);
    const [all = '', ...texts] = out.split('\n\n');
    expect(all).toMatchInlineSnapshot(`
      "--- Gửi chung cho cả nhóm ---
      Kính gửi các đơn vị. Đến 14 giờ 30 ngày 16/8/2021, Phòng Văn hóa và Thông tin:
      - chưa nhận được Mẫu 02 ngày 16/8/2021 (hạn trước 15 giờ 00 hôm nay) của: Xã Hoài Mỹ, Xã Hoài Hải.
      - đã nhận Mẫu 02 ngày 16/8/2021 nhưng chưa tính được, phải sửa và gửi lại: Xã Hoài Sơn.
      Đề nghị các đơn vị gửi trước 15 giờ 00 hôm nay. Trân trọng cảm ơn."
    `);
    expect(texts[0]).toMatchInlineSnapshot(`
      "--- Xã Hoài Sơn (Nguyễn Văn Ví Dụ, 0900 000 001) ---
      Kính gửi: UBND xã Hoài Sơn
      Phòng Văn hóa và Thông tin đã nhận Mẫu 02 ngày 16/8/2021 của đơn vị nhưng chưa tính được vì các điểm đã báo; đề nghị sửa và gửi lại trước 15 giờ 00 hôm nay.
      Trân trọng cảm ơn."
    `);
    of.at('16 15:30');
    expect((await of.run(`status ${DAY} --remind`)).out).toContain('đề nghị sửa và gửi lại ngay.');
  });

  it('--remind writes one text to a unit that owes two forms', async () => {
    const of = town();
    const yaml = Buffer.from(of.read('campaign.yaml')).toString();
    of.put(
      'campaign.yaml',
      yaml.replace('from: [cơ quan]', 'from: [cơ quan, xã]').replace('2021-08-20', '2021-08-18'),
    );
    of.at('16 14:30');
    const { reminders = [] } = await board(of, `${DAY} --remind`);
    const own = reminders.filter(({ unit }) => unit === '101');
    expect(own).toHaveLength(1);
    expect(own[0]?.text).toMatch(/Mẫu 02 ngày 16\/8\/2021 .* và Mẫu 01/);
  });

  it('--remind has nobody left once all have sent', async () => {
    const of = town({ 'units.csv': 'code,name,kind\n101,Xã Hoài Sơn,xã\n201,Phòng Nội vụ,cơ quan\n' });
    of.at('16 14:00');
    of.put('inbox/2021-08-16/son.csv', mau02('Xã Hoài Sơn', [10], 16));
    await of.run('resolve --exempt 201 --reason "giải thể" --from 2021-08-14 --to 2021-08-30');
    expect((await of.run(`status ${DAY} --remind`)).out).toBe('Không còn đơn vị nào phải nhắc.\n');
  });
});
