import { describe, expect, it } from 'vitest';
import { judge, judgeAnswer } from '../../../src/intake/fill/check.ts';
import {
  askedFields,
  type Draft,
  isFault,
  readAnswers,
  unknownField,
} from '../../../src/intake/fill/draft.ts';
import { rowsOfPaste } from '../../../src/intake/fill/paste.ts';
import { addRows, deleteRow, openRows, replaceRow, undo } from '../../../src/intake/fill/rows.ts';
import { readForm } from '../../../src/read/forms.ts';
import { templateText } from '../../../src/templates.ts';

const form = (id: string) => readForm(`${id}.yaml`, templateText(`forms/${id}.yaml`));
const mau01 = form('mau-01');
const mau02 = form('mau-02');
const context = { counting: 'auto', unit: null } as const;
const blank = (of: string): Draft => ({ form: of, unit: '1', date: '2021-08-16', fields: {}, rows: [] });

describe('answers', () => {
  it('are read as they would be typed', () => {
    const answers = readAnswers({
      form: 'mau-02',
      date: '2021-08-16',
      rows: [{ cumulative: 12, phone: null }],
    });
    expect(answers).toEqual({
      form: 'mau-02',
      unit: null,
      date: '2021-08-16',
      fields: {},
      rows: [{ cumulative: '12', phone: '' }],
    });
  });

  it.each([
    [null, ''],
    [[], ''],
    [{ row: [] }, 'row'],
    [{ date: '16/8/2021' }, 'date'],
    [{ rows: {} }, 'rows'],
    [{ rows: [1] }, 'rows[0]'],
    [{ rows: [{ phone: true }] }, 'rows[0].phone'],
    [{ fields: { staff_total: {} } }, 'fields.staff_total'],
  ])('that are none say where: %j', (json, key) => {
    const answers = readAnswers(json);
    expect(isFault(answers) ? answers.key : null).toBe(key);
  });

  it('name the nearest field for one that the form has not', () => {
    const fault = unknownField({ fields: {}, rows: [{ cumulativ: '1' }] }, mau02);
    expect(fault).toMatchObject({ key: 'rows[0].cumulativ', nearest: 'cumulative' });
  });
});

describe('one answer', () => {
  const codes = (of: typeof mau01, field: string, text: string, fields = {}) =>
    judgeAnswer(
      { ...blank(of.id), fields },
      of,
      context,
      { field, row: of.layout === 'table' ? {} : null },
      text,
    ).map(({ code }) => code);

  it.each([
    ['phone', '12345', ['value/phone']],
    ['phone', '0900 000 001', []],
    ['cumulative', 'khoảng 30', ['value/approximate']],
    ['cumulative', '-1', ['value/negative']],
    ['cumulative', '1,234', ['value/ambiguous-number']],
    ['cumulative', '1.234', []],
    ['cumulative', 'x', []],
    ['cumulative', '', []],
    ['full_name', 'Nguyễn Văn Ví Dụ', []],
  ])('of a row: %s «%s» → %j', (field, text, expected) => {
    expect(codes(mau02, field, text)).toEqual(expected);
  });

  it('is held against the others of the form', () => {
    expect(codes(mau01, 'staff_with_smartphone', '21', { staff_total: '20' })).toEqual(['report/exceeds']);
    expect(codes(mau01, 'staff_total', '17', { staff_with_smartphone: '18' })).toEqual(['report/exceeds']);
    expect(codes(mau01, 'staff_with_smartphone', '18', { staff_total: '20' })).toEqual([]);
    expect(codes(mau01, 'staff_total', '')).toEqual(['value/missing']);
    expect(codes(mau01, 'qr_code', '')).toEqual([]);
  });
});

describe('the whole report', () => {
  const rows = (...counts: string[]) =>
    counts.map((cumulative, n) => ({
      full_name: `Người Thứ ${'ABCDEFGH'[n]}`,
      phone: `090000000${n}`,
      cumulative,
    }));
  const read = (draft: Partial<Draft>) => {
    const { report, findings } = judge({ ...blank('mau-02'), ...draft }, mau02, context);
    const figure = report?.figures.get('installed');
    return {
      value: figure?.value ?? null,
      mode: figure?.counting?.mode,
      codes: findings.map(({ code }) => code),
    };
  };

  it('is counted as intake will count it', () => {
    expect(read({ rows: rows('12', '30') })).toEqual({ value: 42, mode: 'per-person', codes: [] });
    expect(read({ rows: rows('x', 'x', '1') })).toEqual({ value: 3, mode: 'rows', codes: [] });
    expect(read({ rows: rows('', '') })).toEqual({ value: 2, mode: 'rows', codes: [] });
    expect(read({ fields: { cumulative: '2.310' } })).toEqual({
      value: 2310,
      mode: 'stated-total',
      codes: [],
    });
    expect(read({ fields: { cumulative: '0' } })).toEqual({ value: 0, mode: 'stated-total', codes: [] });
    expect(read({})).toMatchObject({ value: null, codes: ['report/no-rows'] });
    expect(read({ rows: rows('12', 'x', '30') })).toMatchObject({
      value: null,
      codes: ['report/counting-unclear'],
    });
    expect(read({ rows: [...rows('5', '7'), ...rows('3')] })).toMatchObject({
      codes: ['report/duplicate-person'],
    });
  });

  it('says which row a finding stands in', () => {
    const { findings } = judge({ ...blank('mau-02'), rows: [...rows('5', 'ba')] }, mau02, context);
    expect(findings.map(({ code, at }) => [code, at.row])).toEqual([['value/not-a-number', 1]]);
  });
});

describe('rows', () => {
  it('are added, changed, deleted, and every change is undone in turn', () => {
    const one = addRows(openRows([]), [{ full_name: 'A' }]);
    const two = addRows(one, [{ full_name: 'B' }]);
    const changed = replaceRow(two, 0, { full_name: 'C' });
    const deleted = deleteRow(changed, 1);
    expect(deleted.rows).toEqual([{ full_name: 'C' }]);
    expect(undo(deleted).rows).toEqual(changed.rows);
    expect(undo(undo(deleted)).rows).toEqual(two.rows);
    expect(undo(openRows([])).rows).toEqual([]);
  });

  it('are pasted in the order of the form, with or without a running number, or by their headings', () => {
    const expected = [{ full_name: 'Lê Ví Dụ', address: 'Thôn Một', phone: '0900000001', cumulative: '12' }];
    expect(rowsOfPaste(['Lê Ví Dụ\tThôn Một\t0900000001\t12'], mau02)).toEqual(expected);
    expect(rowsOfPaste(['1\tLê Ví Dụ\tThôn Một\t0900000001\t12'], mau02)).toEqual(expected);
    expect(rowsOfPaste(['SĐT\tHọ tên\tLũy kế\tThôn', '0900000001\tLê Ví Dụ\t12\tThôn Một'], mau02)).toEqual(
      expected,
    );
    expect(rowsOfPaste(['\t\t\t', '"Lê ""Ví"" Dụ"\t\t\t5'], mau02)).toEqual([
      { full_name: 'Lê "Ví" Dụ', cumulative: '5' },
    ]);
    expect(rowsOfPaste([], mau02)).toEqual([]);
  });

  it('ask for everything but the running number', () => {
    expect(askedFields(mau02).map(({ id }) => id)).toEqual(['full_name', 'address', 'phone', 'cumulative']);
  });
});
