import { finding } from '../../model/finding.ts';
import { placeOf } from '../parse/place.ts';
import { inWords, labelOf, type Rule, recordsOf } from './rule.ts';

/** A needed line has its value; a row of a table has those that its form's rules ask for. */
export const required: Rule = (report) => {
  const { form, head } = report.placement;
  const asked = form.rules.flatMap((rule) => (rule.kind === 'required' ? [rule] : []));
  const fields =
    head === undefined
      ? form.fields.filter((field) => field.required).map(({ id }) => ({ field: id, words: undefined }))
      : [];
  return recordsOf(report).flatMap((record) =>
    [...fields, ...asked].flatMap(({ field, words }) => {
      const reading = record.get(field);
      if (reading?.state !== 'blank' || reading.at === null) return [];
      const place = placeOf(report.placement, field, reading.at);
      const plain = finding('value/missing', place, { field: labelOf(report, field) });
      return [inWords(report, words, field, reading.at, plain)];
    }),
  );
};
