import type { Form } from '../../model/form.ts';
import type { CellRef } from '../../model/grid.ts';
import type { ReportRow } from '../../model/report.ts';
import { bare, fold } from '../../text/fold.ts';
import { readPhones } from '../../text/phone.ts';

/** Rows of a table that name persons, told apart in memory only: no key leaves the process. */
export interface Persons {
  /** Distinct persons, and rows that name nobody but bear a mark. */
  readonly distinct: number;
  /** Rows that name a person of an earlier row once more. */
  readonly repeats: readonly { readonly at: CellRef; readonly first: CellRef }[];
}

/**
 * One person is one name with one phone number, or one name with one address where no phone is given (contract section
 * 3). Rows that lack both are nobody's again.
 */
export function tellPersons(
  rows: readonly ReportRow[],
  form: Form,
  isMarked: (row: ReportRow) => boolean,
): Persons {
  const idOf = (type: string): string => form.fields.find((field) => field.type === type)?.id ?? '';
  const [person, address, phone] = [idOf('person'), idOf('address'), idOf('phone')];
  const seen = new Map<string, Named>();
  const repeats: Persons['repeats'][number][] = [];
  const shared = sharedPhones(rows, person, phone);
  let distinct = 0;
  for (const row of rows) {
    const name = textOf(row, person);
    const place = textOf(row, address);
    const phones = phonesOf(textOf(row, phone)).filter((each) => !shared.has(each));
    const at = atOf(row, person);
    if (name === null || at === null) {
      if (place !== null || phones.length > 0 || isMarked(row)) distinct += 1;
      continue;
    }
    const found =
      phones.length > 0
        ? phones.map((each) => meet(seen, each, name, at))
        : [place === null ? undefined : meet(seen, `@${fold(place)}@${fold(name)}`, name, at)];
    const first = found.find((cell) => cell !== undefined);
    if (first === undefined) distinct += 1;
    else repeats.push({ at, first });
  }
  return { distinct, repeats };
}

/** With more names than a household shares it with, a number is the hamlet's, or only fills the cell. */
const HOUSEHOLD = 2;

/** Numbers that stand with many different names: they tell nobody apart. */
function sharedPhones(rows: readonly ReportRow[], person: string, phone: string): ReadonlySet<string> {
  const names = new Map<string, Set<string>>();
  for (const row of rows) {
    const name = textOf(row, person);
    if (name === null) continue;
    for (const each of phonesOf(textOf(row, phone))) {
      const known = names.get(each);
      if (known === undefined) names.set(each, new Set([bare(name)]));
      else known.add(bare(name));
    }
  }
  return new Set([...names].flatMap(([each, { size }]) => (size > HOUSEHOLD ? [each] : [])));
}

/** Who stood with a phone number or at an address. Names are compared only where a second one comes. */
interface Named {
  readonly name: string;
  readonly at: CellRef;
  names: Map<string, CellRef> | null;
}

/** Where the same name stood with the same key before; else it is remembered. */
function meet(seen: Map<string, Named>, key: string, name: string, at: CellRef): CellRef | undefined {
  const known = seen.get(key);
  if (known === undefined) {
    seen.set(key, { name, at, names: null });
    return undefined;
  }
  known.names ??= new Map([[bare(known.name), known.at]]);
  const own = bare(name);
  const first = known.names.get(own);
  if (first === undefined) known.names.set(own, at);
  return first;
}

/** A number as most are written today. */
const PLAIN = /^0[35789]\d{8}$/;

/** Told cheaply, before the numbering plan is asked. */
export function isPlainPhone(text: string): boolean {
  return PLAIN.test(text);
}

/** The numbers of a cell; what is no telephone number tells nobody apart. */
function phonesOf(text: string | null): readonly string[] {
  if (text === null) return [];
  return isPlainPhone(text) ? [text] : readPhones(text).phones;
}

function textOf(row: ReportRow, field: string): string | null {
  const reading = row.readings.get(field);
  return reading?.state === 'value' ? String(reading.value) : null;
}

function atOf(row: ReportRow, field: string): CellRef | null {
  const reading = row.readings.get(field);
  return reading?.state === 'value' ? reading.at : null;
}
