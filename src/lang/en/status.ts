import type { StatusWords } from '../vi/status.ts';
import { deadline } from './deadline.ts';
import { date } from './numbers.ts';

export const status: StatusWords = {
  file: 'File',
  recorded: 'Ledger',
  now: 'recorded now',
  before: 'known',
  onBehalf: 'on behalf',
  received: (news, all, named) => {
    if (all === 0) return named ? 'There is no file to record.' : 'No file of this day yet.';
    return `Recorded ${news} new files; ${named ? 'this run looked at' : 'this day has'} ${all}.`;
  },
  due: (form, due) => `${form}: due ${deadline(due)}`,
  noDue: (form) => `${form}: no deadline`,
  left: (minutes) => `${span(minutes)} left`,
  passed: (minutes) => `${span(minutes)} past`,
  undecided: (count) => `Undecided (${count})`,
  rejected: (count) => `Rejected (${count})`,
  sent: {
    marked: (name, at, number) =>
      `${name} is marked as sent at ${moment(at)}${number === null ? '' : `, number ${number}`}.`,
    same: (name) => `${name} was marked as sent before; nothing was added.`,
    kept: (name: string) => `${name} is marked as sent and is not overwritten; use -o to write another file.`,
    guarded: (name) =>
      `The ledger cannot be read, so nobody knows whether ${name} was sent: it is not written over. To write elsewhere, use -o.`,
    restored: (name) =>
      `${name} in the outbox was no longer as it was sent: what was sent is put back, the other file is kept beside it.`,
    numbered: (name, number) => `Number ${number} recorded for ${name}, which was sent before.`,
    unchanged: (name) => `The figures are those of ${name}, which was sent; no supplement was written.`,
  },
  decision: {
    recorded: (id) => `Decision ${id} is recorded.`,
    wouldRecord: (id) => `Decision ${id} would be recorded (nothing was).`,
    idle: {
      already: 'This decision changes nothing: it was so before.',
      'no-fall': 'This decision changes nothing: no fall of this unit is marked on this day.',
      'no-change':
        'This decision changes nothing: no figure of this unit changed after sending without a reason on this day.',
      'not-asked':
        'This decision changes nothing: the unit does not have to report on that day, or is exempt already.',
      still: (outcome, titles) =>
        `This decision changes no figure yet: the file is still “${outcome}”${titles.length === 0 ? '' : `: ${titles.join('; ')}`}.`,
    },
    none: 'No decision yet.',
    nothingOpen: 'Nothing of this day is undecided.',
    undone: 'no longer holds',
    id: 'No.',
    at: 'Recorded',
    what: 'Decision',
    reason: 'Reason',
    unit: (file, unit) => `${file} is ${unit}'s`,
    date: (file, day) => `${file} is for ${date(day)}`,
    version: (file) => `${file} is the version that counts`,
    together: (files) => `Parts of one report, added: ${files.join('; ')}`,
    counting: (file, mode) => `${file}: ${COUNTING[mode]}`,
    fall: (unit, day, why) => `${unit}'s figure of ${date(day)} fell: ${why}`,
    change: (unit, day, why) => `${unit}'s figure of ${date(day)} changed after it was sent: ${why}`,
    exempt: (unit, from, to) =>
      `${unit} is exempt${from === null ? '' : ` from ${date(from)}`}${to === null ? '' : ` to ${date(to)}`}`,
    undo: (id) => `Decision ${id} no longer holds`,
    askThing: 'What is to be decided?',
    enough: 'enough: record what was chosen',
    openFall: (unit) => `${unit}: its figure fell, the reason is not recorded`,
    openChange: (unit) => `${unit}: its figure changed after it was sent, the reason is not recorded`,
    askWhy: 'Why?',
    needsReason: 'The reason is needed.',
    askWhat: (file) => `For ${file}:`,
    askUnit: 'Whose is it?',
    askDate: 'For which day (2021-08-16 or 16/8/2021)?',
    askCounting: 'What does the running total mean on a row?',
    askReason: 'Reason (may be empty):',
    choose: {
      unit: 'choose the unit',
      date: 'choose the day',
      version: 'this version counts',
      counting: 'choose how to count',
      skip: 'skip',
    },
    counted: {
      rows: 'each row is one person who installed',
      'per-person': 'sum the number on each row',
      'stated-total': 'one total for the unit',
    },
  },
};

const COUNTING = {
  rows: 'each row is one person who installed',
  'per-person': 'the numbers on the rows are summed',
  'stated-total': 'the stated total is taken',
} as const;

function moment(iso: string): string {
  return `${iso.slice(11, 16)} on ${date(iso)}`;
}

function span(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  const parts = [days > 0 ? `${days} d` : '', hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''];
  return parts.filter((part) => part !== '').join(' ') || '0 min';
}
