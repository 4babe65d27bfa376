import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Debian's own, which has openpyxl and python-docx. */
const PYTHON = '/usr/bin/python3';

/** LibreOffice with a profile of its own that computes every formula again when it opens a workbook. */
export function office(): { readonly folder: string; convert(file: string, to: string): string } {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
  const profile = join(folder, 'profile', 'user');
  mkdirSync(profile, { recursive: true });
  writeFileSync(join(profile, 'registrymodifications.xcu'), RECALCULATE);
  return {
    folder,
    /** Gives the path of the converted file, in a folder of its own. */
    convert(file, to) {
      const out = join(folder, `as-${to}`);
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
          '--headless',
          '--convert-to',
          to,
          '--outdir',
          out,
          file,
        ],
        { stdio: 'pipe' },
      );
      return join(out, basename(file).replace(/\.\w+$/, `.${to}`));
    },
  };
}

const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Runs Python and gives what it prints, read as JSON. */
export function python(script: string, ...args: readonly string[]): unknown {
  return JSON.parse(execFileSync(PYTHON, ['-c', script, ...args], { encoding: 'utf8' }));
}

/** Text of a PDF, laid out as on the page. */
export function pdfText(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

export function read(file: string): Uint8Array {
  return readFileSync(file);
}
