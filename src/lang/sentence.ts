import type { Problem } from '../model/error.ts';
import type { Words } from './lang.ts';

export function sentenceOf(problem: Problem, words: Words): string {
  const say = words.problems[problem.kind] as (problem: Problem) => string;
  return say(problem);
}
