import { describe, expect, test } from 'vitest';
import { openZip, unpack } from '../../src/pack/zip.ts';
import { writeZip } from '../../src/pack/zip-write.ts';
import { viewPages } from '../../src/view/travelling.ts';
import { writeXlsx } from '../../src/write/xlsx/xlsx.ts';
import { capture } from '../golden/captured.ts';
import { sampleFolder, sampleInput, sampleSummary } from '../view/sample.ts';
import { faultsOf, packageOf } from './package/package.ts';
import { formulasOf } from './package/sheets.ts';
import { all, child } from './package/tree.ts';

const sample = await writeXlsx(viewPages(sampleInput()));

describe('every part of a written workbook', () => {
  test.each(['vi', 'en'] as const)('is as the standard has it (%s)', async (language) => {
    expect(faultsOf(await writeXlsx(viewPages(sampleInput(language))))).toEqual([]);
  });

  test.each([
    ['hoai-nhon', '2021-08-17', '16:00'],
    ['office-base', '2021-08-16', '16:00'],
    ['quang-dien', '2020-08-10', '23:00'],
  ])('is as the standard has it: %s', async (name, date, hour) => {
    const { written } = await capture(name, ['aggregate', '--date', date, '--as-of', `${date}T${hour}`]);
    const [bytes] = written.values();
    expect(faultsOf(bytes ?? new Uint8Array())).toEqual([]);
  });

  test.each(['mau-01', 'mau-02'])('is as the standard has it: the blank form %s', async (form) => {
    const { written } = await capture('hoai-nhon', ['template', form]);
    const [bytes] = written.values();
    expect(faultsOf(bytes ?? new Uint8Array())).toEqual([]);
  });

  test('is as the standard has it where names are hostile', async () => {
    const names = [
      '=HYPERLINK("http://a")',
      '+1',
      '-1+1',
      '@SUM(1)',
      "'quoted'",
      '<b>&amp;</b>\u0001',
      '\t=1',
    ];
    const [residents] = sampleSummary().scopes;
    if (residents === undefined) throw new Error('no scope');
    const units = residents.units.map((unit, index) => ({ ...unit, name: names[index] ?? unit.name }));
    const { forms, ...folder } = sampleFolder();
    const renamed = [...forms].map(
      ([id, form]) =>
        [id, { ...form, sheetTitle: { vi: "'[a]:*?/\\ Tổng hợp 'rất' dài dòng'", en: '' } }] as const,
    );
    const input = sampleInput('vi', {
      summary: { ...sampleSummary(), scopes: [{ ...residents, units }] },
      folder: { ...folder, forms: new Map(renamed) },
    });
    const bytes = await writeXlsx(viewPages(input));
    expect(faultsOf(bytes)).toEqual([]);
    const { trees } = packageOf(bytes);
    const strings = all(trees.get('xl/sharedStrings.xml') ?? never(), 't').map(({ text }) => text);
    for (const name of names.slice(0, 4)) expect(strings).toContain(name);
    const own = formulasOf(packageOf(sample));
    for (const formula of formulasOf(packageOf(bytes))) expect(own).toContain(formula);
  });

  test('has no formula but our own', () => {
    expect([...formulasOf(packageOf(sample))].sort()).toEqual([
      'A1',
      'MAX(0,ROUNDUP(A1*100/100,0)-A1)',
      'MAX(0,ROUNDUP(A1*60/100,0)-A1)',
      'MAX(0,ROUNDUP(A1*90/100,0)-A1)',
      'ROUND(A1/A1,4)',
      'ROUNDUP(A1*100/100,0)',
      'ROUNDUP(A1*60/100,0)',
      'ROUNDUP(A1*90/100,0)',
      'SUM(A1:A1)',
      'SUMIF(A1:A1,">=0",A1:A1)',
    ]);
  });
});

