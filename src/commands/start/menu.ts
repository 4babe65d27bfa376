import { posix } from 'node:path';
import { type Asker, openAsker } from '../../console/ask.ts';
import { NOTHING, runThen } from '../../console/chain.ts';
import type { CommandSpec, Context, Plan } from '../../console/command.ts';
import { viewInputOf } from '../../console/present.ts';
import { requestOf } from '../../console/start.ts';
import { dayFor, load } from '../../load/load.ts';
import { UserError } from '../../model/error.ts';
import { typedPaths } from '../../text/typed-paths.ts';
import { boardOf } from '../../view/board.ts';
import { aggregate } from '../aggregate.ts';
import { init } from '../init/init.ts';
import { receive } from '../receive/receive.ts';
import { resolve } from '../resolve/resolve.ts';
import { sent } from '../sent/sent.ts';
import { status } from '../status.ts';
import { validate } from '../validate/validate.ts';
import { watch } from '../watch/watch.ts';
import { campaignsNear } from './campaigns.ts';

type Choice = keyof Context['words']['start']['choices'];

interface Step {
  readonly spec: CommandSpec;
  readonly operands: readonly unknown[];
  readonly options: { readonly [name: string]: unknown };
  /** As one would type it, without the program's name. */
  readonly line: string;
}

/** The day's state, what can be done now, and after each thing the same again. `chosen` is what was done last. */
export async function menu(context: Context, chosen: Choice | null): Promise<Plan> {
  const { words, io } = context;
  const said = words.start;
  const asker = await openAsker(context, 'bluezone-report --help');
  const root = context.flags.campaign ?? (await whichCampaign(context, asker));
  if (root === null) asker.say(`\n${said.none}`);
  else asker.say(`\n${(await stateOf(withCampaign(context, root))).join('\n')}`);
  const choices: readonly Choice[] = root === null ? ['init', 'quit'] : IN_CAMPAIGN;
  const choice = await asker.choose(
    said.menu,
    choices.map((value) => ({ value, name: said.choices[value] })),
    nextOf(chosen, choices),
  );
  if (choice === 'quit') return NOTHING;
  const step = await stepOf(choice, context, asker, root ?? io.cwd);
  if (step === null) return again(context, chosen);
  asker.say(said.command(`bluezone-report ${step.line}`));
  const within = root === null || choice === 'init' ? context : withCampaign(context, root);
  // What follows is about the day of the files that came.
  const date = choice === 'receive' ? await dayOf(within, step.operands[0] as readonly string[]) : undefined;
  const after = date === undefined ? context : { ...context, flags: { ...context.flags, date } };
  return runThen(step.spec, within, step.operands, step.options, () => again(after, choice));
}

/** None where the paths cannot be read: the command says so itself. */
async function dayOf(context: Context, paths: readonly string[]): Promise<string | undefined> {
  try {
    return (await dayFor(context.io, requestOf(context, paths, paths))).date;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

async function again(context: Context, chosen: Choice | null): Promise<Plan> {
  return { ...NOTHING, next: () => menu(context, chosen) };
}

/** In the order of an afternoon. */
const IN_CAMPAIGN: readonly Choice[] = [
  'receive',
  'watch',
  'status',
  'aggregate',
  'validate',
  'remind',
  'resolve',
  'sent',
  'init',
  'quit',
];

/** What usually follows stands under the cursor. */
const FOLLOWS: { readonly [C in Choice]?: Choice } = {
  init: 'receive',
  receive: 'aggregate',
  watch: 'aggregate',
  aggregate: 'sent',
  resolve: 'aggregate',
  sent: 'quit',
};

function nextOf(chosen: Choice | null, choices: readonly Choice[]): Choice | undefined {
  const next = chosen === null ? undefined : FOLLOWS[chosen];
  return next !== undefined && choices.includes(next) ? next : choices[0];
}

function withCampaign(context: Context, root: string): Context {
  return { ...context, flags: { ...context.flags, campaign: root } };
}

async function whichCampaign({ io, words }: Context, asker: Asker): Promise<string | null> {
  const found = campaignsNear(io, []);
  const [only] = found;
  if (only === undefined) return null;
  if (found.length === 1) return only;
  return asker.choose(
    words.start.which,
    found.map((value) => ({ value, name: posix.basename(value) })),
  );
}

/** Five lines: the campaign, the moment, each form, what waits. */
async function stateOf(context: Context): Promise<readonly string[]> {
  const { io, words } = context;
  const batch = await load(io, requestOf(context, [], []));
  const board = boardOf(viewInputOf(batch, words, null), batch.asOf);
  const scopes = board.scopes.slice(0, 2).map(({ form, completeness, due }) => {
    const name = batch.folder.forms.get(form)?.name[words.language] ?? form;
    const minutes = due?.minutesLeft ?? null;
    const left =
      minutes === null ? '' : minutes >= 0 ? words.status.left(minutes) : words.status.passed(-minutes);
    return words.start.scope(name, completeness.reported, completeness.expected, left);
  });
  return [
    board.campaign.name,
    words.start.day(board.date, board.asOf.slice(11, 16)),
    ...scopes,
    words.start.waiting(board.undecided.length, board.rejected.length),
  ];
}

async function stepOf(
  choice: Choice,
  { io, words }: Context,
  asker: Asker,
  root: string,
): Promise<Step | null> {
  switch (choice) {
    case 'receive': {
      const typed = await asker.text(words.start.paths);
      const paths = typedPaths(typed, io.machine.platform === 'win32');
      const shown = paths.map((path) => `"${path}"`).join(' ');
      return paths.length === 0
        ? null
        : { spec: receive, operands: [paths], options: {}, line: `receive ${shown}` };
    }
    case 'watch':
      return { spec: watch, operands: [], options: {}, line: 'watch' };
    case 'status':
      return { spec: status, operands: [], options: {}, line: 'status' };
    case 'remind':
      return { spec: status, operands: [], options: { remind: true }, line: 'status --remind' };
    case 'aggregate':
      return { spec: aggregate, operands: [[]], options: {}, line: 'aggregate' };
    case 'validate': {
      const annotate = posix.join(root, 'outbox/tra-lai');
      return {
        spec: validate,
        operands: [[]],
        options: { annotate },
        line: `validate --annotate "${annotate}"`,
      };
    }
    case 'resolve':
      return { spec: resolve, operands: [[]], options: {}, line: 'resolve' };
    case 'sent':
      return { spec: sent, operands: [undefined], options: {}, line: 'sent' };
    case 'init':
      return { spec: init, operands: [undefined, undefined], options: {}, line: 'init' };
    case 'quit':
      return null;
  }
}
