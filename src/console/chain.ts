import { sentenceOf } from '../lang/sentence.ts';
import { UserError } from '../model/error.ts';
import type { CommandSpec, Context, Plan } from './command.ts';

/** A step that says and does nothing, and holds no lock. */
export const NOTHING: Plan = { out: '', err: '', files: [], ledger: [], root: null, exit: 0 };

/** Runs a command as a step of another, under the lock that it would hold itself, and goes on when it has ended. */
export async function runThen(
  spec: CommandSpec,
  context: Context,
  operands: readonly unknown[],
  options: { readonly [name: string]: unknown },
  after: (failed: boolean) => Promise<Plan>,
): Promise<Plan> {
  return guarded(context, after, async () => {
    const root = context.flags.dryRun === true ? null : await spec.locks?.(context, operands, options);
    return {
      ...NOTHING,
      root: root ?? null,
      next: () =>
        guarded(context, after, async () => then(context, await spec.run(context, operands, options), after)),
    };
  });
}

function then(context: Context, plan: Plan, after: (failed: boolean) => Promise<Plan>): Plan {
  const { next, otherwise } = plan;
  return {
    ...plan,
    // The lock of what has ended holds up nobody while somebody thinks.
    next: (ended) =>
      next === undefined
        ? Promise.resolve({ ...NOTHING, next: () => after(false) })
        : guarded(context, after, async () => then(context, await next(ended), after)),
    otherwise: (error) =>
      guarded(context, after, async () => {
        if (otherwise === undefined) throw error;
        return then(context, await otherwise(error), after);
      }),
  };
}

/** What cannot be done is said, and what follows goes on. */
async function guarded(
  { words }: Context,
  after: (failed: boolean) => Promise<Plan>,
  step: () => Promise<Plan>,
): Promise<Plan> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ...NOTHING, err: `${sentenceOf(error.problem, words)}\n`, next: () => after(true) };
  }
}
