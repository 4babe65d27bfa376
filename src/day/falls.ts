import type { CampaignFolder } from '../model/campaign.ts';
import type { CountedReport } from '../model/entry.ts';
import { type Finding, finding } from '../model/finding.ts';
import { parseAddress } from '../model/grid.ts';
import type { ReportFigure } from '../model/report.ts';
import type { Rulings } from './rulings.ts';
import type { Version } from './version.ts';
import { wholeOf } from './whole.ts';

/**
 * Falls of running totals against the last earlier day that has the measure, on the versions that count; of a report in
 * parts on the first of them. `versions` are of one unit and form, ascending by day. Such reports are counted: totals do
 * fall legitimately, but somebody should ask.
 */
export function fallsIn(
  versions: readonly Version[],
  folder: CampaignFolder,
  rulings: Rulings,
): ReadonlyMap<Version, readonly Finding[]> {
  const falls = new Map<Version, Finding[]>();
  const last = new Map<string, { value: number; day: string }>();
  for (const [first, report] of countingIn(versions)) {
    for (const measure of folder.forms.get(report.form)?.measures ?? []) {
      const figure = report.figures.get(measure.id);
      if (figure === undefined || !measure.cumulative) continue;
      const earlier = last.get(measure.id);
      last.set(measure.id, { value: figure.value, day: first.day });
      if (earlier === undefined || figure.value >= earlier.value) continue;
      if (rulings.fallAccepted(report)) continue;
      const found = finding('across/fall', placeOf(report, figure), {
        measure: measure.id,
        value: figure.value,
        earlier: earlier.value,
        since: earlier.day,
      });
      falls.set(first, [...(falls.get(first) ?? []), found]);
    }
  }
  return falls;
}

/** What counts on each day, with the version that its findings stand on. */
function countingIn(versions: readonly Version[]): readonly (readonly [Version, CountedReport])[] {
  const days = new Map<string, [Version, [CountedReport, ...CountedReport[]]]>();
  for (const version of versions) {
    if (version.outcome !== 'counts') continue;
    const posted = { ...version.report, version: version.version ?? 1 };
    const known = days.get(version.day);
    if (known === undefined) days.set(version.day, [version, [posted]]);
    else known[1].push(posted);
  }
  return [...days.values()].map(([first, parts]) => [first, wholeOf(parts)]);
}

function placeOf({ path, unit }: CountedReport, { sheet, cells }: ReportFigure) {
  if (cells === '') return { file: path, unit };
  return { file: path, sheet, cell: cells, ...parseAddress(cells.split(':')[0] ?? ''), unit };
}
