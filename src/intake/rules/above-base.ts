import { type Finding, finding, type Place } from '../../model/finding.ts';
import { parseAddress } from '../../model/grid.ts';
import type { ReportFigure } from '../../model/report.ts';
import type { UnitRule } from './rule.ts';

/**
 * A figure against the roster: above its base is worth a look; above twice the base, or above the population, it is
 * asked (contract section 3). An empty base, or 0, is unknown.
 */
export const aboveBase: UnitRule = ({ form, figures }, unit) => {
  return form.measures.flatMap(({ id, within }): Finding[] => {
    const figure = figures.get(id);
    if (figure === undefined || within === null) return [];
    const at = placeOfFigure(figure, unit.code);
    const { value } = figure;
    const population = unit.bases.population ?? 0;
    if (population > 0 && value > population) {
      return [finding('report/above-population', at, { measure: id, value, population })];
    }
    const baseValue = unit.bases[within] ?? 0;
    if (baseValue === 0 || value <= baseValue) return [];
    const code = value > 2 * baseValue ? 'report/above-twice-base' : 'report/above-base';
    return [finding(code, at, { measure: id, value, base: within, baseValue })];
  });
};

function placeOfFigure({ sheet, cells }: ReportFigure, unit: string): Place {
  const first = parseAddress(cells.split(':')[0] ?? '');
  return { sheet, cell: cells, unit, ...(first ?? {}) };
}
