import type { OwnedBy } from '../model/entry.ts';
import { type Finding, finding } from '../model/finding.ts';
import type { Form } from '../model/form.ts';
import type { Submission } from '../model/submission.ts';
import { changesOf } from './changes.ts';
import type { Choice } from './choice.ts';
import type { Rulings } from './rulings.ts';

type Report = OwnedBy<Submission>;

interface Rivals {
  /** Versions and parts in the order of arrival, without what is undecided. */
  readonly open: readonly Report[];
  /** What counts from the days before, for what is asked once. */
  readonly standing: Report | null;
  readonly form: Form | undefined;
  readonly rulings: Rulings;
}

/** What the other reports of its unit, form and day bring a report that counts or is undecided. */
export function among(report: Report, choice: Choice, rivals: Rivals): readonly Finding[] {
  const { counting, unknown, doubtful } = choice;
  const rival = unknown.get(report);
  const doubt = doubtful.get(report);
  const sheet = [rival, doubt?.other].find((each) => each?.path === report.path);
  if (sheet !== undefined) {
    // Two sheets of one file came at once: which came later is no question.
    const readings = readingsOf([report, sheet], rivals.form);
    return [finding('across/sheets-differ', at(report), { other: sheet.sheet ?? '', ...readings })];
  }
  if (rival !== undefined) return [finding('across/order-unknown', at(report), { other: nameOf(rival) })];
  if (doubt !== undefined) {
    const { other, because } = doubt;
    const readings = readingsOf([report, other], rivals.form);
    return [finding('across/parts-unclear', at(report), { other: nameOf(other), because, ...readings })];
  }
  if (counting.length > 1) return partOf(report, counting, rivals.form);
  const before = rivals.open[rivals.open.indexOf(report) - 1];
  const isWhole = choice.chosen === report || (before !== undefined && !saysPart(before));
  return [...(isWhole ? [] : aloneOf(report, rivals.form)), ...replacing(report, choice, rivals)];
}

function partOf(report: Report, parts: readonly Report[], form: Form | undefined): readonly Finding[] {
  const others = parts.filter((each) => each !== report);
  const [other = report] = others;
  const readings = readingsOf([report, ...others], form);
  return [finding('across/part', at(report), { other: nameOf(other), parts: parts.length, ...readings })];
}

/** The own figure and the sum with the others, of the measure that stands first. */
function readingsOf(reports: readonly [Report, ...Report[]], form: Form | undefined) {
  const measure = form?.measures.find(({ id }) => reports[0].figures.has(id))?.id ?? '';
  const values = reports.map(({ figures }) => figures.get(measure)?.value ?? 0);
  return { measure, value: values[0] ?? 0, sum: values.reduce((all, value) => all + value, 0) };
}

/** A file that says it is a part, and of which no other part is there. A page of labelled lines is filled in whole. */
function aloneOf(report: Report, form: Form | undefined): readonly Finding[] {
  const { number, of, supplement } = report.stated;
  if (form?.layout !== 'table' || !saysPart(report)) return [];
  return [finding('across/part-alone', at(report), { number, of, supplement })];
}

function saysPart({ stated: { number, supplement, place } }: Submission): boolean {
  return number !== null || supplement || place !== null;
}

/** What a version that counts says of the one before it; of the chosen one where it goes past a decision. */
function replacing(
  report: Report,
  { counting, chosen }: Choice,
  { open, standing, rulings }: Rivals,
): readonly Finding[] {
  const isPast = chosen !== null && !counting.includes(chosen);
  const before = isPast ? chosen : (open[open.indexOf(report) - 1] ?? standing);
  if (before === null) return [];
  const changes = changesOf(before, report);
  const replaced = finding(isPast ? 'across/after-choice' : 'across/replaced', at(report), {
    other: nameOf(before),
    changes,
  });
  const isAccepted = chosen === report || rulings.fallAccepted(report);
  const halved = changes.filter(({ from, to }) => from !== null && to !== null && 2 * to <= from);
  return [
    replaced,
    ...(isAccepted ? [] : halved).map(({ measure, from, to }) =>
      finding('across/halved', at(report), {
        other: nameOf(before),
        measure,
        value: to ?? 0,
        earlier: from ?? 0,
      }),
    ),
  ];
}

function nameOf({ path, sheet }: Submission): string {
  return sheet === null ? path : `${path} › ${sheet}`;
}

function at({ path, sheet, unit }: Report) {
  return { file: path, unit, ...(sheet === null ? {} : { sheet }) };
}
