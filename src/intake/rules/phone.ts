import { finding } from '../../model/finding.ts';
import { readPhones } from '../../text/phone.ts';
import { isPlainPhone } from '../parse/persons.ts';
import { placeOf } from '../parse/place.ts';
import { labelOf, type Rule, recordsOf } from './rule.ts';

/**
 * What stands where a phone number belongs is one of the country's. Blank is allowed; on a page of lines a name may stand
 * beside the number.
 */
export const phone: Rule = (report) => {
  const isPage = report.placement.head === undefined;
  const fields = report.placement.form.fields.filter(({ type }) => type === 'phone');
  return recordsOf(report).flatMap((record) =>
    fields.flatMap(({ id }) => {
      const reading = record.get(id);
      if (reading?.state !== 'value') return [];
      const text = String(reading.value);
      if (isPlainPhone(text)) return [];
      const { bad, phones } = readPhones(text);
      if (!bad || (isPage && phones.length > 0)) return [];
      return [
        finding('value/phone', placeOf(report.placement, id, reading.at), { field: labelOf(report, id) }),
      ];
    }),
  );
};
