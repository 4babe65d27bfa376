import { finding } from '../model/finding.ts';
import { fail } from '../pack/fault.ts';
import { openZip } from '../pack/zip.ts';
import type { Adapter } from './adapter.ts';
import { readDocx } from './docx/docx.ts';
import { officeExtension } from './office.ts';

/**
 * Word 97–2003 documents, RTF and OpenDocument texts: converted by the LibreOffice of this machine, where there is one, and read as `.docx`. What was
 * converted says so; what LibreOffice could not open is damaged.
 */
export const readDoc: Adapter = async (source) => {
  const { path, bytes, format, limits, patience } = source;
  if (format === 'doc' && isEncrypted(bytes)) fail({ kind: 'encrypted', entry: path });
  const office = source.office ?? null;
  if (office === null) {
    return { workbook: null, findings: [finding('file/doc-not-converted', { file: path }, { format })] };
  }
  const converted = await office(bytes, officeExtension(format), patience);
  if (converted === 'too-long')
    return fail({ kind: 'timeout', program: 'libreoffice', seconds: Math.ceil(patience / 1000) });
  if (converted === null) return fail({ kind: 'damaged', detail: 'LibreOffice could not convert it' });
  const contents = await readDocx({ ...source, bytes: converted, zip: openZip(converted, limits) });
  return {
    ...contents,
    findings: [finding('file/doc-converted', { file: path }, { format }), ...contents.findings],
  };
};

/** Told by a flag in the first block of the Word stream, which begins on a sector of 512 bytes. */
function isEncrypted(bytes: Uint8Array): boolean {
  for (let at = 512; at + 12 <= bytes.length; at += 512) {
    if (bytes[at] === 0xec && bytes[at + 1] === 0xa5) return ((bytes[at + 11] ?? 0) & 1) !== 0;
  }
  return false;
}
