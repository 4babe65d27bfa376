import { aggregate } from './aggregate.ts';
import type { CommandSpec } from './command.ts';
import { daily } from './daily.ts';
import { doctor } from './doctor.ts';
import { explain } from './explain.ts';
import { fill } from './fill.ts';
import { init } from './init.ts';
import { receive } from './receive.ts';
import { resolve } from './resolve.ts';
import { schedule } from './schedule.ts';
import { sent } from './sent.ts';
import { status } from './status.ts';
import { template } from './template.ts';
import { trace } from './trace.ts';
import { validate } from './validate.ts';
import { verify } from './verify.ts';

/** The subcommands, in the order of `--help` and of the README. */
export const COMMANDS: readonly CommandSpec[] = [
  init,
  aggregate,
  validate,
  receive,
  status,
  resolve,
  sent,
  daily,
  schedule,
  fill,
  template,
  trace,
  verify,
  doctor,
  explain,
];
