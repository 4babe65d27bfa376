import type { ArrivalEvidence, Outcome } from '../../model/outcome.ts';
import type { UnitStatus } from '../../model/summary.ts';
import { SUMMARY_SHEETS } from '../../model/summary-sheets.ts';
import { counting } from './counting.ts';
import { headline } from './headline.ts';
import { change, count, date, dayMonth, decimal, instant, oneDecimal, percent, share } from './numbers.ts';
import { official } from './official.ts';

const status: { readonly [S in UnitStatus]: string } = {
  'on-time': 'Đúng hạn',
  late: 'Muộn',
  missing: 'Chưa báo cáo',
  awaited: 'Chưa đến hạn',
  exempt: 'Được miễn',
  'not-required': 'Không thuộc diện báo cáo',
};

const outcome: { readonly [O in Outcome]: string } = {
  accepted: 'Được tính',
  'accepted-with-warnings': 'Được tính, có điểm cần rà',
  rejected: 'Trả lại, chưa tính được',
  superseded: 'Đã có bản mới hơn thay thế',
  duplicate: 'Trùng bản đã nhận',
  undecided: 'Chờ xác định, chưa tính',
  ignored: 'Bỏ qua, không phải báo cáo',
};

const evidence: { readonly [E in ArrivalEvidence]: string } = {
  at: 'Ghi khi nhận',
  'received.csv': 'Sổ nhận tệp',
  mail: 'Giờ gửi thư điện tử',
  ledger: 'Lúc chương trình thấy tệp lần đầu',
  'file-time': 'Giờ của tệp (căn cứ yếu)',
};

