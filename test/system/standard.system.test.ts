import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openZip, unpack } from '../../src/pack/zip.ts';
import { writeZip } from '../../src/pack/zip-write.ts';
import { annotate } from '../../src/write/annotate/annotate.ts';
import { capture } from '../golden/captured.ts';
import { annotation, mark, sample, workbookOf } from '../write/annotate/sample.ts';

/** The validator of Microsoft's Open XML SDK: the schemas of ECMA-376 with their extensions, and the rules beside them. */
const VALIDATE = `
import { readFileSync } from 'node:fs';
import validate from '@ooxml-tools/validate';
const faults = {};
for (const file of process.argv.slice(1)) {
  const found = await validate(new Uint8Array(readFileSync(file)), file.split('.').pop().replace('xlsm', 'xlsx'), 'Microsoft365');
  faults[file.split('/').pop()] = found.map(({ path, description }) => [path?.partUri, path?.xpath, description].join(' '));
}
console.log(JSON.stringify(faults));
process.exit(0);
`;

/** What is wrong with each file, by its name. */
function faultsIn(files: ReadonlyMap<string, Uint8Array>): { readonly [name: string]: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'standard-'));
  const paths = [...files].map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  const argv = ['--input-type=module', '-e', VALIDATE, ...paths];
  return JSON.parse(execFileSync(process.execPath, argv, { encoding: 'utf8', maxBuffer: 1e8 }));
}

const RUNS = [
  ['hoai-nhon', '2021-08-17', '16:00'],
  ['loc-ninh', '2020-08-17', '15:30'],
  ['quang-dien', '2020-08-10', '23:00'],
  ['dong-nai', '2020-08-15', '08:00'],
  ['own-form', '2021-10-19', '16:00'],
] as const;
const FORMS = ['mau-01', 'mau-02'] as const;
const FORMATS = ['--format', 'xlsx,docx'];
const SENT = ['openpyxl.xlsx', 'libreoffice.xlsx', 'macros.xlsm', 'threads.xlsx'];

const files = new Map<string, Uint8Array>();
let faults: { readonly [name: string]: readonly string[] } = {};

/** The validator takes seconds to begin: it is given everything at once. */
beforeAll(async () => {
  for (const [name, date, hour] of RUNS)
    await keep(name, name, ['aggregate', '--date', date, '--as-of', `${date}T${hour}`, ...FORMATS]);
  for (const form of FORMS) await keep(form, 'hoai-nhon', ['template', form, ...FORMATS]);
  for (const name of SENT) {
    const bytes = sample(name);
    const workbook = await workbookOf(bytes);
    const marks = [mark('Mẫu 02', 'E6'), mark('Mẫu 02', 'D3', 'warning')];
    const { bytes: marked } = annotate({ isXlsx: true, bytes, workbook }, annotation(marks));
    files.set(name, bytes).set(`marked-${name}`, marked);
  }
  files.set('broken.xlsx', edited(files.get('hoai-nhon.xlsx'), 'xl/charts/chart1.xml'));
  faults = faultsIn(files);
});

async function keep(as: string, folder: string, argv: readonly string[]): Promise<void> {
  for (const [path, bytes] of (await capture(folder, argv)).written)
    files.set(`${as}.${path.split('.').pop()}`, bytes);
}

describe('the Open XML SDK finds nothing wrong', () => {
  test.each([...RUNS.map(([name]) => name), ...FORMS])('in %s: every part, charts among them', (name) => {
    expect([name, faults[`${name}.xlsx`], faults[`${name}.docx`]]).toEqual([name, [], []]);
  });

  test.each(SENT)('in %s as it goes back marked that was not wrong before', (name) => {
    expect(faults[`marked-${name}`]?.filter((fault) => !faults[name]?.includes(fault))).toEqual([]);
  });

  test('but sees a chart whose parts are in another order than the schema has them', () => {
    expect(faults['broken.xlsx']).toEqual([expect.stringContaining('/xl/charts/chart1.xml')]);
  });
});

function edited(bytes: Uint8Array | undefined, part: string): Uint8Array {
  const zip = openZip(bytes ?? new Uint8Array(), { entries: 1000, inflated: 1e8, ratio: 1e5 });
  return writeZip(
    zip.entries.map((entry) => {
      const text = new TextDecoder().decode(unpack(zip, entry));
      const contents = text.replace(/(<c:idx[^>]*>)(<c:order[^>]*>)/, '$2$1');
      return { name: entry.name, contents: entry.name === part ? contents : text };
    }),
  );
}
