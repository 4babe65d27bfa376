/** Numbers and dates in English: comma for thousands, point for decimals. */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** 30650 → 30,650. */
export function count(value: number): string {
  return (value < 0 ? '-' : '') + String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** 812 → +812; 0 → 0. */
export function change(value: number): string {
  return value > 0 ? `+${count(value)}` : count(value);
}

/** 42.85 → 42.85. */
export function decimal(value: number): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(2).split('.');
  return `${value < 0 ? '-' : ''}${count(Number(whole))}.${fraction}`;
}

export function percent(value: number): string {
  return `${decimal(value)}%`;
}

/** 60/100 → 60%. */
export function share(num: number, den: number): string {
  return `${Number(((num / den) * 100).toFixed(4))}%`;
}

/** 2021-08-16 → 16 August 2021. */
export function date(iso: string): string {
  return `${dayMonth(iso)} ${iso.slice(0, 4)}`;
}

/** 2021-08-16 → 16 August. */
export function dayMonth(iso: string): string {
  return `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1]}`;
}

/** 2021-08-16T14:05:00+07:00 → 14:05, 16 August 2021. */
export function instant(iso: string): string {
  return `${iso.slice(11, 16)}, ${date(iso)}`;
}

/** 12.34 → 12.3, for averages. */
export function oneDecimal(value: number): string {
  return (Math.round(value * 10) / 10).toFixed(1);
}
