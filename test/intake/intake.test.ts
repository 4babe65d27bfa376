import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intake } from '../../src/intake/intake.ts';
import { severityOf } from '../../src/model/finding.ts';
import { type Cell, type CellValue, parseAddress, type Row, type Workbook } from '../../src/model/grid.ts';
import { mau01, mau02 } from '../model/shipped.ts';
import { draw } from '../sheet.ts';

const forms = new Map([mau01, mau02].map((form) => [form.id, form]));
const take = (workbook: Workbook) => intake(workbook, forms, { counting: () => 'auto' });

/** Findings that a sender has to hear of. */
const faults = (text: string) => {
  const { reports, findings } = take(draw(text));
  return [...findings, ...reports.flatMap((report) => report.findings)]
    .filter((found) => severityOf(found) !== 'note')
    .map(({ code, at }) => `${code} ${at.cell ?? ''}`.trim());
};

/** Words of forms, letterheads and data, so that random grids come near to being reports. */
const WORDS = [
  'STT',
  'Họ và tên',
  'Địa chỉ (thôn, khu phố)',
  'Số điện thoại',
  'Lũy kế đến thời điểm hiện tại',
  'Lũy kế',
  'Tổng số cán bộ, CC, VC, người lao động',
  'Số cán bộ, CC, VC, người lao động có Smartphone',
  'Số cán bộ, CC, VC, người lao động đã cài đặt Bluezone: 12',
  'UBND XÃ HOÀI CHÂU',
  'ỦY BAN NHÂN DÂN',
  'BÁO CÁO HÀNG NGÀY',
  'Hoài Châu, ngày 16 tháng 8 năm 2021',
  'Tổng cộng',
  'Cộng trang: 12',
  '(Ký tên, đóng dấu)',
  'Kính gửi:',
  'x',
  '....',
  '1.234',
  '(1)',
  'I',
  '0912345678',
  'khoảng 200',
  'a: b: c: 5',
];

const value: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS).map((text) => ({ kind: 'text' as const, text })) },
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => ({ kind: 'text' as const, text })),
  {
    weight: 3,
    arbitrary: fc.integer({ min: -2, max: 9 }).map((number) => ({ kind: 'number' as const, number })),
  },
  fc.double().map((number) => ({ kind: 'number' as const, number })),
  fc.constant({ kind: 'date' as const, iso: '2021-08-16' }),
  fc.constant({ kind: 'date' as const, iso: 'T15:00:00' }),
  fc.boolean().map((boolean) => ({ kind: 'boolean' as const, boolean })),
  fc.constant({ kind: 'error' as const, error: '#REF!' }),
  fc.constant({ kind: 'uncomputed' as const }),
);

const grid: fc.Arbitrary<Workbook> = fc
  .array(
    fc.record({
      name: fc.constantFrom('Sheet1', 'Hoài Hảo', '16-8', ''),
      hidden: fc.boolean(),
      rows: fc.array(fc.array(fc.option(value, { freq: 2 }), { maxLength: 7 }), { maxLength: 14 }),
      merges: fc.array(fc.record({ top: fc.nat(9), left: fc.nat(5), down: fc.nat(3), right: fc.nat(3) }), {
        maxLength: 3,
      }),
      pictures: fc.array(fc.record({ row: fc.nat(9), col: fc.nat(5) }), { maxLength: 2 }),
    }),
    { maxLength: 3 },
  )
  .map((sheets) => ({
    sheets: sheets.map((sheet) => ({
      ...sheet,
      merges: sheet.merges.map(({ top, left, down, right }) => ({
        top,
        left,
        bottom: top + down,
        right: left + right,
      })),
      hiddenColumns: new Set<number>(),
      rows: sheet.rows.flatMap((cells, index): Row[] => {
        const filled = cells.flatMap((each, col): Cell[] =>
          each === null
            ? []
            : [{ row: index, col, value: each, shown: each.kind === 'text' ? each.text : String(index) }],
        );
        return filled.length === 0 ? [] : [{ index, hidden: index % 5 === 4, cells: filled }];
      }),
    })),
  }));

test('any grid is taken in without a throw, and every finding stands on its sheet', () => {
  fc.assert(
    fc.property(grid, (workbook) => {
      const names = workbook.sheets.map(({ name }) => name);
      const { reports, findings } = take(workbook);
      if (reports.length === 0) expect(findings.map(({ code }) => code)).toEqual(['form/not-recognised']);
      for (const { at } of [...findings, ...reports.flatMap((report) => report.findings)]) {
        if (at.sheet !== undefined) expect(names).toContain(at.sheet);
        if (at.cell === undefined) continue;
        expect(parseAddress(at.cell.split(':')[0] ?? '')).toEqual({ row: at.row, col: at.col });
      }
      for (const { figures } of reports) {
        for (const { value: figure } of figures.values())
          expect(Number.isSafeInteger(figure) && figure >= 0).toBe(true);
      }
    }),
    { numRuns: 1500 },
  );
});

const LETTERHEAD = [
  'ỦY BAN NHÂN DÂN | | | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'XÃ HOÀI CHÂU | | | Độc lập - Tự do - Hạnh phúc',
  '',
  'BÁO CÁO HÀNG NGÀY',
  'Số liệu cài đặt, sử dụng ứng dụng Bluezone',
  '(ngày 16 tháng 8 năm 2021)',
];

interface Columns {
  readonly letterhead: boolean;
  readonly order: readonly number[];
  readonly numbers: readonly number[];
  readonly blankBefore: ReadonlySet<number>;
  readonly total: boolean;
  readonly signature: boolean;
  readonly broken?: { readonly row: number; readonly cell: string };
}

