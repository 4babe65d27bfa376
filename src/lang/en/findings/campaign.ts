import type { CampaignFacts } from '../../../model/findings/campaign.ts';
import type { FamilyWords } from '../../findings.ts';
import { list, measure } from '../print.ts';

const LINE = { receipt: 'arrival', decision: 'decision', sent: 'mark of what was sent' } as const;
const HOW = {
  changed: 'is not as it was recorded',
  missing: 'is gone',
  added: 'was not recorded by this program',
} as const;

export const campaign: FamilyWords<CampaignFacts> = {
  'campaign/base-missing': {
    title: 'No base for a rate',
    what: (facts) =>
      `No value for ${measure(facts.base)} in units.csv, hence no rate: ${list(facts.unitNames)}.`,
    why: 'The overall rate is taken over the units that gave both numbers.',
    fix: (facts) => `Please add each unit’s ${measure(facts.base)} to units.csv with its date and source.`,
  },
  'campaign/file-outside-days': {
    title: 'A file outside the folders of the days',
    what: (facts) => `The file “${facts.file}” lies in inbox itself, under no day, and was not read.`,
    why: 'Each folder in inbox is one report day, for example inbox/2021-08-16.',
    fix: () => 'Please move it into the folder of its report day, for example inbox/2021-08-16.',
  },
  'campaign/folder-not-a-date': {
    title: 'A folder in the inbox that is no date',
    what: (facts) => `The folder “${facts.folder}” in inbox is not named by a date and was not read.`,
    why: 'Each folder in inbox is one report day, for example 2021-08-16.',
    fix: () =>
      'Please rename it to the report day as year-month-day, for example 2021-08-16, or move it out of inbox.',
  },
  'campaign/ledger-cut': {
    title: 'The ledger lost its end',
    what: (facts) => `The ledger lacks at least ${facts.lines} lines at its end since it was last written.`,
    why: 'Arrival times, decisions or marks of what was sent are gone with them, so lateness and figures may differ.',
    fix: () => 'Restore .bluezone from a backup, or run bluezone-report doctor --repair.',
  },
  'campaign/ledger-key': {
    title: "The ledger's key is gone or another one",
    what: () => 'No line of the ledger can be checked, since its key (.bluezone/key) is gone or another one.',
    why: 'A line that was changed or lost would not be noticed.',
    fix: () =>
      'Restore .bluezone/key from a backup, or run bluezone-report doctor --repair to seal the ledger anew.',
  },
  'campaign/ledger-line': {
    title: 'A line of the ledger is not as it was recorded',
    what: (facts) =>
      `In the ledger, ${facts.line === null ? 'line' : LINE[facts.line]} ${facts.id}${facts.name === null ? '' : ` (${facts.name})`} ${HOW[facts.how]}.`,
    why: 'Figures or arrival times that rest on it are no longer certain.',
    fix: () => 'Look at that decision or arrival again, then run bluezone-report doctor --repair.',
  },
  'campaign/received-unknown-file': {
    title: 'received.csv names a file that is not there',
    what: (facts, { line }) =>
      `Line ${line} of received.csv names “${facts.file}”, which is not in its folder.`,
    why: 'The time on that line is not used; another file may be given the wrong time.',
    fix: () => 'Please correct the file name in received.csv.',
  },
  'campaign/received-unreadable': {
    title: 'A line of received.csv that cannot be read',
    what: (facts, { line }) =>
      line === undefined
        ? 'The file received.csv cannot be read.'
        : `Line ${line} of received.csv (“${facts.shown}”): its time of arrival cannot be read.`,
    why: 'The time is taken from elsewhere, so on time or late may come out differently.',
    fix: () => 'Please write it as 2021-08-16T14:05 or 16/08/2021 14:05.',
  },
  'campaign/sent-altered': {
    title: 'What was sent was changed, its figures are the same',
    what: (facts) =>
      `The file ${facts.name} in outbox/${facts.date} is no longer what was sent, byte by byte; its figures are the same.`,
    why: 'What is kept must be what was sent.',
    fix: () =>
      'Nothing to do: aggregate, daily or sent of that day puts it back and keeps the other file beside it.',
  },
  'campaign/sent-figures-altered': {
    title: 'Figures of what was sent were changed',
    what: (facts) =>
      `The file ${facts.name} in outbox/${facts.date} is no longer what was sent: its figures are others, or it cannot be read any more.`,
    why: 'Whoever takes this file has other figures than those that were reported.',
    fix: () =>
      'Run aggregate or sent of that day: what was sent is put back, the other file is kept beside it under another name.',
  },
};
