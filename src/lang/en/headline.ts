import type { Attempt } from '../../model/summary.ts';
import type { BlockFacts, HeadlineWords, UnitCoverage, UnusableFacts } from '../vi/headline.ts';
import { count, date, decimal, percent } from './numbers.ts';

export const headline: HeadlineWords = {
  offices: ({ received, of, kinds, none, names, unusable }) =>
    `Received from ${received} of ${of} ${kinds.length === 0 ? 'offices' : kinds.join(', ')}${
      none === 0
        ? ''
        : `; not yet from ${names === null ? `${none} of them (see who has sent)` : names.join(', ')}`
    }${unusable.length === 0 ? '' : `; sent, not usable yet: ${unusable.map(unusableUnit).join(', ')}`}.`,
  block: ({ name, units, reported, value, people, label, rate, rank, ranked, open }) => {
    const office = name ?? 'Units that send themselves';
    if (units === 0) return `${office}: ${openText(open)}`;
    const sum = value === null ? 'no figures yet' : `${people ?? label} ${count(value)}`;
    return [
      `${office} (${reported} of ${units} units with figures): ${sum}`,
      ...(rate === null ? [] : [`${count(rate.num)} of ${count(rate.den)}, ${percent(rate.percent)}`]),
      ...(rank === null ? [] : [`place ${rank} of ${ranked}`]),
      ...(open === null ? [] : [`today ${openText(open)}`]),
    ].join('; ');
  },
  coverage: (facts) => {
    const ratio = `${count(facts.numerator)} of ${count(facts.denominator)} ${facts.base}`;
    const { covered } = facts;
    const all = facts.people === null ? `${facts.label} ${ratio}, ` : `${ratio} ${facts.people}, `;
    return `${whose(covered)}: ${all}${percent(facts.percent)}${standIns(covered)}`;
  },
  value: (value, people, label, covered) =>
    `${whose(covered)}: ${people === null ? `${label} ${count(value)}` : `${count(value)} persons ${people}`}${standIns(covered)}`,
  totals: (totals, covered, since) => {
    const each = totals.map(
      ({ label, value, change }) =>
        `${label}: ${count(value)}${change === null ? '' : ` (${moved(change)})`}`,
    );
    const compared = totals.some(({ change }) => change !== null) && since !== null;
    return `${whose(covered)}: ${each.join(', ')}${compared ? ` since ${date(since)}` : ''}${standIns(covered)}`;
  },
  nothing: 'No figures yet.',
  delta: ({ change, points, since, compared }) =>
    `${moved(change)}${
      points === null || (change === 0 && points === 0)
        ? ''
        : ` (${decimal(Math.abs(points))} percentage points)`
    } since ${date(since)}${compared === null ? '' : ` (over ${compared} units with figures on both days)`}`,
  completeness: (facts) =>
    `Reported: ${facts.reported} of ${facts.expected} units${
      facts.late > 0 ? ` (${facts.onTime} on time, ${facts.late} late)` : ''
    }${facts.missing > 0 ? `; missing: ${facts.missing}` : ''}${
      facts.unusable > 0 ? `; sent, not usable: ${facts.unusable}` : ''
    }${
      facts.awaited > 0 ? `; ${facts.deadline ? 'not yet due' : 'no report yet'}: ${facts.awaited}` : ''
    }${facts.exempt > 0 ? `; exempt: ${facts.exempt}` : ''}.`,
  left: (units) =>
    `No longer in the total: ${units.map(({ name, value }) => `${name} (${count(value)})`).join(', ')}.`,
  missing: (names) => `Not reported: ${names.join(', ')}.`,
  unusable: (units) => `Sent, not usable: ${units.map(unusableUnit).join(', ')}.`,
  unusableUnit,
  carried: (days, older) => {
    const units = (number: number) => `${number} ${number === 1 ? 'unit' : 'units'}`;
    const each = days.map((day) =>
      day.names === null
        ? `${date(day.date)} for ${units(day.units)}`
        : `${date(day.date)} for ${day.names.join(', ')}`,
    );
    return `Figures of an earlier report stand in: ${each.join('; ')}${older > 0 ? `; older ones for ${units(older)}` : ''}.`;
  },
};

const UNUSABLE: { readonly [O in Attempt['outcome']]: string } = {
  rejected: 'must be put right and sent again',
  undecided: 'to be decided',
  ignored: 'no table of figures',
};

function openText(open: BlockFacts['open']): string {
  switch (open) {
    case null:
    case 'missing':
      return 'nothing received';
    case 'awaited':
      return 'nothing received (not yet due)';
    default:
      return `sent, not usable yet (${UNUSABLE[open]})`;
  }
}

function unusableUnit({ name, outcome }: UnusableFacts): string {
  return `${name} (${UNUSABLE[outcome]})`;
}

function whose({ whole, units, of, lacksBase }: UnitCoverage): string {
  return whole ? 'The whole area' : `${units} of ${of} units with ${lacksBase ? 'all ' : ''}figures`;
}

function standIns({ carried, days }: UnitCoverage): string {
  const [only = ''] = days;
  if (carried === 0) return '';
  return `, of which ${carried} ${carried === 1 ? 'unit' : 'units'} by ${days.length === 1 ? `the figure of ${date(only)}` : 'earlier figures'}`;
}

function moved(value: number): string {
  return value === 0 ? 'unchanged' : `${value < 0 ? 'down' : 'up'} ${count(Math.abs(value))}`;
}
