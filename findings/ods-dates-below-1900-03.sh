#!/usr/bin/env bash
# What was guessed: saving a sheet as .ods and reading it with the same library gives the same numbers as the .xlsx.
# What happens: a count typed under a date format (10 shown as 10/01/1900) is the number 10 in the .xlsx. Saved as .ods by
#   LibreOffice it is date-value 1900-01-09: one day earlier below 1 March 1900, since LibreOffice counts from 30/12/1899 and
#   does not share Excel's 29/2/1900. SheetJS gives numbers for the .xlsx and, with the same options and cellDates off,
#   Date objects for the .ods; except for 60, which comes out as a number there too.
# Versions: LibreOffice 7.4.7 (Debian 12), @e965/xlsx 0.20.3 (SheetJS 0.20.3), openpyxl 3.0.9.
# Output seen:
#   xlsx [[10],[60],[61],[100]]
#   ods  [["1900-01-09T00:00:00.000Z"],[60],["1900-03-01T00:00:00.000Z"],["1900-04-09T00:00:00.000Z"]]
# Where users meet it: a column of counts that took a date format, sent on as .ods; a table read by one code from both formats.
# Source: our reader of numbers under date formats (src/intake/parse/dated-number.ts).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
/usr/bin/python3 - <<'PY'
import openpyxl
book = openpyxl.Workbook()
for n in (10, 60, 61, 100):
    book.active.append([n])
    book.active.cell(book.active.max_row, 1).number_format = "dd/mm/yyyy"
book.save("n.xlsx")
PY
soffice -env:UserInstallation="file://$work/profile" --headless --convert-to ods n.xlsx >/dev/null 2>&1
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @e965/xlsx@0.20.3 >/dev/null
cat > show.cjs <<'JS'
const xlsx = require('@e965/xlsx');
console.error = () => {};
for (const kind of ['xlsx', 'ods']) {
  const book = xlsx.readFile(`n.${kind}`);
  console.log(kind, JSON.stringify(xlsx.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1, raw: true })));
}
JS
TZ=UTC node show.cjs 2>/dev/null | tee out.txt
grep -qx 'xlsx \[\[10\],\[60\],\[61\],\[100\]\]' out.txt
grep -q 'ods \[\["1900-01-09T00:00:00.000Z"\],\[60\],' out.txt
