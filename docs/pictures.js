// Makes the pictures of the documentation, by hand: `node docs/pictures.js [name …]`. Needs LibreOffice with its Python bridge,
// openpyxl, poppler, ImageMagick and Chromium, and the program as built (`npm run build`). All data in them is invented.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { docx, html, sheet, terminal } from './pictures/summary.js';

/** Debian's own, which has openpyxl and the bridge to LibreOffice. */
const PYTHON = '/usr/bin/python3';

/** One function a picture; each is given an empty folder to work in and the path of its picture. */
const PICTURES = {
  annotated,
  'tong-hop': sheet('(Tổng hợp theo Mẫu 02)'),
  'co-quan': sheet('(Tổng hợp theo Mẫu 01)'),
  // The second day: units by days need two.
  'tinh-hinh-nop': sheet('TÌNH HÌNH NỘP BÁO CÁO', '2021-08-17'),
  'dien-bien': sheet('DIỄN BIẾN SỐ LIỆU'),
  'can-ra': sheet('CÁC ĐIỂM CẦN RÀ'),
  nguon: sheet('NGUỒN SỐ LIỆU'),
  docx,
  html,
  terminal,
};

/** A repository is no place for large pictures. */
const LARGEST = 200_000;

const wanted = process.argv.slice(2);
mkdirSync('docs/pictures', { recursive: true });
for (const [name, make] of Object.entries(PICTURES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  try {
    const picture = resolve('docs', 'pictures', `${name}.png`);
    await make(folder, picture);
    if (name !== 'annotated') run('convert', picture, '-colors', '64', picture);
    if (statSync(picture).size > LARGEST) throw new Error(`${name}.png is too large`);
    process.stdout.write(`docs/pictures/${name}.png\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A sender's workbook as it goes back: the list of points, and the marked cells with their notes shown. */
function annotated(folder, picture) {
  const campaign = join(folder, 'campaign');
  const inbox = join(campaign, 'inbox', '2021-08-17');
  mkdirSync(inbox, { recursive: true });
  for (const file of ['campaign.yaml', 'units.csv'])
    cpSync(`fixtures/hoai-nhon/${file}`, join(campaign, file));
  const name = 'hoài sơn.xlsx';
  run(PYTHON, 'docs/pictures/spoil.py', `fixtures/hoai-nhon/inbox/2021-08-17/${name}`, join(inbox, name));
  writeFileSync(
    join(inbox, 'received.csv'),
    `file,received_at,channel,note\n${name},2021-08-17T14:05,zalo,\n`,
  );
  const out = join(folder, 'out');
  bluezone(campaign, 'validate', '-d', '2021-08-17', '--as-of', '2021-08-17T14:10', '--annotate', out);
  run(PYTHON, 'docs/pictures/print.py', join(out, name), join(folder, 'pages.pdf'), join(folder, 'profile'));
  run('pdftoppm', '-r', '80', '-png', join(folder, 'pages.pdf'), join(folder, 'page'));
  const pages = [1, 2].map((n) => join(folder, `page-${n}.png`));
  const cut = ['-trim', '+repage', '-bordercolor', 'white', '-border', '16'];
  run(
    'convert',
    ...pages.flatMap((page) => ['(', page, ...cut, ')']),
    '-background',
    'white',
    '-append',
    '-colors',
    '128',
    picture,
  );
}

/** Exit code 1 says that something needs attention: here it is meant to. */
function bluezone(cwd, ...args) {
  const bin = resolve('bin', 'bluezone-report.js');
  if (!existsSync('dist/cli.js')) throw new Error('npm run build first');
  try {
    execFileSync(process.execPath, [bin, ...args], { cwd, stdio: 'pipe' });
  } catch (error) {
    if (error.status !== 1) throw error;
  }
}

function run(command, ...args) {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}
