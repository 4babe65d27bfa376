#!/usr/bin/env bash
# What was guessed: rows that repeat on every printed page, set with openpyxl as its documentation shows
#   (print_title_rows = "1:1"), are there when ExcelJS opens the file and saves it again.
# What happens: openpyxl writes the reference of _xlnm.Print_Titles as it was given, without dollar signs ('Sheet'!1:1).
#   ExcelJS looks for $1:$1 alone: it reads no print titles from such a file, and what it then writes has none. The print
#   area of the same file stays, since openpyxl adds dollar signs to that. LibreOffice knows 1:1 and keeps it so when it saves.
# Versions: openpyxl 3.0.9, exceljs 4.4.0, LibreOffice 7.4.7 (Debian 12).
# Output seen:
#   openpyxl 1:1          'Tong hop'!1:1    exceljs titles undefined, area A1:B3
#   openpyxl $1:$1        'Tong hop'!$1:$1  exceljs titles 1:1, area A1:B3
#   through LibreOffice   'Tong hop'!1:1    exceljs titles undefined, area A1:B3
#   saved by exceljs      none              exceljs titles undefined, area A1:B3
# Where users meet it: a template made in Python (and looked at in LibreOffice) that a server on Node fills: from the
#   second page on the printed table has no head.
# Source: tried for the pages of our workbook, whose heads repeat (docs/decisions.md, "pages as they are printed").
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
/usr/bin/python3 - <<'PY'
import openpyxl
for name, rows in (("plain", "1:1"), ("dollars", "$1:$1")):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Tong hop"
    for row in (["Don vi", "So nguoi"], ["A", 1], ["B", 2]):
        sheet.append(row)
    sheet.print_title_rows = rows
    sheet.print_area = "A1:B3"
    book.save(name + ".xlsx")
PY
mkdir saved
soffice -env:UserInstallation="file://$work/profile" --headless --convert-to xlsx --outdir saved plain.xlsx >/dev/null 2>&1
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 >/dev/null 2>&1
cat > show.cjs <<'JS'
const { Workbook } = require('exceljs');
const { execFileSync } = require('node:child_process');
const reference = (path) => {
  const part = execFileSync('unzip', ['-p', path, 'xl/workbook.xml'], { encoding: 'utf8' });
  return part.match(/Print_Titles"[^>]*>([^<]*)</)?.[1].replaceAll('&apos;', "'") ?? 'none';
};
const show = async (name, path) => {
  const book = new Workbook();
  await book.xlsx.readFile(path);
  const { printTitlesRow, printArea } = book.worksheets[0].pageSetup;
  console.log(name.padEnd(21), reference(path).padEnd(17), `exceljs titles ${printTitlesRow}, area ${printArea}`);
  return book;
};
(async () => {
  const plain = await show('openpyxl 1:1', 'plain.xlsx');
  await show('openpyxl $1:$1', 'dollars.xlsx');
  await show('through LibreOffice', 'saved/plain.xlsx');
  await plain.xlsx.writeFile('exceljs.xlsx');
  await show('saved by exceljs', 'exceljs.xlsx');
})();
JS
node show.cjs | tee out.txt
grep -qxF "openpyxl 1:1          'Tong hop'!1:1    exceljs titles undefined, area A1:B3" out.txt
grep -qxF "openpyxl \$1:\$1        'Tong hop'!\$1:\$1  exceljs titles 1:1, area A1:B3" out.txt
grep -qxF "through LibreOffice   'Tong hop'!1:1    exceljs titles undefined, area A1:B3" out.txt
grep -qxF "saved by exceljs      none              exceljs titles undefined, area A1:B3" out.txt
