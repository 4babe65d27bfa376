import type { NamedUnit, UnitFacts } from '../../../model/findings/unit.ts';
import type { FamilyWords } from '../../findings.ts';
import { date } from '../numbers.ts';
import { list, source } from '../print.ts';

const undecided = 'Chưa biết chắc báo cáo của đơn vị nào thì chưa tính cho đơn vị nào.';

export const unit: FamilyWords<UnitFacts> = {
  'unit/none': {
    title: 'Không ghi tên đơn vị',
    what: () => 'Trong tệp, tên tệp và thư mục đều không thấy tên đơn vị.',
    why: undecided,
    fix: () => 'Đề nghị ghi tên xã, phường, cơ quan ở đầu báo cáo; hoặc ghi quyết định bằng lệnh resolve.',
    ask: () => 'Đề nghị ghi đủ tên đơn vị, đúng dấu, ở đầu báo cáo và gửi lại.',
  },
  'unit/unknown': {
    title: 'Đơn vị không có trong danh sách',
    what: (facts) =>
      `Danh sách đơn vị không có «${facts.text}»${facts.nearest === null ? '' : `; gần giống nhất là ${facts.nearest}`}.`,
    why: undecided,
    fix: (facts) =>
      facts.nearest === null
        ? 'Đề nghị kiểm tra tên đơn vị, bổ sung vào units.csv, hoặc ghi quyết định bằng lệnh resolve.'
        : `Nếu đúng là ${facts.nearest}, đề nghị ghi quyết định bằng lệnh resolve hoặc thêm tên gọi này vào units.csv.`,
    ask: () => 'Đề nghị ghi đủ tên đơn vị, đúng dấu, ở đầu báo cáo và gửi lại.',
  },
  'unit/other-day': {
    title: 'Tên của xã, phường theo bản đồ hành chính khác ngày',
    what: (facts) =>
      facts.later
        ? `«${facts.text}» là tên từ ${date(facts.since)}, lập từ ${list(facts.units.map(({ name }) => inSentence(name)))}; đợt này còn theo tên trước đó.`
        : `«${facts.text}» là tên cũ; từ ${date(facts.since)} thuộc ${list(facts.units.map(({ name, part }) => `${inSentence(name)}${part ? ' (một phần)' : ''}`))}.`,
    why: 'Số liệu của một phần không phải của cả đơn vị; chưa biết là phần nào của đơn vị nào thì chưa tính.',
    fix: (facts) =>
      `Đề nghị báo cáo theo tên đơn vị hiện nay; hoặc ghi quyết định bằng lệnh resolve nếu đây là báo cáo của ${list(facts.units.map(({ name }) => inSentence(name)))}.`,
    ask: (facts) =>
      `Đề nghị cho biết số liệu này là của cả ${list(facts.units.map(({ name }) => inSentence(name)))} hay chỉ một phần, và gửi lại theo tên đơn vị hiện nay.`,
  },
  'unit/ambiguous': {
    title: 'Tên hợp với nhiều đơn vị',
    what: (facts) => `«${facts.text}» có thể là ${either(facts.candidates.map(unitName))}.`,
    why: undecided,
    fix: () => 'Đề nghị ghi tên đơn vị đủ dấu và đủ chữ; hoặc ghi quyết định bằng lệnh resolve.',
    ask: () => 'Đề nghị ghi đủ tên đơn vị, đúng dấu, ở đầu báo cáo và gửi lại.',
  },
  'unit/disagree': {
    title: 'Các chỗ ghi tên đơn vị khác nhau',
    what: (facts) =>
      `Tên đơn vị ghi khác nhau: ${list(facts.claims.map((claim) => `${source(claim.source)} là ${unitName(claim)}`))}.`,
    why: undecided,
    fix: () => 'Đề nghị sửa tên đơn vị cho thống nhất và gửi lại; hoặc ghi quyết định bằng lệnh resolve.',
    ask: () => 'Đề nghị sửa tên đơn vị cho thống nhất và gửi lại.',
  },
  'unit/near-match': {
    title: 'Tên đơn vị viết gần đúng',
    what: (facts) => `«${facts.text}» được hiểu là ${facts.name}: cả danh sách chỉ có một đơn vị gần giống.`,
    why: 'Điểm này không làm báo cáo bị trả lại; cách hiểu này được nêu ra để kiểm tra.',
    fix: () => 'Nếu hiểu sai, đề nghị ghi quyết định bằng lệnh resolve; lần sau đề nghị ghi tên đủ dấu.',
  },
  'unit/not-valid': {
    title: 'Đơn vị không thuộc diện báo cáo ngày này',
    what: (facts) =>
      `Theo danh sách, ngày ${date(facts.date)} ${facts.name} không còn hoặc chưa thuộc diện báo cáo.`,
    why: 'Tính cho đơn vị đã sáp nhập hoặc chưa thành lập có thể làm số liệu bị tính hai lần.',
    fix: () => 'Đề nghị kiểm tra ngày hiệu lực trong units.csv, hoặc cho biết báo cáo của đơn vị nào.',
    ask: () => 'Đề nghị cho biết báo cáo này của đơn vị nào.',
  },
};

/** "Phường Hoài Nhơn Bắc" → "phường Hoài Nhơn Bắc". */
function inSentence(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

function unitName({ name, code, parent }: NamedUnit): string {
  if (code === undefined) return name;
  return `${name} (mã ${code}${parent === undefined ? '' : `, thuộc ${parent}`})`;
}

function either(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} hoặc ${last}`;
}
