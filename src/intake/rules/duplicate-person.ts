import { finding } from '../../model/finding.ts';
import { address } from '../../model/grid.ts';
import { placeOf } from '../parse/place.ts';
import type { Rule } from './rule.ts';

/** The same person on two rows: same name and phone, or same name and address where no phone is given. */
export const duplicatePerson: Rule = ({ placement, repeats }) => {
  const person = placement.form.fields.find(({ type }) => type === 'person')?.id ?? '';
  return repeats.map(({ at, first }) =>
    finding('report/duplicate-person', placeOf(placement, person, at), {
      first: address(first.row, first.col),
    }),
  );
};
