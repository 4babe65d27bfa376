import type { Sheet } from '../../src/model/grid.ts';
import { address } from '../../src/model/grid.ts';
import { openZip } from '../../src/pack/zip.ts';
import type { Adapter, Contents, Source } from '../../src/read/adapter.ts';
import type { FileKind } from '../../src/read/document.ts';
import { LIMITS, startWork } from '../../src/read/limits.ts';

/** A file as `read` hands it to an adapter. */
export function source(bytes: Uint8Array | string, kind: FileKind = 'unknown', limits = LIMITS): Source {
  const raw = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const packed = kind === 'ods' || kind === 'docx' || kind === 'zip' || kind === 'xlsb';
  return {
    path: `test.${kind}`,
    bytes: raw,
    kind,
    format: kind,
    zip: packed ? openZip(raw, limits) : null,
    limits,
    work: startWork(limits),
    patience: 20_000,
  };
}

/** The first sheet that an adapter which answers at once makes of a file. */
export function read1(adapter: Adapter, bytes: Uint8Array | string, kind?: FileKind): Sheet | undefined {
  return (adapter(source(bytes, kind)) as Contents).workbook?.sheets[0];
}

/** What is seen on a sheet, by address. */
export function shown(sheet: Sheet | undefined): Record<string, string> {
  return Object.fromEntries(
    (sheet?.rows ?? []).flatMap((row) => row.cells.map((cell) => [address(cell.row, cell.col), cell.shown])),
  );
}
