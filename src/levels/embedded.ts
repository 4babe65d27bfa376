import { createHash } from 'node:crypto';
import { EMBEDDED_SHEET } from '../model/embedded-sheet.ts';
import { address, type Sheet, type Workbook } from '../model/grid.ts';
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

/** Where the data stand in the hidden sheet: schema, number of pieces, pieces, in column A; the seal in B1. */
const FIRST_PIECE = 2;
const SEAL = { row: 0, col: 1 };

/** What seals the data: an edit by hand, however small, shows. No secret, so no proof against forgery. */
export function sealOf(json: string): string {
  return createHash('sha256').update(json).digest('hex');
}

export function embeddedSheet(workbook: Workbook): Sheet | null {
  return workbook.sheets.find(({ name }) => name === EMBEDDED_SHEET) ?? null;
}

/** Reads the hidden sheet of a summary workbook. */
export function readEmbedded(sheet: Sheet): Embedded | EmbeddedFault {
  const at = (row: number, col: number): string => {
    const cell = sheet.rows.find(({ index }) => index === row)?.cells.find((each) => each.col === col);
    return cell?.value.kind === 'text' ? cell.value.text : (cell?.shown ?? '');
  };
  const pieces = Number(at(1, 0));
  if (!Number.isSafeInteger(pieces) || pieces < 1) return 'pieces';
  const texts = Array.from({ length: pieces }, (_, n) => at(FIRST_PIECE + n, 0));
  if (texts.some((text) => text === '')) return 'pieces';
  const json = texts.join('');
  const seal = at(SEAL.row, SEAL.col).trim();
  const read = parse(json);
  if (typeof read === 'string') return read;
  return {
    ...read,
    intact: seal === '' ? null : seal === sealOf(json),
    cell: address(FIRST_PIECE, 0),
  };
}

function parse(json: string): Pick<Embedded, 'summary' | 'level'> | EmbeddedFault {
  let value: { readonly schema?: unknown; readonly level?: unknown };
  try {
    value = JSON.parse(json) ?? {};
  } catch {
    return 'json';
  }
  if (value.schema !== 'bluezone-report/summary@1') return 'version';
  if (!summaryShape(value)) return 'shape';
  const { level, ...summary } = value as Summary & { readonly level?: LevelData };
  if (level !== undefined && !levelShape(level)) return 'shape';
  return { summary, level: level ?? null };
}
