import { NOTHING, runThen } from '../../console/chain.ts';
import type { CommandSpec, Context, Plan } from '../../console/command.ts';
import { openKeys } from '../../console/keys.ts';
import { requestOf } from '../../console/start.ts';
import { aggregate } from '../aggregate.ts';
import { receive } from '../receive/receive.ts';

/**
 * The program without a command: paths alone (files dropped on it) are received and summed up; without any, the day's state
 * and a menu. Each thing is a command that one could type.
 */
export const withoutCommand: CommandSpec = {
  name: 'start',
  operands: ['[paths...]'],
  flags: ['campaign'],
  options: [],
  async run(context, [operands]) {
    const paths = operands as readonly string[];
    const { campaignsNear } = await import('./campaigns.ts');
    const [root] = campaignsNear(context.io, paths);
    if (paths.length > 0) return dropped(context, paths, root);
    const { menu } = await import('./menu.ts');
    return menu(context, null);
  },
};

/** The day is settled once, from the files as they came, so that both steps speak of it. */
async function dropped(context: Context, paths: readonly string[], root: string | undefined): Promise<Plan> {
  const { dayFor } = await import('../../load/load.ts');
  const { io, flags } = context;
  const within: Context = root === undefined ? context : { ...context, flags: { ...flags, campaign: root } };
  const { date } = await dayFor(io, requestOf(within, paths, paths));
  const dated: Context = { ...within, flags: { ...within.flags, date } };
  const end = (): Promise<Plan> => stay(context);
  return runThen(receive, dated, [paths], {}, (failed) =>
    failed ? end() : runThen(aggregate, dated, [[]], {}, end),
  );
}

/** A window that was opened by dropping files closes with the program: it waits for a key. */
async function stay({ io, words }: Context): Promise<Plan> {
  const keys = openKeys(io);
  if (keys === null) return NOTHING;
  io.err.write(`\n${words.start.close}\n`);
  await keys.pressed();
  keys.close();
  return NOTHING;
}
