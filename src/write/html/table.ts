import type { Words } from '../../lang/lang.ts';
import { escapeXml } from '../../pack/xml-text.ts';
import { isRight, labelIndex, shown } from '../../view/shown.ts';
import type { Column, Row, Table } from '../../view/table.ts';

/** A table in a frame that scrolls sideways by itself, so that the page never does. */
export function tableHtml(table: Table, words: Words): string {
  const label = labelIndex(table.columns);
  return `<div class="scroll"><table><thead>${headHtml(table.columns)}</thead><tbody>${table.rows
    .map((row) => rowHtml(row, table.columns, label, words))
    .join('')}</tbody></table></div>`;
}

function headHtml(columns: readonly Column[]): string {
  const grouped = columns.some((column) => column.group !== null);
  const top = columns.map((column, index) => {
    if (column.group === null) {
      return `<th scope="col"${grouped ? ' rowspan="2"' : ''}>${escapeXml(column.title)}</th>`;
    }
    if (columns[index - 1]?.group === column.group) return '';
    const next = columns.slice(index).findIndex((one) => one.group !== column.group);
    const span = next === -1 ? columns.length - index : next;
    return `<th scope="colgroup" colspan="${span}">${escapeXml(column.group)}</th>`;
  });
  const bottom = columns
    .filter((column) => column.group !== null)
    .map((column) => `<th scope="col">${escapeXml(column.title)}</th>`);
  return `<tr>${top.join('')}</tr>${grouped ? `<tr>${bottom.join('')}</tr>` : ''}`;
}

function rowHtml(row: Row, columns: readonly Column[], label: number, words: Words): string {
  if (!('cells' in row)) {
    return `<tr class="section"><th colspan="${columns.length}">${escapeXml(row.text)}</th></tr>`;
  }
  const cells = columns.map((column, index) => {
    const cell = row.cells[column.id];
    const text = shown(cell, column, words);
    const classes = [
      ...(index === label ? ['first'] : []),
      ...(isRight(column) ? ['right'] : isCentred(column) ? ['centre'] : []),
      ...(column.kind === 'code' ? ['code'] : []),
      ...(text.includes('\n') ? ['lines'] : []),
      ...(cell?.tone === undefined ? [] : [cell.tone]),
    ];
    return `<td${classes.length === 0 ? '' : ` class="${classes.join(' ')}"`}>${escapeXml(text).replaceAll('&#10;', '\n')}</td>`;
  });
  return `<tr${row.role === 'item' ? '' : ` class="${row.role}"`}>${cells.join('')}</tr>`;
}

function isCentred(column: Column): boolean {
  return ['date', 'instant', 'mark', 'share', 'code'].includes(column.kind);
}
