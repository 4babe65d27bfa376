import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { main } from '../../src/cli.ts';
import { type Io, openRealLedger } from '../../src/io.ts';
import { quietIo } from '../quiet-io.ts';

/** An invented town on the real disk with its real ledger; the clock stands until it is set. */
export interface Town {
  readonly folder: string;
  /** Sets the clock to a moment of August 2021 in the town: `16 14:05`. */
  at(moment: string): void;
  /** Puts a file into the campaign folder; its own time is the clock's, or `time`. */
  put(path: string, content: string | Uint8Array, time?: string): void;
  remove(path: string): void;
  has(path: string): boolean;
  read(path: string): Uint8Array;
  run(argv: string, change?: (io: Io) => Io): Promise<Run>;
}

export interface Run {
  readonly out: string;
  readonly err: string;
  readonly exit: number;
}

const towns: string[] = [];

afterEach(() => {
  for (const folder of towns.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export const UNITS = `code,name,kind,smartphone_users,contact_name,contact_phone
101,Xã Hoài Sơn,xã,1000,Nguyễn Văn Ví Dụ,0900 000 001
102,Xã Hoài Mỹ,xã,2000,Trần Thị Ví Dụ,0900 000 002
103,Xã Hoài Hải,xã,500,,
201,Phòng Nội vụ,cơ quan,,,
`;

const CAMPAIGN = `name: Đợt thử (số liệu bịa)
timezone: Asia/Ho_Chi_Minh
authority: { name: Ủy ban nhân dân thị xã Hoài Nhơn, department: Phòng Văn hóa và Thông tin, place: Hoài Nhơn, level: district }
directive: { number: "1/UBND", date: 2021-08 }
period: { from: 2021-08-14, to: 2021-08-30 }
units: units.csv
collect:
  - { form: mau-02, from: [xã], every: day, due: { time: "15:00", rule: before }, counting: auto }
  - { form: mau-01, from: [cơ quan], every: once, due: { date: 2021-08-20, rule: before } }
targets:
  - { id: residents-60, scope: residents, measure: installed, of: smartphone_users, reach: 60%, by: 2021-08-20 }
`;

/** A fresh town of three communes and an agency; it is gone after the test. */
export function town(files: { readonly [path: string]: string } = {}): Town {
  const folder = mkdtempSync(join(tmpdir(), 'bluezone-town-'));
  towns.push(folder);
  let now = moment('16 16:00');
  const inside = (path: string): string => join(folder, path);
  const made: Town = {
    folder,
    at: (text) => {
      now = moment(text);
    },
    put: (path, content, time) => {
      mkdirSync(dirname(inside(path)), { recursive: true });
      writeFileSync(inside(path), content);
      const seconds = (time === undefined ? now : moment(time)) / 1000;
      utimesSync(inside(path), seconds, seconds);
    },
    remove: (path) => rmSync(inside(path), { recursive: true }),
    has: (path) => existsSync(inside(path)),
    read: (path) => readFileSync(inside(path)),
    run: async (argv, change = (io) => io) => {
      const printed = { out: '', err: '' };
      const io = {
        ...quietIo(folder, printed),
        now: () => now,
        office: async () => null,
        ledger: (at: string, create: boolean) => openRealLedger(at, create, IMPATIENT),
      };
      const exit = await main(words(argv), change(io));
      return { ...printed, exit };
    },
  };
  for (const [path, content] of Object.entries({ 'campaign.yaml': CAMPAIGN, 'units.csv': UNITS, ...files }))
    made.put(path, content);
  return made;
}

/** Milliseconds that a test waits for a lock. */
const IMPATIENT = 20;

/** A Mẫu 02 with hamlets and their counts, as invented as the town. */
export function mau02(unit: string, counts: readonly number[], day?: number): string {
  const rows = counts.map((count, n) => `${n + 1},Lê Thử ${LETTERS[n]},Thôn ${n + 1},091200000${n},${count}`);
  return [
    `ỦY BAN NHÂN DÂN ${unit.toUpperCase()},,,,`,
    'Số liệu cài đặt ứng dụng Bluezone,,,,',
    ...(day === undefined ? [] : [`Ngày ${day} tháng 8 năm 2021,,,,`]),
    'STT,Họ và tên,"Địa chỉ (thôn, khu phố)",Số điện thoại,Lũy kế đến thời điểm hiện tại',
    ...rows,
    '',
  ].join('\n');
}

const LETTERS = ['An', 'Bình', 'Chi', 'Dung', 'Em', 'Phúc', 'Giang', 'Hà'];

/** `16 14:05[:30]` of August 2021, +07:00. */
export function moment(text: string): number {
  const [day = '', time = ''] = text.split(' ');
  return Date.parse(`2021-08-${day.padStart(2, '0')}T${time.length === 5 ? `${time}:00` : time}+07:00`);
}

/** A command line as a shell splits it: blanks part words, double quotes keep them together. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
