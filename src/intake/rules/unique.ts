import { type Finding, finding } from '../../model/finding.ts';
import { address, type CellRef } from '../../model/grid.ts';
import { fold } from '../../text/fold.ts';
import { placeOf } from '../parse/place.ts';
import { inWords, labelOf, type Rule, recordsOf } from './rule.ts';

/** No two rows agree in all of some fields. Rows that lack one of them are left alone. */
export const unique: Rule = (report) =>
  report.placement.form.rules.flatMap((rule) => {
    if (rule.kind !== 'unique') return [];
    const [lead = ''] = rule.fields;
    const seen = new Map<string, CellRef>();
    const findings: Finding[] = [];
    for (const record of recordsOf(report)) {
      const values = rule.fields.flatMap((field) => {
        const reading = record.get(field);
        return reading?.state === 'value' ? [{ text: fold(String(reading.value)), at: reading.at }] : [];
      });
      const [first] = values;
      if (first === undefined || values.length < rule.fields.length) continue;
      const key = values.map(({ text }) => text).join('\u0000');
      const known = seen.get(key);
      if (known === undefined) {
        seen.set(key, first.at);
        continue;
      }
      const plain = finding('report/not-unique', placeOf(report.placement, lead, first.at), {
        fields: rule.fields.map((field) => labelOf(report, field)),
        first: address(known.row, known.col),
      });
      findings.push(inWords(report, rule.words, lead, first.at, plain));
    }
    return findings;
  });
