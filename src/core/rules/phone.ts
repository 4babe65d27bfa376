import type { Rule } from './rule.ts';

export const phone: Rule = () => [];
