import { describe, expect, it } from 'vitest';
import { WORDS } from '../../src/lang/lang.ts';
import { type Finding, finding } from '../../src/model/finding.ts';
import { address } from '../../src/model/grid.ts';
import type { Returned } from '../../src/view/reply.ts';
import { reply, replyAnswered } from '../../src/view/travelling.ts';

const HEADING = 'Lũy kế đến thời điểm hiện tại';
const FILE = 'inbox/2021-08-16/hoai chau.xlsx';
const DUE = { at: '2021-08-16T15:00:00+07:00', rule: 'before', asOf: '2021-08-16T14:20:00+07:00' } as const;

function cell(row: number, sheet = 'Sheet1') {
  return { file: FILE, sheet, row, col: 4, cell: address(row, 4), heading: HEADING };
}

const rough = finding('value/approximate', cell(13), { field: HEADING, shown: 'khoảng 200', number: 200 });
const slip = finding(
  'across/slip',
  { file: FILE, sheet: 'Sheet1', cell: 'E14' },
  { measure: 'installed', value: 12500, earlier: 1240, since: '2021-08-15', factor: 10, direction: 'more' },
);

/** The file, with what the test says of it in the place of the usual. */
function returned(
  unitName: string | null,
  fate: 'counted' | 'held' | 'ignored',
  over: Partial<Returned>,
): Returned {
  const reports = [{ sheet: null, unitName, fate }];
  return { name: FILE, reports, findings: [], due: null, closing: null, ...over };
}

