import type { Asker, Choice } from '../../src/console/ask.ts';

/** A person with prepared answers; what is refused, and what is shown, is kept. Throws when Ctrl-C is due or answers run out. */
export function scripted(answers: readonly (string | readonly string[])[]): Asker & {
  readonly shown: string[];
  readonly refused: string[];
  readonly left: () => number;
} {
  const queue = [...answers];
  const shown: string[] = [];
  const refused: string[] = [];
  const next = (message: string): string | readonly string[] => {
    const answer = queue.shift();
    if (answer === undefined) throw new Error(`nothing to answer: ${message}`);
    if (answer === '^C') throw Object.assign(new Error('interrupted'), { name: 'ExitPromptError' });
    return answer;
  };
  const pick = async <T>(message: string, choices: readonly Choice<T>[]): Promise<T> => {
    const wanted = String(next(message));
    const choice = choices.find(({ name }) => name.includes(wanted));
    if (choice === undefined)
      throw new Error(`${message} has no ${wanted}: ${choices.map(({ name }) => name)}`);
    return choice.value;
  };
  return {
    shown,
    refused,
    left: () => queue.length,
    say: (text) => void shown.push(text),
    text: async (message, { initial = '', check } = {}) => {
      for (;;) {
        const typed = String(next(message));
        const answer = typed === '⏎' ? initial : typed;
        const wrong = check?.(answer) ?? null;
        if (wrong === null) return answer;
        refused.push(wrong);
      }
    },
    choose: pick,
    find: pick,
    lines: async (message) => {
      const lines = next(message);
      return typeof lines === 'string' ? [lines] : lines;
    },
  };
}
