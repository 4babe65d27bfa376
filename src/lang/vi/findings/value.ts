import type { ValueFacts } from '../../../model/findings/value.ts';
import type { FamilyWords } from '../../findings.ts';
import { count } from '../numbers.ts';
import { plain, says, where } from '../print.ts';

const wholeNumber = 'Đề nghị ghi một số nguyên đếm được, ví dụ 245.';
const notCounted = 'Chưa rõ con số nên chưa cộng; báo cáo này chưa được tính.';

export const value: FamilyWords<ValueFacts> = {
  'value/missing': {
    title: 'Số liệu bắt buộc còn để trống',
    what: (facts, at) => `${where(at, facts.field)}: chưa có số liệu.`,
    why: 'Để trống là chưa có số liệu, không phải là 0, nên báo cáo này chưa được tính.',
    fix: () => 'Đề nghị điền số liệu; nếu không có ai thì ghi 0.',
  },
  'value/not-a-number': {
    title: 'Không phải là số',
    what: (facts, at) => `${says(at, facts)}: đây không phải là một con số.`,
    why: notCounted,
    fix: () => wholeNumber,
  },
  'value/ambiguous-number': {
    title: 'Số đọc được hai cách',
    what: (facts, at) =>
      `${says(at, facts)}: có thể đọc là ${plain(facts.readings[0])} hoặc là ${plain(facts.readings[1])}.`,
    why: 'Dấu chấm có thể là dấu hàng nghìn, cũng có thể là dấu thập phân; hoặc số và chữ không khớp nhau. Con số chưa chắc chắn nên báo cáo này chưa được tính.',
    fix: ({ readings }) =>
      readings.every(Number.isInteger)
        ? `Đề nghị chỉ ghi một con số, bằng chữ số: ${plain(readings[0])} hay ${plain(readings[1])}.`
        : `Đề nghị ghi lại số người không dùng dấu, ví dụ ${plain(Math.max(...readings))}.`,
  },
  'value/negative': {
    title: 'Số âm',
    what: (facts, at) => `${says(at, facts)}: số người không thể nhỏ hơn 0.`,
    why: notCounted,
    fix: () => 'Đề nghị ghi tổng số lũy kế đến thời điểm báo cáo, không ghi phần tăng giảm.',
  },
  'value/not-whole': {
    title: 'Không phải số nguyên',
    what: (facts, at) => `${says(at, facts)}: số người phải là số nguyên.`,
    why: notCounted,
    fix: () => wholeNumber,
  },
  'value/approximate': {
    title: 'Số ước chừng',
    what: (facts, at) => `${says(at, facts)}: đây là số ước chừng, chưa phải số đã đếm.`,
    why: 'Số tổng hợp gửi lên cấp trên phải là số đếm được, nên báo cáo này chưa được tính.',
    fix: () => 'Đề nghị đếm lại và ghi đúng một con số.',
  },
  'value/percentage': {
    title: 'Ghi tỷ lệ thay cho số người',
    what: (facts, at) => `${says(at, facts)}: đây là tỷ lệ, trong khi mẫu hỏi số người.`,
    why: 'Từ tỷ lệ không suy ra được số người, nên báo cáo này chưa được tính.',
    fix: () => 'Đề nghị ghi số người đã đếm; tỷ lệ sẽ được tính khi tổng hợp.',
  },
  'value/with-words': {
    title: 'Số có kèm chữ',
    what: (facts, at) => `${says(at, facts)}: đã đọc là ${count(facts.number)}.`,
    why: 'Con số đọc được nên điểm này không làm báo cáo bị trả lại; ô chỉ ghi số thì không bị hiểu nhầm.',
    fix: () => 'Lần sau đề nghị chỉ ghi số; ghi chú để sang cột khác.',
  },
  'value/date-format': {
    title: 'Số hiện thành ngày',
    what: (facts, at) =>
      at.count === undefined
        ? `${where(at, facts.field)} hiện là «${facts.shown}» vì ô định dạng ngày; được đọc là ${count(facts.number)}.`
        : `${where(at, facts.field)}: ${count(at.count)} ô hiện thành ngày vì định dạng ngày; được đọc theo số đã nhập, ô đầu là ${count(facts.number)}.`,
    why: 'Người xem bảng thấy ngày chứ không thấy số; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Đề nghị đổi định dạng cột số liệu về kiểu số (General) và xem lại các con số.',
  },
  'value/error-value': {
    title: 'Ô đang báo lỗi',
    what: (facts, at) => `${says(at, facts)}: công thức trong ô đang báo lỗi.`,
    why: notCounted,
    fix: () => 'Đề nghị sửa công thức, hoặc gõ thẳng con số vào ô rồi gửi lại.',
  },
  'value/formula-uncomputed': {
    title: 'Công thức chưa có kết quả',
    what: (facts, at) =>
      `${where(at, facts.field)} là công thức chưa được tính, trong tệp không lưu kết quả.`,
    why: 'Chương trình không tự chạy công thức của tệp nhận được, nên báo cáo này chưa được tính.',
    fix: () => 'Đề nghị mở tệp bằng Excel, lưu lại rồi gửi, hoặc gõ thẳng con số vào ô.',
  },
  'value/out-of-range': {
    title: 'Ngoài khoảng cho phép của mẫu',
    what: (facts, at) =>
      `${says(at, facts)}: mẫu chỉ nhận ${[
        ...(facts.min === null ? [] : [`từ ${count(facts.min)}`]),
        ...(facts.max === null ? [] : [`đến ${count(facts.max)}`]),
      ].join(' ')}.`,
    why: notCounted,
    fix: () => 'Đề nghị kiểm tra lại con số và gửi lại.',
  },
  'value/pattern': {
    title: 'Không viết theo quy định của mẫu',
    what: (facts, at) => `${says(at, facts)}: không đúng cách viết mà mẫu quy định.`,
    why: 'Mẫu của đợt này quy định cách viết, nên báo cáo này chưa được tính.',
    fix: () => 'Đề nghị viết lại đúng cách và gửi lại.',
  },
  'value/phone': {
    title: 'Số điện thoại không hợp lệ',
    what: (facts, at) => `${where(at, facts.field)}: không phải số điện thoại dùng được ở Việt Nam.`,
    why: 'Số điện thoại giúp nhận ra một người được ghi hai lần; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Đề nghị kiểm tra lại: di động có 10 chữ số, bắt đầu bằng 0.',
  },
};
