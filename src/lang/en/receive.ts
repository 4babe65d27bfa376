import type { ReceiveWords } from '../vi/receive.ts';
import { date } from './numbers.ts';

export const receive: ReceiveWords = {
  from: 'File taken in',
  to: 'Kept as',
  state: 'Result',
  how: {
    copied: 'copied',
    trial: 'would be copied',
    there: 'was there',
    link: 'a shortcut, left',
    list: 'arrival times, left',
    locked: 'open, not copied',
    name: 'broken name',
    special: 'not a file',
    'dead-link': 'broken shortcut',
    permission: 'no right to read',
    gone: 'no longer there',
    changing: 'being written',
    disk: 'cannot be read',
  },
  outsidePeriod: (day) =>
    `${date(day)} lies outside the campaign: no unit has to report on that day. Take the files in for it all the same?`,
  nothingTaken: 'Nothing was taken in. For another day: add --date <day>.',
};
