import fc from 'fast-check';
import { expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import type { Summary } from '../../src/model/summary.ts';
import { memoryIo } from '../memory-io.ts';

const CAMPAIGN = `
name: Thử
timezone: Asia/Ho_Chi_Minh
authority: { name: Ủy ban nhân dân thị xã Hoài Nhơn, place: Hoài Nhơn, level: district }
period: { from: 2021-08-16, to: 2021-08-30 }
units: units.csv
collect:
  - { form: mau-02, from: [xã], every: day, due: { time: "15:00", rule: before } }
`;
/** Valid files of names and numbers that are invented, a line of fields each. Plain ASCII and Vietnamese stand side by side. */
const FILES = {
  'units.csv': [
    ['code', 'name', 'kind', 'smartphone_users'],
    ['21643', 'Xã Hoài Sơn', 'xã', '900'],
    ['U2', 'Xa Tam Ky', 'xã', '800'],
  ],
  'inbox/2021-08-16/received.csv': [
    ['file', 'received_at', 'channel', 'note'],
    ['hoai son 16-8.csv', '16/8/2021 14:30', 'zalo', ''],
    ['b.csv', '2021-08-16 15:20', '', ''],
  ],
  'inbox/2021-08-16/hoai son 16-8.csv': [
    ['UBND XÃ HOÀI SƠN', '', '', '', ''],
    ['BÁO CÁO HÀNG NGÀY', '', '', '', ''],
    ['Số liệu cài đặt sử dụng ứng dụng Bluezone', '', '', '', ''],
    ['STT', 'Họ và tên', 'Địa chỉ (thôn - khu phố)', 'Số điện thoại', 'Lũy kế đến thời điểm hiện tại'],
    ['1', 'Nguyen Vi Du A', 'Thon 1', '0900000001', '138'],
    ['2', 'Trần Thí Dụ', 'Thôn Cự Lễ', '0900 000 002', '1.204'],
    ['', 'Tong cong', '', '', '1342'],
  ],
  'inbox/2021-08-16/b.csv': [
    ['Don vi: Xa Tam Ky', '', '', '', ''],
    ['STT', 'Ho va ten', 'Dia chi', 'So dien thoai', 'Luy ke den thoi diem hien tai'],
    ['1', 'Le Gia Dinh', 'Thon 2', '0900000003', 'x'],
    ['2', 'Vo Vi Du B', 'Thon 2', '0900000004', 'x'],
    ['3', 'Bui Vi Du C', 'Thon 3', '0900000005', 'x'],
  ],
};

async function figures(spaced: (field: string) => string): Promise<unknown> {
  const files = Object.entries(FILES).map(([name, lines]) => {
    const text = lines.map((line) => line.map((field) => (field === '' ? '' : spaced(field))).join(';'));
    return [`/campaign/${name}`, `${text.join('\n')}\n`] as const;
  });
  const io = memoryIo({ files: { '/campaign/campaign.yaml': CAMPAIGN, ...Object.fromEntries(files) } });
  await main(['aggregate', '-d', '2021-08-16', '--as-of', '2021-08-16T16:00', '--json', '--dry-run'], io);
  const { scopes, files: read } = JSON.parse(io.printed.out) as Summary;
  return {
    units: scopes.flatMap((scope) =>
      scope.units.map((unit) => [
        unit.code,
        unit.name,
        unit.status,
        unit.receivedAt,
        unit.figures,
        unit.coverage?.denominator,
      ]),
    ),
    outcomes: read.map(({ path, outcome, unit }) => [path, outcome, unit]),
  };
}

it('one or two spaces before, after or doubled change nothing', async () => {
  const plain = await figures((field) => field);
  expect(JSON.stringify(plain)).toContain('"value":1342');
  expect(JSON.stringify(plain)).toContain('"late"');
  const blank = fc.constantFrom('', '', ' ', '  ');
  const places = fc.array(fc.tuple(blank, blank, fc.boolean()), { minLength: 7, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(places, async (spaces) => {
      let n = 0;
      const spaced = (field: string) => {
        const [before = '', after = '', doubled = false] = spaces[n++ % spaces.length] ?? [];
        return before + (doubled ? field.replaceAll(' ', '  ') : field) + after;
      };
      expect(await figures(spaced)).toEqual(plain);
    }),
    { numRuns: 25 },
  );
});
