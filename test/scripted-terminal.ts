import { PassThrough, Writable } from 'node:stream';
import type { Io } from '../src/io.ts';

/** What is waited for on the screen, and the keys that are pressed then. */
export type Script = readonly (readonly [seen: string, keys: string])[];

export const ENTER = '\r';
export const DOWN = '\u001B[B';

/** A terminal at which each step of a script is typed once its words are on the screen; `screen` is all that was printed. */
export function scriptedTerminal(script: Script): {
  readonly terminal: NonNullable<Io['terminal']>;
  readonly screen: () => string;
  /** Steps whose words never came. */
  readonly left: () => Script;
} {
  const steps = [...script];
  const input = new PassThrough();
  let [all, since] = ['', ''];
  const output = new Writable({
    write: (chunk, _, done) => {
      all += String(chunk);
      since += String(chunk);
      const [next] = steps;
      if (next !== undefined && since.includes(next[0])) {
        steps.shift();
        since = '';
        setImmediate(() => input.write(next[1]));
      }
      done();
    },
  });
  return { terminal: { input, output }, screen: () => all, left: () => steps };
}
