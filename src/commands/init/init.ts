import type { CommandSpec } from '../../console/command.ts';
import type { PlaceOptions } from './place.ts';

/**
 * `init [profile] [folder]`: a campaign folder; without a profile or a place it asks. `--letter` reads the directive
 * itself. Nothing is written over.
 */
export const init: CommandSpec = {
  name: 'init',
  operands: ['[profile]', '[folder]'],
  flags: ['dryRun', 'json'],
  options: [
    '--district <code|name>',
    '--province <code|name>',
    '--commune <code|name>',
    '--list <yyyy-mm-dd>',
    '--units <file>',
    '--letter <file>',
    '--yes',
  ],
  async run(context, [first, second], options) {
    if (typeof options.letter === 'string') {
      const { initFromLetter } = await import('./letter.ts');
      return initFromLetter(context, options.letter, first as string | undefined, options.yes === true);
    }
    const { makeCampaign } = await import('./choosing.ts');
    const typed = [first as string | undefined, second as string | undefined] as const;
    return makeCampaign(context, typed, options as PlaceOptions);
  },
};
