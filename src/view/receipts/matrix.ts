import type { DayMark, ScopeDays } from '../../day/rollup/statuses.ts';
import type { Words } from '../../lang/lang.ts';
import type { ViewInput } from '../input.ts';
import type { Block } from '../page.ts';
import { column } from '../scope/columns.ts';
import { type Cell, cell, type Table, type Tone } from '../table.ts';

/** Characters of a day: as many as its longest mark needs. */
const DAY_WIDTH = 5.5;

/** Most days side by side on a page that is not made smaller for them. */
const MOST_ABREAST = 16;

/** Units by days: who was in time, late or missing on each. The marks say it without colour, and are explained below. */
export function matrixBlocks(input: ViewInput): readonly Block[] {
  const { matrix } = input.words.view;
  const blocks = input.statuses.flatMap(parted).flatMap((days): readonly Block[] => [
    { kind: 'text', style: 'heading', text: matrix.heading(formName(input, days.scope), span(days.days)) },
    { kind: 'table', table: matrixTable(input, days), main: false },
  ]);
  return blocks.length === 0 ? [] : [...blocks, { kind: 'text', style: 'small', text: matrix.legend }];
}

function span(days: readonly string[]): readonly [string, string] {
  return [days[0] ?? '', days.at(-1) ?? ''];
}

/** A month as two halves under one another. */
function parted(whole: ScopeDays): readonly ScopeDays[] {
  const parts = Math.ceil(whole.days.length / MOST_ABREAST);
  const each = Math.ceil(whole.days.length / parts);
  return Array.from({ length: parts }, (_, n) => {
    const cut = <T>(days: readonly T[]) => days.slice(n * each, (n + 1) * each);
    const units = whole.units.map((unit) => ({ ...unit, marks: cut(unit.marks) }));
    return { ...whole, days: cut(whole.days), units };
  });
}

function formName({ folder, summary, words }: ViewInput, scope: string): string {
  const form = summary.scopes.find(({ id }) => id === scope)?.form ?? '';
  return folder.forms.get(form)?.name[words.language] ?? scope;
}

function matrixTable({ words }: ViewInput, { scope, days, units }: ScopeDays): Table {
  const { column: heads, number } = words.view;
  return {
    id: `by-day-${scope}-${days[0]}`,
    columns: [
      column('ordinal', 'ordinal', heads.ordinal, { width: 5 }),
      column('unit', 'text', heads.unit, { width: 22, grow: true }),
      ...days.map((day) => column(day, 'mark', number.dayMonth(day), { width: DAY_WIDTH })),
    ],
    rows: units.map(({ name, marks }, index) => ({
      role: 'item',
      cells: {
        ordinal: cell(index + 1),
        unit: cell(name),
        ...Object.fromEntries(days.map((day, n) => [day, markCell(marks[n], words)])),
      },
    })),
  };
}

const TONES: { readonly [S in DayMark['status']]?: Tone } = { late: 'late', missing: 'missing' };

function markCell(mark: DayMark | undefined, words: Words): Cell {
  if (mark === undefined) return cell(null);
  const { status, minutesLate } = mark;
  const { late, marks } = words.view.matrix;
  return cell(status === 'late' ? late(minutesLate ?? 0) : marks[status], TONES[status]);
}
