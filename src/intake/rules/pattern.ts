import { finding } from '../../model/finding.ts';
import { isPersonal } from '../parse/cells.ts';
import { placeOf } from '../parse/place.ts';
import { inWords, labelOf, type Rule, recordsOf } from './rule.ts';

/** A pattern comes with a campaign: a text longer than this fits none, however slow the pattern. */
const LONGEST = 200;

/** A text is written as its form prescribes. */
export const pattern: Rule = (report) => {
  const { form } = report.placement;
  const rules = form.rules.flatMap((rule) =>
    rule.kind === 'pattern' ? [{ rule, shape: new RegExp(`^(?:${rule.pattern})$`) }] : [],
  );
  if (rules.length === 0) return [];
  return recordsOf(report).flatMap((record) =>
    rules.flatMap(({ rule, shape }) => {
      const reading = record.get(rule.field);
      if (reading?.state !== 'value') return [];
      const text = String(reading.value);
      if (text.length <= LONGEST && shape.test(text)) return [];
      const personal = isPersonal(form.fields.find(({ id }) => id === rule.field)?.type ?? 'text');
      const facts = { field: labelOf(report, rule.field), shown: personal ? null : reading.shown };
      const plain = finding('value/pattern', placeOf(report.placement, rule.field, reading.at), facts);
      return [inWords(report, rule.words, rule.field, reading.at, plain)];
    }),
  );
};
