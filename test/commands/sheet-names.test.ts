import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openZip, unpack } from '../../src/pack/zip.ts';
import { drawnXlsx } from '../drawn-xlsx.ts';
import { draw } from '../sheet.ts';
import { district, json, province, report, summarise } from './offices.ts';

/** A report on a sheet that bears its maker's name, behind a sheet that bears another's; invented people. */
const FILE = drawnXlsx(
  draw(`# Ghi của anh Trần Văn Thử
xem lại
# Lê Thị Ví Dụ (hidden)
ỦY BAN NHÂN DÂN XÃ AN HÒA
Ngày 16 tháng 8 năm 2021
STT | Họ và tên | Địa chỉ (thôn, khu phố) | Số điện thoại | Lũy kế đến thời điểm hiện tại
1 | Lê Thử An | Thôn 1 | '0912000001 | 300
2 | Lê Thử Bình | Thôn 2 | '091200 | 5`),
);
const PERSONS = /Ví Dụ|Văn Thử/;
const OUT = 'outbox/2021-08-16/tong-hop-2021-08-16';
const AS_OF = '-d 2021-08-16 --as-of 2021-08-16T16:00';

async function anLao() {
  const office = district('Huyện An Lão');
  office.put('inbox/2021-08-16/an hoa.xlsx', FILE, '16 14:05');
  report(office, 'Xã An Tân', '16 14:10', [500]);
  return { office, ...(await summarise(office, '16')) };
}

/** All parts of a package as text. */
function textOf(bytes: Uint8Array): string {
  const zip = openZip(bytes, { entries: 1000, inflated: 1e8, ratio: 1e5 });
  return zip.entries
    .map((entry) => new TextDecoder().decode(unpack(zip, entry)).replaceAll('&quot;', '"'))
    .join('\n');
}

describe('a sheet that bears the name of a person', () => {
  it('is called by its place in whatever travels', async () => {
    const { office, bytes, exit } = await anLao();
    expect(exit).toBe(0);
    await office.run(`aggregate ${AS_OF} --format docx,html,md,csv`);
    const workbook = textOf(bytes);
    const said = ['Trang tính 2 › D5', 'Trang tính «Trang tính 1» không chứa mẫu nào', '"sheet":"#2"'];
    for (const text of said) expect([text, workbook.includes(text)]).toEqual([text, true]);
    const others = ['html', 'md', 'csv'].map((format) =>
      new TextDecoder().decode(office.read(`${OUT}.${format}`)),
    );
    for (const text of [workbook, textOf(office.read(`${OUT}.docx`)), ...others])
      expect(PERSONS.exec(text)?.[0]).toBeUndefined();
  });

  it('keeps its name on the own screen and in JSON', async () => {
    const { office } = await anLao();
    const { findings } = await json(office, '16', '16 16:00');
    expect(findings.map(({ sheet }) => sheet)).toContain('Lê Thị Ví Dụ');
    expect((await office.run(`trace 301 ${AS_OF}`)).out).toContain('Lê Thị Ví Dụ › E4:E5');
  });

  it('is found again: verify has nothing to say, and trace leads to it from above', async () => {
    const { office, bytes, path } = await anLao();
    expect((await office.run(`verify ${path}`)).exit).toBe(0);
    const above = province();
    above.put('inbox/2021-08-16/an-lao.xlsx', bytes, '16 16:05');
    const { bytes: upper } = await summarise(above, '16', '16 16:40');
    expect(PERSONS.exec(textOf(upper))?.[0]).toBeUndefined();
    const traced = await above.run(
      `trace 301 -d 2021-08-16 --as-of 2021-08-16T16:40 --below ${office.folder}`,
    );
    expect(traced.out).toContain('Trang tính 2 › E4:E5');
    expect(traced.out).toContain(join('inbox', '2021-08-16', 'an hoa.xlsx'));
  });
});
