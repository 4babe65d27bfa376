import { nextDue, type OwedReport } from '../owed.ts';
import type { RemindWords } from '../vi/remind.ts';
import { deadline } from './deadline.ts';
import { date } from './numbers.ts';
import { list } from './print.ts';

export const remind: RemindWords = {
  nobody: 'Nobody is left to remind.',
  heading: (unit, contact, channel) =>
    `--- ${unit}${contact === null ? '' : ` (${contact})`}${channel === null ? '' : `, by ${channel}`} ---`,
  headingAll: '--- To the whole group ---',
  one: ({ unit, office, asOf, absent, held }) =>
    [
      `To ${unit}:`,
      ...(absent.length === 0
        ? []
        : [
            `By ${moment(asOf)}, ${office} has not received your ${list(absent.map((each) => `${named(each)}${dueOf(each, asOf)}`))}. Please send ${whenOf(absent, asOf)}; if you have sent it, please say when and by which channel.`,
          ]),
      ...(held.length === 0
        ? []
        : [
            `${office} has received your ${list(held.map((each) => `${named(each)}${nextDue(held) === null ? dueOf(each, asOf) : ''}`))} but could not count it because of the points named; please correct them and send it again ${whenOf(held, asOf)}.`,
          ]),
      'Thank you.',
    ].join('\n'),
  all: ({ office, asOf, reports }) =>
    [
      `To all units. By ${moment(asOf)}, ${office}`,
      ...reports.flatMap((each) => [
        ...(each.absent.length === 0
          ? []
          : [`- has not received ${named(each)}${dueOf(each, asOf)} of: ${each.absent.join(', ')}.`]),
        ...(each.held.length === 0
          ? []
          : [
              `- could not count ${named(each)}, to be corrected and sent again by: ${each.held.join(', ')}.`,
            ]),
      ]),
      `Please send ${whenOf(reports, asOf)}. Thank you.`,
    ].join('\n'),
};

function named({ form, date: day }: OwedReport): string {
  return day === null ? form : `${form} for ${date(day)}`;
}

function dueOf({ due }: OwedReport, asOf: string): string {
  return due === null ? '' : ` (due ${deadline({ ...due, asOf })})`;
}

function whenOf(reports: readonly OwedReport[], asOf: string): string {
  const due = nextDue(reports);
  if (due !== null) return deadline({ ...due, asOf });
  return reports.every((each) => each.due?.passed === false) ? 'by the times named' : 'now';
}

function moment(iso: string): string {
  return `${iso.slice(11, 16)} on ${date(iso)}`;
}
