import type { FormFacts } from '../../../model/findings/form.ts';
import type { FamilyWords } from '../../findings.ts';
import { count } from '../numbers.ts';
import { form as formName, list, where } from '../print.ts';

const wrongForm = 'Chưa nhận ra mẫu thì chưa biết con số nào là gì, nên báo cáo này chưa được tính.';

export const form: FamilyWords<FormFacts> = {
  'form/not-recognised': {
    title: 'Không nhận ra mẫu báo cáo',
    what: (facts) =>
      facts.nearest === null
        ? 'Nội dung không giống mẫu báo cáo nào của đợt này.'
        : `Nội dung gần giống ${formName(facts.nearest)} nhất, nhưng không thấy ${list(facts.missing.map(quoted))}.`,
    why: wrongForm,
    fix: (facts) =>
      facts.nearest === null
        ? 'Đề nghị dùng đúng mẫu gửi kèm văn bản và gửi lại.'
        : `Đề nghị giữ nguyên các tiêu đề của ${formName(facts.nearest)}, điền và gửi lại.`,
  },
  'form/letters-lost': {
    title: 'Chữ có dấu đã mất khi lưu',
    what: (facts) =>
      `Chữ có dấu đã thành dấu hỏi khi lưu tệp (${count(facts.words)} chữ), nên không đọc được tên các cột.`,
    why: 'Lưu theo dạng CSV thường làm mất chữ tiếng Việt; chữ đã mất thì không khôi phục được.',
    fix: () => 'Đề nghị gửi tệp gốc .xlsx, hoặc lưu lại theo dạng “CSV UTF-8”.',
  },
  'form/field-missing': {
    title: 'Thiếu một mục của mẫu',
    what: (facts) => `Không thấy mục «${facts.field}» của ${formName(facts.form)}.`,
    why: 'Thiếu mục bắt buộc thì không có số để cộng, nên báo cáo này chưa được tính.',
    fix: (facts) => `Đề nghị thêm lại cột hoặc dòng «${facts.field}» đúng như mẫu, điền và gửi lại.`,
  },
  'form/field-absent': {
    title: 'Thiếu mục không dùng để cộng',
    what: (facts) => `Không thấy mục ${list(facts.fields.map(quoted))} của ${formName(facts.form)}.`,
    why: 'Số liệu không lấy từ mục này nên điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Lần sau đề nghị giữ đủ các mục của mẫu.',
  },
  'form/field-ambiguous': {
    title: 'Hai chỗ cùng một mục',
    what: (facts) =>
      facts.label !== undefined
        ? `Cạnh mục «${facts.field}» (ô ${facts.label}) có ${count(facts.cells.length)} con số: ô ${list(facts.cells)}.`
        : facts.cells.length === 1
          ? `Mục «${facts.field}» ở ô ${list(facts.cells)} trùm lên nhiều cột số liệu, không biết lấy cột nào.`
          : `Có ${count(facts.cells.length)} chỗ cùng giống mục «${facts.field}»: ô ${list(facts.cells)}.`,
    why: 'Không biết lấy số ở chỗ nào, nên báo cáo này chưa được tính.',
    fix: (facts) =>
      facts.label === undefined
        ? `Đề nghị chỉ giữ một cột hoặc một dòng «${facts.field}» và gửi lại.`
        : `Đề nghị chỉ để một con số cạnh mục «${facts.field}» (tỷ lệ thì ghi kèm dấu % hoặc đặt dưới tiêu đề «Tỷ lệ») và gửi lại.`,
  },
  'form/answers': {
    title: 'Câu trả lời của biểu mẫu trên mạng',
    what: (facts) =>
      `Trang này là câu trả lời của một biểu mẫu trên mạng (Google Forms, Microsoft Forms): mỗi dòng là một đơn vị, có ${count(facts.rows)} dòng.`,
    why: 'Mỗi tệp hoặc mỗi trang được đọc là báo cáo của một đơn vị, nên các dòng này chưa được tính.',
    fix: () => 'Đề nghị mỗi đơn vị gửi một tệp theo mẫu; hoặc chép số của từng dòng vào mẫu của từng đơn vị.',
  },
  'form/not-asked': {
    title: 'Không phải mẫu đơn vị này phải nộp',
    what: (facts) =>
      `${facts.unitName} gửi ${formName(facts.form)}, trong khi đợt này ${
        facts.expected.length === 0
          ? 'không yêu cầu đơn vị nộp mẫu nào'
          : `yêu cầu ${list(facts.expected.map(formName))}`
      }.`,
    why: 'Số liệu cán bộ và số liệu người dân không cộng chung, nên báo cáo này chưa được tính.',
    fix: (facts) =>
      facts.expected.length === 0
        ? 'Đề nghị kiểm tra lại đơn vị gửi, hoặc bổ sung vào campaign.yaml nếu đơn vị phải nộp.'
        : `Đề nghị gửi lại theo ${list(facts.expected.map(formName))}.`,
    ask: (facts) =>
      facts.expected.length === 0
        ? 'Đề nghị cho biết báo cáo này gửi theo yêu cầu nào.'
        : `Đề nghị gửi lại theo ${list(facts.expected.map(formName))}.`,
  },
  'form/other-subject': {
    title: 'Tệp nói về việc khác',
    what: (facts, at) =>
      `${where(at)} cho thấy đây là số liệu «${facts.other}», không phải nội dung của ${formName(facts.form)}.`,
    why: 'Bảng giống mẫu nhưng số là của việc khác, nên không được tính và không thay báo cáo đã có.',
    fix: (facts) =>
      `Nếu gửi nhầm tệp thì đề nghị gửi tệp của ${formName(facts.form)}; nếu đúng là ${formName(facts.form)} thì đề nghị sửa tiêu đề và gửi lại.`,
  },
  'form/subject-doubtful': {
    title: 'Không rõ số liệu của việc nào',
    what: (facts, at) =>
      `${where(at)} nói đến «${facts.other}», ${
        facts.own === null
          ? 'và không chỗ nào nói rõ nội dung của'
          : `chỗ khác lại nói đến «${facts.own}» của`
      } ${formName(facts.form)}.`,
    why: 'Số ở cột này có thể là của việc này hoặc việc kia, nên báo cáo này chờ quyết định.',
    fix: (facts) =>
      `Đề nghị ghi rõ trong tiêu đề cột số liệu là số của việc nào và gửi lại; nếu biết chắc đúng là ${formName(facts.form)} thì ghi quyết định: resolve <tệp> --counting.`,
    ask: () => 'Đề nghị ghi rõ trong tiêu đề cột số liệu là số của việc nào và gửi lại.',
  },
  'form/extra-sheet': {
    title: 'Trang tính không dùng đến',
    what: (facts) => `Trang tính «${facts.sheet}» không chứa mẫu nào và không được tính.`,
    why: 'Số liệu chỉ lấy từ trang tính có mẫu; điểm này không làm báo cáo bị trả lại.',
    fix: () =>
      'Nếu trang tính đó có số liệu, đề nghị chép sang đúng mẫu và gửi lại; nếu không thì không cần làm gì.',
  },
  'form/text-box': {
    title: 'Chữ trong hộp văn bản',
    what: (facts) =>
      `Có ${count(facts.count)} hộp văn bản nằm ngoài ô; chữ trong đó chỉ dùng để biết tên đơn vị.`,
    why: 'Số liệu ghi trong hộp văn bản sẽ bị bỏ sót; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Đề nghị kiểm tra; nếu trong hộp có số liệu thì chuyển vào ô và gửi lại.',
  },
};

function quoted(text: string): string {
  return `«${text}»`;
}
