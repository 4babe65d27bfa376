import { aggregate } from '../commands/aggregate.ts';
import { daily } from '../commands/daily/daily.ts';
import { doctor } from '../commands/doctor/doctor.ts';
import { explain } from '../commands/explain.ts';
import { fill } from '../commands/fill/fill.ts';
import { init } from '../commands/init/init.ts';
import { receive } from '../commands/receive/receive.ts';
import { resolve } from '../commands/resolve/resolve.ts';
import { schedule } from '../commands/schedule/schedule.ts';
import { sent } from '../commands/sent/sent.ts';
import { status } from '../commands/status.ts';
import { template } from '../commands/template/template.ts';
import { trace } from '../commands/trace.ts';
import { validate } from '../commands/validate/validate.ts';
import { verify } from '../commands/verify.ts';
import { watch } from '../commands/watch/watch.ts';
import type { CommandSpec } from '../console/command.ts';

/** The subcommands, in the order of `--help` and of the README. */
export const COMMANDS: readonly CommandSpec[] = [
  init,
  aggregate,
  validate,
  receive,
  watch,
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
