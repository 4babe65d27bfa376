import type { Words } from '../../lang/lang.ts';
import { escapeXml } from '../../pack/xml-text.ts';
import type { Block, Letterhead, Page, Signature, SummaryPages } from '../../view/page.ts';
import type { Travelling } from '../../view/travelling.ts';
import { chartHtml } from './chart.ts';
import { STYLE } from './style.ts';
import { tableHtml } from './table.ts';

/**
 * One page that needs nothing else: no network, no script, drawings inside. It reads on a phone and prints on A4. Like the
 * workbook it names files by hash only.
 */
export function writeHtml(book: Travelling<SummaryPages>, words: Words): string {
  const links = book.pages.map((page) => `<a href="#${page.id}">${escapeXml(page.name)}</a>`).join('');
  const sections = book.pages.map((page) => sectionHtml(page, words)).join('\n');
  return `<!doctype html>
<html lang="${book.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="author" content="${escapeXml(book.author)}">
<title>${escapeXml(book.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<nav>${links}</nav>
<main>
${sections}
</main>
</body>
</html>
`;
}

function sectionHtml(page: Page, words: Words): string {
  const blocks = page.blocks.map((block) => blockHtml(block, page, words));
  return `<section id="${page.id}">${blocks.join('\n')}</section>`;
}

function blockHtml(block: Block, page: Page, words: Words): string {
  switch (block.kind) {
    case 'letterhead':
      return letterheadHtml(block);
    case 'title': {
      const [first = '', ...rest] = block.lines;
      return `<h1>${escapeXml(first)}</h1>${rest.map((line) => `<h2>${escapeXml(line)}</h2>`).join('')}`;
    }
    case 'text':
      return block.style === 'heading'
        ? `<h3>${escapeXml(block.text)}</h3>`
        : `<p class="${block.style}">${escapeXml(block.text)}</p>`;
    case 'table':
      return tableHtml(block.table, words);
    case 'signature':
      return signatureHtml(block);
    case 'chart': {
      const tables = page.blocks.flatMap((one) => (one.kind === 'table' ? [one.table] : []));
      const table = tables.find((one) => one.id === block.chart.table);
      return table === undefined ? '' : chartHtml(block.chart, table, words);
    }
  }
}

function letterheadHtml(block: Letterhead): string {
  const parent = block.parent === null ? '' : `<p>${escapeXml(block.parent)}</p>`;
  return `<header class="letterhead"><div>${parent}<p class="agency strong">${escapeXml(block.agency)}</p><p>${escapeXml(
    block.number,
  )}</p></div><div><p class="strong">${escapeXml(block.nation)}</p><p class="motto strong">${escapeXml(
    block.motto,
  )}</p><p class="date">${escapeXml(block.placeAndDate)}</p></div></header>`;
}

function signatureHtml(block: Signature): string {
  const items = block.recipients.map((recipient) => `<li>${escapeXml(recipient)}</li>`).join('');
  const lines = block.lines.map((line) => `<p>${escapeXml(line)}</p>`).join('');
  const name = block.name === null ? '' : `<p style="margin-top:5rem">${escapeXml(block.name)}</p>`;
  return `<footer class="signature"><div><p class="recipients">${escapeXml(
    block.recipientsTitle,
  )}</p><ul>${items}</ul></div><div>${lines}${name}</div></footer>`;
}
