/** Numbers and dates as Vietnamese offices print them: dot for thousands, comma for decimals, two decimals (domain 2). */

/** 30650 → 30.650. */
export function count(value: number): string {
  return String(Math.abs(value))
    .replace(/\B(?=(\d{3})+$)/g, '.')
    .replace(/^/, value < 0 ? '-' : '');
}

/** 812 → +812; 0 → 0. */
export function change(value: number): string {
  return value > 0 ? `+${count(value)}` : count(value);
}

/** 42.85 → 42,85. */
export function decimal(value: number): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(2).split('.');
  return `${value < 0 ? '-' : ''}${count(Number(whole))},${fraction}`;
}

/** 42.85 → 42,85%, as in the letters. */
export function percent(value: number): string {
  return `${decimal(value)}%`;
}

/** 60/100 → 60%; 125/1000 → 12,5%. */
export function share(num: number, den: number): string {
  return `${String(Number(((num / den) * 100).toFixed(4))).replace('.', ',')}%`;
}

/** 2021-08-16 → 16/8/2021. */
export function date(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return `${day}/${month}/${year}`;
}

/** 2021-08-16 → 16/8. */
export function dayMonth(iso: string): string {
  const [, month, day] = iso.slice(0, 10).split('-').map(Number);
  return `${day}/${month}`;
}

/** 2021-08-16T14:05:00+07:00 → 14:05 ngày 16/8/2021, on the wall clock that the text itself carries. */
export function instant(iso: string): string {
  return `${iso.slice(11, 16)} ngày ${date(iso)}`;
}

/** 12.34 → 12,3, for averages. */
export function oneDecimal(value: number): string {
  return (Math.round(value * 10) / 10).toFixed(1).replace('.', ',');
}
