import { readFileSync } from 'node:fs';
import type { Roster, Unit } from '../../src/model/units.ts';

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

/** The communes of the administrative list, in its order. */
export function adminList(): AdminLine[] {
  const file = new URL('../../templates/admin-units.csv', import.meta.url);
  const lines: AdminLine[] = [];
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    if (line === '' || line.startsWith('#') || line.startsWith('province_code')) continue;
    const [, province = '', districtCode = '', district = '', code = '', name = '', kind = ''] =
      line.split(',');
    if (code !== '') lines.push({ province, districtCode, district, code, name, kind: kind.toLowerCase() });
  }
  return lines;
}

/** The communes of each district as a roster. */
export function adminDistricts(): Map<string, Roster> {
  const units = new Map<string, Unit[]>();
  for (const { districtCode, code, name, kind } of adminList())
    units.set(districtCode, [
      ...(units.get(districtCode) ?? []),
      unit(code, name, kind, { parent: districtCode }),
    ]);
  return new Map([...units].map(([code, list]) => [code, roster(...list)]));
}
