import { type DeadlineFacts, deadline } from './deadline.ts';
import { date } from './numbers.ts';
import { lowerFirst } from './print.ts';

/** The words of `status`, `receive`, `sent`, `resolve` and of the reminders. */
export const status = {
  file: 'Tệp',
  recorded: 'Ghi sổ',
  now: 'vừa ghi',
  before: 'đã có',
  onBehalf: 'nhập thay',
  received: (news: number, all: number, named: boolean) => {
    if (all === 0) return named ? 'Không có tệp nào để ghi sổ.' : 'Chưa có tệp nào của ngày này.';
    return `Đã ghi sổ ${news} tệp mới; ${named ? 'lần này xem' : 'ngày này có'} ${all} tệp.`;
  },
  due: (form: string, due: DeadlineFacts) => `${form}: hạn ${deadline(due)}`,
  noDue: (form: string) => `${form}: không đặt hạn nộp`,
  left: (minutes: number) => `còn ${span(minutes)}`,
  passed: (minutes: number) => `đã quá ${span(minutes)}`,
  undecided: (count: number) => `Chờ xác định (${count})`,
  rejected: (count: number) => `Trả lại, chưa tính được (${count})`,
  sent: {
    marked: (name: string, at: string, number: string | null) =>
      `Đã ghi nhận bản ${name} đã gửi lúc ${moment(at)}${number === null ? '' : `, số ${number}`}.`,
    same: (name: string) => `Bản ${name} đã được ghi nhận là đã gửi từ trước; không ghi thêm.`,
    kept: (name: string) =>
      `Bản ${name} đã được ghi nhận là đã gửi, nên không ghi đè; muốn ghi ra tệp khác, dùng -o.`,
    guarded: (name: string) =>
      `Không đọc được sổ theo dõi nên không biết bản ${name} đã gửi hay chưa: không ghi đè. Muốn ghi ra tệp khác, dùng -o.`,
    restored: (name: string) =>
      `Bản ${name} trong outbox không còn như lúc gửi: đã đặt lại bản đã gửi, tệp lạ được giữ bên cạnh.`,
    numbered: (name: string, number: string) => `Đã ghi thêm số ${number} cho bản ${name} đã gửi.`,
    unchanged: (name: string) => `Số liệu không đổi so với bản đã gửi ${name}; không ghi bản bổ sung.`,
  },
  decision: {
    recorded: (id: number) => `Đã ghi quyết định số ${id}.`,
    wouldRecord: (id: number) => `Sẽ ghi quyết định số ${id} (chưa ghi gì).`,
    idle: {
      already: 'Quyết định này không đổi gì: vốn đã như vậy.',
      'no-fall': 'Quyết định này không đổi gì: ngày này không có số giảm nào của đơn vị đang được đánh dấu.',
      'no-change':
        'Quyết định này không đổi gì: ngày này không có số nào của đơn vị đổi sau khi gửi mà chưa rõ lý do.',
      'not-asked': 'Quyết định này không đổi gì: ngày đó đơn vị không phải báo cáo, hoặc đã được miễn.',
      still: (outcome: string, titles: readonly string[]) =>
        `Quyết định này chưa đổi số nào: tệp vẫn là «${outcome}»${titles.length === 0 ? '' : ` vì ${titles.map(lowerFirst).join('; ')}`}.`,
    },
    none: 'Chưa có quyết định nào.',
    nothingOpen: 'Ngày này không có gì chờ xác định.',
    undone: 'không còn hiệu lực',
    id: 'Số',
    at: 'Ghi lúc',
    what: 'Quyết định',
    reason: 'Lý do',
    unit: (file: string, unit: string) => `Tệp ${file} là của ${unit}`,
    date: (file: string, day: string) => `Tệp ${file} là của ngày ${date(day)}`,
    version: (file: string) => `Bản ${file} là bản được tính`,
    together: (files: readonly string[]) => `Các phần của một báo cáo, cộng lại: ${files.join('; ')}`,
    counting: (file: string, mode: 'rows' | 'per-person' | 'stated-total') =>
      `Tệp ${file}: ${COUNTING[mode]}`,
    fall: (unit: string, day: string, why: string) => `Số của ${unit} ngày ${date(day)} giảm: ${why}`,
    change: (unit: string, day: string, why: string) =>
      `Số của ${unit} ngày ${date(day)} đổi sau khi gửi: ${why}`,
    exempt: (unit: string, from: string | null, to: string | null) =>
      `Miễn báo cáo cho ${unit}${from === null ? '' : ` từ ngày ${date(from)}`}${to === null ? '' : ` đến hết ngày ${date(to)}`}`,
    undo: (id: number) => `Bỏ quyết định số ${id}`,
    askThing: 'Xác định việc nào?',
    enough: 'thôi, ghi lại những gì đã chọn',
    openFall: (unit: string) => `${unit}: số giảm, chưa rõ lý do`,
    openChange: (unit: string) => `${unit}: số đổi sau khi gửi, chưa rõ lý do`,
    askWhy: 'Vì sao?',
    needsReason: 'Ghi rõ lý do.',
    askWhat: (file: string) => `Với tệp ${file}:`,
    askUnit: 'là của đơn vị nào?',
    askDate: 'là của ngày nào (2021-08-16 hoặc 16/8/2021)?',
    askCounting: 'cột Lũy kế được hiểu thế nào?',
    askReason: 'Lý do (có thể bỏ trống):',
    choose: {
      unit: 'chọn đơn vị',
      date: 'chọn ngày',
      version: 'lấy bản này',
      counting: 'chọn cách tính',
      skip: 'bỏ qua',
    },
    counted: {
      rows: 'mỗi dòng là một người đã cài',
      'per-person': 'cộng số ghi trên từng dòng',
      'stated-total': 'một số tổng cho cả đơn vị',
    },
  },
};

const COUNTING = {
  rows: 'mỗi dòng là một người đã cài',
  'per-person': 'cộng số ghi trên từng dòng',
  'stated-total': 'lấy số tổng đã ghi',
} as const;

function moment(iso: string): string {
  return `${Number(iso.slice(11, 13))} giờ ${iso.slice(14, 16)} ngày ${date(iso)}`;
}

function span(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  const parts = [
    days > 0 ? `${days} ngày` : '',
    hours > 0 ? `${hours} giờ` : '',
    rest > 0 ? `${rest} phút` : '',
  ];
  return parts.filter((part) => part !== '').join(' ') || '0 phút';
}

export type StatusWords = typeof status;
