import type { Words } from '../lang/lang.ts';
import type { OwedReport } from '../lang/owed.ts';
import { isUnopened } from '../model/findings/file.ts';
import { lineOn, type RosterLines, rosterLinesOf } from '../model/roster-lines.ts';
import { fold } from '../text/fold.ts';
import type { Board, BoardScope, BoardUnit } from './board.ts';
import type { ViewInput } from './input.ts';
import { collectingOffice } from './letterhead.ts';

/** What is sent to those who owe a report. The only output, beside `fill`, that holds the roster's contacts. */
export interface Reminders {
  /** One text for a group in which all units read; null where fewer than two owe something. */
  readonly all: string | null;
  /** One a unit, in roster order. */
  readonly lines: readonly ReminderLine[];
}

export interface ReminderLine {
  /** What the unit owes. */
  readonly scopes: readonly string[];
  readonly unit: string;
  readonly name: string;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  /** The channel that the unit last used; null when none is known. */
  readonly channel: string | null;
  /** To paste into a chat or mail as it is. */
  readonly text: string;
}

/** Who is reminded, and whether by name: a text that is kept in a file names no contact. */
export interface ReminderChoice {
  wanted(scope: BoardScope, unit: BoardUnit): boolean;
  readonly contacts: boolean;
}

/** Nobody is told to hurry for what is due later than this, unless campaign.yaml says so (`remind`). */
const NEAR_MINUTES = 2 * 24 * 60;

/** Whether a deadline has passed or is so near that a reminder is no hurry. */
export function isNear({ folder }: ViewInput, { form, due }: BoardScope): boolean {
  if (due === null) return true;
  const own = (folder.campaign.remind ?? []).filter((rule) => rule.form === form);
  return due.minutesLeft <= Math.max(NEAR_MINUTES, ...own.map(({ minutesBefore }) => minutesBefore));
}

interface Owing {
  readonly scope: BoardScope;
  readonly unit: BoardUnit;
}

/**
 * A reminder for each unit that is missing or awaited before a deadline, whatever forms it owes. Units that report to an
 * office below are that office's to remind; the office that collects does not remind itself.
 */
export function remindersOf(input: ViewInput, board: Board, choice: ReminderChoice): Reminders {
  const { campaign, roster } = input.folder;
  const isOwn = (name: string) => fold(name) === fold(collectingOffice(campaign));
  const owing = board.scopes
    .filter(({ form }) => campaign.collect.some((collect) => collect.form === form))
    .flatMap((scope) => scope.units.map((unit): Owing => ({ scope, unit })))
    .filter(
      ({ scope, unit: { status } }) => status === 'missing' || (status === 'awaited' && scope.due !== null),
    )
    .filter(({ unit }) => !isOwn(unit.name) && !isUnopenedHere(input, unit))
    .filter(({ scope, unit }) => choice.wanted(scope, unit));
  const byUnit = new Map<string, Owing[]>();
  for (const each of owing) byUnit.set(each.unit.code, [...(byUnit.get(each.unit.code) ?? []), each]);
  const contacts = choice.contacts ? rosterLinesOf(roster) : null;
  const lines = [...byUnit.values()].map((own) => reminderOf(input, board, own, contacts));
  const said = input.words.remind;
  const opening = { asOf: board.asOf, office: collectingOffice(campaign) };
  const all =
    lines.length < 2
      ? null
      : said.all({
          ...opening,
          reports: [...new Set(owing.map(({ scope }) => scope))].map((scope) => {
            const own = owing.filter((each) => each.scope === scope);
            const held = own.filter((each) => isHeld(each));
            return {
              ...owedReport(input, board, scope),
              absent: own.filter((each) => !held.includes(each)).map(({ unit }) => unit.name),
              held: held.map(({ unit }) => unit.name),
            };
          }),
        });
  return { all, lines };
}

/** The texts as a clerk pastes them, each under a line that says whom it is for and how to reach them. */
export function reminderText({ all, lines }: Reminders, { remind }: Words): string {
  if (lines.length === 0) return `${remind.nobody}\n`;
  const texts = lines.map((line) => {
    const contact = [line.contactName, line.contactPhone].filter((part) => part !== null).join(', ');
    return `${remind.heading(line.name, contact === '' ? null : contact, line.channel)}\n${line.text}`;
  });
  return `${[...(all === null ? [] : [`${remind.headingAll}\n${all}`]), ...texts].join('\n\n')}\n`;
}

function reminderOf(
  input: ViewInput,
  board: Board,
  owing: readonly Owing[],
  contacts: RosterLines | null,
): ReminderLine {
  const [{ unit }] = owing as [Owing];
  const line = contacts === null ? null : lineOn(contacts, unit.code, board.date);
  const reports = (held: boolean) =>
    owing.filter((each) => isHeld(each) === held).map(({ scope }) => owedReport(input, board, scope));
  return {
    scopes: owing.map(({ scope }) => scope.id),
    unit: unit.code,
    name: unit.name,
    contactName: line?.contactName ?? null,
    contactPhone: line?.contactPhone ?? null,
    channel: input.channels.get(unit.code) ?? null,
    text: input.words.remind.one({
      unit: unit.name,
      office: collectingOffice(input.folder.campaign),
      asOf: board.asOf,
      absent: reports(false),
      held: reports(true),
    }),
  };
}

function owedReport({ folder, words }: ViewInput, board: Board, scope: BoardScope): OwedReport {
  const { due } = scope;
  return {
    form: folder.forms.get(scope.form)?.name[words.language] ?? scope.form,
    date:
      folder.campaign.collect.find(({ form }) => form === scope.form)?.every === 'once' ? null : board.date,
    due: due === null ? null : { at: due.at, rule: due.rule, passed: due.minutesLeft < 0 },
  };
}

/** What the office itself could not open is no fault of the unit that sent it. */
function isUnopenedHere({ findings }: ViewInput, { attempt }: BoardUnit): boolean {
  return attempt !== null && findings.some((found) => isUnopened(found) && found.at.file === attempt.path);
}

/** Whether a file of the unit is here, but was not counted. */
function isHeld({ unit }: Owing): boolean {
  return unit.attempt !== null;
}
