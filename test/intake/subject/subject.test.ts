import { describe, expect, test } from 'vitest';
import { recognise } from '../../../src/intake/recognise/recognise.ts';
import { mau01, mau02 } from '../../model/shipped.ts';
import { draw } from '../../sheet.ts';

const OFFICIAL = 'STT | Họ và tên | Địa chỉ (thôn, khu phố) | Số điện thoại | Lũy kế đến thời điểm hiện tại';

/** `counted`, or the doubts of the reports found, of a Mẫu 02 under these lines. */
function under(lines: string, head = OFFICIAL, sheet = 'Sheet1'): string {
  const text = `# ${sheet}\nỦY BAN NHÂN DÂN\nXÃ HOÀI SƠN\n${lines}\n${head}\n1 | An | Thôn 1 | '0912345678 | 5 | 7`;
  const { found, findings } = recognise(draw(text), [mau01, mau02]);
  const codes = [...findings, ...found.flatMap(({ faults }) => faults)].map(({ code, facts }) =>
    'other' in facts ? `${code} ${facts.other}` : code,
  );
  return codes.length === 0 ? 'counted' : codes.join(', ');
}

describe('another matter', () => {
  test.each([
    ['BÁO CÁO TIÊM CHỦNG VẮC XIN PHÒNG COVID-19', 'tiêm chủng'],
    ['BÁO CÁO\nKết quả tiêm vắc xin ngày 16/8/2021', 'tiêm vắc xin'],
    ['bao cao ket qua tiem chung', 'tiêm chủng'],
    ['DANH SÁCH NGƯỜI ĐÃ TIÊM VẮC-XIN', 'tiêm vắc xin'],
    ['BÁO CÁO KẾT QUẢ THU QUỸ VẮC XIN', 'thu quỹ'],
    ['DANH SÁCH CÔNG DÂN TRỞ VỀ TỪ VÙNG DỊCH', 'trở về từ'],
    ['BÁO CÁO XÉT NGHIỆM COVID-19 HÀNG NGÀY', 'xét nghiệm'],
    ['V/v báo cáo kết quả test nhanh', 'test nhanh'],
    ['TỔNG HỢP ĐƠN THƯ, KHIẾU NẠI', 'đơn thư'],
    ['BÁO CÁO CÀI ĐẶT ỨNG DỤNG PC-COVID', 'PC Covid'],
    ['Danh sách hộ nhận hỗ trợ kinh phí', 'nhận hỗ trợ'],
    ['UBND xã Hoài Sơn - Báo cáo tiêm chủng', 'tiêm chủng'],
    ['BÁO CÁO THEO DÕI CÁCH LY TẠI NHÀ', 'cách ly'],
  ])('%s', (title, word) => {
    expect(under(title)).toBe(`form/other-subject ${word}`);
  });

  test('said by the head of the figure', () => {
    const head = 'STT | Họ và tên | Địa chỉ | Số điện thoại | Số mũi tiêm trong ngày | Lũy kế số mũi đã tiêm';
    expect(under('BÁO CÁO NGÀY 16/8', head)).toBe('form/other-subject số mũi');
  });

  test('said by another head, or the name of the sheet', () => {
    expect(under('BÁO CÁO', 'STT | Họ và tên | Địa chỉ | Số tiền | Lũy kế')).toBe(
      'form/other-subject số tiền',
    );
    expect(under('', OFFICIAL, 'Tiêm chủng')).toBe('form/other-subject tiêm chủng');
  });
});

