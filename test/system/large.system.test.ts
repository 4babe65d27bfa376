import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ViewInput } from '../../src/view/input.ts';
import { viewPages } from '../../src/view/travelling.ts';
import { writeXlsx } from '../../src/write/xlsx/xlsx.ts';
import { sampleFolder, sampleInput, sampleSources, sampleSummary } from '../view/sample.ts';
import { faultsOf } from '../write/package/package.ts';
import { office, python } from './office.ts';

/** The sample's district with so many invented communes, all of which reported. */
function grown(count: number): ViewInput {
  const { scopes, ...rest } = sampleSummary();
  const [residents] = scopes;
  const [model] = residents?.units ?? [];
  const [source] = sampleSources();
  const folder = sampleFolder();
  const [line] = folder.roster.units;
  if (residents === undefined || model === undefined || source === undefined || line === undefined)
    throw new Error('no sample');
  const codes = Array.from({ length: count }, (_, index) => ({
    code: `X${index + 1}`,
    name: `Xã Giả Định ${index + 1}`,
  }));
  const value = 2310 * count;
  const coverage = {
    measure: 'installed',
    of: 'smartphone_users',
    numerator: value,
    denominator: 5120 * count,
    percent: 45.12,
  };
  return sampleInput('vi', {
    summary: {
      ...rest,
      findings: [],
      scopes: [
        {
          ...residents,
          completeness: {
            expected: count,
            reported: count,
            onTime: count,
            late: 0,
            missing: 0,
            awaited: 0,
            exempt: 0,
            notRequired: 0,
          },
          units: codes.map((own) => ({ ...model, ...own })),
          total: {
            figures: { installed: { value, units: count, carried: 0 } },
            coverage: { ...coverage, units: count },
            coverages: [{ ...coverage, units: count }],
            delta: null,
          },
        },
      ],
    },
    findings: [],
    series: [],
    sources: codes.map(({ code }) => ({ ...source, unit: code })),
    folder: { ...folder, roster: { units: codes.map((own) => ({ ...line, ...own })) } },
  });
}

const FACTS = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], data_only=True, read_only=True)
rows = list(book['Tổng hợp'].iter_rows(values_only=True))
total = [r for r in rows if r[0] == 'Tổng cộng'][0]
print(json.dumps([book.sheetnames, sum(1 for r in rows if str(r[1]).startswith('Xã Giả Định')), [v for v in total if isinstance(v, (int, float))][:3]]))
`;

const { folder, convert } = office();
const file = (count: number) => join(folder, `units-${count}.xlsx`);

beforeAll(async () => {
  for (const count of [200, 11_000]) writeFileSync(file(count), await writeXlsx(viewPages(grown(count))));
});

describe('a large workbook', () => {
  test.each([200, 11_000])('of %i units opens in openpyxl with every unit and its totals', (count) => {
    expect(python(FACTS, file(count))).toEqual([
      ['Tổng hợp', 'Tình hình nộp', 'Nguồn', '_bluezone'],
      count,
      [5120 * count, 2310 * count, 0.4512],
    ]);
  });

  test('of 200 units opens in LibreOffice, which computes the same totals', () => {
    expect(python(FACTS, convert(file(200), 'xlsx'))).toEqual(python(FACTS, file(200)));
  });

  test.each([200, 11_000])('of %i units is as the standard has it, part by part', async (count) => {
    expect(faultsOf(await writeXlsx(viewPages(grown(count))))).toEqual([]);
  });
});
