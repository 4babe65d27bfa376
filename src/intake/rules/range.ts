import { finding } from '../../model/finding.ts';
import { placeOf } from '../parse/place.ts';
import { inWords, labelOf, numberOf, type Rule, recordsOf } from './rule.ts';

/** A number lies between the bounds that its form sets. */
export const range: Rule = (report) =>
  recordsOf(report).flatMap((record) =>
    report.placement.form.rules.flatMap((rule) => {
      if (rule.kind !== 'range') return [];
      const read = numberOf(record, rule.field);
      if (read === null) return [];
      const { min, max } = rule;
      if ((min === null || min <= read.value) && (max === null || read.value <= max)) return [];
      const facts = { field: labelOf(report, rule.field), shown: read.shown, min, max };
      const plain = finding('value/out-of-range', placeOf(report.placement, rule.field, read.at), facts);
      return [inWords(report, rule.words, rule.field, read.at, plain)];
    }),
  );
