import { describe, expect, test } from 'vitest';
import type { MatchContext, UnitMatch } from '../../src/text/match/choose.ts';
import { indexRoster } from '../../src/text/match/roster-index.ts';
import { findUnits, matchUnit } from '../../src/text/match.ts';
import { adminDistricts, roster, unit } from '../model/roster.ts';

const districts = adminDistricts();
const indexOf = (code: string, ...above: string[]) => indexRoster(districts.get(code) ?? roster(), above);
const hoaiNhon = indexOf('543', 'Ủy ban nhân dân thị xã Hoài Nhơn', 'Ủy ban nhân dân tỉnh Bình Định');
const locNinh = indexOf('692', 'Ủy ban nhân dân huyện Lộc Ninh', 'Ủy ban nhân dân tỉnh Bình Phước');
const hongNgu = indexOf('870', 'Ủy ban nhân dân huyện Hồng Ngự');

/** `Phường Tam Quan (bare)`, `? A | B`, `-` unknown, `- Phường Tam Quan` unknown with the nearest. */
function say(match: UnitMatch): string {
  if (match.kind === 'match') return `${match.unit.name} (${match.how})`;
  if (match.kind === 'ambiguous') return `? ${match.candidates.map(({ name }) => name).join(' | ')}`;
  return match.nearest === null ? '-' : `- ${match.nearest.name}`;
}

describe('the name of a unit', () => {
  test.each([
    ['Phường Tam Quan', 'Phường Tam Quan (exact)'],
    ['PHƯỜNG TAM QUAN', 'Phường Tam Quan (folded)'],
    ['Xã Hòai Châu Bắc', 'Xã Hoài Châu Bắc (folded)'],
    ['21637', 'Phường Tam Quan (exact)'],
    ['Tam Quan', 'Phường Tam Quan (bare)'],
    ['Hoài Châu', 'Xã Hoài Châu (kind-stripped)'],
    ['Hoài Châu Bắc', 'Xã Hoài Châu Bắc (kind-stripped)'],
    ['X. Hoài Châu', 'Xã Hoài Châu (kind-stripped)'],
    ['P.Bồng Sơn', 'Phường Bồng Sơn (kind-stripped)'],
    ['UBND P.Tam Quan', 'Phường Tam Quan (bare)'],
    ['UBND xã Hoài Châu', 'Xã Hoài Châu (kind-stripped)'],
    ['Ủy ban nhân dân xã Hoài Hải', 'Xã Hoài Hải (kind-stripped)'],
    ['hoai chau bac', 'Xã Hoài Châu Bắc (bare)'],
    ['hoai chau', 'Xã Hoài Châu (bare)'],
    ['hoaichaubac', 'Xã Hoài Châu Bắc (bare)'],
    ['HoaiChauBac', 'Xã Hoài Châu Bắc (bare)'],
    ['xa hoai hai', 'Xã Hoài Hải (bare)'],
    ['hoai hao', 'Phường Hoài Hảo (bare)'],
    ['Hoài Thanh Tây', 'Phường Hoài Thanh Tây (kind-stripped)'],
    ['Xã Hoài Mỹ, thị xã Hoài Nhơn', 'Xã Hoài Mỹ (kind-stripped)'],
    // Not letter by letter, and no other fits
    ['Tam Quang', 'Phường Tam Quan (near)'],
    ['xã Tam Quan', 'Phường Tam Quan (near)'],
    ['Hoài Mĩ', 'Xã Hoài Mỹ (near)'],
    ['Bồng Sôn', 'Phường Bồng Sơn (near)'],
    ['Hoai Huog', 'Phường Hoài Hương (near)'],
    // One letter from two
    ['Hoai Hau', '? Xã Hoài Châu | Phường Hoài Hảo | Xã Hoài Hải'],
    ['Hoài Hay', '? Phường Hoài Hảo | Xã Hoài Hải'],
    // None
    ['Hoài Ân', '- Phường Hoài Tân'],
    ['Ủy ban nhân dân huyện Hoài Ân', '- Phường Hoài Tân'],
    ['Hoài', '-'],
    ['Châu', '-'],
    ['Sheet1', '-'],
    ['1', '-'],
    ['', '-'],
    ['huyện Tam Quan', '- Phường Tam Quan'],
    ['Thị xã Hoài Nhơn', '-'],
  ])('%s', (text, expected) => {
    expect(say(matchUnit(text, hoaiNhon))).toBe(expected);
  });

  test.each([
    ['Lộc Thành', 'Xã Lộc Thành (kind-stripped)'],
    ['Lộc Thạnh', 'Xã Lộc Thạnh (kind-stripped)'],
    ['loc thanh', '? Xã Lộc Thạnh | Xã Lộc Thành'],
    ['Lộc Thanh', '? Xã Lộc Thạnh | Xã Lộc Thành'],
    ['xa loc thanh', '? Xã Lộc Thạnh | Xã Lộc Thành'],
    ['Loc Thành', 'Xã Lộc Thành (bare)'],
    ['TT Lộc Ninh', 'Thị trấn Lộc Ninh (kind-stripped)'],
    ['TT. Lộc Ninh', 'Thị trấn Lộc Ninh (kind-stripped)'],
    ['UBND huyện Lộc Ninh', '- Thị trấn Lộc Ninh'],
  ])('%s in Lộc Ninh', (text, expected) => {
    expect(say(matchUnit(text, locNinh))).toBe(expected);
  });

  test.each([
    ['Long Khánh A', 'Xã Long Khánh A (kind-stripped)'],
    ['long khanh b', 'Xã Long Khánh B (bare)'],
    ['Long Khánh C', '-'],
    ['Long Khánh', '? Xã Long Khánh A | Xã Long Khánh B'],
    ['UBND xã Long Khánh', '? Xã Long Khánh A | Xã Long Khánh B'],
    ['Thường Phước 1', 'Xã Thường Phước 1 (kind-stripped)'],
    ['xa thuong phuoc 02', 'Xã Thường Phước 2 (bare)'],
    ['Thường Phước 3', '-'],
  ])('%s in Hồng Ngự', (text, expected) => {
    const said = say(matchUnit(text, hongNgu));
    if (expected === '-') expect(said[0]).toBe('-');
    else expect(said).toBe(expected);
  });
});

