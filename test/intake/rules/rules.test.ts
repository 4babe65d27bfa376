import { describe, expect, test } from 'vitest';
import { checkWithUnit, intake } from '../../../src/intake/intake.ts';
import { RULE_COUNT, RULES, UNIT_RULES } from '../../../src/intake/rules/rules.ts';
import type { Form } from '../../../src/model/form.ts';
import type { Unit } from '../../../src/model/units.ts';
import { readForm } from '../../../src/read/forms.ts';
import { mau01, mau02 } from '../../model/shipped.ts';
import { draw } from '../../sheet.ts';

const FLOOD = `
id: lut-01
scope: flood
name: { vi: Mẫu thiệt hại do lụt, en: Flood damage form }
layout: table
fields:
  - { id: no, label: { vi: STT, en: No. }, type: ordinal }
  - { id: hamlet, label: { vi: Thôn, en: Hamlet }, type: text, required: true }
  - { id: households, label: { vi: Số hộ, en: Households }, type: count, required: true }
  - { id: flooded, label: { vi: Số nhà bị ngập, en: Flooded houses }, synonyms: [Nhà ngập], type: count, required: true }
  - { id: collapsed, label: { vi: Số nhà bị sập, en: Collapsed houses }, type: count }
  - { id: damaged, label: { vi: Tổng số nhà thiệt hại, en: Damaged houses }, type: count }
  - { id: code, label: { vi: Mã thôn, en: Hamlet code }, type: text }
measures:
  - { id: flooded, label: { vi: Nhà ngập, en: Flooded }, from: { sum: flooded } }
  - { id: households, label: { vi: Số hộ, en: Households }, from: { sum: households }, within: population }
  - { id: hamlets, label: { vi: Số thôn, en: Hamlets }, from: { rows: true } }
rules:
  - at-most: { left: flooded, right: households }
  - range: { field: flooded, min: 0, max: 500 }
  - range: { field: collapsed, max: 100 }
    words: { vi: "Quá 100 nhà sập thì báo ngay bằng điện thoại", en: "Call at once" }
  - sum: { field: damaged, of: [flooded, collapsed] }
  - pattern: { field: code, pattern: "T\\\\d{2}" }
  - unique: [hamlet]
  - required: households
`;

const flood: Form = readForm('forms/lut-01.yaml', FLOOD);

const HEAD = 'STT | Mã thôn | Thôn | Số hộ | Nhà ngập | Số nhà bị sập | Tổng số nhà thiệt hại';

function take(text: string, form: Form) {
  const { reports, findings } = intake(draw(text), new Map([[form.id, form]]), { counting: () => 'auto' });
  const [report] = reports;
  if (report === undefined) throw new Error(findings.map(({ code }) => code).join());
  return report;
}

const figures = (text: string) =>
  Object.fromEntries(
    [...take(text, flood).figures].map(([id, { value, cells }]) => [id, `${value} ${cells}`]),
  );

const found = (text: string, form: Form) =>
  take(text, form)
    .findings.filter(({ code }) => code !== 'form/field-absent')
    .map(({ code, at }) => `${code} ${at.cell ?? ''}`);

