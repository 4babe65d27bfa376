import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCampaign } from '../../src/read/campaign/campaign.ts';
import { letterhead, signature } from '../../src/view/letterhead.ts';
import type { Block } from '../../src/view/page.ts';
import { viewPages } from '../../src/view/travelling.ts';
import { sampleFolder, sampleInput } from './sample.ts';

/** The sample day as the office of a shipped profile would report it. */
function inputOf(profile: string) {
  const yaml = readFileSync(`templates/campaigns/${profile}/campaign.yaml`, 'utf8');
  const { folder } = sampleInput();
  return sampleInput('vi', {
    folder: { ...folder, campaign: readCampaign('campaign.yaml', yaml).campaign },
  });
}

describe('the office that issues a report is the one that is signed for', () => {
  test.each([
    ['loc-ninh-2020', null, 'ỦY BAN NHÂN DÂN HUYỆN LỘC NINH', 'TM. ỦY BAN NHÂN DÂN', '/BC-UBND'],
    ['quang-dien-2020', null, 'ỦY BAN NHÂN DÂN HUYỆN QUẢNG ĐIỀN', 'TM. ỦY BAN NHÂN DÂN', '/BC-UBND'],
    [
      'hong-ngu-2020',
      'ỦY BAN NHÂN DÂN HUYỆN HỒNG NGỰ',
      'PHÒNG VĂN HÓA VÀ THÔNG TIN',
      'TRƯỞNG PHÒNG',
      '/BC-VHTT',
    ],
    [
      'hoai-nhon-2021',
      'ỦY BAN NHÂN DÂN THỊ XÃ HOÀI NHƠN',
      'PHÒNG VĂN HÓA VÀ THÔNG TIN',
      'TRƯỞNG PHÒNG',
      '/BC-VHTT',
    ],
    [
      'dong-nai-2020',
      'ỦY BAN NHÂN DÂN TỈNH ĐỒNG NAI',
      'SỞ THÔNG TIN VÀ TRUYỀN THÔNG',
      'GIÁM ĐỐC',
      '/BC-STTTT',
    ],
  ])('%s', (profile, parent, agency, firstLine, number) => {
    const input = inputOf(profile);
    expect(letterhead(input)).toMatchObject({ parent, agency });
    expect(letterhead(input).number.endsWith(number)).toBe(true);
    expect(signature(input, false).lines[0]).toBe(firstLine);
    const { report, author } = viewPages(input);
    expect(author.toLocaleUpperCase('vi')).toBe(agency);
    const said = report.blocks.flatMap((block) => (block.kind === 'text' ? block.text : [])).join('\n');
    expect(said).toContain(`${author} báo cáo kết quả như sau:`);
    expect(said).toContain(`báo cáo của ${author}./.`);
  });
});

test('a supplement says in the report in words what changed, as the workbook does', () => {
  const change = { scope: 'residents', form: 'mau-02', unit: 'A1', name: 'Xã Một', measure: 'installed' };
  const corrections = [{ ...change, from: 66, to: 76, reason: null }];
  const { report } = viewPages(
    sampleInput('vi', {
      supplement: { number: 1, replaces: { number: '05/BC-VHTT', sentAt: '2021-08-16T16:05:00+07:00' } },
      corrections,
    }),
  );
  const said = JSON.stringify(report);
  expect(said).toContain('sửa từ 66 thành 76 (chưa ghi lý do)');
  expect(said).toContain('bổ sung lần 1, thay báo cáo số 05/BC-VHTT gửi lúc 16 giờ 05 ngày 16/8/2021');
});

test('addressees and recipients end with ";" and "."; "Như trên" only where "Kính gửi" stands above', () => {
  const { report, scopes } = pagesOf(['Ban Chỉ đạo', 'Sở Thử']);
  expect(report).toContain('Kính gửi:\n- Ban Chỉ đạo;\n- Sở Thử.');
  expect(report).toContain('Như trên;');
  expect(scopes).not.toContain('Như trên');
  expect(scopes).toContain('Ban Chỉ đạo;');
  const alone = pagesOf([]);
  expect(alone.report + alone.scopes).not.toContain('Như trên');
});

function pagesOf(to: readonly string[]) {
  const folder = sampleFolder();
  const forward = to.length === 0 ? [] : [{ to, due: null }];
  const campaign = { ...folder.campaign, forward, report: { ...folder.campaign.report, recipients: [] } };
  const book = viewPages(sampleInput('vi', { folder: { ...folder, campaign } }));
  const textOf = (blocks: readonly Block[]) =>
    blocks
      .flatMap((block) =>
        block.kind === 'text' ? [block.text] : block.kind === 'signature' ? block.recipients : [],
      )
      .join('\n');
  const [first] = book.pages;
  return { report: textOf(book.report.blocks), scopes: textOf(first?.blocks ?? []) };
}
