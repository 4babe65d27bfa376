import { describe, expect, test } from 'vitest';
import type { Workbook } from '../../src/model/grid.ts';
import { fold } from '../../src/text/fold.ts';
import { rescue } from '../../src/text/rescue.ts';
import { rescueWorkbook } from '../../src/text/rescue-workbook.ts';
import { adminDistricts, adminList } from '../model/roster.ts';
import { draw } from '../sheet.ts';
import { asMojibake, asTcvn3, asViscii, asVni, asWindows1258 } from './encode.ts';
import { ENGLISH, VIETNAMESE } from './sentences.ts';

const names = adminList().map(({ name }) => name);
const none: ReadonlySet<string> = new Set();
const WAYS = {
  tcvn3: asTcvn3,
  vni: asVni,
  mojibake: asMojibake,
  'windows-1258': asWindows1258,
};

describe('facts', () => {
  test.each([
    ['.VnTime', 'Hoµi Nh¬n', 'Hoài Nhơn'],
    ['.VnTime', 'ñy ban nh©n d©n', 'ủy ban nhân dân'],
    ['.VnTimeH', 'ñy ban nh©n d©n', 'ỦY BAN NHÂN DÂN'],
    ['.VnArialH', 'x· hoµi ch©u b¾c', 'XÃ HOÀI CHÂU BẮC'],
    ['.VnTime', 'Hoµi H\u00ad¬ng', 'Hoài Hương'],
    ['.VnTime', '§Þa chØ', 'Địa chỉ'],
    ['.VnTime', 'UBND X· HOµI CH¢U', 'UBND Xã HOÀI CHÂU'],
    ['VNI-Times', 'Hoaøi Nhôn', 'Hoài Nhơn'],
    ['VNI-Times', 'UÛY BAN NHAÂN DAÂN', 'ỦY BAN NHÂN DÂN'],
    ['VNI-Helve', 'Hoï vaø teân', 'Họ và tên'],
    ['VNI-Times', 'Ñòa chæ', 'Địa chỉ'],
    ['VNI-Times', 'Boàng Sôn', 'Bồng Sơn'],
  ])('%s %s', (font, stored, shown) => {
    expect(rescue(stored, { font })).toEqual({
      text: shown,
      encoding: font.startsWith('VNI') ? 'vni' : 'tcvn3',
      sure: 'font',
    });
  });

  test('letters tell where no font does', () => {
    expect(rescue('Hoµi Nh¬n')).toEqual({ text: 'Hoài Nhơn', encoding: 'tcvn3', sure: 'letters' });
    expect(rescue('X· Tam Quan')).toEqual({ text: 'Xã Tam Quan', encoding: 'tcvn3', sure: 'letters' });
    expect(rescue('Hoï vaø teân')).toEqual({ text: 'Họ và tên', encoding: 'vni', sure: 'letters' });
    expect(rescue('HoÃ\u00a0i NhÆ¡n')).toEqual({ text: 'Hoài Nhơn', encoding: 'mojibake', sure: 'letters' });
    expect(rescue('á»¦Y BAN NHÃ‚N DÃ‚N').text).toBe('ỦY BAN NHÂN DÂN');
    expect(rescue('XÃƒ HOÃ€I PHÃš').text).toBe('XÃ HOÀI PHÚ');
    expect(rescue('HoÃ i NhÆ¡n').text).toBe('Hoài Nhơn');
    expect(rescue('Há»\u008d vÃ\u00a0 tÃªn').text).toBe('Họ và tên');
    expect(rescue('Há»\u008d vÃ tÃªn').text).toBe('Họ và tên');
    expect(rescue('Ä\ufffdá»‹a chá»‰').text).toBe('Địa chỉ');
    expect(rescue('HoĂ\u00a0i NhÆ¡n').text).toBe('Hoài Nhơn');
    expect(rescue(asMojibake(asMojibake('Hoài Nhơn')))).toEqual({
      text: 'Hoài Nhơn',
      encoding: 'mojibake',
      sure: 'letters',
    });
    expect(rescue('Bô\u0300ng Sơn')).toEqual({ text: 'Bồng Sơn', encoding: 'windows-1258', sure: 'letters' });
    expect(rescue('Hoài Nhơn'.normalize('NFD'))).toEqual({ text: 'Hoài Nhơn', encoding: null, sure: null });
  });

  test('a word that could be either is left, but for a known name', () => {
    expect(rescue('Boàng Sôn')).toEqual({ text: 'Boàng Sôn', encoding: null, sure: null });
    expect(rescue('Boàng Sôn', { known: new Set([fold('Bồng Sơn')]) })).toEqual({
      text: 'Bồng Sơn',
      encoding: 'vni',
      sure: 'roster',
    });
    expect(rescue('Léc An', { known: new Set([fold('Lộc An')]) }).text).toBe('Lộc An');
  });

  test('Unicode typed under a legacy font stays', () => {
    expect(rescue('Hoài Nhơn', { font: '.VnTime' }).text).toBe('Hoài Nhơn');
    expect(rescue('Xã Hoài Hà', { font: '.VnTime' }).text).toBe('Xã Hoài Hà');
    expect(rescue('Nhà bè', { font: 'VNI-Times' }).text).toBe('Nhà bè');
    expect(rescue('120', { font: '.VnTime' })).toEqual({ text: '120', encoding: null, sure: null });
  });
});

