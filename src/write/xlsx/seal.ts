import type { CellValue as ExcelValue, Workbook } from 'exceljs';
import { sealCell, sealedText } from '../../levels/seal.ts';
import { type CellValue, columnName } from '../../model/grid.ts';

/** What the hidden sheet keeps of every cell of the sheets written so far, so that `verify` can name one that was edited. */
export function manifestOf(workbook: Workbook): string {
  const sheets: { [sheet: string]: { [row: number]: string } } = {};
  for (const sheet of workbook.worksheets) {
    const rows: { [row: number]: string } = {};
    sheet.eachRow((row, number) => {
      let seals = '';
      row.eachCell((cell, column) => {
        const sealed = cell.master === cell ? sealOf(cell.value) : null;
        if (sealed === null) return;
        const name = columnName(column - 1);
        const digits = (text: string) => sealCell(sheet.name, `${name}${number}`, text);
        const result = resultOf(cell.value);
        seals += name + digits(sealed) + (result === null ? '' : `=${digits(result)}`);
      });
      if (seals !== '') rows[number] = seals;
    });
    sheets[sheet.name] = rows;
  }
  return JSON.stringify(sheets);
}

function sealOf(value: ExcelValue): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'object' && 'formula' in value) return `=${value.formula}`;
  const plain = plainOf(value);
  return plain === null ? null : sealedText(plain);
}

function resultOf(value: ExcelValue): string | null {
  const result = typeof value === 'object' && value !== null && 'formula' in value ? value.result : null;
  const plain = result === null || result === undefined ? null : plainOf(result);
  return plain === null ? null : sealedText(plain);
}

function plainOf(value: ExcelValue): CellValue | null {
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value };
  return value instanceof Date ? { kind: 'date', iso: value.toISOString().slice(0, 19) } : null;
}
