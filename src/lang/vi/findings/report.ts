import type { ReportFacts } from '../../../model/findings/report.ts';
import type { FamilyWords } from '../../findings.ts';
import { count } from '../numbers.ts';
import { form, from, measure, where } from '../print.ts';

const contradicted = 'Hai con số trong cùng báo cáo trái nhau, nên báo cáo này chưa được tính.';

export const report: FamilyWords<ReportFacts> = {
  'report/no-rows': {
    title: 'Bảng không có dòng nào',
    what: (facts) => `Bảng ${form(facts.form)} không có dòng số liệu nào và cũng không ghi số 0.`,
    why: 'Bảng trống chưa phải là báo cáo: không biết là chưa có ai cài đặt hay chưa kịp điền.',
    fix: () => 'Đề nghị điền số liệu; nếu chưa có ai thì ghi dòng «Tổng cộng» bằng 0.',
  },
  'report/total-not-sum': {
    title: 'Dòng tổng không bằng tổng các dòng',
    what: (facts, at) =>
      `${where(at, facts.field)} ghi tổng là ${count(facts.stated)}, trong khi cộng các dòng được ${count(facts.sum)}.`,
    why: contradicted,
    fix: () => 'Đề nghị kiểm tra các dòng và dòng tổng, sửa cho khớp rồi gửi lại.',
  },
  'report/total-overruled': {
    title: 'Dòng tổng khác số lấy theo quyết định',
    what: (facts, at) =>
      `${where(at, facts.field)} ghi tổng là ${count(facts.stated)}; theo quyết định đã ghi thì lấy ${count(facts.counted)}.`,
    why: 'Quyết định về cách đếm là cuối cùng đối với tệp này; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Nếu quyết định không còn đúng thì hủy bằng lệnh resolve --undo <số quyết định>.',
    ask: () => 'Đề nghị lần sau kiểm tra các dòng và dòng tổng cho khớp.',
  },
  'report/exceeds': {
    title: 'Số thành phần lớn hơn số bao gồm nó',
    what: (facts, at) =>
      `${where(at, facts.field)} là ${count(facts.value)}, lớn hơn «${facts.bound}» là ${count(facts.boundValue)}.`,
    why: contradicted,
    fix: () => 'Đề nghị kiểm tra lại hai số này và gửi lại.',
  },
  'report/above-base': {
    title: 'Lớn hơn số dùng làm mẫu số của đơn vị',
    what: (facts, at) =>
      from(
        at,
        `Số báo (${measure(facts.measure)}) là ${count(facts.value)}, lớn hơn ${measure(facts.base)} của đơn vị là ${count(facts.baseValue)}.`,
      ),
    why: 'Tỷ lệ vượt 100 %; số báo cáo hoặc số dùng làm mẫu số có thể đã cũ. Điểm này không làm báo cáo bị trả lại.',
    fix: (facts) => `Đề nghị kiểm tra số đã báo, hoặc cập nhật ${measure(facts.base)} kèm ngày và nguồn.`,
    ask: (facts) =>
      `Đề nghị kiểm tra số đã báo; nếu đúng thì cho biết ${measure(facts.base)} mới nhất của đơn vị.`,
  },
  'report/above-twice-base': {
    title: 'Lớn hơn hai lần số dùng làm mẫu số của đơn vị',
    what: (facts, at) =>
      from(
        at,
        `Số báo (${measure(facts.measure)}) là ${count(facts.value)}, hơn hai lần ${measure(facts.base)} của đơn vị là ${count(facts.baseValue)}.`,
      ),
    why: 'Chênh lệch quá lớn, nhiều khả năng nhầm đơn vị hoặc thừa chữ số, nên báo cáo này chờ quyết định.',
    fix: () => 'Đề nghị kiểm tra và gửi lại, hoặc xác nhận con số là đúng kèm lý do.',
  },
  'report/above-population': {
    title: 'Lớn hơn dân số của đơn vị',
    what: (facts, at) =>
      from(
        at,
        `Số báo (${measure(facts.measure)}) là ${count(facts.value)}, lớn hơn dân số của đơn vị là ${count(facts.population)}.`,
      ),
    why: 'Số người cài đặt không thể lớn hơn dân số, nên báo cáo này chờ quyết định.',
    fix: () => 'Đề nghị kiểm tra và gửi lại, hoặc xác nhận con số là đúng kèm lý do.',
  },
  'report/duplicate-person': {
    title: 'Một người ghi hai lần',
    what: (facts, at) =>
      at.count === undefined
        ? `${where(at)}: người này đã được ghi ở ô ${facts.first}.`
        : `${where(at)}: ${count(at.count)} người này đã được ghi ở trên; người đầu ở ô ${facts.first}.`,
    why: 'Khi đếm theo dòng, một người chỉ được tính một lần; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Đề nghị bỏ dòng trùng; nếu là hai người khác nhau thì ghi rõ số điện thoại hoặc địa chỉ.',
  },
  'report/blank-counts': {
    title: 'Một số dòng để trống số liệu',
    what: (facts, at) =>
      `${where(at, facts.field)}: ${count(facts.rows)} dòng có tên nhưng chưa có số liệu, không cộng thêm gì.`,
    why: 'Để trống không phải là 0, tổng có thể thấp hơn thực tế; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Đề nghị điền đủ các dòng; dòng nào chưa có ai thì ghi 0.',
  },
  'report/scaled': {
    title: 'Số liệu ghi theo chục, trăm, nghìn',
    what: (facts, at) =>
      `${where(at, facts.field)} ghi đơn vị tính là «${facts.unit}», nên mỗi số ở cột này được nhân ${count(facts.scale)}.`,
    why: 'Số làm tròn theo trăm, theo nghìn không đúng từng người; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Đề nghị lần sau ghi đúng số người; nếu số đã ghi là số người thì bỏ đơn vị tính và gửi lại.',
  },
  'report/other-unit': {
    title: 'Không phải số người',
    what: (facts, at) =>
      `${where(at, facts.field)} cho biết số ở cột này đếm «${facts.unit}», không phải số người.`,
    why: 'Chỉ số người mới cộng được với các đơn vị khác, nên báo cáo này chưa được tính.',
    fix: () =>
      'Đề nghị ghi số người rồi gửi lại; nếu thật ra đã là số người thì sửa lại đơn vị tính, hoặc ghi quyết định: resolve <tệp> --counting.',
    ask: () => 'Đề nghị ghi số người rồi gửi lại; nếu thật ra đã là số người thì sửa lại đơn vị tính.',
  },
  'report/log': {
    title: 'Bảng ghi lũy kế theo từng ngày',
    what: (facts, at) =>
      `Bảng có ${count(facts.days)} dòng là ${count(facts.days)} ngày của cùng một số lũy kế; đã lấy ngày cuối là ${count(facts.last)} (${where(at)}), không cộng các ngày (${count(facts.sum)}).`,
    why: 'Lũy kế của các ngày không cộng với nhau; điểm này không làm báo cáo bị trả lại.',
    fix: () =>
      'Nếu mỗi dòng là số của riêng một nơi thì đề nghị ghi rõ thôn, khu phố ở từng dòng và gửi lại.',
  },
  'report/log-unclear': {
    title: 'Bảng theo ngày không rõ cách cộng',
    what: (facts, at) =>
      `${where(at)}: ${count(facts.days)} dòng là ${count(facts.days)} ngày; nếu là lũy kế thì số của báo cáo là ${count(facts.last)} (ngày cuối), nếu mỗi ngày ghi riêng số mới cài thì là ${count(facts.sum)}.`,
    why: 'Lũy kế thì không giảm và không cộng qua các ngày, nên báo cáo này chờ quyết định.',
    fix: () =>
      'Đề nghị gửi lại một dòng lũy kế của ngày báo cáo; nếu biết chắc thì ghi quyết định: resolve <tệp> --counting per-person (cộng các dòng).',
    ask: () => 'Đề nghị gửi lại một dòng lũy kế đến ngày báo cáo.',
  },
  'report/sheets-aside': {
    title: 'Trang tính khác trong cùng tệp không tính',
    what: (facts) =>
      ({
        'other-day': `Tệp có ${count(facts.sheets)} trang của ngày khác; chỉ lấy trang «${facts.kept}».`,
        hidden: `Tệp có ${count(facts.sheets)} trang bị ẩn cùng đơn vị; chỉ lấy trang đang hiện «${facts.kept}».`,
        copy: `Tệp có ${count(facts.sheets)} trang chép y nguyên; chỉ lấy trang «${facts.kept}».`,
      })[facts.reason],
    why: 'Mỗi đơn vị mỗi ngày một báo cáo; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Nếu trang khác mới là trang đúng thì đề nghị gửi lại tệp chỉ có trang đó.',
  },
  'report/hidden-rows': {
    title: 'Có dòng bị ẩn',
    what: (facts) => `Bảng có ${count(facts.rows)} dòng bị ẩn; các dòng đó vẫn được cộng.`,
    why: 'Người xem bảng không thấy các dòng ẩn nên tổng có thể khác với những gì nhìn thấy.',
    fix: () => 'Đề nghị bỏ ẩn để kiểm tra; dòng nào không còn dùng thì xóa hẳn và gửi lại.',
  },
  'report/hidden-column': {
    title: 'Cột số liệu bị ẩn',
    what: (facts, at) =>
      `Cột ${facts.column}${at.heading === undefined ? '' : ` («${at.heading}»)`} đang bị ẩn; các số ở cột này vẫn được tính.`,
    why: 'Người xem bảng không thấy cột ẩn nên không kiểm tra được con số; có khi cột ẩn là số cũ.',
    fix: () => 'Đề nghị bỏ ẩn để kiểm tra; nếu là số cũ thì xóa hẳn cột đó và gửi lại.',
  },
  'report/hidden-sheet': {
    title: 'Báo cáo ở trang tính bị ẩn',
    what: (facts) => `Báo cáo nằm ở trang tính bị ẩn «${facts.sheet}»; số liệu vẫn lấy từ trang này.`,
    why: 'Trang tính ẩn thường là bản cũ, người gửi có thể không biết nó còn trong tệp.',
    fix: () => 'Đề nghị kiểm tra; nếu là bản cũ thì xóa trang tính đó và gửi lại.',
  },
  'report/counting-unclear': {
    title: 'Chưa rõ cột lũy kế ghi gì',
    what: (facts, at) =>
      `${where(at)}: ${REASONS[facts.reason]}; nếu mỗi dòng là một người thì được ${count(facts.rows)}, nếu cộng các số thì được ${count(facts.sum)}.`,
    why: 'Hai cách hiểu cho hai con số khác nhau, nên báo cáo này chờ quyết định.',
    fix: () =>
      'Đề nghị cho biết số ở mỗi dòng là của một người, của một tổ, hay là lũy kế chung của xã, phường.',
  },
  'report/row-unclear': {
    title: 'Một dòng chưa rõ là dòng cộng hay số riêng',
    what: (facts, at) =>
      `${where(at)} ghi ${count(facts.stated)}: ${ROW_REASONS[facts.reason]}, ${facts.sum === null ? 'nhưng không có số nào để đối chiếu' : `nhưng ${facts.reason === 'part' ? 'dòng đó' : 'các dòng đó cộng lại'} là ${count(facts.sum)}`}; không tính theo dòng này thì được ${count(facts.without)}, tính theo dòng này thì được ${count(facts.with)}.`,
    why: 'Hai cách hiểu cho hai con số khác nhau, nên báo cáo này chờ quyết định.',
    fix: (facts) =>
      `Đề nghị sửa trong tệp cho hai số khớp nhau, hoặc đánh lại số thứ tự nếu đây là một dòng riêng, rồi gửi lại; nếu đã rõ là ${count(facts.without)} thì ghi resolve <tệp> --counting per-person.`,
    ask: () =>
      'Đề nghị sửa trong tệp cho hai số khớp nhau, hoặc đánh lại số thứ tự nếu đây là một dòng riêng, rồi gửi lại.',
  },
  'report/rows-in-doubt': {
    title: 'Có dòng chưa rõ có được tính hay không',
    what: (facts, at) =>
      `${where(at)}: ${count(facts.rows)} dòng ${DOUBTS[facts.reason]}; bỏ các dòng này thì được ${count(facts.without)}, tính cả thì được ${count(facts.with)}.`,
    why: 'Hai cách hiểu cho hai con số khác nhau, nên báo cáo này chờ quyết định.',
    fix: (facts) =>
      `${REPAIRS[facts.reason]}; nếu đã rõ là ${count(facts.without)} thì ghi resolve <tệp> --counting rows (đếm dòng) hoặc per-person (cộng các số).`,
    ask: (facts) => `${REPAIRS[facts.reason]}.`,
  },
  'report/reversed-rows': {
    title: 'Có dòng ghi là chưa cài đặt, không tính',
    what: (facts, at) =>
      `${where(at)}: ${count(facts.rows)} dòng ghi là chưa cài đặt, không cài được hoặc đã chuyển đi, nên không được tính.`,
    why: 'Báo cáo chỉ tính người đã cài đặt; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Đề nghị kiểm tra; ai đã cài đặt rồi thì sửa lại ghi chú, ai chưa thì bỏ khỏi danh sách.',
  },
  'report/reversed-list': {
    title: 'Danh sách những người chưa cài đặt',
    what: (_, at) => `${where(at)} cho biết đây là danh sách người chưa cài đặt hoặc không cài được.`,
    why: 'Những người này không được tính vào số đã cài đặt, nên danh sách này không phải là báo cáo.',
    fix: () => 'Đề nghị gửi danh sách hoặc số người đã cài đặt; nếu đúng là đã cài đặt thì sửa lại tiêu đề.',
  },
  'report/rows-of-nobody': {
    title: 'Có dòng đánh dấu mà không ghi ai',
    what: (facts, at) =>
      `${where(at)}: ${count(facts.rows)} dòng chỉ có số thứ tự và dấu, không có họ tên, địa chỉ hay số điện thoại, nên không được tính.`,
    why: 'Dòng kẻ sẵn không phải là người đã cài đặt; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Đề nghị xóa dấu ở các dòng trống, hoặc ghi đủ họ tên nếu có người.',
  },
  'report/other-total': {
    title: 'Tổng ghi ở chỗ khác không khớp với bảng',
    what: (facts, at) =>
      `${PLACES[facts.place]}${at.cell === undefined ? '' : ` (ô ${at.cell})`} ghi ${count(facts.stated)}, trong khi bảng cộng được ${count(facts.counted)}.`,
    why: 'Không biết số nào đúng, nên báo cáo này chờ quyết định.',
    fix: (facts) =>
      `Đề nghị sửa trong tệp cho hai số khớp nhau rồi gửi lại; nếu đã rõ là ${count(facts.counted)} thì ghi resolve <tệp> --counting rows (đếm dòng) hoặc per-person (cộng các số).`,
    ask: () => 'Đề nghị sửa trong tệp cho hai số khớp nhau rồi gửi lại.',
  },
  'report/not-sum-of': {
    title: 'Tổng không bằng các phần cộng lại',
    what: (facts, at) =>
      `${where(at, facts.field)} là ${count(facts.value)}, trong khi ${facts.of.map((each) => `«${each}»`).join(' + ')} được ${count(facts.sum)}.`,
    why: contradicted,
    fix: () => 'Đề nghị kiểm tra lại các số này và gửi lại.',
  },
  'report/not-unique': {
    title: 'Hai dòng trùng nhau',
    what: (facts, at) =>
      `${where(at)}: trùng với ô ${facts.first} ở ${facts.fields.map((each) => `«${each}»`).join(', ')}.`,
    why: 'Mẫu yêu cầu các dòng không trùng nhau; dòng trùng có thể bị cộng hai lần, nên báo cáo này chưa được tính.',
    fix: () => 'Đề nghị bỏ dòng trùng và gửi lại.',
  },
  'report/summary-edited': {
    title: 'Bảng tổng hợp đã bị sửa tay',
    what: (facts, at) =>
      `${facts.unitName === null ? 'Dòng tổng cộng' : facts.unitName}, ${measure(facts.measure)}: ${at.cell === undefined ? 'bảng' : `ô ${at.cell}`} ${facts.shown === null ? 'để trống' : `ghi ${facts.shown}`}, số liệu gốc kèm theo tệp ${facts.value === null ? 'không có' : `là ${count(facts.value)}`}.`,
    why: 'Không biết số nào đúng, nên bảng tổng hợp này chưa được tính.',
    fix: () =>
      'Đề nghị không sửa số trong bảng tổng hợp: sửa ở báo cáo của đơn vị, tổng hợp lại bằng chương trình rồi gửi lại.',
  },
  'report/summary-data-edited': {
    title: 'Số liệu gốc trong trang ẩn đã bị sửa',
    what: () => 'Trang ẩn _bluezone của bảng tổng hợp này không còn đúng như khi chương trình ghi ra.',
    why: 'Không biết số liệu nào đúng, nên bảng tổng hợp này chưa được tính.',
    fix: () => 'Đề nghị tổng hợp lại bằng chương trình và gửi tệp mới.',
  },
  'report/summary-data-unreadable': {
    title: 'Không dùng được số liệu gốc trong trang ẩn',
    what: (facts) => `Trang ẩn _bluezone ${UNREADABLE[facts.reason]}; chỉ lấy được số ở bảng nhìn thấy.`,
    why: 'Bảng nhìn thấy không cho biết đơn vị nào nộp lúc nào và số của những ngày trước.',
    fix: () => 'Đề nghị tổng hợp lại bằng chương trình và gửi tệp mới.',
  },
  'report/summary-visible-only': {
    title: 'Bảng tổng hợp không kèm số liệu gốc',
    what: () => 'Bảng tổng hợp này không có trang ẩn _bluezone; chỉ lấy được số ở bảng nhìn thấy.',
    why: 'Bảng nhìn thấy không cho biết đơn vị nào nộp lúc nào và số của những ngày trước.',
    fix: () => 'Nếu cơ quan gửi có dùng chương trình này, đề nghị gửi nguyên tệp mà chương trình ghi ra.',
  },
  'report/form-rule': {
    title: 'Chưa đúng quy định riêng của mẫu',
    what: (facts, at) => (at.cell === undefined ? ended(facts.vi) : `${where(at)}: ${ended(facts.vi)}`),
    why: 'Mẫu của đợt này đặt ra quy định đó, nên báo cáo này chưa được tính.',
    fix: () => 'Đề nghị sửa theo quy định của mẫu và gửi lại.',
  },
};

