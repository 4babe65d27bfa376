import type { ProblemWords } from '../problems.ts';

export const problems = {} as ProblemWords;
