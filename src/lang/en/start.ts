import type { StartWords } from '../vi/start.ts';
import { date } from './numbers.ts';

export const start: StartWords = {
  none: 'There is no campaign in this folder yet.',
  which: 'There are several campaigns here. Which one?',
  day: (day, time) => `${date(day)}, ${time}`,
  scope: (form, received, due, left) =>
    `${form}: ${received} of ${due} units have sent${left === '' ? '' : `; ${left}`}`,
  waiting: (undecided, rejected) =>
    undecided + rejected === 0
      ? 'No file waits for a decision or goes back.'
      : `Files that wait for a decision: ${undecided}; that go back: ${rejected}.`,
  menu: 'What next?',
  choices: {
    receive: 'Take files in',
    watch: 'Watch until the deadline: what lands is received and checked at once',
    status: 'See who has sent',
    aggregate: 'Make the summary',
    validate: 'Make replies and marked files to send back',
    remind: 'Reminders for those who have not sent',
    resolve: 'Settle files, record a decision',
    sent: 'Mark the summary as sent',
    init: 'Begin a new campaign',
    quit: 'Leave',
  },
  paths: 'Drop files or folders here and press Enter (nothing: back):',
  command: (line) => `The command: ${line}`,
  close: 'Press a key to close this window.',
};
