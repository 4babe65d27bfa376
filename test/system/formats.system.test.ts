import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findOffice, realOffice } from '../../src/read/office.ts';
import { read } from '../../src/read/read.ts';

const sample = (name: string) => readFileSync(new URL(`../read/samples/${name}`, import.meta.url));
const office = realOffice();

test.skipIf(office === null)(
  'LibreOffice converts .doc and .rtf, and the letters of TCVN3 survive',
  async () => {
    const asDocx = (await read('word.docx', sample('word.docx')))[0]?.workbook?.sheets[0];
    const seen = (sheet: typeof asDocx) =>
      sheet?.rows.map(({ cells }) =>
        cells.map(({ shown, font }) => [shown, font?.startsWith('.Vn') === true]),
      );
    for (const name of ['word.doc', 'word.rtf']) {
      const [document] = await read(name, sample(name), { office });
      expect(document?.findings.map(({ code }) => code)).toEqual(['file/doc-converted']);
      expect(seen(document?.workbook?.sheets[0])).toEqual(seen(asDocx));
    }
  },
  120_000,
);

test.skipIf(office === null)(
  'what LibreOffice cannot open is damaged',
  async () => {
    const [document] = await read('word.doc', sample('word.doc').subarray(0, 3000), { office });
    expect(document?.workbook === null || document?.findings.length).toBeTruthy();
  },
  120_000,
);

test('is looked for on the PATH, then where its installers put it', () => {
  const machine = (platform: NodeJS.Platform, env: Record<string, string>, ...there: string[]) => ({
    platform,
    env,
    exists: (path: string) => there.includes(path),
  });
  expect(findOffice(machine('linux', { PATH: '/a:/b' }, '/b/soffice', '/usr/bin/soffice'))).toBe(
    '/b/soffice',
  );
  expect(findOffice(machine('linux', {}, '/usr/bin/libreoffice'))).toBe('/usr/bin/libreoffice');
  const windows = 'C:\\Program Files\\LibreOffice\\program\\soffice.com';
  expect(findOffice(machine('win32', { ProgramFiles: 'C:\\Program Files' }, windows))).toBe(windows);
  const mac = '/Applications/LibreOffice.app/Contents/MacOS/soffice';
  expect(findOffice(machine('darwin', {}, mac))).toBe(mac);
  expect(findOffice(machine('linux', { PATH: '/a' }))).toBeNull();
});
