import { describe, expect, it } from 'vitest';
import { type IdentityClaims, identify, registryOf } from '../../src/day/identify.ts';
import type { ClaimSource } from '../../src/model/findings/unit.ts';
import type { Claim, DateClaim } from '../../src/model/report.ts';
import { DAILY, folder, ONCE, unit } from '../model/world.ts';

const xa = (code: string, name: string, changes = {}) => unit(code, { name, parent: '543', ...changes });

const registry = registryOf(
  folder(
    [
      xa('1', 'Xã Hoài Châu'),
      xa('2', 'Xã Hoài Châu Bắc'),
      xa('3', 'Xã Hoài Hải'),
      xa('4', 'Xã Hoài Hảo'),
      xa('5', 'Phường Tam Quan', { kind: 'phường', aliases: ['Thị trấn Tam Quan'] }),
      xa('6', 'Xã Lộc Thành'),
      xa('7', 'Xã Lộc Thạnh'),
      xa('8', 'Xã Cũ Kỹ', { validTo: '2021-08-15' }),
      xa('9', 'Phòng Y tế', { kind: 'cơ quan' }),
      xa('10', 'Trường Tiểu học Hoài Châu', { kind: 'cơ quan' }),
      xa('00016', 'Phường Ngọc Hà', { kind: 'phường', parent: '001' }),
      xa('00692', 'Phường Ngọc Hà', { kind: 'phường', parent: '024' }),
      xa('7a', 'Xã Tân Lập', { parent: '5' }),
      xa('2021', 'Xã Tân Lập', { parent: '024' }),
    ],
    {
      collect: [DAILY, ONCE],
      authority: {
        name: 'Ủy ban nhân dân thị xã Hoài Nhơn',
        department: 'Phòng Văn hóa và Thông tin',
        place: 'Hoài Nhơn',
        level: 'district',
        parent: 'Ủy ban nhân dân tỉnh Bình Định',
      },
    },
  ),
);

interface Said {
  readonly form?: string;
  readonly units?: readonly (readonly [ClaimSource, string])[];
  readonly dates?: readonly (readonly [ClaimSource, string])[];
  readonly inside?: string;
  readonly decided?: { readonly unit?: string; readonly date?: string };
}

function asked({ form = 'mau-02', units = [], dates = [], inside = 'bao cao.xlsx', decided }: Said) {
  const at = { sheet: 'Sheet1', row: 0, col: 0 };
  const report: IdentityClaims = {
    form,
    unitClaims: units.map(([source, text]): Claim => ({ source, text, at })),
    dateClaims: dates.map(([source, iso]): DateClaim => ({ source, iso, text: iso, at })),
    path: `inbox/2021-08-16/${inside}`,
    sheet: null,
    inside,
    folderDate: '2021-08-16',
    ...(decided === undefined ? {} : { decided }),
  };
  const { unit: code, date, findings } = identify(report, registry);
  return { unit: code, date, codes: findings.map((found) => found.code), findings };
}

