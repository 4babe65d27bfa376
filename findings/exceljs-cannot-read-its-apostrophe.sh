#!/usr/bin/env bash
# What was guessed: ExcelJS reads what it wrote, also for a sheet with an apostrophe in its name, which Excel allows.
# What happens: it names the sheet in the print area as 'Ea H'leo'!… where the apostrophe must stand twice. Writing is silent;
#   reading the same file is refused with a TypeError of a missing value. It happens also to a file whose reference was right: openpyxl
#   wrote 'Ea H''leo'!…, ExcelJS read that, and saved it so that it cannot read it any more. Without a print area all is well.
# Versions: exceljs 4.4.0, openpyxl 3.0.9, Node 20.20.2.
# Output seen:
#   openpyxl wrote 'Ea H''leo'!$A$1:$A$1 and exceljs reads it
#   exceljs wrote 'Ea H'leo'!$A1:$A1 and exceljs fails: Cannot read properties of undefined (reading 'match')
# Where users meet it: one sheet a place, where names have an apostrophe: Ea H'leo, Ia H'Drai, Cư M'gar, Val-d'Oise.
# Source: our workbooks of such places (docs/decisions.md, "bounds, bars, the picture for the chat group"). That Excel wants to repair
#   such a file is also told in https://github.com/exceljs/exceljs/pull/3071; that ExcelJS cannot open it itself is ours.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
/usr/bin/python3 - <<'PY'
import openpyxl
book = openpyxl.Workbook()
book.active.title = "Ea H'leo"
book.active.append([12])
book.active.print_area = "A1:A1"
book.save("openpyxl.xlsx")
PY
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 >/dev/null 2>&1
cat > show.cjs <<'JS'
const { Workbook } = require('exceljs');
const { execFileSync } = require('node:child_process');
const reference = (path) =>
  execFileSync('unzip', ['-p', path, 'xl/workbook.xml'], { encoding: 'utf8' })
    .match(/Print_Area"[^>]*>([^<]*)</)[1]
    .replaceAll('&apos;', "'");
const read = async (path) => {
  const book = new Workbook();
  await book.xlsx.readFile(path);
  return book;
};
(async () => {
  const book = await read('openpyxl.xlsx');
  console.log('openpyxl wrote', reference('openpyxl.xlsx'), 'and exceljs reads it');
  await book.xlsx.writeFile('exceljs.xlsx');
  const outcome = await read('exceljs.xlsx').then(() => 'reads it', (error) => `fails: ${error.message}`);
  console.log('exceljs wrote', reference('exceljs.xlsx'), 'and exceljs', outcome);
})();
JS
node show.cjs | tee out.txt
grep -qxF "openpyxl wrote 'Ea H''leo'!\$A\$1:\$A\$1 and exceljs reads it" out.txt
grep -qF "exceljs wrote 'Ea H'leo'!\$A1:\$A1 and exceljs fails: " out.txt
