import type { CommandSpec } from '../console/command.ts';
import { UserError } from '../model/error.ts';
import { CATALOGUE } from '../model/finding.ts';
import { nearest } from '../text/nearest.ts';

/** `explain [code]`: what a finding means, an example, and how to put it right. */
export const explain: CommandSpec = {
  name: 'explain',
  operands: ['[code]'],
  flags: [],
  options: [],
  async run({ words }, operands) {
    const view = await import('../view/explain/explain.ts');
    const typed = operands[0] as string | undefined;
    if (typed !== undefined && !view.isFindingCode(typed)) {
      throw new UserError({
        kind: 'unknown-code',
        code: typed,
        nearest: nearest(typed, Object.keys(CATALOGUE)),
      });
    }
    return {
      out: `${view.explain(typed ?? null, words).join('\n')}\n`,
      err: '',
      files: [],
      ledger: [],
      root: null,
      exit: 0,
    };
  },
};
