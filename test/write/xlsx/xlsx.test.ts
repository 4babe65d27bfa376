import { describe, expect, test } from 'vitest';
import type { Summary } from '../../../src/model/summary.ts';
import { openZip, unpack } from '../../../src/pack/zip.ts';
import { viewPages } from '../../../src/view/travelling.ts';
import { writeXlsx } from '../../../src/write/xlsx/xlsx.ts';
import { sampleCampaign, sampleFolder, sampleInput, sampleSummary } from '../../view/sample.ts';
import { open, picture } from '../picture.ts';
import { formulas, recompute } from '../recompute.ts';

const bytes = await writeXlsx(viewPages(sampleInput()));
const workbook = await open(bytes);

describe('the summary workbook', () => {
  test('reads as it should', async () => {
    await expect(picture(workbook)).toMatchFileSnapshot('../expected/sample.txt');
  });

  test('reads as it should in English', async () => {
    const english = await open(await writeXlsx(viewPages(sampleInput('en'))));
    await expect(picture(english)).toMatchFileSnapshot('../expected/sample-en.txt');
  });

  test('has the sheets of the contract, and the data hidden', () => {
    expect(workbook.worksheets.map((sheet) => [sheet.name, sheet.state])).toEqual([
      ['Tổng hợp', 'visible'],
      ['Cơ quan', 'visible'],
      ['Tình hình nộp', 'visible'],
      ['Diễn biến', 'visible'],
      ['Cần rà', 'visible'],
      ['Nguồn', 'visible'],
      ['_bluezone', 'hidden'],
    ]);
  });

  test('leaves out a sheet without data', async () => {
    const { scopes, ...rest } = sampleSummary();
    const bare = sampleInput('vi', {
      summary: { ...rest, scopes: scopes.slice(0, 1), findings: [], files: [] },
      findings: [],
      sources: [],
      submissions: [],
      series: [],
    });
    const names = (await open(await writeXlsx(viewPages(bare)))).worksheets.map((sheet) => sheet.name);
    expect(names).toEqual(['Tổng hợp', 'Tình hình nộp', '_bluezone']);
  });

  test('stores results that its own formulas give', () => {
    const live = formulas(workbook);
    expect(live.length).toBeGreaterThan(20);
    for (const { sheet, address, formula, result } of live) {
      expect([address, formula, result]).toEqual([address, formula, recompute(sheet, formula)]);
    }
  });

  test('stores totals and rates that are the summary’s figures', () => {
    const sheet = workbook.getWorksheet('Tổng hợp');
    const [residents] = sampleSummary().scopes;
    const total = rowOf(sheet, 'Tổng cộng');
    const both = rowOf(sheet, 'Trong đó');
    expect(sheet?.getCell(`D${total}`).result).toBe(residents?.total.figures.installed?.value);
    expect(sheet?.getCell(`D${both}`).result).toBe(residents?.total.coverage?.numerator);
    expect(sheet?.getCell(`C${both}`).result).toBe(residents?.total.coverage?.denominator);
    expect(sheet?.getCell(`E${both}`).result).toBe(0.5391);
    expect(sheet?.getCell(`E${total}`).value).toBeNull();
  });

  test('gives the same bytes twice', async () => {
    expect(Buffer.from(await writeXlsx(viewPages(sampleInput()))).equals(Buffer.from(bytes))).toBe(true);
  });

  test('prints on A4 landscape, one page wide, with page numbers from page 2 and the head repeated', () => {
    for (const sheet of workbook.worksheets.filter((one) => one.state === 'visible')) {
      const hasOneTable = sheet.name !== 'Diễn biến';
      expect(sheet.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
      });
      if (hasOneTable) expect(sheet.pageSetup.printTitlesRow).toMatch(/^\d+:\d+$/);
      expect(sheet.pageSetup.printArea).toMatch(/^A1:/);
      expect(sheet.headerFooter).toMatchObject({ differentFirst: true });
      expect(sheet.headerFooter.oddHeader).toContain('&P');
      if (hasOneTable) expect(sheet.views[0]).toMatchObject({ state: 'frozen' });
    }
  });

  test('uses one font, the workbook’s normal style included', () => {
    const zip = openZip(bytes, { entries: 100, inflated: 1e8, ratio: 1e4 });
    const part = zip.entries.find((entry) => entry.name === 'xl/styles.xml');
    const styles = part === undefined ? '' : new TextDecoder().decode(unpack(zip, part));
    const fonts = [...styles.matchAll(/<name val="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(fonts)).toEqual(new Set(['Times New Roman']));
  });

  test('draws native charts from the cells of their sheet', () => {
    const zip = openZip(bytes, { entries: 100, inflated: 1e8, ratio: 1e4 });
    const part = (name: string) => {
      const entry = zip.entries.find((one) => one.name === name);
      return entry === undefined ? '' : new TextDecoder().decode(unpack(zip, entry));
    };
    const line = part('xl/charts/chart1.xml');
    const refs = [...line.matchAll(/<c:f>([^<]+)<\/c:f>/g)].map((match) =>
      match[1]?.replaceAll('&apos;', "'"),
    );
    expect(new Set(refs)).toEqual(
      new Set([
        "'Diễn biến'!$F$7",
        "'Diễn biến'!$A$8:$A$10",
        "'Diễn biến'!$F$8:$F$10",
        "'Diễn biến'!$H$7",
        "'Diễn biến'!$H$8:$H$10",
        "'Diễn biến'!$I$7",
        "'Diễn biến'!$I$8:$I$10",
      ]),
    );
    expect(line).toContain('<c:pt idx="2"><c:v>0.5391</c:v></c:pt>');
    expect(part('xl/charts/chart2.xml')).toContain('<c:barDir val="bar"/>');
    expect(part('xl/worksheets/sheet4.xml')).toMatch(/<\/rowBreaks><drawing |<\/headerFooter><drawing /);
    expect(part('[Content_Types].xml').match(/drawingml\.chart\+xml/g)).toHaveLength(2);
  });

  test('writes text that looks like a formula as text', async () => {
    const [scope, ...others] = sampleSummary().scopes;
    const units = scope?.units.map((unit) => ({ ...unit, name: `=${unit.name}` })) ?? [];
    const scopes = scope === undefined ? [] : [{ ...scope, units }, ...others];
    const input = sampleInput('vi', { summary: { ...sampleSummary(), scopes } });
    const own = await open(await writeXlsx(viewPages(input)));
    expect(own.getWorksheet('Tổng hợp')?.getColumn(2).values).toContain('=Phường Minh Họa Đông');
  });

  test('carries no file name', () => {
    const zip = openZip(bytes, { entries: 100, inflated: 1e8, ratio: 1e4 });
    const all = zip.entries.map((entry) => new TextDecoder().decode(unpack(zip, entry))).join('\n');
    for (const name of ['chi Lan', 'anh Ba', 'poster.pdf', 'inbox/', '.xlsx"', 'thi du bac']) {
      expect(all).not.toContain(name);
    }
  });

  test('carries the summary for the next level in cells that a workbook can hold', () => {
    const sheet = workbook.getWorksheet('_bluezone');
    const cells = (sheet?.getColumn(1).values ?? []).slice(1) as string[];
    expect(cells[0]).toBe('bluezone-report/summary@1');
    expect(cells.length).toBe(2 + Number(cells[1]));
    for (const cell of cells) expect(cell.length).toBeLessThan(32_767);
    const summary = JSON.parse(cells.slice(2).join('')) as Summary;
    const named = JSON.stringify(summary.scopes).replaceAll(
      'a3a3a3a3a3a3',
      'inbox/2021-08-16/thi du bac.xlsx',
    );
    expect(JSON.parse(named)).toEqual(sampleSummary().scopes);
    expect(summary.files.map((file) => file.path)).toEqual(
      sampleSummary().files.map((file) => file.sha256.slice(0, 12)),
    );
  });
});

describe('a total over the office’s own base', () => {
  test('stands on one row that says whose base it is', async () => {
    const [residents] = sampleSummary().scopes;
    if (residents === undefined) throw new Error('no scope');
    const coverage = {
      measure: 'installed',
      of: 'smartphone_users',
      numerator: 7650,
      denominator: 71533,
      percent: 10.69,
    };
    const without = residents.units.map((unit) => ({
      ...unit,
      coverage: null,
      coverages: [],
      gaps: null,
      rank: null,
    }));
    const folder = sampleFolder();
    const input = sampleInput('vi', {
      summary: {
        ...sampleSummary(),
        scopes: [
          {
            ...residents,
            units: without,
            total: {
              ...residents.total,
              coverage: { ...coverage, units: 0 },
              coverages: [{ ...coverage, units: 0 }],
            },
          },
        ],
      },
      folder: {
        ...folder,
        campaign: sampleCampaign({
          bases: { smartphone_users: 71533, date: '2021-08-14', source: 'Viễn thông (giả định)' },
        }),
        roster: {
          units: folder.roster.units.map((unit) => ({
            ...unit,
            bases: { smartphone_users: null, population: null, adults: null },
          })),
        },
      },
    });
    const sheet = (await open(await writeXlsx(viewPages(input)))).getWorksheet('Tổng hợp');
    const total = rowOf(sheet, 'Tổng cộng');
    const [base, installed, rate] = ['Số người dùng', 'Số người đã cài đặt', 'Tỷ lệ'].map((head) =>
      columnOf(sheet, head),
    );
    expect(sheet?.getCell(`${base}${total}`).value).toBe(71533);
    expect(sheet?.getCell(`${rate}${total}`).value).toMatchObject({
      formula: `ROUND(${installed}${total}/${base}${total},4)`,
      result: 0.1069,
    });
    expect(rowOf(sheet, 'Tổng số dùng để tính tỷ lệ (71.533)')).toBeGreaterThan(total);
  });
});

function rowOf(sheet: ReturnType<typeof workbook.getWorksheet>, start: string): number {
  let found = 0;
  sheet?.eachRow((row, number) => {
    row.eachCell((cell) => {
      if (found === 0 && typeof cell.value === 'string' && cell.value.startsWith(start)) found = number;
    });
  });
  return found;
}

function columnOf(sheet: ReturnType<typeof workbook.getWorksheet>, head: string): string {
  let found = '';
  sheet?.eachRow((row) => {
    row.eachCell((cell) => {
      const isHead = typeof cell.value === 'string' && cell.value.startsWith(head);
      if (found === '' && isHead && cell.fill?.type === 'pattern') found = cell.address.replace(/\d+$/, '');
    });
  });
  return found;
}