describe('whose', () => {
  it.each<[string, Said, string]>([
    ['the letterhead', { units: [['letterhead', 'UBND XÃ HOÀI CHÂU BẮC']] }, '2'],
    [
      'the letterhead in two cells',
      {
        units: [
          ['letterhead', 'ỦY BAN NHÂN DÂN'],
          ['letterhead', 'XÃ HOÀI CHÂU'],
        ],
      },
      '1',
    ],
    ['the title', { units: [['title', 'BÁO CÁO HÀNG NGÀY của xã Hoài Hải']] }, '3'],
    ['an alias', { units: [['letterhead', 'UBND THỊ TRẤN TAM QUAN']] }, '5'],
    ['the sheet name', { units: [['sheet-name', 'Hoài Hảo']] }, '4'],
    ['the sub-folder', { inside: 'Xã Hoài Hảo/bao cao.xlsx' }, '4'],
    ['the file name', { inside: 'Báo cáo xã Hoài Hải ngày 16-8.xlsx' }, '3'],
    ['the code in one of our own blank forms', { units: [['template', '3']] }, '3'],
  ])('%s alone will do', (_, said, code) => {
    expect(asked(said)).toMatchObject({ unit: code, codes: [] });
  });

  it('content, file name and folder that agree', () => {
    const said = asked({ units: [['letterhead', 'UBND xã Hoài Châu']], inside: 'Hoài Châu/hoai chau.xlsx' });
    expect(said).toMatchObject({ unit: '1', codes: [] });
  });

  it('the office above is no claim beside a unit', () => {
    const units = [
      ['letterhead', 'ỦY BAN NHÂN DÂN THỊ XÃ HOÀI NHƠN'],
      ['letterhead', 'UBND XÃ HOÀI CHÂU'],
    ] as const;
    expect(asked({ units })).toMatchObject({ unit: '1', codes: [] });
    expect(asked({ units: [units[0]], inside: 'hoai chau.xlsx' })).toMatchObject({ unit: '1' });
  });

  it('content against the file name or the folder is undecided, and says who says what', () => {
    for (const inside of ['Xã Hoài Hải.xlsx', 'Xã Hoài Hải/bc.xlsx']) {
      const said = asked({ units: [['letterhead', 'UBND XÃ HOÀI CHÂU']], inside });
      expect(said).toMatchObject({ unit: null, codes: ['unit/disagree'] });
      expect(said.findings[0]?.facts).toEqual({
        claims: [
          { source: 'letterhead', name: 'Xã Hoài Châu' },
          { source: inside.includes('/') ? 'folder' : 'file-name', name: 'Xã Hoài Hải' },
        ],
      });
    }
  });

  it('a file name that no unit has, or a person’s, is no claim', () => {
    for (const inside of ['Nguyễn Thị Hoài Hương.xlsx', 'bc chị Lan gửi.xlsx', 'mau 02 final (1).xlsx']) {
      expect(asked({ units: [['letterhead', 'UBND XÃ HOÀI CHÂU']], inside })).toMatchObject({
        unit: '1',
        codes: [],
      });
    }
  });

  it('a file name with several units goes with the content that is one of them', () => {
    const inside = 'Hoài Hải và Hoài Hảo.xlsx';
    expect(asked({ units: [['letterhead', 'UBND XÃ HOÀI HẢO']], inside })).toMatchObject({
      unit: '4',
      codes: [],
    });
    expect(asked({ units: [['letterhead', 'UBND XÃ HOÀI CHÂU']], inside }).codes).toEqual(['unit/disagree']);
  });

  it('two units in the content disagree', () => {
    const units = [
      ['letterhead', 'UBND XÃ HOÀI CHÂU'],
      ['title', 'Báo cáo xã Hoài Hải'],
    ] as const;
    expect(asked({ units })).toMatchObject({ unit: null, codes: ['unit/disagree'] });
  });

  it('nothing names a unit', () => {
    expect(asked({})).toMatchObject({ unit: null, codes: ['unit/none'] });
  });

  it('a unit that the roster lacks is unknown, with the nearest one, also beside a file name that fits', () => {
    const said = asked({ units: [['letterhead', 'UBND XÃ HOÀI XUÂN']] });
    expect(said).toMatchObject({ unit: null, codes: ['unit/unknown'] });
    expect(asked({ units: [['letterhead', 'UBND XÃ HOÀI XUÂN']], inside: 'Hoài Hải.xlsx' })).toMatchObject({
      unit: null,
      codes: ['unit/disagree'],
    });
  });

  it('Loc Thanh without tones is two units: it is asked', () => {
    const said = asked({ inside: 'loc thanh.xlsx' });
    expect(said).toMatchObject({ unit: null, codes: ['unit/ambiguous'] });
    expect(said.findings[0]?.facts).toMatchObject({
      candidates: [{ name: 'Xã Lộc Thành' }, { name: 'Xã Lộc Thạnh' }],
    });
    const told = asked({ units: [['letterhead', 'UBND XÃ LỘC THẠNH']], inside: 'loc thanh.xlsx' });
    expect(told).toMatchObject({ unit: '7', codes: [] });
  });

  it('two of one name are told apart by the code in the name of the file or folder', () => {
    const units: Said['units'] = [['letterhead', 'UBND PHƯỜNG NGỌC HÀ']];
    expect(asked({ units, inside: '00016 Phường Ngọc Hà.csv' })).toMatchObject({ unit: '00016', codes: [] });
    expect(asked({ units, inside: '00692/bc.xlsx' })).toMatchObject({ unit: '00692', codes: [] });
    expect(asked({ units, inside: '00001_ngoc-ha.csv' })).toMatchObject({ unit: null });
    // A year is no code, and neither is a number that goes on.
    const others: Said['units'] = [['letterhead', 'UBND XÃ TÂN LẬP']];
    expect(asked({ units: others, inside: 'Tân Lập 2021.xlsx' }).codes).toEqual(['unit/ambiguous']);
    expect(asked({ units, inside: '000169 ngoc ha.xlsx' }).codes).toEqual(['unit/ambiguous']);
  });

  it('two of one name that are asked are named with their codes and what they belong to', () => {
    const { findings } = asked({ units: [['letterhead', 'UBND PHƯỜNG NGỌC HÀ']] });
    expect(findings[0]?.facts).toMatchObject({
      candidates: [
        { name: 'Phường Ngọc Hà', code: '00016', parent: '001' },
        { name: 'Phường Ngọc Hà', code: '00692', parent: '024' },
      ],
    });
    const names = { inside: 'Xã Tân Lập.xlsx', units: [['letterhead', 'UBND XÃ HOÀI HẢI']] } as const;
    expect(asked(names).findings[0]?.facts).toMatchObject({
      claims: [{ name: 'Xã Hoài Hải' }, { name: 'Xã Tân Lập' }],
    });
  });

  it('a name without tones that only one unit has is taken, and said', () => {
    const said = asked({ inside: 'hoai chau bac.xlsx' });
    expect(said).toMatchObject({ unit: '2', codes: ['unit/near-match'] });
    expect(said.findings[0]?.facts).toMatchObject({ text: 'hoai chau bac', name: 'Xã Hoài Châu Bắc' });
  });

  it('a decision stands above everything that was read', () => {
    const units = [['letterhead', 'UBND XÃ HOÀI CHÂU']] as const;
    expect(asked({ units, inside: 'hoai hai.xlsx', decided: { unit: '4' } })).toMatchObject({
      unit: '4',
      codes: [],
    });
    expect(asked({ decided: { unit: 'gone' } })).toMatchObject({ unit: null, codes: ['unit/unknown'] });
  });
});

