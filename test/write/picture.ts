import excel, { type Cell, type CellValue, type Workbook, type Worksheet } from 'exceljs';

/** Opens written bytes as another program would. */
export async function open(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook;
}

/** A workbook as text that a reviewer can read: what stands where, live formulas with their results, what is merged. */
export function picture(workbook: Workbook): string {
  return workbook.worksheets.map(sheetPicture).join('\n');
}

function sheetPicture(sheet: Worksheet): string {
  const view = sheet.views?.[0];
  const frozen = view?.state === 'frozen' ? `, frozen above row ${(view.ySplit ?? 0) + 1}` : '';
  const repeat = sheet.pageSetup.printTitlesRow;
  const lines = [
    `# ${sheet.name}${sheet.state === 'visible' ? '' : ` (${sheet.state})`}${frozen}${
      repeat === undefined ? '' : `, repeats rows ${repeat}`
    }`,
  ];
  if (sheet.state === 'hidden') return `${lines.join('\n')}\n`;
  sheet.eachRow((row, number) => {
    const cells: string[] = [];
    row.eachCell((cell) => {
      if (cell.isMerged && cell.master !== cell) return;
      const text = shown(cell);
      if (text !== '') cells.push(`${cell.address} ${text}`);
    });
    if (cells.length > 0) lines.push(`${number}: ${cells.join(' | ')}`);
  });
  return `${lines.join('\n')}\n`;
}

function shown(cell: Cell): string {
  const value = cell.value;
  if (value === null || value === undefined) return '';
  const marks = [
    ...(cell.font?.bold === true ? ['b'] : []),
    ...(cell.font?.italic === true ? ['i'] : []),
    ...(cell.font?.underline === true ? ['u'] : []),
  ].join('');
  const text = contents(value, cell.numFmt);
  return marks === '' ? text : `${text} {${marks}}`;
}

function contents(value: CellValue, format: string | undefined): string {
  if (value instanceof Date) return `${value.toISOString().slice(0, 16)} as ${format}`;
  if (typeof value === 'object' && value !== null && 'formula' in value) {
    // ExcelJS reads a stored 0 as nothing.
    return `=${value.formula} → ${value.result ?? 0} as ${format}`;
  }
  if (typeof value === 'number') return `${value} as ${format}`;
  return JSON.stringify(value);
}
