import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WORDS } from '../../src/lang/lang.ts';
import { readSummary } from '../../src/levels/read-summary.ts';
import { readForm } from '../../src/read/forms.ts';
import { ZONE } from '../model/world.ts';
import { draw } from '../sheet.ts';

const FORMS = new Map(
  ['mau-02', 'mau-01', 'tong-hop'].map((id) => {
    const file = new URL(`../../templates/forms/${id}.yaml`, import.meta.url);
    const form = readForm(id, readFileSync(file, 'utf8'));
    return [form.id, form] as const;
  }),
);

function read(drawn: string, visible = true) {
  return readSummary(draw(drawn), FORMS, { visible, zone: ZONE });
}

const TABLE = `
  ỦY BAN NHÂN DÂN HUYỆN AN LÃO
  BÁO CÁO TỔNG HỢP
  Tính đến 16 giờ 00 ngày 16/8/2021

  TT | Đơn vị    | Dân số | Số người đã cài đặt | Tỷ lệ
  1  | Xã An Hòa | 900    | 205                 | 22.78%
  2  | Xã An Tân | '1.505 | '1.130              | 75.08%
  3  | Xã An Vinh | 700
     | Tổng cộng | 3105   | =SUM(D6:D8) -> 1335
  Nơi nhận:
`;

describe('a summary without hidden data', () => {
  it('gives names, bases, figures and their cells', () => {
    const { content, dateClaims, unitClaims, figures, findings } = read(TABLE) ?? {};
    const units = content?.scopes[0]?.units ?? [];
    expect(content?.from).toBe('visible');
    expect(units.map(({ lines }) => lines[0]?.name)).toEqual(['Xã An Hòa', 'Xã An Tân', 'Xã An Vinh']);
    expect(units.map(({ lines }) => lines[0]?.bases.population)).toEqual([900, 1505, 700]);
    expect(units.map(({ entries }) => entries[0]?.figures.installed?.value)).toEqual([205, 1130, undefined]);
    expect(units[1]?.places.installed).toEqual({ sheet: 'Sheet1', cell: 'D7' });
    expect(figures?.get('installed')).toMatchObject({ value: 1335, cells: 'D9' });
    expect(dateClaims?.[0]?.iso).toBe('2021-08-16');
    expect(unitClaims?.map(({ text }) => text).join()).toContain('AN LÃO');
    expect(findings?.map(({ code }) => code)).toEqual(['report/summary-visible-only']);
  });

  it('is read only where summaries are collected', () => {
    expect(read(TABLE, false)).toBeNull();
  });

  it('takes who sent when from the sheet of receipts', () => {
    const receipts = `${TABLE}
      # Tình hình nộp
      TT | Đơn vị | Báo cáo | Tình trạng | Nhận lúc | Muộn (phút)
      Mẫu 02. Đã báo cáo 2/3 đơn vị.
      1 | Xã An Hòa  | Mẫu 02, 16/8 | Đúng hạn | 2021-08-16T14:05:00
      2 | Xã An Tân  | Mẫu 02, 16/8 | Muộn     | 2021-08-16T15:10:00 | 10
      3 | Xã An Vinh |              | Chưa báo cáo
    `;
    const units = read(receipts)?.content.scopes[0]?.units ?? [];
    expect(units.map(({ owes }) => owes)).toMatchObject([
      { status: 'on-time', minutesLate: 0 },
      { status: 'late', minutesLate: 10 },
      { status: 'missing', minutesLate: null },
    ]);
    expect(units[1]?.entries[0]?.at).toBe('2021-08-16T15:10:00+07:00');
  });

  it('is read as strictly as a report: an unclear figure or a wrong total is an error', () => {
    const wrong = TABLE.replace("'1.130", 'khoảng 1100').replace('-> 1335', '-> 1336');
    const total = TABLE.replace('-> 1335', '-> 1336');
    expect(read(wrong)?.findings.map(({ code, at }) => [code, at.cell])).toEqual([
      ['report/summary-visible-only', undefined],
      ['value/approximate', 'D7'],
    ]);
    expect(read(total)?.findings.map(({ code, at }) => [code, at.cell])).toEqual([
      ['report/summary-visible-only', undefined],
      ['report/total-not-sum', 'D9'],
    ]);
  });

  it('is no list of persons and no report of one unit', () => {
    const persons = `
      STT | Họ và tên | Đơn vị | Số điện thoại | Lũy kế
      1 | Lê Thử An | Thôn 1 | '0912000001 | 5
      2 | Lê Thử Bình | Thôn 2 | '0912000002 | 7
    `;
    const one = `
      Đơn vị | Số người đã cài đặt
      Xã An Hòa | 205
    `;
    expect(read(persons)).toBeNull();
    expect(read(one)).toBeNull();
  });
});

