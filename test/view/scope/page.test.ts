import { describe, expect, test } from 'vitest';
import type { ScopeSummary } from '../../../src/model/summary.ts';
import { headline } from '../../../src/view/headline.ts';
import type { ViewInput } from '../../../src/view/input.ts';
import { layoutOf } from '../../../src/view/scope/layout.ts';
import { scopeTables } from '../../../src/view/scope/page.ts';
import { shown } from '../../../src/view/shown.ts';
import type { Row, Table } from '../../../src/view/table.ts';
import { sampleCampaign, sampleFolder, sampleInput, sampleSummary } from '../sample.ts';

const [residents, staff] = sampleSummary().scopes as [ScopeSummary, ScopeSummary];

function tables(scope: ScopeSummary, input: ViewInput = sampleInput()) {
  return scopeTables(input, layoutOf(input, scope));
}

function rows(table: Table, role: Row['role']) {
  return table.rows.flatMap((row) => (row.role === role && 'cells' in row ? [row.cells] : []));
}

const notes = (scope: ScopeSummary, input?: ViewInput) =>
  rows(tables(scope, input).units, 'item').map((cells) => cells.note?.value);

describe('the table of a scope', () => {
  test('says in the office’s language why a figure is not today’s', () => {
    expect(notes(residents)).toEqual([
      null,
      'Nộp muộn 20 phút; đã nộp lại, tính bản 2',
      'Đã gửi, chưa dùng được: phải sửa, gửi lại; lấy số 15/8',
      'Chưa báo cáo (chưa đến hạn)',
      'Được miễn báo cáo',
      'Giảm so với lần trước, chờ giải trình; chưa có số người dùng điện thoại thông minh',
      null,
    ]);
  });

  test('blames nobody where the letter sets no deadline', () => {
    const folder = sampleFolder();
    const collect = sampleCampaign().collect.map((one) => ({ ...one, due: null }));
    const input = sampleInput('vi', { folder: { ...folder, campaign: sampleCampaign({ collect }) } });
    expect(notes(staff, input)).toEqual([null, null, 'Chưa có báo cáo']);
  });

  test('leaves out who owes nothing and has nothing', () => {
    const names = rows(tables(residents).units, 'item').map((cells) => cells.unit?.value);
    expect(names).not.toContain('Xã Nhập Sau Này');
    expect(names).toHaveLength(7);
  });

  test('leaves out a column that nobody can fill', () => {
    const ids = (scope: ScopeSummary) => tables(scope).units.columns.map((column) => column.id);
    expect(ids(residents)).toContain('points');
    expect(ids(staff)).not.toContain('points');
    expect(ids(staff)).toContain('q:qr_code');
    expect(ids(residents)).not.toContain('q:qr_code');
  });

  test('puts a rate beside the integers that it comes from, and nowhere else', () => {
    const { units } = tables(residents);
    const [total] = rows(units, 'total');
    const [both] = rows(units, 'part');
    expect(total?.['p:installed/smartphone_users']).toBeUndefined();
    expect(both?.['p:installed/smartphone_users']?.value).toEqual({
      numerator: 7350,
      denominator: 13635,
      percent: 53.91,
    });
    expect(both?.['m:installed']?.value).toBe(7350);
    expect(both?.['b:smartphone_users']?.value).toBe(13635);
    expect(rows(tables(staff).units, 'total')[0]?.['p:staff_installed/staff_with_smartphone']?.value).toEqual(
      {
        numerator: 51,
        denominator: 56,
        percent: 91.07,
      },
    );
  });

  test('never puts a formula whose result is not the summary’s figure', () => {
    const figures = { installed: { value: 9999, units: 5, carried: 1 } };
    const odd = { ...residents, total: { ...residents.total, figures } };
    const [total] = rows(tables(odd).units, 'total');
    expect(total?.['m:installed']).toEqual({ value: 9999 });
    expect(total?.['b:smartphone_users']?.formula).toEqual({ kind: 'sum', column: 'b:smartphone_users' });
  });

  test('tells reached, near and far apart on the integers', () => {
    const tones = rows(tables(residents).units, 'item').map(
      (cells) => cells['p:installed/smartphone_users']?.tone,
    );
    expect(tones).toEqual(['far', 'reached', 'far', undefined, undefined, undefined, 'reached']);
  });

  test('has one row a target', () => {
    const { targets } = tables(residents);
    expect(rows(targets as Table, 'item').map((cells) => [cells.target?.value, cells.gap?.value])).toEqual([
      ['60% số người dùng điện thoại thông minh', 831],
      ['90% số người dùng điện thoại thông minh', 4922],
    ]);
  });
});

describe('the sentences over a table', () => {
  test('give the rate with its integers, the change, and who is missing', () => {
    const input = sampleInput();
    expect(headline(input, layoutOf(input, residents))).toEqual([
      '5/6 đơn vị có số liệu: 7.350/13.635 người dùng điện thoại thông minh đã cài đặt, đạt 53,91%, trong đó 1 đơn vị lấy số ngày 15/8/2021; tăng 101 người (0,89 điểm phần trăm) so với ngày 15/8/2021.',
      'Đã báo cáo 4/6 đơn vị (đúng hạn 3, muộn 1); đã gửi, chưa dùng được 1; chưa đến hạn 1; được miễn 1.',
      'Đã gửi, chưa dùng được: Xã Thí Dụ Bắc (phải sửa, gửi lại).',
      '1 đơn vị lấy số của lần báo cáo trước, ngày 15/8/2021 (Xã Thí Dụ Bắc).',
    ]);
  });

  test('tell from when carried figures are, and whose, where it is not clear', () => {
    const from = (dates: { readonly [code: string]: string }) => {
      const units = residents.units.map((unit) =>
        unit.code in dates
          ? { ...unit, figures: { installed: { value: 100, date: dates[unit.code] ?? '', carried: true } } }
          : unit,
      );
      const input = sampleInput();
      return headline(input, layoutOf(input, { ...residents, units }))[3];
    };
    expect(from({ A4: '2021-08-14', A5: '2021-08-15' })).toBe(
      'Lấy số của lần báo cáo trước: ngày 15/8 (Xã Thí Dụ Bắc, Xã Giả Định); ngày 14/8 (Xã Thí Dụ Nam).',
    );
    expect(from({ A1: '2021-08-10', A2: '2021-08-11', A4: '2021-08-12', A5: '2021-08-13' })).toMatch(
      /ngày 11\/8 \(Phường Minh Họa Tây\); sớm hơn \(1 đơn vị\)\.$/,
    );
  });

  test('say so when there is nothing yet', () => {
    const input = sampleInput();
    const units = residents.units.map((unit) => ({
      ...unit,
      figures: {},
      coverage: null,
      coverages: [],
      delta: null,
    }));
    const empty = { ...residents, units, total: { figures: {}, coverage: null, coverages: [], delta: null } };
    expect(headline(input, layoutOf(input, empty))[0]).toBe('Chưa có số liệu.');
  });
});

describe('numbers as text', () => {
  test('are printed as Vietnamese offices print them', () => {
    const input = sampleInput();
    const { units } = tables(residents, input);
    const [first] = rows(units, 'item');
    const texts = units.columns.map((column) => shown(first?.[column.id], column, input.words));
    expect(texts).toEqual([
      '1',
      'Phường Minh Họa Đông',
      '5.120',
      '2.310',
      '45,12%',
      '+60',
      '+1,17',
      '3',
      '762',
      '2.298',
      '',
    ]);
  });
});
