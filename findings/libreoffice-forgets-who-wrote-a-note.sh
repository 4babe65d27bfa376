#!/usr/bin/env bash
# What was guessed: the author of a cell's note, a field of its own in .xlsx, is kept when LibreOffice saves the file again.
# What happens: the text of every note stays, but all authors become one blank: LibreOffice writes a single <author> that holds a
#   space. Two notes of two people cannot be told apart, and a program that finds its own notes by their author finds none.
# Versions: LibreOffice 7.4.7 (Debian 12), openpyxl 3.0.9.
# Output seen:
#   before A1 'Phong Y te' 'Kiem tra lai', A2 'UBND xa' 'Da kiem tra'
#   after  A1 ' ' 'Kiem tra lai', A2 ' ' 'Da kiem tra'
# Where users meet it: a file that goes back and forth with notes; renewing one's own notes and leaving those of others.
# Source: our notes in a sender's file are known by their first words for this (docs/decisions.md, "A sender's file goes back marked").
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
/usr/bin/python3 - <<'PY'
import openpyxl
from openpyxl.comments import Comment
book = openpyxl.Workbook()
for cell, words, author in (("A1", "Kiem tra lai", "Phong Y te"), ("A2", "Da kiem tra", "UBND xa")):
    book.active[cell] = 12
    book.active[cell].comment = Comment(words, author)
book.save("n.xlsx")
PY
mkdir saved
soffice -env:UserInstallation="file://$work/profile" --headless --convert-to xlsx --outdir saved n.xlsx >/dev/null 2>&1
/usr/bin/python3 - <<'PY' | tee out.txt
import openpyxl
for when, path in (("before", "n.xlsx"), ("after ", "saved/n.xlsx")):
    sheet = openpyxl.load_workbook(path).active
    notes = [(cell, sheet[cell].comment) for cell in ("A1", "A2")]
    print(when, ", ".join(f"{cell} {note.author!r} {note.text!r}" for cell, note in notes))
PY
grep -qx "before A1 'Phong Y te' 'Kiem tra lai', A2 'UBND xa' 'Da kiem tra'" out.txt
grep -qx "after  A1 ' ' 'Kiem tra lai', A2 ' ' 'Da kiem tra'" out.txt