const UNIT = {
  code: '301',
  name: 'Xã An Hòa',
  status: 'on-time',
  receivedAt: '2021-08-16T14:05:00+07:00',
  minutesLate: 0,
  figures: { installed: { value: 205, date: '2021-08-16', carried: false } },
  coverage: null,
  coverages: [{ measure: 'installed', of: 'population', numerator: 205, denominator: 900, percent: 22.78 }],
  delta: null,
  gaps: null,
  rank: null,
};
const SUMMARY = {
  schema: 'bluezone-report/summary@1',
  campaign: { name: 'Đợt thử', authority: 'Ủy ban nhân dân huyện An Lão' },
  date: '2021-08-16',
  asOf: '2021-08-16T16:00:00+07:00',
  scopes: [
    {
      id: 'residents',
      form: 'mau-02',
      total: { figures: { installed: { value: 205, units: 1, carried: 0 } }, coverages: [] },
      units: [UNIT],
    },
  ],
};

const LEVEL_UNIT = {
  code: '301',
  once: false,
  lines: [],
  owes: { kind: 'due', deadline: null },
  entries: [
    {
      day: '2021-08-16',
      date: '2021-08-16',
      at: '2021-08-16T14:05:00+07:00',
      evidence: 'received.csv',
      version: 1,
      counts: true,
      sha256: '',
      figures: { installed: { value: 205 } },
    },
  ],
};
const BOTH = { vi: 'x', en: 'x' };
const LEVEL_SCOPE = {
  id: 'residents',
  form: {
    id: 'mau-02',
    version: 1,
    scope: 'residents',
    name: BOTH,
    sheetTitle: BOTH,
    measures: [],
    defaultBase: null,
  },
};

/** The facts of the limit that a summary meets. */
function limitOf(drawn: string) {
  return read(drawn)?.findings.find(({ code }) => code === 'file/limit')?.facts;
}

function hidden(json: string, value = 205): string {
  return `
    # Tổng hợp
    TT | Đơn vị | Dân số | Số người đã cài đặt
    1 | Xã An Hòa | 900 | ${value}
      | Tổng cộng | | =SUM(D2:D2) -> ${value}
    # _bluezone (hidden)
    bluezone-report/summary@1
    '1
    '${json}
  `;
}

