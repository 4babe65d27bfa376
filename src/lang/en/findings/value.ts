import type { ValueFacts } from '../../../model/findings/value.ts';
import type { FamilyWords } from '../../findings.ts';
import { count } from '../numbers.ts';
import { plain, says, where } from '../print.ts';

const wholeNumber = 'Please enter one whole number that was counted, for example 245.';
const notCounted = 'A figure that is uncertain cannot be added, so this report is not counted.';

export const value: FamilyWords<ValueFacts> = {
  'value/missing': {
    title: 'A required figure is blank',
    what: (facts, at) => `${where(at, facts.field)}: no figure is given.`,
    why: 'Blank means not known, not 0, so this report is not counted.',
    fix: () => 'Please enter the figure; if there is nobody, enter 0.',
  },
  'value/not-a-number': {
    title: 'Not a number',
    what: (facts, at) => `${says(at, facts)}: this is not a number.`,
    why: notCounted,
    fix: () => wholeNumber,
  },
  'value/ambiguous-number': {
    title: 'A number that reads two ways',
    what: (facts, at) =>
      `${says(at, facts)}: it can be read as ${plain(facts.readings[0])} or as ${plain(facts.readings[1])}.`,
    why: 'The dot may mark thousands or decimals, or the digits and the words disagree, so the figure is uncertain and this report is not counted.',
    fix: ({ readings }) =>
      readings.every(Number.isInteger)
        ? `Please write one number, in digits: ${plain(readings[0])} or ${plain(readings[1])}.`
        : `Please write the number of people without any mark, for example ${plain(Math.max(...readings))}.`,
  },
  'value/negative': {
    title: 'A negative number',
    what: (facts, at) => `${says(at, facts)}: a number of people cannot be below 0.`,
    why: notCounted,
    fix: () => 'Please enter the running total up to the time of the report, not the change.',
  },
  'value/not-whole': {
    title: 'Not a whole number',
    what: (facts, at) => `${says(at, facts)}: a number of people must be whole.`,
    why: notCounted,
    fix: () => wholeNumber,
  },
  'value/approximate': {
    title: 'A rough number',
    what: (facts, at) => `${says(at, facts)}: this is an estimate, not a number that was counted.`,
    why: 'What goes to the next office must have been counted, so this report is not counted.',
    fix: () => 'Please count again and enter exactly one number.',
  },
  'value/percentage': {
    title: 'A rate where people are asked for',
    what: (facts, at) => `${says(at, facts)}: this is a rate, while the form asks for a number of people.`,
    why: 'The number of people cannot be told from a rate, so this report is not counted.',
    fix: () => 'Please enter the number of people; rates are worked out in the summary.',
  },
  'value/with-words': {
    title: 'A number with words',
    what: (facts, at) => `${says(at, facts)}: it was read as ${count(facts.number)}.`,
    why: 'The number is clear, so this alone does not hold the report back; a number alone leaves no doubt.',
    fix: () => 'Next time please enter the number alone and put remarks in another column.',
  },
  'value/date-format': {
    title: 'A number shown as a day',
    what: (facts, at) =>
      at.count === undefined
        ? `${where(at, facts.field)} shows “${facts.shown}” since the cell has a date format; it was read as ${count(facts.number)}.`
        : `${where(at, facts.field)}: ${count(at.count)} cells show days since they have a date format; they were read as the numbers typed, the first as ${count(facts.number)}.`,
    why: 'Who looks at the table sees days and no numbers; this alone does not hold the report back.',
    fix: () => 'Please set the column to a number format (General) and look at the numbers again.',
  },
  'value/error-value': {
    title: 'A cell that shows an error',
    what: (facts, at) => `${says(at, facts)}: the formula in this cell gives an error.`,
    why: notCounted,
    fix: () => 'Please mend the formula or type the number itself, and send the file again.',
  },
  'value/formula-uncomputed': {
    title: 'A formula without a result',
    what: (facts, at) =>
      `${where(at, facts.field)} is a formula that was never computed; the file holds no result.`,
    why: 'Formulas of received files are not run, so this report is not counted.',
    fix: () => 'Please open the file in Excel, save it and send it again, or type the number itself.',
  },
  'value/out-of-range': {
    title: 'Outside what the form allows',
    what: (facts, at) =>
      `${says(at, facts)}: the form takes only ${[
        ...(facts.min === null ? [] : [`from ${count(facts.min)}`]),
        ...(facts.max === null ? [] : [`up to ${count(facts.max)}`]),
      ].join(' ')}.`,
    why: notCounted,
    fix: () => 'Please check the number and send it again.',
  },
  'value/pattern': {
    title: 'Not written as the form prescribes',
    what: (facts, at) => `${says(at, facts)}: this is not how the form wants it written.`,
    why: 'The form of this campaign prescribes how it is written, so this report is not counted yet.',
    fix: () => 'Please write it as prescribed and send it again.',
  },
  'value/phone': {
    title: 'Not a phone number',
    what: (facts, at) => `${where(at, facts.field)}: this is not a phone number in use in Viet Nam.`,
    why: 'The phone number helps to notice a person entered twice; this alone does not hold the report back.',
    fix: () => 'Please check it: mobile numbers have 10 digits and begin with 0.',
  },
};
