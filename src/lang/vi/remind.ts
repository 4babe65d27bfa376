import { type GroupReminder, nextDue, type OwedReport, type Reminder } from '../owed.ts';
import { deadline } from './deadline.ts';
import { date } from './numbers.ts';
import { addressee, list } from './print.ts';

/** The words of the reminders. */
export const remind = {
  nobody: 'Không còn đơn vị nào phải nhắc.',
  /** For the clerk, over each text; not to be pasted. */
  heading: (unit: string, contact: string | null, channel: string | null) =>
    `--- ${unit}${contact === null ? '' : ` (${contact})`}${channel === null ? '' : `, gửi qua ${channel}`} ---`,
  headingAll: '--- Gửi chung cho cả nhóm ---',
  one: ({ unit, office, asOf, absent, held }: Reminder) =>
    [
      `Kính gửi: ${addressee(unit)}`,
      ...(absent.length === 0
        ? []
        : [
            `Đến ${moment(asOf)}, ${office} chưa nhận được ${list(absent.map((each) => `${named(each)}${dueOf(each, asOf)}`))} của đơn vị. Đề nghị đơn vị gửi ${whenOf(absent, asOf)}; nếu đã gửi, xin cho biết gửi lúc nào, qua kênh nào.`,
          ]),
      ...(held.length === 0
        ? []
        : [
            `${office} đã nhận ${list(held.map((each) => `${named(each)}${nextDue(held) === null ? dueOf(each, asOf) : ''}`))} của đơn vị nhưng chưa tính được vì các điểm đã báo; đề nghị sửa và gửi lại ${whenOf(held, asOf)}.`,
          ]),
      'Trân trọng cảm ơn.',
    ].join('\n'),
  all: ({ office, asOf, reports }: GroupReminder) =>
    [
      `Kính gửi các đơn vị. Đến ${moment(asOf)}, ${office}:`,
      ...reports.flatMap((each) => [
        ...(each.absent.length === 0
          ? []
          : [`- chưa nhận được ${named(each)}${dueOf(each, asOf)} của: ${each.absent.join(', ')}.`]),
        ...(each.held.length === 0
          ? []
          : [`- đã nhận ${named(each)} nhưng chưa tính được, phải sửa và gửi lại: ${each.held.join(', ')}.`]),
      ]),
      `Đề nghị các đơn vị gửi ${whenOf(reports, asOf)}. Trân trọng cảm ơn.`,
    ].join('\n'),
};

function named({ form, date: day }: OwedReport): string {
  return day === null ? form : `${form} ngày ${date(day)}`;
}

function dueOf({ due }: OwedReport, asOf: string): string {
  return due === null ? '' : ` (hạn ${deadline({ ...due, asOf })})`;
}

function whenOf(reports: readonly OwedReport[], asOf: string): string {
  const due = nextDue(reports);
  if (due !== null) return deadline({ ...due, asOf });
  return reports.every((each) => each.due?.passed === false) ? 'đúng hạn nêu trên' : 'ngay';
}

function moment(iso: string): string {
  return `${Number(iso.slice(11, 13))} giờ ${iso.slice(14, 16)} ngày ${date(iso)}`;
}

export type RemindWords = typeof remind;
