import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbook } from 'exceljs';
import type { Summary } from '../../src/model/summary.ts';
import { mau02, type Town, town } from './town.ts';

/** Two invented districts below an invented province, each a campaign folder of its own. */

const DISTRICTS = {
  'Huyện An Lão': [
    ['301', 'Xã An Hòa', 900],
    ['302', 'Xã An Tân', 1505],
  ],
  'Huyện Hoài Ân': [
    ['401', 'Xã Ân Hảo', 700],
    ['402', 'Xã Ân Mỹ', 2100],
  ],
} as const;
export type District = keyof typeof DISTRICTS;
export const CODES: { readonly [D in District]: string } = { 'Huyện An Lão': '542', 'Huyện Hoài Ân': '544' };

const TARGETS = `targets:
  - { id: residents-60, scope: residents, measure: installed, of: smartphone_users, reach: 60%, by: 2021-08-20 }
`;

function campaign(office: string, level: string, collect: string): string {
  return `name: Đợt thử, ${office} (số liệu bịa)
timezone: Asia/Ho_Chi_Minh
authority: { name: Ủy ban nhân dân ${office}, level: ${level} }
period: { from: 2021-08-14, to: 2021-08-30 }
units: units.csv
collect:
${collect}
${TARGETS}`;
}

const MAU_02 =
  '  - { form: mau-02, from: [xã], every: day, due: { time: "15:00", rule: before }, counting: auto }';
const TONG_HOP = '  - { form: tong-hop, from: [huyện], every: day, due: { time: "16:30", rule: before } }';

const MAU_01 = '  - { form: mau-01, from: [cơ quan], every: once }';

/** A district's folder with nothing received yet; with `agencies` it asks one for its staff as well. */
export function district(name: District, agencies = false): Town {
  const communes = DISTRICTS[name].map(([code, unit, base]) => `${code},${unit},xã,${base}`);
  const units = agencies ? [...communes, 'CQ01,Phòng Nội vụ,cơ quan,'] : communes;
  return town({
    'campaign.yaml': campaign(name.toLowerCase(), 'district', agencies ? `${MAU_02}\n${MAU_01}` : MAU_02),
    'units.csv': `code,name,kind,smartphone_users\n${units.join('\n')}\n`,
  });
}

/** The province's folder; with `leaves` its roster lists the communes too, and it collects their own files as well. */
export function province(leaves = false): Town {
  const offices = Object.entries(CODES).map(([name, code]) => `${code},${name},huyện,,`);
  const communes = Object.entries(DISTRICTS).flatMap(([name, units]) =>
    units.map(([code, unit, base]) => `${code},${unit},xã,${CODES[name as District]},${base}`),
  );
  return town({
    'campaign.yaml': campaign('tỉnh Thử', 'province', leaves ? `${MAU_02}\n${TONG_HOP}` : TONG_HOP),
    'units.csv': ['code,name,kind,parent,smartphone_users', ...offices, ...(leaves ? communes : []), ''].join(
      '\n',
    ),
  });
}

/** Puts a commune's report into a folder, as if it had come at `16 14:05`. */
export function report(to: Town, unit: string, when: string, counts: readonly number[]): void {
  const day = when.split(' ')[0] ?? '';
  to.put(`inbox/2021-08-${day}/${unit}.csv`, mau02(unit, counts, Number(day)), when);
}

/** Makes the office's summary of a day and gives its path and bytes. */
export async function summarise(office: Town, day: string, asOf = `${day} 16:00`) {
  office.at(asOf);
  const run = await office.run(`aggregate -d 2021-08-${day} --as-of 2021-08-${asOf.replace(' ', 'T')}`);
  const path = `outbox/2021-08-${day}/tong-hop-2021-08-${day}.xlsx`;
  return { ...run, path, bytes: new Uint8Array(readFileSync(join(office.folder, path))) };
}

export async function json(office: Town, day: string, asOf = `${day} 16:40`): Promise<Summary> {
  const run = await office.run(
    `aggregate -d 2021-08-${day} --as-of 2021-08-${asOf.replace(' ', 'T')} --json --dry-run`,
  );
  return JSON.parse(run.out) as Summary;
}

/** The workbook after an edit by hand in another program. */
export async function edited(bytes: Uint8Array, change: (workbook: Workbook) => void): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  change(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The first cell of a sheet that holds a text or number. */
export function cellWith(workbook: Workbook, sheet: string, value: string | number) {
  let found: { address: string; row: number; column: string } | null = null;
  workbook.getWorksheet(sheet)?.eachRow((row, number) => {
    row.eachCell((cell) => {
      if (found !== null || cell.value !== value) return;
      found = { address: cell.address, row: number, column: cell.address.replace(/\d+/, '') };
    });
  });
  if (found === null) throw new Error(`no ${value} on ${sheet}`);
  return found as { address: string; row: number; column: string };
}
