import type { CommandSpec } from '../../console/command.ts';

/** `template [form]`: blank official forms; `--all` one for each unit that owes it, with its name and code. */
export const template: CommandSpec = {
  name: 'template',
  operands: ['[form]'],
  flags: ['campaign', 'date', 'out', 'format', 'dryRun'],
  options: ['--all', '--unit <code|name>', '--rows <n>'],
  async run(context, [typed], options) {
    const { makeBlanks } = await import('./making.ts');
    return makeBlanks(context, typed as string | undefined, options);
  },
};
