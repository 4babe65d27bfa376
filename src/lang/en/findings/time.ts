import type { TimeFacts } from '../../../core/findings/time.ts';
import type { FamilyWords } from '../../findings.ts';
import { day, source } from '../print.ts';

export const time: FamilyWords<TimeFacts> = {
  'time/date-differs': {
    title: 'The report’s date is not the day that it was sent for',
    what: (facts, at) =>
      `${at.cell === undefined ? 'The' : `Cell ${at.cell}: the`} date in ${source(facts.source)} is ${day(facts.own)}, while this report was sent for ${day(facts.folder)}.`,
    why: 'It may be an old report or a date that was not changed, so this report waits for a decision.',
    fix: (facts) =>
      `Please change the date to ${day(facts.folder)} if the figures are of that day and send it again; a report of ${day(facts.own)} belongs into that day’s folder.`,
  },
  'time/dates-disagree': {
    title: 'Two different dates in the report',
    what: (facts) =>
      `The title says ${day(facts.title)}, the letterhead ${day(facts.letterhead)}; the title’s date was taken.`,
    why: 'The report is counted; two dates mislead whoever looks it up later.',
    fix: () => 'Next time please change both dates.',
  },
  'time/name-differs': {
    title: 'The file name bears another date than the report',
    what: (facts) =>
      `The file name says ${day(facts.name)}, the report inside ${day(facts.own)}; the latter was taken.`,
    why: 'The report is counted; a file name with an old date misleads whoever looks it up later.',
    fix: () => 'Next time please name the file by the day of the report.',
  },
  'time/unreadable-date': {
    title: 'A date that cannot be read',
    what: (facts, at) =>
      `${at.cell === undefined ? 'The report’s date' : `Cell ${at.cell}`} says “${facts.shown}”: no such day is in the calendar.`,
    why: 'The report is counted for the day of its folder.',
    fix: () => 'Please write the date as 16/8/2021 or “ngày 16 tháng 8 năm 2021”.',
  },
};
