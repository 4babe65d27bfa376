import { escapeXml } from '../../pack/xml-text.ts';
import { writeZip } from '../../pack/zip-write.ts';
import type { FormPage } from '../../view/blank.ts';
import { formBody } from './form-body.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/**
 * An official form as a Word document: what is to be filled in is a content control, the rest is protected without a
 * password. The same page gives the same bytes.
 */
export function writeDocxForm(page: FormPage): Uint8Array {
  return writeZip([
    { name: '[Content_Types].xml', contents: TYPES },
    { name: '_rels/.rels', contents: RELATIONS },
    { name: 'docProps/core.xml', contents: properties(page) },
    { name: 'word/document.xml', contents: documentXml(page) },
    { name: 'word/_rels/document.xml.rels', contents: DOCUMENT_RELATIONS },
    { name: 'word/styles.xml', contents: STYLES },
    { name: 'word/settings.xml', contents: SETTINGS },
    { name: 'word/footer1.xml', contents: footer(page) },
  ]);
}

const TYPES =
  `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
  `<Override PartName="/word/settings.xml" ContentType="${TYPE}.settings+xml"/>` +
  `<Override PartName="/word/footer1.xml" ContentType="${TYPE}.footer+xml"/>` +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>';

const RELATIONS =
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/>` +
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

const DOCUMENT_RELATIONS =
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/relationships/styles" Target="styles.xml"/>` +
  `<Relationship Id="rId2" Type="${OFFICE}/relationships/settings" Target="settings.xml"/>` +
  `<Relationship Id="rId3" Type="${OFFICE}/relationships/footer" Target="footer1.xml"/></Relationships>`;

const FONTS =
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>';

/** What is typed into a blank looks like its line in LibreOffice only where the line's style says so. */
const PARAGRAPHS = [
  ['Cell', '<w:sz w:val="24"/><w:szCs w:val="24"/>'],
  ['Name', '<w:b/><w:sz w:val="24"/><w:szCs w:val="24"/>'],
  ['Day', '<w:b/><w:sz w:val="26"/><w:szCs w:val="26"/>'],
  ['Place', '<w:i/><w:sz w:val="26"/><w:szCs w:val="26"/>'],
] as const;

const STYLES =
  `${HEAD}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>${FONTS}<w:sz w:val="26"/><w:szCs w:val="26"/>` +
  '<w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  PARAGRAPHS.map(
    ([id, looks]) =>
      `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="Normal"/><w:rPr>${looks}</w:rPr></w:style>`,
  ).join('') +
  '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>' +
  '<w:rPr><w:color w:val="808080"/></w:rPr></w:style></w:styles>';

const SETTINGS =
  `${HEAD}<w:settings xmlns:w="${WORD}">` +
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>';

function properties(page: FormPage): string {
  const made = `${page.date ?? '2021-01-01'}T00:00:00Z`;
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(page.titles.join(' '))}</dc:title><dc:creator>bluezone-report</dc:creator>` +
    `<cp:keywords>${escapeXml(page.edition)}</cp:keywords><dc:language>vi</dc:language>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created></cp:coreProperties>`
  );
}

function footer(page: FormPage): string {
  const edition = escapeXml(page.words.fill.form.edition(page.form.name.vi, page.form.version));
  return (
    `${HEAD}<w:ftr xmlns:w="${WORD}"><w:p><w:pPr><w:jc w:val="right"/></w:pPr>` +
    `<w:r><w:rPr><w:i/><w:sz w:val="16"/></w:rPr><w:t>${edition}</w:t></w:r></w:p></w:ftr>`
  );
}

/** A4 upright; margins of Nghị định 30/2020/NĐ-CP in twentieths of a point. */
const SECTION =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';

function documentXml(page: FormPage): string {
  return (
    `${HEAD}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}/relationships"><w:body>` +
    `${grouped(formBody(page))}${SECTION}</w:body></w:document>`
  );
}

/** A line of one point: LibreOffice makes a field of the first text of a group. */
const FIRST =
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>';

/**
 * Of a group only the content controls inside may be changed (ISO/IEC 29500-1, 17.5.2.15); no password. Protection as a
 * form would say the same to Word, but LibreOffice then lets nobody type anywhere.
 */
function grouped(body: string): string {
  return `<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/><w:group/></w:sdtPr><w:sdtContent>${FIRST}${body}</w:sdtContent></w:sdt>`;
}
