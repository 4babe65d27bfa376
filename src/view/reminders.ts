import { lineOn, linesOf } from '../core/lines.ts';
import type { Board, BoardScope, BoardUnit } from './board.ts';
import type { ViewInput } from './input.ts';
import { collectingOffice } from './letterhead.ts';

/** One reminder to paste into a chat or mail. The only output, beside `fill`, that holds the roster's contacts. */
export interface ReminderLine {
  readonly scope: string;
  readonly unit: string;
  readonly name: string;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  /** The channel that the unit last used; null when none is known. */
  readonly channel: string | null;
  readonly text: string;
}

/** Who is reminded, and whether by name: a text that is kept in a file names no contact. */
export interface ReminderChoice {
  wanted(scope: BoardScope, unit: BoardUnit): boolean;
  readonly contacts: boolean;
}

const EVERYBODY: ReminderChoice = { wanted: () => true, contacts: true };

/**
 * A reminder for each unit that is missing or awaited before a deadline, in roster order. Units that report to an office
 * below are that office's to remind.
 */
export function remindersOf(
  input: ViewInput,
  board: Board,
  choice: ReminderChoice = EVERYBODY,
): readonly ReminderLine[] {
  const asked = board.scopes.filter(({ form }) =>
    input.folder.campaign.collect.some((collect) => collect.form === form),
  );
  return asked.flatMap((scope) =>
    scope.units
      .filter(({ status }) => status === 'missing' || (status === 'awaited' && scope.due !== null))
      .filter((unit) => choice.wanted(scope, unit))
      .map((unit) => reminderOf(input, board, scope, unit, choice.contacts)),
  );
}

function reminderOf(
  input: ViewInput,
  board: Board,
  scope: BoardScope,
  unit: BoardUnit,
  contacts: boolean,
): ReminderLine {
  const { words, folder } = input;
  const line = contacts ? lineOn(linesOf(folder.roster), unit.code, board.date) : null;
  const form = folder.forms.get(scope.form);
  const collect = folder.campaign.collect.find((each) => each.form === scope.form);
  const contact = [line?.contactName, line?.contactPhone].filter((part) => part != null).join(', ');
  const sent = input.submissions.filter((each) => each.unit === unit.code && each.scope === scope.id);
  return {
    scope: scope.id,
    unit: unit.code,
    name: unit.name,
    contactName: line?.contactName ?? null,
    contactPhone: line?.contactPhone ?? null,
    channel: input.channels.get(unit.code) ?? null,
    text: words.status.remind({
      unit: unit.name,
      contact: contact === '' ? null : contact,
      office: collectingOffice(input.folder.campaign),
      form: form?.name[words.language] ?? scope.form,
      day: collect?.every === 'once' ? words.status.once : words.status.dayOf(board.date),
      asOf: board.asOf,
      due: scope.due?.at ?? null,
      rule: scope.due?.rule ?? 'before',
      returned: sent.some(({ outcome }) => outcome === 'rejected' || outcome === 'undecided'),
    }),
  };
}
