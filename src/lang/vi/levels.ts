import { count, date, instant } from './numbers.ts';

/** The words of `trace` and `verify`. */
export const levels = {
  /** What differs in a summary, by measure or part of a line. */
  measures: {
    installed: 'số người đã cài đặt',
    staff_total: 'tổng số cán bộ',
    staff_with_smartphone: 'số cán bộ có điện thoại thông minh',
    staff_installed: 'số cán bộ đã cài đặt',
    smartphone_users: 'số người dùng điện thoại thông minh',
    population: 'dân số',
    adults: 'số người từ 18 tuổi',
    name: 'tên',
    status: 'tình trạng nộp',
    receivedAt: 'giờ nhận',
    minutesLate: 'số phút muộn',
    coverages: 'tỷ lệ',
    gaps: 'còn thiếu',
    rank: 'xếp hạng',
    delta: 'tăng giảm',
    completeness: 'số đơn vị đã nộp',
    targets: 'chỉ tiêu',
    senders: 'cơ quan gửi tổng hợp',
  } as { readonly [id: string]: string },
  trace: {
    figure: (name: string, measure: string, value: number) => `${name}, ${measure}: ${count(value)}`,
    total: (measure: string, value: number, units: number) =>
      `${measure}: ${count(value)} (${count(units)} đơn vị)`,
    carried: (on: string) => `lấy số ngày ${date(on)}`,
    file: 'Tệp',
    place: 'Ô',
    counting: 'Cách tính',
    received: 'Nhận',
    receipt: (version: number, at: string, evidence: string) =>
      `bản ${version}, ${instant(at)} (${evidence})`,
    hash: 'Mã SHA-256',
    below: (office: string) => `${office} lấy từ`,
    lowerFile: (hash: string) => `tệp mã ${hash}`,
    lowerUnknown: 'bảng tổng hợp không ghi nguồn',
    notAtHand: 'chưa có tệp này ở đây; thêm --below <thư mục đợt của cơ quan đó> để dò tiếp',
    ofCampaign: (campaign: string) => `đợt «${campaign}»`,
    nothing: (name: string, scope: string, status: string) =>
      `${name}, ${scope}: chưa có số liệu (${status})`,
    sent: (path: string, outcome: string) => `${path}: ${outcome}`,
    none: 'Không có số liệu nào.',
  },
  verify: {
    right: (name: string, figures: number, formulas: number) =>
      `${name}: khớp. Đã đối chiếu ${count(figures)} số liệu và ${count(formulas)} công thức.`,
    wrong: (name: string, differences: number) => `${name}: có ${count(differences)} chỗ khác.`,
    ofDay: (on: string, asOf: string) => `Bản tổng hợp ngày ${date(on)}, tính đến ${instant(asOf)}.`,
    notMarked: 'Sổ theo dõi chưa ghi nhận bản này là đã gửi.',
    marked: (at: string, number: string | null) =>
      `Sổ theo dõi: đã gửi lúc ${instant(at)}${number === null ? '' : `, số ${number}`}; tệp giống hệt bản đã gửi.`,
    noCampaign: 'Không thấy thư mục của đợt, nên chưa đối chiếu với các tệp đã nhận và sổ theo dõi.',
    otherCampaign: (name: string) =>
      `Thư mục này là của đợt «${name}», không phải đợt lập ra bản tổng hợp; chưa đối chiếu với các tệp đã nhận.`,
    uncomputed: (cells: number) =>
      `${count(cells)} ô công thức không lưu kết quả (tệp đã được một chương trình khác lưu lại); đã tính lại từ công thức.`,
    wholeFile: 'Tệp',
    blank: 'để trống',
    kind: {
      edited: (shown: string, expected: string) => `ghi ${shown}, số liệu kèm theo tệp là ${expected}`,
      changed: () => 'ô này đã bị sửa sau khi tệp được ghi ra',
      data: () => 'số liệu kèm theo tệp đã bị sửa',
      unreadable: () => 'số liệu kèm theo tệp không đọc được',
      absent: () => 'không có số liệu kèm theo tệp, chỉ đối chiếu được bảng với chính nó',
      result: (shown: string, expected: string) =>
        `kết quả lưu trong ô là ${shown}, công thức cho ${expected}`,
      formula: (shown: string, expected: string) => `công thức là =${shown}, phải là =${expected}`,
      unformula: (shown: string, expected: string) => `ghi thẳng ${shown} thay cho công thức =${expected}`,
      formulas: (shown: string) =>
        `${shown} ô chỉ còn giá trị, đã mất công thức; giá trị trong các ô này không đổi`,
      recomputed: (shown: string, expected: string) =>
        `là ${shown}, tính lại từ các tệp đã nhận được ${expected}`,
      source: (shown: string) => `tệp nguồn mã ${shown} không còn trong inbox, hoặc đã bị thay đổi`,
      added: (shown: string) => `inbox có tệp mã ${shown} mà bản tổng hợp không có`,
      sent: (shown: string) => `tệp không giống bản đã gửi mà sổ theo dõi giữ (mã ${shown})`,
    },
  },
};

export type LevelWords = typeof levels;
