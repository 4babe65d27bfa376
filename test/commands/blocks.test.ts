import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellWith, district, edited, json, province, report, summarise } from './offices.ts';
import { type Town, town } from './town.ts';

/** Where offices send summaries, the signed page has a block an office (contract section 4). */

async function anLao() {
  const office = district('Huyện An Lão');
  report(office, 'Xã An Hòa', '16 14:05', [300]);
  report(office, 'Xã An Tân', '16 14:10', [500]);
  return (await summarise(office, '16')).bytes;
}

async function hoaiAn() {
  const office = district('Huyện Hoài Ân');
  report(office, 'Xã Ân Hảo', '16 13:00', [210]);
  return (await summarise(office, '16')).bytes;
}

const AN_LAO =
  'Huyện An Lão (2/2 đơn vị có số liệu): 800 người đã cài đặt; 800/2.405, đạt 33,26%; xếp thứ 1/2';
const HOAI_AN =
  'Huyện Hoài Ân (1/2 đơn vị có số liệu): 210 người đã cài đặt; 210/700, đạt 30,00%; xếp thứ 2/2';

/** The page as one line of text, so that the width of a screen plays no part. */
async function page(office: Town, at = '16 16:40'): Promise<string> {
  office.at(at);
  await office.run('aggregate -d 2021-08-16 --format md --format xlsx');
  const path = 'outbox/2021-08-16/tong-hop-2021-08-16.md';
  return readFileSync(join(office.folder, path), 'utf8');
}

async function both(): Promise<Town> {
  const above = province();
  above.put('inbox/2021-08-16/hoai-an.xlsx', await hoaiAn(), '16 16:10');
  above.put('inbox/2021-08-16/an-lao.xlsx', await anLao(), '16 16:05');
  return above;
}

/** A ministry above the province; its roster knows the province alone. */
function ministry(): Town {
  return town({
    'campaign.yaml': `name: Đợt thử (số liệu bịa)
timezone: Asia/Ho_Chi_Minh
authority: { name: Bộ Thử nghiệm, level: ministry }
period: { from: 2021-08-14, to: 2021-08-30 }
units: units.csv
collect:
  - { form: tong-hop, from: [tỉnh], every: day, due: { time: "17:00", rule: before } }
targets:
  - { id: residents-60, scope: residents, measure: installed, of: smartphone_users, reach: 60%, by: 2021-08-20 }
`,
    'units.csv': 'code,name,kind\n52,Tỉnh Thử,tỉnh\n53,Tỉnh Giả Định,tỉnh\n',
  });
}

