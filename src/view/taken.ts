import type { Words } from '../lang/lang.ts';
import { column } from './scope/columns.ts';
import { cell, type Table } from './table.ts';

/** A file that came from elsewhere: where it lies now, or why it was left. `from` is absolute. */
export interface TakenLine {
  readonly from: string;
  readonly to: string | null;
  readonly how: keyof Words['receive']['how'];
}

/** What `receive` says of files from outside the campaign. */
export function takenTable(lines: readonly TakenLine[], words: Words): Table {
  const said = words.receive;
  return {
    id: 'taken',
    columns: [
      column('file', 'text', said.from, { width: 30, grow: true }),
      column('place', 'text', said.to, { width: 30, grow: true }),
      column('how', 'text', said.state, { width: 16 }),
    ],
    rows: lines.map(({ from, to, how }) => ({
      role: 'item',
      cells: {
        file: cell(from.split('/').at(-1) ?? from),
        place: cell(to),
        how: cell(said.how[how], to === null ? 'weak' : undefined),
      },
    })),
  };
}
