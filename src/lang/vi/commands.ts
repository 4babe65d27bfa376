import { type HelpWords, help } from './help.ts';
import { count, date, instant } from './numbers.ts';

export const commands = {
  program: {
    description:
      'Tổng hợp báo cáo cài đặt Bluezone: đọc tệp các đơn vị gửi, kiểm tra, cộng, chỉ ra ai chưa gửi.',
    version: 'in phiên bản',
    footer: 'Mã kết thúc: 0 xong; 1 xong, có việc cần xem; 2 không chạy được; 130 bị ngắt.',
  },
  headings: {
    usage: 'Cách dùng:',
    arguments: 'Tham số:',
    options: 'Lựa chọn:',
    commands: 'Lệnh:',
    examples: 'Ví dụ:',
    usageOptions: '[lựa chọn]',
    usageCommand: '[lệnh]',
  },
  flags: {
    help: 'in trợ giúp',
    helpCommand: 'trợ giúp của một lệnh',
    campaign: 'thư mục của đợt, hoặc tên một đợt mẫu',
    date: 'ngày báo cáo (2021-08-16 hoặc 16/8/2021)',
    asOf: 'xem như đang ở thời điểm này, theo giờ của đợt',
    out: 'tệp kết quả; "-" in dạng văn bản ra màn hình',
    format: 'dạng tệp: xlsx, json, csv, md, html, docx, png (lặp lại được)',
    json: 'in kết quả dạng JSON ra stdout',
    dryRun: 'làm thử, không ghi gì',
    strict: 'có cảnh báo cũng kết thúc bằng mã 1',
    lang: 'ngôn ngữ: vi hoặc en',
    color: 'không dùng màu',
    quiet: 'chỉ in những gì cần xem',
    verbose: 'in đầy đủ',
  },
  help,
  progress: (done: number, total: number) => `Đang đọc ${done}/${total} tệp …`,
  written: (path: string) => `Đã ghi ${path}`,
  writtenMany: (files: number, folder: string) => `Đã ghi ${files} tệp vào ${folder}/`,
  wouldWrite: (path: string) => `Sẽ ghi ${path} (đang làm thử, chưa ghi)`,
  wouldWriteMany: (files: number, folder: string) =>
    `Sẽ ghi ${files} tệp vào ${folder}/ (đang làm thử, chưa ghi)`,
  waiting: (seconds: number) => `Một lệnh khác của đợt này đang ghi; đợi tối đa ${seconds} giây …`,
  /** One line, the same in every command. */
  outsidePeriod: (day: string, { from, to }: { readonly from: string | null; readonly to: string | null }) =>
    `Ngày ${date(day)} ở ngoài thời gian của đợt (${[
      ...(from === null ? [] : [`từ ${date(from)}`]),
      ...(to === null ? [] : [`đến ${date(to)}`]),
    ].join(' ')}): không đơn vị nào phải báo cáo ngày này.`,
  sealed: (lines: number) =>
    `Sổ theo dõi của phiên bản trước (${count(lines)} dòng) đã được niêm phong: từ nay dòng nào bị sửa, mất hay đảo chỗ sẽ được báo.`,
  ledgerSpoilt: (lines: number) =>
    `Sổ theo dõi có ${count(lines)} chỗ không còn như lúc ghi; số liệu dựa vào đó không còn chắc chắn. Xem từng chỗ: bluezone-report doctor.`,
  interrupted: 'Đã dừng theo yêu cầu.',
  ownFault: (message: string) =>
    `Chương trình gặp lỗi của chính nó (${message}). Chưa có gì bị ghi dở. Hãy chạy lại với -v và gửi phần in ra cho người bảo trì.`,
  ledgerTrouble: {
    locked:
      'Sổ theo dõi đang được một lần chạy khác giữ; lần này chưa ghi được vào sổ. Số liệu vẫn tính từ inbox. Hãy chạy lại sau ít phút.',
    'read-only':
      'Không ghi được vào sổ theo dõi (.bluezone): thư mục chỉ cho đọc. Số liệu vẫn tính từ inbox; giờ nhận và quyết định không được ghi lại.',
    full: 'Đĩa đã đầy nên lần này chưa ghi được vào sổ theo dõi (.bluezone). Số liệu vẫn tính từ inbox. Hãy dọn chỗ trống rồi chạy lại.',
    damaged:
      'Sổ theo dõi (.bluezone/ledger.sqlite) bị hỏng. Số liệu vẫn tính từ inbox, nhưng thiếu giờ nhận, quyết định và các bản đã gửi. Hãy chạy bluezone-report doctor.',
    newer:
      'Sổ theo dõi do một phiên bản mới hơn của chương trình ghi. Số liệu vẫn tính từ inbox; hãy cập nhật chương trình trước khi ghi vào sổ.',
    unavailable:
      'Không mở được sổ theo dõi (.bluezone/ledger.sqlite). Số liệu vẫn tính từ inbox. Hãy chạy bluezone-report doctor.',
  },
  dateUsed: {
    flag: (iso: string) => `Ngày báo cáo: ${date(iso)}, thư mục ${iso} (theo --date)`,
    folder: (iso: string) => `Ngày báo cáo: ${date(iso)}, thư mục ${iso} (theo tên thư mục)`,
    files: (iso: string) => `Ngày báo cáo: ${date(iso)}, thư mục ${iso} (theo ngày ghi trong tệp)`,
    today: (iso: string) => `Ngày báo cáo: ${date(iso)}, thư mục ${iso} (hôm nay)`,
    'as-of': (iso: string) => `Ngày báo cáo: ${date(iso)}, thư mục ${iso} (ngày của --as-of)`,
  },
  /** `asOf` is ISO 8601. */
  laterFiles: (files: number, asOf: string) =>
    `${count(files)} tệp của ngày này nhận sau ${instant(asOf)} nên chưa tính. Nếu đã nhận từ trước thì ghi giờ nhận: bluezone-report receive <tệp> --at <giờ>, hoặc received.csv.`,
};

type Widen<T> = T extends string
  ? string
  : T extends (...all: infer A) => string
    ? (...all: A) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [K in keyof T]: Widen<T[K]> };

export type CommandWords = Omit<Widen<typeof commands>, 'help'> & {
  readonly help: { readonly [K in keyof typeof commands.help]: HelpWords };
};
