import type { Field, FieldType } from '../../model/form.ts';
import type { Cell, CellRef } from '../../model/grid.ts';
import type { FieldReading } from '../../model/report.ts';
import { parseDay } from '../../text/date.ts';
import { bare, clean } from '../../text/fold.ts';

/** Whether a field holds personal data, which is located and never quoted (Luật 91/2025/QH15). */
export function isPersonal(type: FieldType): boolean {
  return type === 'person' || type === 'address' || type === 'phone';
}

export function refOf(sheet: string, cell: { readonly row: number; readonly col: number }): CellRef {
  return { sheet, row: cell.row, col: cell.col };
}

/** A cell of any field that is no count. Text is cleaned; days are yyyy-mm-dd. */
export function readPlain(field: Field, cell: Cell | null, at: CellRef): FieldReading {
  if (cell === null) return { state: 'blank', at };
  const { value } = cell;
  if (value.kind === 'error' || value.kind === 'uncomputed')
    return { state: 'unreadable', at, shown: cell.shown };
  const text = value.kind === 'text' ? clean(value.text) : textOf(cell);
  if (field.type !== 'date') return { state: 'value', value: text, at, shown: cell.shown };
  const day = value.kind === 'date' ? value.iso.slice(0, 10) : parseDay(text);
  return day === null
    ? { state: 'unreadable', at, shown: cell.shown }
    : { state: 'value', value: day, at, shown: cell.shown };
}

/** A phone number stored as a number has lost its zero but no digit: it must not be read as 9.12E+08. */
function textOf({ value, shown }: Cell): string {
  return value.kind === 'number' && Number.isSafeInteger(value.number) ? String(value.number) : clean(shown);
}

const MARK =
  /^([x×✓✔√☑v+]|co|roi|da|da cai|da cai dat|da cai (dat )?bluezone|cai roi|co cai|dat|ok|yes|y|xong|hoan thanh)\.?$/;

const REFUSAL = /^(chua|khong)( cai( dat)?| co)?( (ung dung )?bluezone)?\.?$/;

/** "chưa cài": what says of a row's person that he did not install. */
export function isRefusal({ value }: Cell): boolean {
  return value.kind === 'text' && value.text.length < 40 && REFUSAL.test(bare(value.text));
}

/** x, ✓, "đã cài", a day: what says of a row's person that he installed. */
export function isMark({ value }: Cell): boolean {
  if (value.kind === 'boolean') return value.boolean;
  if (value.kind === 'date') return true;
  if (value.kind !== 'text') return false;
  const text = bare(value.text);
  if (MARK.test(text)) return true;
  return (
    /\/|thang|\d{4}/.test(text) && parseDay(value.text.replace(/^\s*ngày\s+/i, ''), { year: 2000 }) !== null
  );
}
