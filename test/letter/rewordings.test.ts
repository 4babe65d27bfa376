import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LetterReading } from '../../src/letter/proposal.ts';
import { readLetter } from '../../src/letter/read-letter.ts';

/** One letter, told in many ways; all of it is invented. */
interface Telling {
  readonly hour: string;
  readonly number: string;
  readonly date: string;
  readonly items: readonly ('staff' | 'residents' | 'radio' | 'office')[];
}

const USUAL: Telling = {
  hour: '15 giờ 00',
  number: '412',
  date: 'ngày 03 tháng 9 năm 2021',
  items: ['staff', 'residents', 'radio', 'office'],
};

function told({ hour, number, date, items }: Telling): string {
  const words = {
    staff:
      'Các phòng, ban, ngành, đoàn thể huyện bảo đảm 100% cán bộ, công chức, viên chức, người lao động có điện thoại thông minh cài đặt Bluezone; báo cáo kết quả một lần về UBND huyện (qua Phòng Văn hóa và Thông tin) trước ngày 10/9/2021 (mẫu 01).',
    residents: `UBND các xã, thị trấn hướng dẫn người dân cài đặt Bluezone; báo cáo kết quả về UBND huyện (qua Phòng Văn hóa và Thông tin) trước ${hour} hằng ngày (mẫu 02), thay cho 16 giờ 45 tại Công văn số 390/UBND-VX ngày 20/8/2021.`,
    radio:
      'Đài Truyền thanh huyện phát sóng tin tuyên truyền lúc 05 giờ 30 và 18 giờ 15 hằng ngày, hoàn thành việc bảo dưỡng trước ngày 12/9/2021.',
    office:
      'Giao Phòng Văn hóa và Thông tin tổng hợp, báo cáo UBND tỉnh Long An chậm nhất 16 giờ 30 hằng ngày.',
  };
  return [
    'ỦY BAN NHÂN DÂN',
    'HUYỆN ĐỨC HUỆ',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    `Số: ${number}/UBND-VX`,
    `Đức Huệ, ${date}`,
    'V/v đẩy mạnh cài đặt ứng dụng Bluezone',
    'Kính gửi:',
    '- Các phòng, ban, ngành, đoàn thể huyện;',
    '- UBND các xã, thị trấn.',
    'Thực hiện Công văn số 77/UBND-VX ngày 30/8/2021 của UBND tỉnh Long An về cài đặt ứng dụng Bluezone.',
    'Tính đến 17 giờ 00 ngày 01/9/2021, toàn huyện đạt 42,85% số người dùng điện thoại thông minh.',
    'Phấn đấu đến ngày 20/9/2021 có ít nhất 60% người dùng điện thoại thông minh cài đặt Bluezone, UBND huyện yêu cầu:',
    ...items.map((item, n) => `${n + 1}. ${words[item]}`),
    'Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./.',
    'Nơi nhận:',
    '- Như trên;',
    '- Lưu: VT.',
  ].join('\n');
}

const read = (text: string): LetterReading => readLetter(text, () => null).reading;
const usual = read(told(USUAL));

