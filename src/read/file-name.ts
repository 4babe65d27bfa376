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
export function leftAlone(path: string): FileFacts['file/left-alone']['reason'] | null {
  const name = baseName(path);
  if (name.startsWith('~$') || /^\.~lock\..*#$/.test(name)) return 'office-lock';
  if (/\.(crdownload|part|partial|download|tmp|opdownload)$/i.test(name)) return 'partial-download';
  if (/^(thumbs\.db|desktop\.ini|\.ds_store|ehthumbs\.db)$/i.test(name)) return 'system';
  if (name.startsWith('._') || path.includes('__MACOSX/')) return 'system';
  return null;
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
  docx: ['docx'],
  docm: ['docx'],
  doc: ['doc'],
  rtf: ['doc'],
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
