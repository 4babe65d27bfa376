import { intake } from '../../../src/intake/intake.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { CountingMode } from '../../../src/model/form.ts';
import type { Report } from '../../../src/model/report.ts';
import { mau01, mau02 } from '../../model/shipped.ts';
import { draw } from '../../sheet.ts';

const forms = new Map([mau01, mau02].map((form) => [form.id, form]));

/** The one report on a drawn sheet. */
export function taken(
  text: string,
  counting: CountingMode = 'auto',
  year?: number,
  told: 'campaign' | 'decision' = 'campaign',
): Report {
  const { reports, findings } = intake(draw(text), forms, {
    counting: () => counting,
    told,
    ...(year === undefined ? {} : { day: `${year}-08-16`, from: `${year}-08-16` }),
  });
  const [report] = reports;
  if (report === undefined) throw new Error(`no report: ${findings.map(say).join(', ')}`);
  return report;
}

/** `value/missing E9`. */
export function say({ code, at }: Finding): string {
  return [code, at.cell].filter((part) => part !== undefined).join(' ');
}

/** `installed=245 E10:E13 per-person/numbers`, then the findings; the note on absent columns is left out. */
export function told(report: Report): string[] {
  return [
    ...[...report.figures].map(([id, { value, cells, counting }]) =>
      [`${id}=${value}`, cells, counting === null ? '' : `${counting.mode}/${counting.reason}`]
        .join(' ')
        .trim(),
    ),
    ...report.findings.filter(({ code }) => code !== 'form/field-absent').map(say),
  ];
}
