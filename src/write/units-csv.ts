import type { RosterLine } from '../text/office.ts';

const HEAD =
  'code,name,kind,parent,aliases,smartphone_users,population,adults,base_date,base_source,contact_name,contact_phone,valid_from,valid_to,note';

/** units.csv of a new campaign (contract section 1), with a mark that spreadsheets know as UTF-8. What is not known is empty. */
export function writeUnitsCsv(units: readonly RosterLine[]): string {
  const lines = units.map(({ code, name, kind, parent, note }) =>
    [code, name, kind, parent, ...Array<string>(10).fill(''), note].map(quoted).join(','),
  );
  return `\uFEFF${[HEAD, ...lines].join('\n')}\n`;
}

function quoted(text: string): string {
  return /[",\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
