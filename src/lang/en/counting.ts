import type { CountingWords } from '../vi/counting.ts';
import { list, some } from './print.ts';

export const counting: CountingWords = {
  mode: {
    rows: 'rows counted',
    'per-person': 'numbers of the rows added',
    'stated-total': 'one stated total',
  },
  reason: {
    campaign: 'as the campaign says',
    decision: 'as decided',
    'column-empty': 'the column is empty',
    marks: 'each row bears a mark',
    'one-value': 'one value only',
    'same-value': 'the same value on every row',
    log: 'the rows are days of one running total, the last day is taken',
    'running-number': 'values equal the running number, the last one is taken',
    numbers: 'each row has its own number',
    'stated-zero': 'a stated 0',
  },
  join: (mode, reason) => `${mode} (${reason})`,
  adds: {
    rows: (n) => `${some(n, 'row')} counted`,
    'per-person': (n) => `${some(n, 'row')} added`,
    'stated-total': (n) => `${some(n, 'row')} in the table`,
  },
  role: {
    total: (n) => some(n, 'total'),
    parent: (n) => some(n, 'group sum'),
    part: (n) => `${some(n, 'row')} “of which”`,
    carried: (n) => some(n, 'line carried over', 'lines carried over'),
    continuation: (n) => some(n, 'second line of a name', 'second lines of names'),
    empty: (n) => some(n, 'empty row'),
    example: (n) => some(n, 'example row'),
    struck: (n) => some(n, 'row crossed out', 'rows crossed out'),
    reversed: (n) => some(n, 'row of those without', 'rows of those without'),
  },
  left: (rows) => `${list(rows, 'and')} not added`,
};
