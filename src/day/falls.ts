import type { CampaignFolder } from '../model/campaign.ts';
import { type Finding, finding } from '../model/finding.ts';
import { parseAddress } from '../model/grid.ts';
import type { ReportFigure } from '../model/report.ts';
import type { Rulings, Version } from './versions.ts';

/**
 * Falls of running totals against the last earlier day that has the measure, on the versions that count. `versions` are
 * of one unit and form, ascending by day. Such reports are counted: totals do fall legitimately, but somebody should ask.
 */
export function fallsIn(
  versions: readonly Version[],
  folder: CampaignFolder,
  rulings: Rulings,
): ReadonlyMap<Version, readonly Finding[]> {
  const falls = new Map<Version, Finding[]>();
  const last = new Map<string, { value: number; day: string }>();
  for (const version of versions) {
    if (version.outcome !== 'counts') continue;
    for (const measure of folder.forms.get(version.report.form)?.measures ?? []) {
      const figure = version.report.figures.get(measure.id);
      if (figure === undefined || !measure.cumulative) continue;
      const earlier = last.get(measure.id);
      last.set(measure.id, { value: figure.value, day: version.day });
      if (earlier === undefined || figure.value >= earlier.value) continue;
      if (rulings.fallAccepted(version.report, measure.id)) continue;
      const found = finding('across/fall', placeOf(version, figure), {
        measure: measure.id,
        value: figure.value,
        earlier: earlier.value,
        since: earlier.day,
      });
      falls.set(version, [...(falls.get(version) ?? []), found]);
    }
  }
  return falls;
}

function placeOf({ report }: Version, figure: ReportFigure) {
  const first = parseAddress(figure.cells.split(':')[0] ?? '');
  return { file: report.path, sheet: figure.sheet, cell: figure.cells, ...first, unit: report.unit };
}
