import type { AcrossFacts } from '../../../core/findings/across.ts';
import type { FamilyWords } from '../../findings.ts';
import { count, date } from '../numbers.ts';
import { list, measure } from '../print.ts';

export const across: FamilyWords<AcrossFacts> = {
  'across/fall': {
    title: 'Số lũy kế giảm',
    what: (facts) =>
      `Lũy kế ${measure(facts.measure)} là ${count(facts.value)}, giảm ${count(facts.earlier - facts.value)} so với ${count(facts.earlier)} ngày ${date(facts.since)}.`,
    why: 'Số lũy kế thường chỉ tăng; báo cáo vẫn được tính nhưng cần biết lý do.',
    fix: () =>
      'Đề nghị kiểm tra lại; nếu con số đúng thì cho biết lý do giảm (rà soát lại, bỏ trùng, chuyển địa bàn…).',
  },
  'across/order-unknown': {
    title: 'Không rõ bản nào gửi sau',
    what: (facts) =>
      `Tệp này và «${facts.other}» cùng đơn vị, cùng ngày, khác số liệu, mà không biết bản nào gửi sau.`,
    why: 'Chỉ bản mới nhất được tính; chưa rõ thứ tự thì chưa tính bản nào.',
    fix: () =>
      'Đề nghị đơn vị cho biết bản đúng, rồi ghi quyết định bằng lệnh resolve hoặc ghi giờ nhận vào received.csv.',
  },
  'across/replaced': {
    title: 'Bản mới thay bản cũ',
    what: (facts) =>
      `Bản này thay «${facts.other}»${facts.changes.length === 0 ? '; số liệu không đổi' : `: ${list(facts.changes.map(changed))}`}.`,
    why: 'Bản mới nhất được chấp nhận là bản được tính; bản cũ vẫn lưu.',
    fix: () => 'Không cần làm gì, trừ khi bản cũ mới là bản đúng.',
  },
  'across/not-in-rate': {
    title: 'Đơn vị chưa có trong tỷ lệ chung',
    what: (facts) => `${facts.unitName} chưa có ${measure(facts.lacks)} được chấp nhận.`,
    why: 'Tỷ lệ chung chỉ tính trên các đơn vị có đủ cả hai số, nên chưa gồm đơn vị này.',
    fix: () => 'Đề nghị đơn vị gửi báo cáo, hoặc bổ sung số còn thiếu.',
  },
  'across/parent-too': {
    title: 'Cấp trên gửi số riêng bên cạnh các đơn vị trực thuộc',
    what: (facts) =>
      `${facts.unitName} gửi số của mình, trong khi ${count(facts.below)} đơn vị trực thuộc cũng báo cáo mẫu này.`,
    why: 'Chỉ cộng số của các đơn vị dưới cùng, để không tính một người hai lần.',
    fix: () => 'Đề nghị kiểm tra cột parent trong units.csv; số của cấp trên không được cộng vào tổng.',
  },
};

function changed(change: { measure: string; from: number | null; to: number | null }): string {
  const show = (n: number | null) => (n === null ? 'không có' : count(n));
  return `${measure(change.measure)} từ ${show(change.from)} thành ${show(change.to)}`;
}
