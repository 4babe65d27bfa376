import type { CommandSpec } from '../console/command.ts';
import { opening, screenFor, start } from '../console/start.ts';
import type { BoardScope } from '../view/board.ts';

/** `status`: who has sent, who is late by how much, who is missing, minutes to the deadline; `--remind` the reminders. */
export const status: CommandSpec = {
  name: 'status',
  operands: [],
  flags: ['campaign', 'date', 'asOf', 'json', 'dryRun', 'strict'],
  options: ['--remind', '--form <form>'],
  async run(context, _operands, { remind, form }) {
    const { words, flags } = context;
    const batch = await start(context, []);
    const { exitOf, viewInputOf } = await import('../console/present.ts');
    const { messageOf } = await import('../view/message.ts');
    const { boardOf } = await import('../view/board.ts');
    const { formsNamed } = await import('../console/form-choice.ts');
    const { isNear, reminderText, remindersOf } = await import('../view/reminders.ts');
    const { writeJson } = await import('../write/json.ts');
    const { writeBoard } = await import('../write/terminal/board.ts');
    const input = viewInputOf(batch, words, null);
    const board = boardOf(input, batch.asOf);
    const forms = new Set(
      formsNamed(batch.folder, typeof form === 'string' ? form : undefined).map(({ id }) => id),
    );
    const wanted = (scope: BoardScope) =>
      (form === undefined || forms.has(scope.form)) && isNear(input, scope);
    const reminders = remind === true ? remindersOf(input, board, { wanted, contacts: true }) : null;
    const { alteredFindings } = await import('../load/altered.ts');
    const told = alteredFindings(batch.altered).map((found) => `${messageOf(found, words)}\n`);
    const report =
      reminders === null
        ? writeBoard(input, board, await screenFor(context))
        : reminderText(reminders, words);
    const json = {
      ...board,
      altered: batch.altered.map(({ mark: { name, date }, figures }) => ({ name, date, figures })),
      ...(reminders === null ? {} : { remindAll: reminders.all, reminders: reminders.lines }),
    };
    return {
      out: flags.json === true ? writeJson(json) : report,
      err: opening(context, batch) + told.join(''),
      files: [],
      ledger: batch.newEntries,
      root: batch.folder.root,
      exit: exitOf(batch, flags.strict === true),
    };
  },
};
