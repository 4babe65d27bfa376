import { type Finding, severityOf } from '../model/finding.ts';
import type { DecidedSubmission } from '../model/submission.ts';
import { comparePlaces } from './arrival-order.ts';
import type { VersionChoice } from './versions.ts';

/**
 * What became of every submission, in the order of path and sheet: once all is known that its rivals, its history and
 * other units' reports say of it. `across` are the findings of comparing, each at its file, sheet and unit.
 */
export function conclude(
  { versions, others }: VersionChoice,
  across: readonly Finding[],
): DecidedSubmission[] {
  const alone = others.map((submission): DecidedSubmission => {
    const { standing } = submission;
    return { ...submission, outcome: standing === 'accepted' ? 'undecided' : standing, version: null };
  });
  const among = versions.map(({ report, outcome, version, findings }): DecidedSubmission => {
    const all = [...report.findings, ...findings];
    return { ...report, findings: all, outcome: outcome === 'counts' ? 'accepted' : outcome, version };
  });
  return [...alone, ...among].sort(comparePlaces).map((submission) => {
    const findings = [...submission.findings, ...across.filter((found) => isOn(found, submission))];
    const warned = findings.some((found) => severityOf(found) === 'warning');
    const outcome =
      submission.outcome === 'accepted' && warned ? 'accepted-with-warnings' : submission.outcome;
    return { ...submission, findings, outcome };
  });
}

function isOn({ at }: Finding, { path, unit, sheet }: DecidedSubmission): boolean {
  return (
    at.file === path && at.unit === unit && (sheet === null || at.sheet === undefined || at.sheet === sheet)
  );
}
