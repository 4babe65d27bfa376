#!/usr/bin/env bash
# What was guessed: the text of a pdf that LibreOffice made from a Word document comes out of PDF.js in reading order; a blank
#   between two pieces means that there is a blank.
# What happens: Liberation Serif, which stands in for Times New Roman, lacks Vietnamese letters such as "Ệ", "Ộ", "ủ".
#   LibreOffice takes them from DejaVu Serif, and writes them into the page behind the rest of the line. PDF.js gives the pieces in the order
#   of the page and puts a blank where each such letter stands, so that "HUYỆN LỘC NINH" reads as "HUY N L C NINH" and then
#   "Ệ Ộ". Nothing in the text says so. pdftotext, which goes by the place of each glyph, reads the same file rightly.
# Versions: LibreOffice 7.4.7 and fonts of Debian 12 (Liberation, DejaVu), python-docx 0.8.11, unpdf 1.3.2 (one file of
#   PDF.js), poppler 22.12.0.
# Output seen:
#   pdftotext  HUYỆN LỘC NINH
#   pdfjs      HUY N L C NINHỆ Ộ
# Where users meet it: letters of offices in Times New Roman, made into pdf on a server with Debian's fonts, then searched,
#   indexed or read by anything that stands on PDF.js.
# Source: reading the letters behind a campaign from pdf (docs/decisions.md, "a letter is read").
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
/usr/bin/python3 - <<'PY'
import docx
page = docx.Document()
page.styles["Normal"].font.name = "Times New Roman"
page.add_paragraph("HUYỆN LỘC NINH")
page.save("letter.docx")
PY
soffice -env:UserInstallation="file://$work/profile" --headless --convert-to pdf letter.docx >/dev/null 2>&1
npm init -y >/dev/null
npm install --silent --no-audit --no-fund unpdf@1.3.2 >/dev/null
cat > show.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
const pdf = await getDocumentProxy(new Uint8Array(readFileSync('letter.pdf')));
console.log('pdfjs     ', (await extractText(pdf, { mergePages: true })).text.trim());
JS
{
  echo "pdftotext  $(pdftotext letter.pdf - | head -1)"
  node show.mjs
} | tee out.txt
grep -qx 'pdftotext  HUYỆN LỘC NINH' out.txt
grep -q '^pdfjs      HUY N L C NINH' out.txt
