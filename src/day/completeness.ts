import type { Completeness, UnitStatus } from '../model/summary.ts';

/** The states of some units, counted: the six add up to the units, the first four to those that are asked. */
export function completenessOf(statuses: readonly UnitStatus[]): Completeness {
  const count = (wanted: UnitStatus) => statuses.filter((status) => status === wanted).length;
  const [onTime, late] = [count('on-time'), count('late')];
  const [missing, awaited] = [count('missing'), count('awaited')];
  return {
    expected: onTime + late + missing + awaited,
    reported: onTime + late,
    onTime,
    late,
    missing,
    awaited,
    exempt: count('exempt'),
    notRequired: count('not-required'),
  };
}
