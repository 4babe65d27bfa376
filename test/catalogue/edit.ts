import { openZip, unpack } from '../../src/pack/zip.ts';
import { writeZip } from '../../src/pack/zip-write.ts';
import { LIMITS } from '../../src/read/limits.ts';

/** What was done to a summary workbook on its way: changes of its parts by name. All know the figure 205. */
const EDITS: { readonly [named: string]: (part: string, text: string) => string } = {
  /** The first visible figure was typed over. */
  edited: (part, text) => (part.endsWith('sheet1.xml') ? text.replace('<v>205</v>', '<v>250</v>') : text),
  'data-edited': (_, text) => text.replace(/(value(?:&quot;|"|\\")+:)205/, '$1206'),
  'data-newer': (_, text) => text.replaceAll('bluezone-report/summary@1', 'bluezone-report/summary@9'),
};

/** A workbook after an edit; without a name as it is. */
export function edited(bytes: Uint8Array, named: string): Uint8Array {
  const edit = EDITS[named];
  if (named !== '' && edit === undefined) throw new Error(`no such edit: ${named}`);
  if (edit === undefined) return bytes;
  const zip = openZip(bytes, LIMITS);
  const text = new TextDecoder();
  let changed = false;
  const parts = [...zip.entries.values()].map((entry) => {
    const before = text.decode(unpack(zip, entry));
    const after = entry.name.endsWith('.xml') ? edit(entry.name, before) : before;
    changed ||= after !== before;
    return after === before
      ? { name: entry.name, contents: unpack(zip, entry) }
      : { name: entry.name, contents: after };
  });
  if (!changed) throw new Error(`nothing to edit: ${named}`);
  return writeZip(parts);
}
