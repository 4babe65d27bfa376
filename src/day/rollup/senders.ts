import { rosterLinesOf } from '../../model/roster-lines.ts';
import type { SenderLine } from '../../model/summary.ts';
import { formatInstant } from '../../model/time.ts';
import { planScope } from './plan.ts';
import { type DayInput, unitDays } from './unit-day.ts';

/** The offices that send summaries, in roster order, and whether one of them is awaited before its deadline. */
export interface Senders {
  readonly lines: readonly SenderLine[];
  readonly provisional: boolean;
}

/** Who has sent its summary of a day, who is late or missing. `input.book` holds the own reports. */
export function sendersOn(input: DayInput, date: string): Senders {
  const { campaign, forms, roster } = input.folder;
  const lines = rosterLinesOf(roster);
  const ids = new Set(campaign.collect.map(({ form }) => form));
  const days = [...ids].flatMap((id) => {
    const form = forms.get(id);
    if (form?.layout !== 'summary') return [];
    return unitDays(planScope(input.folder, form, lines, new Map()), date, input);
  });
  return {
    lines: days.map(({ code, name, standing: { status, receivedAt, minutesLate } }) => ({
      code,
      name,
      status,
      receivedAt: receivedAt === null ? null : formatInstant(receivedAt, campaign.timezone),
      minutesLate,
    })),
    provisional: days.some(({ standing }) => standing.provisional),
  };
}