describe('a campaign’s own form works without code', () => {
  test('several columns of numbers, a total row', () => {
    const text = `UBND XÃ HOÀI CHÂU\n${HEAD}\n1 | T01 | Thôn A | 120 | 30 | 2 | 32\n2 | T02 | Thôn B | 80 | 0 | 0 | 0\n | Tổng cộng | | 200 | 30 | 2 | 32`;
    expect(found(text, flood)).toEqual([]);
    expect(figures(text)).toEqual({ flooded: '30 E3:E4', households: '200 D3:D4', hamlets: '2 A3:A4' });
  });

  test('each total is checked', () => {
    const text = `${HEAD}\n1 | T01 | Thôn A | 120 | 30 | 2 | 32\n2 | T02 | Thôn B | 80 | 0 | 0 | 0\n | Tổng cộng | | 200 | 31 | 2 | 32`;
    expect(found(text, flood)).toEqual(['report/total-not-sum E4']);
    expect(figures(text)).toEqual({ households: '200 D2:D3', hamlets: '2 A2:A3' });
  });

  test('no rows, said once', () => {
    expect(found(HEAD, flood)).toEqual(['report/no-rows E1']);
  });

  const row = '1 | T01 | Thôn A | 120 | 30 | 2 | 32';
  test.each([
    ['1 | T01 | Thôn A | 20 | 30 | 2 | 32', 'report/exceeds E2'],
    ['1 | T01 | Thôn A | 620 | 600 | 2 | 602', 'value/out-of-range E2'],
    ['1 | T01 | Thôn A | 620 | 30 | 101 | 131', 'report/form-rule F2'],
    ['1 | T01 | Thôn A | 120 | 30 | 2 | 33', 'report/not-sum-of G2'],
    ['1 | 01 | Thôn A | 120 | 30 | 2 | 32', 'value/pattern B2'],
    ['1 | T01 | Thôn A | ba | 30 | 2 | 32', 'value/not-a-number D2'],
    ['1 | T01 | Thôn A | 120 | 30 | hai | 32', 'value/not-a-number F2'],
  ])('%s', (line, expected) => {
    expect(found(`${HEAD}\n${line}\n2 | T02 | Thôn B | 80 | 0 | 0 | 0`, flood)).toEqual([expected]);
  });

  test('a blank that is asked for, beside the sum without it', () => {
    expect(
      found(`${HEAD}\n1 | T01 | Thôn A | | 30 | 2 | 32\n2 | T02 | Thôn B | 80 | 0 | 0 | 0`, flood),
    ).toEqual(['report/blank-counts D2', 'value/missing D2']);
  });

  test('a row twice', () => {
    expect(found(`${HEAD}\n${row}\n2 | T02 | thôn a | 80 | 0 | 0 | 0`, flood)).toEqual([
      'report/not-unique C3',
    ]);
  });

  test('lines with labels', () => {
    const form = readForm(
      'forms/tiem.yaml',
      `
id: tiem
scope: vaccine
name: { vi: Mẫu tiêm, en: Doses }
layout: lines
fields:
  - { id: first, label: { vi: Số người tiêm mũi 1, en: First dose }, type: count, required: true }
  - { id: second, label: { vi: Số người tiêm mũi 2, en: Second dose }, type: count, required: true }
measures:
  - { id: first, label: { vi: Mũi 1, en: First }, from: { field: first } }
  - { id: second, label: { vi: Mũi 2, en: Second }, from: { field: second } }
rules:
  - at-most: { left: second, right: first }
`,
    );
    const report = take('UBND XÃ HOÀI CHÂU\n- Số người tiêm mũi 2: 30\n- Số người tiêm mũi 1: 120', form);
    expect([...report.figures].map(([id, { value }]) => [id, value])).toEqual([
      ['first', 120],
      ['second', 30],
    ]);
    expect(found('- Số người tiêm mũi 2: 130\n- Số người tiêm mũi 1: 120', form)).toEqual([
      'report/exceeds A1',
    ]);
  });
});

describe('Mẫu 01: installed ≤ with a smartphone ≤ in all', () => {
  const page = (total: string, phone: string, installed: string) =>
    `Tổng số cán bộ, CC, VC, người lao động | ${total}\nSố cán bộ, CC, VC, người lao động có Smartphone | ${phone}\nSố cán bộ, CC, VC, người lao động đã cài đặt Bluezone | ${installed}`;
  test.each([
    ['45', '40', '38', []],
    ['40', '40', '40', []],
    ['45', '38', '40', ['report/exceeds B3']],
    ['38', '40', '38', ['report/exceeds B2']],
    ['30', '40', '50', ['report/exceeds B2', 'report/exceeds B3']],
    ['45', 'ba', '50', ['value/not-a-number B2']],
    ['45', '', '38', ['value/missing A2']],
  ])('%s, %s, %s', (total, phone, installed, expected) => {
    expect(found(page(total, phone, installed), mau01)).toEqual(expected);
  });
});