export const view = {
  number: { count, change, decimal, oneDecimal, percent, share, date, dayMonth, instant },
  official,
  sheets: SUMMARY_SHEETS,
  /** Title at the head of those sheets. */
  titles: {
    receipts: 'TÌNH HÌNH NỘP BÁO CÁO',
    trend: 'DIỄN BIẾN SỐ LIỆU',
    findings: 'CÁC ĐIỂM CẦN RÀ',
    sources: 'NGUỒN SỐ LIỆU',
  },
  status,
  outcome,
  evidence,
  /** Roster bases. */
  bases: {
    smartphone_users: 'Số người dùng điện thoại thông minh',
    population: 'Dân số',
    adults: 'Số người từ 18 tuổi',
  } as { readonly [base: string]: string },
  /** Short heads for narrow screens, by measure or base. */
  short: {
    smartphone_users: 'Có ĐTTM',
    population: 'Dân số',
    adults: 'Từ 18 tuổi',
    installed: 'Đã cài',
    staff_total: 'CBCCVC',
    staff_with_smartphone: 'Có ĐTTM',
    staff_installed: 'Đã cài',
  } as { readonly [id: string]: string },
  /** What a value of the scope counts, inside a sentence. */
  people: {
    installed: 'đã cài đặt',
    staff_installed: 'đã cài đặt',
    smartphone_users: 'người dùng điện thoại thông minh',
    population: 'người dân',
    adults: 'người từ 18 tuổi',
    staff_total: 'cán bộ, công chức, viên chức, người lao động',
    staff_with_smartphone: 'cán bộ, công chức, viên chức, người lao động có điện thoại thông minh',
  } as { readonly [id: string]: string },
  column: {
    ordinal: 'TT',
    unit: 'Đơn vị',
    above: 'Thuộc',
    rate: 'Tỷ lệ',
    rateOver: (base: string) => `Tỷ lệ trên ${base.charAt(0).toLowerCase()}${base.slice(1)}`,
    shortRate: 'Tỷ lệ',
    changeGroup: 'Tăng so với lần trước',
    changeCount: 'Số người',
    changeNumber: 'Số lượng',
    changePoints: 'Điểm %',
    shortChange: 'Tăng',
    shortPoints: 'Điểm',
    rank: 'Xếp hạng',
    shortRank: 'Hạng',
    gapGroup: 'Còn thiếu (người) để đạt',
    gapGroupPlain: 'Còn thiếu để đạt',
    gap: (share: string, by: string | null) => (by === null ? share : `${share} (${by})`),
    shortGap: (share: string) => `Thiếu ${share}`,
    note: 'Ghi chú',
    report: 'Báo cáo',
    status: 'Tình trạng',
    receivedAt: 'Nhận lúc',
    minutesLate: 'Muộn (phút)',
    shortMinutesLate: 'Muộn',
    channel: 'Kênh nhận',
    evidence: 'Căn cứ thời điểm nhận',
    version: 'Bản',
    hash: 'Mã tệp',
    date: 'Ngày số liệu',
    outcome: 'Kết quả xử lý',
    severity: 'Mức',
    place: 'Vị trí',
    what: 'Điều cần rà',
    why: 'Vì sao',
    fix: 'Đề nghị',
    measure: 'Số liệu',
    value: 'Giá trị',
    sheet: 'Trang tính',
    cells: 'Ô',
    counting: 'Cách tính',
    through: 'Qua tổng hợp của',
    target: 'Chỉ tiêu',
    by: 'Hạn',
    denominator: 'Tổng số',
    needed: 'Cần đạt',
    achieved: 'Đã đạt',
    result: 'Kết quả',
    gapPeople: 'Còn thiếu (người)',
    gapPlain: 'Còn thiếu',
    shortGapPeople: 'Thiếu',
    shortPerDay: 'Mỗi ngày',
    perDay: 'Mỗi ngày cần thêm',
    forecast: 'Với tốc độ hiện nay',
    day: 'Ngày',
    reported: 'Đơn vị có số liệu',
    carried: 'Trong đó lấy số ngày trước',
  },
  row: {
    total: 'Tổng cộng',
    both: (units: number, of: number) => `Trong đó ${units}/${of} đơn vị có đủ số liệu để tính tỷ lệ`,
  },
  given: { yes: 'Có', no: 'Không', unknown: '' },
  /** Heads for marks and pictures, where a form has one of the kind. */
  givenShort: { mark: 'Mã QR', picture: 'Ảnh niêm yết QR' } as { readonly [type: string]: string },
  reached: 'Đạt',
  /** Only by units above their base. */
  reachedOnly: 'Đang kiểm tra',
  notReached: 'Chưa đạt',
  severity: { error: 'Lỗi', warning: 'Cảnh báo', note: 'Lưu ý' },
  note: {
    late: (minutes: number) => `Nộp muộn ${lateness(minutes)}`,
    missing: 'Chưa báo cáo',
    awaited: 'Chưa báo cáo (chưa đến hạn)',
    noDeadline: 'Chưa có báo cáo',
    exempt: 'Được miễn báo cáo',
    notRequired: 'Không thuộc diện báo cáo',
    carried: (iso: string) => `lấy số ${dayMonth(iso)}`,
    stale: (iso: string) => `lấy số ${dayMonth(iso)}, đã quá 3 ngày`,
    aboveBase: 'Số vượt tổng số, đang kiểm tra',
    /** A file is there: nobody says that nothing came. */
    unusable: {
      rejected: 'Đã gửi, chưa dùng được: phải sửa, gửi lại',
      undecided: 'Đã gửi, chưa dùng được: chờ xác định',
      ignored: 'Đã gửi, chưa dùng được: không phải bảng số liệu',
    },
    version: (version: number) => `Đã nộp lại, tính bản ${version}`,
    fall: 'Giảm so với lần trước, chờ giải trình',
    noBase: (base: string) => `Chưa có ${base.charAt(0).toLowerCase()}${base.slice(1)}`,
  },
  text: {
    asOf: (iso: string) => `Tính đến ${Number(iso.slice(11, 13))} giờ ${iso.slice(14, 16)} ngày ${date(iso)}`,
    forDate: (iso: string) => `Số liệu ngày ${date(iso)}`,
    provisional: 'số liệu tạm thời, còn đơn vị chưa đến hạn nộp',
    correction: (facts: CorrectionFacts) =>
      `${facts.name}: ${facts.measure.charAt(0).toLowerCase()}${facts.measure.slice(1)} sửa từ ${facts.from === null ? 'chưa có' : count(facts.from)} thành ${facts.to === null ? 'chưa có' : count(facts.to)} (${facts.reason ?? 'chưa ghi lý do'}).`,
    supplement: ({ number, replaces }: SupplementFacts) =>
      `Báo cáo bổ sung lần ${number}${
        replaces === null
          ? ''
          : `, thay báo cáo${replaces.number === null ? '' : ` số ${replaces.number}`} gửi lúc ${Number(replaces.sentAt.slice(11, 13))} giờ ${replaces.sentAt.slice(14, 16)} ngày ${date(replaces.sentAt)}`
      }`,
    legend: {
      reached: 'Tỷ lệ nền xanh, chữ đậm: đạt chỉ tiêu gần nhất.',
      near: 'Nền vàng: còn thiếu không quá 10 điểm %.',
      far: 'Nền đỏ nhạt, gạch chân: còn thiếu trên 10 điểm %.',
      carried: 'Chữ nghiêng: số của lần báo cáo trước.',
    },
    officeBase: (value: number, on: string | null, source: string | null) =>
      `Tổng số dùng để tính tỷ lệ (${count(value)}) do cơ quan tổng hợp cung cấp cho toàn địa bàn${
        on === null ? '' : `, thời điểm ${date(on)}`
      }${source === null ? '' : ` (nguồn: ${source})`}; từng đơn vị không có tỷ lệ riêng.`,
    targets: 'Thực hiện chỉ tiêu',
    otherRates: 'Tỷ lệ theo các cách tính khác',
    receivedFiles: 'Tệp đã nhận',
    senders: 'Cơ quan gửi tổng hợp',
    findingsCount: (errors: number, warnings: number, notes: number) =>
      `${errors} lỗi (báo cáo chưa được tính), ${warnings} cảnh báo (đã tính, cần xem lại), ${notes} lưu ý.`,
    sources: 'Mỗi số liệu dẫn về đơn vị, bản nhận, trang tính và ô đã đọc.',
    ofDay: (on: string) => `Ngày ${date(on)}: từng đơn vị, từng tệp`,
    nobodyAsked:
      'Chưa có đơn vị nào thuộc diện báo cáo: cần xem lại danh sách đơn vị và mục collect của đợt.',
    unknownUnit: 'Chưa xác định',
    severalUnits: (units: number) => `${count(units)} đơn vị`,
    ownFiles: 'Tệp của đợt báo cáo',
    through: (office: string, version: number, place: string) => `${office}: bản ${version}, ${place}`,
    sheetAt: (place: number | null) => (place === null ? 'Trang tính' : `Trang tính ${place}`),
    file: (hash: string) => `tệp ${hash}`,
    nameInFile: 'tên ghi trên tệp',
  },
  forecast: {
    reach: (on: string) => `đạt vào khoảng ${date(on)}`,
    between: (from: string | null, to: string | null) =>
      from !== null && from === to
        ? ''
        : from !== null && to !== null
          ? ` (từ ${dayMonth(from)} đến ${dayMonth(to)})`
          : from !== null
            ? ` (sớm nhất ${dayMonth(from)})`
            : '',
    never: 'chưa đạt trong kỳ báo cáo',
  },
  headline,
  /** Units by days. A mark says its state without colour, in the width of a date. */
  matrix: {
    heading: (form: string, [from, to]: readonly [string, string]) =>
      `${form}: từng ngày, từ ${dayMonth(from)} đến ${dayMonth(to)}`,
    legend:
      'x: đúng hạn; +25: muộn 25 phút; +2n: muộn 2 ngày; chưa: chưa nộp; miễn: được miễn; …: chưa đến hạn hoặc không đặt hạn; –: không phải nộp.',
    late: (minutes: number) => (minutes < 1440 ? `+${minutes}` : `+${Math.floor(minutes / 1440)}n`),
    marks: {
      'on-time': 'x',
      late: '+',
      missing: 'chưa',
      awaited: '…',
      exempt: 'miễn',
      'not-required': '–',
    },
  },
  trend: {
    heading: (sheet: string, form: string) => `${sheet} (${form})`,
    chart: (rate: string) => `${rate} theo ngày`,
    ranking: 'Tỷ lệ của từng đơn vị, xếp từ cao xuống thấp',
    lowest: (number: number) => `${number} đơn vị có tỷ lệ thấp nhất`,
    byUnit: 'Tốc độ của từng đơn vị',
    change: 'Tăng so với ngày trước',
    sent: 'Số đã gửi',
    target: (share: string) => `Chỉ tiêu ${share}`,
    rateThen: 'Tỷ lệ trước đó',
    gained: (days: number) => `Tăng trong ${days} ngày`,
    average: 'Bình quân mỗi ngày',
    wanted: (share: string, by: string) => `Cần mỗi ngày để đạt ${share} (${by})`,
    corrected: 'Số của ngày đã qua lấy theo báo cáo được tính đến thời điểm này, kể cả bản nộp lại.',
  },
  counting,
  terminal: {
    nothingYet: 'Chưa nhận được tệp nào của ngày này.',
    allIsWell: (rules: number, reports: number) =>
      `Đã kiểm ${count(rules)} quy tắc trên ${count(reports)} báo cáo, không có điểm cần rà.`,
    problems: 'Điểm cần rà',
    counted: (errors: number, warnings: number, notes: number) =>
      `${errors} lỗi, ${warnings} cảnh báo, ${notes} lưu ý`,
    more: (count: number) => `… và ${count} điểm nữa (thêm -v để xem hết)`,
    notes: (count: number) => `${count} lưu ý không kể ra (thêm -v để xem)`,
    noFile: 'Đợt báo cáo',
    /** Of a file whose later version was counted. */
    replaced: 'đã có bản sau được tính, không phải gửi lại',
    copy: (file: string) => `Giống hệt ${file}: các điểm như đã nêu ở tệp đó.`,
    missing: (count: number) => `Chưa báo cáo (${count})`,
    unusable: (count: number) => `Đã gửi, chưa dùng được (${count})`,
    awaited: (count: number) => `Chưa đến hạn (${count})`,
    noDeadline: (count: number) => `Chưa có báo cáo (${count})`,
    late: (count: number) => `Nộp muộn (${count})`,
    minutes: (minutes: number) => lateness(minutes),
    targets: 'Chỉ tiêu',
    dropped: (names: readonly string[]) => `Màn hình hẹp, không hiện cột: ${names.join(', ')}.`,
  },
};

/** The report that a supplement replaces: its number, and when it was sent (ISO 8601 with offset). */
export interface SupplementFacts {
  readonly number: number;
  readonly replaces: { readonly number: string | null; readonly sentAt: string } | null;
}

interface CorrectionFacts {
  readonly name: string;
  readonly measure: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly reason: string | null;
}

export type ViewWords = typeof view;

/** 20 phút; 2 giờ 05 phút; 1 ngày 3 giờ. */
function lateness(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  if (days > 0) return `${days} ngày${hours > 0 ? ` ${hours} giờ` : ''}`;
  if (hours > 0) return `${hours} giờ${rest > 0 ? ` ${String(rest).padStart(2, '0')} phút` : ''}`;
  return `${rest} phút`;
}
