import type { Board, BoardScope } from '../../view/board.ts';
import type { ViewInput } from '../../view/input.ts';
import { boardTable } from '../../view/receipts/page.ts';
import { paintFor, type Screen } from './paint.ts';
import { terminalTable } from './table.ts';
import { wrap } from './text.ts';

/** What `status` prints: each form's deadline and the time left, the board, and what waits for somebody. */
export function writeBoard(input: ViewInput, board: Board, screen: Screen): string {
  const { words } = input;
  const paint = paintFor(screen);
  const { lines } = terminalTable(boardTable(input), words, screen);
  const list = (title: string, paths: readonly string[]): readonly string[] =>
    paths.length === 0
      ? []
      : ['', paint.bold(title), ...paths.flatMap((path) => wrap(`- ${path}`, screen.columns, '  '))];
  return [
    ...wrap(input.summary.campaign.name, screen.columns).map(paint.bold),
    ...wrap(`${words.view.text.forDate(board.date)}. ${words.view.text.asOf(board.asOf)}.`, screen.columns),
    ...board.scopes.flatMap((scope) => wrap(`${dueLine(input, scope, board.asOf)}.`, screen.columns)),
    '',
    ...lines,
    ...list(words.status.undecided(board.undecided.length), board.undecided),
    ...list(words.status.rejected(board.rejected.length), board.rejected),
    '',
  ].join('\n');
}

function dueLine({ words, folder }: ViewInput, { form, due }: BoardScope, asOf: string): string {
  const name = folder.forms.get(form)?.name[words.language] ?? form;
  if (due === null) return words.status.noDue(name);
  const left =
    due.minutesLeft >= 0 ? words.status.left(due.minutesLeft) : words.status.passed(-due.minutesLeft);
  return `${words.status.due(name, { ...due, asOf })} (${left})`;
}
