import type { ProblemWords } from '../problems.ts';
import { date } from './numbers.ts';

const EXPECTED: { readonly [code: string]: string } = {
  text: 'một dòng chữ',
  list: 'một danh sách (mỗi mục một dòng bắt đầu bằng "- ")',
  date: 'một ngày viết yyyy-mm-dd, ví dụ 2021-08-16',
  month: 'một ngày, tháng hoặc năm viết 2021-08-16, 2021-08 hoặc 2021',
  time: 'một giờ viết "15:00" hoặc "15:00:00"',
  zone: 'tên múi giờ IANA, ví dụ Asia/Ho_Chi_Minh',
  count: 'một số nguyên dương',
  size: 'một số nguyên (0 là chưa biết)',
  percent: 'một tỷ lệ từ 0% đến 100%, viết 60%',
  'output-name':
    'một tên tệp không có đuôi, có {date}, không kết thúc bằng -tam hay -bo-sung-<số>, ví dụ tong-hop-{date}',
  unique: 'một mã chưa dùng ở trên',
  'not-before-due': 'một giờ không trước hạn nộp của báo cáo hằng ngày',
  'not-before-from': 'một ngày không trước ngày `from`',
  id: 'một mã bằng chữ thường không dấu, chữ số, - hoặc _, ví dụ mau-03',
  regex: 'một biểu thức chính quy đúng cú pháp',
  Object: 'một nhóm khóa (mỗi dòng một "khóa: giá trị", thụt vào)',
  number: 'một con số',
};

const ANSWERS = {
  object: 'phải là một nhóm {"mục": "giá trị"}',
  list: 'phải là một danh sách các dòng',
  text: 'phải là chữ hoặc số',
  date: 'phải là ngày viết yyyy-mm-dd',
  key: 'không có trong mẫu này',
};

/** What the disk answered, by the code that programs give it. */
const REASONS: { readonly [code: string]: string } = {
  EACCES: 'không có quyền',
  EPERM: 'không có quyền',
  EROFS: 'ổ đĩa chỉ cho đọc',
  ENOSPC: 'đĩa đã đầy',
  EDQUOT: 'đã hết phần đĩa được cấp',
  EBUSY: 'tệp đang mở ở chương trình khác',
  EPIPE: 'chương trình nhận đã đóng',
};

const because = (code: string): string => REASONS[code] ?? code;
const expected = (code: string): string => EXPECTED[code] ?? code.replaceAll('"', '');
const meant = (nearest: string | null): string => (nearest === null ? '' : ` Có phải định ghi "${nearest}"?`);
const list = (known: readonly string[]): string =>
  known.slice(0, 24).join(', ') + (known.length > 24 ? ', …' : '');

const PLACES = { commune: 'xã, phường', district: 'huyện', province: 'tỉnh, thành phố' } as const;

const OPERANDS: { readonly [operand: string]: string } = {
  '<unit>': '<đơn vị>',
  '<summary>': '<bản tổng hợp>',
  '<file>': '<tệp>',
  '[file]': '<tệp>',
  '[form]': '<mẫu>',
};

const YAML_LIMITS = {
  size: (most: number) => `tệp dài quá ${most} chữ`,
  depth: (most: number) => `lồng nhau quá ${most} tầng`,
  aliases: (most: number) => `quá ${most} chỗ dùng lại (*tên)`,
};

