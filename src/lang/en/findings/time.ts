import type { TimeFacts } from '../../../model/findings/time.ts';
import type { FamilyWords } from '../../findings.ts';
import { date } from '../numbers.ts';
import { source } from '../print.ts';

export const time: FamilyWords<TimeFacts> = {
  'time/date-differs': {
    title: 'The report’s date is not the day that it was sent for',
    what: (facts, at) =>
      `${at.cell === undefined ? 'The' : `Cell ${at.cell}: the`} date in ${source(facts.source)} is ${date(facts.own)}, while this report was sent for ${date(facts.folder)}.`,
    why: 'It may be an old report or a date that was not changed, so this report waits for a decision.',
    fix: (facts) =>
      `Please change the date to ${date(facts.folder)} if the figures are of that day and send it again; a report of ${date(facts.own)} belongs into that day’s folder.`,
    ask: (facts) =>
      `Please change the date to ${date(facts.folder)} and send it again; if the report is of ${date(facts.own)}, please say so.`,
  },
  'time/dates-disagree': {
    title: 'Two different dates in the report',
    what: (facts) =>
      `The title says ${date(facts.title)}, the letterhead ${date(facts.letterhead)}; the title’s date was taken.`,
    why: 'This alone does not hold the report back; two dates mislead whoever looks it up later.',
    fix: () => 'Next time please change both dates.',
  },
  'time/name-differs': {
    title: 'The file name bears another date than the report',
    what: (facts) =>
      `The file name says ${date(facts.name)}, the report inside ${date(facts.own)}; the latter was taken.`,
    why: 'This alone does not hold the report back; two dates mislead whoever looks it up later.',
    fix: () => 'Next time please name the file by the day of the report.',
  },
  'time/unreadable-date': {
    title: 'A date that cannot be read',
    what: (facts, at) =>
      `${at.cell === undefined ? 'The report’s date' : `Cell ${at.cell}`} says “${facts.shown}”: no such day is in the calendar.`,
    why: 'The report is counted for the day of its folder.',
    fix: () => 'Please write the date as 16/8/2021 or “ngày 16 tháng 8 năm 2021”.',
  },
  'time/in-future': {
    title: 'A report of a day that had not come',
    what: (facts) => `The report is dated ${date(facts.own)} but arrived on ${date(facts.received)}.`,
    why: 'The running total of a day that has not come cannot be known; this alone does not hold the report back.',
    fix: () => 'Please check the date in the report and send it again if it is wrong.',
  },
};
