import { describe, expect, it } from 'vitest';
import { type Finding, finding } from '../../src/core/finding.ts';
import { address } from '../../src/core/grid.ts';
import { WORDS } from '../../src/lang/lang.ts';
import { reply, replyAnswered } from '../../src/view/reply.ts';

const HEADING = 'Lũy kế đến thời điểm hiện tại';
const FILE = 'inbox/2021-08-16/hoai chau.xlsx';
const DUE = { at: '2021-08-16T15:00:00+07:00', rule: 'before' } as const;

function cell(row: number, sheet = 'Sheet1') {
  return { file: FILE, sheet, row, col: 4, cell: address(row, 4), heading: HEADING };
}

const rough = finding('value/approximate', cell(13), { field: HEADING, shown: 'khoảng 200', number: 200 });
const slip = finding(
  'across/slip',
  { file: FILE, sheet: 'Sheet1', cell: 'E14' },
  { measure: 'installed', value: 12500, earlier: 1240, since: '2021-08-15', factor: 10, direction: 'more' },
);

describe('the reply to a sender', () => {
  it('says the file, the cell, what to do and by when, in Vietnamese', () => {
    expect(reply('UBND xã Hoài Châu', FILE, [rough], DUE, WORDS.vi)).toMatchInlineSnapshot(`
      "Kính gửi UBND xã Hoài Châu,
      Báo cáo «hoai chau.xlsx» đã nhận nhưng chưa tính được:
      - Ô E14 (Lũy kế đến thời điểm hiện tại) ghi «khoảng 200»: đây là số ước chừng, chưa phải số đã đếm. Đề nghị đếm lại và ghi đúng một con số.
      Đề nghị đơn vị sửa và gửi lại trước 15:00 ngày 16/8/2021.
      Trân trọng cảm ơn."
    `);
  });
  it('says the same in English', () => {
    expect(
      reply('Xã Hoài Châu', FILE, [rough], { ...DUE, rule: 'no-later-than' }, WORDS.en),
    ).toMatchInlineSnapshot(`
      "To Xã Hoài Châu:
      Your report “hoai chau.xlsx” arrived but cannot be counted yet:
      - Cell E14 (Lũy kế đến thời điểm hiện tại) says “khoảng 200”: this is an estimate, not a number that was counted. Please count again and enter exactly one number.
      Please correct it and send it again no later than 15:00, 16 August 2021.
      Thank you."
    `);
  });
  it('asks for a confirmation of what is counted', () => {
    expect(reply('Xã Hoài Châu', FILE, [slip], null, WORDS.vi)).toMatchInlineSnapshot(`
      "Kính gửi Xã Hoài Châu,
      Báo cáo «hoai chau.xlsx» đã nhận và đã tính, nhưng có điểm cần xem lại:
      - Ô E14: lũy kế số người đã cài đặt là 12.500, gấp khoảng 10 lần so với 1.240 ngày 15/8/2021. Đề nghị kiểm tra lại số chữ số và gửi lại nếu sai.
      Đề nghị đơn vị xác nhận, hoặc sửa và gửi lại trong thời gian sớm nhất.
      Trân trọng cảm ơn."
    `);
  });
  it('is glad of a report without faults', () => {
    expect(reply('Xã Hoài Châu', FILE, [], DUE, WORDS.vi)).toMatchInlineSnapshot(`
      "Kính gửi Xã Hoài Châu,
      Báo cáo «hoai chau.xlsx» đã nhận và đã tính, không có điểm nào cần sửa.
      Trân trọng cảm ơn."
    `);
  });
  it('stays within ten lines and speaks no clerk’s language', () => {
    const many: Finding[] = Array.from({ length: 40 }, (_, i) =>
      finding('value/not-a-number', cell(i * 2), { field: HEADING, shown: 'nhiều' }),
    );
    const unknown = finding('unit/unknown', { file: FILE }, { text: 'xã Hoài Tây', nearest: null });
    for (const words of [WORDS.vi, WORDS.en]) {
      const text = reply(null, FILE, [...many, unknown], DUE, words);
      expect(text.split('\n').length).toBeLessThanOrEqual(10);
      expect(text).not.toMatch(/resolve|units\.csv|campaign\.yaml/);
    }
  });
  it('locates what is personal and never quotes it, not even a name in the wrong column', () => {
    const text = reply(
      'Xã Hoài Châu',
      FILE,
      [
        finding('value/not-a-number', cell(8), { field: HEADING, shown: 'Nguyễn Văn An' }),
        finding('value/not-a-number', cell(10), { field: HEADING, shown: 'ĐT 0912 345 678' }),
        finding('value/phone', { ...cell(12), heading: 'Số điện thoại' }, { field: 'Số điện thoại' }),
      ],
      DUE,
      WORDS.vi,
    );
    expect(text).toContain('Ô E9');
    expect(text).not.toMatch(/Văn An|0912|345/);
  });
  it('tells in one line what became of the points of the file before, within ten lines', () => {
    const closing = { fixed: [rough], remains: [], fresh: [] };
    expect(reply('Xã Hoài Châu', FILE, [], DUE, WORDS.vi, closing)).toMatchInlineSnapshot(`
      "Kính gửi Xã Hoài Châu,
      Báo cáo «hoai chau.xlsx» đã nhận và đã tính, không có điểm nào cần sửa.
      So với bản trước: đã sửa 1 điểm.
      Trân trọng cảm ơn."
    `);
    const many: Finding[] = Array.from({ length: 40 }, (_, i) =>
      finding('value/not-a-number', cell(i * 2), { field: HEADING, shown: 'nhiều' }),
    );
    const text = reply('Xã Hoài Châu', FILE, many, DUE, WORDS.vi, { ...closing, fresh: many });
    expect(text.split('\n')).toHaveLength(10);
    expect(text).toContain('So với bản trước');
  });
  it('asks nothing about a file that was replaced', () => {
    expect(replyAnswered('Xã Hoài Châu', FILE, 'inbox/2021-08-16/moi.xlsx', WORDS.vi)).toMatchInlineSnapshot(`
      "Kính gửi Xã Hoài Châu,
      Báo cáo «hoai chau.xlsx» đã nhận nhưng chưa tính được.
      Đơn vị đã gửi bản mới hơn là «moi.xlsx», nên không cần sửa và gửi lại bản này.
      Trân trọng cảm ơn."
    `);
  });
  it('keeps to one line a point, and leaves a phone number out of a file name', () => {
    const rule = finding('report/form-rule', { file: FILE }, { vi: 'Dòng một\ndòng hai.', en: 'x' });
    const text = reply(null, 'inbox/2021-08-16/0912345678 hoài châu 16.8.2021.xlsx', [rule], null, WORDS.vi);
    expect(text).toContain('«… hoài châu 16.8.2021.xlsx»');
    expect(text.split('\n')).toHaveLength(5);
  });
});
