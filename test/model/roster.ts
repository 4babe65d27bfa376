import { readFileSync } from 'node:fs';
import type { Roster, Unit } from '../../src/model/units.ts';
import { readAdminList } from '../../src/read/admin-units.ts';

/** A unit for tests: its name, and what else matters. */
export function unit(code: string, name: string, kind: string, rest: Partial<Unit> = {}): Unit {
  return {
    code,
    name,
    kind,
    parent: null,
    aliases: [],
    bases: { smartphone_users: null, population: null, adults: null },
    baseDate: null,
    baseSource: null,
    contactName: null,
    contactPhone: null,
    validFrom: null,
    validTo: null,
    successor: null,
    note: null,
    line: 0,
    ...rest,
  };
}

export function roster(...units: Unit[]): Roster {
  return { units: units.map((each, i) => ({ ...each, line: i + 2 })) };
}

export interface AdminLine {
  readonly province: string;
  readonly districtCode: string;
  readonly district: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

/** The communes of an administrative list, in its order; of today's, which has no districts, under their province. */
export function adminList(date = '2021-08-01'): AdminLine[] {
  const file = new URL(`../../templates/admin-units/${date}.txt`, import.meta.url);
  return readAdminList(readFileSync(file, 'utf8')).flatMap(({ tier, code, name, above }) => {
    if (tier !== 'commune' || above === null) return [];
    const kind = /^(?:thị trấn|đặc khu|\S+)/i.exec(name)?.[0].toLowerCase() ?? '';
    return [
      {
        province: (above.above ?? above).name,
        districtCode: above.code,
        district: above.name,
        code,
        name,
        kind,
      },
    ];
  });
}

/** The communes of each district (of today's list of each province) as a roster. */
export function adminDistricts(date?: string): Map<string, Roster> {
  const units = new Map<string, Unit[]>();
  for (const { districtCode, code, name, kind } of adminList(date))
    units.set(districtCode, [
      ...(units.get(districtCode) ?? []),
      unit(code, name, kind, { parent: districtCode }),
    ]);
  return new Map([...units].map(([code, list]) => [code, roster(...list)]));
}
