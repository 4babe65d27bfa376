import type { Words } from '../lang/lang.ts';
import type { Block, SummaryPages } from '../view/page.ts';
import { isRight, shown } from '../view/shown.ts';
import type { Column, Row, Table } from '../view/table.ts';
import type { Travelling } from '../view/travelling.ts';

/** The pages as Markdown: titles, sentences and tables; the letterhead and the signature are for paper. */
export function writeMarkdown(book: Travelling<SummaryPages>, words: Words): string {
  const parts = book.pages.map((page) => [
    `## ${literal(page.name)}`,
    ...page.blocks.flatMap((block) => blockText(block, words)),
  ]);
  return `${[`# ${literal(book.title)}`, ...parts.flat()].join('\n\n')}\n`;
}

function blockText(block: Block, words: Words): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [
        block.style === 'heading'
          ? `### ${literal(block.text)}`
          : block.style === 'as-of'
            ? `*${literal(block.text)}*`
            : literal(block.text),
      ];
    case 'table':
      return [tableText(block.table, words)];
    case 'letterhead':
    case 'title':
    case 'signature':
    case 'chart':
      return [];
  }
}

function tableText(table: Table, words: Words): string {
  const head = table.columns.map((column) => literal(title(column)));
  const rule = table.columns.map((column) => (isRight(column) ? '--:' : ':--'));
  return [head, rule, ...table.rows.map((row) => rowText(row, table.columns, words))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function title(column: Column): string {
  return column.group === null ? column.title : `${column.group}: ${column.title}`;
}

function rowText(row: Row, columns: readonly Column[], words: Words): readonly string[] {
  if (!('cells' in row)) return columns.map((_, index) => (index === 0 ? `**${literal(row.text)}**` : ''));
  return columns.map((column) => {
    const text = literal(shown(row.cells[column.id], column, words));
    return row.role === 'total' && text !== '' ? `**${text}**` : text;
  });
}

/** Letters that Markdown would take for its own; a line end inside a cell is a `<br>`. */
function literal(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~]/g, '\\$&').replace(/\r?\n/g, '<br>');
}
