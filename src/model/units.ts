/** One line of units.csv. An empty number is null: unknown, never 0. Dates are yyyy-mm-dd and inclusive. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly aliases: readonly string[];
  readonly bases: UnitBases;
  readonly baseDate: string | null;
  readonly baseSource: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /**
   * Code of the unit that takes it over after `validTo`. It may be its own: then a later line of that code is the new
   * unit, made of this one and others.
   */
  readonly successor: string | null;
  readonly note: string | null;
  /** 1-based line in units.csv. */
  readonly line: number;
}

export type BaseId = 'smartphone_users' | 'population' | 'adults';
export const BASE_IDS: readonly BaseId[] = ['smartphone_users', 'population', 'adults'];
export type UnitBases = { readonly [B in BaseId]: number | null };

/** The units in roster order. A code may stand on several lines with validity that does not overlap. */
export interface Roster {
  readonly units: readonly Unit[];
}

export function isValidOn(unit: Pick<Unit, 'validFrom' | 'validTo'>, date: string): boolean {
  return (
    (unit.validFrom === null || unit.validFrom <= date) && (unit.validTo === null || date <= unit.validTo)
  );
}
