import { date } from './numbers.ts';

/** The words of taking files in from outside the campaign. */
export const receive = {
  from: 'Tệp đưa vào',
  to: 'Nơi lưu',
  state: 'Kết quả',
  how: {
    copied: 'đã chép',
    trial: 'sẽ chép',
    there: 'đã có sẵn',
    link: 'lối tắt, để lại',
    list: 'bảng giờ nhận, để lại',
    locked: 'đang mở, chưa chép',
    name: 'tên tệp bị lỗi',
    special: 'không phải tệp',
    'dead-link': 'lối tắt hỏng',
    permission: 'không có quyền đọc',
    gone: 'không còn ở đó',
    changing: 'đang được ghi',
    disk: 'không đọc được',
  },
  outsidePeriod: (day: string) =>
    `Ngày ${date(day)} nằm ngoài thời gian của đợt: không đơn vị nào phải báo cáo ngày đó. Vẫn nhận tệp vào ngày này?`,
  nothingTaken: 'Chưa nhận tệp nào. Muốn nhận vào ngày khác: thêm --date <ngày>.',
};

export type ReceiveWords = typeof receive;
