import type { CommandSpec } from './command.ts';

/** For a command that writes at once: the lock of the campaign that its paths, or the current folder, lie in. */
export const locksAtOnce: NonNullable<CommandSpec['locks']> = async ({ io, flags }, operands) => {
  const { campaignRoot } = await import('../load/folder.ts');
  const paths = operands.flat().filter((each) => typeof each === 'string');
  return campaignRoot(io, flags.campaign, paths);
};
