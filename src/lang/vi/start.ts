import { date } from './numbers.ts';

/** The words of the program that is started without a command. */
export const start = {
  none: 'Ở thư mục này chưa có đợt báo cáo nào.',
  which: 'Có nhiều đợt báo cáo ở đây. Mở đợt nào?',
  day: (day: string, time: string) => `Ngày ${date(day)}, lúc ${time}`,
  scope: (form: string, received: number, due: number, left: string) =>
    `${form}: đã nhận ${received}/${due} đơn vị${left === '' ? '' : `; ${left}`}`,
  waiting: (undecided: number, rejected: number) =>
    undecided + rejected === 0
      ? 'Không có tệp nào chờ xác định hay phải trả lại.'
      : `Chờ xác định ${undecided} tệp, phải trả lại ${rejected} tệp.`,
  menu: 'Làm gì tiếp?',
  choices: {
    receive: 'Nhận tệp',
    watch: 'Trông đến hạn: tệp nào đến thì nhận và kiểm tra ngay',
    status: 'Xem bảng theo dõi',
    aggregate: 'Lập bản tổng hợp',
    validate: 'Lập lời nhắn và tệp đánh dấu để trả lại người gửi',
    remind: 'Lời nhắc các đơn vị chưa gửi',
    resolve: 'Xác định tệp, ghi quyết định',
    sent: 'Ghi nhận bản tổng hợp đã gửi',
    init: 'Lập đợt báo cáo mới',
    quit: 'Thôi',
  },
  paths: 'Kéo tệp hoặc thư mục thả vào đây rồi nhấn Enter (để trống: thôi):',
  command: (line: string) => `Lệnh tương ứng: ${line}`,
  close: 'Nhấn một phím để đóng cửa sổ này.',
};

export type StartWords = typeof start;
