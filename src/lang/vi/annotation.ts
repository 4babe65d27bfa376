import { count } from './numbers.ts';

/** A sender's own file with its cells marked, the reply beside it, and what became of an earlier file's points. */
export const annotation = {
  /** Name of the list's sheet, when the workbook has none of that name. */
  sheet: 'Cần sửa',
  title: 'CÁC ĐIỂM CẦN SỬA',
  file: (name: string) => `Tệp: ${name}`,
  unit: (name: string) => `Đơn vị: ${name}`,
  result: {
    refused: 'Báo cáo này chưa tính được vì các điểm ghi là «Lỗi» dưới đây.',
    doubted: 'Báo cáo này đã được tính; các điểm dưới đây cần xem lại.',
    mixed: 'Trang tính có điểm ghi là «Lỗi» dưới đây chưa tính được; các trang khác đã được tính.',
    ignored: 'Tệp này không phải là bảng số liệu nên không được tính.',
  },
  ask: (when: string) => `Đề nghị đơn vị sửa ngay trong tệp này và gửi lại${when}.`,
  legend:
    'Ô khung đậm: lỗi, phải sửa. Ô khung nét đứt: cần xem lại. Mỗi ô có một ghi chú nói rõ; bấm vào tên ô dưới đây để tới ô đó.',
  copied: 'Tệp gửi đến không phải là sổ tính .xlsx, nên đây là bản chép những gì đã đọc được từ tệp đó.',
  unsafe:
    'Sổ tính gửi đến có cấu trúc khác thường, không đánh dấu thẳng vào được, nên đây là bản chép những gì đã đọc được từ tệp đó.',
  heads: ['TT', 'Trang tính', 'Ô', 'Mức', 'Điều cần sửa', 'Đề nghị'],
  gravity: { error: 'Lỗi', warning: 'Cần xem lại' },
  point: (number: number) => `Điểm ${number}.`,
  /** In the notes of the further cells of a range. */
  seeNote: (cell: string) => `Xem ghi chú ở ô ${cell}.`,
  /** Stands in the note of a cell whose point is gone. */
  noteFixed: 'Điểm này đã được sửa.',
  closing: {
    counts: (fixed: number, remains: number, fresh: number) => {
      const all = remains === 0 && fresh === 0 && fixed > 1;
      const parts = [
        fixed === 0 ? 'chưa sửa điểm nào' : `đã sửa ${all ? 'cả ' : ''}${count(fixed)} điểm`,
        ...(remains === 0 ? [] : [`còn ${count(remains)} điểm`]),
        ...(fresh === 0 ? [] : [`mới ${count(fresh)} điểm`]),
      ];
      return parts.join(', ');
    },
    since: (counts: string) => `So với bản trước: ${counts}.`,
    head: 'So với bản trước',
    pair: (newer: string, earlier: string) => `«${newer}» so với «${earlier}»`,
    fixed: 'Đã sửa',
    remains: 'Còn',
    fresh: 'Mới',
    more: (n: number) => `… và ${count(n)} điểm nữa`,
  },
  answered: {
    known: (file: string) => `Báo cáo «${file}» đã nhận nhưng chưa tính được.`,
    newer: (file: string) => `Đơn vị đã gửi bản mới hơn là «${file}», nên không cần sửa và gửi lại bản này.`,
  },
  returned: {
    head: (n: number, folder: string) => `Trả lại người gửi: ${count(n)} tệp, ghi trong ${folder}`,
    patched: (n: number) =>
      `${count(n)} tệp đã đánh dấu thẳng trong tệp gửi đến, mỗi tệp kèm một lời nhắn .txt`,
    copied: 'bản chép .xlsx có đánh dấu, vì tệp gửi đến không phải .xlsx',
    unsafe: 'bản chép .xlsx có đánh dấu, vì tệp gửi đến có cấu trúc khác thường',
    'reply-only': 'chỉ có lời nhắn, vì tệp không đọc được',
    good: 'chỉ có lời nhắn: các điểm của bản trước đã sửa xong',
    none: 'Không có tệp nào phải trả lại người gửi.',
  },
};

export type AnnotationWords = typeof annotation;