describe('what it owes', () => {
  it('a form that this kind of unit is not asked for is rejected', () => {
    const said = asked({ form: 'mau-01', units: [['letterhead', 'UBND XÃ HOÀI CHÂU']] });
    expect(said.codes).toEqual(['form/not-asked']);
    expect(said.findings[0]?.facts).toEqual({
      form: 'mau-01',
      unitName: 'Xã Hoài Châu',
      expected: ['mau-02'],
    });
  });

  it('of two names in the letterhead the one that is asked for the form is meant', () => {
    const units = [
      ['letterhead', 'UBND XÃ HOÀI CHÂU'],
      ['letterhead', 'TRƯỜNG TIỂU HỌC HOÀI CHÂU'],
    ] as const;
    expect(asked({ form: 'mau-01', units })).toMatchObject({ unit: '10', codes: [] });
  });

  it('a unit outside its validity is undecided', () => {
    expect(asked({ units: [['letterhead', 'UBND XÃ CŨ KỸ']] })).toMatchObject({
      unit: '8',
      codes: ['unit/not-valid'],
    });
  });
});

describe('which day', () => {
  const hoaiChau = { units: [['letterhead', 'UBND XÃ HOÀI CHÂU']] as const };

  it('without a date of its own it takes the folder’s', () => {
    expect(asked(hoaiChau)).toMatchObject({ date: '2021-08-16', codes: [] });
  });

  it('its own date that is not the folder’s makes it undecided, at its cell', () => {
    const said = asked({ ...hoaiChau, dates: [['title', '2021-08-15']] });
    expect(said).toMatchObject({ date: '2021-08-15', codes: ['time/date-differs'] });
    expect(said.findings[0]).toMatchObject({
      facts: { own: '2021-08-15', folder: '2021-08-16', source: 'title' },
      at: { sheet: 'Sheet1', cell: 'A1' },
    });
  });

  it('the title wins over the letterhead', () => {
    const dates = (title: string, letterhead: string) => [
      ['letterhead', letterhead] as const,
      ['title', title] as const,
    ];
    expect(asked({ ...hoaiChau, dates: dates('2021-08-16', '2021-08-17') }).codes).toEqual([
      'time/dates-disagree',
    ]);
    expect(asked({ ...hoaiChau, dates: dates('2021-08-15', '2021-08-16') }).codes).toEqual([
      'time/date-differs',
      'time/dates-disagree',
    ]);
  });

  it('a date in the file name is its own where nothing inside says one', () => {
    expect(asked({ ...hoaiChau, inside: 'BC ngay 15-8.xlsx' }).codes).toEqual(['time/date-differs']);
    expect(asked({ ...hoaiChau, inside: 'BC ngay 16-8-2021.xlsx' }).codes).toEqual([]);
    const inner = asked({ ...hoaiChau, inside: 'BC ngay 15-8.xlsx', dates: [['title', '2021-08-16']] });
    expect(inner.codes).toEqual(['time/name-differs']);
  });

  it('a place with several days means the folder’s if it is one of them', () => {
    expect(asked({ ...hoaiChau, inside: 'tu 16-8 den 22-8.xlsx' }).codes).toEqual([]);
  });

  it('asked once, any date up to the folder’s is right', () => {
    const agency = { form: 'mau-01', units: [['letterhead', 'PHÒNG Y TẾ']] as const };
    expect(asked({ ...agency, dates: [['title', '2021-08-12']] })).toMatchObject({
      unit: '9',
      date: '2021-08-12',
      codes: [],
    });
    expect(asked({ ...agency, dates: [['title', '2021-08-17']] }).codes).toEqual(['time/date-differs']);
  });

  it('a decision names the day', () => {
    const said = asked({ ...hoaiChau, dates: [['title', '2021-08-15']], decided: { date: '2021-08-15' } });
    expect(said).toMatchObject({ date: '2021-08-15', codes: [] });
  });
});
