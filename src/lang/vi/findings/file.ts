import type { FileFacts } from '../../../model/findings/file.ts';
import type { FamilyWords } from '../../findings.ts';
import { count } from '../numbers.ts';
import { encoding, kind, limit } from '../print.ts';

const unread = 'Chưa đọc được tệp thì chưa có số liệu nào được tính.';
const sendTable = 'Đề nghị gửi lại bảng số liệu bằng tệp Excel hoặc Word theo đúng mẫu.';

export const file: FamilyWords<FileFacts> = {
  'file/empty': {
    title: 'Tệp rỗng',
    what: ({ blank }) =>
      blank ? 'Tệp này chỉ có khoảng trắng, không có nội dung.' : 'Tệp này không có nội dung (0 byte).',
    why: unread,
    fix: () => 'Đề nghị mở tệp gốc kiểm tra, lưu lại và gửi lại.',
  },
  'file/damaged': {
    title: 'Tệp bị hỏng',
    what: (facts) => `Tệp này bị hỏng hoặc tải về chưa đủ (${kind(facts.kind)}).`,
    why: unread,
    fix: () => 'Đề nghị mở thử tệp gốc, lưu thành tệp mới và gửi lại.',
  },
  'file/password': {
    title: 'Tệp có mật khẩu',
    what: () => 'Tệp này được khóa bằng mật khẩu nên không mở được.',
    why: unread,
    fix: () => 'Đề nghị bỏ mật khẩu mở tệp, lưu và gửi lại.',
  },
  'file/pdf': {
    title: 'Tệp PDF',
    what: () => 'Đây là tệp PDF, không lấy được số liệu từ bảng.',
    why: 'Số gõ lại từ bản in dễ sai, nên chỉ nhận bảng gốc.',
    fix: () => sendTable,
  },
  'file/doc-not-converted': {
    title: 'Tệp văn bản cũ chưa chuyển được',
    what: (facts) => `Đây là tệp ${kind(facts.format)}; máy này chưa có LibreOffice để chuyển.`,
    why: unread,
    fix: () => 'Đề nghị mở tệp, chọn «Lưu thành» .docx và gửi lại; hoặc cài LibreOffice trên máy tổng hợp.',
    ask: () => 'Đề nghị mở tệp, chọn «Lưu thành» .docx và gửi lại.',
  },
  'file/not-a-table': {
    title: 'Không phải bảng số liệu',
    what: (facts) => `Tệp này không chứa bảng số liệu nào (${kind(facts.kind)}).`,
    why: unread,
    fix: (facts) => INSTEAD[facts.kind] ?? sendTable,
  },
  'file/no-sheets': {
    title: 'Không có trang tính',
    what: () => 'Tệp mở được nhưng không có trang tính nào.',
    why: unread,
    fix: () => sendTable,
  },
  'file/limit': {
    title: 'Tệp vượt giới hạn',
    what: (facts) => `Tệp này vượt giới hạn về ${limit(facts.limit)}: nhiều nhất ${count(facts.most)}.`,
    why: 'Tệp báo cáo thật không lớn như vậy; đọc tiếp có thể treo máy.',
    fix: () => 'Đề nghị chép riêng bảng số liệu sang một tệp mới và gửi lại.',
  },
  'file/timeout': {
    title: 'Đọc tệp quá lâu',
    what: ({ program, seconds }) =>
      `${program === 'libreoffice' ? 'LibreOffice chuyển tệp này' : 'Việc đọc tệp này'} chưa xong sau ${seconds} giây nên phải dừng; chưa biết trong tệp có gì.`,
    why: unread,
    fix: () =>
      'Đề nghị chạy lại (lần sau tệp được đọc lại từ đầu); nếu vẫn vậy, mở tệp, lưu thành .xlsx hoặc .docx rồi đưa vào.',
    ask: () => 'Đề nghị mở tệp, chọn «Lưu thành» .xlsx hoặc .docx và gửi lại.',
  },
  'file/picture': {
    title: 'Ảnh chụp',
    what: () => 'Đây là ảnh, không đọc được số liệu từ ảnh.',
    why: 'Ảnh không được tính là báo cáo.',
    fix: () => 'Đề nghị gửi bảng số liệu bằng tệp Excel hoặc Word; ảnh mã QR thì giữ để lưu.',
  },
  'file/left-alone': {
    title: 'Tệp được bỏ qua',
    what: (facts) => LEFT_ALONE[facts.reason],
    why: 'Tệp loại này không phải là báo cáo.',
    fix: (facts) =>
      facts.reason === 'changing' || facts.reason === 'partial-download'
        ? 'Khi tệp đã tải xong, đề nghị chạy lại.'
        : 'Không cần làm gì.',
  },
  'file/kind-differs': {
    title: 'Đuôi tệp không đúng loại',
    what: (facts) =>
      `Đuôi tệp là «.${facts.extension}» nhưng nội dung là ${kind(facts.kind)}; đã đọc theo nội dung.`,
    why: 'Điểm này không làm báo cáo bị trả lại; Excel thường cảnh báo khi mở tệp như vậy.',
    fix: () => 'Lần sau đề nghị lưu thành .xlsx.',
  },
  'file/doc-converted': {
    title: 'Đã chuyển sang .docx để đọc',
    what: (facts) => `Tệp ${kind(facts.format)} đã được chuyển sang .docx trên máy này để đọc.`,
    why: 'Điểm này không làm báo cáo bị trả lại; bản chuyển có thể lệch bố cục so với bản gốc.',
    fix: () => 'Lần sau đề nghị lưu thành .docx.',
  },
  'file/text-rescued': {
    title: 'Chữ ở bảng mã cũ đã được chuyển',
    what: (facts) =>
      `${count(facts.cells)} ô dùng bảng mã ${encoding(facts.encoding)}; đã chuyển sang Unicode (${SURE[facts.sure]}).`,
    why: 'Điểm này không làm báo cáo bị trả lại; chuyển mã có thể sai vài dấu ở tên riêng.',
    fix: () => 'Lần sau đề nghị dùng phông Unicode, ví dụ Times New Roman.',
  },
  'file/locked': {
    title: 'Tệp đang bị chương trình khác giữ',
    what: () => 'Tệp đang được mở ở một chương trình khác nên chưa đọc được.',
    why: 'Tệp đã nhận nhưng chưa đọc được thì chưa tính; đơn vị đã gửi, không phải nhắc.',
    fix: () => 'Hãy đóng tệp ở chương trình đang mở (Excel, phần mềm đồng bộ) rồi chạy lại.',
  },
  'file/unreadable': {
    title: 'Không mở được tệp',
    what: (facts) => UNREADABLE[facts.reason],
    why: 'Tệp không mở được thì chưa tính; các tệp khác vẫn được tính.',
    fix: (facts) =>
      facts.reason === 'name'
        ? 'Hãy đổi tên tệp bằng chữ thường không lỗi rồi chạy lại.'
        : facts.reason === 'special' || facts.reason === 'dead-link'
          ? 'Hãy chép tệp báo cáo thật vào thư mục này.'
          : 'Hãy kiểm tra quyền đọc và ổ đĩa rồi chạy lại.',
  },
  'file/rows-swallowed': {
    title: 'Dòng bị nuốt vì thừa dấu ngoặc kép',
    what: (facts) =>
      `Một dấu ngoặc kép (") thừa làm các dòng ${facts.first} đến ${facts.last} của tệp CSV dính vào một ô.`,
    why: 'Số liệu trên các dòng ấy không vào cột của chúng, nên tổng sẽ thiếu.',
    fix: () => 'Đề nghị bỏ dấu ngoặc kép thừa rồi gửi lại, hoặc gửi tệp .xlsx.',
  },
  'file/archive-nested': {
    title: 'Gói nén lồng quá nhiều lớp',
    what: () => 'Gói nén, thư lồng trong nhau quá nhiều lớp; chỉ mở hai lớp.',
    why: unread,
    fix: () => 'Đề nghị giải nén rồi gửi các tệp báo cáo, hoặc chỉ nén một lớp.',
  },
};

