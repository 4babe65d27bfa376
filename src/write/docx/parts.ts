import { escapeXml } from '../../pack/xml-text.ts';
import type { SummaryPages } from '../../view/page.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The parts of a Word package that are the same for every report, but for its properties. */
export function fixedParts(
  book: SummaryPages,
): readonly { readonly name: string; readonly contents: string }[] {
  return [
    { name: '[Content_Types].xml', contents: contentTypes() },
    {
      name: '_rels/.rels',
      contents: relations([
        ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
        ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    },
    { name: 'docProps/core.xml', contents: properties(book) },
    {
      name: 'word/_rels/document.xml.rels',
      contents: relations([
        ['rId1', `${OFFICE}/styles`, 'styles.xml'],
        ['rId2', `${OFFICE}/header`, 'header1.xml'],
        ['rId3', `${OFFICE}/settings`, 'settings.xml'],
      ]),
    },
    { name: 'word/header1.xml', contents: header() },
    { name: 'word/settings.xml', contents: settings() },
    { name: 'word/styles.xml', contents: styles() },
  ];
}

function contentTypes(): string {
  const part = (name: string, type: string) =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`;
  const word = 'officedocument.wordprocessingml';
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    part('/word/document.xml', `${word}.document.main`),
    part('/word/styles.xml', `${word}.styles`),
    part('/word/settings.xml', `${word}.settings`),
    part('/word/header1.xml', `${word}.header`),
    part('/docProps/core.xml', 'package.core-properties'),
  ].join('')}</Types>`;
}

function relations(entries: readonly (readonly [string, string, string])[]): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;
}

/** The as-of time stands for the time of making: the same summary gives the same bytes. */
function properties(book: SummaryPages): string {
  const made = `${new Date(book.asOf).toISOString().slice(0, 19)}Z`;
  const author = escapeXml(book.author);
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(
    book.title,
  )}</dc:title><dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${made}</dcterms:modified></cp:coreProperties>`;
}

/** Page number, centred at the top; the section shows it from page 2 on. */
function header(): string {
  return `${HEAD}<w:hdr xmlns:w="${WORD}"><w:p><w:pPr><w:spacing w:after="0"/><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`;
}

function settings(): string {
  return `${HEAD}<w:settings xmlns:w="${WORD}"><w:defaultTabStop w:val="567"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;
}

/** 14-point Times New Roman, as Nghị định 30 wants of running text. */
function styles(): string {
  const fonts =
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>';
  return `${HEAD}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;
}
