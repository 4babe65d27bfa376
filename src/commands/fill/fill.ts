import type { CommandSpec } from '../../console/command.ts';
import { locksAtOnce } from '../../console/locked.ts';

/** `fill [form]`: asks for a report and writes the official form; `--answers` takes it from a file, for scripts. */
export const fill: CommandSpec = {
  name: 'fill',
  operands: ['[form]'],
  flags: ['campaign', 'date', 'out', 'format', 'dryRun', 'strict'],
  options: ['--unit <code|name>', '--answers <file>', '--inbox'],
  locks: async (context, _operands, options) =>
    options.answers === undefined ? null : locksAtOnce(context, [], options),
  async run(context, [typed], options) {
    const { fillIn } = await import('./answers.ts');
    const { unit, answers, inbox } = options as { unit?: string; answers?: string; inbox?: boolean };
    return fillIn(context, { form: typed as string | undefined, unit, inbox: inbox === true }, answers);
  },
};
