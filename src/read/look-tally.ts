import type { Look } from '../model/grid.ts';

/** How the letters of a text look, run by run. */
export interface LookTally {
  readonly letters: number;
  readonly bold: number;
  readonly struck: number;
  add(text: string, run: { readonly bold: boolean; readonly struck: boolean }): void;
  /** Takes in what another text was found to be. */
  join(other: LookTally): void;
  /** Undefined where the runs say nothing; `indent` in steps. */
  look(indent?: number): Look | undefined;
}

export function lookTally(): LookTally {
  const tally = {
    ...{ letters: 0, bold: 0, struck: 0 },
    add(text: string, run: { readonly bold: boolean; readonly struck: boolean }) {
      const seen = text.replace(/\s+/g, '').length;
      tally.letters += seen;
      if (run.bold) tally.bold += seen;
      if (run.struck) tally.struck += seen;
    },
    join({ letters, bold, struck }: LookTally) {
      tally.letters += letters;
      tally.bold += bold;
      tally.struck += struck;
    },
    look(indent = 0): Look | undefined {
      const { letters, bold, struck } = tally;
      if (letters === 0 || (bold < letters && struck === 0 && indent === 0)) return undefined;
      return {
        ...(bold === letters ? { bold: true } : {}),
        ...(struck === 0 ? {} : { struck: struck === letters ? 'all' : 'part' }),
        ...(indent === 0 ? {} : { indent }),
      };
    },
  };
  return tally;
}
