// The summary of fixtures/hoai-nhon in each of its formats, and what the terminal shows. Needs LibreOffice, poppler and Chromium.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { main, realIo } from '../../dist/cli.js';

const DATE = '2021-08-16';

/** The first page of a sheet, known by a line of its title. */
export function sheet(title, date = DATE) {
  return async (folder, picture) => {
    await summary(folder, 'xlsx', date);
    const pdf = toPdf(folder, 'xlsx');
    const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f');
    const page = pages.findIndex((text) => text.includes(title)) + 1;
    if (page === 0) throw new Error(`${title}: not in the summary`);
    pageToPng(pdf, page, picture);
  };
}

export async function docx(folder, picture) {
  await summary(folder, 'docx');
  pageToPng(toPdf(folder, 'docx'), 1, picture);
}

export async function html(folder, picture) {
  await summary(folder, 'html');
  shoot(folder, join(folder, 'tong-hop.html'), picture, 1000, 1300);
}

/** The head of what `aggregate` prints, on a dark ground. */
export async function terminal(folder, picture) {
  const { out } = await summary(folder, 'xlsx');
  const lines = out.split('\n').slice(0, LINES);
  const page = join(folder, 'terminal.html');
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><style>body { margin: 0; background: #1e1e1e; color: #d4d4d4 }
pre { margin: 14px 18px; font: 14px/${LINE_HEIGHT}px "Liberation Mono", monospace }</style><pre>${styled(lines.join('\n'))}</pre>`,
  );
  shoot(folder, page, picture, 1060, LINES * LINE_HEIGHT + 28);
}

/** `aggregate` as on a terminal of 120 columns with colours, over a copy of the folder. */
async function summary(folder, format, date = DATE) {
  const campaign = join(folder, 'campaign');
  cpSync(join('fixtures', 'hoai-nhon'), campaign, {
    recursive: true,
    filter: (path) => !/[\\/](outbox|\.bluezone)$/.test(path),
  });
  const printed = { out: '', err: '' };
  const stream = (name) => ({
    isTerminal: true,
    columns: 120,
    write: (text) => {
      printed[name] += text;
    },
  });
  const day = ['--date', date, '--as-of', `${date}T16:00`];
  const argv = ['aggregate', ...day, '--format', format, '-o', join(folder, `tong-hop.${format}`)];
  const world = { ...realIo(), cwd: campaign, env: { TERM: 'xterm-256color' } };
  const exit = await main(argv, { ...world, out: stream('out'), err: stream('err') });
  if (exit === 2) throw new Error(printed.err);
  return printed;
}

/** Printed as on a Vietnamese machine: 1.234 and 44,38%. */
function toPdf(folder, format) {
  const user = join(folder, 'profile', 'user');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'registrymodifications.xcu'), VIETNAMESE);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  const file = join(folder, `tong-hop.${format}`);
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
    stdio: 'pipe',
  });
  return join(folder, 'tong-hop.pdf');
}

function pageToPng(pdf, page, picture) {
  const where = ['-f', String(page), '-l', String(page), '-singlefile'];
  execFileSync('pdftoppm', ['-png', '-r', '96', ...where, pdf, picture.replace(/\.png$/, '')]);
}

function shoot(folder, page, picture, width, height) {
  execFileSync(
    'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--lang=vi',
      `--user-data-dir=${join(folder, 'chromium')}`,
      `--window-size=${width},${height}`,
      `--screenshot=${picture}`,
      pathToFileURL(page).href,
    ],
    { stdio: 'pipe' },
  );
}

const LINES = 40;
const LINE_HEIGHT = 19;

/** Styles of a terminal that the program uses; one that is not here is a mistake here. */
const STYLES = {
  1: 'font-weight:bold',
  2: 'opacity:.65',
  31: 'color:#f48771',
  32: 'color:#89d185',
  33: 'color:#e2c08d',
};

function styled(text) {
  let open = 0;
  const parts = text.split('\u001b[').map((part, n) => {
    if (n === 0) return escaped(part);
    const end = part.indexOf('m');
    const rest = escaped(part.slice(end + 1));
    const code = Number(part.slice(0, end));
    if ([0, 22, 39].includes(code)) {
      const closing = open === 0 ? '' : '</span>';
      open = Math.max(0, open - 1);
      return closing + rest;
    }
    if (STYLES[code] === undefined) throw new Error(`style ${code}`);
    open += 1;
    return `<span style="${STYLES[code]}">${rest}`;
  });
  return parts.join('') + '</span>'.repeat(open);
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const VIETNAMESE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
</oor:items>`;