describe('the reply to a sender', () => {
  it('says the file, the cell, what to do and by when, in Vietnamese', () => {
    expect(
      reply(returned('Xã Hoài Châu', 'held', { findings: [rough], due: DUE }), WORDS.vi),
    ).toMatchInlineSnapshot(`
      "Kính gửi: UBND xã Hoài Châu
      Báo cáo «hoai chau.xlsx» đã nhận nhưng chưa tính được:
      - Ô E14 (Lũy kế đến thời điểm hiện tại) ghi «khoảng 200»: đây là số ước chừng, chưa phải số đã đếm. Đề nghị đếm lại và ghi đúng một con số.
      Đề nghị đơn vị sửa và gửi lại trước 15 giờ 00 hôm nay.
      Trân trọng cảm ơn."
    `);
  });
  it('says the same in English', () => {
    expect(
      reply(
        returned('Xã Hoài Châu', 'held', { findings: [rough], due: { ...DUE, rule: 'no-later-than' } }),
        WORDS.en,
      ),
    ).toMatchInlineSnapshot(`
      "To Xã Hoài Châu:
      Your report “hoai chau.xlsx” arrived but cannot be counted yet:
      - Cell E14 (Lũy kế đến thời điểm hiện tại) says “khoảng 200”: this is an estimate, not a number that was counted. Please count again and enter exactly one number.
      Please correct it and send it again no later than 15:00 today.
      Thank you."
    `);
  });
  it('asks for a confirmation of what is counted', () => {
    expect(reply(returned('Xã Hoài Châu', 'counted', { findings: [slip] }), WORDS.vi)).toMatchInlineSnapshot(`
      "Kính gửi: UBND xã Hoài Châu
      Báo cáo «hoai chau.xlsx» đã nhận và đã tính, nhưng có điểm cần xem lại:
      - Ô E14: lũy kế số người đã cài đặt là 12.500, gấp khoảng 10 lần so với 1.240 ngày 15/8/2021. Đề nghị kiểm tra lại số chữ số và gửi lại nếu sai.
      Đề nghị đơn vị xác nhận, hoặc sửa và gửi lại.
      Trân trọng cảm ơn."
    `);
  });
  it('is glad of a report without faults', () => {
    expect(reply(returned('Xã Hoài Châu', 'counted', { due: DUE }), WORDS.vi)).toMatchInlineSnapshot(`
      "Kính gửi: UBND xã Hoài Châu
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
      const text = reply(returned(null, 'held', { findings: [...many, unknown], due: DUE }), words);
      expect(text.split('\n').length).toBeLessThanOrEqual(10);
      expect(text).not.toMatch(/resolve|units\.csv|campaign\.yaml/);
    }
  });
  it('locates what is personal and never quotes it, not even a name in the wrong column', () => {
    const findings = [
      finding('value/not-a-number', cell(8), { field: HEADING, shown: 'Nguyễn Văn An' }),
      finding('value/not-a-number', cell(10), { field: HEADING, shown: 'ĐT 0912 345 678' }),
      finding('value/phone', { ...cell(12), heading: 'Số điện thoại' }, { field: 'Số điện thoại' }),
    ];
    const text = reply(returned('Xã Hoài Châu', 'held', { findings, due: DUE }), WORDS.vi);
    expect(text).toContain('Ô E9');
    expect(text).not.toMatch(/Văn An|0912|345/);
  });
  it('tells in one line what became of the points of the file before, within ten lines', () => {
    const closing = { fixed: [rough], remains: [], fresh: [] };
    expect(
      reply(returned('Xã Hoài Châu', 'counted', { due: DUE, closing }), WORDS.vi),
    ).toMatchInlineSnapshot(`
      "Kính gửi: UBND xã Hoài Châu
      Báo cáo «hoai chau.xlsx» đã nhận và đã tính, không có điểm nào cần sửa.
      So với bản trước: đã sửa 1 điểm.
      Trân trọng cảm ơn."
    `);
    const many: Finding[] = Array.from({ length: 40 }, (_, i) =>
      finding('value/not-a-number', cell(i * 2), { field: HEADING, shown: 'nhiều' }),
    );
    const text = reply(
      returned('Xã Hoài Châu', 'held', { findings: many, due: DUE, closing: { ...closing, fresh: many } }),
      WORDS.vi,
    );
    expect(text.split('\n')).toHaveLength(10);
    expect(text).toContain('So với bản trước');
  });
  it('asks nothing about a file that was replaced', () => {
    expect(
      replyAnswered(returned('Xã Hoài Châu', 'held', {}), 'inbox/2021-08-16/moi.xlsx', WORDS.vi),
    ).toMatchInlineSnapshot(`
      "Kính gửi: UBND xã Hoài Châu
      Báo cáo «hoai chau.xlsx» đã nhận nhưng chưa tính được.
      Đơn vị đã gửi bản mới hơn là «moi.xlsx», nên không cần sửa và gửi lại bản này.
      Trân trọng cảm ơn."
    `);
  });
  it('keeps to one line a point, and leaves a phone number out of a file name', () => {
    const rule = finding('report/form-rule', { file: FILE }, { vi: 'Dòng một\ndòng hai.', en: 'x' });
    const text = reply(
      returned(null, 'held', {
        name: 'inbox/2021-08-16/0912345678 hoài châu 16.8.2021.xlsx',
        findings: [rule],
      }),
      WORDS.vi,
    );
    expect(text).toContain('«… hoài châu 16.8.2021.xlsx»');
    expect(text.split('\n')).toHaveLength(5);
  });
  it('says that a picture was not counted, and by when the table is wanted', () => {
    const picture = finding('file/picture', { file: 'inbox/2021-08-16/IMG_1.jpg' }, { kind: 'picture' });
    const file = returned(null, 'ignored', {
      name: 'inbox/2021-08-16/IMG_1.jpg',
      findings: [picture],
      due: DUE,
    });
    expect(reply(file, WORDS.vi)).toMatchInlineSnapshot(`
      "Kính gửi: đơn vị gửi báo cáo
      Tệp «IMG_1.jpg» đã nhận nhưng không phải là bảng số liệu nên không được tính:
      - Đây là ảnh, không đọc được số liệu từ ảnh. Đề nghị gửi bảng số liệu bằng tệp Excel hoặc Word; ảnh mã QR thì giữ để lưu.
      Đề nghị đơn vị gửi bảng số liệu trước 15 giờ 00 hôm nay.
      Trân trọng cảm ơn."
    `);
    expect(reply(file, WORDS.en)).not.toContain('is counted');
  });
  it('says of each sheet what became of it, to the unit whose sheet was not counted', () => {
    const reports = [
      { sheet: 'Hoài Mỹ', unitName: 'Xã Hoài Mỹ', fate: 'counted' },
      { sheet: 'Hoài Hải', unitName: 'Xã Hoài Hải', fate: 'counted' },
      { sheet: 'Sheet3', unitName: 'Xã Hoài Châu', fate: 'held' },
    ] as const;
    const at = { ...cell(13, 'Sheet3'), sheet: 'Sheet3' };
    const findings = [finding('value/approximate', at, { field: HEADING, shown: 'khoảng 200', number: 200 })];
    expect(reply(returned(null, 'held', { reports, findings, due: DUE }), WORDS.vi)).toMatchInlineSnapshot(`
      "Kính gửi: UBND xã Hoài Châu
      Tệp «hoai chau.xlsx» đã nhận. Đã tính: trang «Hoài Mỹ» (Xã Hoài Mỹ) và trang «Hoài Hải» (Xã Hoài Hải).
      Chưa tính được: trang «Sheet3» (Xã Hoài Châu).
      - [Sheet3] Ô E14 (Lũy kế đến thời điểm hiện tại) ghi «khoảng 200»: đây là số ước chừng, chưa phải số đã đếm. Đề nghị đếm lại và ghi đúng một con số.
      Đề nghị đơn vị sửa và gửi lại trước 15 giờ 00 hôm nay.
      Trân trọng cảm ơn."
    `);
    expect(reply(returned(null, 'held', { reports, findings, due: DUE }), WORDS.en)).toMatchInlineSnapshot(`
      "To Xã Hoài Châu:
      Your file “hoai chau.xlsx” arrived. Counted: sheet “Hoài Mỹ” (Xã Hoài Mỹ) and sheet “Hoài Hải” (Xã Hoài Hải).
      Not counted yet: sheet “Sheet3” (Xã Hoài Châu).
      - [Sheet3] Cell E14 (Lũy kế đến thời điểm hiện tại) says “khoảng 200”: this is an estimate, not a number that was counted. Please count again and enter exactly one number.
      Please correct it and send it again before 15:00 today.
      Thank you."
    `);
  });
});
