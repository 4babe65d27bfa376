import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCampaign } from '../../src/read/campaign/campaign.ts';
import { viewBook } from '../../src/view/book.ts';
import { letterhead, signature } from '../../src/view/letterhead.ts';
import { sampleInput } from './sample.ts';

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
    expect(signature(input).lines[0]).toBe(firstLine);
    const { report, author } = viewBook(input);
    expect(author.toLocaleUpperCase('vi')).toBe(agency);
    const said = report.blocks.flatMap((block) => (block.kind === 'text' ? block.text : [])).join('\n');
    expect(said).toContain(`${author} báo cáo kết quả như sau:`);
    expect(said).toContain(`báo cáo của ${author}./.`);
  });
});

test('a supplement says in the report in words what changed, as the workbook does', () => {
  const change = { scope: 'residents', form: 'mau-02', unit: 'A1', name: 'Xã Một', measure: 'installed' };
  const corrections = [{ ...change, from: 66, to: 76, reason: null }];
  const { report } = viewBook(sampleInput('vi', { supplement: 1, corrections }));
  expect(JSON.stringify(report)).toContain('sửa từ 66 thành 76 (chưa ghi lý do)');
});