const HEADS = [
  'STT',
  'Họ và tên',
  'Địa chỉ (thôn, khu phố)',
  'Số điện thoại',
  'Lũy kế đến thời điểm hiện tại',
  'Ghi chú',
];

/** A Mẫu 02 as a careful clerk types it, columns in any order; the address of each count. */
function page(columns: Columns): { readonly text: string; readonly cells: readonly string[] } {
  const lines = columns.letterhead ? [...LETTERHEAD] : [];
  const put = (cells: readonly string[]): void => {
    lines.push(columns.order.map((n) => cells[n] ?? '').join(' | '));
  };
  put(HEADS);
  const column = String.fromCharCode(65 + columns.order.indexOf(4));
  const cells = columns.numbers.map((number, n) => {
    if (columns.blankBefore.has(n)) lines.push('');
    const phone = `'09120000${String(n).padStart(2, '0')}`;
    const shown = columns.broken?.row === n ? columns.broken.cell : String(number);
    put([String(n + 1), `Ví Dụ ${String.fromCharCode(65 + n)}`, `Thôn ${n + 1}`, phone, shown]);
    return `${column}${lines.length}`;
  });
  const sum = columns.numbers.reduce((all, each) => all + each, 0);
  if (columns.total) put(['', 'Tổng cộng', '', '', String(sum)]);
  if (columns.signature) lines.push('', ' | | Người lập biểu | (Ký tên, đóng dấu)', ' | | Ví Dụ Văn Ký');
  return { text: lines.join('\n'), cells };
}

/** Numbers that say per-person beyond doubt: neither all equal nor a running number nor ones. */
const numbers = fc
  .uniqueArray(fc.integer({ min: 2, max: 400 }), { minLength: 2, maxLength: 12 })
  .filter((list) => !list.every((each, n) => each === n + 1));

const columns: fc.Arbitrary<Columns> = fc.record({
  letterhead: fc.boolean(),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 }),
  numbers,
  blankBefore: fc.array(fc.nat(11), { maxLength: 3 }).map((list) => new Set(list)),
  total: fc.boolean(),
  signature: fc.boolean(),
});

describe('a valid Mẫu 02', () => {
  test('raises nothing, whatever its layout, and gives the sum of its rows', () => {
    fc.assert(
      fc.property(columns, (made) => {
        const { text } = page(made);
        expect(faults(text)).toEqual([]);
        const [report] = take(draw(text)).reports;
        const sum = made.numbers.reduce((all, each) => all + each, 0);
        expect(report?.figures.get('installed')).toMatchObject({
          value: sum,
          counting: { mode: 'per-person' },
        });
      }),
      { numRuns: 300 },
    );
  });

  test('with one broken count raises that, at its cell, and nothing else', () => {
    const broken = fc.constantFrom<readonly [string, string]>(
      ['hai mươi', 'value/not-a-number'],
      ['-5', 'value/negative'],
      ['2.5', 'value/not-whole'],
      ['43%', 'value/percentage'],
      ['khoảng 20', 'value/approximate'],
      ['#REF!', 'value/error-value'],
      ['=SUM(A1) -> ?', 'value/formula-uncomputed'],
    );
    fc.assert(
      fc.property(columns, broken, fc.nat(11), (made, [cell, code], nth) => {
        const row = nth % made.numbers.length;
        const { text, cells } = page({ ...made, broken: { row, cell } });
        expect(faults(text)).toEqual([`${code} ${cells[row]}`]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a valid Mẫu 01', () => {
  const LABELS = [
    'Tổng số cán bộ, CC, VC, người lao động',
    'Số cán bộ, CC, VC, người lao động có Smartphone',
    'Số cán bộ, CC, VC, người lao động đã cài đặt Bluezone',
  ];
  const layout = fc.constantFrom<(label: string, value: number) => string>(
    (label, figure) => `- ${label}: ${figure}`,
    (label, figure) => `${label} | ${figure}`,
    (label, figure) => `1 | ${label} | | người | ${figure}`,
    (label, figure) => `${label}: ....${figure}....`,
  );
  test('raises nothing, and gives its three numbers', () => {
    fc.assert(
      fc.property(layout, fc.nat(50), fc.nat(50), fc.nat(50), fc.boolean(), (line, a, b, c, turned) => {
        const values = [a + b + c, a + b, a];
        const lines = LABELS.map((label, n) => line(label, values[n] ?? 0));
        const text = `PHÒNG NỘI VỤ\nBÁO CÁO\n${(turned ? lines.toReversed() : lines).join('\n')}\n(Ký tên, đóng dấu)`;
        expect(faults(text)).toEqual([]);
        const [report] = take(draw(text)).reports;
        expect([...(report?.figures.values() ?? [])].map(({ value: figure }) => figure)).toEqual(values);
      }),
    );
  });
});

test('a head in the first row of a sheet that ends in its last row', () => {
  const workbook = draw('STT | Họ và tên | Thôn | Lũy kế\n1 | A | T | 12\n2 | B | T | 30');
  const [sheet] = workbook.sheets;
  const [head, first, last] = sheet?.rows ?? [];
  if (sheet === undefined || head === undefined || first === undefined || last === undefined)
    throw new Error();
  const moved = { ...last, index: 1_048_575, cells: last.cells.map((cell) => ({ ...cell, row: 1_048_575 })) };
  const { reports } = take({ sheets: [{ ...sheet, rows: [head, first, moved] }] });
  expect(reports[0]?.figures.get('installed')).toMatchObject({ value: 42, cells: 'D2:D1048576' });
});
