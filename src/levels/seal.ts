import { hash } from 'node:crypto';
import { address, type CellValue, type Sheet, type Workbook } from '../model/grid.ts';

/**
 * A few digits for every visible cell of a summary workbook, kept in its hidden sheet: an edit by hand shows with its
 * cell. No secret, so no proof against forgery. A formula stands for its cell, since programs compute results again; the
 * result's own digits, after `=`, tell a copy that keeps the values alone.
 */
export type Manifest = { readonly [sheet: string]: { readonly [row: string]: string } };

/** Column C of the hidden sheet, from row 1: the manifest as JSON, in pieces. */
export const MANIFEST_COLUMN = 2;

const DIGITS = 4;

/** What is sealed of a cell: its formula, else its value; white space and the sixteenth digit do not count. */
export function sealedText(value: CellValue, formula?: string): string {
  if (formula !== undefined) return `=${formula}`;
  switch (value.kind) {
    case 'text':
      return `t${value.text.normalize('NFC').replace(/\s+/g, ' ').trim()}`;
    case 'number':
      return `n${Number(value.number.toPrecision(12))}`;
    case 'date':
      return `d${value.iso.includes('T') ? value.iso : `${value.iso}T00:00:00`}`;
    case 'boolean':
      return `b${value.boolean}`;
    case 'error':
      return `e${value.error}`;
    case 'uncomputed':
      return '';
  }
}

/** The digits of one cell. */
export function sealCell(sheet: string, cell: string, text: string): string {
  return hash('sha256', `${sheet}!${cell} ${text}`).slice(0, DIGITS);
}

/** The manifest in a hidden sheet; null where there is none that can be read. */
export function readManifest(hidden: Sheet): Manifest | null {
  const json = hidden.rows
    .flatMap(({ cells }) => cells.filter(({ col }) => col === MANIFEST_COLUMN))
    .map(({ value }) => (value.kind === 'text' ? value.text : ''))
    .join('');
  try {
    const manifest: unknown = JSON.parse(json);
    return isManifest(manifest) ? manifest : null;
  } catch {
    return null;
  }
}

function isManifest(value: unknown): value is Manifest {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      (rows) =>
        typeof rows === 'object' &&
        rows !== null &&
        Object.values(rows).every((row) => typeof row === 'string'),
    )
  );
}

/** A cell that is not as it was written. */
export interface ChangedCell {
  readonly sheet: string;
  /** A1 address; null for a sheet that is gone. */
  readonly cell: string | null;
  /** It holds the result of its formula, and the formula no more. */
  readonly formulaLost: boolean;
}

/** The cells that differ from what was written: changed, taken away, added. */
export function cellsChangedSince(workbook: Workbook, manifest: Manifest): readonly ChangedCell[] {
  return Object.entries(manifest).flatMap(([name, rows]): readonly ChangedCell[] => {
    const sheet = workbook.sheets.find((each) => each.name === name);
    return sheet === undefined
      ? [{ sheet: name, cell: null, formulaLost: false }]
      : changedCells(sheet, rows);
  });
}

function changedCells(sheet: Sheet, rows: { readonly [row: string]: string }): readonly ChangedCell[] {
  const wanted = new Map(
    Object.entries(rows).flatMap(([row, seals]) =>
      [...seals.matchAll(/([A-Z]+)([0-9a-f]{4})(?:=([0-9a-f]{4}))?/g)].map(
        ([, column, seal, result]) => [`${column}${row}`, { seal, result }] as const,
      ),
    ),
  );
  const changed: ChangedCell[] = [];
  for (const { cells } of sheet.rows) {
    for (const cell of cells) {
      const at = address(cell.row, cell.col);
      const was = wanted.get(at);
      wanted.delete(at);
      const is = sealCell(sheet.name, at, sealedText(cell.value, cell.formula));
      if (is !== was?.seal) {
        const formulaLost = cell.formula === undefined && is === was?.result;
        changed.push({ sheet: sheet.name, cell: at, formulaLost });
      }
    }
  }
  return [...changed, ...[...wanted.keys()].map((cell) => ({ sheet: sheet.name, cell, formulaLost: false }))];
}
