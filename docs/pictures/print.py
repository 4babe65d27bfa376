"""Prints a workbook with its notes shown, each sheet as wide as a page: print.py <from.xlsx> <to.pdf> <profile>."""

import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue


def value(name, what):
    made = PropertyValue()
    made.Name, made.Value = name, what
    return made


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:{pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    sys.exit("LibreOffice does not answer")


source, target, profile = (Path(each).resolve().as_uri() for each in sys.argv[1:4])
pipe = f"pipe,name=pictures-{Path(sys.argv[3]).parent.name}"
office = subprocess.Popen(
    ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", f"--accept={pipe};urp;"],
    stderr=subprocess.DEVNULL,
)
try:
    context = connect(pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    book = desktop.loadComponentFromURL(source, "_blank", 0, (value("Hidden", True),))
    for sheet in (book.Sheets.getByIndex(n) for n in range(book.Sheets.Count)):
        for n in range(sheet.Annotations.Count):
            sheet.Annotations.getByIndex(n).IsVisible = True
        style = book.StyleFamilies.getByName("PageStyles").getByName(sheet.PageStyle)
        style.IsLandscape, style.Width, style.Height = True, 29700, 21000
        style.HeaderIsOn = style.FooterIsOn = False
        style.ScaleToPagesX, style.ScaleToPagesY = 1, 0
    book.storeToURL(target, (value("FilterName", "calc_pdf_Export"),))
    book.close(True)
    desktop.terminate()
finally:
    try:
        office.wait(20)
    except subprocess.TimeoutExpired:
        office.kill()