describe('bars behind the rates', () => {
  const { trees } = packageOf(sample);
  const sheet = trees.get('xl/worksheets/sheet1.xml') ?? never();

  test('go from 0 to 100 %, one colour for each tone, each in both forms that Excel knows', () => {
    const rules = all(sheet, 'conditionalFormatting');
    const plain = rules.filter(({ tag }) => tag === 'conditionalFormatting');
    expect(plain.map(({ attributes }) => attributes.get('sqref'))).toEqual(['E16 E18', 'E17 E22']);
    for (const rule of plain) {
      const bounds = all(rule, 'cfvo').map(({ attributes }) => [
        attributes.get('type'),
        attributes.get('val'),
      ]);
      expect(bounds).toEqual([
        ['num', '0'],
        ['num', '1'],
      ]);
    }
    const exact = rules.filter(({ tag }) => tag === 'x14:conditionalFormatting');
    expect(exact.map((rule) => child(rule, 'sqref')?.text)).toEqual(['E16 E18', 'E17 E22']);
    expect(all(sheet, 'dataBar').flatMap(({ attributes }) => attributes.get('gradient') ?? [])).toEqual([
      '0',
      '0',
    ]);
  });

  test('leave the cells their fills', () => {
    const cells = new Map(
      all(sheet, 'c').map((cell) => [cell.attributes.get('r'), cell.attributes.get('s')]),
    );
    const styles = trees.get('xl/styles.xml') ?? never();
    const fillOf = (cell: string) => {
      const format = child(styles, 'cellXfs')?.children[Number(cells.get(cell))];
      const fill = child(styles, 'fills')?.children[Number(format?.attributes.get('fillId'))];
      return all(fill ?? never(), 'fgColor')[0]?.attributes.get('rgb');
    };
    expect(['E16', 'E17'].map(fillOf)).toEqual(['FFF8CBAD', 'FFC6E0B4']);
  });
});

describe('the check itself', () => {
  test.each([
    ['xl/worksheets/sheet1.xml', /<pageMargins/, '<sheetProtection/><pageMargins', 'stands too late'],
    ['xl/worksheets/sheet1.xml', /(<\/f>)<v>[^<]*<\/v>/, '$1', 'without a result'],
    ['xl/worksheets/sheet1.xml', / r="15"/, ' r="14"', 'after row'],
    ['xl/worksheets/sheet1.xml', / s="\d+"/, ' s="9999"', 'no cell style'],
    ['xl/worksheets/sheet1.xml', /t="s"><v>\d+/, 't="s"><v>99999', 'no shared string'],
    ['xl/sharedStrings.xml', / count="\d+"/, ' count="1"', 'count of strings'],
    ['xl/workbook.xml', /name="Nguồn"/, 'name="Ng/uồn"', 'no name for a sheet'],
    ['xl/workbook.xml', /&apos;Tổng hợp&apos;!/, 'Khác!', 'no sheet Khác'],
    ['xl/charts/chart1.xml', /<c:autoTitleDeleted[^>]*>/, '', 'nothing'],
    ['xl/charts/chart1.xml', /(<c:idx[^>]*>)(<c:order[^>]*>)/, '$2$1', 'too late'],
    ['[Content_Types].xml', /<Override PartName="\/xl\/charts[^>]*>/, '', 'has no type'],
    ['xl/drawings/_rels/drawing1.xml.rels', /chart2/, 'chart9', 'is not there'],
  ])('finds what is wrong in %s (%s)', (part, from, to, fault) => {
    const faults = faultsOf(edited(part, from, to)).join('\n');
    if (fault === 'nothing') expect(faults).toBe('');
    else expect(faults).toMatch(new RegExp(fault));
  });
});

/** The sample with one place of one part changed. */
function edited(part: string, from: RegExp, to: string): Uint8Array {
  const zip = openZip(sample, { entries: 1000, inflated: 1e8, ratio: 1e5 });
  return writeZip(
    zip.entries.map((entry) => {
      const text = new TextDecoder().decode(unpack(zip, entry));
      if (entry.name !== part) return { name: entry.name, contents: text };
      expect(text).toMatch(from);
      return { name: entry.name, contents: text.replace(from, to) };
    }),
  );
}

function never(): never {
  throw new Error('not there');
}
