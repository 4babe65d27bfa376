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
};

function changed(change: { measure: string; from: number | null; to: number | null }): string {
  const show = (n: number | null) => (n === null ? 'none' : count(n));
  return `${measure(change.measure)} from ${show(change.from)} to ${show(change.to)}`;
}
