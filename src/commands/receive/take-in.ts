import { posix } from 'node:path';
import { openAsker } from '../../console/ask.ts';
import { NOTHING } from '../../console/chain.ts';
import type { Context, Plan } from '../../console/command.ts';
import { requestOf } from '../../console/start.ts';
import { dayFor } from '../../load/load.ts';
import { placesOf, type TakenFile, takeIn } from '../../load/take-in.ts';
import { UserError } from '../../model/error.ts';
import { isInPeriod } from '../../model/timeliness.ts';

/** What follows once the copies lie in the inbox: `places` are their absolute paths, the day is in the flags. */
export type AfterTaking = (
  dated: Context,
  taken: readonly TakenFile[],
  places: readonly string[],
) => Promise<Plan>;

/**
 * Copies files and folders from outside the campaign into its inbox: the day first, with a question where nothing is due on
 * it, then the copies under the lock, then what follows. Throws a UserError.
 */
export async function takingIn(
  context: Context,
  outside: readonly string[],
  inside: readonly string[],
  after: AfterTaking,
): Promise<Plan> {
  const { io, flags, words } = context;
  const all = [...inside, ...outside];
  const { date, folder } = await dayFor(io, requestOf(context, all, all));
  const { root, campaign } = folder;
  if (root === null) throw new UserError({ kind: 'needs-folder', command: 'receive' });
  if (io.terminal !== undefined && !isInPeriod(campaign, date) && flags.dryRun !== true) {
    const asker = await openAsker(context, '');
    const goes = await asker.choose(words.receive.outsidePeriod(date), [
      { value: true, name: words.fill.ask.yes },
      { value: false, name: words.fill.ask.no },
    ]);
    if (!goes) return { ...NOTHING, err: `${words.receive.nothingTaken}\n` };
  }
  const dated: Context = { ...context, flags: { ...flags, date, campaign: root } };
  return {
    ...NOTHING,
    root,
    next: async () => {
      const { lines, files } = takeIn(io, root, date, outside);
      const places = placesOf(lines).map((place) => posix.join(root, place));
      if (flags.dryRun === true) return after(dated, lines.map(asTrial), []);
      return {
        ...NOTHING,
        root,
        files: files.map((file) => ({ ...file, unsaid: true as const })),
        next: () => after(dated, lines, places),
      };
    },
  };
}

function asTrial(line: TakenFile): TakenFile {
  return line.how === 'copied' ? { ...line, how: 'trial' } : line;
}
