import { Command, type OutputConfiguration } from 'commander';
import type { ProgramResult, ProgramStart } from '../io/machine.ts';
import type { Io } from '../io.ts';
import type { Words } from '../lang/lang.ts';
import type { LedgerEntry } from '../ledger/append.ts';
import type { UserError } from '../model/error.ts';

/** What a command has decided to do. `cli.ts` performs it: nothing is written under `--dry-run` or half. */
export interface Plan {
  /** The result, for stdout. */
  readonly out: string;
  /** Everything else a person should read, for stderr. */
  readonly err: string;
  readonly files: readonly PlannedFile[];
  /** Absolute paths that go once the files are written: a draft that became a report. */
  readonly removes?: readonly string[];
  /** What the ledger of the campaign folder `root` is to remember, once the files are written. */
  readonly ledger: readonly LedgerEntry[];
  /** The entries are what was asked for: a ledger that cannot be written is then exit code 2. */
  readonly ledgerNeeded?: boolean;
  /** Null without a campaign folder: then nothing is remembered. */
  readonly root: string | null;
  /** 0: nothing needs attention. 1: something does. The gravest of all steps is the exit code. */
  readonly exit: 0 | 1;
  /** Lines for logs, once everything else is on the disk. */
  readonly lines?: readonly PlannedLine[];
  /** A user's own program, started last. */
  readonly start?: ProgramStart;
  /** The next step, planned when this one has been performed; it is told how the started program ended. */
  readonly next?: (ended: ProgramResult | null) => Promise<Plan>;
  /** The next step where this one could not be performed: without it that ends the run. */
  readonly otherwise?: (error: UserError) => Promise<Plan>;
}

export interface PlannedFile {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The program's own notes: nobody needs to be told of them. */
  readonly unsaid?: true;
}

export interface PlannedLine {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What every command is given. */
export interface Context {
  readonly io: Io;
  readonly words: Words;
  readonly flags: SharedFlags;
  /** Reports progress on stderr, on a terminal only. */
  progress(done: number, total: number): void;
}

/** Flags of contract section 2 as typed; each command takes those that apply to it. */
export interface SharedFlags {
  readonly campaign?: string;
  readonly date?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly format?: readonly string[];
  readonly json?: boolean;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly lang?: string;
  readonly color?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

export type SharedFlag = keyof SharedFlags;

/** One subcommand: its place in `--help`, its flags, and what it does. */
export interface CommandSpec {
  readonly name: string;
  /** `[paths...]`, `<unit>`, as commander writes arguments; with the words key of each. */
  readonly operands: readonly string[];
  readonly flags: readonly SharedFlag[];
  /** Own options beside the shared ones: `--annotate <dir>`. */
  readonly options: readonly string[];
  /** Absolute path of a lock file that is held from before the run until its last step: no two such runs at once. */
  lock?(context: Context, options: { readonly [name: string]: unknown }): Promise<string>;
  /**
   * The campaign folder whose lock the first step holds, since it reads, decides and writes; null where there is none, or
   * where that step asks a person. Every later step holds that of its plan's `root`.
   */
  locks?(
    context: Context,
    operands: readonly unknown[],
    options: { readonly [name: string]: unknown },
  ): Promise<string | null>;
  /** How long another run is waited for, in milliseconds; half a minute where absent. */
  readonly patience?: number;
  /** What to note down where a run ends with an error. */
  failed?(
    context: Context,
    options: { readonly [name: string]: unknown },
    error: unknown,
  ): Promise<PlannedLine>;
  run(
    context: Context,
    operands: readonly unknown[],
    options: { readonly [name: string]: unknown },
  ): Promise<Plan>;
}

const SPELLING: { readonly [F in SharedFlag]: string } = {
  campaign: '-c, --campaign <folder|profile>',
  date: '-d, --date <yyyy-mm-dd>',
  asOf: '--as-of <yyyy-mm-ddThh:mm>',
  out: '-o, --out <file>',
  format: '--format <format>',
  json: '--json',
  dryRun: '--dry-run',
  strict: '--strict',
  lang: '--lang <vi|en>',
  color: '--no-color',
  quiet: '-q, --quiet',
  verbose: '-v, --verbose',
};

const ALWAYS: readonly SharedFlag[] = ['lang', 'color', 'quiet', 'verbose'];

/** The commander command of a spec; `act` gets what was typed. */
export function buildCommand(
  spec: CommandSpec,
  words: Words,
  output: OutputConfiguration,
  act: (
    spec: CommandSpec,
    operands: readonly unknown[],
    options: { readonly [name: string]: unknown },
  ) => Promise<void>,
): Command {
  const said = words.commands.help[spec.name as keyof typeof words.commands.help];
  const command = new Command(spec.name)
    .summary(said.summary)
    .description(said.description)
    .configureOutput(output)
    .exitOverride()
    .helpOption('-h, --help', words.commands.flags.help)
    .allowExcessArguments(false);
  for (const operand of spec.operands) command.argument(operand, said.operand);
  for (const option of spec.options) command.option(option, said.options[longName(option)] ?? '');
  for (const flag of [...spec.flags, ...ALWAYS]) {
    if (flag === 'format') command.option(SPELLING.format, words.commands.flags.format, collect, undefined);
    else command.option(SPELLING[flag], words.commands.flags[flag]);
  }
  const examples = said.examples.map((line) => `  ${line}`).join('\n');
  if (examples !== '') command.addHelpText('after', `\n${words.commands.headings.examples}\n${examples}`);
  command.action(async (...all: unknown[]) => {
    await act(
      spec,
      all.slice(0, spec.operands.length),
      all[spec.operands.length] as { [name: string]: unknown },
    );
  });
  return command;
}

function collect(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), ...value.split(',')];
}

function longName(option: string): string {
  return /--([a-z-]+)/.exec(option)?.[1] ?? option;
}
