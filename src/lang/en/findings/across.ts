import type { AcrossFacts } from '../../../core/findings/across.ts';
import type { FamilyWords } from '../../findings.ts';
import { count, day, list, measure } from '../print.ts';

export const across: FamilyWords<AcrossFacts> = {
  'across/fall': {
    title: 'A running total fell',
    what: (facts) =>
      `The running total of ${measure(facts.measure)} is ${count(facts.value)}, ${count(facts.earlier - facts.value)} below the ${count(facts.earlier)} of ${day(facts.since)}.`,
    why: 'A running total normally only grows; the report is counted, but the reason must be known.',
    fix: () =>
      'Please check; if the number is right, say why it fell (a review, repeats removed, people moved …).',
  },
  'across/order-unknown': {
    title: 'Which version is newer is unknown',
    what: (facts) =>
      `This file and “${facts.other}” are of one unit and day with different figures, and which came later is unknown.`,
    why: 'Only the newest version counts; while the order is unknown neither does.',
    fix: () =>
      'Please ask the unit which one is right, then record it with resolve or enter the times in received.csv.',
  },
  'across/replaced': {
    title: 'A newer version counts',
    what: (facts) =>
      `This version replaces “${facts.other}”${facts.changes.length === 0 ? '; the figures are the same' : `: ${list(facts.changes.map(changed))}`}.`,
    why: 'The newest accepted version counts; the older one is kept.',
    fix: () => 'Nothing needs to be done, unless the older one was right.',
  },
  'across/not-in-rate': {
    title: 'A unit is not in the rate',
    what: (facts) => `${facts.unitName} has no accepted ${measure(facts.lacks)}.`,
    why: 'The rate covers only units that gave both numbers, so this one is not in it.',
    fix: () => 'Please ask the unit for its report, or for the number that lacks.',
  },
  'across/parent-too': {
    title: 'A unit above others sent figures of its own',
    what: (facts) =>
      `${facts.unitName} sent figures of its own while ${count(facts.below)} units below it report this form too.`,
    why: 'Only the lowest units are added up, so that nobody is counted twice.',
    fix: () => 'Please check the column parent in units.csv; the figures of the unit above are in no total.',
  },
};

function changed(change: { measure: string; from: number | null; to: number | null }): string {
  const show = (n: number | null) => (n === null ? 'none' : count(n));
  return `${measure(change.measure)} from ${show(change.from)} to ${show(change.to)}`;
}
