import { aboveBase } from './above-base.ts';
import { atMost } from './at-most.ts';
import { duplicatePerson } from './duplicate-person.ts';
import { pattern } from './pattern.ts';
import { phone } from './phone.ts';
import { range } from './range.ts';
import { required } from './required.ts';
import type { Rule, UnitRule } from './rule.ts';
import { sum } from './sum.ts';
import { unique } from './unique.ts';

/** What is checked within a report, in this order. */
export const RULES: readonly Rule[] = [required, range, pattern, atMost, sum, unique, duplicatePerson, phone];

/** What is checked once the unit is known. */
export const UNIT_RULES: readonly UnitRule[] = [aboveBase];

/** How many rules a report goes through. */
export const RULE_COUNT = RULES.length + UNIT_RULES.length;
