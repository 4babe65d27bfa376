import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { viewPages } from '../../src/view/travelling.ts';
import { writeXlsx } from '../../src/write/xlsx/xlsx.ts';
import { sampleInput } from '../view/sample.ts';
import { office, pdfText, python } from './office.ts';

const CELLS = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], data_only=True, read_only=True)
print(json.dumps({s.title: {c.coordinate: c.value for r in s.iter_rows() for c in r if isinstance(c.value, (int, float))} for s in book.worksheets}))
`;

/** openpyxl keeps no results: what is there afterwards, LibreOffice has computed. */
const WITHOUT_RESULTS = `
import json, sys, openpyxl
openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])
print('null')
`;

const FACTS = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([[s.title, s.sheet_state, s.print_title_rows, s.freeze_panes, s.page_setup.orientation] for s in book.worksheets]))
`;

const CHARTS = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({s.title: [type(c).__name__ for c in s._charts] for s in book.worksheets if s._charts}))
`;

const { folder, convert } = office();
const file = join(folder, 'tong-hop.xlsx');
writeFileSync(file, await writeXlsx(viewPages(sampleInput())));

describe('the summary workbook in other programs', () => {
  test('LibreOffice computes what the workbook stores', () => {
    const stored = python(CELLS, file) as { [sheet: string]: { [cell: string]: number } };
    const bare = join(folder, 'bare.xlsx');
    python(WITHOUT_RESULTS, file, bare);
    const computed = python(CELLS, convert(bare, 'xlsx')) as typeof stored;
    expect(Object.keys(stored['Tổng hợp'] ?? {}).length).toBeGreaterThan(60);
    for (const [sheet, cells] of Object.entries(stored)) {
      for (const [cell, value] of Object.entries(cells)) {
        expect([sheet, cell, computed[sheet]?.[cell]]).toEqual([sheet, cell, value]);
      }
    }
  });

  test('openpyxl opens it with its print settings', () => {
    expect(python(FACTS, file)).toEqual([
      ['Tổng hợp', 'visible', '$14:$15', 'A16', 'landscape'],
      ['Cơ quan', 'visible', '$14:$15', 'A16', 'landscape'],
      ['Tình hình nộp', 'visible', '$5:$5', 'A6', 'landscape'],
      ['Diễn biến', 'visible', null, null, 'landscape'],
      ['Cần rà', 'visible', '$7:$7', 'A8', 'landscape'],
      ['Nguồn', 'visible', '$7:$7', 'A8', 'landscape'],
      ['_bluezone', 'hidden', null, null, 'portrait'],
    ]);
  });

  test('openpyxl finds the charts', () => {
    expect(python(CHARTS, file)).toEqual({ 'Diễn biến': ['LineChart', 'BarChart'] });
  });

  test('prints without a number that does not fit', () => {
    const text = pdfText(convert(file, 'pdf'));
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('TRƯỞNG PHÒNG');
    expect(text).not.toContain('###');
    expect(text).not.toMatch(/Err:|#REF|#DIV|#VALUE|#NAME/);
    expect(text).not.toContain('bluezone-report/summary');
  });
});
