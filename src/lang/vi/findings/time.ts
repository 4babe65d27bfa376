import type { TimeFacts } from '../../../model/findings/time.ts';
import type { FamilyWords } from '../../findings.ts';
import { date } from '../numbers.ts';
import { source } from '../print.ts';

export const time: FamilyWords<TimeFacts> = {
  'time/date-differs': {
    title: 'Ngày trong báo cáo khác ngày nhận',
    what: (facts, at) =>
      `${at.cell === undefined ? '' : `Ô ${at.cell}: `}${at.cell === undefined ? 'Ngày' : 'ngày'} ghi ở ${source(facts.source)} là ${date(facts.own)}, trong khi tệp này nhận làm báo cáo ngày ${date(facts.folder)}.`,
    why: 'Có thể là báo cáo cũ gửi lại hoặc quên sửa ngày, nên báo cáo này chờ quyết định.',
    fix: (facts) =>
      `Đề nghị sửa ngày thành ${date(facts.folder)} nếu số liệu là của ngày đó và gửi lại; nếu là báo cáo ngày ${date(facts.own)} thì chuyển sang thư mục ngày đó.`,
    ask: (facts) =>
      `Đề nghị sửa ngày thành ${date(facts.folder)} và gửi lại; nếu là báo cáo ngày ${date(facts.own)} thì cho biết.`,
  },
  'time/dates-disagree': {
    title: 'Hai ngày khác nhau trong báo cáo',
    what: (facts) =>
      `Tiêu đề ghi ngày ${date(facts.title)}, phần đầu văn bản ghi ngày ${date(facts.letterhead)}; đã lấy ngày ở tiêu đề.`,
    why: 'Điểm này không làm báo cáo bị trả lại; hai ngày khác nhau dễ gây nhầm khi tra lại.',
    fix: () => 'Lần sau đề nghị sửa cả hai ngày.',
  },
  'time/name-differs': {
    title: 'Ngày ở tên tệp khác ngày trong báo cáo',
    what: (facts) =>
      `Tên tệp mang ngày ${date(facts.name)}, trong báo cáo ghi ngày ${date(facts.own)}; đã lấy ngày trong báo cáo.`,
    why: 'Điểm này không làm báo cáo bị trả lại; hai ngày khác nhau dễ gây nhầm khi tra lại.',
    fix: () => 'Đề nghị xem lại ngày nào đúng; lần sau đề nghị ghi cùng một ngày ở tên tệp và trong báo cáo.',
  },
  'time/unreadable-date': {
    title: 'Không đọc được ngày',
    what: (facts, at) =>
      `${at.cell === undefined ? 'Ngày báo cáo' : `Ô ${at.cell}`} ghi «${facts.shown}»: không phải là một ngày có trong lịch.`,
    why: 'Báo cáo được tính theo ngày của thư mục nhận.',
    fix: () => 'Đề nghị ghi ngày dạng 16/8/2021 hoặc «ngày 16 tháng 8 năm 2021».',
  },
  'time/in-future': {
    title: 'Báo cáo của ngày chưa đến',
    what: (facts) => `Báo cáo ghi ngày ${date(facts.own)} nhưng đã nhận từ ngày ${date(facts.received)}.`,
    why: 'Số lũy kế của một ngày chưa đến thì chưa thể có; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Đề nghị kiểm tra ngày trong báo cáo và gửi lại nếu sai.',
  },
};