describe('right text is never changed', () => {
  test('every commune of the country', () => {
    expect(names.filter((name) => rescue(name).text !== name)).toEqual([]);
  });
  test('sentences', () => {
    expect(ENGLISH.length).toBeGreaterThan(200);
    for (const text of [...ENGLISH, ...VIETNAMESE])
      expect(rescue(text)).toEqual({ text, encoding: null, sure: null });
  });
  test('a workbook of them', () => {
    for (const column of [ENGLISH, VIETNAMESE, names, ['10 µm', '20 µm', '·', '½', 'in µm', '25°C']]) {
      const book = columnOf(column);
      expect(rescueWorkbook(book, none)).toEqual({ workbook: book, rescued: [] });
    }
  });
});

describe.each(Object.entries(WAYS))('every commune of the country from %s', (encoding, encode) => {
  test('with the roster at hand', () => {
    const known = new Set(names.map(fold));
    const wrong = names.filter((name) => fold(rescue(encode(name), { known }).text) !== fold(name));
    expect(wrong).toEqual([]);
  });
  test('as one sheet a district, without fonts', () => {
    const wrong: string[] = [];
    for (const { units } of adminDistricts().values()) {
      const own = units.map(({ name }) => name);
      const { workbook } = rescueWorkbook(columnOf(own.map(encode)), none);
      textsOf(workbook).forEach((text, i) => {
        if (fold(text) !== fold(own[i] ?? '')) wrong.push(`${own[i]}: ${text}`);
      });
    }
    expect(wrong).toEqual([]);
  });
  if (encoding === 'tcvn3' || encoding === 'vni')
    test('by its font', () => {
      const font = encoding === 'vni' ? 'VNI-Times' : '.VnTime';
      const wrong = names.filter((name) => fold(rescue(encode(name), { font }).text) !== fold(name));
      expect(wrong).toEqual([]);
    });
});

test('VISCII is recognised or left alone, never taken for another encoding', () => {
  let left = 0;
  const wrong: string[] = [];
  for (const { units } of adminDistricts().values()) {
    const own = units.map(({ name }) => name);
    textsOf(rescueWorkbook(columnOf(own.map(asViscii)), none).workbook).forEach((text, i) => {
      if (text === asViscii(own[i] ?? '')) left += Number(fold(text) !== fold(own[i] ?? ''));
      else if (fold(text) !== fold(own[i] ?? '')) wrong.push(`${own[i]}: ${text}`);
    });
  }
  expect(wrong).toEqual([]);
  expect(left).toBeLessThan(names.length / 50);
  expect(rescue(asViscii('Xã Hoài Nhơn')).encoding).not.toBe('tcvn3');
  expect(rescue(asViscii('Xã Hoài Đức, Bồng Sơn')).text).toBe('Xã Hoài Đức, Bồng Sơn');
});

test('tones apart and NFD come back letter by letter', () => {
  for (const name of names) {
    expect(rescue(name.normalize('NFD')).text).toBe(name.normalize('NFC'));
    if (name === name.normalize('NFC')) expect(rescue(asMojibake(name)).text).toBe(name);
  }
});

