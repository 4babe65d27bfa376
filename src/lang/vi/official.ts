import { count } from './numbers.ts';
import { lowerFirst } from './print.ts';

/** Fixed texts of an official report (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export const official = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  /** `given` is the number, or its end after the blank ("/BC-VHTT"), or null. */
  number: (given: string | null) =>
    given === null
      ? 'Số:          /BC'
      : given.startsWith('/')
        ? `Số:          ${given}`
        : `Số: ${given.replace(/^(\d)(?=\/)/, '0$1')}`,
  /** Leading zero for days under 10 and for the months 1 and 2 only. */
  placeAndDate: (place: string | null, iso: string) => {
    const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
    const shownMonth = Number(month) <= 2 ? month : String(Number(month));
    return `${place ?? '…………'}, ngày ${day} tháng ${shownMonth} năm ${year}`;
  },
  title: 'BÁO CÁO',
  /** The subject under the title, from the name of the campaign. */
  subject: (campaign: string) => `Kết quả ${lowerFirst(campaign)}`,
  subjectOfForm: (form: string) => `(Tổng hợp theo ${form})`,
  to: 'Kính gửi',
  recipients: 'Nơi nhận:',
  defaultRecipients: ['Như trên', 'Lưu: VT'],
  /** Who signs where campaign.yaml does not say: by the first word of the office's name. */
  signer: (office: string): { authority: string | null; onBehalf: string | null; title: string } => {
    const name = office.toLocaleLowerCase('vi');
    if (/^(ủy ban|uỷ ban|ubnd)/.test(name)) {
      return { authority: 'TM. ỦY BAN NHÂN DÂN', onBehalf: null, title: 'CHỦ TỊCH' };
    }
    if (name.startsWith('văn phòng')) return { authority: null, onBehalf: null, title: 'CHÁNH VĂN PHÒNG' };
    if (name.startsWith('phòng')) return { authority: null, onBehalf: null, title: 'TRƯỞNG PHÒNG' };
    if (name.startsWith('sở')) return { authority: null, onBehalf: null, title: 'GIÁM ĐỐC' };
    if (name.startsWith('ban')) return { authority: null, onBehalf: null, title: 'TRƯỞNG BAN' };
    return { authority: null, onBehalf: null, title: 'THỦ TRƯỞNG CƠ QUAN' };
  },
  /** A people's committee stands alone in the letterhead, as in the letters: no office stands above its name. */
  standsAlone: (office: string) =>
    /^(ủy ban nhân dân|uỷ ban nhân dân|ubnd)/.test(office.toLocaleLowerCase('vi')),
  capitals: (text: string) => text.toLocaleUpperCase('vi'),
  /** Opening of the report in words: what it rests on, and who reports. */
  opening: (office: string, basis: readonly string[]) =>
    `${basis.length === 0 ? '' : `Thực hiện ${basis.map(lowerKind).join('; ')}, `}${office} báo cáo kết quả như sau:`,
  closing: (office: string) => `Trên đây là báo cáo của ${office}./.`,
  /** "60% … (hạn 20/8/2021): …" */
  target: (share: string, of: string, by: string | null) =>
    `- Chỉ tiêu ${share} ${lowerFirst(of)}${by === null ? '' : ` (hạn ${by})`}: `,
  targetReached: (rate: string) => `đã đạt (${rate}).`,
  /** Units above their base alone bring the total there. */
  targetReachedBy: (rate: string, names: string) =>
    `đạt ${rate}, nhưng chỉ đạt nhờ số vượt tổng số của ${names}, đang kiểm tra.`,
  targetOpen: (rate: string, gap: string, perDay: string | null, people: boolean) => {
    const unit = people ? ' người' : '';
    return `hiện đạt ${rate}, còn thiếu ${gap}${unit}${perDay === null ? '' : `, bình quân mỗi ngày cần tăng thêm ${perDay}${unit}`}.`;
  },
  /** Heads of the parts of the report. */
  scopes: { residents: 'Người dân', staff: 'Cơ quan, đơn vị' } as { readonly [scope: string]: string },
  press: 'Đơn vị cần đôn đốc',
  pressMissing: (names: string) => `Chưa báo cáo: ${names}.`,
  pressHeld: (names: string) => `Đã gửi, chưa dùng được: ${names}.`,
  pressLow: (names: string, rest: number) =>
    `Tỷ lệ còn thấp (từ thấp đến cao): ${names}${rest === 0 ? '' : ` và ${count(rest)} đơn vị khác còn cách chỉ tiêu trên 10 điểm %`}.`,
  pressNobody: 'Không có.',
};

/** "Các Thông báo …" inside a sentence; "Kế hoạch số …" keeps its capital. */
function lowerKind(text: string): string {
  return text.startsWith('Các ') ? lowerFirst(text) : text;
}