export const problems: ProblemWords = {
  'no-campaign': (p) =>
    `Không thấy campaign.yaml từ ${p.from} trở lên. Hãy vào thư mục của đợt, hoặc chỉ ra bằng -c <thư mục|tên đợt mẫu>, hoặc tạo mới bằng bluezone-report init.`,
  'unknown-profile': (p) =>
    `Không có thư mục hay đợt mẫu nào tên "${p.name}".${meant(p.nearest)} Các đợt mẫu: ${list(p.known)}.`,
  'path-not-found': (p) => `Không thấy tệp hoặc thư mục "${p.path}". Hãy kiểm tra lại đường dẫn.`,
  'cannot-read': (p) => `Không đọc được "${p.path}" (${because(p.reason)}). Hãy kiểm tra quyền đọc và ổ đĩa.`,
  'cannot-write': (p) =>
    `Không ghi được "${p.path}" (${because(p.reason)}). Hãy đóng tệp nếu đang mở trong Excel, kiểm tra quyền ghi và chỗ trống trên đĩa; chưa có gì bị ghi dở.`,
  'cannot-print': (p) =>
    `Không in ra được hết (${because(p.reason)}). Các tệp đã báo là đã ghi thì vẫn còn nguyên.`,
  'yaml-limit': (p) =>
    `${p.file}, dòng ${p.line}: ${YAML_LIMITS[p.limit](p.most)}, không phải tệp của đợt. Hãy xem lại tệp này.`,
  'yaml-syntax': (p) =>
    `${p.file}, dòng ${p.line}: không đúng cú pháp YAML (${p.detail}). Hãy xem lại thụt đầu dòng, dấu hai chấm và dấu ngoặc kép.`,
  'yaml-unknown-key': (p) =>
    `${p.file}, dòng ${p.line}: không có khóa "${p.key}".${meant(p.nearest)} Các khóa dùng được ở đây: ${list(p.known)}.`,
  'yaml-no-keys': (p) =>
    `${p.file} ${p.empty ? 'đang trống (không có khóa nào)' : 'không ghi theo dạng "khóa: giá trị"'}. Tệp này cần ít nhất các khóa: ${list(p.needed)}.${p.file.endsWith('campaign.yaml') ? ' Có thể lấy một đợt mẫu rồi sửa lại: bluezone-report init.' : ''}`,
  'yaml-missing-key': (p) => `${p.file}, dòng ${p.line}: thiếu khóa "${p.key}". Hãy thêm khóa này.`,
  'yaml-value': (p) =>
    `${p.file}, dòng ${p.line}: "${p.key}" đang ghi "${p.shown}", cần ${expected(p.expected)}.`,
  'yaml-reference': (p) =>
    `${p.file}, dòng ${p.line}: "${p.key}: ${p.name}" không có trong đợt này.${meant(p.nearest)} Dùng được: ${list(p.known)}.`,
  'roster-column': (p) => `${p.file}: thiếu cột "${p.column}" ở dòng tiêu đề. Hãy thêm cột này.`,
  'roster-unknown-column': (p) => `${p.file}: không có cột nào tên "${p.column}".${meant(p.nearest)}`,
  'roster-lost-letters': (p) =>
    `${p.file}, dòng ${p.line}: «${p.shown}» đã mất dấu tiếng Việt khi lưu. Hãy lấy lại tệp gốc; khi lưu từ Excel thì chọn kiểu «CSV UTF-8» hoặc «.xlsx».`,
  'roster-value': (p) =>
    `${p.file}, dòng ${p.line}: cột "${p.column}" ghi "${p.shown}", không đọc được. Hãy sửa lại, hoặc để trống nếu chưa biết.`,
  'roster-duplicate': (p) =>
    `${p.file}, dòng ${p.line}: mã "${p.code}" đã có ở dòng ${p.first} với thời gian hiệu lực trùng nhau. Mỗi mã chỉ một dòng trong cùng một ngày.`,
  'roster-empty': (p) => `${p.file}: không có đơn vị nào. Hãy ghi mỗi đơn vị một dòng.`,
  'bad-date': (p) => `"${p.text}" không phải là ngày. Hãy viết 2021-08-16 hoặc 16/8/2021.`,
  'bad-as-of': (p) => `"${p.text}" không phải là thời điểm. Hãy viết 2021-08-16T16:00.`,
  'bad-format': (p) => `Không ghi được dạng "${p.text}". Các dạng: ${list(p.known)}.`,
  'stdout-format': (p) =>
    p.known.length === 0
      ? 'Lệnh này không in tệp ra màn hình (-o -). Hãy nêu tên tệp hoặc thư mục sau -o.'
      : `"-o -" chỉ in một dạng văn bản: ${list(p.known)}. Hãy thêm --format ${p.known[0]}, hoặc nêu tên tệp sau -o.`,
  'png-app': () => 'Bản chương trình một tệp không vẽ ảnh (png). Chưa ghi gì; hãy dùng html, docx hoặc xlsx.',
  'png-package': (p) =>
    `Để ghi ảnh cần cài thêm một gói. Ở thư mục chương trình, gõ một lần: npm install --no-save ${p.package}. Chưa ghi gì; các dạng khác vẫn ghi được.`,
  'png-fonts': () =>
    'Máy này không có phông chữ nào có đủ chữ tiếng Việt để vẽ ảnh. Hãy cài Times New Roman, Liberation Serif hoặc Noto Serif. Chưa ghi gì.',
  'png-size': () =>
    'Quá nhiều đơn vị cho một tấm ảnh đọc được. Hãy dùng --format html hoặc xlsx. Chưa ghi gì.',
  'own-file': (p) =>
    `Không ghi vào "${p.path}": đó là chỗ của tệp đã nhận, của sổ theo dõi hoặc tệp của chính đợt. Hãy chọn nơi khác sau -o; chưa ghi gì.`,
  'sent-stays': (p) =>
    `"${p.path}" đã được ghi nhận là đã gửi (hoặc không đọc được sổ theo dõi để biết), nên không ghi đè. Hãy chạy lại lệnh, hoặc ghi ra tên khác bằng -o; sổ hỏng thì chạy bluezone-report doctor --repair.`,
  'sent-number': (p) =>
    `Bản ${p.name} đã được ghi nhận là đã gửi với số ${p.number}; không ghi thêm số khác.`,
  'lock-lost': () =>
    'Máy đã ngủ hoặc ổ đĩa đã mất giữa chừng, và một lệnh khác đã làm tiếp; lệnh này dừng, chưa ghi đè gì. Hãy chạy lại.',
  'annotate-folder': (p) =>
    `Không ghi tệp đánh dấu vào "${p.path}", vì có thể đè lên tệp đã nhận hoặc tệp của đợt. Hãy chọn một thư mục riêng, ví dụ --annotate outbox/tra-lai.`,
  'needs-folder': (p) =>
    `Lệnh ${p.command} cần một thư mục của đợt (có campaign.yaml), không dùng được với đợt mẫu. Tạo bằng: bluezone-report init.`,
  'too-long-for-cron': (p) =>
    `Dòng lệnh dài quá ${p.most} byte, cron không nhận. Hãy đặt thư mục của đợt ở đường dẫn ngắn hơn, hoặc dùng: bluezone-report schedule systemd.`,
  busy: (p) =>
    `Một lần chạy khác vẫn đang làm (máy ${p.host}, tiến trình ${p.pid}, từ ${p.since}). Lần này chưa làm gì; lần chạy sau sẽ làm tiếp. Nếu chắc chắn không còn ai chạy, hãy xóa tệp ${p.path}.`,
  'not-a-summary': (p) =>
    `"${p.path}" không phải là bản tổng hợp do chương trình này ghi (không có dữ liệu kèm theo đọc được).`,
  'needs-yes': (p) =>
    `Lệnh này xóa hẳn ${list(p.files)} trong .bluezone: giờ nhận, quyết định, các bản đã gửi, khóa băm. Nếu chắc chắn, chạy lại với --purge --yes.`,
  'no-such-report': (p) =>
    `Không có báo cáo nào từ tệp "${p.file}" trong ngày này. Các tệp: ${list(p.known)}.`,
  'several-reports': (p) => `Có nhiều tệp "${p.file}", hãy ghi cả đường dẫn: ${list(p.known)}.`,
  'cannot-count': (p) =>
    `"${p.file}" không đọc ra số liệu dùng được nên không thể là bản được tính; phải xin gửi lại.`,
  'several-files': (p) =>
    `Quyết định này nói về một tệp, mà có ${p.files.length} tệp: ${p.files.join(', ')}. Nếu là các phần của một báo cáo: --together.`,
  'not-one-report': (p) =>
    `Không cộng được: các tệp không cùng đơn vị hoặc không cùng mẫu: ${p.files.join(', ')}. Ghi đơn vị trước: resolve <tệp> --unit <đơn vị>.`,
  'one-decision': (p) => `Mỗi lần chỉ ghi một quyết định; ở đây có ${list(p.options)}.`,
  'no-such-unit': (p) => `Không có đơn vị nào mã hoặc tên "${p.text}".${meant(p.nearest)}`,
  'no-such-decision': (p) => `Không có quyết định số "${p.id}". Xem: bluezone-report resolve --list.`,
  'bad-answers': (p) =>
    p.key === ''
      ? `${p.file} không phải là tệp trả lời dạng JSON. Cách ghi: bluezone-report fill --help.`
      : `${p.file}: "${p.key}" ${ANSWERS[p.expected]}.${meant(p.nearest)}`,
  'no-such-place': (p) =>
    p.empty
      ? `Danh mục hành chính ${date(p.list)} không còn cấp huyện (bỏ từ 1/7/2025). Dùng --province hoặc --commune; hoặc danh mục cũ: --list 2025-03-01.`
      : `Danh mục hành chính ${date(p.list)} không có "${p.text}".${meant(p.nearest)} Ghi mã hoặc tên ${PLACES[p.level]}; danh mục ngày khác: --list <yyyy-mm-dd>.`,
  'no-hamlets': (p) =>
    `Danh mục hành chính không có thôn, khu phố, trường học của ${p.place}. Ghi tệp có cột tên của các nơi đó: --units <tệp>.`,
  'several-places': (p) => `"${p.text}" có ở nhiều nơi, hãy ghi mã: ${list(p.known)}.`,
  'already-there': (p) =>
    `"${p.path}" đã có sẵn; không ghi đè. Hãy chọn thư mục khác, hoặc sửa chính tệp đó.`,
  'letter-undated': () =>
    'Công văn không nêu ngày áp dụng và để trống ngày ký, nên không biết thay đổi từ ngày nào. Hãy chạy lại không có --yes để trả lời.',
  'letter-unread': (p) => `Không đọc được công văn "${p.path}": ${UNREAD[p.why]}`,
  'no-terminal': (p) =>
    `Lệnh này hỏi trên màn hình, nhưng đây không phải là cửa sổ dòng lệnh. Hãy dùng: ${p.instead}`,
  ledger: (p) =>
    ({
      locked: 'Sổ theo dõi đang được một lần chạy khác giữ. Hãy chạy lại sau ít phút; chưa ghi gì.',
      'read-only':
        'Không ghi được vào sổ theo dõi (.bluezone): thư mục chỉ cho đọc. Hãy kiểm tra quyền ghi; chưa ghi gì.',
      full: 'Đĩa đã đầy nên không ghi được vào sổ theo dõi (.bluezone). Hãy dọn chỗ trống rồi chạy lại; chưa ghi gì vào sổ.',
      damaged: 'Sổ theo dõi (.bluezone/ledger.sqlite) bị hỏng; chưa ghi gì. Hãy chạy bluezone-report doctor.',
      newer: 'Sổ theo dõi do phiên bản mới hơn của chương trình ghi. Hãy cập nhật chương trình; chưa ghi gì.',
      unavailable:
        'Không mở được sổ theo dõi (.bluezone/ledger.sqlite); không có quyền, hoặc đĩa có lỗi. Chưa ghi gì.',
    })[p.fault],
  'several-dates': (p) => `Các đường dẫn thuộc nhiều ngày (${list(p.dates)}). Hãy chọn một ngày bằng --date.`,
  'unknown-command': (p) =>
    `Không có lệnh "${p.name}".${meant(p.nearest)} Xem các lệnh: bluezone-report --help.`,
  'unknown-option': (p) =>
    `Không có lựa chọn "${p.name}".${meant(p.nearest)} Xem: bluezone-report ${p.command} --help.`,
  'missing-argument': (p) =>
    `Thiếu ${OPERANDS[p.name] ?? p.name.replaceAll(' | ', ' hoặc ')}. Xem: bluezone-report ${p.command} --help.`,
  'too-many-arguments': (p) => `Thừa tham số. Xem: bluezone-report ${p.command} --help.`,
  'missing-value': (p) => `Lựa chọn ${p.name} cần một giá trị. Xem: bluezone-report ${p.command} --help.`,
  'bad-choice': (p) => `${p.name} không nhận giá trị "${p.text}". Các giá trị: ${list(p.known)}.`,
  'unknown-code': (p) => `Không có mã "${p.code}".${meant(p.nearest)} Xem tất cả: bluezone-report explain.`,
};

const UNREAD = {
  scan: 'đây là bản quét (ảnh chụp các trang), không có chữ để đọc. Hãy xin bản .docx, hoặc mở bằng chương trình nhận dạng chữ rồi lưu lại thành .docx hay .txt.',
  picture: 'đây là ảnh, không có chữ để đọc. Hãy xin bản .docx hoặc bản PDF có lớp chữ.',
  password: 'tệp có mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại.',
  damaged: 'tệp bị hỏng. Hãy xin gửi lại.',
  empty: 'tệp không có chữ nào.',
  'no-office': 'máy này không có LibreOffice nên không mở được .doc, .odt. Hãy lưu lại thành .docx.',
  'too-long': 'LibreOffice chuyển tệp quá lâu nên phải dừng. Hãy chạy lại, hoặc lưu lại thành .docx.',
  'not-a-letter': 'không phải tệp văn bản. Dùng được .docx, .txt, .pdf có lớp chữ, .doc, .odt.',
} as const;