describe('a document', () => {
  test('says how many cells came from what, and how that is known', () => {
    const { workbook, rescued } = rescueWorkbook(
      draw(`
        # Sheet1
        {.VnTimeH}ñy ban nh©n d©n
        {.VnTime}Hoµi Nh¬n | 12
        X· Hoµi H\u00ad¬ng | Léc An
        Tam Quan
      `),
      none,
    );
    expect(textsOf(workbook)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'Hoài Nhơn',
      'Xã Hoài Hương',
      'Lộc An',
      'Tam Quan',
    ]);
    expect(rescued).toEqual([
      { encoding: 'tcvn3', cells: 2, sure: 'font' },
      { encoding: 'tcvn3', cells: 2, sure: 'letters' },
    ]);
  });

  test('head in one encoding, body in another', () => {
    const heads = ['Họ và tên', 'Địa chỉ (thôn, khu phố)', 'Số điện thoại'];
    const bodies = [
      'Nguyễn Thị Mẫu',
      'Thôn Túy Sơn',
      'Trần Văn Thử',
      'Thôn Lộc An',
      'Lê Thị Giả',
      'xã Hoài Mỹ',
    ];
    const ways = [asTcvn3, asVni, asMojibake];
    for (const head of ways)
      for (const body of ways) {
        const book = columnOf([...heads.map(head), ...bodies.map(body)]);
        expect(textsOf(rescueWorkbook(book, none).workbook)).toEqual([...heads, ...bodies]);
      }
  });

  test('words of signs, one Unicode word in a cell, and what the main encoding leaves unchanged', () => {
    const { workbook } = rescueWorkbook(
      columnOf([
        'Hä vµ tªn',
        'NguyÔn V¨n Ba',
        '§« Vinh',
        'UBND xã Hoài Sơn, th«n Tóy S¬n',
        'NguyÔn ThÞ MÉu',
        'Phạm Thị Hoàng',
        '120 · 3',
        'H§ND',
      ]),
      none,
    );
    expect(textsOf(workbook)).toEqual([
      'Họ và tên',
      'Nguyễn Văn Ba',
      'Đô Vinh',
      'UBND xã Hoài Sơn, thôn Túy Sơn',
      'Nguyễn Thị Mẫu',
      'Phạm Thị Hoàng',
      '120 · 3',
      'HĐND',
    ]);
    const vni = ['Hoï vaø teân', 'Nguyeãn Vaên Ba', 'Noël', 'xã Hà Mê', 'Traàn Thò Maãu'];
    expect(textsOf(rescueWorkbook(columnOf(vni), none).workbook)).toEqual([
      'Họ và tên',
      'Nguyễn Văn Ba',
      'Noël',
      'xã Hà Mê',
      'Trần Thị Mẫu',
    ]);
  });

  test('what converters from PDF write is no other encoding', () => {
    const texts = ['Phƣờng Tam Quan', 'Ðịa chỉ', 'Ðức Phổ', 'Ủy ban nhân dân phƣờng'];
    const book = columnOf(texts);
    expect(rescueWorkbook(book, none)).toEqual({ workbook: book, rescued: [] });
    expect(fold('Phƣờng')).toBe(fold('Phường'));
  });

  test('two columns, two encodings', () => {
    const { workbook } = rescueWorkbook(
      draw(`
        Hoï vaø teân | Địa chỉ
        Nguyeãn Vaên Ba | Lộc An
        Leâ Taân | xã Hà Mê
      `),
      none,
    );
    expect(textsOf(workbook)).toEqual([
      'Họ và tên',
      'Địa chỉ',
      'Nguyễn Văn Ba',
      'Lộc An',
      'Lê Tân',
      'xã Hà Mê',
    ]);
  });
});

function columnOf(texts: readonly string[]): Workbook {
  const rows = texts.map((text, row) => ({
    index: row,
    hidden: false,
    cells: [{ row, col: 0, value: { kind: 'text' as const, text }, shown: text }],
  }));
  return {
    sheets: [{ name: 'Sheet1', hidden: false, rows, merges: [], hiddenColumns: new Set(), pictures: [] }],
  };
}

function textsOf(workbook: Workbook): string[] {
  return workbook.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) =>
      row.cells.flatMap((cell) => (cell.value.kind === 'text' ? [cell.value.text] : [])),
    ),
  );
}
