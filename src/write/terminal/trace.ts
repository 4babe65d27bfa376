import type { Step, Trace, TracedFigure, TracedTotal, TraceFailure } from '../../day/trace.ts';
import { shownSheet } from '../../view/anonymous.ts';
import { countedText } from '../../view/counted.ts';
import type { ViewInput } from '../../view/input.ts';
import { labelOf } from '../../view/scope/layout.ts';
import { paintFor, type Screen } from './paint.ts';
import { wrap } from './text.ts';

/** What `trace` prints: each figure over the file, sheet and cells that it came from, level by level. */
export function writeTrace(input: ViewInput, trace: Trace, screen: Screen): string {
  const { view, levels } = input.words;
  const blocks = [
    ...trace.totals.map((total) => totalLines(input, total, screen)),
    ...trace.figures.map((figure) => figureLines(input, figure, screen)),
    ...trace.without.map((unit) => withoutLines(input, unit, screen)),
  ];
  return [
    ...wrap(trace.campaign.name, screen.columns).map(paintFor(screen).bold),
    ...wrap(`${view.text.forDate(trace.date)}. ${view.text.asOf(trace.asOf)}.`, screen.columns),
    ...(blocks.length === 0 ? [[levels.trace.none]] : blocks).flatMap((lines) => ['', ...lines]),
    '',
  ].join('\n');
}

function measureOf(input: ViewInput, scope: string, measure: string): string {
  const form = [...input.folder.forms.values()].find((each) => each.scope === scope) ?? null;
  return labelOf(input, form, measure);
}

function totalLines(input: ViewInput, total: TracedTotal, screen: Screen): readonly string[] {
  const { trace: words } = input.words.levels;
  const label = measureOf(input, total.scope, total.measure);
  return wrap(words.total(label, total.value, total.units), screen.columns).map(paintFor(screen).bold);
}

function figureLines(input: ViewInput, figure: TracedFigure, screen: Screen): readonly string[] {
  const { trace: words } = input.words.levels;
  const { evidence } = input.words.view;
  const label = measureOf(input, figure.scope, figure.measure);
  const carried = figure.carried ? ` (${words.carried(figure.date)})` : '';
  const counted = countedText(figure, input.words);
  const how = counted === null ? [] : [line(words.counting, counted)];
  const lines = [
    line(words.file, figure.path),
    line(words.place, cellsOf(figure.sheet, figure.cells)),
    ...how,
    line(words.received, words.receipt(figure.version, figure.receivedAt, evidence[figure.evidence])),
    line(words.hash, figure.sha256),
    ...figure.below.flatMap((step, n) => stepLines(input, step, n === figure.below.length - 1)),
  ];
  const head = `${words.figure(figure.name, label, figure.value)}${carried}`;
  return [
    ...wrap(head, screen.columns).map(paintFor(screen).bold),
    ...lines.flatMap((text) => wrap(text, screen.columns - 2, '    ').map((each) => `  ${each}`)),
  ];
}

function line(label: string, text: string): string {
  return `${label}: ${text}`;
}

function cellsOf(sheet: string, cells: string): string {
  return `${sheet} › ${cells}`;
}

function stepLines(input: ViewInput, step: Step, last: boolean): readonly string[] {
  const { trace: words } = input.words.levels;
  const { evidence } = input.words.view;
  if (step.sha256 === '') return [`→ ${words.below(step.senderName)}: ${words.lowerUnknown}`];
  const campaign = step.campaign === null ? '' : `, ${words.ofCampaign(step.campaign)}`;
  const file = step.path === null ? words.lowerFile(step.sha256) : `${step.path}${campaign}`;
  return [
    `→ ${words.below(step.senderName)}: ${file}`,
    ...(step.sheet === null || step.cells === null
      ? []
      : [line(words.place, cellsOf(shownSheet(step.sheet, input.words), step.cells))]),
    // Of a summary on the way it says when the unit's own file came.
    ...(!last || step.receivedAt === null
      ? []
      : [line(words.received, words.receipt(step.version, step.receivedAt, evidence[step.evidence]))]),
    ...(last && step.path === null ? [`(${words.notAtHand})`] : []),
  ];
}

function withoutLines(input: ViewInput, unit: TraceFailure, screen: Screen): readonly string[] {
  const { trace: words } = input.words.levels;
  const { status, outcome } = input.words.view;
  const { findings } = input.words;
  const form = [...input.folder.forms.values()].find((each) => each.scope === unit.scope);
  const scope = form?.name[input.words.language] ?? unit.scope;
  const files = unit.files.flatMap(({ path, sheet, outcome: became, findings: codes }) => {
    const place = sheet === null ? path : `${path} › ${sheet}`;
    const titles = codes.flatMap((code) =>
      code in findings ? findings[code as keyof typeof findings].title : [],
    );
    const why = titles.length === 0 ? '' : ` (${[...new Set(titles)].join('; ')})`;
    return wrap(`${words.sent(place, outcome[became])}${why}`, screen.columns - 2, '    ');
  });
  return [
    ...wrap(words.nothing(unit.name, scope, status[unit.status]), screen.columns).map(paintFor(screen).bold),
    ...files.map((text) => `  ${text}`),
  ];
}
