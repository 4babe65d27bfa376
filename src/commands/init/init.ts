import type { CommandSpec } from '../../console/command.ts';

/**
 * `init [profile] [folder]`: a campaign folder; without a profile or a place it asks. `--letter` reads the directive
 * itself. Nothing is written over.
 */
export const init: CommandSpec = {
  name: 'init',
  operands: ['[profile]', '[folder]'],
  flags: ['dryRun', 'json'],
  options: ['--district <code|name>', '--province <code|name>', '--letter <file>'],
  async run(context, [first, second], options) {
    if (typeof options.letter === 'string') {
      const { showLetter } = await import('./letter.ts');
      const { openLetter } = await import('../../load/letter.ts');
      return showLetter(await openLetter(context.io, options.letter));
    }
    const { makeCampaign } = await import('./making.ts');
    const typed = [first as string | undefined, second as string | undefined] as const;
    return makeCampaign(context, typed, options as { district?: string; province?: string });
  },
};
