import { unpack, type Zip } from '../pack/zip.ts';
import type { FileKind } from './document.ts';

/** Main parts under other names, by what their content type says (macro-enabled files and templates, too). */
const MAIN_PARTS: readonly (readonly [RegExp, FileKind, string])[] = [
  [/ms-excel\.sheet\.binary\.macroenabled\.main/, 'xlsb', 'xlsb'],
  [/spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template)\.macroenabled\.main/, 'xlsx', 'xlsx'],
  [
    /wordprocessingml\.(document|template)\.main|ms-word\.(document|template)\.macroenabledtemplate\.main|ms-word\.document\.macroenabled\.main/,
    'docx',
    'docx',
  ],
  [/presentationml\.(presentation|slideshow|template)\.main|ms-powerpoint/, 'unknown', 'pptx'],
];

/** The usual names of the main parts are asked first: that costs nothing, and all but a few programs use them. */
const MAIN_NAMES: readonly (readonly [string, FileKind, string])[] = [
  ['xl/workbook.xml', 'xlsx', 'xlsx'],
  ['xl/workbook.bin', 'xlsb', 'xlsb'],
  ['word/document.xml', 'docx', 'docx'],
  ['ppt/presentation.xml', 'unknown', 'pptx'],
  ['index/document.iwa', 'unknown', 'numbers'],
  ['index.numbers', 'unknown', 'numbers'],
];

const OPEN_DOCUMENT = /^application\/vnd\.oasis\.opendocument\.(\w+)/;

/** The kind of a package; a zip of other files is `zip`. */
export function packageKind(zip: Zip): { readonly kind: FileKind; readonly format: string } {
  for (const [name, kind, format] of MAIN_NAMES) if (find(zip, name) !== undefined) return { kind, format };
  const types = partText(zip, '[content_types].xml');
  if (types !== null) {
    for (const [type, kind, format] of MAIN_PARTS) if (type.test(types)) return { kind, format };
  }
  const document = OPEN_DOCUMENT.exec(partText(zip, 'mimetype') ?? '')?.[1] ?? openDocument(zip);
  if (document === null) return { kind: 'zip', format: 'zip' };
  if (partText(zip, 'meta-inf/manifest.xml')?.includes('encryption-data')) {
    return { kind: 'encrypted', format: 'ods' };
  }
  if (document === 'spreadsheet') return { kind: 'ods', format: 'ods' };
  if (document === 'text') return { kind: 'doc', format: 'odt' };
  return { kind: 'unknown', format: 'opendocument' };
}

/** What the manifest of a package without a `mimetype` entry says of its root. */
function openDocument(zip: Zip): string | null {
  if (find(zip, 'content.xml') === undefined) return null;
  const manifest = partText(zip, 'meta-inf/manifest.xml') ?? '';
  return /application\/vnd\.oasis\.opendocument\.(\w+)/.exec(manifest)?.[1] ?? null;
}

function find(zip: Zip, lowerName: string) {
  return zip.entries.find(({ name }) => name.length === lowerName.length && name.toLowerCase() === lowerName);
}

/** A small part in lower case, NUL bytes left out so that UTF-16 can be searched, too. Null when it is not there or cannot be read. */
function partText(zip: Zip, lowerName: string): string | null {
  const entry = find(zip, lowerName);
  if (entry === undefined || entry.encrypted || entry.size > 1_000_000) return null;
  try {
    return Buffer.from(unpack(zip, entry)).toString('latin1').replaceAll('\0', '').toLowerCase();
  } catch {
    return null;
  }
}
