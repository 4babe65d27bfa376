import { createInterface } from 'node:readline';
import { UserError } from '../model/error.ts';
import { bare } from '../text/fold.ts';
import type { Context } from './command.ts';

export interface Choice<T> {
  readonly value: T;
  readonly name: string;
}

/** Somebody who can be asked. Ctrl-C and Ctrl-D throw an `ExitPromptError`, which ends the run with 130. */
export interface Asker {
  say(text: string): void;
  /** A line of text. `initial` stands there to be edited; `check` gives what is wrong with it, or null. */
  text(
    message: string,
    options?: { readonly initial?: string; readonly check?: (text: string) => string | null },
  ): Promise<string>;
  choose<T>(message: string, choices: readonly Choice<T>[], initial?: T): Promise<T>;
  /** As `choose`, for long lists: what is typed, with or without tones, narrows it down. */
  find<T>(message: string, choices: readonly Choice<T>[]): Promise<T>;
  /** Lines pasted or typed, up to an empty one. */
  lines(message: string): Promise<readonly string[]>;
}

type Input = NonNullable<Context['io']['terminal']>['input'];

/** Asks on the terminal. Throws a UserError that says what to do instead (`instead`) where there is none. */
export async function openAsker({ io, flags, words }: Context, instead: string): Promise<Asker> {
  const { terminal } = io;
  if (terminal === undefined) throw new UserError({ kind: 'no-terminal', instead });
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule(terminal);
  const plain = flags.color === false || (io.env.NO_COLOR ?? '') !== '' || io.env.TERM === 'dumb';
  const { keys, findKeys, nothing } = words.fill.ask;
  const theme = themeOf(plain, keys);
  const ask = <T>(question: object): Promise<T> =>
    guarded(terminal.input, async () => {
      const answers = await prompt([{ theme, ...question, name: 'answer' } as never]);
      return (answers as { answer: T }).answer;
    });
  const { wrap } = await import('../write/terminal/text.ts');
  const width = io.out.columns - 3;
  const fitted = (text: string): string =>
    text
      .split('\n')
      .flatMap((line) => (line.length <= width ? [line] : wrap(line, width)))
      .join('\n');
  return {
    say: (text) => io.out.write(`${fitted(text)}\n`),
    text: async (message, { initial, check } = {}) => {
      const problem = (text: string): string | true => {
        const wrong = check?.(text.normalize('NFC').trim()) ?? null;
        return wrong === null ? true : fitted(wrong);
      };
      const answer = await ask<string>({
        type: 'input',
        message: fitted(message),
        ...(initial === undefined || initial === '' ? {} : { default: initial, prefill: 'editable' }),
        validate: problem,
      });
      return answer.normalize('NFC').trim();
    },
    choose: (message, choices, initial) =>
      ask({
        type: 'select',
        message: fitted(message),
        choices: [...choices],
        loop: false,
        pageSize: 12,
        theme: { ...theme, indexMode: 'number' },
        ...(initial === undefined ? {} : { default: initial }),
      }),
    find: (message, choices) =>
      ask({
        type: 'search',
        message: fitted(message),
        pageSize: 8,
        theme: themeOf(plain, findKeys),
        source: (term: string | undefined) => {
          const wanted = bare(term ?? '');
          const found = choices.filter(({ name }) => bare(name).includes(wanted));
          return found.length > 0 ? found : [{ name: nothing, value: null, disabled: ' ' }];
        },
      }),
    lines: (message) => readLines(terminal, fitted(message)),
  };
}

function themeOf(plain: boolean, keys: string): object {
  const style = { keysHelpTip: () => keys };
  if (!plain) return { style };
  const same = (text: string): string => text;
  return {
    prefix: { idle: '?', done: '*' },
    spinner: { interval: 1000, frames: ['?'] },
    icon: { cursor: '>' },
    style: {
      ...style,
      answer: same,
      message: same,
      error: (text: string) => `> ${text}`,
      defaultAnswer: (text: string) => `(${text})`,
      help: same,
      highlight: same,
      key: same,
      disabled: same,
      description: same,
      searchTerm: same,
    },
  };
}

/** Ctrl-D closes the input under a prompt, which then would wait for ever: it is an interruption as well. */
async function guarded<T>(input: Input, run: () => Promise<T>): Promise<T> {
  let onPause = (): void => {};
  const closed = new Promise<never>((_, reject) => {
    onPause = () => void setTimeout(() => reject(interruption()), 100);
    input.once('pause', onPause);
  });
  closed.catch(() => {});
  try {
    return await Promise.race([run(), closed]);
  } finally {
    input.removeListener('pause', onPause);
  }
}

function interruption(): Error {
  return Object.assign(new Error('interrupted'), { name: 'ExitPromptError' });
}

/** A prompt of inquirer takes one line and drops what is pasted behind it, so whole lines are read without it. */
function readLines(
  { input, output }: NonNullable<Context['io']['terminal']>,
  message: string,
): Promise<readonly string[]> {
  output.write(`${message}\n`);
  const reader = createInterface({ input, output, terminal: true, historySize: 0 });
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    let done = false;
    reader.on('line', (line) => {
      if (done) return;
      if (line.trim() === '' && !line.includes('\t')) {
        done = true;
        reader.close();
      } else lines.push(line);
    });
    reader.on('SIGINT', () => {
      reader.removeAllListeners('close');
      reader.close();
      reject(interruption());
    });
    reader.on('close', () => resolve(lines));
  });
}
