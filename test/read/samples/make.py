#!/usr/bin/env python3
"""Makes the samples of this folder: the same sheet saved by several programs. All names and figures are invented.

Needs openpyxl, python-docx, xlwt and LibreOffice (soffice); run with Debian's own python3. Samples are committed, so
tests need none of these. LibreOffice writes dates and sizes of its own: a second run gives other bytes, the same cells.
"""
import datetime
import pathlib
import re
import struct
import subprocess
import tempfile
import zipfile

import docx
import openpyxl
import xlwt
from openpyxl.styles import Font

HERE = pathlib.Path(__file__).parent
TCVN3 = "Hoµi Nh¬n, ­u tiªn"  # "Hoài Nhơn, ưu tiên" in TCVN3; the ­ is U+00AD


def sheet():
    book = openpyxl.Workbook()
    ws = book.active
    ws.title = "Mẫu 02"
    ws["A1"] = "ỦY BAN NHÂN DÂN XÃ HOÀI CHÂU"
    ws["A2"] = "BÁO CÁO HÀNG NGÀY"
    ws.merge_cells("A2:E2")
    for col, text in enumerate(["STT", "Họ và tên", "Địa chỉ", "Số điện thoại", "Lũy kế"], 1):
        ws.cell(4, col, text)
    for row, values in enumerate(
        [(1, "Người Thứ Nhất", "Thôn 1", "0900000001", 12), (2, "Người Thứ Hai", "Thôn 2", "0900000002", 1234)], 5
    ):
        for col, value in enumerate(values, 1):
            ws.cell(row, col, value)
    ws["B7"] = TCVN3
    ws["B7"].font = Font(name=".VnTime")
    ws["A8"] = "Tổng cộng"
    ws["E8"] = "=SUM(E5:E6)"
    ws["A9"] = datetime.date(2021, 8, 16)
    ws["A9"].number_format = "dd/mm/yyyy"
    ws["B9"] = datetime.datetime(2021, 8, 16, 15, 0, 0)
    ws["B9"].number_format = "dd/mm/yyyy hh:mm"
    ws["C9"] = 0.43
    ws["C9"].number_format = "0%"
    ws["D9"] = "=1/0"
    ws["E9"] = 42.85
    return book


def word():
    page = docx.Document()
    letterhead = page.add_table(1, 2)
    letterhead.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nXÃ HOÀI CHÂU"
    letterhead.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    page.add_paragraph("BÁO CÁO HÀNG NGÀY")
    page.add_paragraph("Tổng số:\t45")
    run = page.add_paragraph().add_run(TCVN3)
    run.font.name = ".VnTime"
    table = page.add_table(3, 3)
    for col, text in enumerate(["STT", "Họ và tên", "Lũy kế"]):
        table.cell(0, col).text = text
    for col, text in enumerate(["1", "Người Thứ Nhất", "12"]):
        table.cell(1, col).text = text
    table.cell(2, 0).merge(table.cell(2, 1)).text = "Tổng cộng"
    table.cell(2, 2).text = "12"
    page.add_paragraph("(Ký tên, đóng dấu)")
    return page


def old_excel():
    book = xlwt.Workbook()
    ws = book.add_sheet("Sheet1")
    ws.write(0, 0, "STT")
    ws.write(1, 1, TCVN3, xlwt.easyxf("font: name .VnTime"))
    ws.write(2, 0, datetime.date(2021, 8, 16), xlwt.easyxf(num_format_str="dd/mm/yyyy"))
    ws.write_merge(3, 3, 0, 2, "gộp")
    ws.row(1).hidden = True
    ws.insert_bitmap_data(bitmap(), 5, 2)
    return book


def bitmap():
    """8 by 8 pixels of one colour."""
    pixels = b"\x00\x80\xff" * 64
    head = struct.pack("<IiiHHIIiiII", 40, 8, 8, 1, 24, 0, len(pixels), 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 14 + len(head) + len(pixels), 0, 0, 14 + len(head)) + head + pixels


def without_empty_columns(path):
    """LibreOffice's XML 2003 export runs out of stack on the 16,000 empty columns that it puts behind every sheet."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    content = parts["content.xml"].decode()
    content = re.sub(r'<table:table-(column|cell)[^>]*columns-repeated="16\d{3}"[^>]*/>', "", content)
    content = re.sub(r'<table:table-row[^>]*rows-repeated="\d{5,}"[^>]*>.*?</table:table-row>', "", content)
    parts["content.xml"] = content.encode()
    copy = path.parent / "narrow.ods"
    with zipfile.ZipFile(copy, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return copy


def convert(path, target):
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", target]
        subprocess.run([*command, "--outdir", HERE, path], check=True, capture_output=True)


if __name__ == "__main__":
    sheet().save(HERE / "sheet.xlsx")
    for target in ["xls", "ods", "html", "csv:Text - txt - csv (StarCalc):44,34,76"]:
        convert(HERE / "sheet.xlsx", target)
    (HERE / "sheet.html").rename(HERE / "html.xls")
    narrow = without_empty_columns(HERE / "sheet.ods")
    convert(narrow, "xml:MS Excel 2003 XML")
    narrow.unlink()
    (HERE / "narrow.xml").rename(HERE / "sheet.xml")
    # What LibreOffice saved itself holds the results of its formulas.
    convert(HERE / "sheet.ods", "xlsx")
    word().save(HERE / "word.docx")
    for target in ["doc", "rtf"]:
        convert(HERE / "word.docx", target)
    old_excel().save(HERE / "xlwt.xls")
