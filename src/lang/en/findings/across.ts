import type { AcrossFacts, UnitDoubt } from '../../../model/findings/across.ts';
import type { FamilyWords } from '../../findings.ts';
import { count, date, percent } from '../numbers.ts';
import { from, list, measure, others, some } from '../print.ts';

const UNCLEAR: { readonly [B in AcrossFacts['across/parts-unclear']['because']]: string } = {
  'no-row-in-common': 'no row stands in both',
  'some-rows-in-common': 'only some rows stand in both',
  'words-contradict': 'their own words contradict each other',
  'no-rows': 'one says that it is a supplement and gives a total only',
};

export const across: FamilyWords<AcrossFacts> = {
  'across/fall': {
    title: 'A running total fell',
    what: (facts, at) =>
      from(
        at,
        `The running total of ${measure(facts.measure)} is ${count(facts.value)}, ${count(facts.earlier - facts.value)} below the ${count(facts.earlier)} of ${date(facts.since)}.`,
      ),
    why: 'A running total normally only grows; this alone does not hold the report back, but the reason must be known.',
    fix: () =>
      'Please check; if the number is right, say why it fell (a review, repeats removed, people moved …).',
  },
  'across/halved': {
    title: 'A newer version fell by half or more',
    what: (facts, at) =>
      from(
        at,
        `This version replaces “${facts.other}”, but its ${measure(facts.measure)} is only ${count(facts.value)} against ${count(facts.earlier)}.`,
      ),
    why: 'The later version counts; if it is only a part, all the rest is lost.',
    fix: () =>
      'Please ask the unit whether this is the whole; if it is a part record resolve <files> --together, if it is right resolve --accept-fall <unit> --why <why>.',
    ask: () => 'Please say whether this is the whole list or only a part of it.',
  },
  'across/part': {
    title: 'A part of a report of several files',
    what: (facts) =>
      `This file and “${facts.other}” are parts of one report of ${count(facts.parts)} files: ${measure(facts.measure)} is ${count(facts.value)} here and ${count(facts.sum)} in all.`,
    why: 'No row stands in two of them, so they are added; if one of them was sent again instead, people are counted twice.',
    fix: () => 'If only one of the files is right, choose it with resolve <file> --counts.',
    ask: () => 'Please confirm that these files are different parts of one report.',
  },
  'across/part-alone': {
    title: 'Only a part of a report is here',
    what: (facts) =>
      facts.number !== null
        ? `The file says that it is part ${facts.number}${facts.of === null ? '' : ` of ${facts.of}`}, but no other part is here.`
        : facts.supplement
          ? 'The file says that it is a supplement, but there is no report that it supplements.'
          : 'The file says that it is of one hamlet or old commune only, but no other part is here.',
    why: 'The figure counts as that of the whole unit, so it may lack the other parts.',
    fix: () => 'Please ask the unit for the other parts, or whether this file is all.',
  },
  'across/parts-unclear': {
    title: 'Two files may be two versions or two parts',
    what: (facts) =>
      `This file and “${facts.other}” are of one unit and day, and ${UNCLEAR[facts.because]}: ${measure(facts.measure)} is ${count(facts.value)} if this file alone counts, ${count(facts.sum)} if both are added.`,
    why: 'A version replaces the one before it and parts are added; while that is unknown neither file counts.',
    fix: () =>
      'Please ask the unit; if they are parts record resolve <files> --together, if one replaces the other resolve <file> --counts.',
    ask: () => 'Please say whether the later file replaces the earlier one or goes beside it.',
  },
  'across/sheets-differ': {
    title: 'Two sheets of one file differ',
    what: (facts) =>
      `This sheet and “${facts.other}” of the same file are both a report of this unit and day: ${measure(facts.measure)} is ${count(facts.value)} by this sheet alone, ${count(facts.sum)} with both.`,
    why: 'Whether one replaces the other or they are parts is not said, so neither is counted.',
    fix: () =>
      'Please ask for a file with the one right sheet; if you know it, record a decision: resolve <file> --sheet <sheet> --counts, or --together where they are parts.',
    ask: () => 'Please send a file with the one right sheet, or say whether the sheets add up.',
  },
  'across/order-unknown': {
    title: 'Which version is newer is unknown',
    what: (facts) =>
      `This file and “${facts.other}” are of one unit and day with different figures, and which came later is unknown.`,
    why: 'Only the newest version counts; while the order is unknown neither does.',
    fix: () =>
      'Please ask the unit which one is right, then record it with resolve or enter the times in received.csv.',
    ask: () => 'Please say which of them is right.',
  },
  'across/replaced': {
    title: 'A newer version counts',
    what: (facts) =>
      `This version replaces “${facts.other}”${facts.changes.length === 0 ? '; the figures are the same' : `: ${list(facts.changes.map(changed))}`}.`,
    why: 'The newest accepted version counts; the older one is kept.',
    fix: () => 'Nothing needs to be done, unless the older one was right.',
  },
  'across/after-choice': {
    title: 'A version came after another one was chosen',
    what: (facts) =>
      `“${facts.other}” was chosen to count, but this version came later and counts${facts.changes.length === 0 ? '; the figures are the same' : `: ${list(facts.changes.map(changed))}`}.`,
    why: 'A decision covers the versions known when it was taken; a later one counts again.',
    fix: () => 'If the chosen version was right after all, choose it again with resolve.',
    ask: () => 'Please say which version is right.',
  },
  'across/changed-after-sent': {
    title: 'A figure changed after the summary was sent',
    what: (facts, at) =>
      from(
        at,
        `The summary of this day was sent with ${measure(facts.measure)} of ${facts.unitName} ${facts.from === null ? 'without a figure' : `at ${count(facts.from)}`}; now it ${facts.to === null ? 'has none' : `is ${count(facts.to)}`}.`,
      ),
    why: 'The new figure counts and goes into a supplement, but its reader needs the reason.',
    fix: (_, { unit }) =>
      `Record the reason with resolve --accept-change ${unit ?? '<unit>'} --why <why>, then send the supplementary summary.`,
    ask: () => 'Please say why the figure changed.',
  },
  'across/not-in-rate': {
    title: 'A unit is not in the rate',
    what: (facts) => `Without an accepted number of ${measure(facts.lacks)}: ${list(facts.unitNames)}.`,
    why: 'The rate covers only units that gave both numbers, so these are not in it.',
    fix: () => 'Please ask these units for their reports, or for the number that lacks.',
  },
  'across/unit-left': {
    title: 'A unit left the total',
    what: (facts) =>
      `${facts.unitName} ended after ${date(facts.on)} and no unit took it over: its ${measure(facts.measure)} of ${count(facts.value)} was in the total of ${date(facts.since)} and no longer is.`,
    why: 'The change of the total compares only the units of both days, so it does not speak of this figure.',
    fix: () =>
      'If the unit was merged, enter the code of its successor in the column successor of units.csv; if it was split, nothing needs to be done.',
    ask: () => 'Nothing needs to be done.',
  },
  'across/merged-stands-in': {
    title: 'A merged unit has not reported yet',
    what: (facts) =>
      `${facts.unitName} has not reported since the merger; the last figures of ${list(facts.others)} stand in: ${measure(facts.measure)} ${count(facts.value)}, the oldest of ${date(facts.since)}.`,
    why: 'The figures of the former units stay in the total until the first report of the new one.',
    fix: () => 'Please ask the new unit for its report.',
  },
  'across/parent-too': {
    title: 'A unit above others sent figures of its own',
    what: (facts) =>
      `${facts.unitName} sent figures of its own, while ${some(facts.below, 'unit below it reports', 'units below it report')} this form too.`,
    why: 'Only the lowest units are added up, so that nobody is counted twice.',
    fix: () => 'Please check the column parent in units.csv; the figures of the unit above are in no total.',
  },
  'across/two-roads': {
    title: 'A unit came by two roads with different figures',
    what: (facts) =>
      `${facts.unitName}, ${measure(facts.measure)}: ${facts.value === null ? 'no figure' : count(facts.value)} is counted, the summary of ${facts.senderName} ${facts.said === null ? 'has none' : `says ${count(facts.said)}`}.`,
    why: 'A unit is counted once: its own report before any summary, then the office nearest to it.',
    fix: (facts) => `Please have the unit and ${facts.senderName} agree on one figure.`,
  },
  'across/unit-undecided': {
    title: 'One unit of a summary is not counted yet',
    what: (facts) => `${facts.unitName}: ${unitDoubt(facts)}.`,
    why: 'This unit alone waits for a decision and is in no total; the other units of the summary count.',
    fix: (facts) =>
      facts.reason === 'of-another-office'
        ? `Please have ${facts.otherName} report this unit, or put the roster right if it now belongs to the sender.`
        : 'Please have the sender check this unit and send the summary again.',
  },
  'across/same-file': {
    title: 'One file for two units',
    what: (facts) => `This file is the same, byte for byte, as the one counted for ${others(facts.others)}.`,
    why: 'The figures of one place are counted for two, so the total is too high; both are counted for now.',
    fix: () => 'Please check whether the file of another unit was taken, and send your own.',
  },
  'across/same-as-earlier': {
    title: 'The file of an earlier day again',
    what: (facts) => `This file is the same, byte for byte, as the unit’s file of ${date(facts.since)}.`,
    why: 'The old file may have been sent by mistake, so the figures are not new; this alone does not hold the report back.',
    fix: () => 'Please send the file of the report day, or confirm that nothing changed.',
  },
  'across/same-figures': {
    title: 'The same figures as another unit',
    what: (facts) =>
      `Every figure equals that of ${others(facts.others)} (${measure(facts.measure)}: ${count(facts.value)}).`,
    why: 'It may be chance or a copied report; this alone does not hold the report back.',
    fix: () => 'Please confirm that these are your own figures.',
  },
  'across/same-phone': {
    title: 'A phone number in two units',
    what: (facts, at) =>
      `${some(facts.people, 'phone number')} of this report ${facts.people === 1 ? 'stands' : 'stand'} in the report of ${others(facts.others)} too${at.cell === undefined ? '' : ` (the first at cell ${at.cell})`}.`,
    why: 'A person may be counted in both places; this alone does not hold the report back.',
    fix: () => 'Please agree where each person belongs and enter them in one place only.',
  },
  'across/jump': {
    title: 'A sudden rise',
    what: (facts, at) =>
      from(
        at,
        `The running total of ${measure(facts.measure)} is ${count(facts.value)}, up ${count(facts.gain)} since ${date(facts.since)}${facts.days > 1 ? ` (${facts.days} days)` : ''}; before, its median gain was ${count(facts.median)} a day (of ${count(facts.gains)}), with a median deviation of ${count(facts.deviation)} (MAD).`,
      ),
    why: 'The rise is far from the unit’s own pace, often a slip or people added twice; this alone does not hold the report back.',
    fix: () => 'Please check the number; if it is right, say why it rose.',
  },
  'across/slip': {
    title: 'Perhaps a digit too many or too few',
    what: (facts, at) =>
      from(
        at,
        `The running total of ${measure(facts.measure)} is ${count(facts.value)}, about ${facts.direction === 'more' ? `${count(facts.factor)} times` : `1/${count(facts.factor)} of`} the ${count(facts.earlier)} of ${date(facts.since)}.`,
      ),
    why: 'A factor of 10, 100 or 1,000 is mostly a typing slip; this alone does not hold the report back.',
    fix: () => 'Please check the digits and send it again if they are wrong.',
  },
  'across/percent-typed': {
    title: 'Perhaps a rate in place of people',
    what: (facts, at) =>
      from(
        at,
        `The running total of ${measure(facts.measure)} is ${count(facts.value)}, while on ${date(facts.since)} it was ${count(facts.earlier)}, ${percent(facts.percent)}: this looks like a rate, not like people.`,
      ),
    why: 'A rate in place of people makes the total fall; this alone does not hold the report back.',
    fix: () => 'Please check and enter the number of people who installed.',
  },
  'across/day-skipped': {
    title: 'Days left out',
    what: (facts) =>
      `Since the report of ${date(facts.since)} none was counted for ${list(facts.days.map(date))}.`,
    why: 'Today’s running total is complete, but the day’s gain is that of several days.',
    fix: () => 'If the reports of those days exist, please send them.',
  },
  'across/above-parent': {
    title: 'Above the unit that it belongs to',
    what: (facts, at) =>
      from(
        at,
        `The report gives ${count(facts.value)} ${measure(facts.measure)}, more than the ${count(facts.parentValue)} of ${facts.parentName}, the unit above it.`,
      ),
    why: 'A part cannot be larger than its whole: one of the two is wrong or old; this alone does not hold the report back.',
    fix: () => 'Please compare the figures of the two units.',
  },
  'across/staff-added': {
    title: 'Perhaps staff were added to residents',
    what: (facts, at) =>
      from(
        at,
        `People who installed rose from ${count(facts.earlier)} on ${date(facts.since)} to ${count(facts.value)}, by exactly the number of staff who installed (${count(facts.staff)}).`,
      ),
    why: 'Staff are residents and already in the running total; adding them counts them twice. This alone does not hold the report back.',
    fix: () => 'Please check; if staff were added, take them out and send it again.',
  },
};

function changed(change: { measure: string; from: number | null; to: number | null }): string {
  const show = (n: number | null) => (n === null ? 'none' : count(n));
  return `${measure(change.measure)} from ${show(change.from)} to ${show(change.to)}`;
}

function unitDoubt(doubt: UnitDoubt): string {
  switch (doubt.reason) {
    case 'above-twice-base':
      return `${measure(doubt.measure)} is ${count(doubt.value)}, more than twice the unit’s ${measure(doubt.base)}: ${count(doubt.bound)}`;
    case 'above-population':
      return `${measure(doubt.measure)} is ${count(doubt.value)}, above the unit’s population: ${count(doubt.bound)}`;
    case 'after-as-of':
      return 'its report is said to have come after the time that the figures are of';
    case 'of-another-office':
      return `by the roster it belongs to ${doubt.otherName}, not to the sender of this summary`;
  }
}
