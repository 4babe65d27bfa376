"""Fills cells of a workbook in LibreOffice, as a person would, and saves it: file out cell=value …  Prints what was refused."""
import json
import os
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
            return process, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def main(jobs):
    folder = tempfile.mkdtemp(prefix="fill-")
    process, desktop = office(f"fill{os.getpid()}", Path(folder, "profile").as_uri())
    refused = []
    try:
        for job in jobs:
            document = desktop.loadComponentFromURL(Path(job["file"]).as_uri(), "_blank", 0, (prop("Hidden", True),))
            sheet = document.Sheets.getByIndex(0)
            for address, value in job["cells"].items():
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
            document.storeToURL(Path(job["out"]).as_uri(), (prop("FilterName", job["filter"]),))
            document.close(True)
    finally:
        try:
            desktop.terminate()
        except Exception:
            process.terminate()
        process.wait(30)
    print(json.dumps(refused))


main(json.loads(sys.stdin.read()))
