import { type FillWords, fill as vi } from '../vi/fill.ts';
import { count, date } from './numbers.ts';

export const fill: FillWords = {
  // The official form is in Vietnamese whatever the language.
  form: {
    ...vi.form,
    types: {
      count: 'Whole numbers from 0 only, no words. Leave it blank where it is not known.',
      counting: 'Whole numbers from 0 only, or an x. Leave it blank where it is not known.',
      phone: 'Ten digits, beginning with 0. Leave it blank where there is none.',
      person: 'Full name.',
      address: 'Hamlet or quarter.',
      text: 'Text.',
      ordinal: 'Running number.',
      mark: 'Paste the picture, or write the code.',
      picture: 'Paste the picture into this cell.',
      date: 'A day, for example 16/8/2021.',
    },
    atMost: (label) => `At most «${label}».`,
    between: (min, max) =>
      [min === null ? '' : `From ${count(min)}.`, max === null ? '' : `At most ${count(max)}.`]
        .filter((part) => part !== '')
        .join(' '),
    sum: 'This cell computes itself.',
    day: 'Report date',
    dayHint: 'Change it here to use the form for another day; the line with place and date follows.',
    unit: 'Name of the unit',
    unitHint: 'The whole name with its tones, for example XÃ HOÀI CHÂU.',
    refused: 'Not accepted',
  },
  template: {
    made: (forms) => `${count(forms)} blank forms.`,
    none: (form) => `No unit owes ${form} on this day.`,
  },
  about: (form, unit, day) => `${form} of ${unit}, ${date(day)}`,
};
