import type { HeadlineWords } from '../vi/headline.ts';
import { count, date, decimal, percent } from './numbers.ts';

export const headline: HeadlineWords = {
  coverage: (facts) => {
    const ratio = `${count(facts.numerator)} of ${count(facts.denominator)} ${facts.base}`;
    const all = facts.people === null ? `${facts.label}: ${ratio}, ` : `${ratio} ${facts.people}: `;
    return `${all}${percent(facts.percent)}${
      facts.units === facts.of ? '' : ` (over ${facts.units} of ${facts.of} units)`
    }`;
  },
  value: (value, people, label, units, of) =>
    `${people === null ? `${label}: ${count(value)}` : `${count(value)} persons ${people}`} (${units} of ${of} units)`,
  totals: (totals, units, of, since) => {
    const each = totals.map(
      ({ label, value, change }) =>
        `${label}: ${count(value)}${change === null ? '' : ` (${moved(change)})`}`,
    );
    const compared = totals.some(({ change }) => change !== null) && since !== null;
    return `${each.join(', ')}${compared ? ` since ${date(since)}` : ''}; figures of ${units} of ${of} units`;
  },
  nothing: 'No figures yet.',
  delta: (value, points, since) =>
    `${moved(value)}${
      points === null || (value === 0 && points === 0) ? '' : ` (${decimal(Math.abs(points))} points)`
    } since ${date(since)}`,
  completeness: (facts) =>
    `Reported: ${facts.reported} of ${facts.expected} units${
      facts.late > 0 ? ` (${facts.onTime} on time, ${facts.late} late)` : ''
    }${facts.missing > 0 ? `; missing: ${facts.missing}` : ''}${
      facts.awaited > 0 ? `; ${facts.deadline ? 'not yet due' : 'no report yet'}: ${facts.awaited}` : ''
    }${facts.exempt > 0 ? `; exempt: ${facts.exempt}` : ''}.`,
  missing: (names) => `Not reported: ${names.join(', ')}.`,
  carried: (days, older) => {
    const units = (number: number) => `${number} ${number === 1 ? 'unit' : 'units'}`;
    const each = days.map((day) =>
      day.names === null
        ? `${date(day.date)} for ${units(day.units)}`
        : `${date(day.date)} for ${day.names.join(', ')}`,
    );
    return `Figures of an earlier report stand in: ${each.join('; ')}${older > 0 ? `; older ones for ${units(older)}` : ''}.`;
  },
  bounds: (low, high) =>
    `With nobody new in the units that have not reported the rate is ${percent(low)}, with everybody ${percent(high)}.`,
};

function moved(value: number): string {
  return value === 0 ? 'unchanged' : `${value < 0 ? 'down' : 'up'} ${count(Math.abs(value))}`;
}
