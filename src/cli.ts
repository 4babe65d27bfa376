import { resolve, sep } from 'node:path';
import { type Argument, Command, CommanderError, type OutputConfiguration } from 'commander';
import { perform } from './cli/perform.ts';
import { COMMANDS } from './cli/table.ts';
import { withoutCommand } from './commands/start/start.ts';
import { buildCommand } from './console/command.ts';
import type { Io } from './io.ts';
import { type Language, WORDS, type Words } from './lang/lang.ts';
import { sentenceOf } from './lang/sentence.ts';
import { type Problem, UserError } from './model/error.ts';
import { nearest } from './text/nearest.ts';
import { VERSION } from './version.ts';

/**
 * Runs one command line (without `node` and the script) against a world and gives the exit code: 0 done, 1 done and
 * something needs attention, 2 could not run, 130 interrupted. The one place that catches.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const exit = await run(argv, io);
  const lost = (await io.out.done?.()) ?? null;
  if (lost === null || exit > 1) return exit;
  io.err.write(`${sentenceOf({ kind: 'cannot-print', reason: lost }, WORDS[languageOf(argv, io)])}\n`);
  return 2;
}

async function run(argv: readonly string[], io: Io): Promise<number> {
  const words = WORDS[languageOf(argv, io)];
  let exit = 0;
  const output: OutputConfiguration = {
    writeOut: (text) => io.out.write(text),
    writeErr: () => {},
    getOutHelpWidth: () => Math.min(io.out.columns, 100),
    getErrHelpWidth: () => Math.min(io.err.columns, 100),
  };
  const program = buildProgram(words, output, async (spec, operands, options) => {
    exit = await perform(spec, operands, options, io, words);
  });
  program.action(() => io.out.write(program.helpInformation()));
  try {
    refuseOtherLanguages(saidLanguage(argv));
    if (isWithoutCommand(argv, io)) return await perform(withoutCommand, [argv], {}, io, words);
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    return fail(error, argv, program, io, words);
  }
}

/** A double-click, or files dropped on the program: nothing but paths that are there. A command's name is a command. */
function isWithoutCommand(argv: readonly string[], io: Io): boolean {
  if (argv.length === 0) return io.terminal !== undefined;
  const known = new Set(['help', ...COMMANDS.map(({ name }) => name)]);
  return argv.every((word) => !known.has(word) && !word.startsWith('-') && isThere(io, word));
}

function isThere(io: Io, path: string): boolean {
  return io.files.info(resolve(io.cwd, path).replaceAll(sep, '/')) !== null;
}

function buildProgram(
  words: Words,
  output: OutputConfiguration,
  act: Parameters<typeof buildCommand>[3],
): Command {
  const said = words.commands;
  const program = new Command('bluezone-report')
    .description(said.program.description)
    .version(VERSION, '-V, --version', said.program.version)
    .helpOption('-h, --help', said.flags.help)
    .helpCommand('help [command]', said.flags.helpCommand)
    .option('--lang <vi|en>', said.flags.lang)
    .configureOutput(output)
    .exitOverride()
    .addHelpText('after', `\n${said.program.footer}`);
  for (const spec of COMMANDS) program.addCommand(buildCommand(spec, words, output, act));
  for (const command of [program, ...program.commands]) {
    command.configureHelp({
      // `--accept-change <unit>` with `--as-of <yyyy-mm-ddThh:mm>` leave less than commander's 40 on a screen of 80.
      minWidthToWrap: 12,
      styleTitle: (title) => titleOf(title, words),
      styleUsage: (usage) => usageOf(usage, words),
      subcommandTerm: (each) => [each.name(), ...each.registeredArguments.map(operandOf)].join(' '),
    });
  }
  return program;
}

function titleOf(title: string, words: Words): string {
  const { headings } = words.commands;
  const known: { readonly [title: string]: string } = {
    'Usage:': headings.usage,
    'Arguments:': headings.arguments,
    'Options:': headings.options,
    'Commands:': headings.commands,
  };
  return known[title] ?? title;
}

/** `[paths...]`, `<unit>`: as commander writes them, without the word for options. */
function operandOf(argument: Argument): string {
  const name = argument.name() + (argument.variadic ? '...' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
}

function usageOf(usage: string, words: Words): string {
  return usage
    .replace('[options]', words.commands.headings.usageOptions)
    .replace('[command]', words.commands.headings.usageCommand);
}

function fail(error: unknown, argv: readonly string[], program: Command, io: Io, words: Words): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    return fail(new UserError(usageProblem(error, argv, program)), argv, program, io, words);
  }
  if (error instanceof UserError) {
    io.err.write(`${sentenceOf(error.problem, words)}\n`);
    return 2;
  }
  if (error instanceof Error && error.name === 'ExitPromptError') {
    io.err.write(`${words.commands.interrupted}\n`);
    return 130;
  }
  io.err.write(`${words.commands.ownFault(error instanceof Error ? error.message : String(error))}\n`);
  if (argv.includes('-v') || argv.includes('--verbose')) io.err.write(`${(error as Error).stack ?? ''}\n`);
  return 2;
}

/** Commander's English complaint as a problem that has words in both languages. */
function usageProblem(error: CommanderError, argv: readonly string[], program: Command): Problem {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const command = program.commands.find((each) => argv.includes(each.name()));
  const name = command?.name() ?? '';
  switch (error.code) {
    case 'commander.unknownOption': {
      const known = (command ?? program).options.flatMap((option) => option.long ?? []);
      return { kind: 'unknown-option', name: named, command: name, nearest: nearest(named, known) };
    }
    case 'commander.optionMissingArgument':
      return { kind: 'missing-value', name: named, command: name };
    case 'commander.missingArgument':
      return { kind: 'missing-argument', name: `<${named}>`, command: name };
    case 'commander.excessArguments': {
      if (command !== undefined) return { kind: 'too-many-arguments', command: name };
      const typed = argv.find((word) => !word.startsWith('-')) ?? '';
      return {
        kind: 'unknown-command',
        name: typed,
        nearest: nearest(
          typed,
          COMMANDS.map((spec) => spec.name),
        ),
      };
    }
    default: {
      const typed = named || (argv.find((word) => !word.startsWith('-')) ?? '');
      return {
        kind: 'unknown-command',
        name: typed,
        nearest: nearest(
          typed,
          COMMANDS.map((spec) => spec.name),
        ),
      };
    }
  }
}

/** `--lang` wins over BLUEZONE_REPORT_LANG; Vietnamese is the default. A wrong value is told in Vietnamese. */
function languageOf(argv: readonly string[], io: Io): Language {
  return (saidLanguage(argv) ?? io.env.BLUEZONE_REPORT_LANG) === 'en' ? 'en' : 'vi';
}

/** What `--lang` says, before commander has parsed anything: help and complaints are in that language, too. */
function saidLanguage(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--lang');
  return argv.find((word) => word.startsWith('--lang='))?.slice(7) ?? (at >= 0 ? argv[at + 1] : undefined);
}

function refuseOtherLanguages(said: string | undefined): void {
  const known = Object.keys(WORDS);
  if (said === undefined || known.includes(said)) return;
  throw new UserError({ kind: 'bad-choice', name: '--lang', text: said, known });
}

export { realIo } from './io.ts';
