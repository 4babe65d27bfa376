import { bySender, replacementOf } from '../../day/closing.ts';
import type { GroupedFinding } from '../../day/grouping.ts';
import type { Words } from '../../lang/lang.ts';
import { severityOf } from '../../model/finding.ts';
import type { Severity } from '../../model/findings/severity.ts';
import { groupedBy } from '../../model/grouped.ts';
import type { DecidedSubmission } from '../../model/submission.ts';
import type { ViewInput } from '../../view/input.ts';
import { unitName } from '../../view/lookup.ts';
import { fixOf, whatOf, whyOf } from '../../view/message.ts';
import { byGravity } from '../../view/reply.ts';
import type { Tone } from '../../view/table.ts';
import { type Paint, paintFor, type Screen } from './paint.ts';
import { wrap } from './text.ts';

/** Lines of one file without `-v`: a screen of 24 holds them with its prompt. */
const LINES_A_FILE = 20;

const MARKS: { readonly [S in Severity]: { readonly mark: string; readonly tone?: Tone } } = {
  error: { mark: '✗', tone: 'error' },
  warning: { mark: '!', tone: 'warning' },
  note: { mark: '·' },
};

/** The problems by file, each with what is asked; notes and the why with `-v` only. One sentence when nothing is open. */
export function problemLines(input: ViewInput, screen: Screen): readonly string[] {
  const { words } = input;
  const text = words.view.terminal;
  const paint = paintFor(screen);
  const { findings } = input;
  const isOpen = findings.some((found) => severityOf(found) !== 'note');
  if (!isOpen && (findings.length === 0 || !screen.verbose)) {
    const { rules, reports } = input.checked;
    const nothing = input.submissions.length === 0;
    const said = wrap(nothing ? text.nothingYet : text.allIsWell(rules, reports), screen.columns);
    return [
      ...(nothing ? said : said.map((line) => paint.tone(line, 'reached'))),
      ...(findings.length === 0 ? [] : [paint.dim(text.notes(findings.length))]),
    ];
  }
  const number = (wanted: Severity) => findings.filter((found) => severityOf(found) === wanted).length;
  const visible = screen.verbose ? findings : findings.filter((found) => severityOf(found) !== 'note');
  const files = groupedBy(visible, ({ at }) => at.file ?? '');
  const hidden = findings.length - visible.length;
  const reports = reportsByFile(input, [...files.keys()]);
  return [
    `${paint.bold(text.problems)}: ${text.counted(number('error'), number('warning'), number('note'))}`,
    ...[...files].flatMap(([file, own]) => [
      '',
      ...(copyLines(input, reports, file, screen, paint) ??
        fileLines(input, reports, file, own, screen, paint)),
    ]),
    ...(hidden > 0 ? ['', paint.dim(text.notes(hidden))] : []),
  ];
}

/** What is asked of each listed file, found without going through all others. */
interface Reports {
  readonly byFile: ReadonlyMap<string, readonly DecidedSubmission[]>;
  /** The first listed file of the same bytes. */
  readonly firstOf: ReadonlyMap<string, string>;
  readonly bySender: ReturnType<typeof bySender>;
}

function reportsByFile({ submissions }: ViewInput, listed: readonly string[]): Reports {
  const byFile = groupedBy(submissions, ({ path }) => path);
  const firstOf = new Map<string, string>();
  for (const path of listed) {
    const sha256 = byFile.get(path)?.[0]?.sha256;
    if (sha256 !== undefined && !firstOf.has(sha256)) firstOf.set(sha256, path);
  }
  return { byFile, firstOf, bySender: bySender(submissions) };
}

/** A copy of a file whose problems are listed already: that it is one. */
function copyLines(
  input: ViewInput,
  reports: Reports,
  file: string,
  screen: Screen,
  paint: Paint,
): readonly string[] | null {
  const own = reports.byFile.get(file)?.[0]?.sha256;
  const first = own === undefined ? undefined : reports.firstOf.get(own);
  if (first === undefined || first === file) return null;
  const [line = '', ...rest] = wrap(input.words.view.terminal.copy(first), screen.columns - 4, '');
  return [
    ...headOf(input, reports, file, screen, paint),
    `  · ${line}`,
    ...rest.map((part) => `    ${part}`),
  ];
}

