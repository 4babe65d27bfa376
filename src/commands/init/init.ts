import type { CommandSpec } from '../../console/command.ts';

/** `init [profile] [folder]`: a campaign folder; without a profile or a place it asks. Nothing is written over. */
export const init: CommandSpec = {
  name: 'init',
  operands: ['[profile]', '[folder]'],
  flags: ['dryRun'],
  options: ['--district <code|name>', '--province <code|name>'],
  async run(context, [first, second], options) {
    const { makeCampaign } = await import('./making.ts');
    const typed = [first as string | undefined, second as string | undefined] as const;
    return makeCampaign(context, typed, options as { district?: string; province?: string });
  },
};