describe('a summary with hidden data', () => {
  it('gives what the data say, with the cells of the table', () => {
    const { content, dateClaims, unitClaims, findings } = read(hidden(JSON.stringify(SUMMARY))) ?? {};
    const [unit] = content?.scopes[0]?.units ?? [];
    expect(findings).toEqual([]);
    expect([unitClaims?.[0]?.text, dateClaims?.[0]?.iso]).toEqual([
      'Ủy ban nhân dân huyện An Lão',
      '2021-08-16',
    ]);
    expect(unit).toMatchObject({
      code: '301',
      lines: [{ bases: { population: 900 } }],
      owes: { kind: 'stated', status: 'on-time' },
      places: { installed: { sheet: 'Tổng hợp', cell: 'D2' } },
    });
  });

  it('is contradicted by an edited table, cell by cell', () => {
    const found = read(hidden(JSON.stringify(SUMMARY), 250))?.findings ?? [];
    expect(found.map(({ code, at, facts }) => [code, at.cell, facts])).toEqual([
      [
        'report/summary-edited',
        'D2',
        { unitName: 'Xã An Hòa', measure: 'installed', shown: '250', value: 205 },
      ],
      ['report/summary-edited', 'D3', { unitName: null, measure: 'installed', shown: '250', value: 205 }],
    ]);
  });

  it('whose total is not the sum of its rows is as wrong as a table, even where the table says the same', () => {
    const [scope] = SUMMARY.scopes;
    const total = { figures: { installed: { value: 250, units: 1, carried: 0 } }, coverages: [] };
    const json = JSON.stringify({ ...SUMMARY, scopes: [{ ...scope, total }] });
    const found = read(hidden(json, 205).replaceAll('-> 205', '-> 250'))?.findings ?? [];
    expect(found.map(({ code, at, facts }) => [code, at.cell, facts])).toEqual([
      ['report/total-not-sum', 'D3', { field: 'Số người đã cài đặt', stated: 250, sum: 205 }],
    ]);
  });

  it('whose reports are of other units than it lists was edited', () => {
    const level = {
      schema: 'bluezone-report/level@1',
      scopes: [{ ...LEVEL_SCOPE, units: [LEVEL_UNIT, { ...LEVEL_UNIT, code: '302' }] }],
    };
    const own = { ...level, scopes: [{ ...LEVEL_SCOPE, units: [LEVEL_UNIT] }] };
    const codes = (data: object) =>
      read(hidden(JSON.stringify({ ...SUMMARY, level: data })))?.findings.map(({ code }) => code);
    expect(codes(own)).toEqual([]);
    expect(codes(level)).toEqual(['report/summary-data-edited']);
  });

  it('that claims more than the workbook can hold is over a limit, in no time', () => {
    const claimed = (json: string, pieces = '1') => hidden(json).replace("'1\n", `'${pieces}\n`);
    const [scope] = SUMMARY.scopes;
    const of = (count: number) =>
      JSON.stringify({
        ...SUMMARY,
        scopes: [{ ...scope, units: Array.from({ length: count }, () => UNIT) }],
      });
    expect(limitOf(claimed(JSON.stringify(SUMMARY), '999999999'))).toEqual({
      limit: 'summaryPieces',
      most: 3,
    });
    // Three rows that are seen: 1.5 × 3 + 100.
    expect(limitOf(hidden(of(105)))).toEqual({ limit: 'summaryUnits', most: 104 });
    expect(limitOf(hidden(of(104)))).toBeUndefined();
    const large = draw(hidden(of(100_000)));
    const before = process.cpuUsage();
    const found = readSummary(large, FORMS, { visible: true, zone: ZONE })?.findings;
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
    expect(found?.[0]).toMatchObject({ code: 'file/limit', facts: { limit: 'summaryUnits', most: 104 } });
  });

  it.each([
    ['json', JSON.stringify(SUMMARY).slice(0, -9)],
    ['version', JSON.stringify({ ...SUMMARY, schema: 'bluezone-report/summary@2' })],
    ['shape', JSON.stringify({ ...SUMMARY, asOf: 'hôm nay' })],
    ['shape', JSON.stringify({ ...SUMMARY, level: { schema: 'bluezone-report/level@1' } })],
  ])('that cannot be used (%s) leaves the table', (reason, json) => {
    const { content, findings } = read(hidden(json)) ?? {};
    expect(content?.from).toBe('visible');
    expect(findings?.map(({ code, facts }) => [code, facts])).toEqual([
      ['report/summary-data-unreadable', { reason }],
    ]);
  });
});

it('the words of the summary form are those that the workbook prints', () => {
  const form = FORMS.get('tong-hop');
  const labels = new Map(form?.fields.map(({ id, label }) => [id, label]));
  for (const [language, words] of [
    ['vi', WORDS.vi.view],
    ['en', WORDS.en.view],
  ] as const) {
    expect(labels.get('unit')?.[language]).toBe(words.column.unit);
    expect(labels.get('status')?.[language]).toBe(words.column.status);
    expect(labels.get('received_at')?.[language]).toBe(words.column.receivedAt);
    expect(labels.get('minutes_late')?.[language]).toBe(words.column.minutesLate);
    for (const [base, word] of Object.entries(words.bases)) expect(labels.get(base)?.[language]).toBe(word);
    for (const [status, word] of Object.entries(words.status)) {
      expect(labels.get(status)?.[language]).toBe(word);
    }
  }
});