describe('a letter says the same', () => {
  it('as it stands', () => {
    expect(usual.campaign).toMatchObject({
      authority: { name: 'Ủy ban nhân dân huyện Đức Huệ', department: 'Phòng Văn hóa và Thông tin' },
      directive: { number: '412/UBND-VX', date: '2021-09-03' },
      period: { from: '2021-09-03' },
      collect: [
        { form: 'mau-02', from: ['xã', 'thị trấn'], every: 'day', due: { time: '15:00', rule: 'before' } },
        { form: 'mau-01', from: ['cơ quan'], every: 'once', due: { date: '2021-09-10', rule: 'before' } },
      ],
      targets: [
        { id: 'residents-60', of: 'smartphone_users', reach: '60%', by: '2021-09-20' },
        { id: 'staff-100', reach: '100%' },
      ],
      forward: [{ to: ['Ủy ban nhân dân tỉnh Long An'], due: { time: '16:30', rule: 'no-later-than' } }],
    });
    expect(usual.campaign.targets[1]).not.toHaveProperty('by');
    expect(usual.open).toEqual([]);
    expect(usual.evidence.filter(({ sure }) => !sure).map(({ path }) => path)).toEqual(['name']);
  });

  it.each([
    '15h',
    '15h00',
    '15 giờ',
    '15 giờ 00',
    '15 giờ 00 phút',
    '15g00',
    '15:00',
    '3 giờ chiều',
    '15 h 00',
    '15giờ00',
    'mười lăm giờ',
    'ba giờ chiều',
    "15 giờ 00'",
    '15 giờ chiều',
  ])('with the hour as %s', (hour) => {
    expect(read(told({ ...USUAL, hour })).campaign).toEqual(usual.campaign);
  });

  it('in any order of its items', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...USUAL.items], { minLength: 4 }), (items) => {
        expect(read(told({ ...USUAL, items })).campaign).toEqual(usual.campaign);
      }),
    );
  });

  it.each([
    ['', 'ngày 03 tháng 9 năm 2021', '/UBND-VX', '2021-09-03'],
    ['……', 'ngày      tháng 9 năm 2021', '/UBND-VX', '2021-09'],
    ['     ', 'ngày ... tháng ... năm 2021', '/UBND-VX', '2021'],
    ['412 ', 'ngày 3/9/2021', '412/UBND-VX', '2021-09-03'],
  ])('with number «%s» and day «%s»', (number, date, printed, day) => {
    const { campaign } = read(told({ ...USUAL, number, date }));
    expect(campaign.directive).toMatchObject({ number: printed, date: day });
    expect(campaign.collect).toEqual(usual.campaign.collect);
    expect(campaign.targets).toEqual(usual.campaign.targets);
    if (day.length < 10) expect(campaign.period).toBeUndefined();
  });

  it('with its lines broken anywhere between two words', () => {
    const words = told(USUAL).split(/(?<=[^\n]) (?=[^\n])/);
    const spaces = fc.array(fc.constantFrom(' ', ' ', ' ', '\n', '  ', ' \n\n'), {
      minLength: words.length,
      maxLength: words.length,
    });
    fc.assert(
      fc.property(spaces, (gaps) => {
        const text = words.map((word, n) => word + (n === words.length - 1 ? '' : gaps[n])).join('');
        const { campaign } = read(text);
        expect({ ...campaign, name: '' }).toEqual({ ...usual.campaign, name: '' });
      }),
      { numRuns: 60 },
    );
  });

  const SAME: readonly (readonly [string, (text: string) => string])[] = [
    ['decomposed letters', (text) => text.normalize('NFD')],
    [
      'tones where the old rule has them',
      (text) =>
        text
          .replaceAll('òa', 'oà')
          .replaceAll('ủy', 'uỷ')
          .replaceAll('Ủy', 'Uỷ')
          .replaceAll('ỦY', 'UỶ')
          .replaceAll('óa', 'oá'),
    ],
    ['doubled spaces', (text) => text.replaceAll(' ', '  ')],
    ['spaces that do not break', (text) => text.replaceAll(' ', '\u00a0')],
    ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['blank lines between all lines', (text) => text.replaceAll('\n', '\n\n')],
    ['dashes as a word processor makes them', (text) => text.replaceAll('\n- ', '\n– ')],
    ['bold marks', (text) => text.replaceAll('hằng ngày', '**hằng ngày**')],
    ['hàng for hằng', (text) => text.replaceAll('hằng ngày', 'hàng ngày')],
    [
      'the letterhead in two columns',
      (text) =>
        text.replace(
          'ỦY BAN NHÂN DÂN\nHUYỆN ĐỨC HUỆ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
          'ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHUYỆN ĐỨC HUỆ       Độc lập - Tự do - Hạnh phúc',
        ),
    ],
    ['page numbers', (text) => text.replace('\n2. ', '\n\n2\n\n2. ')],
  ];
  it.each(SAME)('with %s', (_, change) => {
    const { campaign } = read(change(told(USUAL)));
    const folded = (value: unknown) =>
      JSON.parse(
        JSON.stringify(value)
          .normalize('NFC')
          .replaceAll('oá', 'óa')
          .replaceAll('Uỷ', 'Ủy')
          .replaceAll('uỷ', 'ủy')
          .replaceAll('oà', 'òa'),
      );
    expect(folded(campaign)).toEqual(usual.campaign);
  });

  it('with its orders in capitals, but for the words that only capitals tell apart', () => {
    const { campaign } = read(told(USUAL).replace(/\n2\. .*/u, (line) => line.toUpperCase()));
    expect(campaign.collect).toEqual(usual.campaign.collect);
  });
});

describe('nothing is sure that the letter does not say', () => {
  it.each([
    ['vào lúc 15 giờ 00 hằng ngày', 'due.rule'],
    ['trước 10 giờ 00 và 15 giờ 00 hằng ngày', 'due.time'],
    ['vào cuối ngày', 'due.time'],
    ['trước 15 giờ 00 thứ Sáu hằng tuần', 'every'],
    ['trước ngày 25 hằng tháng', 'every'],
    ['02 lần/ngày', 'every'],
    ['thường xuyên', 'every'],
    ['trước 24 giờ hằng ngày', 'due.time'],
    ['trước 15 giờ 00', 'every'],
  ])('«%s» leaves %s open', (when, key) => {
    const text = told({ ...USUAL, items: ['residents'] }).replace(
      /trước 15 giờ 00 hằng ngày \(mẫu 02\), thay cho [^.]*\./u,
      `${when} (mẫu 02).`,
    );
    const { campaign, open } = read(text);
    expect(campaign.collect).toEqual([]);
    expect(open.map(({ path }) => path)).toEqual([`collect[0].${key}`]);
  });

  it.each([
    'theo mẫu tại Thông tư số 01/2019/TT-BNV',
    'theo biểu mẫu của Sở Y tế',
    'theo Phụ lục II',
    'theo mẫu 07',
  ])('«%s» leaves the form open', (form) => {
    const { open } = read(told({ ...USUAL, items: ['residents'] }).replace('(mẫu 02)', form));
    expect(open.map(({ path, candidates }) => [path, candidates])).toEqual([['collect[0].form', []]]);
  });
});

it('never throws, whatever the text', () => {
  const pieces = fc.constantFrom(
    'báo cáo',
    'UBND các xã',
    'trước',
    '15 giờ',
    '60%',
    'ngày 20/8',
    '\n1. ',
    '(',
    ')',
    ';',
    '. ',
    'Số: /',
    'Kính gửi:',
    'điện:',
    'thay cho',
    'Công văn số 1/',
    'hằng ngày',
    'tỉnh',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces, { maxLength: 60 }).map((all) => all.join(' ')),
      ),
      (text) => {
        expect(() => read(text)).not.toThrow();
      },
    ),
    { numRuns: 150 },
  );
});
