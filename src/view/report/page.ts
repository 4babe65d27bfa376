import { compareRatios, ratioOf } from '../../model/ratio.ts';
import type { ScopeSummary, UnitLine } from '../../model/summary.ts';
import { openUnits, toldApart } from '../claim.ts';
import { reachedOnlyBy } from '../doubt.ts';
import { headline } from '../headline.ts';
import type { ViewInput } from '../input.ts';
import { addressBlock, issuingOffice, letterhead, signature, titleBlocks } from '../letterhead.ts';
import type { Block, Page, Text } from '../page.ts';
import {
  countsPeople,
  coverageOf,
  currentTarget,
  labelOf,
  layoutOf,
  pairId,
  type ScopeLayout,
} from '../scope/layout.ts';
import { correctionNotes, scopeTables } from '../scope/page.ts';
import { rateTone } from '../scope/rows.ts';
import type { Table } from '../table.ts';

/** Characters that the table of a portrait page has room for. */
const PORTRAIT_WIDTH = 84;
/** Most units named as far from the target. */
const MOST_NAMED = 10;

/** The report in words: whom it addresses, what it rests on, the results with their table, whom to press, who signs. */
export function reportPage(input: ViewInput): Page {
  const { official } = input.words.view;
  const { campaign } = input.folder;
  const address = addressBlock(input);
  const scopes = input.summary.scopes.filter((scope) => scope.units.length > 0);
  const office = issuingOffice(input);
  return {
    id: 'report',
    name: official.title,
    blocks: [
      letterhead(input),
      ...titleBlocks(input, null, input.summary),
      ...(address === null ? [] : [address]),
      text('paragraph', official.opening(office, campaign.directive.basis)),
      ...scopes.flatMap((scope, index) => scopeBlocks(input, scope, index + 1)),
      text('heading', `${scopes.length + 1}. ${official.press}`),
      ...pressBlocks(input, scopes),
      text('paragraph', official.closing(office)),
      signature(input, address !== null),
    ],
  };
}

function text(style: Text['style'], body: string): Text {
  return { kind: 'text', style, text: body };
}

function scopeBlocks(input: ViewInput, scope: ScopeSummary, number: number): readonly Block[] {
  const layout = layoutOf(input, scope);
  return [
    text('heading', `${number}. ${scopeTitle(input, layout)}`),
    text('paragraph', headline(input, layout).join(' ')),
    ...correctionNotes(input, scope).map((note) => text('paragraph', note)),
    ...layout.targets.flatMap((target) => targetText(input, layout, target) ?? []),
    { kind: 'table', table: narrowed(scopeTables(input, layout).units), main: true },
  ];
}

/** "Người dân (Mẫu 02)". */
function scopeTitle(input: ViewInput, layout: ScopeLayout): string {
  const { language } = input.words;
  const { scope, form } = layout;
  const own = input.words.view.official.scopes[scope.id] ?? form?.sheetTitle[language] ?? scope.id;
  return form === null ? own : `${own} (${form.name[language]})`;
}

function targetText(
  input: ViewInput,
  layout: ScopeLayout,
  target: ScopeLayout['targets'][number],
): Text | null {
  const { official, number } = input.words.view;
  const state = layout.scope.targets.find((candidate) => candidate.id === target.id);
  const pair = { id: pairId(target.measure, target.of), measure: target.measure, of: target.of };
  const percent = coverageOf(layout.scope.total, pair)?.percent ?? null;
  if (state === undefined || state.reached === null || percent === null) return null;
  const share = number.share(target.reach.num, target.reach.den);
  const by = target.by === null ? null : number.date(target.by);
  const rate = number.percent(percent);
  const perDay = state.perDay === null ? null : number.count(state.perDay);
  const only = reachedOnlyBy(layout, pair, target.reach);
  const rest = state.reached
    ? only.length > 0
      ? official.targetReachedBy(rate, only.map(({ name }) => name).join(', '))
      : official.targetReached(rate)
    : official.targetOpen(
        rate,
        number.count(state.gap ?? 0),
        perDay,
        countsPeople(input, layout, target.measure),
      );
  return text('item', official.target(share, labelOf(input, layout.form, target.of), by) + rest);
}

/** The columns that a portrait page has room for, the most needed first. */
function narrowed(table: Table): Table {
  const kept = new Set<string>();
  let left = PORTRAIT_WIDTH;
  for (const column of [...table.columns].sort((a, b) => a.drop - b.drop)) {
    const width = column.grow ? 20 : column.width;
    if (width > left) continue;
    kept.add(column.id);
    left -= width;
  }
  return { ...table, columns: table.columns.filter((column) => kept.has(column.id)) };
}

/** Who has not reported, whose file must be sent again, who is far from the target. */
function pressBlocks(input: ViewInput, scopes: readonly ScopeSummary[]): readonly Block[] {
  const { official } = input.words.view;
  const lines = scopes.flatMap((scope) => {
    const layout = layoutOf(input, scope);
    const { missing, unusable } = openUnits(toldApart(scope.units, layout));
    const far = farUnits(input, layout);
    const low = far.slice(0, MOST_NAMED).map((unit) => lowText(input, layout, unit));
    const names = (units: readonly { readonly name: string }[]) => units.map((unit) => unit.name).join(', ');
    const sentences = [
      ...(missing.length === 0 ? [] : [official.pressMissing(names(missing))]),
      ...(unusable.length === 0
        ? []
        : [official.pressHeld(unusable.map(input.words.view.headline.unusableUnit).join(', '))]),
      ...(low.length === 0 ? [] : [official.pressLow(low.join(', '), far.length - low.length)]),
    ];
    return sentences.length === 0 ? [] : [`${scopeTitle(input, layout)}: ${sentences.join(' ')}`];
  });
  if (lines.length === 0) return [text('paragraph', official.pressNobody)];
  return lines.map((line) => text('item', `- ${line}`));
}

/** Units more than ten points under the target that the day works towards, the lowest first. */
function farUnits(input: ViewInput, layout: ScopeLayout): readonly UnitLine[] {
  const [pair] = layout.pairs;
  if (pair === undefined || currentTarget(input, layout.targets, pair) === null) return [];
  const ratio = (unit: UnitLine) => {
    const coverage = coverageOf(unit, pair);
    return ratioOf(coverage?.numerator ?? null, coverage?.denominator ?? null);
  };
  return toldApart(layout.scope.units, layout)
    .filter((unit) => {
      const own = ratio(unit);
      return own !== null && rateTone(input, layout, pair, own.num, own.den) === 'far';
    })
    .sort((a, b) => {
      const [left, right] = [ratio(a), ratio(b)];
      return left === null || right === null ? 0 : compareRatios(left, right);
    });
}

function lowText(input: ViewInput, layout: ScopeLayout, unit: UnitLine): string {
  const [pair] = layout.pairs;
  const percent = pair === undefined ? null : (coverageOf(unit, pair)?.percent ?? null);
  return percent === null ? unit.name : `${unit.name} (${input.words.view.number.percent(percent)})`;
}
