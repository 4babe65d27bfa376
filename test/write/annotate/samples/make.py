"""Makes the workbooks that annotation is tested on. All figures and texts are invented.

Run by hand with Debian's Python (openpyxl, Pillow) and LibreOffice; the results are kept beside it.
"""

import io
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule, DataBarRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from PIL import Image as Picture

HERE = Path(__file__).parent


def picture():
    data = io.BytesIO()
    Picture.new("RGB", (24, 24), (30, 110, 180)).save(data, "PNG")
    data.seek(0)
    return Image(data)


def rich():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Mẫu 02"
    thin = Side(style="thin")
    sheet.append(["ỦY BAN NHÂN DÂN XÃ HOÀI SƠN"])
    sheet.append(["BÁO CÁO HÀNG NGÀY"])
    sheet.append([])
    sheet.append(["STT", "Họ và tên", "Địa chỉ", "Số điện thoại", "Lũy kế"])
    for n in range(1, 9):
        sheet.append([n, f"Người Ví Dụ {n}", f"Thôn {n}", f"0900000{n:03}", 10 * n])
    sheet.append(["Tổng cộng", None, None, None, "=SUM(E5:E12)"])
    for row in sheet["A4:E13"]:
        for cell in row:
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
            cell.font = Font(name="Times New Roman", size=13, bold=cell.row == 4)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
    for row in range(5, 14):
        sheet.cell(row, 5).number_format = "#,##0"
        sheet.cell(row, 5).protection = Protection(locked=False)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A13:D13")
    sheet.column_dimensions["B"].width = 30
    sheet.row_dimensions[7].hidden = True
    sheet.freeze_panes = "A5"
    sheet.print_area = "A1:E13"
    sheet.print_title_rows = "4:4"
    sheet.page_setup.orientation = "portrait"
    sheet.protection.sheet = True
    rule = DataValidation(type="list", formula1='"Thôn 1,Thôn 2,Thôn 3"', allow_blank=True)
    rule.add("C5:C12")
    sheet.add_data_validation(rule)
    numbers = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0")
    numbers.add("E5:E12")
    sheet.add_data_validation(numbers)
    sheet.conditional_formatting.add("E5:E12", CellIsRule(operator="greaterThan", formula=["50"], fill=PatternFill(bgColor="FFC7CE")))
    sheet.conditional_formatting.add("E5:E12", DataBarRule("min", None, "max", None, color="638EC6"))
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=5, min_row=4, max_row=12), titles_from_data=True)
    sheet.add_chart(chart, "G4")
    sheet.add_image(picture(), "G20")
    sheet["E8"].comment = Comment("Đã hỏi lại thôn.", "Người nhập")
    sheet["A2"].hyperlink = "https://example.invalid/"
    other = book.create_sheet("Danh mục")
    other.append(["Thôn", "Số hộ"])
    for n in range(1, 4):
        other.append([f"Thôn {n}", 100 + n])
    other.add_table(Table(displayName="DanhMuc", ref="A1:B4"))
    other.print_area = "A1:B4"
    hidden = book.create_sheet("Ẩn")
    hidden["A1"] = "ghi chú"
    hidden.sheet_state = "hidden"
    book.defined_names.append(DefinedName("SoLieu", attr_text="'Mẫu 02'!$E$5:$E$12"))
    book.active = 1
    book.save(HERE / "openpyxl.xlsx")


def parts_of(path):
    with zipfile.ZipFile(path) as package:
        return [(info, package.read(info)) for info in package.infolist()]


def write(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts:
            package.writestr(zipfile.ZipInfo(name, (2021, 8, 17, 8, 0, 0)), data, zipfile.ZIP_DEFLATED)


def macros():
    """As Excel lays out a workbook with macros. The project's bytes are no real one."""
    parts = []
    for info, data in parts_of(HERE / "openpyxl.xlsx"):
        if info.filename == "[Content_Types].xml":
            data = data.replace(
                b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            ).replace(
                b"</Types>",
                b'<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
            )
        if info.filename == "xl/_rels/workbook.xml.rels":
            data = data.replace(
                b"</Relationships>",
                b'<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
            )
        parts.append((info.filename, data))
    parts.append(("xl/vbaProject.bin", bytes(range(256)) * 40))
    write(HERE / "macros.xlsm", parts)


THREAD = "{11111111-2222-3333-4444-555555555555}"


def threads():
    """A thread of comments at E8, as Excel 365 writes it: the thread, its person, and the note for older programs."""
    parts = []
    for info, data in parts_of(HERE / "openpyxl.xlsx"):
        name = info.filename
        if name == "[Content_Types].xml":
            data = data.replace(
                b"</Types>",
                b'<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/>'
                b'<Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/></Types>',
            )
        elif name == "xl/_rels/workbook.xml.rels":
            data = data.replace(
                b"</Relationships>",
                b'<Relationship Id="rIdPerson" Type="http://schemas.microsoft.com/office/2017/10/relationships/person" Target="persons/person.xml"/></Relationships>',
            )
        elif name == "xl/worksheets/_rels/sheet1.xml.rels":
            data = data.replace(
                b"</Relationships>",
                b'<Relationship Id="rIdThread" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>',
            )
        elif re.match(r"xl/comments/comment\d+\.xml", name):
            data = data.replace("<author>Người nhập</author>".encode(), f"<author>tc={THREAD}</author>".encode())
        parts.append((name, data))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    space = 'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"'
    parts.append(
        (
            "xl/threadedComments/threadedComment1.xml",
            f'{head}<ThreadedComments {space}><threadedComment ref="E8" dT="2021-08-16T07:00:00.00" personId="{{AAAAAAAA-2222-3333-4444-555555555555}}" id="{THREAD}"><text>Đã hỏi lại thôn.</text></threadedComment></ThreadedComments>'.encode(),
        )
    )
    parts.append(
        (
            "xl/persons/person.xml",
            f'{head}<personList {space}><person displayName="Người nhập" id="{{AAAAAAAA-2222-3333-4444-555555555555}}" userId="nhap" providerId="None"/></personList>'.encode(),
        )
    )
    write(HERE / "threads.xlsx", parts)


def office():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, str(HERE / "openpyxl.xlsx")],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        shutil.move(f"{folder}/openpyxl.xlsx", HERE / "libreoffice.xlsx")


if __name__ == "__main__":
    rich()
    macros()
    threads()
    office()
    sys.exit(0)
