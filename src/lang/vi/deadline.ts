import { date } from './numbers.ts';

/** A deadline as data: `at` and `asOf` are ISO 8601 with the campaign zone's offset; `asOf` says which day is today. */
export interface DeadlineFacts {
  readonly at: string;
  readonly rule: 'before' | 'no-later-than';
  readonly asOf: string;
}

/** In the words of offices: "trước 15 giờ 00 hôm nay", "trước ngày 20/8/2021", "chậm nhất hết ngày 20/8/2021". */
export function deadline({ at, rule, asOf }: DeadlineFacts): string {
  const [day, time] = [at.slice(0, 10), at.slice(11, 19)];
  if (rule === 'before' && time === '00:00:00') return `trước ngày ${date(day)}`;
  if (rule === 'no-later-than' && time === '23:59:59') return `chậm nhất hết ngày ${date(day)}`;
  const hour = `${Number(time.slice(0, 2))} giờ ${time.slice(3, 5)}`;
  const when = day === asOf.slice(0, 10) ? 'hôm nay' : `ngày ${date(day)}`;
  return `${rule === 'before' ? 'trước' : 'chậm nhất'} ${hour} ${when}`;
}
