import { EMBEDDED_SHEET } from '../model/embedded-sheet.ts';
import { address, type Sheet, type Workbook } from '../model/grid.ts';
import { sha256Of } from '../model/hash.ts';
import type { LevelData } from '../model/level.ts';
import type { Summary } from '../model/summary.ts';
import { levelShape, summaryShape } from './level-shape.ts';

/** The hidden data of a summary workbook. */
export interface Embedded {
  readonly summary: Summary;
  /** Null in a summary that carries the figures alone. */
  readonly level: LevelData | null;
  /** The data are what was written: false after an edit by hand; null where nothing seals them. */
  readonly intact: boolean | null;
  /** The first cell of the data. */
  readonly cell: string;
}

/** Why hidden data cannot be used: pieces are missing, they are no JSON, of an unknown version, or not of its shape. */
export type EmbeddedFault = 'pieces' | 'json' | 'version' | 'shape';

/** Hidden data that claim more than a workbook of this size can hold; `most` is what it may have. */
export interface EmbeddedExcess {
  readonly limit: 'summaryPieces' | 'summaryUnits';
  readonly most: number;
}

/** Where the data stand in the hidden sheet: schema, number of pieces, pieces, in column A; the seal in B1. */
const FIRST_PIECE = 2;
const SEAL = { row: 0, col: 1 };

/** What seals the data: an edit by hand, however small, shows. No secret, so no proof against forgery. */
export function sealOf(json: string): string {
  return sha256Of(json);
}

export function embeddedSheet(workbook: Workbook): Sheet | null {
  return workbook.sheets.find(({ name }) => name === EMBEDDED_SHEET) ?? null;
}

/**
 * Reads the hidden sheet of a summary workbook; null where it has none. What it claims to hold is measured by what is
 * there before any of it is taken: a number of pieces by the cells, units by the rows that anybody sees (contract section
 * 3, "A summary from below").
 */
export function readEmbedded(workbook: Workbook): Embedded | EmbeddedFault | EmbeddedExcess | null {
  const sheet = embeddedSheet(workbook);
  if (sheet === null) return null;
  const rows = new Map(sheet.rows.map((row) => [row.index, row]));
  const at = (row: number, col: number): string => {
    const cell = rows.get(row)?.cells.find((each) => each.col === col);
    return cell?.value.kind === 'text' ? cell.value.text : (cell?.shown ?? '');
  };
  const pieces = Number(at(1, 0));
  if (!Number.isSafeInteger(pieces) || pieces < 1) return 'pieces';
  const cells = sheet.rows.reduce((sum, row) => sum + row.cells.length, 0);
  if (pieces > cells) return { limit: 'summaryPieces', most: cells };
  const texts = Array.from({ length: pieces }, (_, n) => at(FIRST_PIECE + n, 0));
  if (texts.some((text) => text === '')) return 'pieces';
  const json = texts.join('');
  const seal = at(SEAL.row, SEAL.col).trim();
  const read = parse(json, mostUnits(workbook));
  if (typeof read === 'string' || 'limit' in read) return read;
  return {
    ...read,
    intact: seal === '' ? null : seal === sealOf(json),
    cell: address(FIRST_PIECE, 0),
  };
}

/** Units that a scope may have: some stand on another sheet than its table, or on none. */
function mostUnits({ sheets }: Workbook): number {
  const visible = sheets.filter(({ hidden }) => !hidden).reduce((sum, { rows }) => sum + rows.length, 0);
  return Math.floor(1.5 * visible) + 100;
}

function parse(
  json: string,
  most: number,
): Pick<Embedded, 'summary' | 'level'> | EmbeddedFault | EmbeddedExcess {
  let value: { readonly schema?: unknown; readonly level?: unknown };
  try {
    value = JSON.parse(json) ?? {};
  } catch {
    return 'json';
  }
  if (value.schema !== 'bluezone-report/summary@1') return 'version';
  if (unitsIn(value) > most || unitsIn(value.level) > most) return { limit: 'summaryUnits', most };
  if (!summaryShape(value)) return 'shape';
  const { level, ...summary } = value as Summary & { readonly level?: LevelData };
  if (level !== undefined && !levelShape(level)) return 'shape';
  return { summary, level: level ?? null };
}

/** The units of the largest scope of what may be a summary. */
function unitsIn(value: unknown): number {
  const scopes = (value as { readonly scopes?: unknown } | null | undefined)?.scopes;
  if (!Array.isArray(scopes)) return 0;
  return scopes.reduce<number>((most, scope: { readonly units?: unknown } | null) => {
    const units = scope?.units;
    return Math.max(most, Array.isArray(units) ? units.length : 0);
  }, 0);
}
