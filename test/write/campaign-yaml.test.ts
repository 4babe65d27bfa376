import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WORDS } from '../../src/lang/lang.ts';
import { readCampaign } from '../../src/read/campaign/campaign.ts';
import { campaignSchema } from '../../src/read/campaign/schema.ts';
import { writeCampaignYaml } from '../../src/write/campaign-yaml.ts';

/** Every key of campaign.yaml, with values that are not the usual ones (invented). */
const WHOLE = `name: Đợt thử "thứ nhất"
timezone: Asia/Bangkok
authority: { name: Ủy ban nhân dân thị xã, department: Phòng Văn hóa, place: Hoài Nhơn, level: district, parent: Ủy ban nhân dân tỉnh }
directive: { number: "12/UBND-VX", date: 2021-08, basis: ["Kế hoạch số 59/KH-UBND"] }
period: { from: 2021-08-16, to: 2021-08-30 }
units: danh sách.csv
collect:
  - { form: mau-02, from: [xã, phường], every: day, due: { time: "15:00:30", rule: no-later-than }, counting: rows, since: 2021-08-17, until: 2021-08-29 }
  - { form: mau-01, from: [cơ quan], every: once, due: { date: 2021-08-20, rule: before } }
targets:
  - { id: a, scope: residents, measure: installed, of: smartphone_users, reach: "62,5%", by: 2021-08-20, since: 2021-08-17, until: 2021-08-29 }
forward:
  - { to: [Ban Chỉ đạo], due: { time: "16:00", rule: before }, since: 2021-08-17, until: 2021-08-29 }
bases: { smartphone_users: 71533, population: 200000, adults: 150000, date: 2021-08-14, source: "báo cáo" }
missing: exclude
exempt: [{ unit: "01", from: 2021-08-17, to: 2021-08-18, reason: "cách ly" }]
working_days: [mon, sat]
holidays: [2021-09-02]
report:
  number: "Số: …/BC"
  signer: { authority: TM. ỦY BAN, on_behalf: KT. CHỦ TỊCH, title: PHÓ CHỦ TỊCH, name: Nguyễn Văn A }
  recipients: [Như trên, Lưu VT]
  formats: [xlsx, docx]
  name: bao-cao-{date}
daily: { provisional: ["14:00"], final: "15:20", again: [], receive: { from: "08:00", to: "18:00", every: 15 } }
remind: [{ form: mau-02, from: [xã], minutes_before: 90 }]
`;

const read = (text: string) => readCampaign('campaign.yaml', text).campaign;

describe('campaign.yaml as written', () => {
  it('stands here with every key that can be read', () => {
    const { value } = readCampaign('campaign.yaml', WHOLE).yaml;
    expect(Object.keys(value).sort()).toEqual(Object.keys(campaignSchema.entries).sort());
  });

  it.each(['vi', 'en'] as const)('reads back as the same campaign, with remarks in %s', (language) => {
    const campaign = read(WHOLE);
    expect(read(writeCampaignYaml(campaign, WORDS[language]))).toEqual(campaign);
  });

  it.each(readdirSync('templates/campaigns'))('reads back for the profile %s', (profile) => {
    const campaign = read(readFileSync(`templates/campaigns/${profile}/campaign.yaml`, 'utf8'));
    expect(read(writeCampaignYaml(campaign, WORDS.vi))).toEqual(campaign);
  });

  it('says nothing of a week, a day or a reminder that the office did not settle', () => {
    const { campaign } = readCampaign(
      'campaign.yaml',
      WHOLE.replace(/^(?:daily|remind|working_days|holidays|exempt):.*\n/gm, ''),
    );
    expect(writeCampaignYaml(campaign, WORDS.vi)).not.toMatch(
      /^(?:daily|remind|working_days|holidays|exempt):/m,
    );
  });
});
