import { completenessOf } from '../../day/completeness.ts';
import { severityOf } from '../../model/finding.ts';
import type { ScopeSummary } from '../../model/summary.ts';
import { openUnits, type Sender, toldApart } from '../../view/claim.ts';
import { completenessText, headline } from '../../view/headline.ts';
import type { ViewInput } from '../../view/input.ts';
import { hasDeadline, layoutOf } from '../../view/scope/layout.ts';
import { scopeTables } from '../../view/scope/page.ts';
import { sendersOf } from '../../view/senders.ts';
import type { Table } from '../../view/table.ts';
import { type Paint, paintFor, type Screen } from './paint.ts';
import { problemLines } from './problems.ts';
import { terminalTable } from './table.ts';
import { wrap } from './text.ts';

/**
 * What `aggregate` prints: each scope with its sentences, table and targets, who is missing, then the problems. With
 * `-q` only who is missing and the problems: nothing where nothing needs attention.
 */
export function writeTerminal(input: ViewInput, screen: Screen): string {
  if (screen.quiet) return attention(input, screen);
  const { view } = input.words;
  const { text } = view;
  const paint = paintFor(screen);
  const asOf = [text.asOf(input.summary.asOf), ...(input.summary.provisional ? [text.provisional] : [])].join(
    '; ',
  );
  const scopes = input.summary.scopes.filter((scope) => scope.units.length > 0);
  return [
    ...wrap(input.summary.campaign.name, screen.columns).map(paint.bold),
    ...wrap(`${text.forDate(input.summary.date)}. ${asOf}.`, screen.columns),
    ...scopes.flatMap((scope) => ['', ...scopeLines(input, scope, screen)]),
    ...sendersLines(input, screen),
    '',
    ...problemLines(input, screen),
    '',
  ].join('\n');
}

function attention(input: ViewInput, screen: Screen): string {
  const { terminal } = input.words.view;
  const paint = paintFor(screen);
  const sides: readonly (readonly Sender[])[] = [
    ...input.summary.scopes.map((scope) => toldApart(scope.units, layoutOf(input, scope))),
    sendersOf(input),
  ];
  const missing = sides.flatMap((lines) => {
    const open = openUnits(lines);
    const names = open.missing.map(({ name }) => name);
    const unusable = open.unusable.map(input.words.view.headline.unusableUnit);
    return [
      ...(names.length === 0
        ? []
        : nameList(terminal.missing(names.length), names, 'missing', screen, paint)),
      ...(unusable.length === 0
        ? []
        : nameList(terminal.unusable(unusable.length), unusable, 'missing', screen, paint)),
    ];
  });
  const isOpen = input.findings.some((found) => severityOf(found) !== 'note');
  const problems = isOpen || (screen.verbose && input.findings.length > 0) ? problemLines(input, screen) : [];
  const between = missing.length > 0 && problems.length > 0 ? [''] : [];
  return [...missing, ...between, ...problems].map((line) => `${line}\n`).join('');
}

function scopeLines(input: ViewInput, scope: ScopeSummary, screen: Screen): readonly string[] {
  const paint = paintFor(screen);
  const layout = layoutOf(input, scope);
  const { language } = input.words;
  const title =
    layout.form === null ? scope.id : `${layout.form.sheetTitle[language]} (${layout.form.name[language]})`;
  const { units, targets } = scopeTables(input, layout);
  return [
    paint.bold(title),
    // Names of the missing follow in lists of their own.
    ...headline(input, layout, false).flatMap((sentence) => wrap(sentence, screen.columns)),
    '',
    ...tableLines(input, units, screen),
    ...(targets === null ? [] : ['', ...tableLines(input, targets, screen)]),
    ...listLines(input, toldApart(scope.units, layout), hasDeadline(input, scope.form), screen),
  ];
}

function tableLines(input: ViewInput, table: Table, screen: Screen): readonly string[] {
  const paint = paintFor(screen);
  const { lines, dropped } = terminalTable(table, input.words, screen);
  const remark = dropped.length === 0 ? [] : wrap(input.words.view.terminal.dropped(dropped), screen.columns);
  return [...lines, ...remark.map(paint.dim)];
}

/** The offices below that owe a summary. */
function sendersLines(input: ViewInput, screen: Screen): readonly string[] {
  const senders = sendersOf(input);
  if (senders.length === 0) return [];
  const { text } = input.words.view;
  const asked = input.folder.campaign.collect.some(
    ({ form, due }) => due !== null && input.folder.forms.get(form)?.layout === 'summary',
  );
  const completeness = completenessOf(senders.map(({ status }) => status));
  return [
    '',
    paintFor(screen).bold(text.senders),
    ...wrap(completenessText(input, completeness, senders, asked), screen.columns),
    ...listLines(input, senders, asked, screen),
  ];
}

/** Who is missing, who is not yet due, who was late by how much. */
function listLines(
  input: ViewInput,
  lines: readonly Sender[],
  deadline: boolean,
  screen: Screen,
): readonly string[] {
  const paint = paintFor(screen);
  const { terminal } = input.words.view;
  const late = lines
    .filter(({ status }) => status === 'late')
    .map((unit) => `${unit.name} (${terminal.minutes(unit.minutesLate ?? 0)})`);
  const open = openUnits(lines);
  const missing = open.missing.map(({ name }) => name);
  const awaited = open.awaited.map(({ name }) => name);
  const unusable = open.unusable.map(input.words.view.headline.unusableUnit);
  const awaitedTitle = deadline ? terminal.awaited : terminal.noDeadline;
  const list = (title: string, names: readonly string[], tone: 'missing' | 'late' | undefined) =>
    names.length === 0 ? [] : nameList(title, names, tone, screen, paint);
  const lists = [
    ...list(terminal.missing(missing.length), missing, 'missing'),
    ...list(terminal.unusable(unusable.length), unusable, 'missing'),
    ...list(terminal.late(late.length), late, 'late'),
    ...list(awaitedTitle(awaited.length), awaited, undefined),
  ];
  return lists.length === 0 ? [] : ['', ...lists];
}

function nameList(
  title: string,
  names: readonly string[],
  tone: 'missing' | 'late' | undefined,
  screen: Screen,
  paint: Paint,
): readonly string[] {
  const [first = '', ...rest] = wrap(`${title}: ${names.join(', ')}`, screen.columns, '  ');
  const head = first.slice(0, title.length);
  return [`${paint.tone(head, tone)}${first.slice(title.length)}`, ...rest];
}
