// Invented campaigns and reports of any size, for measuring only.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';

export const DATE = '2021-08-16';

/** A Mẫu 02 as rows of cells: the head of a letter, then one line a person with a number of installs. */
export function form(unit, people, seed = 0) {
  const rows = [
    ['ỦY BAN NHÂN DÂN', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    [unit.toUpperCase()],
    [],
    [null, null, 'BÁO CÁO'],
    [`Kết quả cài đặt ứng dụng Bluezone ngày 16/8/2021`],
    [],
    ['STT', 'Họ và tên', 'Địa chỉ (thôn, khu phố)', 'Số điện thoại', 'Lũy kế đến thời điểm hiện tại'],
  ];
  let total = 0;
  for (let n = 1; n <= people; n += 1) {
    const count = 10 + ((n * 37 + seed * n * 11 + seed * 53) % 91);
    total += count;
    rows.push([
      n,
      `Nguyễn Ví Dụ ${n}`,
      `Thôn ${(n % 9) + 1}`,
      `09${String((seed * 1000 + n) % 100_000_000).padStart(8, '0')}`,
      count,
    ]);
  }
  rows.push([null, 'Tổng cộng', null, null, total], [null, null, null, '(Ký tên, đóng dấu)']);
  return rows;
}

export function workbook(rows) {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Sheet1');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }));
}

/** A campaign folder of `count` communes, each with its report of the day. `name` and `bytes` say what a report is. */
export function campaign(count, name, bytes, sent = count) {
  const folder = mkdtempSync(join(tmpdir(), 'bluezone-bench-'));
  const inbox = join(folder, 'inbox', DATE);
  mkdirSync(inbox, { recursive: true });
  const units = ['code,name,kind,parent,smartphone_users'];
  const received = ['file,received_at,channel,note'];
  for (let n = 0; n < count; n += 1) {
    const unit = unitName(n);
    units.push(`${90000 + n},${unit},xã,,${5000 + (n % 700)}`);
    if (n >= sent) continue;
    writeFileSync(join(inbox, name(n)), bytes(unit, n));
    received.push(`${name(n)},${DATE}T14:00:00+07:00,email,`);
  }
  writeFileSync(join(folder, 'units.csv'), `${units.join('\n')}\n`);
  writeFileSync(join(inbox, 'received.csv'), `${received.join('\n')}\n`);
  writeFileSync(join(folder, 'campaign.yaml'), CAMPAIGN);
  return { folder, inbox };
}

/** The campaign's first day and those after it. */
export function dayAfter(days) {
  return new Date(Date.parse(DATE) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A campaign folder in which `units` communes sent a small Mẫu 02 on each of `days` days. */
export function manyDays(days, units) {
  const { folder } = campaign(units, String, String, 0);
  writeFileSync(join(folder, 'campaign.yaml'), CAMPAIGN.replace('2021-08-30', dayAfter(days - 1)));
  for (let n = 0; n < days; n += 1) {
    const date = dayAfter(n);
    const inbox = join(folder, 'inbox', date);
    mkdirSync(inbox, { recursive: true });
    const received = ['file,received_at,channel,note'];
    for (let unit = 0; unit < units; unit += 1) {
      writeFileSync(join(inbox, `${unit}.csv`), smallReport(unitName(unit), date, n + unit));
      received.push(`${unit}.csv,${date}T14:00:00+07:00,email,`);
    }
    writeFileSync(join(inbox, 'received.csv'), `${received.join('\n')}\n`);
  }
  return folder;
}

/** The running total of two hamlets, as a spreadsheet saves it. */
export function smallReport(unit, date, count) {
  const [year, month, day] = date.split('-');
  return `ỦY BAN NHÂN DÂN ${unit.toUpperCase()},,,,
Kết quả cài đặt ứng dụng Bluezone ngày ${day}/${month}/${year},,,,
STT,Họ và tên,"Địa chỉ (thôn, khu phố)",Số điện thoại,Lũy kế đến thời điểm hiện tại
1,Nguyễn Ví Dụ A,Thôn 1,0900000501,${100 + count}
2,Nguyễn Ví Dụ B,Thôn 2,0900000502,${200 + 2 * count}
`;
}

/** Two syllables that no other unit has, apart by more than one letter. */
export function unitName(n) {
  const first = ONSETS[n % ONSETS.length] + RIMES[Math.floor(n / ONSETS.length) % RIMES.length];
  const rest = Math.floor(n / (ONSETS.length * RIMES.length));
  return `Xã ${first} ${ONSETS[(rest * 7) % ONSETS.length]}${RIMES[(rest * 5) % RIMES.length]}`;
}

const ONSETS = [
  'B',
  'Ch',
  'D',
  'Đ',
  'G',
  'H',
  'Kh',
  'L',
  'M',
  'N',
  'Ph',
  'Q',
  'R',
  'S',
  'T',
  'Th',
  'Tr',
  'V',
  'X',
];
const RIMES = ['an', 'ành', 'ắc', 'ân', 'ông', 'ơn', 'ung', 'ừng', 'iên', 'iệp', 'oài', 'uân', 'ương', 'yên'];

const CAMPAIGN = `name: Đo tốc độ (số liệu bịa)
timezone: Asia/Ho_Chi_Minh
authority: { name: Ủy ban nhân dân huyện Ví Dụ, place: Ví Dụ, level: district }
directive: { number: "1/UBND", date: 2021-08 }
period: { from: ${DATE}, to: 2021-08-30 }
units: units.csv
collect:
  - { form: mau-02, from: [xã], every: day, due: { time: "15:00", rule: before }, counting: auto }
targets:
  - { id: residents-60, scope: residents, measure: installed, of: smartphone_users, reach: 60%, by: 2021-08-20 }
`;