describe('the same matter, though the other one is named', () => {
  test.each([
    'BÁO CÁO HÀNG NGÀY\nKết quả cài đặt Bluezone phục vụ tiêm chủng',
    'BÁO CÁO KẾT QUẢ CÀI ĐẶT BLUEZONE TẠI CÁC ĐIỂM TIÊM CHỦNG, KHU CÁCH LY',
    'Báo cáo cài đặt bluezone và quét mã QR tại chốt xét nghiệm',
    'DANH SÁCH NGƯỜI CÀI BLUEZON ĐÃ TIÊM VẮC XIN',
    'Kính gửi: Ban Chỉ đạo tiêm chủng\nBÁO CÁO HÀNG NGÀY',
    'BAN CHỈ ĐẠO PHÒNG CHỐNG DỊCH COVID-19\nBÁO CÁO HÀNG NGÀY',
    'TRẠM Y TẾ - TỔ XÉT NGHIỆM\nBÁO CÁO HÀNG NGÀY',
    'Căn cứ Kế hoạch tiêm chủng số 12/KH-UBND\nBÁO CÁO HÀNG NGÀY',
    'BÁO CÁO HÀNG NGÀY\nLưu ý: người đã tiêm vắc xin vẫn phải cài',
    'BÁO CÁO PHÒNG, CHỐNG DỊCH COVID-19 NGÀY 16/8/2021',
    'BÁO CÁO HÀNG NGÀY XÃ TIÊN PHƯỚC, HUYỆN QUY NHƠN',
    'Người báo cáo: cán bộ tiêm chủng\nBÁO CÁO NGÀY',
    '',
  ])('%s', (title) => {
    expect(under(title)).toBe('counted');
  });

  test('where the head of the figure says so', () => {
    const head = 'STT | Họ và tên | Địa chỉ | Số mũi tiêm | Lũy kế số người đã cài đặt Bluezone';
    expect(under('BÁO CÁO TIÊM CHỦNG VÀ CÀI ĐẶT BLUEZONE', head)).toBe('counted');
    expect(under('BÁO CÁO TIÊM CHỦNG', head)).toBe('counted');
  });
});

describe('in doubt', () => {
  test.each([
    'BÁO CÁO TIÊM CHỦNG\nSố liệu cài đặt, sử dụng ứng dụng Bluezone',
    'BÁO CÁO TIÊM CHỦNG VÀ CÀI ĐẶT BLUEZONE',
    'BÁO CÁO HÀNG NGÀY của tổ tiêm chủng lưu động',
  ])('%s', (title) => {
    expect(under(title)).toBe('form/subject-doubtful tiêm chủng');
  });

  test('an official head beside a column of another matter, without a title', () => {
    expect(under('', OFFICIAL.replace('Số điện thoại', 'Số mũi tiêm'))).toBe('form/subject-doubtful số mũi');
  });
});

test('a second table or sheet of another matter is no report and takes nothing from the first', () => {
  const own = `BÁO CÁO HÀNG NGÀY\nSố liệu cài đặt, sử dụng ứng dụng Bluezone\n${OFFICIAL}\n1 | An | Thôn 1 | '0912345678 | 5`;
  const other = `BÁO CÁO TIÊM CHỦNG\n${OFFICIAL}\n1 | Bình | Thôn 2 | '0912345679 | 70`;
  for (const text of [`${own}\n${other}`, `${own}\n# Sheet2\n${other}`]) {
    const { found } = recognise(draw(text), [mau01, mau02]);
    expect(found).toHaveLength(1);
    expect(found[0]?.faults).toEqual([]);
  }
});

test('a form that says no subject is not checked', () => {
  const form = { ...mau02, subject: null };
  const text = `BÁO CÁO TIÊM CHỦNG\n${OFFICIAL}\n1 | An | Thôn 1 | '0912345678 | 5`;
  expect(recognise(draw(text), [form]).found[0]?.faults).toEqual([]);
});

test('of two forms with the same heads the one that is about it is taken', () => {
  const other = {
    ...mau02,
    id: 'tiem',
    scope: 'tiem',
    titles: [],
    subject: { words: ['tiêm chủng'], unlike: [] },
  };
  const text = `BÁO CÁO HÀNG NGÀY TIÊM CHỦNG\n${OFFICIAL}\n1 | An | Thôn 1 | '0912345678 | 5`;
  const { found } = recognise(draw(text), [mau02, other]);
  expect(found.map(({ placement, faults }) => [placement.form.id, faults.length])).toEqual([['tiem', 0]]);
});