describe('blocks by office', () => {
  it('stand over the units of each, with their sum, rate and place among the offices', async () => {
    const text = await page(await both());
    const at = [
      AN_LAO,
      '| Xã An Hòa |',
      '| Xã An Tân |',
      HOAI_AN,
      '| Xã Ân Hảo |',
      '| Xã Ân Mỹ |',
      '**Tổng cộng**',
    ].map((each) => text.indexOf(each));
    expect(at.every((each) => each > 0)).toBe(true);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(text).toContain('**1.010**');
  });

  it('begin with the offices of which nothing is there', async () => {
    const above = province();
    above.put('inbox/2021-08-16/hoai-an.xlsx', await hoaiAn(), '16 16:10');
    const text = await page(above);
    expect(text).toContain('Mới nhận của 1/2 huyện; chưa nhận được của Huyện An Lão.');
    expect(text.indexOf('Huyện An Lão: chưa nhận được báo cáo**')).toBeGreaterThan(0);
    expect(text.indexOf('Huyện An Lão: chưa nhận được báo cáo**')).toBeLessThan(
      text.indexOf('Huyện Hoài Ân (1/2'),
    );
    const early = province();
    early.put('inbox/2021-08-16/hoai-an.xlsx', await hoaiAn(), '16 16:10');
    expect(await page(early, '16 16:20')).toContain('Huyện An Lão: chưa nhận được báo cáo (chưa đến hạn)');
  });

  it('say of an office whose file cannot be used that it has sent', async () => {
    const above = province();
    above.put('inbox/2021-08-16/hoai-an.xlsx', await hoaiAn(), '16 16:10');
    const typedOver = await edited(await anLao(), (workbook) => {
      const { address } = cellWith(workbook, 'Tổng hợp', 300);
      const cell = workbook.getWorksheet('Tổng hợp')?.getCell(address);
      if (cell !== undefined) cell.value = 999;
    });
    above.put('inbox/2021-08-16/an-lao.xlsx', typedOver, '16 16:05');
    const text = await page(above);
    expect(text).toContain('Huyện An Lão: đã gửi, chưa dùng được (phải sửa, gửi lại)');
    expect(text).toContain(
      'Mới nhận của 1/2 huyện; đã gửi, chưa dùng được: Huyện An Lão (phải sửa, gửi lại).',
    );
    expect(text).not.toContain('chưa nhận được của');
  });

  it('are read past by the next office, in the hidden data and in the page alone', async () => {
    const made = await both();
    await page(made);
    const bytes = made.read('outbox/2021-08-16/tong-hop-2021-08-16.xlsx');
    const bare = await edited(bytes, (workbook) => workbook.removeWorksheet('_bluezone'));
    for (const each of [bytes, bare]) {
      const above = ministry();
      above.put('inbox/2021-08-16/Tỉnh Thử.xlsx', each, '16 16:50');
      const [residents] = (await json(above, '16', '16 17:10')).scopes;
      expect(residents?.total.figures.installed).toMatchObject({ value: 1010, units: 3 });
      expect(residents?.units).toHaveLength(4);
      const text = await page(above, '16 17:10');
      expect(text).toContain('Tỉnh Thử (3/4 đơn vị có số liệu): 1.010 người đã cài đặt');
      expect(text).toContain('Tỉnh Giả Định: chưa nhận được báo cáo');
      expect(text.indexOf('Tỉnh Giả Định: chưa')).toBeLessThan(text.indexOf('Tỉnh Thử (3/4'));
    }
  });

  it('go with names that tell hamlets of two offices apart wherever units are listed', async () => {
    const ward = async (name: string) => {
      const office = town({
        'campaign.yaml': `name: Đợt thử (số liệu bịa)
timezone: Asia/Ho_Chi_Minh
authority: { name: Ủy ban nhân dân ${name}, level: commune }
period: { from: 2021-08-14, to: 2021-08-30 }
units: units.csv
collect:
  - { form: mau-02, from: [khu phố], every: day, due: { time: "15:00", rule: before } }
`,
        'units.csv': `code,name,kind\n${name}-1,Khu phố 1,khu phố\n${name}-2,Khu phố 2,khu phố\n`,
      });
      report(office, 'Khu phố 1', '16 14:00', [5]);
      return (await summarise(office, '16')).bytes;
    };
    const above = town({
      'campaign.yaml': `name: Đợt thử (số liệu bịa)
timezone: Asia/Ho_Chi_Minh
authority: { name: Ủy ban nhân dân tỉnh Thử, level: province }
period: { from: 2021-08-14, to: 2021-08-30 }
units: units.csv
collect:
  - { form: tong-hop, from: [phường], every: day, due: { time: "16:30", rule: before } }
`,
      'units.csv': 'code,name,kind\nA,Phường Thí Dụ,phường\nB,Phường Giả Định,phường\n',
    });
    above.put('inbox/2021-08-16/phường thí dụ.xlsx', await ward('phường Thí Dụ'), '16 16:00');
    above.put('inbox/2021-08-16/phường giả định.xlsx', await ward('phường Giả Định'), '16 16:05');
    const text = await page(above);
    expect(text).toContain('Khu phố 2 (Phường Thí Dụ), Khu phố 2 (Phường Giả Định)');
    expect(text).toContain('Phường Thí Dụ (1/2 đơn vị có số liệu): 5 người đã cài đặt');
  });

  it('hold a unit under its own office, whoever else speaks of it', async () => {
    const greedy = district('Huyện An Lão');
    const roster = new TextDecoder().decode(greedy.read('units.csv'));
    greedy.put('units.csv', `${roster}401,Xã Ân Hảo,xã,700\n`);
    report(greedy, 'Xã An Hòa', '16 14:05', [300]);
    report(greedy, 'Xã Ân Hảo', '16 14:10', [650]);
    const above = province(true);
    above.put('inbox/2021-08-16/hoai-an.xlsx', await hoaiAn(), '16 16:05');
    above.put('inbox/2021-08-16/z an-lao.xlsx', (await summarise(greedy, '16')).bytes, '16 16:10');
    const text = await page(above);
    expect(text).toContain('Huyện An Lão (1/2 đơn vị có số liệu): 300 người');
    expect(text).toContain('Huyện Hoài Ân (1/2 đơn vị có số liệu): 210 người');
    expect(text.indexOf('| Xã Ân Hảo |')).toBeGreaterThan(text.indexOf('Huyện Hoài Ân (1/2'));
  });

  it('are not there where no office sends summaries', async () => {
    const raw = province(true);
    report(raw, 'Xã An Hòa', '16 14:05', [300]);
    const own = district('Huyện An Lão');
    report(own, 'Xã An Hòa', '16 14:05', [300]);
    expect(await page(own)).not.toContain('đơn vị có số liệu): ');
  });
});
