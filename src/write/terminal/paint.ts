import { Chalk, type ChalkInstance } from 'chalk';
import type { Stream } from '../../io.ts';
import type { Tone } from '../../view/table.ts';

/** What a screen can show. */
export interface Screen {
  /** Characters a line. */
  readonly columns: number;
  readonly colour: boolean;
  readonly verbose: boolean;
  /** Nothing but what needs attention. */
  readonly quiet: boolean;
}

/**
 * The screen behind a stream. Colour only on a terminal, and never with NO_COLOR (whatever its value, if not empty),
 * TERM=dumb or `--no-color`; FORCE_COLOR asks for it elsewhere.
 */
export function screenOf(
  stream: Stream,
  env: { readonly [name: string]: string | undefined },
  flags: { readonly noColor?: boolean; readonly verbose?: boolean; readonly quiet?: boolean } = {},
): Screen {
  const refused = flags.noColor === true || (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  const forced = (env.FORCE_COLOR ?? '0') !== '0' && env.FORCE_COLOR !== 'false';
  return {
    columns: Math.max(40, stream.columns || 80),
    colour: !refused && (forced || stream.isTerminal),
    verbose: flags.verbose === true,
    quiet: flags.quiet === true,
  };
}

export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  tone(text: string, tone: Tone | undefined): string;
}

export function paintFor(screen: Screen): Paint {
  const chalk = new Chalk({ level: screen.colour ? 1 : 0 });
  const tones = tonesOf(chalk);
  return {
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    tone: (text, tone) => (tone === undefined || text === '' ? text : tones[tone](text)),
  };
}

function tonesOf(chalk: ChalkInstance): { readonly [T in Tone]: ChalkInstance } {
  return {
    reached: chalk.green,
    near: chalk.yellow,
    far: chalk.red,
    late: chalk.yellow,
    missing: chalk.red,
    carried: chalk.dim,
    error: chalk.red,
    warning: chalk.yellow,
    weak: chalk.dim,
  };
}
