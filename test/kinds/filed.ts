import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { read } from '../../src/read/read.ts';
import type { FileForm } from './kind.ts';
import { type Became, becomes } from './taken.ts';

/** What becomes of the file that another program saved of a kind's first sample of a role. */
export async function filed(name: string, role: 'kind' | 'like', form: FileForm): Promise<Became> {
  const path = `fixtures/kinds/files/${name}.${role}.${form}`;
  const [document] = await read(basename(path), new Uint8Array(readFileSync(path)));
  if (document?.workbook == null) throw new Error(`${path}: ${document?.findings.map(({ code }) => code)}`);
  return becomes(document.workbook);
}
