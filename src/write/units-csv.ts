import type { RosterLine } from '../text/roster-line.ts';

const HEAD =
  'code,name,kind,parent,aliases,smartphone_users,population,adults,base_date,base_source,contact_name,contact_phone,valid_from,valid_to,successor,note';

/** units.csv of a new campaign (contract section 1), with a mark that spreadsheets know as UTF-8. What is not known is empty. */
export function writeUnitsCsv(units: readonly RosterLine[]): string {
  const lines = units.map((unit) =>
    [
      ...[unit.code, unit.name, unit.kind, unit.parent, unit.aliases?.join('|') ?? ''],
      ...Array<string>(7).fill(''),
      ...[unit.validFrom ?? '', unit.validTo ?? '', unit.successor ?? '', unit.note],
    ]
      .map(quoted)
      .join(','),
  );
  return `\uFEFF${[HEAD, ...lines].join('\n')}\n`;
}

function quoted(text: string): string {
  return /[",\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
