import { describe, expect, test } from 'vitest';
import { bookSheets, type SheetReport } from '../../src/day/workbook-sheets.ts';
import { type Finding, finding } from '../../src/model/finding.ts';

const DAY = '2021-08-16';

/** `16: 120` a sheet of a day with its figure, `16h: 120` hidden, `17: -` empty; `@12 Sheet1: 120` on one of another unit. */
function sheet(line: string, rows: readonly string[] = ['An', 'Bình']): SheetReport {
  const [, unit, day, hidden, name, value] =
    /^(?:@(\d+) )?(?:(\d+)(h?):)?\s*(?:\[([^\]]+)\])?\s*(\S+)$/.exec(line) ?? [];
  const date = day === undefined ? DAY : `2021-08-${day}`;
  const findings: Finding[] = [];
  if (date !== DAY)
    findings.push(finding('time/date-differs', {}, { own: date, folder: DAY, source: 'sheet-name' }));
  if (hidden === 'h') findings.push(finding('report/hidden-sheet', {}, { sheet: line }));
  if (value === '-') findings.push(finding('report/no-rows', {}, { form: 'mau-02' }));
  const figure = { value: Number(value), sheet: line, cells: 'E9:E10', counting: null };
  return {
    report: {
      form: 'mau-02',
      sheet: name ?? line,
      figures: value === '-' ? [] : [['installed', figure]],
      rows: rows.map((row) => [null, row] as const),
    },
    unit: unit ?? '21643',
    date,
    findings,
  };
}

/** Names of the sheets that are kept, and why others are not. */
function take(...sheets: readonly (string | SheetReport)[]): string {
  const all = sheets.map((each) => (typeof each === 'string' ? sheet(each) : each));
  const { kept, aside } = bookSheets(all, DAY);
  const others = aside.map(({ item, reason }) => `${reason} ${item.report.sheet}`);
  return [kept.map(({ report }) => report.sheet).join(' + '), ...others].join('; ');
}

describe('a running book', () => {
  test('the sheet of the day', () => {
    expect(take('14: 100', '15: 110', '16: 120')).toBe('16: 120; other-day 14: 100; other-day 15: 110');
  });

  test('later ones that are empty are nothing', () => {
    expect(take('15: 110', '16: 120', '17: -', '18: -')).toBe('16: 120; other-day 15: 110');
  });

  test('without the day, the last one before it, to be asked', () => {
    expect(take('14: 100', '15: 110', '16: -')).toBe('15: 110; other-day 14: 100');
    expect(take('14: 100', '15: 110', '17: -')).toBe('15: 110; other-day 14: 100');
  });
});

describe('hidden sheets, copies, blank ones', () => {
  test('a hidden one never competes with a visible one', () => {
    expect(take('16: 120', '16h: 90')).toBe('16: 120; hidden 16h: 90');
    expect(take('16h: 90')).toBe('16h: 90');
    expect(take('@1 16: 120', '@2 16h: 90')).toBe('@1 16: 120 + @2 16h: 90');
  });

  test('a copy is one sheet', () => {
    expect(take('16: [Sheet1] 120', '16: [Sheet1 (2)] 120')).toBe('Sheet1; copy Sheet1 (2)');
  });

  test('a blank form beside a filled one', () => {
    expect(take('16: 120', '16: -')).toBe('16: 120');
    expect(take('16: -')).toBe('16: -');
  });
});

describe('what is left to be settled', () => {
  test('two sheets of one day that differ', () => {
    expect(take('16: [A] 120', '16: [B] 130')).toBe('A + B');
  });

  test('hamlets that happen to have one figure', () => {
    expect(take(sheet('16: [A] 40', ['An']), sheet('16: [B] 40', ['Bình']))).toBe('A + B');
  });

  test('sheets of several units', () => {
    expect(take('@1 16: 120', '@2 16: 120')).toBe('@1 16: 120 + @2 16: 120');
  });
});