function fileLines(
  input: ViewInput,
  reports: Reports,
  file: string,
  findings: readonly GroupedFinding[],
  screen: Screen,
  paint: Paint,
): readonly string[] {
  const head = headOf(input, reports, file, screen, paint);
  const answered = replacedBy(reports, file) !== null;
  const linesOf = (found: GroupedFinding) => findingLines(found, input.words, screen, paint, answered);
  const lines = findings.map(linesOf);
  if (screen.verbose || head.length + lines.flat().length <= LINES_A_FILE) return [...head, ...lines.flat()];
  // What does not fit is left out from the lightest on.
  const shown: string[] = [];
  let rest = findings.length;
  for (const found of [...findings].sort(byGravity)) {
    const next = linesOf(found);
    if (rest < findings.length && head.length + shown.length + next.length >= LINES_A_FILE) break;
    shown.push(...next);
    rest -= 1;
  }
  return [...head, ...shown, `  ${paint.dim(input.words.view.terminal.more(rest))}`];
}

/** The file, whose it is, and what became of it; of several reports what became of each. */
function headOf(
  input: ViewInput,
  reports: Reports,
  file: string,
  screen: Screen,
  paint: Paint,
): readonly string[] {
  const { view } = input.words;
  if (file === '') return [paint.bold(view.terminal.noFile)];
  const own = reports.byFile.get(file) ?? [];
  const outcomes = [...new Set(own.map(({ outcome }) => outcome))];
  const names = [...new Set(own.flatMap(({ unit }) => unitName(input, unit) ?? []))];
  const several = outcomes.length > 1;
  const remarks = several
    ? []
    : [
        ...names,
        ...outcomes.map((outcome) => view.outcome[outcome]),
        ...(isHeld(own) && replacedBy(reports, file) !== null ? [view.terminal.replaced] : []),
      ];
  const [first = '', ...others] = wrap([file, ...remarks].join(' — '), screen.columns, '  ');
  const each = outcomes.flatMap((outcome) => {
    const sheets = own
      .filter((submission) => submission.outcome === outcome)
      .map(({ sheet, unit }) => input.words.catalogue.reply.sheet(sheet, unitName(input, unit)));
    const line = `${view.outcome[outcome]}: ${sheets.join(', ')}`;
    return wrap(line, screen.columns - 2, '  ').map((part) => `  ${part}`);
  });
  return [paint.bold(first), ...others, ...(several ? each : [])];
}

/** The later version that was counted in a file's place: nothing is asked about the file any more. */
function replacedBy(reports: Reports, file: string): DecidedSubmission | null {
  const own = reports.byFile.get(file);
  return own === undefined ? null : replacementOf(own, reports.bySender);
}

function isHeld(reports: readonly DecidedSubmission[]): boolean {
  return reports.every(({ outcome }) => outcome === 'rejected' || outcome === 'undecided');
}

function findingLines(
  found: GroupedFinding,
  words: Words,
  screen: Screen,
  paint: Paint,
  answered: boolean,
): readonly string[] {
  const { mark, tone } = MARKS[severityOf(found)];
  const sheet = found.at.sheet === undefined ? '' : `${found.at.sheet} › `;
  const body = [
    whatOf(found, words),
    ...(answered ? [] : [fixOf(found, words)]),
    ...(screen.verbose ? [whyOf(found, words)] : []),
  ];
  const lines = wrap(`  ${mark} ${sheet}${body.join(' ')}`.replace(/^ {2}/, ''), screen.columns - 4, '');
  return lines.map((line, index) =>
    index === 0 ? `  ${paint.tone(mark, tone)}${line.slice(mark.length)}` : `    ${line}`,
  );
}
