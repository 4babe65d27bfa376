import { date } from './numbers.ts';

/** The words of `daily` and `schedule`. */
export const daily = {
  day: (iso: string, text: string) => `${date(iso)}: ${text}`,
  idle: 'không phải ngày báo cáo',
  nothingNew: 'không có gì mới',
  stage: {
    provisional: (files: readonly string[]) => `bản tạm ${files.join(', ')}`,
    final: (files: readonly string[]) => `bản chính thức ${files.join(', ')}`,
    supplement: (files: readonly string[]) => `bản bổ sung ${files.join(', ')}, số liệu đã đổi sau khi gửi`,
  },
  scope: (form: string, count: Counted) => {
    const parts = [
      count.late > 0 ? `${count.late} muộn` : '',
      count.missing > 0 ? `${count.missing} quá hạn chưa gửi` : '',
      count.awaited > 0 ? `${count.awaited} chưa gửi` : '',
    ].filter((part) => part !== '');
    const detail = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
    return `${form} ${count.reported}/${count.expected}${detail}`;
  },
  rejected: (count: number) => `${count} tệp trả lại`,
  undecided: (count: number) => `${count} tệp chờ xác định`,
  left: (count: number) => `${count} tệp đang được ghi, để lần sau`,
  unreadable: (count: number) => `${count} tệp không mở được`,
  altered: (names: readonly string[]) => `bản đã gửi bị sửa, đã đặt lại: ${names.join(', ')}`,
  reminded: (count: number) => `${count} lời nhắc`,
  role: { caughtUp: 'Lập bù', revisited: 'Xem lại' },
  missed: (spans: readonly (readonly [string, string])[], count: number) =>
    `Chưa có bản tổng hợp ${count} ngày trước (${spans.map(([from, to]) => (from === to ? date(from) : `${date(from)} đến ${date(to)}`)).join(', ')}): chạy bluezone-report daily -d <ngày> cho từng ngày`,
  failed: (iso: string, why: string) => `Ngày ${date(iso)} chưa làm được, lần sau làm lại: ${why}`,
  clock: (last: string) => `Đồng hồ máy chậm hơn lần chạy trước (${moment(last)}): kiểm tra ngày giờ của máy`,
  onResult: (reason: string) => `Lệnh --on-result không xong (${reason}); lần sau sẽ gọi lại`,
  schedule: {
    about: (campaign: string) => `bluezone-report: ${campaign}`,
    times: (zone: string, runs: readonly string[], final: string) =>
      `Giờ chạy theo ${zone}: ${runs.join(', ')} (bản chính thức: ${final}).`,
    receiving: 'Ghi sổ giờ đến của tệp mới:',
    running: 'Lập bản tổng hợp:',
    cronInstall:
      'Cài: chạy `crontab -e` rồi dán các dòng của lịch này. Cron gửi thư khi có việc cần xem (MAILTO).',
    cronZone: (machine: string, zone: string) =>
      `Cron của Debian chạy theo giờ của máy (${machine}); mỗi dòng tự xem giờ ở ${zone} trước khi chạy.`,
    cronSame: (zone: string) => `Máy chạy theo ${zone}. Nếu đổi múi giờ của máy, hãy in lại lịch này.`,
    systemdInstall: (names: readonly string[]) =>
      `Cài: ghi từng tệp vào ~/.config/systemd/user/ (hoặc dùng -o), rồi: systemctl --user daemon-reload && systemctl --user enable --now ${names.join(' ')} && loginctl enable-linger`,
    windowsInstall: (command: string) => `Cài (lưu thành tệp, hoặc dùng -o): ${command}`,
    windowsAccount:
      'Như trên, tác vụ chỉ chạy khi người dùng đang đăng nhập (màn hình khóa vẫn chạy). Để chạy cả khi chưa đăng nhập và không hiện cửa sổ, thêm vào cuối lệnh: /RU "%USERNAME%" /RP * (Windows sẽ hỏi mật khẩu). Thư mục của đợt nằm trên ổ mạng thì đừng thêm: ổ mạng (Z:) chỉ có khi đã đăng nhập.',
    fixedOffset:
      'Windows giữ khoảng cách cố định với giờ quốc tế; nơi đổi giờ theo mùa thì in lại lịch sau mỗi lần đổi.',
    daily: 'lập bản tổng hợp hằng ngày',
    receive: 'ghi sổ giờ đến của tệp',
    until: (day: string) => `Đợt này hết ngày ${date(day)}; sau đó lệnh không làm gì, có thể gỡ lịch.`,
    lastRun: (at: string, exit: number) =>
      `Lần chạy gần nhất: ${moment(at)}, ${['xong', 'xong, có việc cần xem', 'không chạy được'][exit] ?? exit}.`,
    never: 'Chưa chạy lần nào.',
    nextRun: (at: string) => `Lần chạy tới: ${moment(at)}.`,
    noMore: 'Đợt này không còn lần chạy nào.',
    skipped: (at: string) =>
      `Lần chạy ${moment(at)} đã không diễn ra. Kiểm tra lịch đã cài chưa, máy có bật không.`,
  },
};

interface Counted {
  readonly expected: number;
  readonly reported: number;
  readonly late: number;
  readonly missing: number;
  readonly awaited: number;
}

function moment(iso: string): string {
  return `${iso.slice(11, 16)} ngày ${date(iso)}`;
}

export type DailyWords = typeof daily;
