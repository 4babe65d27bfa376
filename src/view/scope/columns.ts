import type { UnitLine } from '../../model/summary.ts';
import type { ViewInput } from '../input.ts';
import type { Column, ColumnKind } from '../table.ts';
import { countsPeople, labelOf, type ScopeLayout, shortLabelOf } from './layout.ts';

/** Columns of a scope's table. A column that no unit could fill is left out. */
export function scopeColumns(input: ViewInput, layout: ScopeLayout): readonly Column[] {
  const words = input.words.view;
  const { scope, form } = layout;
  const isBase = (id: string) => layout.pairs.some((pair) => pair.of === id);
  const some = (test: (unit: UnitLine) => boolean) => scope.units.some(test);
  return [
    column('ordinal', 'ordinal', words.column.ordinal, { width: 5 }),
    column('unit', 'text', words.column.unit, { width: 22, grow: true }),
    ...(layout.above.size > 0
      ? [column('above', 'text', words.column.above, { width: 18, grow: true, drop: 4 })]
      : []),
    ...layout.bases.map((of) => named(input, layout, `b:${of}`, of, 2)),
    ...layout.measures.map((id) =>
      named(input, layout, `m:${id}`, id, id === layout.main ? 0 : isBase(id) ? 2 : 5),
    ),
    ...layout.pairs
      .filter(
        (pair) =>
          some((unit) => unit.coverages.concat(unit.coverage ?? []).some((c) => c.percent !== null)) ||
          scope.total.coverages.concat(scope.total.coverage ?? []).some((c) => c.of === pair.of),
      )
      .map((pair, index) =>
        column(
          `p:${pair.id}`,
          'percent',
          layout.pairs.length > 1 ? words.column.rateOver(labelOf(input, form, pair.of)) : words.column.rate,
          { width: 10, short: words.column.shortRate, drop: index, bar: true },
        ),
      ),
    ...changeColumns(input, layout),
    ...(some((unit) => unit.rank !== null)
      ? [column('rank', 'rank', words.column.rank, { width: 8, short: words.column.shortRank, drop: 6 })]
      : []),
    ...gapColumns(input, layout),
    ...givenColumns(input, layout),
    column('note', 'text', words.column.note, { width: 26, grow: true, drop: 1 }),
  ];
}

function changeColumns(input: ViewInput, layout: ScopeLayout): readonly Column[] {
  const { column: words } = input.words.view;
  const deltas = [layout.scope.total.delta, ...layout.scope.units.map((unit) => unit.delta)];
  if (deltas.every((delta) => delta === null)) return [];
  const group = words.changeGroup;
  return [
    column(
      'change',
      'change',
      countsPeople(input, layout, layout.main) ? words.changeCount : words.changeNumber,
      { width: 9, short: words.shortChange, drop: 3, group },
    ),
    ...(deltas.some((delta) => typeof delta?.points === 'number')
      ? [
          column('points', 'points', words.changePoints, {
            width: 8,
            short: words.shortPoints,
            drop: 6,
            group,
          }),
        ]
      : []),
  ];
}

function gapColumns(input: ViewInput, layout: ScopeLayout): readonly Column[] {
  const { column: words, number, reached } = input.words.view;
  if (layout.scope.units.every((unit) => unit.gaps === null)) return [];
  return layout.targets.map((target, index) => {
    const share = number.share(target.reach.num, target.reach.den);
    const title = words.gap(share, target.by === null ? null : number.dayMonth(target.by));
    return column(`g:${target.id}`, 'count', title, {
      // Alone it bears the words over it: narrow they would make a tall head of every page.
      width: layout.targets.length === 1 ? 15 : 10,
      short: words.shortGap(share),
      drop: 4 + index * 3,
      group: countsPeople(input, layout, target.measure) ? words.gapGroup : words.gapGroupPlain,
      zero: reached,
    });
  });
}

/** Marks and pictures of the form: the QR code of Mẫu 01 and its photo. Phones are personal: given or not is left out, too. */
function givenColumns(input: ViewInput, layout: ScopeLayout): readonly Column[] {
  const given = input.given.get(layout.scope.id);
  if (given === undefined || given.size === 0) return [];
  const fields = (layout.form?.fields ?? []).filter(
    (field) => field.type === 'mark' || field.type === 'picture',
  );
  return fields.map((field) => {
    const alone = fields.filter((other) => other.type === field.type).length === 1;
    const short = alone ? input.words.view.givenShort[field.type] : undefined;
    return column(`q:${field.id}`, 'mark', short ?? field.label[input.words.language], { width: 9, drop: 9 });
  });
}

function named(input: ViewInput, layout: ScopeLayout, id: string, of: string, drop: number): Column {
  const short = shortLabelOf(input, layout.form, of);
  return column(id, 'count', labelOf(input, layout.form, of), { width: 13, short, drop });
}

interface Wishes {
  readonly width: number;
  readonly short?: string;
  readonly group?: string;
  readonly grow?: boolean;
  readonly drop?: number;
  readonly zero?: string;
  readonly bar?: true;
}

/** A column with what most columns have. */
export function column(id: string, kind: ColumnKind, title: string, wishes: Wishes): Column {
  return {
    id,
    kind,
    title,
    short: wishes.short ?? title,
    group: wishes.group ?? null,
    width: wishes.width,
    grow: wishes.grow ?? false,
    drop: wishes.drop ?? 0,
    ...(wishes.zero === undefined ? {} : { zero: wishes.zero }),
    ...(wishes.bar === undefined ? {} : { bar: wishes.bar }),
  };
}
