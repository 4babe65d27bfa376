import type { Workbook, Worksheet } from 'exceljs';

/** Computes the few kinds of formula that the workbook uses, apart from the code that wrote them. */
export function recompute(sheet: Worksheet, formula: string): number {
  const number = (address: string): number => {
    const value = sheet.getCell(address.replaceAll('$', '')).value;
    if (typeof value === 'number') return value;
    if (typeof value === 'object' && value !== null && 'formula' in value)
      return recompute(sheet, value.formula ?? '');
    return Number.NaN;
  };
  const range = (text: string): readonly number[] => {
    const [, from = '', top = '', , bottom = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(text) ?? [];
    const rows = Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, index) => Number(top) + index);
    return rows.map((row) => number(from + row));
  };
  const sum = /^SUM\((\w+:\w+)\)$/.exec(formula);
  if (sum?.[1] !== undefined) return add(range(sum[1]));
  const having = /^SUMIF\((\w+:\w+),">=0",(\w+:\w+)\)$/.exec(formula);
  if (having?.[1] !== undefined && having[2] !== undefined) {
    const conditions = range(having[1]);
    return add(range(having[2]).filter((_, index) => (conditions[index] ?? Number.NaN) >= 0));
  }
  const rate = /^ROUND\((\w+)\/(\w+),4\)$/.exec(formula);
  if (rate?.[1] !== undefined && rate[2] !== undefined) {
    const [num, den] = [number(rate[1]), number(rate[2])];
    return Math.floor((num * 20_000 + den) / (2 * den)) / 10_000;
  }
  const gap = /^MAX\(0,ROUNDUP\((\w+)\*(\d+)\/(\d+),0\)-(\w+)\)$/.exec(formula);
  if (gap?.[1] !== undefined && gap[4] !== undefined) {
    return Math.max(0, Math.ceil((number(gap[1]) * Number(gap[2])) / Number(gap[3])) - number(gap[4]));
  }
  const needed = /^ROUNDUP\((\w+)\*(\d+)\/(\d+),0\)$/.exec(formula);
  if (needed?.[1] !== undefined)
    return Math.ceil((number(needed[1]) * Number(needed[2])) / Number(needed[3]));
  const link = /^([A-Z]+\d+)$/.exec(formula);
  if (link?.[1] !== undefined) return number(link[1]);
  const difference = /^(\w+)-(\w+)$/.exec(formula);
  if (difference?.[1] !== undefined && difference[2] !== undefined)
    return number(difference[1]) - number(difference[2]);
  throw new Error(`a kind of formula that no test knows: ${formula}`);
}

/** Every live formula of a workbook with its stored result. */
export function formulas(workbook: Workbook) {
  const found: { sheet: Worksheet; address: string; formula: string; result: unknown }[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const { value } = cell;
        if (typeof value === 'object' && value !== null && 'formula' in value && cell.master === cell) {
          // ExcelJS reads a stored 0 as nothing.
          found.push({
            sheet,
            address: cell.address,
            formula: value.formula ?? '',
            result: value.result ?? 0,
          });
        }
      });
    });
  }
  return found;
}

function add(numbers: readonly number[]): number {
  return numbers.filter((number) => !Number.isNaN(number)).reduce((a, b) => a + b, 0);
}
