import { isLearnt } from '../../levels/learnt-roster.ts';
import { type Finding, finding } from '../../model/finding.ts';
import { mergerFindings } from './merger-findings.ts';
import { isBase, type Share } from './plan.ts';
import type { ScopeView } from './rollup.ts';
import { officeBase, unitPair } from './sums.ts';
import type { UnitDay } from './unit-day.ts';

/** What the sums of a scope leave out: units that gave one half of a rate, and units above others. */
export function scopeFindings(view: ScopeView): Finding[] {
  const posting = view.units.filter(({ line, below }) => line !== null && below.length === 0);
  return [
    ...view.plan.needed.flatMap((share) => lackingHalf(posting, share, view)),
    ...view.units.flatMap((unit) => parentToo(unit, view.date)),
    ...mergerFindings(view),
  ];
}

/** The units that a rate leaves out although they gave one half of it; none while no unit gave both. */
function lackingHalf(units: readonly UnitDay[], share: Share, view: ScopeView): Finding[] {
  if (officeBase(view.units, share, view.folder) !== null) return [];
  const pairs = units.map((unit) => ({ unit, ...unitPair(unit, share) }));
  const isRate = pairs.some((pair) => pair.numerator !== null && pair.denominator !== null);
  return pairs.flatMap(({ unit, numerator, denominator }) => {
    const { code, name, line } = unit;
    if (numerator !== null && denominator === null) {
      if (!isBase(share.of) || line === null || isLearnt(line)) {
        return finding('across/not-in-rate', { unit: code }, { unitNames: [name], lacks: share.of });
      }
      const at = { file: view.folder.campaign.units, line: line.line, unit: code };
      return finding('campaign/base-missing', at, { unitNames: [name], base: share.of });
    }
    return numerator === null && denominator !== null && isRate
      ? finding('across/not-in-rate', { unit: code }, { unitNames: [name], lacks: share.measure })
      : [];
  });
}

function parentToo({ code, name, below, entry, carried }: UnitDay, date: string): Finding[] {
  if (below.length === 0 || entry === null || carried || entry.source.folderDate !== date) return [];
  const { path, sheet } = entry.source;
  const at = { file: path, ...(sheet === null ? {} : { sheet }), unit: code };
  return [finding('across/parent-too', at, { unitName: name, below: below.length })];
}
