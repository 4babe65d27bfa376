"""
Fills forms in LibreOffice, as a person would, and saves them: `cells` of a workbook by their address, `blanks` of a
Word form in reading order. Prints what was refused.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def office(pipe, profile):
    process = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            made = [f"com.sun.star.frame.{name}" for name in ("Desktop", "DispatchHelper")]
            return process, *(context.ServiceManager.createInstanceWithContext(name, context) for name in made)
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def fill_cells(document, cells):
    """Which addresses did not take their value: a protected cell, a value that its validation refuses."""
    sheet, refused = document.Sheets.getByIndex(0), []
    for address, value in cells.items():
        cell = sheet.getCellRangeByName(address)
        try:
            if isinstance(value, (int, float)):
                cell.setValue(value)
            else:
                cell.setString(value)
        except Exception:
            pass
        seen = cell.getValue() if isinstance(value, (int, float)) else cell.getString()
        if seen != value:
            refused.append(address)
    document.calculateAll()
    return refused


def fields_in(text):
    """The input fields of a text and of its tables, in reading order: what LibreOffice makes of content controls."""
    paragraphs = text.createEnumeration()
    while paragraphs.hasMoreElements():
        each = paragraphs.nextElement()
        if each.supportsService("com.sun.star.text.TextTable"):
            for name in each.getCellNames():
                yield from fields_in(each.getCellByName(name))
            continue
        portions = each.createEnumeration()
        while portions.hasMoreElements():
            portion = portions.nextElement()
            if portion.TextPortionType == "TextField":
                yield portion.TextField


def fill_blanks(document, values, type_in):
    """Types into the first blanks, before the dots that stand there; the values that found none are refused."""
    blanks = (field for field in fields_in(document.Text) if field.Content.strip(". \u2003") == "")
    refused = []
    for value in values:
        field = next(blanks, None)
        if field is None:
            refused.append(value)
            continue
        cursor = document.CurrentController.ViewCursor
        cursor.gotoRange(field.Anchor.Start, False)
        cursor.goRight(1, False)
        type_in(document, value)
        if not field.Content.startswith(value):
            refused.append(value)
    return refused


def main(jobs):
    folder = tempfile.mkdtemp(prefix="fill-")
    process, desktop, dispatcher = office(f"fill{os.getpid()}", Path(folder, "profile").as_uri())
    refused = []

    def type_in(document, text):
        """What the keyboard does, protection and all."""
        frame = document.CurrentController.Frame
        dispatcher.executeDispatch(frame, ".uno:InsertText", "", 0, (prop("Text", text),))

    try:
        for job in jobs:
            document = desktop.loadComponentFromURL(Path(job["file"]).as_uri(), "_blank", 0, (prop("Hidden", True),))
            refused += fill_blanks(document, job["blanks"], type_in) if "blanks" in job else fill_cells(document, job["cells"])
            document.storeToURL(Path(job["out"]).as_uri(), (prop("FilterName", job["filter"]),))
            document.close(True)
    finally:
        try:
            desktop.terminate()
        except Exception:
            process.terminate()
        process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)
    print(json.dumps(refused))


main(json.loads(sys.stdin.read()))
