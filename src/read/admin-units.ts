import { fold } from '../text/fold.ts';

/** A commune with its district and province, as of 1/8/2021. Commune fields are empty for the five island districts without communes. */
export interface AdminUnit {
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly districtCode: string;
  readonly districtName: string;
  readonly communeCode: string;
  readonly communeName: string;
  readonly communeType: string;
}

/** The administrative list that ships with the program; its fields hold no commas and no quotes. */
export function readAdminUnits(text: string): readonly AdminUnit[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => {
      const [
        provinceCode = '',
        provinceName = '',
        districtCode = '',
        districtName = '',
        communeCode = '',
        communeName = '',
        communeType = '',
      ] = line.split(',');
      return {
        provinceCode,
        provinceName,
        districtCode,
        districtName,
        communeCode,
        communeName,
        communeType,
      };
    });
}

/**
 * The official code of a unit whose leading zeros a spreadsheet ate: only when the padded code is in the list under the
 * same name (5 digits for a commune, 3 for a district, 2 for a province). Null leaves the code as it stands.
 */
export function restoreCode(units: readonly AdminUnit[], code: string, name: string): string | null {
  const wanted = fold(name);
  const named = (official: string): boolean =>
    fold(official) === wanted || fold(official).endsWith(` ${wanted}`);
  const found = units.find(
    (unit) =>
      (unit.communeCode === code.padStart(5, '0') && named(unit.communeName)) ||
      (unit.districtCode === code.padStart(3, '0') && named(unit.districtName)) ||
      (unit.provinceCode === code.padStart(2, '0') && named(unit.provinceName)),
  );
  if (found === undefined) return null;
  for (const official of [found.communeCode, found.districtCode, found.provinceCode]) {
    if (Number(official) === Number(code) && official.length > code.length) return official;
  }
  return null;
}
