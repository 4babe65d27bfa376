import { describe, expect, it } from 'vitest';
import { fillIn } from '../../../src/commands/fill/wizard.ts';
import type { Draft } from '../../../src/intake/fill/draft.ts';
import { WORDS } from '../../../src/lang/lang.ts';
import type { EarlierReport } from '../../../src/load/earlier.ts';
import type { Form } from '../../../src/model/form.ts';
import { readForm } from '../../../src/read/forms.ts';
import { templateText } from '../../../src/templates.ts';
import { scripted } from '../scripted.ts';

const form = (id: string): Form => readForm(`${id}.yaml`, templateText(`forms/${id}.yaml`));

async function run(
  id: string,
  answers: readonly (string | readonly string[])[],
  earlier: EarlierReport | null = null,
  begun: Partial<Draft> = {},
) {
  const asker = scripted(answers);
  const kept: Draft[] = [];
  const draft: Draft = { form: id, unit: '21649', date: '2021-08-16', fields: {}, rows: [], ...begun };
  const ended = await fillIn(
    {
      asker,
      words: WORDS.vi,
      form: form(id),
      check: { counting: 'auto', unit: null },
      columns: 78,
      keep: (one) => void kept.push(one),
      isPicture: (path) => path === 'anh.jpg',
    },
    draft,
    earlier,
    begun.rows !== undefined,
  ).catch((error: Error) => error.name);
  return { ended, asker, kept };
}

describe('Mẫu 02', () => {
  it('is filled row by row; a wrong phone is refused in the words of intake', async () => {
    const { ended, asker } = await run('mau-02', [
      'Thêm dòng',
      'Lê Văn Ví Dụ',
      'Thôn Một',
      '12345',
      '0900000001',
      'khoảng 12',
      '12',
      'Trần Thị Thí Dụ',
      '',
      '',
      '30',
      '',
      'Xem lại',
      'Lưu',
    ]);
    expect(ended).toMatchObject({
      how: 'save',
      draft: { rows: [{ cumulative: '12' }, { cumulative: '30' }] },
    });
    expect(asker.refused).toHaveLength(2);
    expect(asker.refused[0]).toContain('«Số điện thoại»');
    expect(asker.refused[1]).toContain('khoảng 12');
    expect(asker.shown).toContain('Số người đã cài đặt: 42, cộng số của từng dòng (mỗi dòng ghi số riêng)');
    expect(asker.shown).toContain('Không có điểm cần rà.');
    expect(asker.shown.filter((line) => line.length > 78 && line.startsWith('   '))).toEqual([]);
  });

  it('takes pasted lines, edits, deletions, and takes them back', async () => {
    const { ended } = await run('mau-02', [
      'Dán nhiều dòng',
      ['Lê Ví Dụ\tThôn Một\t0900000001\t12', 'Vũ Thí Dụ\tThôn Hai\t0900000002\t30', 'Hồ Giả Định\t\t\t5'],
      'Xóa một dòng',
      'Thí Dụ',
      'Hoàn tác',
      'Sửa một dòng',
      'Giả Định',
      '⏎',
      'Thôn Ba',
      '',
      '8',
      'Ghi lại «Lũy kế',
      '13',
      '⏎',
      '9',
      'Hoàn tác',
      'Xem lại',
      'Lưu',
    ]);
    expect(ended).toMatchObject({
      how: 'save',
      draft: {
        rows: [
          { full_name: 'Lê Ví Dụ', cumulative: '12' },
          { full_name: 'Vũ Thí Dụ', cumulative: '30' },
          { full_name: 'Hồ Giả Định', address: 'Thôn Ba', cumulative: '8' },
        ],
      },
    });
  });

  it('asks about the same person twice at once, and does not save what contradicts itself', async () => {
    const { ended, asker } = await run('mau-02', [
      'Thêm dòng',
      ...['Lê Ví Dụ', '', '0900000001', 'x'],
      ...['Lê Ví Dụ', '', '0900000001', 'x', 'Vẫn giữ'],
      ...['Vũ Thí Dụ', '', '', '12', ''],
      'Xem lại',
      'Sửa tiếp',
      'Để nháp',
    ]);
    expect(asker.shown.some((line) => line.startsWith('! Giống với dòng 1'))).toBe(true);
    expect(asker.shown).toContain(WORDS.vi.fill.ask.mustFix);
    expect(ended).toMatchObject({ how: 'leave' });
  });

  it('begins with the rows of the last report', async () => {
    const earlier = {
      date: '2021-08-15',
      fields: {},
      rows: [{ ordinal: '1', full_name: 'Lê Ví Dụ', cumulative: '12' }],
    };
    const { ended } = await run('mau-02', ['Có', 'Ghi lại «Lũy kế', '15', 'Xem lại', 'Lưu'], earlier);
    expect(ended).toMatchObject({ draft: { rows: [{ full_name: 'Lê Ví Dụ', cumulative: '15' }] } });
    expect(JSON.stringify(ended)).not.toContain('ordinal');
  });

  it('may be one running total', async () => {
    const { ended } = await run('mau-02', ['Chỉ ghi một số', 'nhiều', '2.310', 'Xem lại', 'Lưu']);
    expect(ended).toMatchObject({ how: 'save', draft: { fields: { cumulative: '2.310' }, rows: [] } });
  });

  it('keeps every answer, the last row unfinished, when it is interrupted', async () => {
    const { ended, kept } = await run('mau-02', [
      'Thêm dòng',
      'Lê Ví Dụ',
      'Thôn Một',
      '',
      '12',
      'Vũ Thí Dụ',
      '^C',
    ]);
    expect(ended).toBe('ExitPromptError');
    expect(kept.at(-1)?.rows).toMatchObject([
      { full_name: 'Lê Ví Dụ', cumulative: '12' },
      { full_name: 'Vũ Thí Dụ' },
    ]);
  });
});

describe('Mẫu 01', () => {
  it('offers yesterday’s answers, checks each against the others, and shows all before it is saved', async () => {
    const earlier = {
      date: '2021-08-15',
      fields: { staff_total: '20', staff_with_smartphone: '18' },
      rows: [],
    };
    const { ended, asker } = await run(
      'mau-01',
      [
        ...['', '', '⏎', '25', '18', '19', '17'],
        ...['khong-co.jpg', 'anh.jpg'],
        ...['Sửa một mục', 'đã cài đặt', '18', 'Lưu'],
      ],
      earlier,
    );
    expect(ended).toMatchObject({
      how: 'save',
      draft: {
        fields: {
          staff_total: '20',
          staff_with_smartphone: '18',
          staff_installed: '18',
          qr_photo: 'anh.jpg',
        },
      },
    });
    expect(asker.refused).toEqual([
      expect.stringContaining('25, lớn hơn'),
      expect.stringContaining('19, lớn hơn'),
      WORDS.vi.fill.ask.noPicture,
    ]);
  });
});
