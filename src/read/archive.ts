import { finding } from '../model/finding.ts';
import { fail } from '../pack/fault.ts';
import { packedBytes, unpack, type Zip } from '../pack/zip.ts';
import type { Adapter } from './adapter.ts';
import { innerNames } from './inner-name.ts';

/**
 * A zip of other files: each is unpacked when it is read, out of the allowance that all of them share. Their names are labels only, whatever
 * steps upwards they may hold.
 */
export const readArchive: Adapter = ({ zip, path }) => {
  if (zip === null) return fail({ kind: 'damaged', detail: 'not a package' });
  if (overlaps(zip)) return fail({ kind: 'damaged', detail: 'entries that overlap' });
  const nameOf = innerNames();
  const inner = zip.entries
    .filter(({ name }) => !name.endsWith('/'))
    .map((entry) => ({ name: nameOf(entry.name), open: () => unpack(zip, entry), mailDate: null }));
  if (inner.length > 0) return { workbook: null, findings: [], inner };
  return { workbook: null, findings: [finding('file/not-a-table', { file: path }, { kind: 'zip' })] };
};

/** Whether entries share bytes: no program packs so, and each of them would be read again. */
function overlaps(zip: Zip): boolean {
  let end = 0;
  for (const entry of zip.entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) return true;
    const packed = packedBytes(zip, entry);
    end = packed.byteOffset - zip.bytes.byteOffset + packed.byteLength;
  }
  return false;
}
