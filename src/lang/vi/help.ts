/** The words of one subcommand's help. `options` are keyed by long name. */
export interface HelpWords {
  readonly summary: string;
  readonly description: string;
  readonly operand: string;
  readonly options: { readonly [option: string]: string };
  readonly examples: readonly string[];
}

const PATHS = 'tệp hoặc thư mục cần đọc (không ghi: inbox/<ngày>/)';

export const help = {
  aggregate: {
    summary: 'đọc, kiểm tra, tổng hợp và ghi bản tổng hợp',
    description:
      'Việc chính: đọc các tệp đã nhận của một ngày, nhận ra mẫu và đơn vị, kiểm tra, cộng lại, ghi bản tổng hợp Excel,\nin bảng số liệu, những điểm cần rà và những đơn vị chưa gửi.',
    operand: PATHS,
    options: {},
    examples: [
      'bluezone-report aggregate',
      'bluezone-report aggregate inbox/2021-08-16 --as-of 2021-08-16T16:00',
      'bluezone-report aggregate -d 16/8/2021 --format xlsx --format docx',
    ],
  },
  validate: {
    summary: 'kiểm tra các tệp, không tổng hợp',
    description:
      'Đọc và kiểm tra như aggregate nhưng không cộng và không ghi bản tổng hợp. Khi đơn vị gửi lại tệp, nói điểm nào đã sửa,\nđiểm nào còn, điểm nào mới. --annotate ghi lại từng tệp có lỗi: ô được đánh dấu, kèm ghi chú, một trang liệt kê ở đầu,\nvà lời nhắn .txt để dán vào Zalo hoặc thư; mọi phần khác của tệp giữ nguyên.',
    operand: PATHS,
    options: { annotate: 'ghi vào thư mục này từng tệp có lỗi, ô sai được đánh dấu, kèm lời nhắn gửi lại' },
    examples: [
      'bluezone-report validate',
      'bluezone-report validate "inbox/2021-08-16/tam quan.xlsx"',
      'bluezone-report validate inbox/2021-08-16 --annotate outbox/tra-lai/2021-08-16',
    ],
  },
  receive: {
    summary: 'nhận tệp vào inbox và ghi giờ nhận vào sổ theo dõi',
    description:
      'Tệp, thư mục, tệp nén ở ngoài đợt được chép (không dời) vào inbox/<ngày>/, giữ nguyên tên; tệp khác trùng tên thêm (2).\nRồi ghi vào sổ theo dõi tệp nào đến lúc nào, qua kênh nào, không tổng hợp. Chạy lại không chép và không ghi thêm.\nThứ tự căn cứ: --at, received.csv, giờ gửi thư, lúc sổ thấy tệp lần đầu, giờ của tệp (yếu).',
    operand: PATHS,
    options: {
      at: 'thời điểm nhận (2021-08-16T14:05 hoặc 16/8/2021 14:05)',
      channel: 'kênh nhận: zalo, email, …',
      'on-behalf': 'cơ quan nhập thay cho đơn vị',
    },
    examples: [
      'bluezone-report receive',
      'bluezone-report receive ~/Downloads/tam-quan.xlsx ~/Downloads/hoai-son.zip --channel zalo',
      'bluezone-report receive inbox/2021-08-16/tam-quan.xlsx --at 2021-08-16T14:05 --channel zalo',
    ],
  },
  watch: {
    summary: 'trông inbox đến hạn: tệp nào đến thì nhận và kiểm tra ngay',
    description:
      'Ở lại trên màn hình từ báo cáo đầu tiên đến hạn nộp: tệp đến inbox/<ngày>/ (hoặc đến thư mục --from, như nơi lưu tệp của Zalo)\nđược nhận khi đã chép xong, được kiểm tra ngay; bảng theo dõi và số phút còn lại được vẽ lại; tệp có lỗi thì hiện lời nhắn để dán gửi lại.\nTừ --from chỉ lấy tệp đến sau khi bắt đầu, có mẫu báo cáo hoặc tên đúng một đơn vị; tệp khác chỉ nêu tên. Ctrl-C lúc nào cũng không mất gì.',
    operand: '',
    options: {
      from: 'thư mục khác cần trông (nhiều thư mục được); không dời, không xóa gì ở đó',
      until: 'thôi trông vào giờ này và lập bản tổng hợp',
      every: 'số giây giữa hai lần xem (mặc định 2)',
    },
    examples: ['bluezone-report watch', 'bluezone-report watch --from ~/Downloads --until 15:00'],
  },
  status: {
    summary: 'ai đã gửi, ai muộn, ai chưa gửi, còn bao lâu',
    description:
      'Bảng theo dõi của một ngày: từng đơn vị đã gửi lúc nào, bản mấy, muộn bao nhiêu phút; còn bao lâu đến hạn;\ntệp nào đang chờ xác định hoặc phải trả lại.',
    operand: '',
    options: {
      remind: 'in lời nhắc cho từng đơn vị chưa gửi, kèm người liên hệ',
      form: 'chỉ nhắc báo cáo theo mẫu này',
    },
    examples: ['bluezone-report status', 'bluezone-report status --remind'],
  },
  sent: {
    summary: 'ghi nhận bản tổng hợp đã gửi',
    description:
      'Ghi vào sổ theo dõi rằng bản tổng hợp này đã gửi (số, giờ) và giữ nguyên văn tệp. Bản đã gửi không bao giờ bị ghi đè:\nkhi số liệu đổi, bản sau có tên …-bo-sung-<n>.xlsx và nói rõ đã sửa gì.',
    operand: 'bản tổng hợp (không ghi: bản mới nhất trong outbox/<ngày>/)',
    options: { number: 'số, ký hiệu văn bản', at: 'thời điểm gửi (không ghi: bây giờ)' },
    examples: [
      'bluezone-report sent',
      'bluezone-report sent outbox/2021-08-16/tong-hop-2021-08-16.xlsx --number 05/BC-VHTT',
    ],
  },
  resolve: {
    summary: 'ghi một quyết định: tệp của ai, bản nào tính, lý do số giảm, miễn báo cáo',
    description:
      'Ghi một quyết định vào sổ theo dõi; mọi lần tổng hợp sau đều theo. Không có lựa chọn nào: hỏi trên màn hình.\nLý do (--why): sửa sai, trùng, điều chỉnh địa bàn, đổi cách tính, khác.',
    operand: 'tệp đang xét, như trong danh sách của ngày; nhiều tệp khi có --together',
    options: {
      sheet: 'trang tính, khi tệp có nhiều báo cáo',
      unit: 'tệp này là của đơn vị (mã hoặc tên)',
      day: 'tệp này là của ngày',
      counts: 'bản này là bản được tính',
      together: 'các tệp (hoặc các trang tính) này là các phần của một báo cáo: cộng lại',
      counting: 'cách hiểu cột Lũy kế của tệp này',
      'accept-fall': 'chấp nhận số giảm của đơn vị, kèm --why',
      'accept-change': 'giải thích số của đơn vị đổi sau khi đã gửi, kèm --why',
      why: 'lý do, một trong các lý do trên',
      exempt: 'miễn báo cáo cho đơn vị, kèm --reason',
      from: 'miễn từ ngày (không ghi: ngày đang xét)',
      to: 'miễn đến hết ngày (không ghi: ngày đang xét)',
      form: 'mẫu, khi đơn vị gửi nhiều mẫu',
      reason: 'ghi thêm bằng lời',
      by: 'ai quyết định; không ghi thì lấy tên đăng nhập máy',
      undo: 'bỏ quyết định số',
      list: 'liệt kê các quyết định',
    },
    examples: [
      'bluezone-report resolve "bao cao 17-8.xlsx" --unit 21640',
      'bluezone-report resolve "thon A.xlsx" "thon B.xlsx" --together',
      'bluezone-report resolve --accept-fall "Xã Hoài Châu" --why trùng --reason "bỏ 12 người trùng"',
      'bluezone-report resolve --exempt 21676 --from 2021-08-18 --to 2021-08-20 --reason "cách ly y tế"',
    ],
  },
  init: {
    summary: 'tạo thư mục của một đợt báo cáo',
    description:
      'Tạo campaign.yaml, units.csv và inbox/ từ một đợt mẫu, hoặc hỏi từng câu để lập đợt mới theo công văn khác.\nĐợt mẫu: hoai-nhon-2021, loc-ninh-2020, hong-ngu-2020, quang-dien-2020, dong-nai-2020; theo hai cấp hiện nay: gia-lai-2026. Không ghi đè tệp nào.',
    operand: 'đợt mẫu, rồi thư mục sẽ tạo',
    options: {
      commune: 'xã, phường, đặc khu này là nơi tổng hợp; kèm --units',
      district: 'lấy danh sách xã, phường của huyện này (danh mục trước 1/7/2025)',
      letter: 'đọc chính công văn chỉ đạo (.docx, .txt, .pdf có lớp chữ, .doc, .odt)',
      yes: 'không hỏi: ghi những gì công văn đã rõ, phần còn ngỏ để trong ghi chú',
      list: 'danh mục hành chính của ngày này (mặc định: ngày đầu của đợt)',
      province: 'lấy danh sách xã, phường (trước 1/7/2025: huyện) của tỉnh này từ danh mục hành chính',
      units: 'tệp có cột tên thôn, khu phố, trường học, doanh nghiệp của xã',
    },
    examples: [
      'bluezone-report init hoai-nhon-2021',
      'bluezone-report init loc-ninh-2020 bu-dop --district "Huyện Bù Đốp"',
      'bluezone-report init --province "Gia Lai"',
      'bluezone-report init --commune "Hoài Nhơn Bắc" --units khu-pho.txt',
      'bluezone-report init',
    ],
  },
  fill: {
    summary: 'nhập một báo cáo bằng cách trả lời câu hỏi, ghi ra mẫu chính thức',
    description:
      'Hỏi từng mục của một mẫu, báo ngay chỗ chưa đúng, cho xem lại rồi ghi ra mẫu chính thức (outbox/<ngày>/), nếu muốn\nthì đưa luôn vào inbox. Ctrl-C giữ bản nháp, lần sau hỏi để nhập tiếp.\n\nTrong kịch bản, không có ai trả lời thì dùng --answers với tệp JSON:\n  {"form":"mau-02","unit":"21649","date":"2021-08-16","rows":[{"full_name":"…","address":"…","phone":"…","cumulative":12}]}\n  {"form":"mau-01","unit":"CQ02","fields":{"staff_total":20,"staff_with_smartphone":18,"staff_installed":17}}\nCòn lỗi thì không ghi gì và kết thúc bằng mã 1.',
    operand: 'mẫu, ví dụ mau-02',
    options: {
      unit: 'đơn vị (mã hoặc tên)',
      answers: 'lấy câu trả lời từ tệp JSON này, không hỏi',
      inbox: 'đưa luôn vào inbox/<ngày>/, như đã nhận được',
    },
    examples: ['bluezone-report fill', 'bluezone-report fill mau-02 --answers hoai-chau.json --inbox'],
  },
  template: {
    summary: 'tạo mẫu trống, tên và mã đơn vị điền sẵn',
    description:
      'Tạo mẫu trống đúng thể thức của công văn: ô phải điền được mở, phần còn lại được khóa (không mật khẩu).\nMặc định ghi vào outbox/<ngày>/mau/; không ghi mẫu nào thì lấy mọi mẫu của đợt.',
    operand: 'mẫu, ví dụ mau-02',
    options: {
      all: 'mỗi đơn vị phải gửi một tệp, ghi sẵn tên và mã',
      unit: 'chỉ một đơn vị (mã hoặc tên)',
      rows: 'số dòng trống của bảng (mặc định 50)',
    },
    examples: [
      'bluezone-report template --all -d 16/8/2021',
      'bluezone-report template mau-02 --unit "Xã Hoài Châu" --format docx',
    ],
  },
  trace: {
    summary: 'dò một con số về tệp, trang tính và ô',
    description:
      'Cho biết con số của một đơn vị lấy từ tệp nào, trang nào, ô nào, đếm thế nào, bản mấy, nhận lúc nào.\nSố đến qua bảng tổng hợp của cấp dưới thì dò tiếp xuống, khi có tệp ở đây. «tổng» là tổng của toàn địa bàn.',
    operand: 'mã hoặc tên đơn vị (hoặc «tổng»); số liệu cần dò',
    options: { below: 'thư mục đợt của cơ quan cấp dưới, để dò tiếp' },
    examples: [
      'bluezone-report trace "Xã Hoài Châu"',
      'bluezone-report trace tổng installed -d 16/8/2021',
      'bluezone-report trace 21649 --below ../hoai-nhon',
    ],
  },
  verify: {
    summary: 'kiểm tra một bản tổng hợp, chỉ ra chỗ nào khác',
    description:
      'Tính lại bản tổng hợp từ chính nó (bảng, công thức, số liệu kèm theo), từ các tệp đã nhận và từ sổ theo dõi,\nrồi chỉ ra từng ô khác. Có chỗ khác thì kết thúc bằng mã 1.',
    operand: 'bản tổng hợp (.xlsx)',
    options: {},
    examples: ['bluezone-report verify outbox/2021-08-16/tong-hop-2021-08-16.xlsx'],
  },
  doctor: {
    summary: 'kiểm tra đợt, danh sách, sổ theo dõi, inbox',
    description:
      'Kiểm tra campaign.yaml, danh sách đơn vị, inbox và sổ theo dõi, nói rõ phải làm gì. --purge kết thúc đợt:\nxóa sổ theo dõi, khóa băm và bản nháp trong .bluezone; inbox và outbox giữ nguyên.',
    operand: '',
    options: {
      purge: 'kết thúc đợt, xóa .bluezone',
      yes: 'đồng ý xóa',
      repair: 'dựng lại sổ theo dõi bị hỏng từ inbox, outbox và nhật ký; đặt lại bản đã gửi bị sửa',
    },
    examples: [
      'bluezone-report doctor',
      'bluezone-report doctor --repair',
      'bluezone-report doctor --purge --yes',
    ],
  },
  daily: {
    summary: 'chạy không người trực: ghi sổ, tổng hợp, ghi bản tạm hoặc bản chính thức',
    description:
      'Một lần chạy theo lịch: ghi sổ tệp mới, tổng hợp, ghi bản tạm (-tam) trước hạn nộp, bản chính thức sau hạn (ghi nhận là đã gửi), bản bổ sung khi số liệu đổi sau đó, và lời nhắc. Chạy lại mà không có gì mới thì không ghi gì. Lập bù một ngày bị lỡ. Với -q chỉ in khi có việc cần xem.',
    operand: '',
    options: {
      'on-result':
        'chương trình của bạn, được gọi với đường dẫn các bản vừa ghi (gửi thư, chép đi nơi khác); biến BLUEZONE_REPORT_RESULT là dòng kết quả',
    },
    examples: ['bluezone-report daily', 'bluezone-report daily -q --on-result /usr/local/bin/gui-thu'],
  },
  schedule: {
    summary: 'in lịch chạy cho cron, systemd hoặc Windows',
    description:
      'In dòng crontab, dịch vụ systemd hoặc tác vụ Windows để chạy daily đúng các giờ của đợt này (khóa daily trong campaign.yaml, hoặc theo hạn nộp và hạn gửi), theo múi giờ của đợt. --check cho biết lần chạy trước và lần chạy tới.',
    operand: 'cron, systemd hoặc windows (không ghi: theo máy này)',
    options: {
      check: 'xem lần chạy gần nhất và lần chạy tới',
      receive: 'in tác vụ ghi sổ giờ đến (chỉ windows)',
      'on-result': 'thêm lựa chọn này vào lệnh daily của lịch (xem daily)',
    },
    examples: [
      'bluezone-report schedule',
      'bluezone-report schedule systemd -o ~/.config/systemd/user',
      'bluezone-report schedule --check',
    ],
  },
  explain: {
    summary: 'giải thích một mã điểm cần rà',
    description: 'Nói một điểm cần rà nghĩa là gì, cho ví dụ và cách sửa. Không có mã: liệt kê tất cả.',
    operand: 'mã, ví dụ value/not-a-number',
    options: {},
    examples: ['bluezone-report explain report/total-not-sum'],
  },
} satisfies { readonly [name: string]: HelpWords };
