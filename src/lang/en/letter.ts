import type { CollectSaid, DueSaid, LetterWords, TargetSaid } from '../vi/letter.ts';

export const letter: LetterWords = {
  head: (file) =>
    `Read from the letter ${file} by bluezone-report init --letter. What stands in «…» is the letter's; a line "# ?" is to be looked at, and deleted then.`,
  cited: (quote, line, item) => `«${quote}» (line ${line}${item === null ? '' : `, item ${item}`})`,
  unnamed: 'Reports asked by a letter',
  unknownOffice: 'Office unknown',
  unknownUnit: 'First unit (put this line right)',
  noOffice: 'No issuing office was found at the head of the letter: write it here.',
  noReport: 'The letter asks no report: no deadline, nobody is late.',
  noUnits: 'The administrative list does not have this area: make the list of units.',
  unsure: (key) => `${key}: ${UNSURE[key] ?? 'not sure, compare it with the letter.'}`,
  open: (key, candidates) =>
    `${OPEN[key] ?? 'the letter leaves it open.'}${candidates.length === 0 ? '' : ` One of: ${candidates.join(' | ')}.`} Take the # off the lines below once it is clear.`,
  collect: ({ form, from, every, due }: CollectSaid) =>
    `${from.join(', ') || 'somebody (who is open)'}: ${form ?? 'a report (form open)'}${every === null ? '' : every === 'day' ? ' every day' : ' once'}${due === null ? '' : `, ${dueText(due)}`}`,
  target: ({ of, reach, by }: TargetSaid) =>
    `Target ${reach}${of === null ? '' : ` of ${of}`}${by === null ? '' : ` by ${by}`}`,
  forward: (to, due) => `Summary goes to ${to.join('; ')}${due === null ? '' : `, ${dueText(due)}`}`,
  authority: (name, department) =>
    `Collecting office: ${name}${department === null ? '' : `, through ${department}`}`,
  directive: (number, date) => `Letter ${number ?? 'without a number'}${date === null ? '' : ` of ${date}`}`,
  period: (from, to) => `Reports${from === null ? '' : ` from ${from}`}${to === null ? '' : ` to ${to}`}`,
  maybe: 'not sure',
  openPoint: 'The letter leaves open',
  ask: {
    take: 'Right, take it',
    change: 'Change it',
    leave: 'Leave it out',
    keepOpen: 'Leave it open, as a comment',
    fillIn: 'Fill it in',
    back: 'Back to the one before',
    name: 'Name of the campaign:',
    office: 'Collecting office:',
    department: 'Its department that collects (blank: none):',
    number: 'Number (blank: none):',
    since: 'The letter names no day. From which day does it hold?',
    amend: 'Write this change?',
    firstDay: 'First day of reports (blank: none):',
    lastDay: 'Last day of reports (blank: none):',
    form: 'Which form?',
    from: 'Who sends (with commas):',
    every: 'How often?',
    daily: 'every day',
    once: 'once',
    reach: 'Rate to be reached:',
    by: 'By which day (blank: none):',
    to: 'Where it goes (with semicolons):',
  },
  change: (sentence, since, replaces) =>
    `From ${since}: ${sentence} (${replaces ? 'in place of the entry there is' : 'new'}).`,
  unchanged: 'This letter changes nothing in the campaign; nothing was written.',
  instead: 'bluezone-report init --letter <file> --yes or --json',
};

function dueText({ date, time, rule }: DueSaid): string {
  const when = [time ?? '', date ?? ''].filter((part) => part !== '').join(' on ');
  return `${rule === 'before' ? 'before' : 'no later than'} ${when}`;
}

const UNSURE: { readonly [key: string]: string } = {
  name: 'taken from the subject of the letter.',
  form: 'the letter names no form, this is the usual one.',
  from: 'the letter does not say who, taken from its addressees.',
  every: 'the letter does not say how often.',
  parent: 'from the administrative list, the letter does not name it.',
  reach: 'the letter names no rate, understood as all.',
  to: 'the letter does not say who passes it on; understood from "through".',
};

const OPEN: { readonly [key: string]: string } = {
  form: 'which form is open.',
  from: 'who sends is open.',
  every: 'how often is open, or neither every day nor once.',
  'due.time': 'the hour is open.',
  'due.date': 'the day is open.',
  'due.rule': 'whether that very moment is in time is open.',
  due: 'when it is passed on is open.',
  of: 'a share of whom is open.',
  '': 'whether it is a target of this campaign is open.',
};