describe('the same person on two rows', () => {
  const HEADS = 'STT | Họ và tên | Địa chỉ (thôn, khu phố) | Số điện thoại | Lũy kế đến thời điểm hiện tại';
  test.each([
    [
      'name and phone',
      "1 | Lê Văn A | T1 | '0912345678\n2 | Lê Văn A | T2 | '0912.345.678",
      ['report/duplicate-person B3'],
    ],
    [
      'tones at another place',
      "1 | Hòa | T1 | '0912345678\n2 | Hoà | T1 | '0912345678",
      ['report/duplicate-person B3'],
    ],
    ['name and address', '1 | Lê Văn A | Thôn 1\n2 | Lê Văn A | thôn 1', ['report/duplicate-person B3']],
    ['a phone shared by two', "1 | Lê Văn A | T1 | '0912345678\n2 | Lê Văn B | T1 | '0912345678", []],
    ['a name shared by two', "1 | Lê Văn A | T1 | '0912345678\n2 | Lê Văn A | T1 | '0912345679", []],
    ['a phone on one row only', "1 | Lê Văn A | T1 | '0912345678\n2 | Lê Văn A | T1", []],
    ['a name and nothing else', '1 | Lê Văn A\n2 | Lê Văn A', []],
  ])('%s', (_name, rows, expected) => {
    expect(found(`${HEADS}\n${rows}`, mau02)).toEqual(expected);
  });

  test('counts once among rows', () => {
    const report = take(`${HEADS}\n1 | A | T1 | | x\n2 | B | T1 | | x\n3 | A | T1 | | x`, mau02);
    expect(report.figures.get('installed')?.value).toBe(2);
  });

  test('is located, never quoted', () => {
    const report = take(`${HEADS}\n1 | Lê Văn A | T1 | 12\n2 | Lê Văn A | T1 | 12`, mau02);
    expect(JSON.stringify(report.findings)).not.toContain('Lê Văn');
  });
});

describe('a phone number of the country', () => {
  const HEADS = 'STT | Họ và tên | Địa chỉ (thôn, khu phố) | Số điện thoại | Lũy kế đến thời điểm hiện tại';
  test.each([
    ["'0912345678", []],
    ['912345678', []],
    ["'0162 345 6789 / 0912345678", []],
    ['.....', []],
    ["'091234567", ['value/phone D2']],
    ['không có', ['value/phone D2']],
  ])('%s', (cell, expected) => {
    expect(found(`${HEADS}\n1 | A | T | ${cell} | 12`, mau02)).toEqual(expected);
  });

  test('old and new prefix are one person', () => {
    expect(found(`${HEADS}\n1 | A | T | '01623456789 |\n2 | A | T | '0323456789`, mau02)).toEqual([
      'report/duplicate-person B3',
    ]);
  });
});

describe('against the roster, once the unit is known', () => {
  const unit = (smartphone_users: number | null, population: number | null): Unit => ({
    code: '21637',
    name: 'Phường Tam Quan',
    kind: 'phường',
    parent: null,
    aliases: [],
    bases: { smartphone_users, population, adults: null },
    baseDate: null,
    baseSource: null,
    contactName: null,
    contactPhone: null,
    validFrom: null,
    validTo: null,
    successor: null,
    note: null,
    line: 2,
  });
  const report = take('STT | Họ và tên | Thôn | Lũy kế\n1 | A | T | 1000', mau02);
  test.each([
    [1000, 2000, []],
    [999, 2000, ['report/above-base']],
    [500, 2000, ['report/above-base']],
    [499, 2000, ['report/above-twice-base']],
    [1000, 999, ['report/above-population']],
    [100, 999, ['report/above-population']],
    [null, null, []],
    [0, 0, []],
  ])('smartphones %s, population %s', (smartphones, population, expected) => {
    const findings = checkWithUnit({ form: mau02, figures: report.figures }, unit(smartphones, population));
    expect(findings.map(({ code }) => code)).toEqual(expected);
    for (const { at } of findings)
      expect(at).toMatchObject({ sheet: 'Sheet1', cell: 'D2', row: 1, col: 3, unit: '21637' });
  });
});

test('every rule is counted', () => {
  expect(RULE_COUNT).toBe(RULES.length + UNIT_RULES.length);
});
