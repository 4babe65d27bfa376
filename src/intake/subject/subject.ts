import { type Finding, finding } from '../../model/finding.ts';
import { type Form, figureFields } from '../../model/form.ts';
import { address, type Cell, type Sheet } from '../../model/grid.ts';
import type { FieldPlacement } from '../../model/report.ts';
import { rowsBetween } from '../recognise/row-at.ts';
import { type Mention, type Mentions, mentionsOf } from './mentions.ts';
import { titleLines } from './titles.ts';

/** Where the labels of a form stand. */
export interface Labels {
  readonly form: Form;
  readonly top: number;
  readonly head: { readonly top: number; readonly bottom: number } | null;
  readonly fields: readonly FieldPlacement[];
}

/**
 * What is said of the matter of a page. `silent`: nothing, as of a bare official head. `doubtful`: its own matter and
 * another, or another one in a place that does not govern.
 */
export type Verdict = 'own' | 'other' | 'doubtful' | 'silent';

interface Said {
  readonly verdict: Verdict;
  /** The other matter that was named, with its cell where it stands in one. */
  readonly other: { readonly word: string; readonly cell: Cell | null } | null;
  readonly own: string | null;
}

const SILENT: Said = { verdict: 'silent', other: null, own: null };

/**
 * Whether a page is about what its form is about (contract section 3, "Subject"). The label of the figure goes before the
 * title, the title before the other heads and the sheet's name. Null where the form says no subject.
 */
export function subjectOf(sheet: Sheet, labels: Labels, forms: readonly Form[]): Said | null {
  const mentions = mentionsOf(labels.form, forms);
  if (mentions === null) return null;
  const needed = figureFields(labels.form);
  const figures = labels.fields.filter(({ field }) => needed.has(field));
  const figure = saidIn(
    figures.map(({ text, label }) => ({ text, cell: cellOf(sheet, label) })),
    mentions,
  );
  if (figure.own !== null) return { ...figure, verdict: 'own' };
  const title = saidIn(titleLines(sheet, labels.top), mentions);
  const heads = saidIn(headCells(sheet, labels), mentions);
  const name = saidIn([{ text: sheet.name, cell: null }], mentions);
  const other = figure.other ?? title.other ?? name.other ?? heads.other;
  const own = title.own ?? heads.own ?? name.own;
  const said = (verdict: Verdict): Said => ({ verdict, other, own });
  if (figure.verdict === 'other') return said(own === null ? 'other' : 'doubtful');
  if (title.verdict === 'own' || title.verdict === 'doubtful') return said(title.verdict);
  if (title.verdict === 'other') return said(own === null ? 'other' : 'doubtful');
  if (own !== null || other === null) return said(own === null ? 'silent' : 'own');
  const official = figures.every(({ because }) => because === 'official-label');
  return said(name.other === null && official ? 'doubtful' : 'other');
}

/** What some texts say together, in their order: the first matter that governs is theirs, unless it is another's. */
function saidIn(
  texts: readonly { readonly text: string; readonly cell: Cell | null }[],
  mentions: Mentions,
): Said {
  const all = texts.flatMap(({ text, cell }) => mentions(text).map((mention) => ({ ...mention, cell })));
  const of = (kind: Mention['kind']) => all.find((each) => each.kind === kind);
  const [own, other] = [of('own'), of('other')];
  const governing = all.find(({ governs }) => governs);
  if (governing === undefined && all.length === 0) return SILENT;
  const verdict =
    governing?.kind === 'own' || other === undefined
      ? 'own'
      : governing === undefined || own !== undefined
        ? 'doubtful'
        : 'other';
  return { verdict, own: own?.word ?? null, other: other ?? null };
}

function cellOf(sheet: Sheet, { row, col }: { readonly row: number; readonly col: number }): Cell | null {
  for (const each of rowsBetween(sheet, row, row)) return each.cells.find((cell) => cell.col === col) ?? null;
  return null;
}

function headCells(sheet: Sheet, { head, fields }: Labels) {
  const rows = fields.map(({ label }) => label.row);
  const [top, bottom] = head === null ? [Math.min(...rows), Math.max(...rows)] : [head.top, head.bottom];
  return [...rowsBetween(sheet, top, bottom)].flatMap(({ cells }) =>
    cells.flatMap((cell) =>
      cell.value.kind === 'text' && cell.value.text.length < 200 ? [{ text: cell.value.text, cell }] : [],
    ),
  );
}

/** Why a page is not read as its form, or null. */
export function subjectFault(sheet: Sheet, labels: Labels, said: Said | null): Finding | null {
  if (said === null || said.other === null) return null;
  const { word, cell } = said.other;
  const at = {
    sheet: sheet.name,
    ...(cell === null
      ? { row: labels.top }
      : { cell: address(cell.row, cell.col), row: cell.row, col: cell.col }),
  };
  const { id: form } = labels.form;
  if (said.verdict === 'other') return finding('form/other-subject', at, { form, other: word });
  if (said.verdict !== 'doubtful') return null;
  return finding('form/subject-doubtful', at, { form, own: said.own, other: word });
}
