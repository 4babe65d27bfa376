import { closingsOf } from '../../day/closing.ts';
import { type Finding, holdsSenderText, severityOf } from '../../model/finding.ts';
import type { Severity } from '../../model/findings/severity.ts';
import { anonymiser, hashes, sheetText, shortHash } from '../anonymous.ts';
import { closingNote } from '../closing.ts';
import type { ViewInput } from '../input.ts';
import { unitName } from '../lookup.ts';
import { fixOf, titleOf, whatOf, whyOf } from '../message.ts';
import type { Block, Page } from '../page.ts';
import { column } from '../scope/columns.ts';
import { cell, type Row, type Tone } from '../table.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];
const TONES: { readonly [S in Severity]?: Tone } = { error: 'error', warning: 'warning' };

/** `Cần rà`: what is wrong, why it matters, what to do, and where; no file names and no personal data. */
export function findingsPage(input: ViewInput): Page | null {
  if (input.findings.length === 0) return null;
  const { column: words, sheets, text, titles, severity } = input.words.view;
  const { findings } = input;
  const number = (wanted: Severity) => findings.filter((found) => severityOf(found) === wanted).length;
  const anonymous = anonymiser(input, text.file);
  let ordinal = 0;
  const rows = SEVERITIES.flatMap((wanted): readonly Row[] => {
    const own = findings.filter((found) => severityOf(found) === wanted);
    return own.map((found) => {
      ordinal += 1;
      return {
        role: 'item',
        cells: {
          ordinal: cell(ordinal),
          severity: cell(severity[wanted], TONES[wanted]),
          unit: cell(unitName(input, found.at.unit ?? null) ?? ownerless(input, found)),
          place: cell(placeText(input, found)),
          ...sentences(input, found, anonymous),
        },
      };
    });
  });
  return {
    id: 'findings',
    name: sheets.findings,
    blocks: [
      { kind: 'title', lines: [titles.findings, input.summary.campaign.name] },
      { kind: 'text', style: 'as-of', text: text.asOf(input.summary.asOf) },
      {
        kind: 'text',
        style: 'lead',
        text: text.findingsCount(number('error'), number('warning'), number('note')),
      },
      {
        kind: 'table',
        main: true,
        table: {
          id: 'findings',
          columns: [
            column('ordinal', 'ordinal', words.ordinal, { width: 5 }),
            column('severity', 'text', words.severity, { width: 10 }),
            column('unit', 'text', words.unit, { width: 20 }),
            column('place', 'text', words.place, { width: 20 }),
            column('what', 'text', words.what, { width: 30, grow: true }),
            column('why', 'text', words.why, { width: 26, grow: true }),
            column('fix', 'text', words.fix, { width: 28, grow: true }),
          ],
          rows,
        },
      },
      ...closingBlocks(input),
    ],
  };
}

/** What units sent again today, and what became of the points of the file before. */
function closingBlocks(input: ViewInput): readonly Block[] {
  const { words } = input;
  const notes = closingsOf(input.submissions, input.summary.date).map((closing) =>
    closingNote(closing, unitName(input, closing.newer.unit), words),
  );
  if (notes.length === 0) return [];
  return [
    { kind: 'text', style: 'heading', text: words.annotation.closing.head },
    ...notes.map((text): Block => ({ kind: 'text', style: 'small', text })),
  ];
}

function ownerless(input: ViewInput, found: Finding): string {
  const { text } = input.words.view;
  if ('unitNames' in found.facts) return text.severalUnits(found.facts.unitNames.length);
  return found.code.startsWith('campaign/') ? text.ownFiles : text.unknownUnit;
}

/** Sheet › cells, and the file by its hash. */
function placeText(input: ViewInput, found: Finding): string | null {
  const { at } = found;
  const hash = at.file === undefined ? undefined : hashes(input).get(at.file);
  const sheet = at.sheet === undefined ? undefined : sheetText(input, at.sheet, at.file);
  const inside = [sheet, at.cell?.replaceAll(':', '–')].filter((part) => part !== undefined).join(' › ');
  const file = hash === undefined ? [] : [input.words.view.text.file(shortHash(hash))];
  const parts = [...(inside === '' ? [] : [inside]), ...file];
  return parts.length === 0 ? null : parts.join('\n');
}

/** The words of a finding as the workbook may carry them: what may name a file is told by its title alone. */
function sentences(input: ViewInput, found: Finding, anonymous: (text: string) => string) {
  const { words } = input;
  const shown = withHashes(input, found);
  if (shown === null) {
    return { what: cell(`${titleOf(found.code, words)}.`), why: cell(whyOf(found, words)), fix: cell(null) };
  }
  return {
    what: cell(anonymous(whatOf(shown, words))),
    why: cell(whyOf(shown, words)),
    fix: cell(anonymous(fixOf(shown, words))),
  };
}

/** The finding with its files named by hash, its sheets as they travel; null where a name may hide in a text of its facts. */
function withHashes(input: ViewInput, found: Finding): Finding | null {
  const { file, ...at } = found.at;
  if (!holdsSenderText(found.code))
    return { ...found, at, facts: travellingFacts(input, found, file) } as Finding;
  if (!('other' in found.facts) || typeof found.facts.other !== 'string') return null;
  const hash = hashes(input).get(found.facts.other);
  if (hash === undefined) return null;
  return {
    ...found,
    at,
    facts: { ...found.facts, other: input.words.view.text.file(shortHash(hash)) },
  } as Finding;
}

function travellingFacts(input: ViewInput, { facts }: Finding, file: string | undefined): object {
  if (!('sheet' in facts)) return facts;
  return { ...facts, sheet: sheetText(input, facts.sheet, file) };
}
