import type { CampaignFacts } from '../../../model/findings/campaign.ts';
import type { FamilyWords } from '../../findings.ts';
import { list, measure } from '../print.ts';

const LINE = {
  receipt: 'dòng ghi giờ nhận',
  decision: 'quyết định',
  sent: 'dòng ghi nhận đã gửi',
} as const;
const HOW = {
  changed: 'không còn như lúc ghi',
  missing: 'không còn trong sổ',
  added: 'không do chương trình ghi',
} as const;

export const campaign: FamilyWords<CampaignFacts> = {
  'campaign/base-missing': {
    title: 'Chưa có số làm mẫu số để tính tỷ lệ',
    what: (facts) =>
      `Chưa có ${measure(facts.base)} trong units.csv nên chưa tính được tỷ lệ: ${list(facts.unitNames)}.`,
    why: 'Tỷ lệ chung chỉ tính trên các đơn vị có đủ cả hai số.',
    fix: (facts) =>
      `Đề nghị bổ sung ${measure(facts.base)} của từng đơn vị vào units.csv, kèm ngày và nguồn.`,
  },
  'campaign/file-outside-days': {
    title: 'Tệp nằm ngoài các thư mục ngày',
    what: (facts) => `Tệp «${facts.file}» nằm ngay trong inbox, không thuộc ngày nào, nên không được đọc.`,
    why: 'Mỗi thư mục trong inbox là một ngày báo cáo, ví dụ inbox/2021-08-16.',
    fix: () => 'Đề nghị chuyển tệp vào thư mục của ngày báo cáo, ví dụ inbox/2021-08-16.',
  },
  'campaign/folder-not-a-date': {
    title: 'Thư mục trong inbox không phải là ngày',
    what: (facts) => `Thư mục «${facts.folder}» trong inbox không mang tên ngày, nên không được đọc.`,
    why: 'Mỗi thư mục trong inbox là một ngày báo cáo, ví dụ 2021-08-16.',
    fix: () =>
      'Đề nghị đổi tên thư mục theo kiểu năm-tháng-ngày, ví dụ 2021-08-16, hoặc chuyển ra khỏi inbox.',
  },
  'campaign/ledger-cut': {
    title: 'Sổ theo dõi mất phần cuối',
    what: (facts) => `Sổ theo dõi thiếu ít nhất ${facts.lines} dòng ở cuối so với lần ghi trước.`,
    why: 'Giờ nhận, quyết định hoặc bản đã gửi ở các dòng đó không còn, nên đúng hạn, trễ hạn và số liệu có thể khác đi.',
    fix: () => 'Đề nghị khôi phục .bluezone từ bản sao lưu, hoặc chạy bluezone-report doctor --repair.',
  },
  'campaign/ledger-key': {
    title: 'Khóa của sổ theo dõi không còn hoặc là khóa khác',
    what: () =>
      'Không kiểm được dòng nào của sổ theo dõi, vì khóa (.bluezone/key) không còn hoặc là khóa khác.',
    why: 'Dòng nào bị sửa hay mất thì không biết được.',
    fix: () =>
      'Đề nghị khôi phục tệp .bluezone/key từ bản sao lưu, hoặc chạy bluezone-report doctor --repair để niêm phong lại.',
  },
  'campaign/ledger-line': {
    title: 'Một dòng của sổ theo dõi không còn như lúc ghi',
    what: (facts) =>
      `Trong sổ theo dõi, ${facts.line === null ? 'dòng' : LINE[facts.line]} số ${facts.id}${facts.name === null ? '' : ` (${facts.name})`} ${HOW[facts.how]}.`,
    why: 'Số liệu hoặc giờ nhận dựa vào dòng này thì không còn chắc chắn.',
    fix: () => 'Đề nghị xem lại quyết định hoặc giờ nhận đó, rồi chạy bluezone-report doctor --repair.',
  },
  'campaign/received-unknown-file': {
    title: 'received.csv ghi tệp không có',
    what: (facts, { line }) =>
      `Dòng ${line} của received.csv ghi tệp «${facts.file}», nhưng thư mục không có tệp đó.`,
    why: 'Giờ nhận ghi ở dòng này không dùng được; một tệp khác có thể đang bị tính giờ sai.',
    fix: () => 'Đề nghị sửa tên tệp trong received.csv cho đúng với tên trong thư mục.',
  },
  'campaign/received-unreadable': {
    title: 'Dòng không đọc được trong received.csv',
    what: (facts, { line }) =>
      line === undefined
        ? 'Tệp received.csv không đọc được.'
        : `Dòng ${line} của received.csv («${facts.shown}»): không đọc được giờ nhận.`,
    why: 'Giờ nhận lấy từ nguồn khác nên đúng hạn hay trễ hạn có thể khác đi.',
    fix: () => 'Đề nghị ghi giờ dạng 2021-08-16T14:05 hoặc 16/08/2021 14:05.',
  },
  'campaign/sent-altered': {
    title: 'Bản đã gửi bị sửa, số liệu vẫn như cũ',
    what: (facts) =>
      `Tệp ${facts.name} trong outbox/${facts.date} không còn đúng từng byte như bản đã gửi; số liệu vẫn như cũ.`,
    why: 'Bản lưu phải đúng là bản đã gửi.',
    fix: () =>
      'Không phải làm gì: aggregate, daily hoặc sent của ngày đó đặt lại bản đã gửi và giữ tệp lạ bên cạnh.',
  },
  'campaign/sent-figures-altered': {
    title: 'Bản đã gửi bị sửa số liệu',
    what: (facts) =>
      `Tệp ${facts.name} trong outbox/${facts.date} không còn là bản đã gửi: số liệu trong đó khác, hoặc không đọc được nữa.`,
    why: 'Ai lấy tệp này mà dùng thì có số khác với số đã báo cáo.',
    fix: () =>
      'Đề nghị chạy aggregate hoặc sent của ngày đó: bản đã gửi được đặt lại, tệp lạ được giữ bên cạnh dưới tên khác.',
  },
};
