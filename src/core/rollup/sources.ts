import type { FigureSource } from '../summary.ts';
import { formatInstant } from '../time.ts';
import type { ScopeView } from './rollup.ts';

/** Every figure of the units' lines with the file, sheet and cells that it was read from, in roster order. */
export function sourcesOf({ plan, folder, units }: ScopeView): FigureSource[] {
  return units.flatMap(({ code, entry, carried, values }) => {
    if (entry === null) return [];
    const { source } = entry;
    return [...values].flatMap(([measure, value]) => {
      const figure = source.figures.get(measure);
      if (figure === undefined) return [];
      return {
        scope: plan.id,
        unit: code,
        measure,
        value,
        date: source.date,
        carried,
        version: source.version ?? 1,
        sha256: source.sha256,
        path: source.path,
        sheet: figure.sheet,
        cells: figure.cells,
        counting: figure.counting,
        receivedAt: formatInstant(source.arrival.at, folder.campaign.timezone),
        evidence: source.arrival.evidence,
      };
    });
  });
}
