import { intake } from '../../src/intake/intake.ts';
import { effectOf, type Finding, severityOf } from '../../src/model/finding.ts';
import type { Workbook } from '../../src/model/grid.ts';
import { mau01, mau02 } from '../model/shipped.ts';

const FORMS = new Map([mau01, mau02].map((form) => [form.id, form]));

/** What becomes of a report. */
export interface Became {
  readonly how: 'counted' | 'warned' | 'asked' | 'rejected';
  /** The figure, where it counts. */
  readonly value: number | null;
  readonly findings: readonly Finding[];
}

/** The one report of a workbook, as far as it tells by itself. */
export function becomes(workbook: Workbook): Became {
  const { reports, findings: loose } = intake(workbook, FORMS, {
    counting: () => 'auto',
    day: '2021-08-16',
    from: '2021-08-16',
  });
  const findings = [...loose, ...reports.flatMap((report) => report.findings)];
  const effect = reports.length === 0 ? 'rejected' : effectOf(findings);
  const values = reports.flatMap(({ figures }) => figures.get('installed')?.value ?? []);
  const warned = findings.some((found) => severityOf(found) === 'warning');
  return {
    how:
      effect === 'counted' ? (warned ? 'warned' : 'counted') : effect === 'undecided' ? 'asked' : 'rejected',
    value: effect === 'counted' ? (values[0] ?? null) : null,
    findings,
  };
}