const UNREADABLE: {
  readonly [R in ReportFacts['report/summary-data-unreadable']['reason']]: string;
} = {
  pieces: 'thiếu một phần',
  json: 'bị hỏng',
  version: 'do một phiên bản khác của chương trình ghi ra',
  shape: 'không đúng cấu trúc',
};

const ROW_REASONS: { readonly [R in ReportFacts['report/row-unclear']['reason']]: string } = {
  numbering: 'theo số thứ tự thì đây là số chung của các dòng con',
  formula: 'công thức ở đây cộng các dòng khác',
  label: 'theo tên gọi thì đây là số chung của các dòng khác',
  part: 'theo tên gọi thì đây là một phần của dòng trên',
};

const DOUBTS: { readonly [R in ReportFacts['report/rows-in-doubt']['reason']]: string } = {
  struck: 'bị gạch ngang',
  nobody: 'có số nhưng không có họ tên, địa chỉ hay số điện thoại',
  reversed: 'ghi là chưa cài đặt hoặc đã chuyển đi mà vẫn có số hoặc dấu đã cài',
};

const REPAIRS: { readonly [R in ReportFacts['report/rows-in-doubt']['reason']]: string } = {
  struck: 'Đề nghị xóa hẳn các dòng bị gạch ngang, hoặc bỏ gạch nếu vẫn tính, rồi gửi lại',
  nobody: 'Đề nghị ghi rõ số ở các dòng này là của ai, hoặc xóa đi, rồi gửi lại',
  reversed: 'Đề nghị bỏ số ở các dòng chưa cài đặt, hoặc sửa lại ghi chú, rồi gửi lại',
};

const PLACES: { readonly [P in ReportFacts['report/other-total']['place']]: string } = {
  above: 'Dòng phía trên bảng',
  below: 'Dòng phía dưới bảng',
  heading: 'Dòng tên nhóm trong bảng',
  sheet: 'Trang tính khác trong tệp',
};

const REASONS: { readonly [R in ReportFacts['report/counting-unclear']['reason']]: string } = {
  mixture: 'cột vừa có số vừa có dấu hoặc chữ',
  'equal-values': 'các dòng ghi cùng một số',
};

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
