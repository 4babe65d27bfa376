import { UserError } from '../../model/error.ts';
import type { Cell, Row, Sheet } from '../../model/grid.ts';
import { isDate } from '../../model/time.ts';
import { BASE_IDS, isValidOn, type Roster, type Unit } from '../../model/units.ts';
import { clean } from '../../text/fold.ts';
import { nearest } from '../../text/nearest.ts';
import { readCount } from '../../text/number.ts';

const REQUIRED = ['code', 'name', 'kind'] as const;
const COLUMNS = [
  ...REQUIRED,
  'parent',
  'aliases',
  ...BASE_IDS,
  'base_date',
  'base_source',
  'contact_name',
  'contact_phone',
  'valid_from',
  'valid_to',
  'successor',
  'note',
] as const;
type Column = (typeof COLUMNS)[number];

/**
 * units.csv or units.xlsx, already a grid, as a roster in its own order. Throws a UserError that names the line: a
 * missing column, a heading that looks like a mistyped one, a value that cannot be read, a code twice on one day.
 * `official` gives the administrative code of a commune, district or province whose leading zeros a spreadsheet ate.
 */
export function readRoster(
  file: string,
  sheet: Sheet,
  official: (code: string, name: string) => string | null,
): Roster {
  const [head, ...body] = sheet.rows.filter((row) => !isComment(row));
  if (head === undefined) throw new UserError({ kind: 'roster-empty', file });
  const columns = readHead(file, head);
  const units = body.flatMap((row) => readUnit(file, row, columns, official) ?? []);
  if (units.length === 0) throw new UserError({ kind: 'roster-empty', file });
  refuseOverlap(file, units);
  return { units: withSuccessors(file, units) };
}

/** A successor is a line of the roster that begins later; leading zeros that a spreadsheet ate are given back. */
function withSuccessors(file: string, units: readonly Unit[]): readonly Unit[] {
  const codes = new Set(units.map(({ code }) => code));
  return units.map((unit) => {
    const { successor: said, validTo, line } = unit;
    if (said === null || validTo === null) return unit;
    const [padded, second] = [...codes].filter((code) => code.replace(/^0+/, '') === said.replace(/^0+/, ''));
    const successor = codes.has(said) ? said : second === undefined ? padded : undefined;
    const follows = units.some(
      (other) => other.code === successor && (other.validTo === null || other.validTo > validTo),
    );
    if (successor === undefined || !follows)
      throw new UserError({ kind: 'roster-value', file, line, column: 'successor', shown: said });
    return { ...unit, successor };
  });
}

function isComment(row: Row): boolean {
  return row.cells[0]?.shown.trim().startsWith('#') === true;
}

function readHead(file: string, head: Row): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  for (const cell of head.cells) {
    const name = clean(cell.shown).toLowerCase();
    const column = COLUMNS.find((known) => known === name);
    if (column !== undefined) columns.set(column, cell.col);
    else {
      const close = nearest(name, COLUMNS);
      if (close !== null)
        throw new UserError({ kind: 'roster-unknown-column', file, column: name, nearest: close });
    }
  }
  for (const column of REQUIRED) {
    if (!columns.has(column)) throw new UserError({ kind: 'roster-column', file, column, nearest: null });
  }
  return columns;
}

/** A letter that the saving program did not know: no name has a question mark. */
const LOST = /\p{L}\?|\?\p{L}|\ufffd/u;

function readUnit(
  file: string,
  row: Row,
  columns: ReadonlyMap<Column, number>,
  official: (code: string, name: string) => string | null,
): Unit | null {
  const line = row.index + 1;
  const cellOf = (column: Column): Cell | undefined =>
    row.cells.find((cell) => cell.col === columns.get(column));
  const text = (column: Column): string | null => clean(textOf(cellOf(column))) || null;
  const fail = (column: Column): never => {
    throw new UserError({ kind: 'roster-value', file, line, column, shown: text(column) ?? '' });
  };
  const name = text('name');
  const code = text('code');
  if (name === null && code === null) return null;
  for (const shown of [name ?? '', text('kind') ?? '']) {
    if (LOST.test(shown)) throw new UserError({ kind: 'roster-lost-letters', file, line, shown });
  }
  const base = (column: Column): number | null => {
    const reading = readCount(cellOf(column)?.value ?? null);
    if (reading.kind === 'fault') return fail(column);
    return reading.kind === 'blank' || reading.value === 0 ? null : reading.value;
  };
  const day = (column: Column): string | null => {
    const iso = text(column) === null ? null : dayOf(cellOf(column), text(column) ?? '');
    return iso === undefined ? fail(column) : iso;
  };
  const [validFrom, validTo] = [day('valid_from'), day('valid_to')];
  if (validFrom !== null && validTo !== null && validTo < validFrom) fail('valid_to');
  const successorOf = (): string | null => {
    const said = text('successor');
    if (said !== null && validTo === null) fail('successor');
    return said;
  };
  return {
    code: official(code ?? fail('code'), name ?? fail('name')) ?? code ?? '',
    name: name ?? '',
    kind: (text('kind') ?? fail('kind')).toLowerCase(),
    parent: text('parent'),
    aliases: (text('aliases') ?? '')
      .split('|')
      .map(clean)
      .filter((alias) => alias !== ''),
    bases: {
      smartphone_users: base('smartphone_users'),
      population: base('population'),
      adults: base('adults'),
    },
    baseDate: text('base_date'),
    baseSource: text('base_source'),
    contactName: text('contact_name'),
    contactPhone: text('contact_phone'),
    validFrom,
    validTo,
    successor: successorOf(),
    note: text('note'),
    line,
  };
}

function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  return cell.value.kind === 'number'
    ? String(cell.value.number)
    : cell.value.kind === 'text'
      ? cell.value.text
      : cell.shown;
}

/** yyyy-mm-dd or dd/mm/yyyy; undefined when it is neither. */
function dayOf(cell: Cell | undefined, shown: string): string | null | undefined {
  const iso = cell?.value.kind === 'date' ? cell.value.iso.slice(0, 10) : shown;
  if (isDate(iso)) return iso;
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(shown);
  const turned =
    match === null ? '' : `${match[3]}-${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}`;
  return isDate(turned) ? turned : undefined;
}

/** A code may stand on several lines (a dated base, a new name), but on any one day on one. */
function refuseOverlap(file: string, units: readonly Unit[]): void {
  const seen = new Map<string, Unit[]>();
  for (const unit of units) {
    const others = seen.get(unit.code) ?? [];
    const clash = others.find((other) => overlap(other, unit));
    if (clash !== undefined) {
      throw new UserError({
        kind: 'roster-duplicate',
        file,
        line: unit.line,
        code: unit.code,
        first: clash.line,
      });
    }
    seen.set(unit.code, [...others, unit]);
  }
}

function overlap(a: Unit, b: Unit): boolean {
  return isValidOn(a, b.validFrom ?? '0000-01-01') || isValidOn(b, a.validFrom ?? '0000-01-01');
}
