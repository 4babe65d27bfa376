import type { Effect, Severity } from '../../core/finding.ts';
import { count } from './numbers.ts';

const severity: { readonly [S in Severity]: string } = { error: 'lỗi', warning: 'cảnh báo', note: 'ghi chú' };

const effect: { readonly [E in Effect]: string } = {
  rejected: 'báo cáo bị trả lại, không được tính',
  undecided: 'báo cáo chờ quyết định, chưa được tính',
  ignored: 'tệp được bỏ qua',
  counted: 'báo cáo vẫn được tính',
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
    says: 'Phần mềm báo',
    why: 'Vì sao',
    fix: 'Cách sửa',
  },
  /** `n` further findings like the ones before. */
  repeats: (n: number, title: string) =>
    `Còn ${count(n)} chỗ khác cũng như vậy (${title.toLocaleLowerCase('vi')}).`,
};

export type CatalogueWords = typeof catalogue;
