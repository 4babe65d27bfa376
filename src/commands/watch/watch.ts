import type { CommandSpec } from '../../console/command.ts';

/** `watch`: stays on the screen and receives what lands, from the first report to the deadline. */
export const watch: CommandSpec = {
  name: 'watch',
  operands: [],
  flags: ['campaign', 'date'],
  options: ['--from <folder...>', '--until <hh:mm>', '--every <seconds>'],
  async run(context, _operands, options) {
    const { watching } = await import('./watching.ts');
    return watching(context, options as { from?: readonly string[]; until?: string; every?: string });
  },
};
