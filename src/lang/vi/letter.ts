import { date as day } from './numbers.ts';

/** What an entry of a letter's campaign says, for a sentence. */
export interface CollectSaid {
  readonly form: string | null;
  readonly from: readonly string[];
  readonly every: 'day' | 'once' | null;
  readonly due: DueSaid | null;
}

export interface DueSaid {
  readonly date?: string;
  readonly time?: string;
  readonly rule: 'before' | 'no-later-than';
}

export interface TargetSaid {
  readonly scope: string | null;
  readonly of: string | null;
  readonly reach: string;
  readonly by: string | null;
}

/** The words of `init --letter`. */
export const letter = {
  head: (file: string) =>
    `Đọc từ công văn ${file} bằng bluezone-report init --letter. Câu trong «…» là câu của công văn; dòng "# ?" là chỗ phải xem lại, xem xong thì xóa.`,
  cited: (quote: string, line: number, item: string | null) =>
    `«${quote}» (dòng ${line}${item === null ? '' : `, mục ${item}`})`,
  unnamed: 'Đợt báo cáo theo công văn',
  unknownOffice: 'Cơ quan chưa rõ',
  unknownUnit: 'Đơn vị thứ nhất (sửa dòng này)',
  noOffice: 'Không thấy tên cơ quan ban hành ở đầu công văn: hãy ghi lại.',
  noReport: 'Công văn không yêu cầu báo cáo: không có hạn nộp, không ai bị coi là muộn.',
  noUnits: 'Danh mục hành chính không có địa bàn này: hãy lập danh sách đơn vị.',
  unsure: (key: string): string => `${key}: ${UNSURE[key] ?? 'chưa chắc, hãy đối chiếu với công văn.'}`,
  open: (key: string, candidates: readonly string[]): string =>
    `${OPEN[key] ?? 'công văn chưa nói rõ.'}${candidates.length === 0 ? '' : ` Chọn: ${candidates.join(' | ')}.`} Bỏ dấu # ở các dòng dưới khi đã rõ.`,
  collect: ({ form, from, every, due }: CollectSaid): string =>
    `${upper(from.join(', ') || 'Chưa rõ ai')} gửi ${form === null ? 'báo cáo (chưa rõ mẫu)' : (FORMS[form] ?? form)}${every === null ? '' : every === 'day' ? ' hằng ngày' : ' một lần'}${due === null ? '' : `, ${dueText(due)}`}`,
  target: ({ scope, of, reach, by }: TargetSaid): string =>
    `Chỉ tiêu ${reach}${of === null ? '' : ` ${BASES[of] ?? of}`}${scope === null ? '' : ' cài đặt'}${by === null ? '' : `, đến hết ngày ${day(by)}`}`,
  forward: (to: readonly string[], due: DueSaid | null): string =>
    `Tổng hợp gửi ${to.join('; ')}${due === null ? '' : `, ${dueText(due)}`}`,
  authority: (name: string, department: string | null): string =>
    `Cơ quan tổng hợp: ${name}${department === null ? '' : `, qua ${department}`}`,
  directive: (number: string | null, date: string | null): string =>
    `Công văn ${number === null ? 'không có số' : `số ${number}`}${date === null ? '' : `, ${date.length === 10 ? `ngày ${day(date)}` : date}`}`,
  period: (from: string | null, to: string | null): string =>
    `Báo cáo ${from === null ? '' : `từ ngày ${day(from)}`}${to === null ? '' : ` đến hết ngày ${day(to)}`}`,
  maybe: 'chưa chắc',
  openPoint: 'Công văn chưa nói rõ',
  ask: {
    take: 'Đúng, lấy',
    change: 'Sửa',
    leave: 'Bỏ',
    keepOpen: 'Để ngỏ, ghi thành ghi chú',
    fillIn: 'Điền luôn',
    back: 'Quay lại câu trước',
    name: 'Tên đợt:',
    office: 'Cơ quan tổng hợp:',
    department: 'Phòng, ban trực tiếp tổng hợp (để trống nếu không có):',
    number: 'Số, ký hiệu (để trống nếu không có):',
    since: 'Công văn không nêu ngày áp dụng. Áp dụng từ ngày nào?',
    amend: 'Ghi thay đổi này?',
    firstDay: 'Ngày báo cáo đầu tiên (để trống nếu không có):',
    lastDay: 'Ngày báo cáo cuối cùng (để trống nếu không có):',
    form: 'Mẫu nào?',
    from: 'Ai gửi (cách nhau bằng dấu phẩy):',
    every: 'Bao lâu một lần?',
    daily: 'hằng ngày',
    once: 'một lần',
    reach: 'Tỷ lệ phải đạt:',
    by: 'Ngày phải đạt (để trống nếu không nêu):',
    to: 'Gửi những đâu (cách nhau bằng dấu chấm phẩy):',
  },
  change: (sentence: string, since: string, replaces: boolean): string =>
    `Từ ngày ${day(since)}: ${sentence}${replaces ? ' (thay cho dòng đang có)' : ' (thêm mới)'}.`,
  unchanged: 'Công văn này không thay đổi gì trong đợt đang có; chưa ghi gì.',
  instead: 'bluezone-report init --letter <tệp> --yes hoặc --json',
} as const;

function upper(text: string): string {
  return text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}

function dueText({ date, time, rule }: DueSaid): string {
  const hour = time === undefined ? '' : `${time.slice(0, 2)} giờ ${time.slice(3, 5)}`;
  const when = [hour, date === undefined ? '' : `ngày ${day(date)}`].filter((part) => part !== '').join(' ');
  return `${rule === 'before' ? 'trước' : 'chậm nhất'} ${when}`;
}

const FORMS: { readonly [form: string]: string } = {
  'mau-01': 'Mẫu 01',
  'mau-02': 'Mẫu 02',
  'tong-hop': 'tổng hợp',
};

const BASES: { readonly [base: string]: string } = {
  smartphone_users: 'người dùng điện thoại thông minh',
  population: 'dân số',
  adults: 'người trưởng thành',
  staff_with_smartphone: 'cán bộ, công chức, viên chức, người lao động có điện thoại thông minh',
};

const UNSURE: { readonly [key: string]: string } = {
  name: 'đặt theo trích yếu của công văn.',
  form: 'công văn không nêu mẫu, lấy mẫu thường dùng.',
  from: 'công văn không nói riêng ai gửi, lấy theo nơi nhận.',
  every: 'công văn không nói mấy lần.',
  parent: 'lấy theo danh mục hành chính, công văn không nêu tên.',
  reach: 'công văn không nêu tỷ lệ, hiểu là tất cả.',
  to: 'công văn không nói ai gửi tiếp; hiểu theo chữ "qua".',
};

const OPEN: { readonly [key: string]: string } = {
  form: 'chưa rõ mẫu nào.',
  from: 'chưa rõ ai gửi.',
  every: 'chưa rõ mấy lần, hoặc không phải hằng ngày hay một lần.',
  'due.time': 'chưa rõ giờ nào.',
  'due.date': 'chưa rõ ngày nào.',
  'due.rule': 'chưa rõ đúng giờ đó là kịp hay muộn.',
  due: 'chưa rõ hạn gửi.',
  of: 'chưa rõ tỷ lệ trên số nào.',
  '': 'chưa rõ có phải chỉ tiêu của đợt này không.',
};

/** A part of letter's words that is text or makes text. */
type Said<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : Said<T[K]>;
};

export type LetterWords = Said<typeof letter>;
