import type { DeadlineFacts } from '../vi/deadline.ts';
import { date } from './numbers.ts';

/** "before 15:00 today", "before 20/8/2021", "no later than the end of 20/8/2021". */
export function deadline({ at, rule, asOf }: DeadlineFacts): string {
  const [day, time] = [at.slice(0, 10), at.slice(11, 19)];
  if (rule === 'before' && time === '00:00:00') return `before ${date(day)}`;
  if (rule === 'no-later-than' && time === '23:59:59') return `no later than the end of ${date(day)}`;
  const when = day === asOf.slice(0, 10) ? 'today' : `on ${date(day)}`;
  return `${rule === 'before' ? 'before' : 'no later than'} ${time.slice(0, 5)} ${when}`;
}