describe('units inside a longer text', () => {
  const found = (text: string, index = hoaiNhon, context: MatchContext = {}) =>
    findUnits(text, index, context).map(
      ({ match, text: written, named, weak }) =>
        `${written}: ${say(match)}${named ? ' named' : ''}${weak ? ' weak' : ''}`,
    );

  test.each([
    ['ỦY BAN NHÂN DÂN XÃ HOÀI CHÂU BẮC', ['XÃ HOÀI CHÂU BẮC: Xã Hoài Châu Bắc (kind-stripped) named']],
    ['ỦY BAN NHÂN DÂN\nXÃ HOÀI CHÂU\nBẮC', ['XÃ HOÀI CHÂU BẮC: Xã Hoài Châu Bắc (kind-stripped) named']],
    ['ỦY BAN NHÂN DÂN\nPHƯỜNG TAM QUAN', ['PHƯỜNG TAM QUAN: Phường Tam Quan (kind-stripped) named']],
    ['BC_xa-hoai-chau-bac_16.8.xlsx', ['xa-hoai-chau-bac: Xã Hoài Châu Bắc (bare) named']],
    ['tam quan 16.08.2021.xlsx', ['tam quan: Phường Tam Quan (bare)']],
    ['Tam Quan.xlsx', ['Tam Quan: Phường Tam Quan (bare)']],
    ['hoaichaubac16.8.xlsx', ['hoaichaubac: Xã Hoài Châu Bắc (bare)']],
    ['UBNDXaHoaiChau.xls', ['Xa Hoai Chau: Xã Hoài Châu (bare) named']],
    ['xahoaichaubac.xls', ['xahoaichaubac: Xã Hoài Châu Bắc (bare)']],
    ['bao cao tam quan nam 16-8', ['tam quan nam: Phường Tam Quan Nam (bare)']],
    ['tam quan nam 2021', ['tam quan nam: Phường Tam Quan Nam (bare)']],
    ['Hoài Hảo, ngày 16 tháng 8 năm 2021', ['Hoài Hảo: Phường Hoài Hảo (kind-stripped)']],
    ['Báo cáo của UBND xã Hoài Mỹ về Bluezone', ['xã Hoài Mỹ: Xã Hoài Mỹ (kind-stripped) named']],
    [
      'Hoài Châu, Hoài Châu Bắc',
      ['Hoài Châu: Xã Hoài Châu (kind-stripped)', 'Hoài Châu Bắc: Xã Hoài Châu Bắc (kind-stripped)'],
    ],
    ['THỊ XÃ HOÀI NHƠN', []],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', []],
    ['Độc lập - Tự do - Hạnh phúc', []],
    ['Nguyễn Thị Hoài Hương', []],
    ['Nguyen Thi Hoai Huong - Tam Quan.xlsx', ['Tam Quan: Phường Tam Quan (bare)']],
    ['BÁO CÁO HÀNG NGÀY', []],
    ['Số liệu cài đặt, sử dụng ứng dụng Bluezone', []],
    ['ỦY BAN NHÂN DÂN XÃ ÂN TƯỜNG', ['XÃ ÂN TƯỜNG: - named']],
    ['UBND các xã, phường', []],
    ['xã Hoai Chauu', ['xã Hoai Chauu: Xã Hoài Châu (near) named']],
    ['15h00 Hoai My', ['Hoai My: Xã Hoài Mỹ (bare)']],
    ['Hoài Mỹ Lan', []],
    ['An Hoài Mỹ', []],
    ['Mẫu 02 lần 2 Hoài Mỹ', ['Hoài Mỹ: Xã Hoài Mỹ (kind-stripped)']],
    ['Hoài Mỹ v2.xlsx', ['Hoài Mỹ: Xã Hoài Mỹ (kind-stripped)']],
    ['Xã Hoài Mỹ V15 (1).xlsx', ['Xã Hoài Mỹ: Xã Hoài Mỹ (kind-stripped) named']],
    ['xa hoai my ver 2', ['xa hoai my: Xã Hoài Mỹ (bare) named']],
    ['Hoài Mỹ V', []],
    ['BC BZ hoai my moi.xlsx', ['hoai my: Xã Hoài Mỹ (bare)']],
    ['tuyen_hoai my', ['hoai my: Xã Hoài Mỹ (bare)']],
    ['xã Hoài Mỹ đạt 60%', ['xã Hoài Mỹ: Xã Hoài Mỹ (kind-stripped) named']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('a name that only begins with a unit of the roster is another place', () => {
    const small = indexRoster(roster(unit('1', 'Xã Hoài Châu', 'xã'), unit('2', 'Xã Long Khánh', 'xã')));
    expect(found('ỦY BAN NHÂN DÂN XÃ HOÀI CHÂU BẮC', small)).toEqual([
      'XÃ HOÀI CHÂU BẮC: - Xã Hoài Châu named',
    ]);
    expect(found('hoai chau bac', small)).toEqual([]);
    expect(found('Long Khánh A', small)).toEqual([]);
    expect(say(matchUnit('Hoài Châu Bắc', small))).toBe('- Xã Hoài Châu');
  });

  test('the line of the office above does not claim the town of its name', () => {
    expect(found('ỦY BAN NHÂN DÂN HUYỆN LỘC NINH', locNinh)).toEqual([]);
    expect(found('HUYỆN LỘC NINH\nXÃ LỘC THÀNH', locNinh)).toEqual([
      'XÃ LỘC THÀNH: Xã Lộc Thành (kind-stripped) named',
    ]);
    expect(found('Lộc Ninh, ngày 16 tháng 8 năm 2020', locNinh)).toEqual([
      'Lộc Ninh: Thị trấn Lộc Ninh (kind-stripped) weak',
    ]);
    expect(found('THỊ TRẤN LỘC NINH', locNinh)).toEqual([
      'THỊ TRẤN LỘC NINH: Thị trấn Lộc Ninh (kind-stripped) named',
    ]);
  });
});

describe('agencies', () => {
  const agencies = indexRoster(
    roster(
      unit('TCKH', 'Phòng Tài chính - Kế hoạch', 'cơ quan', { aliases: ['Phòng TC-KH'] }),
      unit('VHTT', 'Phòng Văn hóa và Thông tin', 'cơ quan'),
      unit('LDTBXH', 'Phòng Lao động - Thương binh và Xã hội', 'cơ quan'),
      unit('BHXH', 'Bảo hiểm xã hội thị xã Hoài Nhơn', 'cơ quan'),
      unit('VHTTDL', 'Sở Văn hóa, Thể thao và Du lịch', 'cơ quan'),
      unit('TQ', 'Phường Tam Quan', 'phường'),
    ),
  );
  test.each([
    ['PHÒNG TÀI CHÍNH – KẾ HOẠCH', 'TCKH'],
    ['Phòng Văn hóa và Thông tin v18', 'VHTT'],
    ['Phòng Tài chính và Kế hoạch', 'TCKH'],
    ['Phòng TC-KH', 'TCKH'],
    ['phong tc-kh', 'TCKH'],
    ['Phòng TCKH', 'TCKH'],
    ['Phòng VH&TT', 'VHTT'],
    ['Phòng Văn hoá - Thông tin', 'VHTT'],
    ['Phòng LĐ-TB&XH', 'LDTBXH'],
    ['PHÒNG VĂN HÓA VÀ THÔNG TIN THỊ XÃ HOÀI NHƠN', 'VHTT'],
    ['Bảo hiểm xã hội', 'BHXH'],
    ['BẢO HIỂM XÃ HỘI THỊ XÃ HOÀI NHƠN', 'BHXH'],
    ['Sở Văn hoá - Thể thao và Du lịch', 'VHTTDL'],
    ['Sở VHTTDL', 'VHTTDL'],
    ['Sở VH,TT&DL', 'VHTTDL'],
    ['P.Tam Quan', 'TQ'],
  ])('%s is %s', (text, code) => {
    const match = matchUnit(text, agencies);
    expect(match.kind === 'match' ? match.unit.code : say(match)).toBe(code);
  });
});

describe('a comma in a text', () => {
  const index = indexRoster(
    roster(
      unit('A', 'Sở Văn hóa, Thể thao và Du lịch', 'sở'),
      unit('B', 'Ban Quản lý Dự án, Đầu tư và Xây dựng', 'sở'),
      unit('C', 'Xã Hoài Châu Bắc', 'xã'),
      unit('D', 'Xã Hoài Châu', 'xã'),
      unit('E', 'Xã Bắc', 'xã'),
    ),
  );
  test.each([
    ['SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH', ['A']],
    ['Báo cáo của Sở Văn hóa, Thể thao và Du lịch, ngày 14/8', ['A']],
    ['So Van hoa, The thao va Du lich 14-8.xlsx', ['A']],
    ['Ban Quản lý Dự án, Đầu tư và Xây dựng', ['B']],
    // Two places with a comma between them are two.
    ['Hoài Châu, Bắc', ['D']],
    ['xã Hoài Châu, xã Bắc', ['D', 'E']],
    ['Sở Văn hóa; Thể thao và Du lịch', []],
  ])('%s', (text, codes) => {
    const found = findUnits(text, index).map(({ match }) => (match.kind === 'match' ? match.unit.code : '?'));
    expect(found).toEqual(codes);
  });
});

describe('equals', () => {
  const same = indexRoster(
    roster(
      unit('A', 'Xã An Lộc', 'xã', { parent: '1' }),
      unit('B', 'Thị trấn An Lộc', 'thị trấn', { parent: '1' }),
      unit('C', 'Xã Tân Lập', 'xã', { parent: '1' }),
      unit('D', 'Xã Tân Lập', 'xã', { parent: '2' }),
      unit('E', 'Xã Bình Phú', 'xã', { validTo: '2021-06-30' }),
      unit('E', 'Phường Bình Phú', 'phường', { validFrom: '2021-07-01' }),
      unit('F', 'Xã Quán', 'xã'),
      unit('G', 'Phường Tam Quán', 'phường'),
      unit('H', 'Phường Tam Quan', 'phường'),
    ),
  );
  test('a name without its kind fits both kinds', () => {
    expect(say(matchUnit('An Lộc', same))).toBe('? Xã An Lộc | Thị trấn An Lộc');
    expect(say(matchUnit('xã An Lộc', same))).toBe('Xã An Lộc (folded)');
    expect(say(matchUnit('TT An Lộc', same))).toBe('Thị trấn An Lộc (kind-stripped)');
    expect(say(matchUnit('An Lộc', same, { kinds: ['xã'] }))).toBe('Xã An Lộc (kind-stripped)');
  });
  test('two of one name are asked, or told apart by the office above', () => {
    expect(say(matchUnit('Xã Tân Lập', same))).toBe('? Xã Tân Lập | Xã Tân Lập');
    const told = matchUnit('Xã Tân Lập', same, { within: ['2'] });
    expect(told.kind === 'match' && told.unit.code).toBe('D');
  });
  test('the line of the day is taken where a unit has several', () => {
    expect(say(matchUnit('Bình Phú', same, { date: '2021-08-16' }))).toBe('Phường Bình Phú (kind-stripped)');
    expect(say(matchUnit('Bình Phú', same, { date: '2021-05-16' }))).toBe('Xã Bình Phú (kind-stripped)');
  });
  test('letters without tones are no proof of a name without tones', () => {
    expect(say(matchUnit('tam quan', same))).toBe('? Phường Tam Quán | Phường Tam Quan');
    expect(say(matchUnit('Phường Tam Quan', same))).toBe('Phường Tam Quan (exact)');
  });
});

describe('an office that collects from districts too', () => {
  const index = indexRoster(roster(unit('H1', 'Huyện An Lão', 'huyện'), unit('X1', 'Xã Hoài Châu', 'xã')), [
    'Ủy ban nhân dân thị xã Hoài Nhơn',
    'Hoài Nhơn',
  ]);

  test('is none of them where it stands in a letterhead', () => {
    expect(findUnits('THỊ XÃ HOÀI NHƠN', index)).toEqual([]);
    expect(findUnits('ỦY BAN NHÂN DÂN THỊ XÃ HOÀI NHƠN', index)).toEqual([]);
  });

  test('another district that the roster lacks is still unknown', () => {
    expect(findUnits('HUYỆN TÂY SƠN', index).map(({ match }) => match.kind)).toEqual(['unknown']);
  });
});
