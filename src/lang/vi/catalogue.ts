import type { Effect, Severity } from '../../model/findings/severity.ts';
import { deadline } from './deadline.ts';
import { count } from './numbers.ts';
import { addressee, others } from './print.ts';

const severity: { readonly [S in Severity]: string } = { error: 'lỗi', warning: 'cảnh báo', note: 'ghi chú' };

const effect: { readonly [E in Effect]: string } = {
  rejected: 'báo cáo bị trả lại, không được tính',
  undecided: 'báo cáo chờ quyết định, chưa được tính',
  ignored: 'tệp được bỏ qua',
  counted: 'không làm báo cáo bị trả lại',
};

/** Words around the findings: `explain`, the page of the catalogue, repeats, the reply to a sender. */
export const catalogue = {
  severity,
  effect,
  families: {
    file: 'Tệp không đọc được, hoặc đọc được nhưng có điều cần biết',
    form: 'Không nhận ra mẫu, hoặc thiếu một phần của mẫu',
    value: 'Một ô',
    report: 'Trong một báo cáo',
    unit: 'Của đơn vị nào',
    time: 'Của ngày nào',
    across: 'Giữa các báo cáo, các ngày, các cấp',
    campaign: 'Các tệp của đợt',
  } as { readonly [family: string]: string },
  explain: {
    listHead: 'Các điểm cần rà (xem một điểm: bluezone-report explain <mã>):',
    example: 'Ví dụ',
    says: 'Chương trình báo',
    why: 'Vì sao',
    fix: 'Cách sửa',
  },
  /** The reply to a sender, one line each. `by` is a printed moment. */
  reply: {
    dear: (units: readonly string[]) =>
      `Kính gửi: ${units.length === 0 ? 'đơn vị gửi báo cáo' : others(units.map(addressee))}`,
    refused: (file: string) => `Báo cáo «${file}» đã nhận nhưng chưa tính được:`,
    doubted: (file: string) => `Báo cáo «${file}» đã nhận và đã tính, nhưng có điểm cần xem lại:`,
    ignored: (file: string) => `Tệp «${file}» đã nhận nhưng không phải là bảng số liệu nên không được tính:`,
    /** Of a file with several reports, one sentence each. */
    counted: (file: string, sheets: readonly string[]) =>
      `Tệp «${file}» đã nhận. Đã tính: ${others(sheets, 'trang khác')}.`,
    held: (sheets: readonly string[]) => `Chưa tính được: ${others(sheets, 'trang khác')}.`,
    sheet: (sheet: string | null, unit: string | null) =>
      sheet === null ? (unit ?? 'báo cáo') : `trang «${sheet}»${unit === null ? '' : ` (${unit})`}`,
    fine: (file: string) => `Báo cáo «${file}» đã nhận và đã tính, không có điểm nào cần sửa.`,
    more: (n: number) => `- và ${count(n)} điểm khác, xin xem các ô được đánh dấu trong tệp gửi kèm.`,
    wish: {
      refused: 'Đề nghị đơn vị sửa và gửi lại',
      mixed: 'Đề nghị đơn vị sửa và gửi lại',
      doubted: 'Đề nghị đơn vị xác nhận, hoặc sửa và gửi lại',
      ignored: 'Đề nghị đơn vị gửi bảng số liệu',
    },
    by: deadline,
    now: 'ngay',
    thanks: 'Trân trọng cảm ơn.',
  },
  /** `n` further findings like the ones before. */
  repeats: (n: number, title: string) =>
    `Còn ${count(n)} chỗ khác cũng như vậy (${title.toLocaleLowerCase('vi')}).`,
};

export type CatalogueWords = typeof catalogue;
