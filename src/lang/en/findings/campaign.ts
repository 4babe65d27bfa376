import type { CampaignFacts } from '../../../model/findings/campaign.ts';
import type { FamilyWords } from '../../findings.ts';
import { list, measure } from '../print.ts';

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
};
