/** The words of `watch`. */
export const watch = {
  /** `time` is hh:mm. */
  came: (time: string, file: string, unit: string | null, outcome: string) =>
    `${time} ${file}: ${unit === null ? 'chưa rõ đơn vị' : unit}; ${outcome}`,
  why: (titles: readonly string[]) => ` (${titles.join('; ')})`,
  taken: (time: string, file: string, place: string) => `${time} đã chép ${file} vào ${place}`,
  left: (time: string, file: string) => `${time} để lại ${file}: không thấy mẫu báo cáo hay tên đơn vị`,
  held: (time: string, file: string) =>
    `${time} ${file} đang mở ở chương trình khác hoặc chưa chép xong; sẽ xem lại`,
  notCopied: (time: string, file: string) => `${time} chưa chép được ${file}`,
  waiting: (time: string, files: number) =>
    files === 0
      ? `${time} Đang trông ngày này; chưa có tệp nào.`
      : `${time} Đang trông ngày này; đã có ${files} tệp.`,
  until: (time: string) => `${time} Hết giờ trông: lập bản tổng hợp.`,
  reply: 'Lời nhắn để dán gửi lại:',
  recent: 'Vừa đến',
  keys: (left: number) =>
    `${left === 0 ? '' : `t nhận cả ${left} tệp để lại · `}x xác định tệp · q thôi trông`,
};

export type WatchWords = typeof watch;
