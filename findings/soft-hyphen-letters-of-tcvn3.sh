#!/usr/bin/env bash
# What was guessed: a text of a Word document is the same text after LibreOffice has saved the document once more.
# What happens: in Vietnamese documents of the TCVN3 fonts (.VnTime and others) the letter "ư" is the character U+00AD, and
#   such a font draws it as a letter. LibreOffice saves U+00AD as the element <w:softHyphen/>, as it does in any .doc that it turns into .docx.
#   python-docx leaves that element out of a paragraph's text. Every "ư" is gone without a trace: "người được" (stored as
#   "ng<AD>êi ®<AD>îc") becomes "ngêi ®îc", and no table of the old encoding can bring it back. The text before was whole.
# Versions: LibreOffice 7.4.7 (Debian 12), python-docx 0.8.11.
# Output seen:
#   before 'Sè ng\xadêi ®\xadîc: 12'
#   after  'Sè ngêi ®îc: 12' with 2 w:softHyphen
# Where users meet it: converting old Vietnamese .doc and .docx to Unicode: LibreOffice first, python-docx second.
# Source: docs/decisions.md, "formats beside xlsx and csv" (soft hyphens stay in what readers give).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
/usr/bin/python3 - <<'PY'
import docx
page = docx.Document()
page.add_paragraph().add_run("Sè ng\u00adêi ®\u00adîc: 12").font.name = ".VnTime"
page.save("old.docx")
PY
mkdir saved
soffice -env:UserInstallation="file://$work/profile" --headless --convert-to docx --outdir saved old.docx >/dev/null 2>&1
/usr/bin/python3 - <<'PY' | tee out.txt
import docx, zipfile
def text(path):
    return ascii_ad(docx.Document(path).paragraphs[0].text)
def ascii_ad(words):
    return "'" + words.replace("\u00ad", "\\xad") + "'"
print("before", text("old.docx"))
parts = zipfile.ZipFile("saved/old.docx").read("word/document.xml").decode()
print("after ", text("saved/old.docx"), "with", parts.count("<w:softHyphen/>"), "w:softHyphen")
PY
grep -qxF "before 'Sè ng\\xadêi ®\\xadîc: 12'" out.txt
grep -qxF "after  'Sè ngêi ®îc: 12' with 2 w:softHyphen" out.txt
