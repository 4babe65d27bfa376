import type { Field, Form } from '../../model/form.ts';
import { clean } from '../../text/fold.ts';
import { labelsOf } from '../recognise/labels.ts';
import { askedFields, type DraftRow } from './draft.ts';

/**
 * Lines copied from a spreadsheet (cells parted by tabs) as rows. A first line of headings says which column is which;
 * without one the columns are those of the form in order, with or without the running number. Blank lines are left out.
 */
export function rowsOfPaste(lines: readonly string[], form: Form): readonly DraftRow[] {
  const grid = lines
    .map((line) => line.split('\t').map(unquote))
    .filter((cells) => cells.some((text) => text !== ''));
  const [first] = grid;
  if (first === undefined) return [];
  const headed = columnsOfHead(first, form);
  const columns = headed ?? columnsByOrder(grid, form);
  const body = headed === null ? grid : grid.slice(1);
  return body.map((cells) => {
    const row: { [field: string]: string } = {};
    columns.forEach((field, n) => {
      const text = cells[n] ?? '';
      if (field !== null && text !== '') row[field.id] = text;
    });
    return row;
  });
}

/** Quotes that a spreadsheet puts around a cell of several lines or with quotes in it. */
function unquote(text: string): string {
  const inner = /^"(.*)"$/s.exec(text.trim())?.[1];
  return clean(inner === undefined ? text : inner.replaceAll('""', '"'));
}

function columnsOfHead(cells: readonly string[], form: Form): readonly (Field | null)[] | null {
  const labels = labelsOf(form);
  const found = cells.map((text) => {
    const best = labels(text)[0];
    return best !== undefined && best.score >= SURE
      ? (form.fields.find(({ id }) => id === best.field) ?? null)
      : null;
  });
  const asked = askedFields(form);
  const known = new Set(found.flatMap((field) => field?.id ?? []));
  return known.size >= Math.min(2, form.fields.length)
    ? found.map((field) => (field !== null && asked.includes(field) ? field : null))
    : null;
}

const SURE = 0.7;

function columnsByOrder(grid: readonly (readonly string[])[], form: Form): readonly (Field | null)[] {
  const asked = askedFields(form);
  const width = Math.max(...grid.map((cells) => cells.length));
  const numbered =
    grid.every(([first = '']) => /^\d*\.?$/.test(first)) && grid.some(([first = '']) => first !== '');
  const startsWithCount = asked[0]?.type === 'count' || asked[0]?.type === 'phone';
  return numbered && (width > asked.length || !startsWithCount) ? [null, ...asked] : asked;
}
