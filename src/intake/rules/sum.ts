import { finding } from '../../model/finding.ts';
import { placeOf } from '../parse/place.ts';
import { inWords, labelOf, numberOf, type Rule, recordsOf } from './rule.ts';

/** A number is the sum of others of its line or form. */
export const sum: Rule = (report) =>
  recordsOf(report).flatMap((record) =>
    report.placement.form.rules.flatMap((rule) => {
      if (rule.kind !== 'sum') return [];
      const whole = numberOf(record, rule.field);
      const parts = rule.of.map((field) => numberOf(record, field));
      if (whole === null || parts.some((part) => part === null)) return [];
      const all = parts.reduce((total, part) => total + (part?.value ?? 0), 0);
      if (all === whole.value) return [];
      const plain = finding('report/not-sum-of', placeOf(report.placement, rule.field, whole.at), {
        field: labelOf(report, rule.field),
        value: whole.value,
        of: rule.of.map((field) => labelOf(report, field)),
        sum: all,
      });
      return [inWords(report, rule.words, rule.field, whole.at, plain)];
    }),
  );
