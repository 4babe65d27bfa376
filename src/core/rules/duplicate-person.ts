import { finding } from '../finding.ts';
import { address } from '../grid.ts';
import { tellPersons } from '../parse/persons.ts';
import { placeOf } from '../parse/place.ts';
import type { Rule } from './rule.ts';

/** The same person on two rows: same name and phone, or same name and address where no phone is given. */
export const duplicatePerson: Rule = (report) => {
  const { form, head } = report.placement;
  const person = form.fields.find(({ type }) => type === 'person');
  if (head === undefined || person === undefined) return [];
  return tellPersons(report.rows, form).repeats.map(({ at, first }) =>
    finding('report/duplicate-person', placeOf(report.placement, person.id, at), {
      first: address(first.row, first.col),
    }),
  );
};