/** Kinds that another program opens: what to send instead. */
const INSTEAD: { readonly [kind: string]: string } = {
  msg: 'Đề nghị mở thư bằng Outlook, lưu các tệp đính kèm và gửi lại các tệp đó (hoặc lưu thư thành .eml).',
  rar: 'Đề nghị giải nén và gửi các tệp báo cáo, hoặc nén lại thành .zip.',
  '7z': 'Đề nghị giải nén và gửi các tệp báo cáo, hoặc nén lại thành .zip.',
  gzip: 'Đề nghị giải nén và gửi các tệp báo cáo, hoặc nén lại thành .zip.',
  tnef: 'Thư này không kèm tệp nào. Đề nghị gửi lại thư kèm tệp báo cáo, ở dạng «HTML» hoặc «Plain Text».',
  numbers: 'Đề nghị mở bằng Numbers, chọn «Xuất sang» Excel (.xlsx) và gửi tệp đó.',
  gsheet:
    'Tệp này chỉ là đường dẫn tới Google Trang tính. Đề nghị mở ra, chọn «Tải xuống» Excel (.xlsx) và gửi tệp đó.',
};

const UNREADABLE: { readonly [R in FileFacts['file/unreadable']['reason']]: string } = {
  permission: 'Không có quyền đọc tệp này.',
  gone: 'Tệp đã mất trước khi đọc được.',
  disk: 'Ổ đĩa báo lỗi khi đọc tệp này.',
  changing: 'Tệp còn đang được ghi nên chưa đọc được.',
  name: 'Tên tệp có ký tự hỏng nên không mở được.',
  special: 'Đây không phải là tệp thường (ống dẫn hoặc thiết bị).',
  'dead-link': 'Đây là lối tắt tới một tệp không còn.',
};

const LEFT_ALONE: { readonly [R in FileFacts['file/left-alone']['reason']]: string } = {
  'office-lock': 'Đây là tệp tạm của Word, Excel khi đang mở (~$…).',
  'partial-download': 'Tệp đang tải dở.',
  system: 'Đây là tệp của hệ điều hành.',
  changing: 'Tệp đang được ghi, chưa ổn định.',
  link: 'Đây là lối tắt, không phải tệp.',
  signature: 'Đây là chữ ký điện tử của thư, không phải báo cáo.',
  'mail-part': 'Đây là phần chữ của thư do máy chủ thư tách ra, không có bảng.',
  'web-part': 'Đây là tệp kèm của một trang web đã lưu.',
};

const SURE: { readonly [S in FileFacts['file/text-rescued']['sure']]: string } = {
  font: 'theo tên phông',
  letters: 'theo tần suất chữ cái',
  roster: 'khớp danh sách đơn vị',
  mark: 'theo dấu đầu tệp',
};
