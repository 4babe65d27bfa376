import type { Problem } from '../model/error.ts';

type ProblemOf<K extends Problem['kind']> = Extract<Problem, { kind: K }>;

/** One sentence an operator's fault: what could not be done, and what to do. */
export type ProblemWords = { readonly [K in Problem['kind']]: (problem: ProblemOf<K>) => string };
