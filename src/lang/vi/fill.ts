import { count, date } from './numbers.ts';
import { isCommittee } from './print.ts';

/** The words of `template`, `fill` and `init`. */
export const fill = {
  /** The official form is in Vietnamese whatever the language; hints and refusals are for the person who fills it in. */
  form: {
    title: 'BÁO CÁO',
    committee: 'ỦY BAN NHÂN DÂN',
    isCommittee,
    /** The place that a commune signs in is its own name (Nghị định 30/2020/NĐ-CP). */
    placeOf: (name: string) =>
      isCommittee(name) ? name.replace(/^(thị trấn|thị xã|thành phố|\S+)\s+/i, '') : null,
    capitals: (name: string) => name.toLocaleUpperCase('vi'),
    agency: 'TÊN CƠ QUAN, ĐƠN VỊ',
    code: (code: string) => `Mã đơn vị: ${code}`,
    placeAndDate: (place: string, day: string, month: string, year: string) =>
      `${place}, ngày ${day} tháng ${month} năm ${year}`,
    titleDate: (day: string, month: string, year: string) => `(ngày ${day} tháng ${month} năm ${year})`,
    dots: '.....',
    signature: '(Ký tên, đóng dấu)',
    edition: (form: string, version: number) => `${form}, bản ${version}`,
    types: {
      count: 'Chỉ ghi số nguyên từ 0 trở lên, không ghi chữ. Chưa biết thì để trống.',
      counting: 'Chỉ ghi số nguyên từ 0 trở lên, hoặc dấu x. Chưa biết thì để trống.',
      phone: 'Mười chữ số, bắt đầu bằng 0. Không có thì để trống.',
      person: 'Họ, chữ đệm và tên.',
      address: 'Thôn, khu phố.',
      text: 'Ghi chữ.',
      ordinal: 'Số thứ tự.',
      mark: 'Dán ảnh, hoặc ghi mã.',
      picture: 'Dán ảnh vào ô này.',
      date: 'Ghi ngày, ví dụ 16/8/2021.',
    },
    atMost: (label: string) => `Không được lớn hơn «${label}».`,
    between: (min: number | null, max: number | null) =>
      [min === null ? '' : `Từ ${count(min)} trở lên.`, max === null ? '' : `Không quá ${count(max)}.`]
        .filter((part) => part !== '')
        .join(' '),
    day: 'Ngày báo cáo',
    dayHint: 'Sửa ở đây khi dùng lại mẫu cho ngày khác; dòng địa danh, ngày tháng ở trên tự đổi theo.',
    unit: 'Tên đơn vị',
    unitHint: 'Ghi đủ tên đơn vị, đúng dấu, ví dụ XÃ HOÀI CHÂU.',
    refused: 'Chưa đúng',
  },
  template: {
    none: (form: string) => `Không có đơn vị nào phải gửi ${form} trong ngày này.`,
  },
  ask: {
    keys: '(↑↓ hoặc số để chọn, Enter để nhận)',
    findKeys: '(gõ vài chữ để tìm, ↑↓ để chọn, Enter để nhận)',
    nothing: 'không có đơn vị nào như vậy',
    yes: 'Có',
    no: 'Không',
    instead: 'bluezone-report fill --answers tệp.json (cách ghi tệp: bluezone-report fill --help)',
    draftFound: 'Có báo cáo đang nhập dở. Tiếp tục?',
    draftNew: 'Bỏ qua, nhập báo cáo mới',
    draft: (form: string, unit: string, day: string) => `${form}, ${unit}, ngày ${date(day)}`,
    form: 'Mẫu',
    unit: 'Đơn vị',
    date: 'Ngày báo cáo',
    about: (form: string, unit: string, day: string) => `\n${form} của ${unit}, ngày ${date(day)}`,
    outside: (day: string) =>
      `Ngày ${date(day)} không đơn vị nào phải báo cáo. Vẫn nhập báo cáo của ngày này?`,
    earlier: (day: string) => `Số ghi sẵn là của báo cáo ngày ${date(day)}: sửa lại, hoặc nhấn Enter để giữ.`,
    earlierRows: (rows: number, day: string) =>
      `Bắt đầu từ ${count(rows)} dòng của báo cáo ngày ${date(day)}?`,
    field: (label: string, hint: string | null) => `${label}${hint === null ? '' : ` (${ended(hint)})`}:`,
    pictureHint: 'đường dẫn tới tệp ảnh .jpg hoặc .png; hoặc ghi "có"; không có thì để trống',
    noPicture: 'Không thấy tệp ảnh này, hoặc tệp không phải là .jpg hay .png.',
    menu: 'Làm gì tiếp?',
    add: 'Thêm dòng',
    paste: 'Dán nhiều dòng chép từ Excel',
    edit: 'Sửa một dòng',
    remove: 'Xóa một dòng',
    update: (label: string) => `Ghi lại «${label}» lần lượt từng dòng`,
    stated: 'Chỉ ghi một số lũy kế chung',
    undo: 'Hoàn tác thay đổi vừa rồi',
    review: 'Xem lại và lưu',
    leave: 'Để nháp, lần sau nhập tiếp',
    addHow: 'Mỗi lần một dòng; để trống mục đầu rồi Enter là thôi thêm.',
    rowNumber: (n: number, about: string) => `Dòng ${count(n)}${about === '' ? '' : `: ${about}`}`,
    which: 'Dòng nào?',
    pasteHow:
      'Dán các dòng vào đây (Ctrl+Shift+V hoặc nút chuột phải), rồi nhấn Enter ở một dòng trống. Các cột theo thứ tự của mẫu, có hay không có STT đều được; có dòng tiêu đề thì theo tiêu đề.',
    pasted: (rows: number) =>
      rows === 0 ? 'Không có dòng nào được dán.' : `Đã thêm ${count(rows)} dòng. Muốn bỏ thì chọn hoàn tác.`,
    undone: 'Đã hoàn tác.',
    statedHow: (label: string) => `${label}, một số cho toàn đơn vị:`,
    noRows: 'Chưa có dòng nào.',
    moreRows: (rows: number) => `… và ${count(rows)} dòng ở trên`,
    reads: (label: string, value: number, how: string | null) =>
      `${label}: ${count(value)}${how === null ? '' : `, ${how}`}`,
    inRow: (n: number, message: string) => `Dòng ${count(n)}: ${message}`,
    twice: (row: number) =>
      `Giống với dòng ${count(row)}: nếu là một người ghi hai lần thì bỏ bớt; nếu là hai người thì ghi rõ số điện thoại hoặc địa chỉ.`,
    keep: 'Vẫn giữ như vậy',
    again: 'Nhập lại dòng này',
    drop: 'Bỏ dòng này',
    reviewed: 'Xem lại',
    blank: '(để trống)',
    fine: 'Không có điểm cần rà.',
    mustFix: 'Còn điểm phải sửa nên chưa lưu được.',
    save: 'Lưu',
    saveAnyway: 'Vẫn lưu, dù còn cảnh báo',
    goOn: 'Sửa tiếp',
    change: 'Sửa một mục',
    toInbox: (day: string) => `Đưa luôn vào inbox/${day}, như đã nhận được?`,
    kept: (path: string) =>
      `Phần đã nhập được giữ ở ${path} (có thông tin cá nhân). Lần sau chạy lại bluezone-report fill sẽ hỏi để nhập tiếp.`,
  },
  init: {
    remarks: {
      head: 'Tạo bằng bluezone-report init. Mọi khóa: docs/campaign.md. Hãy kiểm tra lại theo công văn.',
      directive: 'Công văn chỉ đạo.',
      period: 'Ngày báo cáo đầu và cuối; ngoài khoảng này không đơn vị nào đến hạn.',
      units: 'Danh sách đơn vị; nên ghi thêm smartphone_users (kèm base_date, base_source) để có tỷ lệ.',
      collect:
        'Ai gửi mẫu nào, khi nào. rule: before là "trước" (đúng giờ là muộn); no-later-than là "chậm nhất" (đúng giờ là kịp).',
      targets: 'Chỉ tiêu.',
      forward: 'Bản tổng hợp gửi đi đâu, trước mấy giờ.',
      bases: 'Nếu chỉ biết tổng số của cả địa bàn thì ghi ở đây.',
    },
    note: 'Bỏ tệp nhận được của ngày nào vào thư mục của ngày đó, ví dụ inbox/2021-08-16 (được có thư mục con).\r\nChương trình không sửa tệp nào trong inbox; kết quả ghi vào outbox, xóa đi cũng làm lại được.',
    beforePeriod: (today: string, from: string) =>
      `Hôm nay ${date(today)}: đợt bắt đầu từ ngày ${date(from)}.`,
    inPeriod: (today: string, day: number) => `Hôm nay ${date(today)} là ngày thứ ${day} của đợt.`,
    afterPeriod: (today: string, to: string) =>
      `Hôm nay ${date(today)}: đã qua ngày cuối của đợt (${date(to)}). Xem lại một ngày cũ: thêm --date <ngày>.`,
    next: (folder: string) =>
      [
        'Các bước tiếp theo:',
        ...(folder === '.' ? [] : [`  cd ${/\s/.test(folder) ? `"${folder}"` : folder}`]),
        '  xem lại campaign.yaml và units.csv (thêm smartphone_users để có tỷ lệ)',
        '  bluezone-report doctor            kiểm tra',
        '  bluezone-report template --all    mẫu trống cho từng đơn vị',
        '  bluezone-report fill              nhập một báo cáo',
        '  bluezone-report aggregate         tổng hợp',
      ].join('\n'),
    instead: (profiles: string) =>
      `bluezone-report init <${profiles}> hoặc init --province|--commune|--district <mã|tên>`,
    which: 'Tạo đợt báo cáo nào?',
    fromLetter: 'Đợt mới, theo một công văn khác',
    level: 'Cơ quan tổng hợp ở cấp nào?',
    commune: 'Xã, phường, đặc khu',
    district: 'Huyện, quận, thị xã, thành phố thuộc tỉnh',
    province: 'Tỉnh, thành phố trực thuộc trung ương',
    place: 'Địa bàn:',
    whichPlace: (typed: string, places: number) => `Có ${places} nơi tên “${typed}”; là nơi nào?`,
    hamlets: 'Tên thôn, khu phố, trường học, doanh nghiệp, mỗi dòng một tên (dán cả cột được):',
    moreHamlets: (n: number) => `Đã có ${count(n)} dòng; tên tiếp theo (để trống nếu hết):`,
    parted: (into: readonly string[]) =>
      into.length === 0
        ? 'Cần hỏi: danh mục không nói chắc đơn vị này nhập vào đâu từ 1/7/2025'
        : `Cần hỏi: từ 1/7/2025 tách về ${into.join(', ')}`,
    listed: (day: string) =>
      `Danh mục hành chính dùng: ${date(day)}. Danh mục ngày khác: --list <yyyy-mm-dd>.`,
    name: 'Tên đợt:',
    department: 'Phòng, ban trực tiếp tổng hợp (để trống nếu không có):',
    number: 'Số, ký hiệu công văn (ví dụ 787/UBND-VX; để trống nếu chưa có):',
    letterDate: 'Ngày công văn (để trống nếu chưa có):',
    basis: 'Căn cứ chính (để trống nếu không ghi):',
    from: 'Báo cáo từ ngày (để trống nếu công văn không nêu):',
    to: 'Đến hết ngày (để trống nếu công văn không nêu):',
    forms: (form: string) =>
      (
        ({ 'mau-01': 'Mẫu 01 (cán bộ)', 'mau-02': 'Mẫu 02 (người dân)', 'tong-hop': 'bảng tổng hợp' }) as {
          readonly [id: string]: string;
        }
      )[form] ?? form,
    every: (kinds: string, form: string) => `${kinds} gửi ${form}:`,
    daily: 'hằng ngày',
    once: 'một lần',
    never: 'không thu',
    dueDate: 'Hạn, ngày (để trống nếu không đặt hạn):',
    dueTime: 'Hạn, giờ, ví dụ 15:00 (để trống nếu không đặt giờ):',
    badTime: 'Ghi giờ như 15:00 hoặc 15h30.',
    rule: 'Công văn viết thế nào?',
    before: '"trước" giờ, ngày đó: đúng thời điểm là muộn',
    noLater: '"chậm nhất", "đến hết": đúng thời điểm là kịp',
    targetOf: (scope: string): string =>
      scope === 'staff' ? 'cán bộ có điện thoại thông minh' : 'người dùng điện thoại thông minh',
    target: (of: string, more: boolean) =>
      `Chỉ tiêu${more ? ' tiếp theo' : ''}, phần trăm số ${of} (để trống nếu không ${more ? 'còn' : 'đặt'}):`,
    badPercent: 'Ghi phần trăm như 60 hoặc 62,5.',
    by: 'Phải đạt vào ngày (để trống nếu không nêu):',
    forwardTo: 'Gửi bản tổng hợp cho (nhiều nơi thì cách nhau bằng dấu chấm phẩy):',
    roster: (units: number) =>
      `Danh sách có ${count(units)} đơn vị; mã và tên cơ quan là gợi ý, sửa trong units.csv.`,
    right: 'Đúng chưa?',
    again: 'Chưa, hỏi lại từ đầu',
    folder: 'Thư mục:',
  },
  answers: {
    notWritten: 'Chưa ghi tệp nào: còn điểm phải sửa.',
  },
};

function ended(hint: string): string {
  return hint.replace(/\.$/, '');
}

export type FillWords = typeof fill;
