import type { FigureSource, LowerSource } from '../../model/summary.ts';
import { sheetText, shortHash } from '../anonymous.ts';
import { countedText } from '../counted.ts';
import type { ViewInput } from '../input.ts';
import { unitName } from '../lookup.ts';
import type { Page } from '../page.ts';
import { column } from '../scope/columns.ts';
import { labelOf } from '../scope/layout.ts';
import { cell, type Row } from '../table.ts';

/** `Nguồn`: every figure back to its unit, date, version, file (by hash), sheet and cells, and how it was counted. */
export function sourcesPage(input: ViewInput): Page | null {
  if (input.sources.length === 0) return null;
  const { column: words, sheets, text, titles } = input.words.view;
  const counted = input.sources.some((source) => countedText(source, input.words) !== null);
  const through = input.sources.some((source) => source.through !== undefined);
  return {
    id: 'sources',
    name: sheets.sources,
    blocks: [
      { kind: 'title', lines: [titles.sources, input.summary.campaign.name] },
      { kind: 'text', style: 'as-of', text: text.asOf(input.summary.asOf) },
      { kind: 'text', style: 'lead', text: text.sources },
      {
        kind: 'table',
        main: true,
        table: {
          id: 'sources',
          columns: [
            column('ordinal', 'ordinal', words.ordinal, { width: 6 }),
            column('unit', 'text', words.unit, { width: 20, grow: true }),
            column('measure', 'text', words.measure, { width: 16, grow: true }),
            column('value', 'count', words.value, { width: 10 }),
            column('date', 'date', words.date, { width: 12 }),
            column('version', 'rank', words.version, { width: 6 }),
            column('receivedAt', 'instant', words.receivedAt, { width: 16 }),
            column('hash', 'code', words.hash, { width: 14 }),
            column('sheet', 'text', words.sheet, { width: 11 }),
            column('cells', 'text', words.cells, { width: 11 }),
            ...(counted ? [column('counting', 'text', words.counting, { width: 20, grow: true })] : []),
            ...(through ? [column('through', 'text', words.through, { width: 24, grow: true })] : []),
          ],
          rows: input.sources.map((source, index) => sourceRow(input, source, index)),
        },
      },
    ],
  };
}

function sourceRow(input: ViewInput, source: FigureSource, index: number): Row {
  const scope = input.summary.scopes.find((candidate) => candidate.id === source.scope);
  const form = scope === undefined ? null : (input.folder.forms.get(scope.form) ?? null);
  return {
    role: 'item',
    cells: {
      ordinal: cell(index + 1),
      unit: cell(unitName(input, source.unit)),
      measure: cell(labelOf(input, form, source.measure)),
      value: cell(source.value, source.carried ? 'carried' : undefined),
      date: cell(source.date, source.carried ? 'carried' : undefined),
      version: cell(source.version),
      receivedAt: cell(source.receivedAt, source.evidence === 'file-time' ? 'weak' : undefined),
      hash: cell(shortHash(source.sha256)),
      sheet: cell(sheetText(input, source.sheet, source.path)),
      cells: cell(source.cells),
      through: cell(source.through === undefined ? null : throughText(input, source.through)),
      counting: cell(countedText(source, input.words)),
    },
  };
}

/** The office that sent the figure in its summary, and the file that it names one level down. */
function throughText(input: ViewInput, lower: LowerSource): string {
  const { text } = input.words.view;
  const place = [
    ...(lower.sha256 === '' ? [] : [text.file(shortHash(lower.sha256))]),
    ...(lower.sheet === null
      ? []
      : [
          [sheetText(input, lower.sheet, undefined), lower.cells].filter((part) => part !== null).join(' › '),
        ]),
  ].join(', ');
  return text.through(unitName(input, lower.sender) ?? lower.sender, lower.version, place);
}
