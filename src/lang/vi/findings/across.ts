import type { AcrossFacts, UnitDoubt } from '../../../model/findings/across.ts';
import type { FamilyWords } from '../../findings.ts';
import { count, date, percent } from '../numbers.ts';
import { from, list, measure, others } from '../print.ts';

const UNCLEAR: { readonly [B in AcrossFacts['across/parts-unclear']['because']]: string } = {
  'no-row-in-common': 'không dòng nào trùng nhau',
  'some-rows-in-common': 'chỉ trùng nhau một số dòng',
  'words-contradict': 'lời ghi trên hai tệp trái nhau',
  'no-rows': 'một tệp ghi là bổ sung mà chỉ có số tổng',
};

export const across: FamilyWords<AcrossFacts> = {
  'across/fall': {
    title: 'Số lũy kế giảm',
    what: (facts, at) =>
      from(
        at,
        `Lũy kế ${measure(facts.measure)} là ${count(facts.value)}, giảm ${count(facts.earlier - facts.value)} so với ${count(facts.earlier)} ngày ${date(facts.since)}.`,
      ),
    why: 'Số lũy kế thường chỉ tăng; điểm này không làm báo cáo bị trả lại, nhưng cần biết lý do.',
    fix: () =>
      'Đề nghị kiểm tra lại; nếu con số đúng thì cho biết lý do giảm (rà soát lại, bỏ trùng, chuyển địa bàn…).',
  },
  'across/halved': {
    title: 'Bản sau giảm từ một nửa trở lên',
    what: (facts, at) =>
      from(
        at,
        `Bản này thay «${facts.other}», nhưng ${measure(facts.measure)} chỉ còn ${count(facts.value)} so với ${count(facts.earlier)}.`,
      ),
    why: 'Bản gửi sau được tính; nếu thật ra chỉ là một phần thì toàn bộ số còn lại bị mất.',
    fix: () =>
      'Đề nghị đơn vị xác nhận bản này là đủ; nếu chỉ là một phần thì ghi bằng lệnh resolve <các tệp> --together, nếu đúng thì resolve --accept-fall <đơn vị> --why <lý do>.',
    ask: () => 'Đề nghị xác nhận bản này là toàn bộ danh sách hay chỉ là một phần.',
  },
  'across/part': {
    title: 'Một phần của báo cáo gồm nhiều tệp',
    what: (facts) =>
      `Tệp này và «${facts.other}» là các phần của một báo cáo gồm ${count(facts.parts)} tệp: riêng tệp này ${measure(facts.measure)} ${count(facts.value)}, cộng lại ${count(facts.sum)}.`,
    why: 'Các tệp không có dòng nào trùng nhau nên được cộng; nếu thật ra là bản gửi lại thì số bị tính hai lần.',
    fix: () => 'Nếu chỉ một tệp là đúng thì chọn tệp đó bằng lệnh resolve <tệp> --counts.',
    ask: () => 'Đề nghị xác nhận các tệp này là các phần khác nhau của một báo cáo.',
  },
  'across/part-alone': {
    title: 'Mới nhận một phần của báo cáo',
    what: (facts) =>
      facts.number !== null
        ? `Tệp tự ghi là phần ${facts.number}${facts.of === null ? '' : `/${facts.of}`}, nhưng chưa nhận phần nào khác.`
        : facts.supplement
          ? 'Tệp tự ghi là bổ sung, nhưng chưa nhận báo cáo nào để bổ sung vào.'
          : 'Tệp tự ghi chỉ của một thôn, khu phố hoặc xã cũ, nhưng chưa nhận phần nào khác.',
    why: 'Số được tính như của cả đơn vị, nên có thể thiếu các phần chưa nhận.',
    fix: () => 'Đề nghị đơn vị gửi các phần còn lại, hoặc cho biết tệp này đã là đủ.',
  },
  'across/parts-unclear': {
    title: 'Không rõ hai tệp là hai bản hay hai phần',
    what: (facts) =>
      `Tệp này và «${facts.other}» cùng đơn vị, cùng ngày, ${UNCLEAR[facts.because]}: ${measure(facts.measure)} là ${count(facts.value)} nếu chỉ tính tệp này, ${count(facts.sum)} nếu cộng cả hai.`,
    why: 'Bản gửi lại thì thay bản trước, còn các phần thì cộng lại; chưa rõ thì chưa tính tệp nào.',
    fix: () =>
      'Đề nghị đơn vị cho biết; nếu là các phần thì ghi bằng lệnh resolve <các tệp> --together, nếu một tệp thay tệp kia thì resolve <tệp> --counts.',
    ask: () => 'Đề nghị cho biết tệp sau thay tệp trước, hay là phần bổ sung vào tệp trước.',
  },
  'across/sheets-differ': {
    title: 'Hai trang tính của một tệp khác nhau',
    what: (facts) =>
      `Trang này và trang «${facts.other}» của cùng tệp đều là báo cáo của đơn vị này, cùng ngày: ${measure(facts.measure)} là ${count(facts.value)} nếu chỉ lấy trang này, ${count(facts.sum)} nếu cộng cả hai trang.`,
    why: 'Không rõ một trang thay trang kia hay hai trang là hai phần, nên chưa tính trang nào.',
    fix: () =>
      'Đề nghị đơn vị gửi lại tệp chỉ có một trang đúng; nếu biết rõ thì ghi quyết định: resolve <tệp> --sheet <trang> --counts, hoặc --together nếu các trang là các phần.',
    ask: () => 'Đề nghị gửi lại tệp chỉ có một trang đúng, hoặc cho biết hai trang có cộng với nhau không.',
  },
  'across/order-unknown': {
    title: 'Không rõ bản nào gửi sau',
    what: (facts) =>
      `Tệp này và «${facts.other}» cùng đơn vị, cùng ngày, khác số liệu, mà không biết bản nào gửi sau.`,
    why: 'Chỉ bản mới nhất được tính; chưa rõ thứ tự thì chưa tính bản nào.',
    fix: () =>
      'Đề nghị đơn vị cho biết bản đúng, rồi ghi quyết định bằng lệnh resolve hoặc ghi giờ nhận vào received.csv.',
    ask: () => 'Đề nghị cho biết bản nào là bản đúng.',
  },
  'across/replaced': {
    title: 'Bản mới thay bản cũ',
    what: (facts) =>
      `Bản này thay «${facts.other}»${facts.changes.length === 0 ? '; số liệu không đổi' : `: ${list(facts.changes.map(changed))}`}.`,
    why: 'Bản mới nhất được chấp nhận là bản được tính; bản cũ vẫn lưu.',
    fix: () => 'Không cần làm gì, trừ khi bản cũ mới là bản đúng.',
  },
  'across/after-choice': {
    title: 'Bản gửi sau khi đã chọn bản khác',
    what: (facts) =>
      `Đã chọn tính «${facts.other}», nhưng bản này đến sau nên được tính${facts.changes.length === 0 ? '; số liệu không đổi' : `: ${list(facts.changes.map(changed))}`}.`,
    why: 'Quyết định chọn bản chỉ bao gồm các bản đã có lúc quyết định; bản đến sau được tính lại.',
    fix: () => 'Nếu bản đã chọn mới là bản đúng, hãy chọn lại bằng lệnh resolve.',
    ask: () => 'Đề nghị cho biết bản nào là bản đúng.',
  },
  'across/changed-after-sent': {
    title: 'Số liệu đổi sau khi bản tổng hợp đã gửi',
    what: (facts, at) =>
      from(
        at,
        `Bản tổng hợp của ngày này đã gửi với ${measure(facts.measure)} của ${facts.unitName} ${facts.from === null ? 'chưa có số' : `là ${count(facts.from)}`}; nay ${facts.to === null ? 'không còn số' : `là ${count(facts.to)}`}.`,
      ),
    why: 'Số mới được tính và ghi vào bản bổ sung, nhưng nơi nhận cần biết lý do.',
    fix: (_, { unit }) =>
      `Ghi lý do bằng lệnh resolve --accept-change ${unit ?? '<đơn vị>'} --why <lý do>, rồi gửi bản tổng hợp bổ sung.`,
    ask: () => 'Đề nghị cho biết lý do số liệu thay đổi.',
  },
  'across/not-in-rate': {
    title: 'Đơn vị chưa có trong tỷ lệ chung',
    what: (facts) => `Chưa có ${measure(facts.lacks)} được chấp nhận: ${list(facts.unitNames)}.`,
    why: 'Tỷ lệ chung chỉ tính trên các đơn vị có đủ cả hai số, nên chưa gồm các đơn vị này.',
    fix: () => 'Đề nghị các đơn vị này gửi báo cáo, hoặc bổ sung số còn thiếu.',
  },
  'across/unit-left': {
    title: 'Đơn vị không còn trong tổng',
    what: (facts) =>
      `${facts.unitName} hết hiệu lực sau ngày ${date(facts.on)} và không có đơn vị tiếp nhận: ${count(facts.value)} ${measure(facts.measure)} của đơn vị này có trong tổng ngày ${date(facts.since)}, nay không còn.`,
    why: 'Phần tăng, giảm của tổng chỉ so các đơn vị có ở cả hai ngày, nên không nói đến số này.',
    fix: () =>
      'Nếu đơn vị được sáp nhập, ghi mã đơn vị tiếp nhận vào cột successor của units.csv; nếu được chia tách thì không cần làm gì.',
    ask: () => 'Không cần làm gì.',
  },
  'across/merged-stands-in': {
    title: 'Đơn vị mới sáp nhập chưa báo cáo',
    what: (facts) =>
      `${facts.unitName} chưa báo cáo từ khi sáp nhập; số cũ của ${list(facts.others)} tạm thay: ${measure(facts.measure)} ${count(facts.value)}, số cũ nhất của ngày ${date(facts.since)}.`,
    why: 'Số của các đơn vị cũ được giữ trong tổng cho đến báo cáo đầu tiên của đơn vị mới.',
    fix: () => 'Đề nghị đơn vị mới gửi báo cáo.',
  },
  'across/parent-too': {
    title: 'Cấp trên gửi số riêng bên cạnh các đơn vị trực thuộc',
    what: (facts) =>
      `${facts.unitName} gửi số của mình, trong khi ${count(facts.below)} đơn vị trực thuộc cũng báo cáo mẫu này.`,
    why: 'Chỉ cộng số của các đơn vị dưới cùng, để không tính một người hai lần.',
    fix: () => 'Đề nghị kiểm tra cột parent trong units.csv; số của cấp trên không được cộng vào tổng.',
  },
  'across/two-roads': {
    title: 'Một đơn vị đến bằng hai đường, số khác nhau',
    what: (facts) =>
      `${facts.unitName}, ${measure(facts.measure)}: được tính ${facts.value === null ? 'không có số' : count(facts.value)}, còn bảng tổng hợp của ${facts.senderName} ${facts.said === null ? 'không có số' : `ghi ${count(facts.said)}`}.`,
    why: 'Một đơn vị chỉ được tính một lần: báo cáo của chính đơn vị được tính trước, rồi đến cơ quan gần đơn vị nhất.',
    fix: (facts) => `Đề nghị đơn vị và ${facts.senderName} thống nhất một con số.`,
  },
  'across/unit-undecided': {
    title: 'Một đơn vị trong bảng tổng hợp chưa được tính',
    what: (facts) => `${facts.unitName}: ${unitDoubt(facts)}.`,
    why: 'Số của riêng đơn vị này chờ quyết định, chưa cộng vào tổng; các đơn vị khác trong bảng vẫn được tính.',
    fix: (facts) =>
      facts.reason === 'of-another-office'
        ? `Đề nghị ${facts.otherName} báo cáo số của đơn vị này, hoặc sửa danh sách đơn vị nếu đơn vị đã chuyển về nơi gửi.`
        : 'Đề nghị cơ quan gửi kiểm tra số của đơn vị này và gửi lại bảng tổng hợp.',
  },
  'across/same-file': {
    title: 'Một tệp nộp cho hai đơn vị',
    what: (facts) => `Tệp này giống hệt tệp đang được tính cho ${others(facts.others)}.`,
    why: 'Số của một nơi bị tính cho hai nơi, tổng chung bị thừa; hiện cả hai đều đang được tính.',
    fix: () => 'Đề nghị kiểm tra đã lấy nhầm tệp của đơn vị khác hay chưa, và gửi lại tệp của đơn vị mình.',
  },
  'across/same-as-earlier': {
    title: 'Gửi lại tệp của ngày trước',
    what: (facts) => `Tệp này giống hệt tệp đơn vị đã gửi cho ngày ${date(facts.since)}.`,
    why: 'Có thể gửi nhầm tệp cũ nên số liệu chưa được cập nhật; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Đề nghị kiểm tra và gửi tệp của ngày báo cáo; nếu số liệu không đổi thì xác nhận giúp.',
  },
  'across/same-figures': {
    title: 'Số liệu trùng đơn vị khác',
    what: (facts) =>
      `Mọi số liệu trùng với ${others(facts.others)} (${measure(facts.measure)}: ${count(facts.value)}).`,
    why: 'Có thể là trùng hợp, cũng có thể chép từ báo cáo của đơn vị khác; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Đề nghị đơn vị xác nhận lại số liệu của mình.',
  },
  'across/same-phone': {
    title: 'Số điện thoại có ở hai đơn vị',
    what: (facts, at) =>
      `${count(facts.people)} số điện thoại trong báo cáo này cũng có trong báo cáo của ${others(facts.others)}${at.cell === undefined ? '' : ` (số đầu tiên ở ô ${at.cell})`}.`,
    why: 'Một người có thể đã được tính ở cả hai nơi; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Đề nghị các đơn vị thống nhất người đó thuộc nơi nào và chỉ ghi ở một nơi.',
  },
  'across/jump': {
    title: 'Tăng đột biến',
    what: (facts, at) =>
      from(
        at,
        `Lũy kế ${measure(facts.measure)} là ${count(facts.value)}, tăng ${count(facts.gain)} từ ngày ${date(facts.since)}${facts.days > 1 ? ` (${facts.days} ngày)` : ''}; trước đó mỗi ngày thường tăng ${count(facts.median)} (trung vị của ${count(facts.gains)} lần), chênh lệch thường thấy ${count(facts.deviation)}.`,
      ),
    why: 'Mức tăng khác hẳn nhịp của chính đơn vị, thường do gõ nhầm hoặc cộng trùng; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Đề nghị kiểm tra lại con số; nếu đúng thì cho biết lý do tăng.',
  },
  'across/slip': {
    title: 'Có thể thừa hoặc thiếu chữ số',
    what: (facts, at) =>
      from(
        at,
        `Lũy kế ${measure(facts.measure)} là ${count(facts.value)}, ${facts.direction === 'more' ? `gấp khoảng ${count(facts.factor)} lần` : `chỉ bằng khoảng 1/${count(facts.factor)}`} so với ${count(facts.earlier)} ngày ${date(facts.since)}.`,
      ),
    why: 'Chênh lệch tròn 10, 100, 1.000 lần thường do gõ thừa, thiếu chữ số; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Đề nghị kiểm tra lại số chữ số và gửi lại nếu sai.',
  },
  'across/percent-typed': {
    title: 'Có thể đã ghi tỷ lệ thay cho số người',
    what: (facts, at) =>
      from(
        at,
        `Lũy kế ${measure(facts.measure)} là ${count(facts.value)}, trong khi ngày ${date(facts.since)} là ${count(facts.earlier)}, đạt ${percent(facts.percent)}: con số này giống tỷ lệ hơn là số người.`,
      ),
    why: 'Ghi tỷ lệ vào ô số người làm tổng giảm mạnh; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Đề nghị kiểm tra và ghi số người đã cài đặt.',
  },
  'across/day-skipped': {
    title: 'Bỏ cách ngày',
    what: (facts) =>
      `Từ báo cáo ngày ${date(facts.since)} đến nay không có báo cáo được tính cho ngày ${list(facts.days.map(date))}.`,
    why: 'Số lũy kế hôm nay vẫn đủ, nhưng mức tăng trong ngày là của nhiều ngày cộng lại.',
    fix: () => 'Nếu còn báo cáo của những ngày đó, đề nghị gửi bổ sung.',
  },
  'across/above-parent': {
    title: 'Lớn hơn đơn vị cấp trên',
    what: (facts, at) =>
      from(
        at,
        `Số báo (${measure(facts.measure)}) là ${count(facts.value)}, lớn hơn ${count(facts.parentValue)} của ${facts.parentName} là đơn vị cấp trên.`,
      ),
    why: 'Một phần không thể lớn hơn toàn bộ: một trong hai số sai hoặc đã cũ; điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Đề nghị hai đơn vị đối chiếu lại số liệu.',
  },
  'across/staff-added': {
    title: 'Có thể đã cộng cán bộ vào số người dân',
    what: (facts, at) =>
      from(
        at,
        `Lũy kế số người đã cài đặt tăng từ ${count(facts.earlier)} ngày ${date(facts.since)} lên ${count(facts.value)}, đúng bằng số cán bộ đã cài đặt (${count(facts.staff)}).`,
      ),
    why: 'Cán bộ cũng là người dân nên đã có trong số lũy kế; cộng thêm là tính hai lần. Điểm này không làm báo cáo bị trả lại.',
    fix: () => 'Đề nghị kiểm tra; nếu đã cộng số cán bộ vào thì bỏ ra và gửi lại.',
  },
};

function changed(change: { measure: string; from: number | null; to: number | null }): string {
  const show = (n: number | null) => (n === null ? 'không có' : count(n));
  return `${measure(change.measure)} từ ${show(change.from)} thành ${show(change.to)}`;
}

function unitDoubt(doubt: UnitDoubt): string {
  switch (doubt.reason) {
    case 'above-twice-base':
      return `${measure(doubt.measure)} là ${count(doubt.value)}, hơn hai lần ${measure(doubt.base)} của đơn vị là ${count(doubt.bound)}`;
    case 'above-population':
      return `${measure(doubt.measure)} là ${count(doubt.value)}, lớn hơn dân số của đơn vị là ${count(doubt.bound)}`;
    case 'after-as-of':
      return 'báo cáo ghi giờ nhận sau thời điểm tổng hợp';
    case 'of-another-office':
      return `theo danh sách là đơn vị thuộc ${doubt.otherName}, không thuộc cơ quan gửi bảng này`;
  }
}
