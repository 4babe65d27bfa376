import type { FileFacts } from '../model/findings/file.ts';
import type { FileKind } from './document.ts';

/** Last part of a path, behind `/` and `!/`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** In lower case, without the dot; '' where there is none. */
export function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(baseName(path))?.[1]?.toLowerCase() ?? '';
}

/** Why a file is no sender's work but a program's own, told by its name; null for all others. */
export function leftAlone(path: string, bytes: Uint8Array): FileFacts['file/left-alone']['reason'] | null {
  const name = baseName(path);
  if (name.startsWith('~$') || /^\.~lock\..*#$/.test(name)) return 'office-lock';
  if (/\.(crdownload|part|partial|download|tmp|opdownload)$/i.test(name)) return 'partial-download';
  if (/^(thumbs\.db|desktop\.ini|\.ds_store|ehthumbs\.db)$/i.test(name)) return 'system';
  if (name.startsWith('._') || path.includes('__MACOSX/')) return 'system';
  if (isSignature(name)) return 'signature';
  if (isMailText(name) && !holdsTable(bytes)) return 'mail-part';
  return isWebPart(path) ? 'web-part' : null;
}

/** A signature that a mail program attached to a mail. */
export function isSignature(name: string): boolean {
  return /^smime\.p7s$|^(signature|opengpg_signature)[^.]*\.asc$/i.test(name);
}

/** What mail servers make of the text of a mail that stands between attachments. */
export function isMailText(name: string): boolean {
  return /^ATT\d{3,6}(?: \(\d+\))?\.(?:html?|txt)$/i.test(name);
}

function holdsTable(bytes: Uint8Array): boolean {
  return /<table/i.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
}

/** What lies beside a saved web page, in its folder; sheets of a workbook saved so (`sheet001.htm`) lie there, too. */
function isWebPart(path: string): boolean {
  if (!/(?:_files|\.files|_tệp)\/[^/]+$/i.test(path.normalize('NFC'))) return false;
  return /\.(?:css|js|png|gif|jpe?g|webp|svg|ico|woff2?|thmx|mso|[ew]mz)$|\/(?:filelist|colorschememapping|props\d+|item\d+)\.xml$|\/tabstrip\.html?$/i.test(
    path,
  );
}

/** Kinds that a name promises. Other extensions promise nothing. */
const PROMISES: { readonly [extension: string]: readonly FileKind[] } = {
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  xltx: ['xlsx'],
  xltm: ['xlsx'],
  xlsb: ['xlsb'],
  xls: ['xls'],
  xlt: ['xls'],
  et: ['xls'],
  ods: ['ods'],
  fods: ['ods'],
  slk: ['sylk'],
  docx: ['docx'],
  docm: ['docx'],
  doc: ['doc'],
  rtf: ['doc'],
  odt: ['doc'],
  csv: ['csv'],
  tsv: ['csv'],
  txt: ['csv'],
  html: ['html'],
  htm: ['html'],
  xml: ['spreadsheetml'],
  eml: ['eml'],
  zip: ['zip'],
  pdf: ['pdf'],
  png: ['picture'],
  jpg: ['picture'],
  jpeg: ['picture'],
  gif: ['picture'],
  bmp: ['picture'],
  webp: ['picture'],
  heic: ['picture'],
  tif: ['picture'],
  tiff: ['picture'],
};

/** Whether the name promises another kind than the content has. A password or an empty file hides what the kind is. */
export function nameDiffers(extension: string, kind: FileKind): boolean {
  if (kind === 'encrypted' || kind === 'empty') return false;
  const promised = Object.hasOwn(PROMISES, extension) ? PROMISES[extension] : undefined;
  return promised !== undefined && !promised.includes(kind);
}

/** The first kind that an extension promises; `unknown` where it promises none. */
export function promisedKind(extension: string): FileKind {
  return (Object.hasOwn(PROMISES, extension) ? PROMISES[extension]?.[0] : undefined) ?? 'unknown';
}
