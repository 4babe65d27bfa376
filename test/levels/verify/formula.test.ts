import { expect, it } from 'vitest';
import { evaluate } from '../../../src/levels/verify/formula.ts';
import { draw } from '../../sheet.ts';

const [sheet] = draw(`
  5120 | 2310 | =ROUND(B1/A1,4) -> 0.9
  4000 | 2481
  chữ  |      | 7
  =SUM(A1:A3) -> 1 | =SUM(B1:B3) -> ?
`).sheets;

const cases: readonly (readonly [string, number | null])[] = [
  ['SUM(A1:A3)', 9120],
  ['SUM($A$1:$A$3)', 9120],
  ['SUM(A1:A3)+5', 9125],
  ['SUM(A1,A2,10)', 9130],
  ['SUMIF(B1:B3,">=0",A1:A3)', 9120],
  ['SUMIF(C1:C3,">=0",A1:A3)', 5120],
  ['ROUND(B1/A1,4)', 0.4512],
  ['MAX(0,ROUNDUP(A1*60/100,0)-B1)', 762],
  ['MAX(0,ROUNDUP(A2*60/100,0)-B2)', 0],
  ['ROUNDUP(A2*60/100,0)', 2400],
  ['-(A1-A2)*2', -2240],
  ['B4/A4', 4791 / 9120],
  ['A3', 0],
  ['A1/A3', null],
  ['VLOOKUP(A1,B1:B2,1)', null],
  ['A1&"x"', null],
  ['SUM(A1:A3', null],
];

it.each(cases)('%s', (formula, value) => {
  if (sheet === undefined) throw new Error('nothing drawn');
  const given = evaluate(formula, sheet);
  if (value === null) expect(given).toBeNull();
  else expect(given).toBeCloseTo(value, 9);
});

it('computes from what was typed, never from stored results, and stops at a formula that points to itself', () => {
  const [circle] = draw('=B1 -> 3 | =A1 -> 3').sheets;
  if (sheet === undefined || circle === undefined) throw new Error('nothing drawn');
  expect(evaluate('A4', sheet)).toBe(9120);
  expect(evaluate('A1', circle)).toBe(0);
});
