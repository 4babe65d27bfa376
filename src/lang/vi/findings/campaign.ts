import type { CampaignFacts } from '../../../model/findings/campaign.ts';
import type { FamilyWords } from '../../findings.ts';
import { list, measure } from '../print.ts';

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
};
