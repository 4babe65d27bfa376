import type { ForwardedBy } from '../../model/entry.ts';
import type { FigureSource, LowerSource } from '../../model/summary.ts';
import { formatInstant } from '../../model/time.ts';
import type { ScopeView } from './rollup.ts';

/** Every figure of the units' lines with the file, sheet and cells that it was read from, in roster order. */
export function sourcesOf({ plan, folder, units }: ScopeView): FigureSource[] {
  return units.flatMap(({ code, entry, carried, values }) => {
    if (entry === null) return [];
    const { source, via, parts = [source] } = entry;
    return [...values.keys()].flatMap((measure) =>
      parts.flatMap((part) => {
        const figure = part.figures.get(measure);
        if (figure === undefined) return [];
        // What came in a summary is here as that summary's file.
        const file = via?.summary ?? part;
        return {
          scope: plan.id,
          unit: code,
          measure,
          value: figure.value,
          date: part.date,
          carried,
          version: file.version,
          sha256: part.sha256,
          path: part.path,
          sheet: figure.sheet,
          cells: figure.cells,
          counting: figure.counting,
          ...(figure.rows === undefined ? {} : { rows: figure.rows }),
          receivedAt: formatInstant(file.arrival.at, folder.campaign.timezone),
          evidence: file.arrival.evidence,
          ...(via === undefined ? {} : { through: lowerSource(via, measure) }),
        };
      }),
    );
  });
}

function lowerSource({ summary, unit, entry }: ForwardedBy, measure: string): LowerSource {
  const figure = entry.figures[measure];
  return {
    sender: summary.unit,
    unit,
    version: entry.version,
    sha256: entry.sha256,
    sheet: figure?.sheet ?? null,
    cells: figure?.cells ?? null,
    receivedAt: entry.at,
    evidence: entry.evidence,
  };
}
