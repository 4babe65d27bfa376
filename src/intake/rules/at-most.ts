import { finding } from '../../model/finding.ts';
import { placeOf } from '../parse/place.ts';
import { inWords, labelOf, numberOf, type Rule, recordsOf } from './rule.ts';

/** One number is at most another: staff installed ≤ staff with a smartphone ≤ staff in all. */
export const atMost: Rule = (report) =>
  recordsOf(report).flatMap((record) =>
    report.placement.form.rules.flatMap((rule) => {
      if (rule.kind !== 'at-most') return [];
      const left = numberOf(record, rule.left);
      const right = numberOf(record, rule.right);
      if (left === null || right === null || left.value <= right.value) return [];
      const plain = finding('report/exceeds', placeOf(report.placement, rule.left, left.at), {
        field: labelOf(report, rule.left),
        value: left.value,
        bound: labelOf(report, rule.right),
        boundValue: right.value,
      });
      return [inWords(report, rule.words, rule.left, left.at, plain)];
    }),
  );
