import { expect, it } from 'vitest';
import { measureUnitIn, readMeasureUnit } from '../../src/text/measure-unit.ts';

it.each([
  ['ĐVT: trăm người', 100],
  ['(nghìn người)', 1000],
  ['10 người', 10],
  ['nghìn', 1000],
  ['người', 1],
])('%s is a measure of persons', (text, scale) => {
  expect(readMeasureUnit(text)).toMatchObject({ scale, thing: 'persons' });
});

it.each(['10', '100', '1000', '1.000', '(10)', ''])('%j is a number, not a measure', (text) => {
  expect(readMeasureUnit(text)).toBeNull();
  expect(measureUnitIn(`Lũy kế (${text})`)).toBeNull();
});
