import type { Check, Repaired } from '../../model/check.ts';
import { count, date } from './numbers.ts';

/** The words of `doctor`: each says what was found and, where it is not good, what to do. */
export const doctor = {
  check: (check: Check): string => {
    switch (check.kind) {
      case 'campaign':
        return `${check.name}: campaign.yaml và danh sách ${count(check.units)} đơn vị đọc được.`;
      case 'kind-unused':
        return `${count(check.units)} đơn vị loại "${check.unitKind}" không phải gửi mẫu nào; thêm loại này vào collect nếu đơn vị phải gửi.`;
      case 'collect-empty':
        return `collect: không đơn vị nào trong danh sách thuộc loại ${check.from.map((kind) => `"${kind}"`).join(', ')}, nên không ai phải gửi ${check.form}. Sửa from, hoặc cột kind của danh sách.`;
      case 'question':
        return `campaign.yaml, dòng ${check.line}: ${check.text} Xem xong thì xóa dòng "# ?".`;
      case 'kind-empty':
        return `collect yêu cầu ${check.form} của loại "${check.unitKind}", nhưng danh sách không có đơn vị nào thuộc loại này.`;
      case 'base-missing':
        return `${count(check.units)}/${count(check.of)} đơn vị chưa có số ở cột ${check.base} nên chưa tính được tỷ lệ và không nằm trong tỷ lệ chung. Bổ sung vào units.csv, hoặc ghi tổng của cả địa bàn vào bases.`;
      case 'target-outside':
        return `Chỉ tiêu ${check.target} có hạn ${date(check.by)} nằm ngoài period; kiểm tra lại ngày.`;
      case 'same-name':
        return `"${check.name}" là tên của nhiều mã (${check.codes.join(', ')}); tệp chỉ ghi tên này sẽ phải hỏi. Thêm aliases để phân biệt.`;
      case 'inbox':
        return check.files === 0
          ? 'inbox: chưa có tệp nào.'
          : `inbox: ${count(check.files)} tệp của ${count(check.days)} ngày đọc được.`;
      case 'finding':
        return check.message;
      case 'ledger':
        return `Sổ theo dõi: ${count(check.receipts)} biên nhận, ${count(check.decisions)} quyết định, ${count(check.sent)} bản đã gửi.`;
      case 'ledger-absent':
        return 'Chưa có sổ theo dõi; lần chạy receive hoặc aggregate đầu tiên sẽ tạo.';
      case 'ledger-trouble':
        return TROUBLE[check.fault];
      case 'ledger-integrity':
        return `Sổ theo dõi có chỗ hỏng (${check.detail}). Khôi phục .bluezone từ bản sao lưu; không có thì chạy bluezone-report doctor --repair.`;
      case 'no-receipt':
        return `${count(check.files)} tệp đang được tính mà chưa có biên nhận trong sổ (trước hết là ${check.first}); chạy bluezone-report receive.`;
      case 'no-reading':
        return `Số ${check.measure} của ${check.unit} không dẫn về ô nào; đây là lỗi của chương trình, đề nghị báo người bảo trì.`;
      case 'no-reason':
        return `Quyết định số ${check.decision} chưa ghi lý do; ghi lại bằng resolve … --reason nếu cần giải trình.`;
      case 'idle-decision':
        return `Quyết định số ${check.decision} nói về tệp ${check.file}, nay không còn trong inbox; bỏ bằng resolve --undo ${check.decision} nếu đúng là đã xóa.`;
      case 'sent-bytes':
        return `Nội dung lưu của bản đã gửi ${check.name} không còn nguyên vẹn; khôi phục .bluezone từ bản sao lưu.`;
      case 'key-missing':
        return 'Không thấy khóa băm (.bluezone/key); số điện thoại trùng giữa các đơn vị chỉ so được trong từng lần chạy.';
      case 'undecided':
        return `${count(check.files)} báo cáo của ngày này đang chờ xác định; chạy bluezone-report resolve.`;
      case 'office':
        return check.found
          ? 'Có LibreOffice: tệp .doc đọc được.'
          : 'Không có LibreOffice: tệp .doc phải xin lại bằng .docx hoặc Excel.';
    }
  },
  sum: (look: number, bad: number) =>
    look + bad === 0 ? 'Mọi thứ đều ổn.' : `${count(bad)} chỗ phải sửa, ${count(look)} chỗ nên xem.`,
  repaired: (done: Repaired | null, restored: number) => {
    const back =
      restored === 0 ? '' : ` Đã đặt lại ${count(restored)} bản đã gửi bị sửa, tệp lạ được giữ bên cạnh.`;
    if (done === null) return `Sổ theo dõi nguyên vẹn, không phải dựng lại.${back}`;
    const { kept, proved, lost, blind, keptAs } = done;
    const lines = lost.map(
      ({ kind, id, about }) =>
        `  mất: ${kind === null ? 'dòng' : LINES[kind]} số ${id}${about === null ? '' : ` (${about})`}`,
    );
    return [
      `Đã dựng lại sổ theo dõi; sổ hỏng được giữ ở ${keptAs}.${back}`,
      `Giữ được ${count(kept.receipts)} biên nhận, ${count(kept.decisions)} quyết định, ${count(kept.sent)} bản đã gửi; dựng lại từ inbox ${count(proved.receipts)} biên nhận, từ outbox và nhật ký ${count(proved.sent)} bản đã gửi.`,
      ...lines,
      ...(blind
        ? [
            'Không đọc được gì từ sổ hỏng: quyết định đã ghi, giờ nhận đã khai và số của bản đã gửi phải ghi lại.',
          ]
        : []),
    ].join('\n');
  },
  purged: (names: readonly string[]) =>
    names.length === 0
      ? 'Không có gì để xóa.'
      : `Kết thúc đợt: xóa ${names.join(', ')} trong .bluezone. inbox và outbox giữ nguyên.`,
};

const LINES = { receipt: 'biên nhận', decision: 'quyết định', sent: 'bản đã gửi' } as const;

const TROUBLE = {
  locked: 'Sổ theo dõi đang được một lần chạy khác giữ; đợi lần đó xong rồi chạy lại.',
  'read-only': 'Sổ theo dõi chỉ cho đọc; kiểm tra quyền ghi của thư mục .bluezone.',
  full: 'Đĩa đã đầy; dọn chỗ trống rồi chạy lại.',
  damaged:
    'Sổ theo dõi bị hỏng. Khôi phục .bluezone từ bản sao lưu; không có thì chạy bluezone-report doctor --repair.',
  newer: 'Sổ theo dõi do phiên bản mới hơn ghi; cập nhật chương trình.',
  unavailable: 'Không mở được sổ theo dõi; kiểm tra ổ đĩa và quyền truy cập.',
} as const;

export type DoctorWords = typeof doctor;
