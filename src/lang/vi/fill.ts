import { count, date } from './numbers.ts';

/** The words of `template`, `fill` and `init`. */
export const fill = {
  /** The official form is in Vietnamese whatever the language; hints and refusals are for the person who fills it in. */
  form: {
    title: 'BÁO CÁO',
    committee: 'ỦY BAN NHÂN DÂN',
    /** Communes, districts and provinces report as people's committees. */
    isCommittee: (name: string) => COMMITTEE.test(name.toLocaleLowerCase('vi')),
    /** The place that a commune signs in is its own name (Nghị định 30/2020/NĐ-CP). */
    placeOf: (name: string) =>
      COMMITTEE.test(name.toLocaleLowerCase('vi'))
        ? name.replace(/^(thị trấn|thị xã|thành phố|\S+)\s+/i, '')
        : null,
    capitals: (name: string) => name.toLocaleUpperCase('vi'),
    agency: 'TÊN CƠ QUAN, ĐƠN VỊ',
    code: (code: string) => `Mã đơn vị: ${code}`,
    placeAndDate: (place: string, day: string, month: string, year: string) =>
      `${place}, ngày ${day} tháng ${month} năm ${year}`,
    titleDate: (day: string, month: string, year: string) => `(ngày ${day} tháng ${month} năm ${year})`,
    dots: '.....',
    signature: '(Ký tên, đóng dấu)',
    edition: (form: string, version: number) => `${form}, bản ${version}`,
    types: {
      count: 'Chỉ ghi số nguyên từ 0 trở lên, không ghi chữ. Chưa biết thì để trống.',
      counting: 'Chỉ ghi số nguyên từ 0 trở lên, hoặc dấu x. Chưa biết thì để trống.',
      phone: 'Mười chữ số, bắt đầu bằng 0. Không có thì để trống.',
      person: 'Họ, chữ đệm và tên.',
      address: 'Thôn, khu phố.',
      text: 'Ghi chữ.',
      ordinal: 'Số thứ tự.',
      mark: 'Dán ảnh, hoặc ghi mã.',
      picture: 'Dán ảnh vào ô này.',
      date: 'Ghi ngày, ví dụ 16/8/2021.',
    },
    atMost: (label: string) => `Không được lớn hơn «${label}».`,
    between: (min: number | null, max: number | null) =>
      [min === null ? '' : `Từ ${count(min)} trở lên.`, max === null ? '' : `Không quá ${count(max)}.`]
        .filter((part) => part !== '')
        .join(' '),
    sum: 'Ô này tự tính, không phải điền.',
    day: 'Ngày báo cáo',
    dayHint: 'Sửa ở đây khi dùng lại mẫu cho ngày khác; dòng địa danh, ngày tháng ở trên tự đổi theo.',
    unit: 'Tên đơn vị',
    unitHint: 'Ghi đủ tên đơn vị, đúng dấu, ví dụ XÃ HOÀI CHÂU.',
    refused: 'Chưa đúng',
  },
  template: {
    made: (forms: number) => `${count(forms)} tệp mẫu.`,
    none: (form: string) => `Không có đơn vị nào phải gửi ${form} trong ngày này.`,
  },
  about: (form: string, unit: string, day: string) => `${form} của ${unit}, ngày ${date(day)}`,
};

const COMMITTEE = /^(xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)\s/;

export type FillWords = typeof fill;
